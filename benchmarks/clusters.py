"""Three stages on the workers of this machine, of Dask and of Ray, with and without a worker killed in the middle.

    python -m benchmarks.clusters [STAGE ...]

Every run reads the inputs in data/, writes to a directory of its own, and begins with nothing cached. Every piece of
work leaves a line when a worker begins it and when it is done, so it is known what a worker was doing when it was
killed, and what was done twice. Outputs are compared with those of the first run, which is undisturbed and local, and
with what dvc.lock names.
"""

import argparse
import hashlib
import importlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any
from unittest.mock import patch

import yaml

from benchmarks.export import RESULTS
from codegraft.parallel.workers import Workers

JOBS = 2
STAGES: dict[str, dict[str, str]] = {
    "build_kg": {"KG_DIRECTORY": "data/kg", "METRICS_FILE": "metrics/kg.json"},
    "label": {"LABELS_FILE": "data/programs/labels.parquet", "METRICS_FILE": "metrics/label.json"},
    "featurize": {"FEATURES_DIRECTORY": "data/features", "METRICS_FILE": "metrics/features.json"},
}
"""The constants of a stage that say where it writes."""

CACHES = {"build_kg": "CACHE_DIRECTORY", "label": "LABEL_CACHE"}
RUNS = [("loky", False), ("dask", True), ("ray", True), ("dask", False), ("ray", False), ("loky", True)]
KILLED_AFTER = {"build_kg": 6, "label": 30, "featurize": 20}
"""Pieces that are done when a worker is killed."""

WITHIN_S = 1200
"""A run that takes longer is ended."""

plain_each = Workers.each


def traced(function: Callable[[Any], Any], directory: Path, numbered: tuple[str, Any]) -> Any:
    """Do a piece of work, in a worker, and write down that it began and that it ended."""
    name, item = numbered
    with (directory / str(os.getpid())).open("a") as log:
        print(f"{time.time()} begin {name}", file=log, flush=True)
        outcome = function(item)
        print(f"{time.time()} end {name}", file=log, flush=True)
    return outcome


