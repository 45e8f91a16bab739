"""The two commands in a fresh clone of the last commit, timed: `python -m benchmarks.fresh_clone [DIRECTORY]`.

The clone holds no data, no models and no environment; packages come from pip's index, or its cache. The result is what
README.md shows of the two commands.
"""

import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from codegraft.files import write_json

ROOT = Path(__file__).parents[1]
COMMANDS = ("setup", "repro", "verify", "test")
LAST_LINES = 3


def timed(clone: Path, command: str) -> dict[str, Any]:
    """Seconds of `make command`, and the last lines that it printed.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    began = time.perf_counter()
    done = subprocess.run(
        ["make", command], cwd=clone, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    seconds = time.perf_counter() - began
    print(f"make {command}: {seconds:.0f} s\n{done.stdout[-2000:]}", flush=True)
    done.check_returncode()
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return {"output": lines[-LAST_LINES:], "seconds": round(seconds, 1)}


def main() -> None:
    """Clone, run, write benchmarks/results."""
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        clone = Path(folder) / "codegraft"
        subprocess.run(["git", "clone", "-q", "--no-local", ROOT.as_posix(), clone.as_posix()], check=True)
        found: dict[str, Any] = {command: timed(clone, command) for command in COMMANDS}
        size = sum(path.stat().st_size for path in clone.rglob("*") if path.is_file() and not path.is_symlink())
    found |= {"megabytes": round(size / 1e6), "processors": os.cpu_count()}
    write_json(ROOT / f"benchmarks/results/{datetime.now(UTC):%Y-%m-%d}_fresh_clone.json", found)


if __name__ == "__main__":
    main()
