import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.programs.problems import Problem
from codegraft.programs.rows import LARGEST_TEST_BYTES, Choice, Dropped, Reason, read_row
from tests.programs.contests import cases, programs, row

CHOICE = Choice(solutions=3, seed=0)


def read(columns, choice=CHOICE):
    """The problem that a row has become, or why it has not."""
    found = read_row(columns, split="train", place="train-0 row 5", choice=choice)
    return found if isinstance(found, Dropped) else found.problem


def test_a_good_row_is_a_problem_with_all_its_fields():
    found = read(row(1))
    assert found == Problem.model_validate(row(1) | {"split": "train"})


NONE = {"language": [], "solution": []}
BAD = {
    "missing field": ({"solutions": ...}, Reason.MISSING_FIELD, "solutions"),
    "null field": ({"description": None}, Reason.MISSING_FIELD, "description"),
    "missing list": ({"public_tests": {"input": []}}, Reason.MISSING_FIELD, "public_tests.output"),
    "null list": ({"solutions": {"language": None, "solution": []}}, Reason.MISSING_FIELD, "solutions.language"),
    "wrong type": ({"difficulty": "hard"}, Reason.WRONG_TYPE, "difficulty: Input should be a valid integer"),
    "null in a list": (
        {"solutions": {"language": [3], "solution": [None]}},
        Reason.WRONG_TYPE,
        "solutions.solution.0: ",
    ),
    "not a number": ({"cf_points": float("nan")}, Reason.WRONG_TYPE, "cf_points: Input should be a finite number"),
    "no name": ({"name": ""}, Reason.WRONG_TYPE, "name: "),
    "uneven lists": (
        {"solutions": {"language": [3, 3], "solution": ["x"]}},
        Reason.WRONG_TYPE,
        "solutions: 2 languages",
    ),
    "other structure": ({"solutions": [{"language": 3, "solution": "x"}]}, Reason.WRONG_TYPE, "solutions: "),
    "unknown language": (
        {"solutions": programs("x", language=9)},
        Reason.UNKNOWN_LANGUAGE,
        "language 9: expected 0 to 4",
    ),
    "empty solutions": ({"solutions": NONE}, Reason.NO_SOLUTIONS, ""),
    "other language": ({"solutions": programs("x", language=1)}, Reason.NOT_PYTHON3, ""),
    "blank program": ({"solutions": programs(" \n")}, Reason.NOT_PYTHON3, ""),
    "no tests": (dict.fromkeys(("public_tests", "private_tests", "generated_tests"), cases()), Reason.NO_TESTS, ""),
    "file input": ({"input_file": "in.txt"}, Reason.FILE_IO, "in.txt"),
    "file output": ({"output_file": "out.txt"}, Reason.FILE_IO, "out.txt"),
    "100 MB tests": (
        dict.fromkeys(("public_tests", "private_tests", "generated_tests"), cases("1 " * 25_000_000)),
        Reason.HUGE_TEST,
        "100000001 bytes",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_left_out_with_its_reason(name):
    changes, reason, detail = BAD[name]
    bad = {column: value for column, value in (row(1) | changes).items() if value is not ...}
    found = read(bad)
    assert isinstance(found, Dropped)
    assert (found.split, found.reason) == ("train", reason)
    assert found.detail.startswith(detail)
    assert found.name == (row(1)["name"] if bad["name"] else "train-0 row 5")


def test_a_row_that_is_anything_at_all_is_left_out():
    for bad in ({}, {"name": 3}, dict.fromkeys(row(1)), dict.fromkeys(row(1), 0), {name: [] for name in row(1)}):
        assert read(bad).reason in {Reason.MISSING_FIELD, Reason.WRONG_TYPE}
        assert read(bad).name == "train-0 row 5"


def test_tests_up_to_the_limit_are_kept_and_larger_ones_left_out_alone():
    text = "é" * (LARGEST_TEST_BYTES // 4)
    public = {"input": [text, text, "3"], "output": [text, text + ".", "5"]}
    found = read_row(row(1, public_tests=public), split="train", place="", choice=CHOICE)
    assert found.huge_tests == 1
    assert found.problem.public_tests.cases() == [(text, text), ("3", "5")]
    assert found.problem.private_tests == read(row(1)).private_tests


def test_what_the_data_set_may_leave_open_is_no_fault():
    optional = {"time_limit": None, "cf_rating": None, "untranslated_description": None, "more": object()}
    found = read(row(1) | optional | {"split": "test", "checker": "floats:1", "mistakes": ["off_by_one"]})
    assert (found.time_limit_s, found.cf_rating, found.untranslated_description) == (None, 0, "")
    assert (found.split, found.checker, found.mistakes) == ("train", "", [])
    assert read(row(1, time_limit={"seconds": None, "nanos": None})).time_limit_s is None


def test_python_3_programs_are_kept_once_and_a_contradiction_is_correct():
    solutions = {"language": [3, 1, 3, 3, 2], "solution": ["a", "b", "a", "c", "a"]}
    wrong = {"language": [3, 3, 3, 4], "solution": ["d", "a", "d", "e"]}
    found = read(row(1, solutions=solutions, incorrect_solutions=wrong))
    assert (found.correct, found.incorrect) == (["a", "c"], ["d"])
    assert set(found.solutions.language) | set(found.incorrect_solutions.language) == {3}


TEXTS = st.lists(st.text("abc", min_size=1, max_size=3), min_size=1, max_size=12)


@given(TEXTS, st.integers(1, 5), st.randoms(use_true_random=False))
def test_the_choice_among_programs_does_not_depend_on_their_order(texts, most, shuffle):
    other = list(dict.fromkeys(texts))
    shuffle.shuffle(other)
    kept, again = (read(row(1, solutions=programs(*order)), Choice(most, 0)).correct for order in (texts, other))
    assert set(kept) == set(again)
    assert len(kept) == min(most, len(other))
    assert kept == [text for text in dict.fromkeys(texts) if text in kept]
    assert again == [text for text in other if text in again]


def test_the_choice_depends_on_the_seed_and_the_problem_and_prefers_no_place():
    texts = [f"print({number})" for number in range(100)]
    chosen = [
        tuple(read(row(1, name=name, solutions=programs(*texts)), Choice(5, seed)).correct)
        for name in ("p", "q")
        for seed in (0, 1)
    ]
    assert len(set(chosen)) == 4
    places = [
        texts.index(code)
        for seed in range(100)
        for code in read(row(1, solutions=programs(*texts)), Choice(5, seed)).correct
    ]
    assert 40 < sum(places) / len(places) < 60
    shuffled = random.Random(0).sample(texts, len(texts))
    assert set(read(row(1, name="p", solutions=programs(*shuffled)), Choice(5, 0)).correct) == set(chosen[0])
