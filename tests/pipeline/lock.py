"""Rule 4, the quick half: dvc.lock and the committed metrics belong to the committed code.

Everything runs in a copy of the working tree (what git tracks or would track), so that data on this disk proves nothing
and a pipeline that is running here is not disturbed.

``python -m tests.pipeline.lock`` says whether dvc.lock is up to date.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.pipeline.declared import ROOT, stages

UP_TO_DATE = "Data and pipelines are up to date."


def faults(root: Path) -> list[str]:
    """Stages that would run, and metrics or plots that git lacks, in a copy that holds no data."""
    if not (root / "dvc.lock").exists():
        return ["dvc.lock is missing: run `make repro` and commit it"]
    # The exit code alone passes a first stage that changed: its inputs are all there, so it "would run".
    dry = dvc(root, "repro", "--dry", "--allow-missing")
    found = [f"{name}: would run again; `make repro`, then commit dvc.lock" for name in would_run(dry.stdout)]
    found += [
        f"{path} is not there; `make repro`, then commit it" for path in uncached(root) if not (root / path).exists()
    ]
    if dry.returncode or (UP_TO_DATE not in dry.stdout and not found):
        found.append(f"dvc repro --dry --allow-missing: {dry.stderr.strip()}")
    return found


def would_run(output: str) -> list[str]:
    return re.findall(r"Running stage '(.+)'", output)


def uncached(root: Path) -> list[str]:
    """Outputs that git holds: metrics and plots."""
    return [path for stage in stages(root) for field in ("metrics", "plots") for path in stage.paths(field)]


def copy_tree(to: Path) -> Path:
    """Copy the working tree, as a commit of it would be, into ``to``, and make that a git repository."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    cached = tuple(Path(path) for stage in stages(ROOT) for path in stage.paths("outs"))
    for name in filter(None, listed.stdout.split("\0")):
        # DVC writes the .gitignore of its outputs when it runs; a stage that was run by hand has none.
        if (ROOT / name).is_file() and not any(Path(name).is_relative_to(path) for path in cached):
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, to / name)
    subprocess.run(["git", "init", "--quiet"], cwd=to, check=True)
    return to


def dvc(root: Path, *arguments: str, hash_seed: int = 0) -> subprocess.CompletedProcess[str]:
    """Run DVC in a copy: this Python, that copy's code, nobody's configuration or shared cache."""
    private = root / ".dvc" / "tmp" / "private"
    own = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(root / "src"),
        "PYTHONHASHSEED": str(hash_seed),
        "DVC_GLOBAL_CONFIG_DIR": str(private),
        "DVC_SYSTEM_CONFIG_DIR": str(private),
        "DVC_SITE_CACHE_DIR": str(private),
        "DVC_NO_ANALYTICS": "1",
    }
    command = [sys.executable, "-m", "dvc", *arguments]
    return subprocess.run(command, cwd=root, env={**os.environ, **own}, capture_output=True, text=True, check=False)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = faults(copy_tree(Path(folder)))
    if found:
        sys.exit("\n".join(found))


if __name__ == "__main__":
    main()
