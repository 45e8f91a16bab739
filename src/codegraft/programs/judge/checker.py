"""Judging many outputs of one task: by a rule, or by a program that the problem brings along.

A checker program is run in the sandbox, once a test, with a JSON object {"input", "expected", "output"} on its standard
input. It accepts the output by printing ``ok`` and no more; anything else is a reason. It must accept what is expected,
which is tried once a task. After that, a checker that fails on an output could not make sense of it: the output is
wrong.
"""

import json
from collections.abc import Callable, Sequence

from codegraft.errors import ProgramError
from codegraft.programs.judge.compare import comparison
from codegraft.programs.judge.task import Task
from codegraft.programs.sandbox import Outcome, Sandbox

Accept = Callable[[Sequence[tuple[int, bytes]]], list[bool]]
"""(number of the test, output) pairs -> whether each output is right."""


def acceptance(task: Task, sandbox: Sandbox) -> Accept:
    """How outputs of a task are judged.

    Raises:
        ProgramError: the rule is unknown, or the checker program does not accept the expected outputs.
    """
    if "\n" in task.checker:
        checker = CheckerProgram(task, sandbox)
        checker.refuse_if_broken()
        return checker.accepts
    try:
        agree = comparison(task.checker)
    except ProgramError as error:
        raise ProgramError(f"problem {task.problem}: {error}") from None
    return lambda outputs: [agree(output, task.expected[test]) for test, output in outputs]


class CheckerProgram:
    """The checker program of a task."""

    def __init__(self, task: Task, sandbox: Sandbox) -> None:
        self._task = task
        self._sandbox = sandbox

    def refuse_if_broken(self) -> None:
        """Try the expected outputs.

        Raises:
            ProgramError: one of them is not accepted.
        """
        found = self._run(list(enumerate(self._task.expected)))
        for test, outcome in enumerate(found):
            if not _said_ok(outcome):
                said = " ".join([outcome.ended, outcome.exception, outcome.output.decode("utf-8", "replace")]).strip()
                raise ProgramError(
                    f"problem {self._task.problem}: its checker does not accept the expected output of test "
                    f"{test + 1} ({said[:200]}); mend the checker, which prints ok for a right output, or the test"
                )

    def accepts(self, outputs: Sequence[tuple[int, bytes]]) -> list[bool]:
        """Whether each output is right; one that is what is expected is not asked about."""
        doubtful = [(test, output) for test, output in outputs if output != self._task.expected[test]]
        right = dict(zip(doubtful, map(_said_ok, self._run(doubtful)), strict=True))
        return [right.get(pair, True) for pair in outputs]

    def _run(self, outputs: Sequence[tuple[int, bytes]]) -> list[Outcome]:
        """One outcome an output: a run that ends early is taken up after the output that ended it."""
        questions = [self._question(test, output) for test, output in outputs]
        found: list[Outcome] = []
        while len(found) < len(questions):
            found += self._sandbox.run(self._task.checker, questions[len(found) :])
        return found

    def _question(self, test: int, output: bytes) -> bytes:
        texts = {"input": self._task.inputs[test], "expected": self._task.expected[test], "output": output}
        return json.dumps({name: text.decode("utf-8", "replace") for name, text in texts.items()}).encode()


def _said_ok(outcome: Outcome) -> bool:
    return outcome.ended == "finished" and outcome.output.strip() == b"ok"
