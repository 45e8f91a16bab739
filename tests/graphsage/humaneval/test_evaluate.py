"""Figures of HumanEval."""

import statistics as textbook

import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphsage.humaneval.evaluate import evaluate
from codegraft.graphsage.humaneval.evaluate import statistics as described
from codegraft.graphsage.humaneval.variants import ANSWERS_SCHEMA, CANONICAL, VARIANT


def row(problem, origin, passed, code="pass"):
    texts = {"program": f"{problem} {origin} {code}", "kind": "", "operator": "", "verdict": "", "code": code}
    return texts | {"problem": problem, "origin": origin, "passed": passed}


@pytest.fixture
def answered():
    """Three problems: one with a wrong variant, one with a wrong and a right one, one without any wrong."""
    rows = [
        row("a", CANONICAL, passed=True, code="long program"),
        row("a", VARIANT, passed=False, code="short"),
        row("b", CANONICAL, passed=True, code="other program"),
        row("b", VARIANT, passed=True, code="program"),
        row("b", VARIANT, passed=False, code="a longer program"),
        row("c", CANONICAL, passed=True),
    ]
    return pa.Table.from_pylist(rows, schema=ANSWERS_SCHEMA)


def values(figures):
    return {name: figures[name]["mean"] for name in ("auroc", "auroc_within_problem", "pair_accuracy")}


def test_perfect_confidence_separates_and_a_constant_does_not(answered):
    passed = answered["passed"].to_numpy(zero_copy_only=False)
    assert set(values(evaluate(answered, passed.astype(float))).values()) == {1.0}
    constant = evaluate(answered, np.full(6, 0.63))
    assert set(values(constant).values()) == {0.5}
    assert constant["confidence"] == pytest.approx(
        {"high": 0, "medium": 3, "low": 0, "mean": 0.63, "std": 0, "median": 0.63, "min": 0.63, "max": 0.63}
    )


def test_pairs_are_compared_within_their_problem(answered):
    figures = evaluate(answered, np.array([0.2, 0.1, 0.9, 0.4, 0.5, 0.0]))
    # a: its one pair is in order; b: one of two; c has no wrong answer.
    assert figures["auroc_within_problem"]["mean"] == pytest.approx((1 + 1 / 2) / 2)
    assert figures["pair_accuracy"]["mean"] == pytest.approx(2 / 3)


def test_length_and_its_opposite_stand_beside_it(answered):
    baselines = evaluate(answered, np.full(6, 0.5))["baselines"]
    assert baselines["length"]["pair_accuracy"]["mean"] == pytest.approx(1 / 3)
    assert baselines["minus_length"]["pair_accuracy"]["mean"] == pytest.approx(2 / 3)
    assert values(baselines["constant"]) == {"auroc": 0.5, "auroc_within_problem": 0.5, "pair_accuracy": 0.5}


def test_counts_say_what_was_answered(answered):
    figures = evaluate(answered, np.full(6, 0.5))
    assert figures["problems"] == 3
    assert figures["answers"] == {"canonical": 3, "canonical_passed": 3, "variants": 3, "variants_passed": 1}


def test_statistics_are_those_of_the_textbook():
    values = [0.9, 0.8, 0.5, 0.49, 0.1]
    found = described(np.array(values))
    assert (found["high"], found["medium"], found["low"]) == (1, 2, 2)
    assert found["mean"] == pytest.approx(textbook.fmean(values))
    assert found["std"] == pytest.approx(textbook.pstdev(values))
    assert (found["median"], found["min"], found["max"]) == (0.5, 0.1, 0.9)
    assert described(np.array([])) == {"high": 0, "medium": 0, "low": 0}


@pytest.mark.parametrize("bad", [np.full(6, np.nan), np.full(6, 1.2), np.full(6, -0.1), np.full(5, 0.5)])
def test_what_is_no_probability_for_each_answer_is_refused(answered, bad):
    with pytest.raises(ModelError, match="6 answers of HumanEval"):
        evaluate(answered, bad)
