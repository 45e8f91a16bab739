"""Problems with several right answers."""

import pytest

from codegraft.errors import ProgramError
from codegraft.programs.judge.checker import acceptance
from codegraft.programs.judge.judge import Judge
from codegraft.programs.judge.verdict import Verdict
from tests.programs.judge.tasks import task

ANY_DIVISOR = """import json
case = json.load(open(0))
number, answer = int(case["input"]), int(case["output"])
print("ok" if 1 < answer and number % answer == 0 else f"{answer} does not divide {number}")
"""

DIVISORS = task([(12, 2), (35, 5), (7, 7)], checker=ANY_DIVISOR, problem="divisor")


def test_every_answer_that_the_checker_takes_is_right(sandbox):
    accept = acceptance(DIVISORS, sandbox)
    outputs = [(0, b"6"), (0, b"5"), (1, b"7\n"), (2, b"7"), (2, b"1")]
    assert accept(outputs) == [True, False, True, True, False]


def test_outputs_that_the_checker_cannot_read_are_wrong(sandbox):
    accept = acceptance(DIVISORS, sandbox)
    assert accept([(0, b""), (0, b"\xff\xfe"), (0, b"two"), (0, b"2 3"), (0, b"3")]) == [False] * 4 + [True]


def test_a_checker_that_an_output_ends_is_asked_about_the_others(sandbox):
    endless = ANY_DIVISOR + "while answer == 1: print(' ' * 10**6)\n"
    accept = acceptance(task([(12, 2), (35, 5)], checker=endless), sandbox)
    assert accept([(0, b"1"), (0, b"3"), (1, b"1"), (1, b"7"), (1, b"2")]) == [False, True, False, True, False]


def test_verdicts_follow_the_checker(sandbox):
    judge = Judge(DIVISORS, sandbox)
    largest, smaller = "n = int(input())\nprint(n)\n", "n = int(input())\nprint(n // 2)\n"
    assert judge.judge(largest).verdict == Verdict.PASSED
    assert (judge.judge(smaller).verdict, judge.judge(smaller).passed) == (Verdict.WRONG_ANSWER, 1)


@pytest.mark.parametrize("code", ["print('no')\n", "\nprint(", "print('OK')\n", "raise ValueError\n", "1\n", "ok\n\n"])
def test_a_checker_that_refuses_what_is_expected_is_broken(sandbox, code):
    with pytest.raises(ProgramError, match=r"problem double: its checker does not accept .* test 1 "):
        acceptance(task(checker=code), sandbox)


def test_a_rule_that_is_unknown_names_the_problem(sandbox):
    with pytest.raises(ProgramError, match="problem double: checker 'exact' is unknown"):
        acceptance(task(checker="exact"), sandbox)


def test_no_output_is_no_question(sandbox):
    assert acceptance(DIVISORS, sandbox)([]) == []
