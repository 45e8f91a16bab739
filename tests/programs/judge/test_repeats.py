"""What is made of the outcomes of one run, and of several that differ: outcomes are given, nothing is run."""

import pytest

from codegraft.programs.judge.judge import VERDICT_OF, Judge, Judgement, Result
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.sandbox import Limits, Outcome
from tests.programs.judge.tasks import DOUBLE, task

LIMITS = Limits(cpu_s=4.0, wall_s=60.0)
CHANCE = "import random\n" + DOUBLE


class Given:
    """A sandbox whose runs end as they are given, by seed; it notes what it was asked."""

    def __init__(self, *runs):
        self.runs, self.asked = runs, []

    def run(self, code, inputs, *, limits, seed):
        self.asked.append((code, inputs, limits, seed))
        return list(self.runs[seed])


def ended(how, exception="", output=b"", cpu_s=0.5):
    return Outcome(how, exception, output, cpu_s)


def right(number, cpu_s=0.5):
    return ended("finished", output=f"{2 * number}\n".encode(), cpu_s=cpu_s)


WRONG = ended("finished", output=b"no", cpu_s=0.25)
ALL = [right(number) for number in (1, 2, 3, 4)]


def judged(code, *runs):
    sandbox = Given(*runs)
    return Judge(task(limits=LIMITS), sandbox).judge(code), sandbox.asked


def test_a_run_is_given_all_inputs_with_the_limits_of_the_task_and_a_seed_of_its_own():
    _, asked = judged(CHANCE, ALL, ALL, ALL)
    assert asked == [(CHANCE, task().inputs, LIMITS, seed) for seed in (0, 1, 2)]


def test_each_test_that_was_run_has_its_result():
    outcomes = [right(1, 0.125), WRONG, ended("exception", "KeyError", b"6", 0.75), right(4)]
    sandbox = Given(ALL, outcomes)
    assert Judge(task(limits=LIMITS), sandbox).run(DOUBLE, seed=1) == [
        Result(Verdict.PASSED, "", 0.125),
        Result(Verdict.WRONG_ANSWER, "", 0.25),
        Result(Verdict.EXCEPTION, "KeyError", 0.75),
        Result(Verdict.PASSED, "", 0.5),
    ]
    assert Judge(task(limits=LIMITS), sandbox).run(DOUBLE) == [Result(Verdict.PASSED, "", 0.5)] * 4


@pytest.mark.parametrize(("how", "verdict"), VERDICT_OF.items())
def test_a_run_that_does_not_end_by_itself_decides_though_its_output_is_right(how, verdict):
    outcomes = [right(1), ended(how, "Said", b"4\n", 3.5)]
    found, _ = judged(DOUBLE, outcomes, outcomes)
    ran = 0 if verdict == Verdict.SYNTAX_ERROR else 2
    assert found == Judgement(4, ran, 1, verdict, "Said", flaky=False, cpu_s=3.5)


def test_the_slowest_test_and_the_first_failure_are_told():
    found, _ = judged(DOUBLE, [right(1, 0.125), WRONG, right(3, 2.0), ended("exception", "KeyError")])
    assert found == Judgement(4, 4, 2, Verdict.WRONG_ANSWER, "", flaky=False, cpu_s=2.0)


@pytest.mark.parametrize("worst", range(3))
def test_of_several_runs_the_one_that_passed_least_is_kept(worst):
    runs = [[*ALL[:2], WRONG, ALL[3]]] * 3
    runs[worst] = [ALL[0], WRONG, WRONG, ALL[3]]
    found, _ = judged(CHANCE, *runs)
    assert (found.passed, found.flaky) == (2, True)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_runs_that_passed_as_much_the_graver_verdict_is_kept(order):
    runs = [[*ALL[:3], WRONG], [*ALL[:3], ended("exception", "KeyError")]]
    found, _ = judged(CHANCE, *(runs[place] for place in order), runs[0])
    assert (found.passed, found.verdict, found.flaky) == (3, Verdict.EXCEPTION, True)


def test_time_alone_does_not_make_a_program_flaky():
    found, _ = judged(CHANCE, ALL, [right(number, 0.75) for number in (1, 2, 3, 4)], ALL)
    assert not found.flaky


def test_another_exception_makes_a_program_flaky():
    runs = [[*ALL[:3], ended("exception", name)] for name in ("KeyError", "KeyError", "ValueError")]
    assert judged(CHANCE, *runs)[0].flaky


def test_which_of_time_and_memory_is_used_up_first_does_not_make_a_program_flaky():
    runs = [[ALL[0], ended("timeout")], [ALL[0], ended("memory", "MemoryError")]]
    found, asked = judged(DOUBLE, *runs)
    assert (len(asked), found.flaky, found.verdict, found.exception) == (2, False, Verdict.MEMORY, "MemoryError")
    killed = [ALL[0], ended("killed", "SIGKILL")]
    assert judged(DOUBLE, runs[0], killed)[0].flaky


@pytest.mark.parametrize(("cpu_s", "runs"), [(2.99, 2), (3.0, 2), (3.01, 1), (4.0, 1)])
def test_a_timeout_counts_as_no_chance_from_three_quarters_of_its_processor_time_on(cpu_s, runs):
    outcomes = [ALL[0], ended("timeout", cpu_s=cpu_s)]
    assert len(judged(DOUBLE, outcomes, outcomes)[1]) == runs


@pytest.mark.parametrize(
    ("how", "runs"), [("memory", 2), ("killed", 2), ("exception", 1), ("output", 1), ("syntax", 1)]
)
def test_what_a_busy_machine_may_bring_about_is_tried_twice_however_long_it_took(how, runs):
    outcomes = [ended(how, cpu_s=4.0)]
    assert len(judged(DOUBLE, *[outcomes] * 2)[1]) == runs
