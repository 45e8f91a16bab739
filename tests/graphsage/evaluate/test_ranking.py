from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import average_precision_score, roc_auc_score

from codegraft.graphsage.evaluate.ranking import (
    auprc,
    auroc,
    given_pairs_accuracy,
    pair_accuracy,
    pass_at_1,
    problem_pairs,
    within_problem_auroc,
)
from tests.graphsage.evaluate.judged import Judged, judged, once


def naive_wins(of: Judged) -> dict[int, list[float]]:
    """For each problem, what each pair of a right and a wrong program scores."""
    wins: dict[int, list[float]] = {}
    for one in range(len(of.scores)):
        for other in range(len(of.scores)):
            if of.problem[one] == of.problem[other] and of.right[one] and not of.right[other]:
                won = 1.0 if of.scores[one] > of.scores[other] else 0.5 if of.scores[one] == of.scores[other] else 0.0
                wins.setdefault(int(of.problem[one]), []).append(won)
    return wins


def same(found: float, expected: float) -> bool:
    return bool(np.isclose(found, expected, equal_nan=True, atol=1e-12))


def repeated(of: Judged, counts: np.ndarray) -> Judged:
    """The rows of each problem as often as it was drawn."""
    rows = np.concatenate([np.flatnonzero(of.problem == one) for one, times in enumerate(counts) for _ in range(times)])
    return Judged(*(column[rows] for column in of))


@given(judged())
def test_figures_within_problems_are_those_of_all_pairs(of):
    wins = naive_wins(of)
    each = [np.mean(won) for won in wins.values()]
    pooled = [one for won in wins.values() for one in won]
    assert same(within_problem_auroc(*of)(once(of.problem))[0], np.mean(each) if each else np.nan)
    assert same(pair_accuracy(*of)(once(of.problem))[0], np.mean(pooled) if pooled else np.nan)


@given(judged(), st.data())
def test_figures_over_all_are_scikit_learns_whatever_is_drawn(of, data):
    counts = np.array(data.draw(st.lists(st.integers(0, 3), min_size=4, max_size=4)))
    of_problems = counts[: of.problem.max() + 1]
    drawn = repeated(of, of_problems) if of_problems[of.problem].sum() else None
    found = [statistic(*of)(of_problems[None].astype(float))[0] for statistic in (auroc, auprc)]
    if drawn is None or drawn.right.all() or not drawn.right.any():
        assert np.isnan(found[0])
        return
    assert same(found[0], roc_auc_score(drawn.right, drawn.scores))
    assert same(found[1], average_precision_score(drawn.right, drawn.scores))


@given(judged(), st.data())
def test_drawing_a_problem_twice_is_having_it_twice(of, data):
    counts = np.array(data.draw(st.lists(st.integers(1, 3), min_size=4, max_size=4)))[: of.problem.max() + 1]
    wins = naive_wins(of)
    weights = [counts[problem] for problem in wins for _ in wins[problem]]
    pooled = [won for problem in wins for won in wins[problem]]
    expected = np.average(pooled, weights=weights) if pooled else np.nan
    assert same(pair_accuracy(*of)(counts[None].astype(float))[0], expected)


@given(judged(most=8), st.integers(1, 4))
def test_choosing_one_of_k_is_the_mean_over_all_sets_of_k(of, k):
    expected: list[tuple[float, float, float]] = []
    for problem in np.unique(of.problem):
        mine = np.flatnonzero(of.problem == problem)
        sets = [list(rows) for rows in combinations(mine, k)]
        if not sets:
            continue
        best = [of.right[rows][of.scores[rows] == of.scores[rows].max()].mean() for rows in sets]
        random = [of.right[rows].mean() for rows in sets]
        expected.append((np.mean(best), np.mean(random), np.mean([of.right[rows].any() for rows in sets])))
    found = [statistic(once(of.problem))[0] for statistic in pass_at_1(*of, k)]
    assert all(map(same, found, np.mean(expected, axis=0) if expected else [np.nan] * 3))


def test_given_pairs_count_ties_half():
    scores, problem = np.array([3.0, 1.0, 1.0]), np.array([0, 0, 1])
    pairs = np.array([[0, 1], [1, 2]])
    assert given_pairs_accuracy(scores, pairs, problem)(np.ones((1, 2)))[0] == pytest.approx(0.75)


def test_the_mean_over_problems_is_not_that_over_pairs():
    scores = np.array([1.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    right = np.array([True, False, True, False, False, False])
    problem = np.array([0, 0, 1, 1, 1, 1])
    assert within_problem_auroc(scores, right, problem)(np.ones((1, 2)))[0] == pytest.approx(0.5)
    assert pair_accuracy(scores, right, problem)(np.ones((1, 2)))[0] == pytest.approx(0.25)


def test_a_constant_score_is_worth_a_half_and_chooses_at_random():
    right, problem = np.array([True, False, False, True, False]), np.array([0, 0, 0, 1, 1])
    for statistic in (auroc, within_problem_auroc, pair_accuracy):
        assert statistic(np.zeros(5), right, problem)(np.ones((1, 2)))[0] == pytest.approx(0.5)
    choice = pass_at_1(np.zeros(5), right, problem, 2)
    assert choice.reranked(np.ones((1, 2)))[0] == pytest.approx(choice.random(np.ones((1, 2)))[0])


def test_problems_of_one_class_and_of_too_few_programs_do_not_count():
    scores, right, problem = np.array([1.0, 0.0, 5.0]), np.array([True, False, True]), np.array([0, 0, 1])
    assert within_problem_auroc(scores, right, problem)(np.ones((1, 2)))[0] == 1.0
    assert pass_at_1(scores, right, problem, 2).random(np.ones((1, 2)))[0] == 0.5


def test_without_programs_nothing_is_defined():
    scores, right, problem = np.empty(0), np.empty(0, bool), np.empty(0, np.int64)
    assert [part.tolist() for part in problem_pairs(scores, right, problem)] == [[], []]
    for statistic in pass_at_1(scores, right, problem, 2):
        assert np.isnan(statistic(np.ones((1, 0)))[0])


def test_problems_may_be_numbered_with_gaps_and_come_in_any_order():
    scores, right = np.array([2.0, 1.0, 0.0, 3.0]), np.array([True, False, True, False])
    won, pairs = problem_pairs(scores, right, np.array([3, 1, 1, 3]))
    assert (won.tolist(), pairs.tolist()) == ([0.0, 0.0, 0.0, 0.0], [0.0, 1.0, 0.0, 1.0])
    choice = pass_at_1(scores, right, np.array([3, 1, 1, 3]), 2)
    assert [statistic(np.ones((1, 4)))[0] for statistic in choice] == [0.0, 0.5, 1.0]
