"""Rules 1 and 5 again, this time by running: each stage in a folder that holds what it declares and nothing else.

Whatever the static checks cannot follow shows here: a module that is not in the deps cannot be imported, a file that is
not in the deps is not there, a file that is written and not declared is seen. Run under two hash seeds in two places,
the same folders hold rule 4 in seconds.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.pipeline.declared import Stage, stages

STATE = {".codegraft", "params.yaml"}
"""What a stage's folder may hold besides its deps and outputs: the server's data, and what it is told."""


def faults(root: Path, folder: Path, hash_seed: int = 0) -> list[str]:
    """Run the stages of ``root`` in the order of dvc.yaml, each in ``folder/<its name>``; outputs go to ``folder``/all.

    The first stage that fails ends the run, as nothing after it has its data.
    """
    results = folder / "all"
    results.mkdir(parents=True)
    shutil.copy2(root / "dvc.yaml", results)
    found: list[str] = []
    for stage in stages(root):
        place = folder / stage.name
        furnish(place, stage, results, root)
        done = run(place, stage, hash_seed)
        if done.returncode:
            reason = (done.stderr or done.stdout).strip().splitlines()[-1]
            return [*found, f"{stage.name}: does not run with its deps alone: {reason}"]
        found += [f"{stage.name}: {fault}" for fault in traces(place, stage)]
        for path in stage.outputs:
            bring(place, path, results)
    return found


def furnish(place: Path, stage: Stage, *origins: Path) -> None:
    """Put the parameters and each dep of a stage into its folder, from the first origin that has it."""
    for path in ("params.yaml", *stage.paths("deps")):
        origin = next((origin for origin in origins if (origin / path).exists()), None)
        if origin:
            bring(origin, path, place)


def bring(origin: Path, path: str, place: Path) -> None:
    (place / path).parent.mkdir(parents=True, exist_ok=True)
    if (origin / path).is_dir():
        shutil.copytree(origin / path, place / path)
    elif (origin / path).exists():
        shutil.copy2(origin / path, place / path)


def run(place: Path, stage: Stage, hash_seed: int) -> subprocess.CompletedProcess[str]:
    own = {"PYTHONPATH": "src", "PYTHONHASHSEED": str(hash_seed), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(
        [sys.executable, *stage.command],
        cwd=place,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
    )


def traces(place: Path, stage: Stage) -> list[str]:
    """Files that a run left and dvc.yaml does not declare, and outputs that it did not leave."""
    declared = [Path(path) for path in (*STATE, *stage.paths("deps"), *stage.outputs)]
    files = sorted(file.relative_to(place) for file in place.rglob("*") if not file.is_dir())
    undeclared = [file for file in files if not any(file.is_relative_to(path) for path in declared)]
    missing = [path for path in stage.outputs if not (place / path).exists()]
    return [
        *(f"writes {file.as_posix()}, which is no output of it" for file in undeclared),
        *(f"does not write {path}" for path in missing),
    ]
