"""Where source files are: in an installed distribution, or in a directory of the user's own."""

import base64
import csv
import hashlib
import io
import json
import os
import posixpath
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.metadata import Distribution, PackageMetadata, PackageNotFoundError, distribution
from pathlib import Path
from typing import Final

from codegraft.errors import SourceError
from codegraft.params import Directory
from codegraft.parsing.languages import language_of
from codegraft.source_rules import NEVER_SOURCE, Reason, Rejection, foreign_directory

UNKNOWN_LICENCE: Final = "NOASSERTION"
"""SPDX's word for a licence that nobody has stated."""

_LONGEST_LICENCE_NAME: Final = 60
_HASHES: Final = frozenset({"sha256", "sha384", "sha512"})


@dataclass(frozen=True, eq=False)
class Repository:
    """The source files of one distribution or directory.

    ``files`` maps POSIX paths relative to ``root`` to languages. ``version`` is None for a directory, which has only
    its content. ``rejected`` holds what is not read at all: links, devices, directories of foreign code.

    Raises:
        SourceError: there is nothing in it.
    """

    name: str
    version: str | None
    licence: str
    root: Path
    files: dict[str, str]
    rejected: list[tuple[str, Rejection]] = field(default_factory=list)

    def __post_init__(self) -> None:
        if not self.files and not self.rejected:
            raise SourceError(f"{self.name}: no Python or Java file in it; name another package or directory")


def installed_repositories(names: Sequence[str]) -> Iterator[Repository]:
    """The named distributions, each checked against the hashes that its installation recorded.

    Raises:
        SourceError: a distribution is not installed, or not from the files that its release consists of.
    """
    found: dict[str, Distribution] = {}
    for name in names:
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            continue
    missing = [name for name in names if name not in found]
    if missing:
        raise SourceError(
            f"sources.packages: not installed: {', '.join(missing)}; "
            f"run `python -m pip install {' '.join(missing)}` or take them out of params.yaml"
        )
    return (_installed(name, package) for name, package in found.items())


def directory_repository(directory: Directory) -> Repository:
    """The Python and Java files of a directory; links are never followed.

    Raises:
        SourceError: it is not a readable directory, or there is no source file in it.
    """
    root = Path(directory.path).expanduser()
    if not root.is_dir():
        raise SourceError(f"{directory.name}: {directory.path} is not a directory; correct its path")
    root = root.resolve()
    files, rejected = _walk(root)
    return Repository(directory.name, None, directory.licence, root, files, rejected)


def printable(path: str) -> str:
    """A path whose bytes are not UTF-8, with those bytes escaped; any other path as it is."""
    return path.encode("utf-8", "backslashreplace").decode()


def _installed(name: str, package: Distribution) -> Repository:
    origin = json.loads(package.read_text("direct_url.json") or "{}")
    if origin.get("dir_info", {}).get("editable"):
        raise SourceError(f"{name}: installed in editable mode; name its directory under sources.directories instead")
    record = package.read_text("RECORD")
    if record is None:
        raise SourceError(f"{name}: its installation kept no RECORD of its files; {_reinstall(name, package.version)}")
    root = Path(str(package.locate_file("")))
    hashes = {path: recorded for path, recorded in _recorded(record) if language_of(path)}
    for path, recorded in sorted(hashes.items()):
        if damage := _damage(root / path, recorded):
            raise SourceError(f"{name} {package.version}: {path} {damage}; {_reinstall(name, package.version)}")
    files = {path: language for path in hashes if (language := language_of(path))}
    return Repository(name, package.version, _licence(package.metadata), root, files)


def _recorded(record: str) -> Iterator[tuple[str, str]]:
    """Path and ``algorithm=digest`` of each file under the install root; scripts in bin/ stand outside of it."""
    for row in csv.DictReader(io.StringIO(record, newline=""), ("path", "hash", "size")):
        path = posixpath.normpath(row["path"])
        if not path.startswith(("../", "/")):
            yield path, row["hash"] or ""


