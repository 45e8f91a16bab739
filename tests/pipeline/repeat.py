"""Rule 4, the slow half: the whole pipeline, run from nothing in two places, gives the same bytes."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tests.pipeline.declared import stages
from tests.pipeline.lock import dvc

TIMES = {"metrics/graphsage_benchmark.json", "metrics/gates.json", "run_metadata.json"}
"""Outputs that are or hold times, which no two runs share: of predictions; the gate of that time; and clock, seconds and
machine of the run, whose record the metadata are. Nothing depends on them but the last two."""


def run_twice(make: Callable[[Path], Any], folder: Path) -> tuple[Path, Path]:
    """Let ``make`` fill two folders with the same repository and reproduce both, under two hash seeds.

    Raises:
        RuntimeError: a stage failed; the message is DVC's and the stage's.
    """
    here, elsewhere = folder / "here", folder / "elsewhere"
    for hash_seed, root in enumerate((here, elsewhere)):
        root.mkdir()
        make(root)
        done = dvc(root, "repro", hash_seed=hash_seed)
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
    return here, elsewhere


def differences(here: Path, elsewhere: Path) -> list[str]:
    """Output files whose bytes differ, ``TIMES`` apart, or that only one of two roots has."""
    ours, theirs = digests(here), digests(elsewhere)
    same = {path for path in ours.keys() & theirs.keys() if path in TIMES or ours[path] == theirs[path]}
    return sorted((ours.keys() | theirs.keys()) - same)


def digests(root: Path) -> dict[str, str]:
    """Path -> SHA-256 of every output file of every stage."""
    declared = [root / path for stage in stages(root) for path in stage.outputs]
    files = [file for path in declared for file in ((path, *path.rglob("*")) if path.is_dir() else (path,))]
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in files
        if file.is_file()
    }


def recorded(root: Path) -> dict[str, str]:
    """Path -> hash of every output under data/ in dvc.lock."""
    lock = yaml.safe_load((root / "dvc.lock").read_text(encoding="utf-8"))
    outs = (out for stage in lock["stages"].values() for out in stage["outs"])
    return {out["path"]: out["md5"] for out in outs if out["path"].startswith("data/")}
