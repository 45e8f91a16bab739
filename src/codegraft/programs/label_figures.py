"""What a table of labels comes to: the figures of metrics/label.json."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.labels import CORRECT, INCORRECT, MUTANT

NAMES_LISTED: Final = 20
"""Programs named in a list of disagreements; all are counted."""

_GROUPS: Final = ("kind", "operator")


def summarise(labels: pa.Table) -> dict[str, Any]:
    """Figures of labels.

    ``verdicts`` and ``exceptions`` count programs; ``by_origin`` does so by origin and verdict, ``by_split`` by split
    and origin. ``mutants`` says how many were made and killed (not ``passed``), in all, by kind and by operator; the
    rest are equivalent as far as the tests can tell. ``disagreements`` are programs that their source calls correct
    and that fail, or incorrect and that pass. ``tests_run`` counts runs of a program on a test.
    """
    mutants = _where(labels, "origin", MUTANT)
    return {
        "problems": len(labels["problem"].unique()),
        "programs": labels.num_rows,
        "verdicts": _counts(labels["verdict"]),
        "exceptions": _counts(labels.filter(pc.not_equal(labels["exception"], ""))["exception"]),
        "by_origin": {origin: _counts(part["verdict"]) for origin, part in _parts(labels, "origin")},
        "by_split": {split: _counts(part["origin"]) for split, part in _parts(labels, "split")},
        "mutants": _survival(mutants)
        | {f"by_{name}": {value: _survival(part) for value, part in _parts(mutants, name)} for name in _GROUPS},
        "disagreements": {
            "correct_failed": _named(_where(labels, "origin", CORRECT), passed=False),
            "incorrect_passed": _named(_where(labels, "origin", INCORRECT), passed=True),
        },
        "flaky": pc.sum(labels["flaky"]).as_py() or 0,
        "tests_run": pc.sum(labels["run"]).as_py() or 0,
    }


def _survival(mutants: pa.Table) -> dict[str, Any]:
    killed = mutants.num_rows - _passed(mutants).num_rows
    return {"made": mutants.num_rows, "killed": killed, "killed_share": killed / max(mutants.num_rows, 1)}


def _named(labels: pa.Table, *, passed: bool) -> dict[str, Any]:
    """How many passed or failed, and which: problem, program and verdict of the first."""
    chosen = _passed(labels) if passed else labels.filter(pc.not_equal(labels["verdict"], Verdict.PASSED.value))
    first = chosen.slice(0, NAMES_LISTED).select(["problem", "program", "verdict"]).to_pylist()
    return {"count": chosen.num_rows, "programs": [" ".join(row.values()) for row in first]}


def _passed(labels: pa.Table) -> pa.Table:
    return _where(labels, "verdict", Verdict.PASSED.value)


def _where(labels: pa.Table, column: str, value: str) -> pa.Table:
    return labels.filter(pc.equal(labels[column], value))


def _parts(labels: pa.Table, column: str) -> Iterable[tuple[str, pa.Table]]:
    values: Sequence[str] = sorted(labels[column].unique().to_pylist())
    return [(value, _where(labels, column, value)) for value in values]


def _counts(column: pa.ChunkedArray) -> dict[str, int]:
    return dict(Counter(column.to_pylist()))
