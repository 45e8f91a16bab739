"""Right and wrong answers to each problem: its own solution, and variants of it with one mistake, all executed.

HumanEval has no wrong answers. Its solutions are given mistakes as those of the training programs are
(:mod:`codegraft.programs.mutate`), so what is measured on them is how well made mistakes are told in code by other
hands; people's mistakes may be harder. A variant that passes the problem's tests counts as right.
"""

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

import pyarrow as pa

from codegraft.graphsage.humaneval.problems import HumanEvalProblem
from codegraft.parallel.workers import Workers
from codegraft.programs.judge.cache import CachedJudge
from codegraft.programs.judge.pool import with_sandboxes
from codegraft.programs.judge.task import Task, encoded, limits_of
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.label import program_id
from codegraft.programs.mutate import Mutant, mutants
from codegraft.programs.sandbox import Isolation, Sandbox
from codegraft.progress import track

CANONICAL: Final = "canonical"
"""Origin of a problem's own solution."""
VARIANT: Final = "variant"
"""Origin of a solution that was given a mistake."""

VARIANTS: Final = 6
"""Variants of each solution, at most."""

_DRAWN: Final = 4 * VARIANTS
"""Mistakes drawn to find so many in the body; a few prompts hold helper functions, which take their share."""

_HARNESS: Final = """{program}
{test}
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()):
    check({entry_point})
print({passed!r})
"""
"""What is executed. A wrong program that ends the interpreter early has not said that it passed."""


class Answer(NamedTuple):
    """A program that was executed.

    Attributes:
        problem: task id of the problem that it answers.
        origin: ``canonical`` or ``variant``.
        program: its id, as of any labelled program.
        kind: of a variant's mistake (:data:`codegraft.programs.kinds.BUG_KINDS`), else empty.
        operator: that made it, else empty.
        verdict: :class:`codegraft.programs.judge.judge.Verdict`.
        passed: whether the problem's tests accept it.
        code: prompt and body.
    """

    problem: str
    origin: str
    program: str
    kind: str
    operator: str
    verdict: str
    passed: bool
    code: str


ANSWERS_SCHEMA: Final = pa.schema(
    [pa.field(name, pa.bool_() if name == "passed" else pa.string(), nullable=False) for name in Answer._fields]
)


def answers(
    problems: Sequence[HumanEvalProblem], *, workers: Workers, isolation: Isolation, cache: Path | None
) -> pa.Table:
    """Execute every solution and its variants: a table in ``ANSWERS_SCHEMA``, problem by problem, the solution first.

    Equal for any workers.

    Raises:
        SandboxError: programs cannot be executed here, or the sandbox failed.
    """
    work = partial(_answers, isolation=isolation, cache=cache)
    done = with_sandboxes(work, problems, workers, isolation)
    by_problem = {rows[0].problem: rows for rows in track(done, "HumanEval", total=len(problems), unit="problem")}
    rows = [row for problem in problems for row in by_problem[problem.task_id]]
    return pa.Table.from_pylist([row._asdict() for row in rows], schema=ANSWERS_SCHEMA)


def variants(problem: HumanEvalProblem) -> list[Mutant]:
    """Mutants of a problem's solution whose mistake is in the body; the same every time, at most ``VARIANTS``."""
    seed = int.from_bytes(hashlib.sha256(problem.task_id.encode()).digest()[:8])
    prompt_lines = problem.prompt.count("\n")
    drawn = mutants(problem.solution, seed=seed, limit=_DRAWN)
    return [mutant for mutant in drawn if mutant.line > prompt_lines][:VARIANTS]


def _answers(problem: HumanEvalProblem, sandbox: Sandbox, isolation: Isolation, cache: Path | None) -> list[Answer]:
    task = _task(problem)
    with CachedJudge(task, sandbox, cache, isolation) as judge:
        return [_answer(problem, judge, *candidate) for candidate in _candidates(problem)]


def _candidates(problem: HumanEvalProblem) -> Iterator[tuple[str, str, str, str]]:
    """Origin, kind, operator and code."""
    yield CANONICAL, "", "", problem.solution
    for mutant in variants(problem):
        yield VARIANT, mutant.kind, mutant.operator, mutant.code


def _answer(problem: HumanEvalProblem, judge: CachedJudge, origin: str, kind: str, operator: str, code: str) -> Answer:
    harness = _HARNESS.format(program=code, test=problem.test, entry_point=problem.entry_point, passed=_passed(problem))
    verdict = judge.judge(harness).verdict
    return Answer(
        problem=problem.task_id,
        origin=origin,
        program=program_id(problem.task_id, code),
        kind=kind,
        operator=operator,
        verdict=verdict.value,
        passed=verdict == Verdict.PASSED,
        code=code,
    )


def _task(problem: HumanEvalProblem) -> Task:
    """One run without input; what it has to say names the problem, so that each has a cache of its own."""
    return Task(
        problem=problem.task_id,
        inputs=(b"",),
        expected=(encoded(_passed(problem)),),
        checker="tokens",
        limits=limits_of(),
    )


def _passed(problem: HumanEvalProblem) -> str:
    return f"{problem.task_id} passed"
