import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ProgramError
from codegraft.programs.problems import Case, Problem, read_problems, write_problems
from tests.programs.contests import FEATURES, cases, programs, row

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def problem(number=1, **changes):
    return Problem.model_validate(row(number, **changes))


@given(st.lists(st.tuples(TEXTS.filter(bool), TEXTS, TEXTS), max_size=4))
def test_problems_come_back_as_they_were_written(tmp_path_factory, texts):
    path = tmp_path_factory.mktemp("problems") / "validation.jsonl"
    problems = [
        problem(name=name, description=text, solutions=programs(code), split="validation", checker="floats:1e-6")
        for name, text, code in texts
    ]
    write_problems(path, problems)
    assert list(read_problems(path)) == problems


def test_a_line_is_the_row_of_the_data_set_with_a_checker_and_mistakes(tmp_path):
    write_problems(tmp_path / "train.jsonl", [problem(1)])
    (line,) = (tmp_path / "train.jsonl").read_bytes().splitlines()
    assert json.loads(line) == row(1) | {"checker": "", "mistakes": []}
    assert {*json.loads(line)} == {*FEATURES, "checker", "mistakes"}


def test_equal_problems_give_equal_bytes(tmp_path):
    for name in ("a", "b"):
        write_problems(tmp_path / name, iter([problem(1), problem(2)]))
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_tests_are_public_first_and_each_once():
    one = problem(public_tests=cases("1"), private_tests=cases("2", "1"), generated_tests=cases("2", "3"))
    assert one.tests() == [Case("1", "1!"), Case("2", "2!"), Case("3", "3!")]
    assert one.tests(2) == one.tests()[:2]


@pytest.mark.parametrize(
    ("limit", "seconds"),
    [
        (None, None),
        ({"seconds": 0, "nanos": 0}, None),
        ({"seconds": 2, "nanos": 500_000}, 2.0005),
        ({"nanos": 1}, 1e-9),
    ],
)
def test_the_time_limit_is_in_seconds_or_unknown(limit, seconds):
    assert problem(time_limit=limit).time_limit_s == seconds


def test_programs_are_left_out_together_with_their_kinds():
    whole = problem(
        solutions=programs("a", "b"), incorrect_solutions=programs("c", "a", "d"), mistakes=["one", "two", "three"]
    )
    kept = whole.keeping(lambda code: code != "a")
    assert (kept.correct, kept.incorrect, kept.kinds) == (["b"], ["c", "d"], ["one", "three"])
    assert (kept.solutions.language, kept.incorrect_solutions.language) == ([3], [3, 3])
    assert problem(incorrect_solutions=programs("c", "d")).keeping(lambda code: code != "c").kinds == [""]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, r"train\.jsonl:2: name: String should have at least 1 character"),
        ({"name": 7}, r"train\.jsonl:2: name: Input should be a valid string"),
        ({"difficulty": "easy"}, r"train\.jsonl:2: difficulty: "),
        (
            {"solutions": {"language": [3], "solution": []}},
            r"solutions: 1 languages and 0 programs; they go in pairs",
        ),
        ({"public_tests": {"input": [], "output": [""]}}, r"2: public_tests: 0 inputs and 1 outputs"),
        ({"mistakes": ["a", "b"]}, r"train\.jsonl:2: whole row: 2 mistakes for 1 incorrect solutions"),
        ({"more": 1}, r"train\.jsonl:2: more: Extra inputs"),
    ],
)
def test_a_line_that_is_no_problem_is_named(tmp_path, changes, message):
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(row(1)) + "\n" + json.dumps(row(2) | changes) + "\n")
    with pytest.raises(ProgramError, match=message):
        list(read_problems(path))


def test_half_a_line_and_a_missing_file_are_named(tmp_path):
    path = tmp_path / "test.jsonl"
    path.write_text(json.dumps(row(1))[:100])
    with pytest.raises(ProgramError, match=r"test\.jsonl:1: .*dvc repro --force download"):
        list(read_problems(path))
    with pytest.raises(ProgramError, match="no such file; run `dvc repro download`"):
        list(read_problems(tmp_path / "none.jsonl"))
