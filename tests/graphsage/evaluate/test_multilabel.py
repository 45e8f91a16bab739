import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import f1_score, precision_score, recall_score, roc_auc_score

from codegraft.graphsage.evaluate.multilabel import (
    Said,
    best_threshold,
    macro_f1,
    mean_auroc,
    micro_f1,
    precision,
    precision_at,
    recall,
)

NAMES = 3


@st.composite
def said(draw, all_known: bool = False) -> Said:
    n = draw(st.integers(1, 8))
    scores = st.sampled_from([0.0, 0.2, 0.5, 0.9])

    def table(of):
        return np.array(draw(st.lists(st.lists(of, min_size=NAMES, max_size=NAMES), min_size=n, max_size=n)))

    known = np.ones((n, NAMES), bool) if all_known else table(st.booleans())
    problem = np.array(draw(st.lists(st.integers(0, 2), min_size=n, max_size=n)))
    return Said(table(scores), table(st.booleans()), known, problem)


def value(statistic, of: Said) -> float:
    return statistic(np.ones((1, int(of.problem.max()) + 1)))[0]


def naive_f1(of: Said, threshold: float) -> float:
    found = (of.known & of.true & (of.scores >= threshold)).sum()
    named, true = (of.known & (of.scores >= threshold)).sum(), (of.known & of.true).sum()
    return 2 * found / (named + true) if named + true else 0.0


@given(said(all_known=True), st.sampled_from([0.1, 0.4, 0.95]))
def test_figures_are_scikit_learns_where_all_is_known(of, threshold):
    named = of.scores >= threshold
    occurs = np.flatnonzero(of.true.any(axis=0))
    zero = {"zero_division": 0.0}
    expected = {
        micro_f1: f1_score(of.true, named, average="micro", **zero),
        macro_f1: f1_score(of.true, named, average="macro", labels=occurs, **zero) if len(occurs) else 0.0,
        precision: precision_score(of.true, named, average="micro", **zero),
        recall: recall_score(of.true, named, average="micro", **zero),
    }
    for statistic, figure in expected.items():
        assert np.nan_to_num(value(statistic(of, threshold), of)) == pytest.approx(figure)


@given(said())
def test_what_is_not_known_counts_nowhere(of):
    threshold = best_threshold(of)
    changed = of._replace(
        scores=np.where(of.known, of.scores, 1.0 - of.scores), true=np.where(of.known, of.true, ~of.true)
    )
    assert best_threshold(changed) == threshold
    for statistic in (micro_f1, macro_f1, precision, recall):
        figures = [value(statistic(one, threshold), one) for one in (of, changed)]
        assert figures[0] == pytest.approx(figures[1], nan_ok=True)
    assert value(mean_auroc(of), of) == pytest.approx(value(mean_auroc(changed), changed), nan_ok=True)


@given(said())
def test_no_threshold_is_better_than_the_best(of):
    best = naive_f1(of, best_threshold(of))
    assert all(best >= naive_f1(of, one) - 1e-12 for one in (0.0, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.0))


@given(said())
def test_the_mean_auroc_is_over_names_that_have_both(of):
    each = [
        roc_auc_score(of.true[known, name], of.scores[known, name])
        for name, known in enumerate(of.known.T)
        if len(np.unique(of.true[known, name])) == 2
    ]
    assert value(mean_auroc(of), of) == pytest.approx(np.mean(each) if each else np.nan, nan_ok=True)


@given(said(), st.integers(1, NAMES))
def test_precision_at_k_is_over_texts_of_which_something_is_true(of, k):
    each = []
    for row in range(len(of.scores)):
        if (of.true & of.known)[row].any():
            names = sorted(np.flatnonzero(of.known[row]), key=lambda name: -of.scores[row, name])[:k]
            each.append(sum(of.true[row, name] for name in names) / k)
    assert value(precision_at(of, k), of) == pytest.approx(np.mean(each) if each else np.nan, nan_ok=True)


def test_nothing_true_says_nothing():
    of = Said(np.zeros((2, 1)), np.zeros((2, 1), bool), np.ones((2, 1), bool), np.zeros(2, np.int64))
    assert best_threshold(of) == np.inf
    assert np.isnan(value(mean_auroc(of), of))
