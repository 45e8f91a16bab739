"""The files that dvc.lock names, read again byte by byte: are they what the run left?

``dvc status`` trusts a file whose size and time are as they were; here every byte counts. Sums are DVC's own: the MD5
of a file, and of a directory that of the JSON list of its files' sums, with ``.dir`` behind it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

import yaml

from codegraft.errors import VerificationError
from codegraft.progress import track

LOCK_FILE: Final = Path("dvc.lock")
State = Literal["same", "changed", "absent"]

_CHUNK: Final = 1 << 20
_LEFT_BEHIND: Final = ".partial"
"""End of what a killed stage leaves; .dvcignore has it, too."""


class Digest(NamedTuple):
    """What an artifact is made of.

    Attributes:
        md5: as dvc.lock has it.
        sha256: of a file; of a directory, of what ``sha256sum`` prints of its files, sorted by their paths.
        size: bytes.
        files: how many.
    """

    md5: str
    sha256: str
    size: int
    files: int


class Artifact(NamedTuple):
    """An output as dvc.lock has it."""

    stage: str
    path: str
    md5: str


def recorded(root: Path) -> list[Artifact]:
    """The outputs that dvc.lock names, in its order.

    Raises:
        VerificationError: dvc.lock is missing or is something else.
    """
    try:
        lock = yaml.load((root / LOCK_FILE).read_bytes(), Loader=yaml.CSafeLoader)
        return [_artifact(stage, out) for stage, body in lock["stages"].items() for out in body.get("outs", [])]
    except FileNotFoundError:
        raise VerificationError(f"{LOCK_FILE} is not there; run `dvc repro`") from None
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise VerificationError(f"{LOCK_FILE}: not as DVC writes it ({error}); run `dvc repro`") from None


def digests(root: Path, paths: Iterable[str]) -> dict[str, Digest]:
    """Digest by path of those files and directories that are there."""
    there = [path for path in paths if (root / path).exists()]
    sizes = {path: [(file, file.stat().st_size) for file in _files(root / path)] for path in there}
    files = [file for own in sizes.values() for file, _ in own]
    with ThreadPoolExecutor() as pool:  # hashing lets go of the interpreter
        sums = dict(
            track(pool.map(lambda file: (file, _sums(file)), files), "checksums", total=len(files), unit="file")
        )
    return {path: _digest(root / path, own, sums) for path, own in sizes.items()}


def state(artifact: Artifact, found: Digest | None) -> State:
    """What became of an artifact."""
    if found is None:
        return "absent"
    return "same" if found.md5 == artifact.md5 else "changed"


def _artifact(stage: str, out: dict[str, Any]) -> Artifact:
    return Artifact(stage, out["path"].rstrip("/"), out["md5"])


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    yield from (file for file in sorted(path.rglob("*")) if file.is_file() and not file.name.endswith(_LEFT_BEHIND))


def _sums(file: Path) -> tuple[str, str]:
    """MD5 and SHA-256, in one reading."""
    md5, sha256 = hashlib.md5(usedforsecurity=False), hashlib.sha256()
    with file.open("rb") as content:
        while chunk := content.read(_CHUNK):
            md5.update(chunk)
            sha256.update(chunk)
    return md5.hexdigest(), sha256.hexdigest()


def _digest(path: Path, files: list[tuple[Path, int]], sums: dict[Path, tuple[str, str]]) -> Digest:
    size = sum(size for _, size in files)
    if path.is_file():
        return Digest(*sums[path], size, 1)
    by_path = sorted((file.relative_to(path).as_posix(), *sums[file]) for file, _ in files)
    listed = json.dumps([{"md5": md5, "relpath": name} for name, md5, _ in by_path], sort_keys=True)
    lines = "".join(f"{sha256}  {name}\n" for name, _, sha256 in by_path)
    return Digest(f"{_md5(listed)}.dir", hashlib.sha256(lines.encode()).hexdigest(), size, len(files))


def _md5(text: str) -> str:
    return hashlib.md5(text.encode(), usedforsecurity=False).hexdigest()
