"""What a program is judged by."""

import dataclasses
import hashlib

import pytest

from codegraft.errors import ProgramError
from codegraft.programs.judge.task import limits_of, task_of
from codegraft.programs.problems import Problem
from tests.programs.judge.tasks import task

BASE = task([(1, 2), (3, 4)])


@pytest.mark.parametrize(
    "other",
    [
        task([(1, 2)]),
        task([(3, 4), (1, 2)]),
        task([(1, 3), (2, 4)]),
        task([(1, "2\n3"), ("", 4)]),
        task([(1, 2), (3, 4)], checker="tokens"),
        task([(1, 2), (3, 4)], limits=dataclasses.replace(BASE.limits, cpu_s=2.0)),
    ],
)
def test_all_that_a_verdict_depends_on_is_in_the_digest(other):
    assert other.digest != BASE.digest


def test_the_digest_is_that_of_limits_checker_and_texts_each_behind_its_length():
    parts = [repr(BASE.limits).encode(), b"", b"1\n", b"3\n", b"2\n", b"4\n"]
    whole = b"".join(len(part).to_bytes(8, "big") + part for part in parts)
    assert BASE.digest == hashlib.sha256(whole).hexdigest()


def test_a_problem_of_another_name_is_the_same_task():
    assert task([(1, 2), (3, 4)], problem="twin").digest == BASE.digest


def problem(**changes):
    tests = {"input": ["1\n", "\ud800"], "output": ["2\n", "é"]}
    none = {"input": [], "output": []}
    programs = {"language": [], "solution": []}
    fields = {"name": "p", "description": "", "public_tests": none, "private_tests": tests, "generated_tests": none,
              "solutions": programs, "incorrect_solutions": programs, "time_limit": None}  # fmt: skip
    return Problem.model_validate(fields | changes)


def test_texts_of_a_problem_become_bytes():
    made = task_of(problem(), 10)
    assert (made.inputs, made.expected) == ((b"1\n", b"\xed\xa0\x80"), (b"2\n", "é".encode()))
    assert len(task_of(problem(), 1).inputs) == 1
    assert (made.problem, made.checker) == ("p", "")
    assert task_of(problem(checker="tokens"), 1).checker == "tokens"


def test_a_problem_sets_the_limits():
    made = task_of(problem(time_limit={"seconds": 3, "nanos": 500_000_000}, memory_limit_bytes=300 << 20), 1)
    assert (made.limits.cpu_s, made.limits.wall_s, made.limits.memory_bytes) == (3.5, 14.0, 300 << 20)


def test_limits_leave_an_interpreter_room_and_a_machine_some_memory():
    assert (limits_of().cpu_s, limits_of(0.5).wall_s) == (2.0, 5.0)
    assert (limits_of(1.0, 1).memory_bytes, limits_of(1.0, 1 << 40).memory_bytes) == (256 << 20, 1 << 30)


def test_a_problem_without_tests_is_refused_by_name():
    with pytest.raises(ProgramError, match=r"^problem p: it has no tests to judge a program by; leave it out$"):
        task_of(problem(private_tests={"input": [], "output": []}), 10)
