"""How far a model is to be believed: what the pipeline measured, beside what it had to beat."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

from codegraft.errors import ModelError

METRICS: Final = Path("metrics")
SAGE: Final = "graphsage_eval.json"
GRAPHMER: Final = "graphmer_eval.json"
_LINKS: Final = "link_prediction.repository_inductive"
_RIVALS: Final = ("bm25", "bm25_neighbours", "relation_frequency", "repository_popularity", "trigrams")


class Asked(NamedTuple):
    """A figure to look up: the keys of the model's value and of its interval, and of what it had to beat."""

    what: str
    file: str
    value: str
    interval: str
    baselines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Measured:
    """A figure of a model on code that no training saw.

    Attributes:
        what: was measured.
        value: of the model.
        low, high: its 95 % interval, None where the file has none.
        baseline: what did best of what it had to beat, and its value.
        source: the file that says so.
    """

    what: str
    value: float
    low: float | None
    high: float | None
    baseline: tuple[str, float]
    source: str


PROGRAMS: Final = (
    Asked(
        "right before wrong among programs for one problem (AUROC; 0.5 is guessing)",
        SAGE,
        "confidence.auroc_within_problem.mean",
        "confidence.auroc_within_problem",
        (("length alone", "confidence.baselines.length.auroc_within_problem.mean"),),
    ),
    Asked(
        "modules that a text needs, its import statements hidden (micro F1)",
        SAGE,
        "imports.micro_f1.mean",
        "imports.micro_f1",
        (
            ("linear model", "imports.baselines.linear.micro_f1.mean"),
            ("most frequent", "imports.baselines.frequency.micro_f1.mean"),
        ),
    ),
    Asked(
        "kind of mistake in programs (AUROC; 0.5 is guessing)",
        SAGE,
        "bugs.auroc.mean",
        "bugs.auroc",
        (("linear model", "bugs.baselines.linear.auroc.mean"),),
    ),
)

LINKS: Final = (
    Asked(
        "hidden links of all relations, both ends (mean reciprocal rank)",
        GRAPHMER,
        f"{_LINKS}.mrr",
        f"{_LINKS}.intervals.mrr",
        tuple((name.replace("_", " "), f"baselines.{name}.{_LINKS}.mrr") for name in _RIVALS),
    ),
    Asked(
        "what a function also calls, in any way (F1 of hidden calls)",
        GRAPHMER,
        "call_graph.f1",
        "call_graph.intervals.f1",
        tuple((name.replace("_", " "), f"baselines.{name}.call_graph.f1") for name in _RIVALS),
    ),
)

SEARCH: Final = (
    Asked(
        "a function by its documentation, which was hidden (MRR@10)",
        GRAPHMER,
        "code_search.mrr_at_10",
        "code_search.intervals.mrr_at_10",
        (
            ("words alone (BM25)", "code_search.systems.bm25.mean"),
            ("the same search, untrained", "code_search.systems.untrained_mix.mean"),
        ),
    ),
)


def measured(asked: tuple[Asked, ...], metrics: Path) -> list[Measured]:
    """The figures that are asked for.

    Raises:
        ModelError: a file is missing, or has no such figure.
    """
    files = {file: _read(metrics / file) for file in {figure.file for figure in asked}}
    return [_figure(figure, files[figure.file], metrics / figure.file) for figure in asked]


def _figure(asked: Asked, content: Any, path: Path) -> Measured:
    value = _number(content, asked.value, path)
    ends = [_number(content, f"{asked.interval}.{end}", path) for end in ("low", "high")]
    baselines = [(name, _number(content, key, path)) for name, key in asked.baselines]
    best = max(baselines, key=lambda pair: pair[1])
    return Measured(asked.what, value, ends[0], ends[1], best, path.name)


def _number(content: Any, key: str, path: Path) -> float:
    value = content
    for name in key.split("."):
        value = value.get(name) if isinstance(value, dict) else None
    if not isinstance(value, int | float):
        raise ModelError(f"{path.name}: no number {key}; `make repro` computes it")
    return float(value)


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ModelError(f"{path.name}: no such file in {path.parent.name}/; `make repro` writes it") from None
    except (OSError, ValueError) as error:
        raise ModelError(f"{path.name}: cannot be read ({error}); `make repro` writes it") from None
