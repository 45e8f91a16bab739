"""Labels of real programs, executed again, beside those that their collections give; and labels a second.

    CODEGRAFT_REAL_PROGRAMS=DIR python -m benchmarks.labels

The directory holds two collections as gzipped JSON lines:

- ``codenet_14_problems.jsonl.gz``: 1,800 programs with verdicts, made with up to 20 tests a problem that are not in
  it. Tests are made here (:mod:`benchmarks.codenet_tests`), and since many programs that it calls passed are wrong, as
  its tests did not show, those tests alone are used that the collection may have had: all of its passing programs
  agree on them. A program that fails every test says nothing about them (it wants what the sandbox lacks). So the
  agreement on passing programs says that they can be run here, and that on failing ones that they are found out.
  ``agreement_where_it_can_be`` leaves out programs whose modules the sandbox lacks, and problems of which hardly a test
  is left.
- ``codecontests_300_correct.jsonl.gz``: 300 programs that are said to be correct, with tests, most of problems that
  come with a checker which the collection lacks.

The sample, in data/programs, is labelled without a cache for the speed.
"""

import gzip
import json
import os
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import zip_longest
from pathlib import Path
from typing import Any

from benchmarks.codenet_tests import tests_of
from benchmarks.export import RESULTS
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.judge.judge import Judge, Judgement
from codegraft.programs.judge.pool import with_sandboxes
from codegraft.programs.judge.task import Task, limits_of
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.label import Labelling, label_problems
from codegraft.programs.problems import PROGRAMS_FILES, read_problems
from codegraft.programs.sandbox import Sandbox

TESTS = 20
"""Of a CodeNet problem at most, as its labels say."""

LEAST_TESTS = 5
"""With fewer that the collection may have had, failing programs of a problem cannot be found out."""

POOL: dict[str, Any] = {"workers": Workers(2), "isolation": "namespaces"}
SAME_VERDICT = {"syntax": Verdict.SYNTAX_ERROR}
"""Names of CodeNet's labels that are not ours."""

Work = tuple[Task, list[str]]


