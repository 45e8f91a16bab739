"""MRR@10 with ties, chance, and what is right."""

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.code_search import CUT, SearchTask, expected_reciprocal_rank


def by_orders(scores, right):
    """Mean over all orders of the functions, which decide among equal scores."""
    values = []
    for order in permutations(range(len(scores))):
        ranked = sorted(order, key=lambda row: -scores[row])
        rank = next(place for place, row in enumerate(ranked, start=1) if right[row])
        values.append(1 / rank if rank <= CUT else 0.0)
    return np.mean(values)


@given(
    st.lists(st.tuples(st.integers(0, 2), st.booleans()), min_size=2, max_size=6).filter(
        lambda rows: any(r for _, r in rows)
    )
)
def test_the_rank_is_expected_over_all_orders_of_ties(rows):
    scores, right = zip(*rows, strict=True)
    best = max(score for score, is_right in rows if is_right)
    level = [is_right for score, is_right in rows if score == best]
    above = sum(score > best for score in scores)
    assert expected_reciprocal_rank(above, len(level), sum(level)) == pytest.approx(by_orders(scores, right))


@given(st.integers(0, 3), st.integers(2, 6))
def test_nothing_counts_below_the_cut(more, level):
    assert expected_reciprocal_rank(CUT + more, level, 1) == 0.0
    assert expected_reciprocal_rank(CUT - 1, level, 1) == pytest.approx(1 / CUT / level)


def test_a_system_that_scores_all_alike_gets_what_chance_gives():
    task = SearchTask.of(["a", "b", "a", "c"] * 9, ["r"] * 36)
    alike = task.reciprocal_ranks(np.zeros((36, 36)))
    assert alike.mean() == pytest.approx(task.chance())
    assert task.chance() == pytest.approx(np.mean([simulated(36, 18)] * 18 + [simulated(36, 9)] * 18), abs=0.01)


def simulated(many, right, draws=20_000):
    rng = np.random.default_rng(0)
    first = np.argmax(rng.permuted(np.tile(np.arange(many) < right, (draws, 1)), axis=1), axis=1) + 1
    return np.where(first <= CUT, 1 / first, 0.0).mean()


def test_any_function_with_the_same_documentation_is_right():
    task = SearchTask.of(["same", "other", "same"], ["r"] * 3)
    scores = np.array([[1, 2, 3], [3, 2, 1], [3, 2, 1]])
    assert task.reciprocal_ranks(scores).tolist() == [1.0, 0.5, 1.0]


@given(st.integers(0, 1000))
def test_the_order_of_functions_does_not_matter(seed):
    rng = np.random.default_rng(seed)
    texts, order = rng.choice(list("abcdefgh"), 12), rng.permutation(12)
    texts[:2] = "x", "y"
    scores = rng.integers(0, 3, (12, 12))
    there = SearchTask.of(texts, ["r"] * 12).reciprocal_ranks(scores)
    back = SearchTask.of(texts[order], ["r"] * 12).reciprocal_ranks(scores[np.ix_(order, order)])
    assert back == pytest.approx(there[order])


def test_figures_are_made_of_the_reciprocal_ranks_of_all_seeds():
    task = SearchTask.of(["a", "b"], ["r", "s"])
    figures = task.figures([np.eye(2), 1 - np.eye(2)], lambda values: {"mean": float(np.mean(values))})
    assert figures == {"mean": 0.75}


@pytest.mark.parametrize(
    ("scores", "said"),
    [(np.zeros((2, 3)), "shape"), (np.array([[0, np.nan], [0, 0]]), "finite"), (np.full((2, 2), np.inf), "finite")],
)
def test_scores_that_are_none_are_refused(scores, said):
    with pytest.raises(ModelError, match=said):
        SearchTask.of(["a", "b"], ["r", "r"]).reciprocal_ranks(scores)


@pytest.mark.parametrize("texts", [[], ["a"], ["a", "a"]])
def test_a_task_that_asks_nothing_is_refused(texts):
    with pytest.raises(ModelError, match="expected two"):
        SearchTask.of(texts, ["r"] * len(texts))
