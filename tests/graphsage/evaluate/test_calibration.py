import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import expit
from sklearn.metrics import brier_score_loss

from codegraft.graphsage.evaluate.calibration import (
    BINS,
    HOTTEST,
    brier,
    expected_calibration_error,
    fit_temperature,
    reliability,
)
from tests.graphsage.evaluate.judged import judged, once


def drawn(n: int = 4000):
    draw = np.random.default_rng(0)
    logits = 2.0 * draw.normal(size=n)
    return logits, (draw.random(n) < expit(logits)).astype(float)


def cross_entropy(temperature: float, logits, labels) -> float:
    return float(np.mean(np.logaddexp(0.0, logits / temperature) - labels * logits / temperature))


def test_the_temperature_undoes_what_the_logits_were_multiplied_by():
    logits, _ = drawn()
    assert fit_temperature(3.0 * logits, expit(logits)) == pytest.approx(3.0)
    assert fit_temperature(0.5 * logits, expit(logits)) == pytest.approx(0.5)


@given(st.lists(st.tuples(st.floats(-8, 8), st.floats(0, 1)), min_size=2, max_size=30))
def test_no_temperature_of_a_grid_is_better(rows):
    logits, labels = np.array(rows).T
    temperature = fit_temperature(logits, labels)
    assert 1 / HOTTEST <= temperature <= HOTTEST
    if np.ptp(labels) and logits.any():
        least = min(cross_entropy(one, logits, labels) for one in np.geomspace(1 / HOTTEST, HOTTEST, 80))
        assert cross_entropy(temperature, logits, labels) <= least + 1e-9


def test_labels_of_one_class_or_none_fit_no_temperature():
    assert fit_temperature([0.3, -2.0], [1, 1]) == 1.0
    assert fit_temperature([0.0, 0.0], [1, 0]) == 1.0
    assert fit_temperature([], []) == 1.0


def test_labels_that_contradict_the_logits_make_every_statement_a_half():
    logits, labels = drawn()
    assert fit_temperature(logits, 1.0 - labels) == HOTTEST


@pytest.mark.parametrize(
    ("logits", "labels", "says"),
    [
        ([np.nan, 1.0], [0, 1], "finite"),
        ([0.0, 1.0], [0, 2], r"\[0, 1\]"),
        ([0.0, 1.0], [0, np.nan], r"\[0, 1\]"),
        ([0.0, 1.0], [0], "equally long"),
    ],
)
def test_what_cannot_be_fitted_is_refused(logits, labels, says):
    with pytest.raises(ValueError, match=says):
        fit_temperature(logits, labels)


@given(judged())
def test_brier_is_scikit_learns(of):
    stated = expit(of.scores)
    expected = brier_score_loss(of.right, stated, labels=[False, True])
    assert brier(stated, of.right.astype(float), of.problem)(once(of.problem))[0] == pytest.approx(expected)


@given(judged())
def test_calibration_error_is_the_table_added_up(of):
    stated, labels = expit(of.scores), of.right.astype(float)
    table = reliability(stated, labels)
    assert sum(one.programs for one in table) == len(stated)
    expected = sum(one.programs * abs(one.stated - one.happened) for one in table) / len(stated)
    assert expected_calibration_error(stated, labels, of.problem)(once(of.problem))[0] == pytest.approx(expected)


def test_bins_hold_equally_many_and_equal_statements_share_one():
    logits, labels = drawn(1500)
    table = reliability(expit(logits), labels)
    assert [one.programs for one in table] == [1500 // BINS] * BINS
    assert len(reliability(np.full(100, 0.3), labels[:100])) == 1


def test_statements_that_hold_have_a_small_error_and_exaggerated_ones_a_large_one():
    logits, labels = drawn()
    every = np.zeros(len(labels), np.int64)
    error = [expected_calibration_error(expit(k * logits), labels, every)(np.ones((1, 1)))[0] for k in (1.0, 5.0)]
    assert error[0] < 0.03 < 0.1 < error[1]


def test_a_constant_is_off_by_its_distance_from_the_share():
    labels = np.array([1.0, 0.0, 0.0, 0.0])
    error = expected_calibration_error(np.full(4, 0.5), labels, np.zeros(4, np.int64))
    assert error(np.ones((1, 1)))[0] == pytest.approx(0.25)