def tracing(directory: Path) -> Callable[..., Iterator[tuple[int, Any]]]:
    """``Workers.each`` that has every piece traced: calls and pieces are numbered."""
    calls = count()

    def each(workers: Workers, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        call = next(calls)
        numbered = ((f"{call}.{place}", item) for place, item in enumerate(items))
        return plain_each(workers, partial(traced, function, directory), numbered)

    return each


def lines(directory: Path) -> list[tuple[float, str, str, int]]:
    """(seconds, begin or end, piece, process) of what the workers wrote, in the order of time."""
    rows = [(*line.split(), file.name) for file in directory.iterdir() for line in file.read_text().splitlines()]
    return sorted((float(at), what, piece, int(process)) for at, what, piece, process in rows)


def kill_one(directory: Path, after: int, killed: dict[str, Any]) -> None:
    """Wait until so many pieces are done, then kill a worker amid another."""
    while True:
        found = lines(directory)
        ended = {piece for _, what, piece, _ in found if what == "end"}
        busy = [(piece, process) for _, what, piece, process in found if what == "begin" and piece not in ended]
        if len(ended) >= after and busy:
            piece, process = busy[0]
            os.kill(process, signal.SIGKILL)
            killed |= {"piece": piece, "pieces_done": len(ended), "at_s": round(time.time() - found[0][0], 2)}
            return
        time.sleep(0.02)


def one(stage: str, backend: str, kill: bool, place: Path) -> dict[str, Any]:
    """Run a stage in this process."""
    module: Any = importlib.import_module(f"codegraft.stages.{stage}")
    for constant, path in STAGES[stage].items():
        setattr(module, constant, place / path)
    if stage in CACHES:
        setattr(module, CACHES[stage], None)
    load = module.load_params
    module.load_params = lambda: load(changes={"backend": backend, "kg.jobs": JOBS, "programs.jobs": JOBS})
    trace = place / "trace"
    trace.mkdir()
    killed: dict[str, Any] = {}
    if kill:
        threading.Thread(target=kill_one, args=(trace, KILLED_AFTER[stage], killed), daemon=True).start()
    load_before, begun = os.getloadavg()[0], time.perf_counter()
    with patch.object(Workers, "each", tracing(trace)):
        module.main()
    seconds = time.perf_counter() - begun
    begins = Counter(piece for _, what, piece, _ in lines(trace) if what == "begin")
    return {
        "seconds": round(seconds, 1),
        "load": round(load_before, 1),
        "pieces": len(begins),
        "workers": len(list(trace.iterdir())),
        "killed": killed,
        "done_twice": sorted(piece for piece, times in begins.items() if times > 1),
        "sha256": {path: digests(place / path) for path in STAGES[stage].values()},
        "dvc_md5": {path: dvc_md5(place / path) for path in STAGES[stage].values()},
    }


def digests(path: Path) -> dict[str, str]:
    """SHA-256 of a file, or of each file of a directory, by name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def dvc_md5(path: Path) -> str:
    """What DVC writes of a file or directory into dvc.lock."""
    if not path.is_dir():
        return hashlib.md5(path.read_bytes()).hexdigest()
    rows = [{"md5": dvc_md5(file), "relpath": file.name} for file in sorted(path.iterdir())]
    return hashlib.md5(json.dumps(rows, sort_keys=True).encode()).hexdigest() + ".dir"


def apart(stage: str, backend: str, kill: bool) -> dict[str, Any]:
    """Run a stage in a process of its own, since workers are given functions by the names of their modules."""
    with tempfile.TemporaryDirectory(prefix="codegraft-clusters-") as place:
        arguments = json.dumps([stage, backend, kill])
        code = f"import json; from pathlib import Path; from benchmarks.clusters import one; place = Path({place!r}); "
        code += f"(place / 'found.json').write_text(json.dumps(one(*json.loads({arguments!r}), place)))"
        done = subprocess.run([sys.executable, "-c", code], timeout=WITHIN_S, capture_output=True, text=True)
        if done.returncode or done.stdout or done.stderr:
            print(done.stdout, done.stderr, file=sys.stderr)
        done.check_returncode()
        found: dict[str, Any] = json.loads(Path(place, "found.json").read_text())
    return {"stage": stage, "backend": backend, **found}


def compared(runs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each run with whether its outputs are those of the first run of its stage, and those of dvc.lock."""
    locked = yaml.safe_load(Path("dvc.lock").read_text())["stages"]
    for run in runs:
        first = next(other for other in runs if other["stage"] == run["stage"])
        named = {out["path"]: out["md5"] for out in locked[run["stage"]]["outs"]}
        run["same_as_first"] = run["sha256"] == first["sha256"]
        run["same_as_dvc_lock"] = {path: named.get(path) == md5 for path, md5 in run["dvc_md5"].items()}
    return runs


def main() -> None:
    """Run the stages on each backend and write what came of it, run by run; results of other stages stay."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("stages", nargs="*", default=[*STAGES], help="build_kg, label, featurize; default: all")
    stages = parser.parse_args().stages
    target = RESULTS / f"{date.today():%Y-%m-%d}_clusters.json"
    known = json.loads(target.read_text())["runs"] if target.exists() else []
    runs: list[dict[str, Any]] = [run for run in known if run["stage"] not in stages]
    for backend, kill in RUNS:
        for stage in stages:
            runs.append(apart(stage, backend, kill))
            found = compared(runs)[-1]
            shown = ("stage", "backend", "seconds", "killed", "done_twice", "same_as_first", "same_as_dvc_lock")
            print({name: found[name] for name in shown}, flush=True)
            target.write_text(json.dumps({"jobs": JOBS, "runs": runs}, indent=2) + "\n")


if __name__ == "__main__":
    main()
