"""What the specification asks of a model, held against what was found. A model that knows nothing reaches none of it.

The specification names one number a task. A figure passes by its point value; it passes surely if the end of its 95 %
interval that is nearer to failing does, too.
"""

from collections.abc import Mapping
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


def gates(metrics: Mapping[str, Any], thresholds: Mapping[str, float]) -> dict[str, Gate]:
    """Hold the figures of one system against the thresholds, ``gates.graphmer`` of params.yaml.

    Args:
        metrics: of all tasks; at each of :data:`FIGURES` ``mean``, ``low`` and ``high``.
        thresholds: one for each of :data:`FIGURES`.

    Raises:
        ModelError: a threshold is missing or unknown, or a figure is missing or has no interval.
    """
    if strange := sorted(thresholds.keys() ^ FIGURES.keys()):
        raise ModelError(f"gates.graphmer: {', '.join(strange)}: expected one threshold each of {', '.join(FIGURES)}")
    return {name: _gate(_figure(metrics, path), thresholds[name], name) for name, path in FIGURES.items()}


def _gate(figure: Mapping[str, float | None], threshold: float, name: str) -> Gate:
    low_is_good = name in AT_MOST
    value, end = figure["mean"], figure["high" if low_is_good else "low"]
    reached = [
        number is not None and (number <= threshold if low_is_good else number >= threshold) for number in (value, end)
    ]
    return Gate(value, end, threshold, passed=reached[0], passed_surely=all(reached))


def _figure(metrics: Mapping[str, Any], path: str) -> Mapping[str, float | None]:
    """``mean``, ``low`` and ``high`` at a dotted path."""
    found: Any = metrics
    for key in path.split("."):
        if not isinstance(found, Mapping) or key not in found:
            raise ModelError(f"metrics: no {path}; evaluate every task before its gates")
        found = found[key]
    if not isinstance(found, Mapping) or not {"mean", "low", "high"} <= found.keys():
        raise ModelError(f"metrics: {path} is {found!r}; expected mean, low and high")
    return found
