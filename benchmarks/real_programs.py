"""Programs that people and models wrote, with labels that are not ours: read from a folder that is no part of this
repository.

Its README says what the files are. A text of more than ``LONGEST`` characters, mostly Java around a library that is
pasted in, is left out, and so is the other half of its pair.
"""

import gzip
import hashlib
import json
import os
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from codegraft.near_duplicates import near_duplicates
from codegraft.programs.mutate import mutants
from codegraft.progress import track

FOLDER = "CODEGRAFT_REAL_PROGRAMS"
LONGEST = 15_000
FOLDS = 3
CORRECT_ONLY = ("codecontests", "mbpp")
"""Sets that bring no faulty programs."""
MUTANTS = 2
"""Faulty variants of each of their programs."""


class RealProgram(NamedTuple):
    """A program.

    Attributes:
        source: name of the set; languages are apart, as in ``condefects_java``.
        task: what it solves, unique over all sets.
        group: programs that it is compared with in training: its pair, or its task, or it and its mutants.
        pair: of a faulty and a repaired program, else empty.
        language: of the text.
        code: the text.
        right: whether it is.
        made: whether it is a mutant, which nobody is judged on.
    """

    source: str
    task: str
    group: str
    pair: str
    language: str
    code: str
    right: bool
    made: bool = False


def folder() -> Path:
    """The folder, which an environment variable names; ends the program where there is none."""
    named = os.environ.get(FOLDER)
    if not named or not Path(named).is_dir():
        sys.exit(f"set {FOLDER} to the folder of the real programs")
    return Path(named)


def read_real(place: Path) -> list[RealProgram]:
    """All programs whose labels are given; each text of a task once, unless it is half of a pair."""
    found = [*_codenet(place), *_can_ai_code(place), *_condefects(place), *_debugbench(place)]
    short = [program for program in found if len(program.code) <= LONGEST]
    halves = Counter(program.pair for program in short)
    return [program for program in short if not program.pair or halves[program.pair] == 2]


def read_correct(place: Path) -> list[RealProgram]:
    """Correct programs without faulty ones, each with its mutants, which nobody executed: most of them are wrong."""
    rows = [
        ("codecontests", row["cluster"], row["name"], row["solution"])
        for row in _rows(place, "codecontests_300_correct")
    ]
    rows += [("mbpp", str(row["task_id"]), str(row["task_id"]), row["code"]) for row in _rows(place, "mbpp")]
    found: list[RealProgram] = []
    for source, task, name, code in track(rows, "mutants"):
        program = RealProgram(source, f"{source} {task}", f"{source} {name}", "", "python", code, right=True)
        found.append(program)
        found += [
            program._replace(code=mutant.code, right=False, made=True)
            for mutant in mutants(code, seed=0, limit=MUTANTS)
        ]
    return found


def folds(programs: list[RealProgram]) -> list[int]:
    """Fold of each program: that of its task; tasks with near duplicates between them are in one."""
    texts = [(number, program.code) for number, program in enumerate(programs)]
    cluster = {program.task: program.task for program in programs}
    for group in near_duplicates(texts):
        names = {_root(cluster, programs[number].task) for number in group}
        for name in names:
            cluster[name] = min(names)
    return [_fold(_root(cluster, program.task)) for program in programs]


def _root(cluster: dict[str, str], task: str) -> str:
    while cluster[task] != task:
        task = cluster[task]
    return task


def _fold(task: str) -> int:
    return int.from_bytes(hashlib.sha256(task.encode()).digest()[:4]) % FOLDS


def _rows(place: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(place / f"{name}.jsonl.gz", "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _codenet(place: Path) -> Iterator[RealProgram]:
    for row in _rows(place, "codenet_14_problems"):
        task = f"codenet {row['problem']}"
        yield RealProgram("codenet_14_problems", task, task, "", "python", row["program"], row["passed"])


def _can_ai_code(place: Path) -> Iterator[RealProgram]:
    rows = {(row["task_id"], row["code"]): row for row in _rows(place, "can_ai_code")}
    for row in rows.values():
        task = f"can_ai_code {row['task_id']}"
        yield RealProgram("can_ai_code", task, task, "", "python", row["code"], row["passed"])


def _condefects(place: Path) -> Iterator[RealProgram]:
    for number, row in enumerate(_rows(place, "condefects_2021_2023")):
        yield from _pair("condefects", number, row["language"], row["task"], row["correct"], row["faulty"])


def _debugbench(place: Path) -> Iterator[RealProgram]:
    for number, row in enumerate(_rows(place, "debugbench")):
        yield from _pair("debugbench", number, row["language"], row["slug"], row["oracle_code"], row["buggy_code"])


def _pair(source: str, number: int, language: str, task: str, right: str, wrong: str) -> Iterator[RealProgram]:
    language = language.lower().removesuffix("3")
    pair = f"{source} {number}"
    for code, is_right in ((right, True), (wrong, False)):
        yield RealProgram(f"{source}_{language}", f"{source} {task}", pair, pair, language, code, is_right)
