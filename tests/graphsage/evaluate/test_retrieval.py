import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphsage.evaluate.retrieval import map_at_r, random_map_at_r


def naive(vectors, problem) -> float:
    """MAP@R of vectors of which no two are equally similar to a third."""
    each = []
    for row in range(len(problem)):
        others = [other for other in range(len(problem)) if other != row]
        others.sort(key=lambda other: -vectors[row] @ vectors[other])
        r = sum(problem[other] == problem[row] for other in others)
        if r:
            hits = [problem[other] == problem[row] for other in others[:r]]
            each.append(sum(hit * sum(hits[: at + 1]) / (at + 1) for at, hit in enumerate(hits)) / r)
    return float(np.mean(each)) if each else np.nan


def value(statistic, problem) -> float:
    return statistic(np.ones((1, int(problem.max()) + 1)))[0]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(0, 100))
def test_it_is_what_going_through_all_pairs_finds(problems, seed):
    problem, draw = np.array(problems), np.random.default_rng(seed)
    vectors = draw.normal(size=(len(problem), 5))
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    assert value(map_at_r(vectors, problem), problem) == pytest.approx(naive(vectors, problem), nan_ok=True)


def test_programs_that_lie_with_their_kind_are_all_found():
    problem = np.repeat(np.arange(3), 4)
    assert value(map_at_r(np.eye(3)[problem], problem), problem) == 1.0


def test_what_is_expected_at_random_is_what_random_vectors_get():
    problem = np.repeat(np.arange(4), [2, 5, 1, 8])
    draw = np.random.default_rng(0)
    found = [value(map_at_r(draw.normal(size=(16, 30)), problem), problem) for _ in range(400)]
    assert value(random_map_at_r(problem), problem) == pytest.approx(np.mean(found), abs=3 * np.std(found) / 20)


def test_equal_vectors_are_worth_no_more_than_chance():
    problem = np.repeat(np.arange(5), 4)
    found = [value(map_at_r(np.zeros((20, 3)), problem, seed), problem) for seed in range(200)]
    assert np.mean(found) == pytest.approx(value(random_map_at_r(problem), problem), abs=0.02)


def test_programs_without_company_are_no_question():
    problem = np.array([0, 1, 1])
    assert value(map_at_r(np.eye(3), problem), problem) > 0.0
    assert np.isnan(value(map_at_r(np.eye(3), np.arange(3)), np.arange(3)))
    assert np.isnan(value(random_map_at_r(np.arange(3)), np.arange(3)))
