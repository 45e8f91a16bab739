"""Solutions in training texts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphsage.humaneval.copies import copied_shares, copies
from codegraft.graphsage.humaneval.problems import humaneval_file, read_humaneval

TEXTS = st.lists(st.text("ab +\n", max_size=30), max_size=4)


def runs(text):
    tokens = re.findall(r"\w+|[^\w\s]", text)
    return {tuple(tokens[place : place + 5]) for place in range(len(tokens) - 4)}


@given(TEXTS, TEXTS)
def test_shares_are_those_of_counting_runs_of_tokens(solutions, training):
    expected = [
        max((len(runs(solution) & runs(text)) / max(len(runs(solution)), 1) for text in training), default=0.0)
        for solution in solutions
    ]
    assert copied_shares(solutions, training).tolist() == pytest.approx(expected)


def test_a_solution_inside_a_long_file_is_found_whatever_its_layout():
    problems = read_humaneval(humaneval_file())
    body = problems[0].canonical_solution.replace("    ", "\t")
    found = copies(problems, ["x = 1\n" * 500, "y = 2\n" * 300 + body + "z = 3\n" * 300])
    assert found["tasks"] == ["HumanEval/0"]
    assert (found["found"], found["greatest_share"]) == (1, 1.0)


def test_nothing_is_found_in_nothing():
    assert copies(read_humaneval(humaneval_file()), [])["found"] == 0
