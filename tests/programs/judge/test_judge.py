"""Verdicts on programs that are really run."""

import pytest

from codegraft.programs.judge.judge import Judge
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.sandbox import Limits
from tests.programs.judge.tasks import DOUBLE, task

VERDICTS = {
    DOUBLE: ("passed", "", 4, 4),
    "print(int(input()) + 2)": ("wrong_answer", "", 4, 1),
    "print(2 * int(input()), 0)": ("wrong_answer", "", 4, 0),
    "": ("wrong_answer", "", 4, 0),
    "print([0, 2, 4][int(input())])": ("exception", "IndexError", 4, 2),
    "n = int(input())\nprint(2 * n)\nexit(n == 2)": ("exception", "SystemExit", 4, 3),
    "n = int(input())\nprint(2 * n if n < 3 else [] + n)": ("exception", "TypeError", 4, 2),
    "n = int(input())\nwhile n == 3: pass\nprint(2 * n)": ("timeout", "", 3, 2),
    "n = int(input())\nif n == 2: bytearray(1 << 40)\nprint(2 * n)": ("memory", "MemoryError", 2, 1),
    "n = int(input())\nwhile n == 2: print('2' * 10**6)\nprint(2 * n)": ("output_limit", "", 2, 1),
    "import os\nn = int(input())\nif n == 4: os.abort()\nprint(2 * n)": ("killed", "SIGABRT", 4, 3),
    "print(2 * int(input())": ("syntax_error", "SyntaxError", 0, 0),
    "if 1:\nprint(1)": ("syntax_error", "IndentationError", 0, 0),
}
"""Program -> verdict, exception, tests run, tests passed."""


@pytest.mark.parametrize("code", VERDICTS, ids=lambda code: repr(code)[:40])
def test_a_program_gets_its_verdict(sandbox, code):
    judgement = Judge(task(), sandbox).judge(code)
    found = (judgement.verdict, judgement.exception, judgement.run, judgement.passed)
    assert (judgement.tests, *found, judgement.flaky) == (4, *VERDICTS[code], False)


def test_the_first_failure_gives_the_verdict(sandbox):
    code = "n = int(input())\nprint(2 * n if n != 2 else 0)\n1 // (n - 3)"
    assert Judge(task(), sandbox).judge(code).verdict == Verdict.WRONG_ANSWER


def test_a_program_that_plays_dice_is_flaky_and_the_worst_is_kept(sandbox):
    code = "import os\nprint(2 * int(input()) + os.urandom(1)[0] % 2)"
    judgement = Judge(task([(n, 2 * n) for n in range(30)]), sandbox).judge(code)
    assert judgement.flaky
    assert (judgement.verdict, judgement.run) == (Verdict.WRONG_ANSWER, 30)


def test_chance_that_is_seeded_is_found_too_and_judged_the_same_every_time(sandbox):
    code = "import random\nprint(2 * int(input()) + random.randrange(2))"
    judgements = {Judge(task(), sandbox).judge(code)._replace(cpu_s=0.0) for _ in range(3)}
    assert [judgement.flaky for judgement in judgements] == [True]


def test_a_program_that_only_imports_chance_is_steady(sandbox):
    assert not Judge(task(), sandbox).judge(f"from secrets import choice\n{DOUBLE}").flaky


class Counted:
    """A sandbox that counts the runs of programs."""

    def __init__(self, sandbox):
        self.sandbox, self.runs = sandbox, 0

    def run(self, code, inputs, *, limits, seed):
        self.runs += 1
        return self.sandbox.run(code, inputs, limits=limits, seed=seed)


@pytest.mark.parametrize(
    ("code", "runs"),
    [
        (DOUBLE, 1),
        ("print(1)", 1),
        ("import sys, secrets as s\n" + DOUBLE, 3),
        ("import sys, random\n" + DOUBLE, 3),
        ("import random\nrandom.SystemRandom()\n" + DOUBLE, 3),
        ("def f():\n  from time import time\n" + DOUBLE, 3),
        ("id = int(input())\nprint(2 * id)", 1),
        ("x = []\nprint(id(x))", 3),
        ("time = 1  # import time", 1),
        ("import os\nos.kill(os.getppid() * 0 + os.getpid(), 9)", 3),
        ("import os\nos.abort()", 2),
        ("import select\nselect.select([], [], [], 60)", 2),
    ],
)
def test_what_may_be_chance_is_run_again(sandbox, code, runs):
    counted = Counted(sandbox)
    Judge(task(), counted).judge(code)
    assert counted.runs == runs


def test_a_program_that_used_its_time_up_is_not_run_again(sandbox):
    counted = Counted(sandbox)
    judge = Judge(task(limits=Limits(cpu_s=1.0, wall_s=60.0)), counted)
    assert judge.judge("while True: pass").verdict == Verdict.TIMEOUT
    assert counted.runs == 1
