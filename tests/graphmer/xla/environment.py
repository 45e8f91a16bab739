"""The environment of torch_xla: built once for each requirements-tpu.txt, outside the checkout.

Of the standard library alone, so that any Python builds it.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
REQUIREMENTS: Final = ROOT / "requirements-tpu.txt"

NEEDED: Final = 13 * 2**30
"""Bytes of free disk that building takes: 8 GiB that stay, and what is unpacked on the way."""

COMPLETE: Final = ".complete"
"""File that is written last: an environment without it was ended on the way, and is built anew."""


class NoRoomError(Exception):
    """The disk is too full."""


def place(requirements: Path, environment: Mapping[str, str]) -> Path:
    """The directory of the environment for these requirements."""
    cache = environment.get("XDG_CACHE_HOME") or Path(environment["HOME"]) / ".cache"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return Path(cache) / "codegraft" / f"xla-{digest[:16]}"


def ready(directory: Path, requirements: Path, needed: int = NEEDED) -> Path:
    """The python of the environment, which is built if it is not there; others who want it too wait.

    Raises:
        NoRoomError: the disk is too full; names the directory and what is free.
        subprocess.CalledProcessError: pip failed; it has said why.
    """
    directory.parent.mkdir(parents=True, exist_ok=True)
    with locked(directory.with_suffix(".lock")):
        if not (directory / COMPLETE).exists():
            free = shutil.disk_usage(directory.parent).free
            if free < needed:
                raise NoRoomError(
                    f"{directory.parent}: {free / 2**30:.1f} GiB are free, the environment of torch_xla needs "
                    f"{needed / 2**30:.0f}; make room, or set XDG_CACHE_HOME to another disk"
                )
            build(directory, requirements)
    return directory / "bin" / "python"


def build(directory: Path, requirements: Path) -> None:
    """Install the requirements; of what fails nothing stays."""
    sys.stderr.write(f"building {directory}, about 8 GB, from {requirements.name}\n")
    temporary = directory.with_suffix(".tmp")
    for old in (directory, temporary):
        shutil.rmtree(old, ignore_errors=True)
    temporary.mkdir()
    try:
        subprocess.run([sys.executable, "-m", "venv", directory], check=True)
        install = ["-m", "pip", "install", "--quiet", "--no-cache-dir", "--requirement", requirements]
        subprocess.run(
            [directory / "bin" / "python", *install], check=True, env={**os.environ, "TMPDIR": str(temporary)}
        )
        (directory / COMPLETE).touch()
    except BaseException:
        shutil.rmtree(directory, ignore_errors=True)
        raise
    finally:
        shutil.rmtree(temporary)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that ends with this process at the latest."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