def rows(directory: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a collection."""
    with gzip.open(directory / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def judged(work: list[Work]) -> dict[tuple[str, str], Judgement]:
    """The judgement of each program, by problem and code."""
    return {
        (problem, code): judgement
        for problem, found in with_sandboxes(judge_all, work, **POOL)
        for code, judgement in found.items()
    }


def judge_all(work: Work, sandbox: Sandbox) -> tuple[str, dict[str, Judgement]]:
    """Judge the programs of one problem."""
    task, programs = work
    judge = Judge(task, sandbox)
    return task.problem, {code: judge.judge(code) for code in programs}


def task(problem: str, tests: list[tuple[str, str]]) -> Task:
    """A task of (input, output) pairs."""
    inputs, expected = zip(*tests, strict=True)
    return Task(problem, tuple(map(str.encode, inputs)), tuple(map(str.encode, expected)), "", limits_of())


def codenet(directory: Path) -> dict[str, Any]:
    """Agreement with the verdicts of CodeNet's programs."""
    found = rows(directory, "codenet_14_problems")
    chosen = dict(with_sandboxes(compatible_tests, by_problem(found, "passed"), **POOL))
    work = [(task(name, chosen[name]), codes) for name, codes in by_problem(found)]
    judgements = judged(work)
    pairs = [(row, judgements[row["problem"], row["program"]]) for row in found]
    verdicts = Counter((SAME_VERDICT.get(row["result"], row["result"]), ours.verdict) for row, ours in pairs)
    return {
        "programs": len(found),
        "tests": {name: len(tests) for name, tests in sorted(chosen.items())},
        "agreement": share_agreed(pairs),
        "agreement_where_it_can_be": share_agreed(
            [
                (row, ours)
                for row, ours in pairs
                if ours.exception != "ModuleNotFoundError" and len(chosen[row["problem"]]) >= LEAST_TESTS
            ]
        ),
        "same_verdict": sum(count for (theirs, ours), count in verdicts.items() if theirs == ours) / len(found),
        "verdicts_theirs_ours": {f"{theirs} {ours}": count for (theirs, ours), count in sorted(verdicts.items())},
        "differing": [
            f"{row['problem']} {row['set']}/{row['idx']}: {row['result']}, here {described(ours)}"
            for row, ours in pairs
            if not agree(row, ours)
        ],
    }


def agree(row: dict[str, Any], ours: Judgement) -> bool:
    """Whether both say that a program passed, or both that it did not."""
    return bool(row["passed"]) == (ours.verdict == Verdict.PASSED)


def share_agreed(pairs: list[tuple[dict[str, Any], Judgement]]) -> float:
    """Share of programs that both judge alike."""
    return sum(agree(row, ours) for row, ours in pairs) / len(pairs)


def by_problem(found: list[dict[str, Any]], result: str = "") -> list[tuple[str, list[str]]]:
    """Programs of each problem, those of one result alone if it is given."""
    programs = defaultdict(list)
    for row in found:
        if result in ("", row["result"]):
            programs[row["problem"]].append(row["program"])
    return sorted(programs.items())


def compatible_tests(work: tuple[str, list[str]], sandbox: Sandbox) -> tuple[str, list[tuple[str, str]]]:
    """The first tests of those made for a problem that all programs pass which pass any."""
    problem, programs = work
    tests = list(tests_of(problem))
    judge = Judge(task(problem, tests), sandbox)
    for program in programs:
        verdicts = [result.verdict for result in judge.run(program)]
        if Verdict.PASSED in verdicts:
            tests = [test for test, verdict in zip_longest(tests, verdicts) if verdict in (Verdict.PASSED, None)]
            judge = Judge(task(problem, tests), sandbox)
    return problem, tests[:TESTS]


def codecontests(directory: Path) -> dict[str, Any]:
    """How many of the programs that are said to be correct pass."""
    found = rows(directory, "codecontests_300_correct")
    work = [
        (task(row["name"], [(test["input"], test["output"]) for test in row["tests"]]), [row["solution"]])
        for row in found
        if row["tests"]
    ]
    judgements = judged(work)
    failed = {name: ours for (name, _), ours in sorted(judgements.items()) if ours.verdict != Verdict.PASSED}
    return {
        "programs": len(found),
        "without_tests": len(found) - len(work),
        "passed": len(judgements) - len(failed),
        "verdicts": dict(Counter(ours.verdict for ours in judgements.values())),
        "failed": {name: described(ours) for name, ours in failed.items()},
    }


def described(judgement: Judgement) -> str:
    """A judgement in few words."""
    words = [judgement.verdict, judgement.exception, f"{judgement.passed}/{judgement.tests}"]
    return " ".join(word for word in [*words, "flaky" * judgement.flaky] if word)


def sample() -> dict[str, Any]:
    """Labels a second of the programs in data/programs, nothing remembered."""
    params = load_params()
    problems = [problem for file in PROGRAMS_FILES for problem in read_problems(file)]
    labelling = Labelling(params.programs.tests, params.programs.mutants, params.seed, POOL["isolation"], cache=None)
    start = time.perf_counter()
    labels = label_problems(problems, labelling, POOL["workers"])
    seconds = time.perf_counter() - start
    return {
        "problems": len(problems),
        "programs": labels.num_rows,
        "seconds": seconds,
        "programs_per_s": labels.num_rows / seconds,
        "verdicts": dict(Counter(labels["verdict"].to_pylist())),
    }


def lines(figures: dict[str, Any], indent: str = "") -> Iterator[str]:
    """Figures as a table for people."""
    for name, value in figures.items():
        if isinstance(value, dict):
            yield f"{indent}{name}"
            yield from lines(value, f"{indent}  ")
        elif isinstance(value, list):
            yield from (f"{indent}{name}: {item}" for item in value)
        else:
            yield f"{indent}{name:32} {value:.4g}" if isinstance(value, float) else f"{indent}{name:32} {value}"


def main() -> None:
    """Measure, print, keep."""
    directory = os.environ.get("CODEGRAFT_REAL_PROGRAMS")
    if not directory:
        sys.exit("CODEGRAFT_REAL_PROGRAMS is not set: name the directory of the collections")
    figures = {
        "codenet": codenet(Path(directory)),
        "codecontests": codecontests(Path(directory)),
        "sample": sample(),
    }
    print("\n".join(lines(figures)))
    text = json.dumps(figures, indent=2) + "\n"
    (RESULTS / f"{date.today().isoformat()}_labels.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
