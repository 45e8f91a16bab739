"""What a program is judged by: a problem's tests, its rule for outputs, and what a run may use."""

import hashlib
from dataclasses import dataclass
from typing import Final

from codegraft.errors import ProgramError
from codegraft.programs.problems import Problem
from codegraft.programs.sandbox import Limits

UNKNOWN_TIME_LIMIT_S: Final = 2.0
"""Where a problem does not say: what most of them set."""

WALL_SECONDS_PER_CPU_SECOND: Final = 4.0
"""A program may wait, and the machine may be busy; processor time is what a problem limits."""

LEAST_WALL_S: Final = 5.0
"""So that a loaded machine does not end a program that a free one would let finish."""

LEAST_MEMORY_BYTES: Final = 256 << 20
MOST_MEMORY_BYTES: Final = 1 << 30
"""A problem's own limit counts between these: an interpreter needs some, and many run side by side."""

_BYTES_OF_LENGTH: Final = 8


@dataclass(frozen=True)
class Task:
    """Tests, in order, and how outputs are compared.

    Attributes:
        problem: its name, for messages.
        inputs, expected: of each test, as bytes.
        checker: a rule of :mod:`codegraft.programs.judge.compare`, or the source text of a checker program.
        limits: of the run on one test.
    """

    problem: str
    inputs: tuple[bytes, ...]
    expected: tuple[bytes, ...]
    checker: str
    limits: Limits

    def __post_init__(self) -> None:
        if not self.inputs:
            raise ProgramError(f"problem {self.problem}: it has no tests to judge a program by; leave it out")

    @property
    def digest(self) -> str:
        """Hash of all that a verdict depends on, but for the program; the name is no part of it."""
        parts = [repr(self.limits).encode(), encoded(self.checker), *self.inputs, *self.expected]
        hasher = hashlib.sha256()
        for part in parts:
            hasher.update(len(part).to_bytes(_BYTES_OF_LENGTH, "big") + part)
        return hasher.hexdigest()


def task_of(problem: Problem, tests: int) -> Task:
    """The task of a problem's first ``tests`` tests, public ones first.

    Raises:
        ProgramError: the problem has no tests.
    """
    chosen = problem.tests(tests)
    return Task(
        problem=problem.name,
        inputs=tuple(encoded(test.input) for test in chosen),
        expected=tuple(encoded(test.output) for test in chosen),
        checker=problem.checker,
        limits=limits_of(problem.time_limit_s, problem.memory_limit_bytes),
    )


def limits_of(time_limit_s: float | None = None, memory_bytes: int = 0) -> Limits:
    """Limits of one run, for a problem's limits of time (which counts processor time) and memory (0 if unknown)."""
    cpu_s = time_limit_s or UNKNOWN_TIME_LIMIT_S
    return Limits(
        cpu_s=cpu_s,
        wall_s=max(LEAST_WALL_S, WALL_SECONDS_PER_CPU_SECOND * cpu_s),
        memory_bytes=min(max(LEAST_MEMORY_BYTES, memory_bytes), MOST_MEMORY_BYTES),
    )


def encoded(text: str) -> bytes:
    """UTF-8, and halves of surrogate pairs, which JSON can spell, as they are."""
    return text.encode("utf-8", "surrogatepass")
