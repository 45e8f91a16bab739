"""Gates held against figures that stand at their thresholds, above and below."""

import pytest

from codegraft.graphsage.evaluate.gates import UNTRAINED, gates
from codegraft.params import GraphsageGates

THRESHOLDS = GraphsageGates(
    auroc_within_problem=0.5,
    gain_over_untrained=0.1,
    spread=0.02,
    ece=0.15,
    imports_gain=0.2,
    bugs_auroc=0.6,
    retrieval_gain=0.3,
)


def interval(low):
    """A figure whose mean and high end would pass any threshold."""
    return {"mean": 1.0, "low": low, "high": 2.0}


def metrics(**lows):
    """Figures of which each passes by 0.01, but for those that are given."""
    found = {name: value + (-0.01 if name == "ece" else 0.01) for name, value in THRESHOLDS} | lows
    gains = dict.fromkeys(UNTRAINED, 1.0) | found.pop("untrained", {"length": found["gain_over_untrained"]})
    return {
        "confidence": {
            "auroc_within_problem": interval(found["auroc_within_problem"]),
            "gain_over": {name: interval(low) for name, low in gains.items()},
            "spread": found["spread"],
            "ece": {"mean": found["ece"], "low": 9.0, "high": 9.0},
        },
        "imports": {"gain_over": {"frequency": interval(found["imports_gain"]), "linear": interval(-1.0)}},
        "bugs": {"auroc": interval(found["bugs_auroc"])},
        "retrieval": {"gain_over": {"random": interval(found["retrieval_gain"]), "other": interval(-1.0)}},
    }


def test_each_gate_looks_at_its_own_figure_and_says_it_with_its_threshold():
    assert {name: gate[1:] for name, gate in gates(metrics(), THRESHOLDS).items()} == {
        name: (threshold, True) for name, threshold in THRESHOLDS
    }
    for name, threshold in THRESHOLDS:
        beyond = threshold + (0.01 if name == "ece" else -0.01)
        found = gates(metrics(**{name: beyond}), THRESHOLDS)
        assert found[name] == (beyond, threshold, False)
        assert all(gate.passed for other, gate in found.items() if other != name)


@pytest.mark.parametrize("name", [name for name, _ in THRESHOLDS])
def test_a_figure_at_its_threshold_does_not_pass(name):
    at = dict(THRESHOLDS)[name]
    assert gates(metrics(**{name: at}), THRESHOLDS)[name] == (at, at, False)


@pytest.mark.parametrize("name", [name for name, _ in THRESHOLDS])
def test_an_undefined_figure_does_not_pass_though_nothing_is_asked(name):
    nothing = THRESHOLDS.model_copy(update={name: 1.0 if name == "ece" else -1.0})
    found = gates(metrics(**{name: None}), nothing)
    assert found[name] == (None, dict(nothing)[name], False)
    assert all(gate.passed for other, gate in found.items() if other != name)


@pytest.mark.parametrize("name", UNTRAINED)
def test_it_is_the_best_of_the_untrained_that_has_to_be_beaten(name):
    """The gain over the best of them is the least gain."""
    assert gates(metrics(untrained={name: 0.05}), THRESHOLDS)["gain_over_untrained"] == (0.05, 0.1, False)
    assert gates(metrics(untrained={name: None}), THRESHOLDS)["gain_over_untrained"] == (None, 0.1, False)
    assert gates(metrics(untrained={name: 0.5}), THRESHOLDS)["gain_over_untrained"] == (0.5, 0.1, True)
