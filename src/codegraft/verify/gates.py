"""What has to hold of metrics and series, computed anew from their figures."""

import math
import operator
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final, Literal, NamedTuple

from codegraft.errors import ModelError, VerificationError
from codegraft.files import rounded
from codegraft.graphmer.evaluation.thresholds import AT_MOST
from codegraft.params import Gates
from codegraft.verify.evaluations import edited_verdicts, graphmer_figure, graphsage_figure
from codegraft.verify.found import Find, Found, figure
from codegraft.verify.losses import LOSSES, losses, rise
from codegraft.verify.margins import (
    encoder_gain,
    encoder_margin,
    humaneval_margin,
    linker_margin,
    node_margin,
    relation_bias_gain,
)
from codegraft.verify.places import METRICS, SERIES
from codegraft.verify.records import Records, strange_cells, strange_figures

Rule = Literal["at least", "at most", "above", "below"]
RULES: Final[Mapping[Rule, Callable[[float, float], bool]]] = MappingProxyType(
    {"at least": operator.ge, "at most": operator.le, "above": operator.gt, "below": operator.lt}
)

_NAMED: Final = 3
"""Places that a note names; it counts the others."""


class Asked(NamedTuple):
    """How a gate's figure is found, and what it is held against."""

    find: Find
    rule: Rule
    threshold: float


class Gate(NamedTuple):
    """One thing asked for.

    Attributes:
        value: what was found; ``None`` where that is undefined, not finite, or not computed.
        rule: how the value has to lie to the threshold.
        threshold: of params.yaml.
        passed: whether it does.
        required: whether verification fails if it does not; else it is shown as missed.
        note: why there is no value and which command makes one; or where the value lies and how sure it is.
    """

    value: float | None
    rule: Rule
    threshold: float
    passed: bool
    required: bool
    note: str


def judge(records: Records, thresholds: Gates) -> dict[str, Gate]:
    """Every gate by name. A file that is missing or lacks a figure leaves its gates not computed, hence not passed.

    Raises:
        VerificationError: ``gates.optional`` names a gate that does not exist.
    """
    asked = asked_of(thresholds)
    if unknown := sorted(set(thresholds.optional) - asked.keys()):
        raise VerificationError(f"gates.optional: {', '.join(unknown)}: no such gate; there are {', '.join(asked)}")
    return {name: _gate(one, records, required=name not in thresholds.optional) for name, one in asked.items()}


def asked_of(thresholds: Gates) -> dict[str, Asked]:
    """What is asked, by the name of the gate."""
    graph, training = thresholds.graph, thresholds.training
    latency = figure("metrics/graphsage_benchmark.json", "latency_ms.p99")
    return {
        "graph_triples": Asked(figure("metrics/kg.json", "triples"), "at least", graph.triples),
        "graph_domain_range": Asked(figure("metrics/kg.json", "domain_range_ratio"), "at least", graph.domain_range),
        "finite_series": Asked(_strange_series, "at most", 0),
        "finite_metrics": Asked(_strange_metrics, "at most", 0),
        "mnm_gain": Asked(encoder_gain, "at least", training.mnm_gain),
        "relation_bias_gain": Asked(relation_bias_gain, "at least", training.relation_bias_gain),
        **{f"loss_{model}": Asked(_greatest_rise(model), "at most", training.loss_rise) for model in LOSSES},
        **{name: Asked(find, "above", training.margin) for name, find in _margins().items()},
        **_of_evaluations(thresholds),
        "latency_p99_ms": Asked(latency, "at most", thresholds.latency.p99_ms),
    }


def report_of(gates: Mapping[str, Gate]) -> dict[str, Any]:
    """The content of metrics/gates.json; ``passed`` says whether every required gate is."""
    missed = {
        kind: sum(1 for gate in gates.values() if gate.required is required and not gate.passed)
        for kind, required in (("required", True), ("optional", False))
    }
    content = {"passed": not missed["required"], "missed": missed, "gates": {n: g._asdict() for n, g in gates.items()}}
    exact: dict[str, Any] = rounded(content)
    return exact


def _margins() -> dict[str, Find]:
    measures = {"mlm": ("loss", "accuracy"), "mnm": ("loss", "accuracy", "exact")}
    return {
        **{f"encoder_{task}_{name}": encoder_margin(task, name) for task, names in measures.items() for name in names},
        "nodes_over_constants": node_margin("majority", "parent_kind"),
        "nodes_over_untrained": node_margin("random_encoder"),
        "linker_over_constants": linker_margin("relation_frequency", "repository_popularity"),
        "linker_over_untrained": linker_margin("untrained"),
        "humaneval_over_constants": humaneval_margin,
    }


def _of_evaluations(thresholds: Gates) -> dict[str, Asked]:
    def edited(records: Records) -> Found:
        places = edited_verdicts(records, thresholds)
        return Found(len(places), _listed(places))

    graphsage: dict[str, Asked] = {
        f"graphsage_{name}": Asked(graphsage_figure(name, thresholds), "below" if name == "ece" else "above", threshold)
        for name, threshold in thresholds.graphsage
    }
    graphmer: dict[str, Asked] = {
        f"graphmer_{name}": Asked(
            graphmer_figure(name, thresholds), "at most" if name in AT_MOST else "at least", threshold
        )
        for name, threshold in thresholds.graphmer
    }
    return {**graphsage, **graphmer, "recorded_verdicts": Asked(edited, "at most", 0)}


def _greatest_rise(model: str) -> Find:
    """Of a model's losses the one that fell least, or rose most."""

    def found(records: Records) -> Found:
        series = losses(records, model)
        rises = [rise(one) for one in series]
        if not all(map(math.isfinite, rises)):
            strange = next(one for one, value in zip(series, rises, strict=True) if not math.isfinite(value))
            return Found(None, f"{strange.file}: {strange.name}: fewer than two rows, or no finite numbers in them")
        worst = rises.index(max(rises))
        return Found(rises[worst], f"{series[worst].file}: {series[worst].name}")

    return found


def _strange_series(records: Records) -> Found:
    places = [place for name in SERIES for series in records.series(name) for place in strange_cells(series)]
    return Found(len(places), _listed(places))


def _strange_metrics(records: Records) -> Found:
    places = [place for file in METRICS for place in strange_figures(records.metric(file), file)]
    return Found(len(places), _listed(places))


def _listed(places: Sequence[str]) -> str:
    more = [f"and {len(places) - _NAMED} more"] if len(places) > _NAMED else []
    return ", ".join([*places[:_NAMED], *more])


def _gate(asked: Asked, records: Records, *, required: bool) -> Gate:
    try:
        value, note, decided = asked.find(records)
    except (ModelError, VerificationError) as error:
        value, note, decided = None, f"not computed: {error}", None
    if value is None or not math.isfinite(value):
        return Gate(None, asked.rule, asked.threshold, passed=False, required=required, note=note or "not a number")
    passed = RULES[asked.rule](value, asked.threshold) if decided is None else decided
    return Gate(value, asked.rule, asked.threshold, passed=passed, required=required, note=note)
