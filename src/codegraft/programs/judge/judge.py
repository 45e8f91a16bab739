"""One program, run over a task's tests: the verdict on each, and on the program."""

import re
from typing import Final, NamedTuple

from codegraft.programs.judge.checker import Accept, acceptance
from codegraft.programs.judge.task import Task
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.sandbox import Outcome, Sandbox


class Result(NamedTuple):
    """What is said of a program on one test: verdict, class of exception or name of signal, processor seconds."""

    verdict: Verdict
    exception: str
    cpu_s: float


class Judgement(NamedTuple):
    """What is said of a program.

    A run that is ended by a limit or a signal, or cannot begin, leaves the tests after it unrun: they count as not
    passed.

    Attributes:
        tests: how many the task has.
        run: of them, those that the program was run on; none if it cannot be compiled.
        passed: of them, those that it passed.
        verdict: passed if all were; else that of the first that was not.
        exception: class of the exception, or name of the signal, that this one ended with, else empty.
        flaky: whether running it again gave something else; the worst is what is kept.
        cpu_s: seconds of processor time of the slowest test.
    """

    tests: int
    run: int
    passed: int
    verdict: Verdict
    exception: str
    flaky: bool
    cpu_s: float


VERDICT_OF: Final = {
    "exception": Verdict.EXCEPTION,
    "timeout": Verdict.TIMEOUT,
    "memory": Verdict.MEMORY,
    "output": Verdict.OUTPUT_LIMIT,
    "killed": Verdict.KILLED,
    "syntax": Verdict.SYNTAX_ERROR,
}
"""How a run ended, other than by itself -> verdict."""

_RUNS_OF_UNSTEADY: Final = 3
_RUNS_OF_ENDED: Final = 2

_ENDED: Final = frozenset({Verdict.TIMEOUT, Verdict.MEMORY, Verdict.KILLED})
"""Verdicts that a busy machine may bring about."""

_EATEN: Final = frozenset({Verdict.TIMEOUT, Verdict.MEMORY})

_TIME_USED_UP: Final = 0.75
"""Share of the processor time allowed from which on a timeout is no chance: a busy machine does not change it."""

_UNSTEADY: Final = re.compile(
    r"^\s*(?:import|from)\s[^#\n]*\b(?:random|secrets|uuid|time|datetime|threading|multiprocessing|asyncio)\b"
    r"|\burandom\b|\bSystemRandom\b|\bgetpid\b|\bid\s*\(",
    re.MULTILINE,
)
"""What makes two runs of a program differ: chance, clocks, threads and addresses. Not hashes of text, which are the
same in every run of the sandbox; ``random`` is seeded, with another number each time."""


class Judge:
    """Judges programs by one task, in one sandbox.

    Raises:
        ProgramError: the task's checker is unknown or broken.
    """

    def __init__(self, task: Task, sandbox: Sandbox) -> None:
        self._task = task
        self._sandbox = sandbox
        self._accept: Accept = acceptance(task, sandbox)

    def judge(self, code: str) -> Judgement:
        """Run a program, again if what it did may have been chance."""
        first = self._attempt(code)
        again = [self._attempt(code, seed) for seed in range(1, self._runs(code, first))]
        worst = min([first, *again], key=_goodness)
        return worst._replace(flaky=any(_said(other) != _said(first) for other in again))

    def run(self, code: str, seed: int = 0) -> list[Result]:
        """Run a program once: the result of each test that it was run on; one alone if it cannot be compiled.

        Args:
            code: source text.
            seed: of the module ``random``.
        """
        outcomes = self._sandbox.run(code, self._task.inputs, limits=self._task.limits, seed=seed)
        finished = [(test, outcome.output) for test, outcome in enumerate(outcomes) if outcome.ended == "finished"]
        right = dict(zip((test for test, _ in finished), self._accept(finished), strict=True))
        return [_result(outcome, right.get(test)) for test, outcome in enumerate(outcomes)]

    def _runs(self, code: str, first: Judgement) -> int:
        if _UNSTEADY.search(code):
            return _RUNS_OF_UNSTEADY
        used_up = first.verdict == Verdict.TIMEOUT and first.cpu_s > _TIME_USED_UP * self._task.limits.cpu_s
        return _RUNS_OF_ENDED if first.verdict in _ENDED and not used_up else 1

    def _attempt(self, code: str, seed: int = 0) -> Judgement:
        results = self.run(code, seed)
        passed = [result.verdict == Verdict.PASSED for result in results]
        decisive = results[passed.index(False)] if False in passed else results[0]
        return Judgement(
            tests=len(self._task.inputs),
            run=0 if decisive.verdict == Verdict.SYNTAX_ERROR else len(results),
            passed=sum(passed),
            verdict=decisive.verdict,
            exception=decisive.exception,
            flaky=False,
            cpu_s=max(result.cpu_s for result in results),
        )


def _result(outcome: Outcome, right: bool | None) -> Result:
    """``right`` is None for a program that did not finish."""
    verdict = VERDICT_OF[outcome.ended] if right is None else Verdict.PASSED if right else Verdict.WRONG_ANSWER
    return Result(verdict, outcome.exception, outcome.cpu_s)


def _goodness(judgement: Judgement) -> tuple[int, int]:
    return judgement.passed, -list(Verdict).index(judgement.verdict)


def _said(judgement: Judgement) -> Judgement:
    """What another run is to repeat. Which limit a program that eats time and memory meets first is the machine's."""
    if judgement.verdict in _EATEN:
        return judgement._replace(cpu_s=0.0, verdict=Verdict.TIMEOUT, exception="")
    return judgement._replace(cpu_s=0.0)
