"""``python -m benchmarks.mutation [AREA...] [--report]``: try the mutants of every area, or of these.

What is known of a mutant is kept in the user's cache directory, by the digest of its file: a run that is stopped goes
on where it was, and mutants that survived are tried again when tests changed. ``--report`` writes the results file
from what is known.
"""

import argparse
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.mutation.areas import AREAS, SEED, Area, Part
from benchmarks.mutation.plugin import PLAN
from benchmarks.mutation.report import write_report
from codegraft.files import atomic_write

ROOT: Final = Path(__file__).parents[2]
HERE: Final = Path(__file__).parent
RESULTS: Final = HERE.parent / "results"
CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "codegraft" / "mutation"
COPIED: Final = (
    *("src", "tests", "benchmarks", "metrics", "plots", "data/ontology.yaml", "Makefile", "pyproject.toml"),
    *("params.yaml", "dvc.yaml", "dvc.lock", "requirements.txt", ".dvcignore", ".dvc/config"),
)
"""What the tests read: they run in a copy, because the mutated files stand on disk."""


class Effort(NamedTuple):
    """How hard the tests try: the seconds that one of them may take, and hypothesis's examples."""

    longest: float
    examples: int


def main(arguments: list[str]) -> None:
    """Make the mutants, try those not known yet, write the results."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mutation", description=__doc__)
    parser.add_argument("areas", nargs="*", help="areas to try (all)")
    parser.add_argument("--sample", type=int, help="how many mutants of each area (as areas.py says)")
    parser.add_argument("--longest", type=float, default=12.0, help="leave out tests that take more seconds (12)")
    parser.add_argument("--examples", type=int, default=50, help="that hypothesis draws for each test (50)")
    parser.add_argument("--report", action="store_true", help="try nothing, write what is known")
    chosen = parser.parse_args(arguments)
    found = {}
    for name in chosen.areas or AREAS:
        found[name] = area_mutants(AREAS[name], chosen.sample)
        if not chosen.report:
            try_area(name, AREAS[name], found[name], Effort(chosen.longest, chosen.examples))
    if not chosen.areas and not chosen.sample:
        whole = {
            name: sum(len(file_mutants(file)) for part in area.parts for file in source_files(part))
            for name, area in AREAS.items()
        }
        print(f"wrote {write_report(RESULTS, {name: tried(mutants) for name, mutants in found.items()}, whole)}")


def area_mutants(area: Area, sample: int | None) -> list[dict[str, Any]]:
    """The mutants of an area in a seeded order, as many as are tried."""
    files = [file for part in area.parts for file in source_files(part)]
    mutants = [mutant for file in files for mutant in file_mutants(file)]
    random.Random(SEED).shuffle(mutants)
    return mutants[: sample or area.sample]


def source_files(part: Part) -> list[str]:
    """The Python files of a part; those of a directory stand for the directory."""
    found: list[str] = []
    for source in part.sources:
        path = ROOT / source
        found += [source] if path.is_file() else [str(file.relative_to(ROOT)) for file in sorted(path.rglob("*.py"))]
    return found


def file_mutants(file: str) -> list[dict[str, Any]]:
    """The mutants of a file, made once for each text of it."""
    stored = CACHE / "mutants" / f"{digest(ROOT / file, HERE / 'mutants.py', HERE / 'requirements.txt')}.jsonl"
    if not stored.exists():
        command = [sys.executable, "-m", "benchmarks.mutation.mutants", file]
        own = {**os.environ, "PYTHONPATH": f"{environment()}{os.pathsep}{ROOT}"}
        made = subprocess.run(command, cwd=ROOT, env=own, stdout=subprocess.PIPE, check=True).stdout
        with atomic_write(stored) as temporary:
            temporary.write_bytes(made)
    return [{**json.loads(line), "store": stored.stem} for line in stored.read_text().splitlines()]


def environment() -> Path:
    """The directory with mutmut, installed once for each requirements.txt."""
    place = CACHE / f"mutmut-{digest(HERE / 'requirements.txt')}"
    if not place.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", f"{place}.partial"]
        subprocess.run([*pip, "--requirement", str(HERE / "requirements.txt")], check=True)
        Path(f"{place}.partial").replace(place)
    return place


def digest(*paths: Path) -> str:
    """Of the bytes of files, 16 hex digits."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()[:16]


