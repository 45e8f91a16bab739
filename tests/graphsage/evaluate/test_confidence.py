import numpy as np
import pytest
from scipy.special import expit

from codegraft.graphsage.evaluate.confidence import DEFINITIONS, Programs, Scores, compare
from codegraft.training.bootstrap import Resampler

PROBLEM = np.repeat(np.arange(6), 8)
PASSED = np.tile([True, False, False, True, False, False, False, True], 6)


def compared(scores, other, programs=None):
    programs = programs or Programs(PASSED, PROBLEM, {})
    return compare(scores, {"other": other}, programs, Resampler(PROBLEM))


def test_every_figure_that_is_defined_is_there():
    logits = np.where(PASSED, 1.0, -1.0)
    found = compared(Scores([logits], are_logits=True), Scores([logits]))
    assert DEFINITIONS.keys() <= found.keys()
    assert found["baselines"]["other"].keys() == DEFINITIONS.keys() - {"brier", "ece"}
    assert found["brier"]["mean"] == pytest.approx((1 - expit(1.0)) ** 2)
    assert (found["programs"], found["passed"], found["problems"]) == (48, 18, 6)


def test_seeds_are_averaged_not_their_scores():
    right, wrong = np.where(PASSED, 9.0, 0.0), np.where(PASSED, 0.0, 1.0)
    found = compared(Scores([right, wrong]), Scores([np.zeros(48)]))
    assert found["auroc_within_problem"]["mean"] == 0.5
    assert found["auroc_within_problem"]["low"] < 0.5 < found["auroc_within_problem"]["high"]


def test_a_gain_is_a_difference_with_an_interval_of_its_own():
    draw = np.random.default_rng(0)
    weak = PASSED + 2.0 * draw.normal(size=48)
    found = compared(Scores([weak + 0.5 * PASSED]), Scores([weak]))
    gain = found["gain_over"]["other"]
    own, other = found["auroc_within_problem"], found["baselines"]["other"]["auroc_within_problem"]
    assert gain["mean"] == pytest.approx(own["mean"] - other["mean"])
    assert gain["low"] > 0.0
    assert gain["high"] - gain["low"] < own["high"] - own["low"]


def test_choosing_by_score_lies_between_chance_and_oracle():
    found = compared(Scores([np.where(PASSED, 1.0, 0.0)]), Scores([np.zeros(48)]))
    assert found["pass_at_1"]["mean"] == pytest.approx(found["chances"]["oracle"]["mean"])
    assert found["baselines"]["other"]["pass_at_1"]["mean"] == pytest.approx(found["chances"]["random"]["mean"])
    assert found["chances"]["random"]["mean"] == pytest.approx(3 / 8)


def test_some_of_the_programs_keep_the_pairs_that_are_whole():
    pairs = {"kept": np.array([[0, 1], [3, 4], [0, 9]]), "lost": np.array([[0, 1]])}
    some = Programs(PASSED, PROBLEM, pairs).of(np.array([0, 3, 4, 9]))
    assert some.passed.tolist() == [True, True, False, False]
    assert some.problem.tolist() == [0, 0, 0, 1]
    assert {name: kept.tolist() for name, kept in some.pairs.items()} == {"kept": [[1, 2], [0, 3]]}
