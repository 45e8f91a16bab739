"""Problems with several right answers."""

import json

import pytest

from codegraft.errors import ProgramError
from codegraft.programs.judge.checker import acceptance
from codegraft.programs.judge.judge import Judge
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.sandbox import Outcome
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


class Noted:
    """A sandbox that notes what checkers are asked, in calls, and answers as it is given; one that ends a run."""

    def __init__(self, answers):
        self.answers, self.calls = dict(answers), []

    def run(self, code, inputs):
        self.calls.append([json.loads(question) for question in inputs])
        outcomes = []
        for question in self.calls[-1]:
            outcomes.append(self.answers.get(question["output"], OK))
            if outcomes[-1].ended == "timeout":
                break
        return outcomes


OK = Outcome("finished", "", b" ok\n", 0.0)


def test_a_checker_is_asked_once_about_what_is_expected_and_then_about_other_outputs_only():
    sandbox = Noted({"9": Outcome("finished", "", b"no", 0.0)})
    accept = acceptance(DIVISORS, sandbox)
    assert accept([(1, b"5\n"), (1, b"7\n"), (0, b"9"), (0, b"\xff")]) == [True, True, False, True]
    expected = [{"input": f"{n}\n", "expected": f"{d}\n", "output": f"{d}\n"} for n, d in ((12, 2), (35, 5), (7, 7))]
    doubtful = [{**expected[1], "output": "7\n"}, {**expected[0], "output": "9"}, {**expected[0], "output": "\ufffd"}]
    assert sandbox.calls == [expected, doubtful]


def test_after_an_output_that_ends_the_checker_it_is_asked_about_those_behind_it_alone():
    sandbox = Noted({"x": Outcome("timeout", "", b"ok", 0.0)})
    accept = acceptance(DIVISORS, sandbox)
    assert accept([(0, b"a"), (0, b"x"), (2, b"b"), (0, b"x"), (1, b"c")]) == [True, False, True, False, True]
    assert [[question["output"] for question in call] for call in sandbox.calls[1:]] == [
        ["a", "x", "b", "x", "c"],
        ["b", "x", "c"],
        ["c"],
    ]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome("exception", "KeyError", b"why", 0.0), "exception KeyError why"),
        (Outcome("finished", "", b"\xffno", 0.0), "finished  \ufffdno"),
        (Outcome("timeout", "", b"", 0.0), "timeout"),
        (Outcome("finished", "", b"y" * 300, 0.0), "finished  " + "y" * 190),
    ],
)
def test_a_broken_checker_is_shown_with_what_it_said(outcome, said):
    with pytest.raises(ProgramError) as caught:
        acceptance(DIVISORS, Noted({"5\n": outcome}))
    assert str(caught.value) == (
        f"problem divisor: its checker does not accept the expected output of test 2 ({said}); mend the checker, which "
        "prints ok for a right output, or the test"
    )


def test_no_output_is_no_question(sandbox):
    assert acceptance(DIVISORS, sandbox)([]) == []
