"""Directories of runs, outside of the outputs of stages: what a run left when it was ended is there when it goes on.

A run's directory is named by what decides its result, so that runs that differ in anything never meet: a smoke run has
another name than the run that it is a smoke run of.
"""

import hashlib
import json
import shutil
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_write

RUNS: Final = Path(".codegraft")
"""Where runs are, one directory for each kind of model."""

_COMPLETE: Final = "complete"


def run_key(**what: Any) -> str:
    """16 hexadecimal digits that tell what decides a run's result: plain data by name."""
    return hashlib.sha256(json.dumps(what, sort_keys=True, allow_nan=False).encode()).hexdigest()[:16]


def code_hash(package: str, modules: Sequence[str]) -> str:
    """SHA-256 of the source of modules of a package: a run does not go on under other code than it began with."""
    digest = hashlib.sha256()
    for module in sorted(modules):
        text = (files(package) / f"{module}.py").read_bytes().replace(b"\r\n", b"\n")
        digest.update(module.encode() + b"\0" + text + b"\0")
    return digest.hexdigest()


def open_run(directory: Path, *, resume: bool) -> Path:
    """Make a run's directory; it keeps what an earlier one left if that was not complete and is to be resumed."""
    if directory.exists() and (not resume or (directory / _COMPLETE).exists()):
        shutil.rmtree(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for unfinished in directory.rglob(".*.partial"):  # left by a process that was killed while it wrote
        unfinished.unlink()
    return directory


def complete_run(directory: Path) -> None:
    """Mark a run as complete: the next of its name begins anew, or to repeat it would show nothing."""
    with atomic_write(directory / _COMPLETE) as temporary:
        temporary.touch()
