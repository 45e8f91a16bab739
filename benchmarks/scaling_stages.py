"""What the stages of the data cost for 5, 11, 22 and 44 repositories: seconds of CPU, memory, bytes.

    python -m benchmarks.scaling_stages

Each stage runs as ``dvc repro`` runs it, in a directory of its own whose params.yaml names fewer or more packages, in
one process: so the peak of memory is that of the stage (this process stays small, because a child's peak begins with
its parent's), and seconds are of the processor, which what else runs on the machine changes little. The 22 are those of
the repository, the other 22 are other installed packages; of trained models one seed and one epoch is asked for, as it
is how the cost grows that is measured here, not the cost.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Final

import yaml

from codegraft.files import write_json

ROOT: Final = Path(__file__).parents[1]
RESULTS: Final = ROOT / "benchmarks/results"
JAVA: Final = "java_sample"

OTHERS: Final = (
    "Mako", "accelerate", "aiohttp", "alembic", "anyio", "asyncssh", "cryptography", "dill", "duckdb", "fire",
    "hypothesis", "jsonschema", "kombu", "optuna", "pillow", "pydantic", "pykeen", "pyparsing", "scmrepo", "tornado",
    "trio", "typer",
)  # fmt: skip
"""Installed packages that no parameter names."""

LESS: Final[dict[str, dict[str, Any]]] = {
    "embed_nodes": {"epochs": 1, "layers": [1], "seeds": [0, 1]},
    "kg": {"jobs": 1, "strict": False},
    "programs": {"jobs": 1},
    "linker": {"epochs": 1, "seeds": [0], "jobs": 1},
    "search": {"epochs": 1, "seeds": [0]},
}
"""Values of params.yaml that make a stage shorter without touching what grows with the sources."""

STAGES: Final[dict[str, tuple[str, ...]]] = {
    "sources": ("data/sources.parquet",),
    "snapshot": ("data/snapshot",),
    "export": ("data/bundle.safetensors",),
    "embed_nodes": ("models/node_encoder",),
    "build_kg": ("data/kg",),
    "encode_chains": ("data/chains", "models/tokenizer"),
    "featurize": ("data/features",),
    "train_linker": ("models/linker",),
    "train_search": ("models/graphmer_search",),
}
"""What each stage leaves."""

BY_EVERY_SIZE: Final = ("sources", "snapshot", "export", "build_kg", "encode_chains")
"""The stages that are run for 5, 11 and 22 repositories."""

LARGEST: Final = ("sources", "build_kg", "encode_chains")
"""And for 44."""

TRAINED: Final = ("train_linker", "train_search")
"""Those that are run for the least number and for the default. What is left, ``embed_nodes`` and ``featurize``, takes
what its parameters say, however many repositories there are, and is run for the least number."""

GIVEN: Final = ("data/ontology.yaml", "data/java_sample_history.jsonl", "data/programs", f"data/{JAVA}")
"""What stages read and none of them here makes."""


def size_of(path: Path) -> int:
    """Bytes of a file, or of all files of a directory."""
    return sum(file.stat().st_size for file in ([path] if path.is_file() else path.rglob("*")) if file.is_file())


def spread(names: list[str], number: int) -> list[str]:
    """So many of the names, at even distances."""
    return [names[place * len(names) // number] for place in range(number)]


def collected(directory: Path) -> dict[str, Any]:
    """What stage ``sources`` said of the code that it collected."""
    found: dict[str, Any] = json.loads((directory / "metrics/sources.json").read_text(encoding="utf-8"))
    return found


def by_size() -> list[str]:
    """The packages that params.yaml names, from the largest to the smallest."""
    repositories = collected(ROOT)["by_repository"]
    return sorted(repositories.keys() - {JAVA}, key=lambda name: -repositories[name]["bytes"])


def lay_out(directory: Path, packages: list[str]) -> None:
    """A repository of these packages and of the Java sample."""
    params = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    params["sources"] |= {"packages": packages, "tests_of": [JAVA]}
    for section, values in LESS.items():
        params[section] |= values
    for given in GIVEN:
        copy = shutil.copytree if (ROOT / given).is_dir() else shutil.copy2
        (directory / given).parent.mkdir(parents=True, exist_ok=True)
        copy(ROOT / given, directory / given)
    (directory / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")


def run_stage(stage: str, directory: Path) -> dict[str, Any]:
    """CPU seconds, peak memory and the bytes it leaves; or what it said if it failed."""
    own = {"PYTHONPATH": str(ROOT / "src"), "OMP_NUM_THREADS": "1", "LOKY_MAX_CPU_COUNT": "1"}
    log = directory / "said.txt"
    with log.open("w") as said:
        command = [sys.executable, "-m", f"codegraft.stages.{stage}"]
        process = subprocess.Popen(command, cwd=directory, env=os.environ | own, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
    if status:
        return {"failed": log.read_text(encoding="utf-8").strip().splitlines()[-1]}
    return {
        "cpu_seconds": usage.ru_utime + usage.ru_stime,
        "peak_bytes": usage.ru_maxrss * 1024,
        "output_bytes": sum(size_of(directory / output) for output in STAGES[stage]),
    }


def measure(packages: list[str], stages: Iterable[str]) -> dict[str, Any]:
    """All stages on these packages, one after another."""
    with tempfile.TemporaryDirectory() as scratch:
        directory = Path(scratch)
        lay_out(directory, packages)
        found = {}
        for stage in stages:
            found[stage] = run_stage(stage, directory)
            print(f"{len(packages) + 1} repositories, {stage}: {found[stage]}", flush=True)
        sources = collected(directory)
        sizes = {name: sources[name] for name in ("repositories", "files", "bytes")}
        return {**sizes, "stages": found}


def cases() -> list[tuple[list[str], tuple[str, ...]]]:
    """Packages, and the stages that are run on them."""
    ours = by_size()
    return [
        (spread(ours, 4), tuple(STAGES)),
        (ours, (*BY_EVERY_SIZE, *TRAINED)),
        (spread(ours, 10), BY_EVERY_SIZE),
        ([*ours, *OTHERS], LARGEST),
    ]


def main() -> None:
    """Measure, print, keep; runs that the output has already stay as they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_scaling_stages.json")
    arguments = parser.parse_args()
    runs = json.loads(arguments.output.read_text(encoding="utf-8"))["runs"] if arguments.output.exists() else []
    known = {run["repositories"] for run in runs}
    for packages, stages in cases():
        if len(packages) + 1 not in known:
            runs.append(measure(sorted(packages), stages))
            write_json(arguments.output, {"runs": runs})


if __name__ == "__main__":
    main()
