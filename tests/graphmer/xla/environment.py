"""The environment of torch_xla: built once for each requirements-tpu.txt, outside the checkout.

Of the standard library alone, so that any Python builds it.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
REQUIREMENTS: Final = ROOT / "requirements-tpu.txt"

NEEDED: Final = 13 * 2**30
"""Bytes of free disk that building takes: 8 GiB that stay, and what is unpacked on the way."""

COMPLETE: Final = ".complete"
"""File that is written last: an environment without it was ended on the way, and is built anew."""


class UnbuiltError(Exception):
    """There is no environment, and none could be built: why, and what to do, in one line."""


def place(requirements: Path) -> Path:
    """The directory of the environment for these requirements, in the user's cache directory."""
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return Path(cache) / "codegraft" / f"xla-{digest[:16]}"


def is_built(directory: Path) -> bool:
    """Whether the environment is there, whole, and the Python that it was made with still is."""
    return (directory / COMPLETE).exists() and (directory / "bin" / "python").exists()


def ready(directory: Path, requirements: Path, needed: int = NEEDED) -> Path:
    """The python of the environment, which is built if it is not there; others who want it too wait.

    Raises:
        UnbuiltError: the disk is too full, nothing can be written there, or pip could not install.
    """
    try:
        if not is_built(directory):
            directory.parent.mkdir(parents=True, exist_ok=True)
            with locked(directory.with_suffix(".lock")):
                build_unless_built(directory, requirements, needed)
    except OSError as error:
        raise UnbuiltError(f"{directory}: {error.strerror}; XDG_CACHE_HOME may name another place") from error
    return directory / "bin" / "python"


def build_unless_built(directory: Path, requirements: Path, needed: int) -> None:
    """Build the environment, if whoever held the lock has not."""
    if not is_built(directory):
        # First, as half an environment may be what fills the disk.
        removed(directory)
        check_room(directory.parent, needed)
        build(directory, requirements)


def removed(directory: Path) -> None:
    """Nothing is left of what was ended on the way."""
    for old in (directory, temporary_of(directory)):
        shutil.rmtree(old, ignore_errors=True)


def temporary_of(directory: Path) -> Path:
    """Where pip unpacks, on the same disk."""
    return directory.with_suffix(".tmp")


def check_room(cache: Path, needed: int) -> None:
    """Raises UnbuiltError if the disk is too full; names the directory and what is free."""
    free = shutil.disk_usage(cache).free
    if free < needed:
        raise UnbuiltError(
            f"{cache}: {free / 2**30:.1f} GiB are free, the environment of torch_xla needs {needed / 2**30:.0f}; "
            "make room, or set XDG_CACHE_HOME to another disk"
        )


def build(directory: Path, requirements: Path) -> None:
    """Install the requirements; of what fails nothing stays."""
    sys.stderr.write(f"building {directory}, about 8 GB, from {requirements.name}\n")
    temporary = temporary_of(directory)
    temporary.mkdir()
    try:
        run(sys.executable, "-m", "venv", directory)
        install = ("-m", "pip", "install", "--quiet", "--no-cache-dir", "--requirement", requirements)
        run(directory / "bin" / "python", *install, TMPDIR=str(temporary))
        (directory / COMPLETE).touch()
    except BaseException:
        removed(directory)
        raise
    shutil.rmtree(temporary)


def run(*command: str | Path, **variables: str) -> None:
    """Run a command; raises UnbuiltError with its last error if it fails."""
    environment = {**os.environ, **variables}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        said = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()] or ["it said nothing"]
        why = ([line.removeprefix("ERROR: ") for line in said if line.startswith("ERROR: ")] or said)[-1]
        # There are such versions, as they are pinned.
        unreached = "; is there a network, and a package index in reach?" if why.startswith("No matching") else ""
        raise UnbuiltError(f"`{' '.join(map(str, command[1:4]))}` failed: {why}{unreached}")


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that ends with this process at the latest."""
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
