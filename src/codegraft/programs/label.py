"""Problems to labels: their programs are executed, and so are mutants of those that pass."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import pyarrow as pa

from codegraft.parallel.workers import Workers
from codegraft.programs.judge.cache import CachedJudge
from codegraft.programs.judge.judge import Judgement
from codegraft.programs.judge.pool import with_sandboxes
from codegraft.programs.judge.task import encoded, task_of
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.labels import CORRECT, INCORRECT, MUTANT, Label, labels_table
from codegraft.programs.mutate import mutants, slips
from codegraft.programs.problems import Problem
from codegraft.programs.sandbox import Isolation, Sandbox
from codegraft.progress import track

SLIP_EVERY: Final = 7
"""One in so many mutants of a program has a mistake that a first run would have shown. More of them would teach that
whatever can be read is right."""

_ID_DIGITS: Final = 16
_SEED_DIGITS: Final = 15


@dataclass(frozen=True)
class Labelling:
    """How problems are labelled.

    Attributes:
        tests: of a problem to run at most, public ones first.
        mutants: to make of each correct program that passes; one in ``SLIP_EVERY`` is a slip.
        seed: of the choice among mutants.
        isolation: of the sandbox.
        cache: directory of what was judged before, or None.
    """

    tests: int
    mutants: int
    seed: int
    isolation: Isolation
    cache: Path | None


@dataclass(frozen=True)
class _Candidate:
    """A program to judge."""

    code: str
    origin: str
    kind: str
    operator: str = ""
    parent: str = ""


def label_problems(problems: Sequence[Problem], labelling: Labelling, workers: Workers) -> pa.Table:
    """Label all programs of all problems.

    Args:
        problems: with tests.
        labelling: how.
        workers: who execute, each in a sandbox of its own; the labels do not depend on them.

    Returns:
        A table in :data:`codegraft.programs.labels.LABELS_SCHEMA`, sorted.

    Raises:
        ProgramError: a problem has no tests, or a checker that is unknown or broken.
        SandboxError: programs cannot be executed here, or the sandbox failed.
        WorkerError: the workers cannot be had, or die.
    """
    work = partial(label_problem, labelling=labelling)
    done = with_sandboxes(work, problems, workers, labelling.isolation)
    tracked = track(done, "label", total=len(problems), unit="problem")
    return labels_table(label for labels in tracked for label in labels)


def label_problem(problem: Problem, sandbox: Sandbox, labelling: Labelling) -> list[Label]:
    """Label the programs of one problem and mutants of the correct ones; a program that repeats is labelled once.

    Raises:
        ProgramError: the problem has no tests, or a checker that is unknown or broken.
        SandboxError: the sandbox failed.
    """
    labels: dict[str, Label] = {}
    task = task_of(problem, labelling.tests)
    with CachedJudge(task, sandbox, labelling.cache, labelling.isolation) as judge:
        waiting = [*_given(problem)]
        for candidate in waiting:
            program = program_id(problem.name, candidate.code)
            if program not in labels:
                labels[program] = _label(problem, program, candidate, judge.judge(candidate.code))
                if candidate.origin == CORRECT and labels[program].verdict == Verdict.PASSED:
                    waiting += _mutants(candidate.code, program, labelling)
    return list(labels.values())


def program_id(problem: str, code: str) -> str:
    """The id of a program: a hash of the problem's name and the source text."""
    return hashlib.sha256(encoded(f"{problem}\n{code}")).hexdigest()[:_ID_DIGITS]


def _given(problem: Problem) -> Iterator[_Candidate]:
    for code in problem.correct:
        yield _Candidate(code, CORRECT, kind="")
    for code, kind in zip(problem.incorrect, problem.kinds, strict=True):
        yield _Candidate(code, INCORRECT, kind)


def _mutants(code: str, program: str, labelling: Labelling) -> Iterator[_Candidate]:
    seed = int(hashlib.sha256(f"{labelling.seed} {program}".encode()).hexdigest()[:_SEED_DIGITS], 16)
    number = labelling.mutants // SLIP_EVERY
    made = [*mutants(code, seed=seed, limit=labelling.mutants - number), *slips(code, seed=seed, limit=number)]
    for mutant in made:
        yield _Candidate(mutant.code, MUTANT, mutant.kind, mutant.operator, parent=program)


def _label(problem: Problem, program: str, candidate: _Candidate, judgement: Judgement) -> Label:
    return Label(
        program=program,
        problem=problem.name,
        split=problem.split,
        origin=candidate.origin,
        kind=candidate.kind,
        operator=candidate.operator,
        parent=candidate.parent,
        code=candidate.code,
        tests=judgement.tests,
        run=judgement.run,
        passed=judgement.passed,
        verdict=judgement.verdict.value,
        exception=judgement.exception,
        flaky=judgement.flaky,
    )
