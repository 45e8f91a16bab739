"""What an evaluation has to show before its model counts as trained. A model that knows nothing shows none of it."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from codegraft.params import GraphsageGates

UNTRAINED: Final = ("constant", "length", "minus_length", "parses")
"""Baselines that learn nothing; a model that learnt is to be above the best of them."""


class Gate(NamedTuple):
    """One thing asked for: what was found, ``None`` where that is undefined, and whether it is enough."""

    value: float | None
    threshold: float
    passed: bool


def gates(metrics: Mapping[str, Any], thresholds: GraphsageGates) -> dict[str, Gate]:
    """Hold the content of metrics/graphsage_eval.json against thresholds, ``gates.graphsage`` of params.yaml.

    Of intervals it is the lower end that has to lie above: of the AUROC within problem and of its gain over the best of
    ``UNTRAINED``; of the gain of the imports' micro-F1 over frequencies, of the bugs' AUROC, and of the gain in MAP@R
    over a random order. The confidence's standard deviation over programs has to lie above, its calibration error
    below.
    """
    confidence = metrics["confidence"]
    found: dict[str, float | None] = {
        "auroc_within_problem": confidence["auroc_within_problem"]["low"],
        "gain_over_untrained": _least([confidence["gain_over"][name]["low"] for name in UNTRAINED]),
        "spread": confidence["spread"],
        "ece": confidence["ece"]["mean"],
        "imports_gain": metrics["imports"]["gain_over"]["frequency"]["low"],
        "bugs_auroc": metrics["bugs"]["auroc"]["low"],
        "retrieval_gain": metrics["retrieval"]["gain_over"]["random"]["low"],
    }
    return {name: _gate(found[name], threshold, below=name == "ece") for name, threshold in thresholds}


def _gate(value: float | None, threshold: float, *, below: bool) -> Gate:
    if value is None:
        return Gate(None, threshold, passed=False)
    return Gate(value, threshold, passed=value < threshold if below else value > threshold)


def _least(values: list[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return min(known) if len(known) == len(values) else None