def test_digest(part: Part) -> str:
    """Of the tests of a part: survivors are tried again when it changes."""
    files = [ROOT / test for test in part.tests]
    return digest(*(found for file in files for found in (sorted(file.rglob("*.py")) if file.is_dir() else [file])))


def results_file(store: str) -> Path:
    """Where the outcomes of one file's mutants are."""
    return CACHE / "results" / f"{store}.jsonl"


def known(mutants: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """The last outcome of each mutant that was tried, by its key."""
    outcomes: dict[str, dict[str, Any]] = {}
    for store in {mutant["store"] for mutant in mutants}:
        if results_file(store).exists():
            lines = results_file(store).read_text().splitlines()
            outcomes.update((line["key"], line) for line in map(json.loads, lines))
    return outcomes


def try_area(name: str, area: Area, mutants: list[dict[str, Any]], effort: Effort) -> None:
    """Try the mutants of an area that are not known, or survived tests that have changed since."""
    before = known(mutants)
    for part in area.parts:
        files, tests = source_files(part), f"{test_digest(part)} {effort}"
        left = [
            mutant for mutant in mutants if mutant["file"] in files and not settled(before.get(mutant["key"]), tests)
        ]
        if not left:
            continue
        by_key = {mutant["key"]: mutant for mutant in left}
        for number, line in enumerate(outcomes(part, files, left, effort), 1):
            with results_file(by_key[line["key"]]["store"]).open("a") as results:
                results.write(json.dumps({**line, "against": tests}) + "\n")
            sys.stderr.write(f"\r{name}: {number} of {len(left)}, last {line['outcome']}   ")
        sys.stderr.write("\n")


def tried(mutants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those of which the outcome is known, with it."""
    outcomes = known(mutants)
    return [
        {**mutant, "outcome": outcomes[mutant["key"]]["outcome"]} for mutant in mutants if mutant["key"] in outcomes
    ]


def settled(outcome: dict[str, Any] | None, tests: str) -> bool:
    """Whether a mutant need not be tried: it was killed, or survived these very tests."""
    return outcome is not None and (outcome["outcome"] != "survived" or outcome["against"] == tests)


def outcomes(part: Part, files: list[str], mutants: list[dict[str, Any]], effort: Effort) -> Iterator[dict[str, Any]]:
    """Run pytest once over the tests of a part, in a copy of the repository, and yield what it says of each mutant."""
    place = fresh_copy()
    told = place / "results.jsonl"
    told.touch()
    results_file("").parent.mkdir(parents=True, exist_ok=True)
    plan = {
        "files": files,
        "mutants": mutants,
        "results": str(told),
        "patience": 600.0,
        **effort._asdict(),
        "preloaded": part.preloaded,
        "warm": part.warm,
    }
    (place / "plan.json").write_text(json.dumps(plan))
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "benchmarks.mutation.plugin",
        "-p",
        "no:cacheprovider",
        *part.tests,
    ]
    own = {
        **os.environ,
        PLAN: str(place / "plan.json"),
        "PYTHONPATH": f"{place / 'src'}{os.pathsep}{place}",
        "OMP_NUM_THREADS": "1",
        "PYSTOW_HOME": str(place / "pystow"),
    }
    with (
        (place / "log").open("w") as log,
        subprocess.Popen(command, cwd=place, env=own, stdout=log, stderr=log) as running,
        told.open() as lines,
    ):
        while True:
            ended = running.poll() is not None
            for text in lines:
                line = json.loads(text)
                if "key" in line:
                    yield line
                elif line["failed"]:
                    sys.stderr.write(f"failing without a mutant, left out: {' '.join(line['failed'])}\n")
            if ended:
                break
            try:
                running.wait(0.5)
            except subprocess.TimeoutExpired:
                continue
    if running.returncode:
        raise SystemExit((place / "log").read_text()[-4000:])


def fresh_copy() -> Path:
    """A copy of what the tests read."""
    place = CACHE / "work"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, place / name)
        else:
            (place / name).parent.mkdir(exist_ok=True)
            shutil.copy2(ROOT / name, place / name)
    return place


if __name__ == "__main__":
    main(sys.argv[1:])
