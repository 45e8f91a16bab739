"""The evaluations' own gates, asked again of the figures beside them, so that a verdict which was edited is found."""

from collections.abc import Mapping
from typing import Any, Final

from codegraft.errors import VerificationError
from codegraft.graphmer.evaluation import thresholds as graphmer
from codegraft.graphsage.evaluate import gates as graphsage
from codegraft.params import Gates
from codegraft.verify.found import Find, Found, at
from codegraft.verify.places import made_by
from codegraft.verify.records import Records

_GRAPHSAGE: Final = "metrics/graphsage_eval.json"
_GRAPHMER: Final = "metrics/graphmer_eval.json"


def graphsage_figure(name: str, thresholds: Gates) -> Find:
    """One gate of the network over program graphs."""

    def found(records: Records) -> Found:
        gate = _graphsage(records, thresholds)[name]
        return Found(gate.value, passed=gate.passed)

    return found


def graphmer_figure(name: str, thresholds: Gates) -> Find:
    """One gate of linker and search; the note has the end of the interval that is nearer to failing."""

    def found(records: Records) -> Found:
        gate = _graphmer(records, thresholds)[name]
        return Found(gate.value, "" if gate.end is None else f"end of its interval {gate.end:.3g}", gate.passed)

    return found


def edited_verdicts(records: Records, thresholds: Gates) -> list[str]:
    """Gates whose content in the metrics is not what the figures there give.

    Raises:
        VerificationError: metrics are missing, or lack a figure.
    """
    asked: dict[str, Mapping[str, Any]] = {
        _GRAPHSAGE: _graphsage(records, thresholds),
        _GRAPHMER: _graphmer(records, thresholds),
    }
    edited = []
    for file, gates in asked.items():
        computed, written = {name: gate._asdict() for name, gate in gates.items()}, at(records, file, "gates")
        names = sorted(computed.keys() | written.keys())
        edited += [f"{file}: gates.{name}" for name in names if computed.get(name) != written.get(name)]
    return edited


def _graphsage(records: Records, thresholds: Gates) -> dict[str, graphsage.Gate]:
    try:
        return graphsage.gates(records.metric(_GRAPHSAGE), thresholds.graphsage)
    except (KeyError, TypeError) as error:
        raise VerificationError(f"{_GRAPHSAGE}: lacks a figure ({error}); run {made_by(_GRAPHSAGE)}") from None


def _graphmer(records: Records, thresholds: Gates) -> dict[str, graphmer.Gate]:
    metrics = records.metric(_GRAPHMER)
    return graphmer.gates(metrics, dict(thresholds.graphmer), at(records, _GRAPHMER, "absent"))