def _damage(file: Path, recorded: str) -> str | None:
    """How an installed file differs from the ``algorithm=digest`` that was recorded for it."""
    algorithm, _, digest = recorded.partition("=")
    if algorithm not in _HASHES:
        return "was installed without a SHA-2 hash"
    try:
        actual = hashlib.new(algorithm, file.read_bytes()).digest()
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    if base64.urlsafe_b64encode(actual).rstrip(b"=").decode() != digest:
        return "was changed after its installation"
    return None


def _reinstall(name: str, version: str) -> str:
    return f"run `python -m pip install --force-reinstall --no-deps {name}=={version}`"


def _licence(metadata: PackageMetadata) -> str:
    """The SPDX expression, else a short licence name, else the trove classifiers; a licence's full text is no name."""
    for key in ("License-Expression", "License"):
        for value in metadata.get_all(key, []):
            if value not in {"", "UNKNOWN"} and len(value) <= _LONGEST_LICENCE_NAME and "\n" not in value:
                return str(value)
    classifiers = [line for line in metadata.get_all("Classifier", []) if line.startswith("License :: ")]
    names = [line.rpartition(" :: ")[2] for line in classifiers]
    return ", ".join(name for name in names if name != "OSI Approved") or UNKNOWN_LICENCE


def _walk(root: Path) -> tuple[dict[str, str], list[tuple[str, Rejection]]]:
    """Source files below ``root`` with their languages, and what was passed over with the reason."""
    files: dict[str, str] = {}
    rejected: list[tuple[str, Rejection]] = []
    for folder, entries in _folders(root):
        if isinstance(entries, Rejection):
            rejected.append((folder or "./", entries))
            continue
        for entry in entries:
            path = folder + entry.name
            if rejection := _unusable(entry, path, root):
                rejected.append((path, rejection))
            elif language := language_of(path):
                files[path] = language
    return files, rejected


def _folders(root: Path) -> Iterator[tuple[str, list[os.DirEntry[str]] | Rejection]]:
    """Every folder ("" or ending in a slash) with its entries other than folders, or why it is not entered."""
    pending: list[tuple[str, frozenset[str]]] = [("", frozenset())]
    while pending:
        folder, beside = pending.pop()
        try:
            entries = list(os.scandir(root / folder))
        except OSError as error:
            yield folder, Rejection(Reason.UNREADABLE, str(error.strerror))
            continue
        inside = frozenset(entry.name for entry in entries)
        if folder and (reason := foreign_directory(Path(folder).name, inside, beside)):
            if count := _count_sources(root / folder):
                yield folder, Rejection(reason, f"source files: {count}")
            continue
        folders = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        pending += [(f"{folder}{name}/", inside) for name in folders if name not in NEVER_SOURCE]
        yield folder, [entry for entry in entries if not entry.is_dir(follow_symlinks=False)]


def _unusable(entry: os.DirEntry[str], path: str, root: Path) -> Rejection | None:
    """Why an entry that looks like source code is none, or None."""
    if entry.is_symlink():
        return _link(Path(entry.path), root)
    if language_of(path) is None:
        return None
    if not entry.is_file(follow_symlinks=False):
        return Rejection(Reason.SPECIAL_FILE, "neither a file nor a directory")
    if path != printable(path):
        return Rejection(Reason.NAME_NOT_UTF8, "rename it")
    return None


def _link(link: Path, root: Path) -> Rejection | None:
    """Links are never followed: what they lead to inside the directory is read under its own name."""
    source = language_of(link.name) is not None
    try:
        target = link.resolve(strict=True)
    except (OSError, RuntimeError):
        return Rejection(Reason.SYMBOLIC_LINK, "broken or circular") if source else None
    if not source and not target.is_dir():
        return None
    if target.is_relative_to(root):
        return Rejection(Reason.SYMBOLIC_LINK, f"leads to {printable(target.relative_to(root).as_posix())}")
    return Rejection(Reason.SYMBOLIC_LINK, "leads out of the directory")


def _count_sources(folder: Path) -> int:
    """Source files anywhere below a folder that is passed over."""
    count, pending = 0, [folder]
    while pending:
        with suppress(OSError), os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    pending.append(Path(entry.path))
                else:
                    count += language_of(entry.name) is not None
    return count
