"""What the specification asks of a model, held against what was found. A model that knows nothing reaches none of it.

The specification names one number a task. A figure passes by its point value; it passes surely if the end of its 95 %
interval that is nearer to failing does, too.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from codegraft.errors import ModelError

FIGURES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "link_prediction_mrr": "link_prediction.repository_inductive.mrr",
        "link_prediction_hits_at_10": "link_prediction.repository_inductive.hits_at_10",
        "disambiguation_accuracy": "disambiguation.accuracy",
        "code_search_mrr_at_10": "code_search.mrr_at_10",
        "call_graph_f1": "call_graph.f1",
        "dependency_f1": "dependency.f1",
        "violations": "triple_validity.violations",
    }
)
"""Where each gate's figure stands in a system's metrics; link prediction is that on held-out repositories."""

GAINS: Final[Mapping[str, str]] = MappingProxyType({"code_search_mrr_at_10": "code_search.gain_over_untrained"})
"""Gates that words alone could pass, untrained: there the low end of the gain over the same untrained lies above 0."""

AT_MOST: Final = frozenset({"violations"})
"""Gates whose figure has to be low; the others' has to be high."""


class Gate(NamedTuple):
    """One thing asked for.

    Attributes:
        value: what was found, ``None`` where that is undefined.
        end: the end of its interval that is nearer to failing, ``None`` where there is none.
        threshold: what is asked.
        passed: whether the value reaches it.
        passed_surely: whether the end does, too.
    """

    value: float | None
    end: float | None
    threshold: float
    passed: bool
    passed_surely: bool


def gates(metrics: Mapping[str, Any], thresholds: Mapping[str, float], absent: Collection[str] = ()) -> dict[str, Gate]:
    """Hold the figures of one system against the thresholds, ``gates.graphmer`` of params.yaml.

    Args:
        metrics: of all tasks, each as :func:`~codegraft.graphmer.evaluation.figures.said` writes them.
        thresholds: one for each of :data:`FIGURES`.
        absent: tasks that there was nothing to ask in; their gates are not passed.

    Raises:
        ModelError: a threshold is missing or unknown, or a figure or its interval is missing.
    """
    if strange := sorted(thresholds.keys() ^ FIGURES.keys()):
        raise ModelError(f"gates.graphmer: {', '.join(strange)}: expected one threshold each of {', '.join(FIGURES)}")
    return {
        name: Gate(None, None, thresholds[name], passed=False, passed_surely=False)
        if path.partition(".")[0] in absent
        else _gate(metrics, name, thresholds[name])
        for name, path in FIGURES.items()
    }


def gated(metrics: Mapping[str, Any]) -> dict[str, float]:
    """The figures that gates ask for, of the tasks that are there."""
    there = {name: path for name, path in FIGURES.items() if path.partition(".")[0] in metrics}
    return {name: value for name, path in there.items() if (value := _figure(metrics, path)[0]) is not None}


def _gate(metrics: Mapping[str, Any], name: str, threshold: float) -> Gate:
    low_is_good = name in AT_MOST
    value, interval = _figure(metrics, FIGURES[name])
    end = interval["high" if low_is_good else "low"]
    reached = [
        number is not None and (number <= threshold if low_is_good else number >= threshold) for number in (value, end)
    ]
    learned = name not in GAINS or _learned(metrics, GAINS[name])
    return Gate(value, end, threshold, passed=learned and reached[0], passed_surely=learned and all(reached))


def _learned(metrics: Mapping[str, Any], path: str) -> bool:
    low = _figure(metrics, path)[1]["low"]
    return low is not None and low > 0


def _figure(metrics: Mapping[str, Any], path: str) -> tuple[float | None, Mapping[str, float | None]]:
    """The figure at a dotted path, and its interval."""
    *parents, name = path.split(".")
    place: Any = metrics
    for key in parents:
        place = place.get(key, {})
    if name not in place or name not in place.get("intervals", {}):
        raise ModelError(f"metrics: no {path} with its interval; evaluate every task before its gates")
    return place[name], place["intervals"][name]
