"""Runs side by side: the parameters that differ, and the metrics that differ."""

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dvc.repo import Repo
from dvc.repo.experiments.collect import collect_rev
from dvc.repo.experiments.refs import ExpRefInfo
from dvc.scm import RevError, resolve_rev

from codegraft.errors import ExperimentError
from codegraft.experiments.runs import WORKSPACE, measured, names_of_runs, params_of
from codegraft.experiments.table import aligned
from codegraft.experiments.values import Values, chosen, texts


@dataclass(frozen=True)
class Side:
    """One column: a revision, or the workspace, and what stands in it."""

    name: str
    revision: str
    params: Values
    metrics: Values


@dataclass(frozen=True)
class Comparison:
    """Columns, and the rows in which they differ: key -> a value for each column, None where it has no such key."""

    sides: list[Side]
    params: dict[str, list[Any]]
    metrics: dict[str, list[Any]]


def compare(repo: Repo, names: Sequence[str]) -> Comparison:
    """The runs or revisions ``names``, after the commits that the runs among them started from.

    Raises:
        ExperimentError: a name is unknown or stands for several runs, or what it stands for cannot be read.
    """
    asked = [resolve(repo, name) for name in names]
    baselines = {info.baseline_sha: info.baseline_sha[:7] for _, _, info in asked if info}
    columns = dict(baselines) | {revision: name for name, revision, _ in asked}
    sides = [read_side(repo, name, revision) for revision, name in columns.items()]
    return Comparison(
        sides,
        differing([side.params for side in sides]),
        differing([side.metrics for side in sides]),
    )


def resolve(repo: Repo, name: str) -> tuple[str, str, ExpRefInfo | None]:
    """The name, the commit that it stands for, and the reference if it is a run's."""
    if name == WORKSPACE:
        return name, WORKSPACE, None
    known = names_of_runs(repo)
    same = known.get(name, [])
    if len(same) > 1:
        started = ", ".join(str(repo.scm.get_ref(str(info)))[:7] for info in same)
        raise ExperimentError(f"{name}: {len(same)} runs have this name; say one of their revisions: {started}")
    try:
        revision = repo.scm.get_ref(str(same[0])) if same else resolve_rev(repo.scm, name)
    except RevError as error:
        near = difflib.get_close_matches(name, [*known, *repo.scm.list_branches(), *repo.scm.list_tags(), WORKSPACE])
        hint = f"near to it: {', '.join(near)}" if near else "`codegraft runs list` shows what there is"
        raise ExperimentError(f"{name}: no run or revision has this name; {hint}") from error
    return name, revision, same[0] if same else run_at(repo, known, revision)


def run_at(repo: Repo, known: dict[str, list[ExpRefInfo]], revision: str) -> ExpRefInfo | None:
    """The run whose commit this is."""
    every = [info for same in known.values() for info in same]
    return next((info for info in every if repo.scm.get_ref(str(info)) == revision), None)


def read_side(repo: Repo, name: str, revision: str) -> Side:
    """What stands in a revision."""
    state = collect_rev(repo, revision)
    if state.error:
        raise ExperimentError(f"{name}: {state.error.msg.splitlines()[0]}")
    return Side(name, revision, params_of(state), measured(state))


def differing(columns: Sequence[Values]) -> dict[str, list[Any]]:
    """Keys, sorted, whose values are not the same in all columns."""
    keys = sorted(set().union(*columns))
    rows = {key: [column.get(key) for column in columns] for key in keys}
    return {key: row for key, row in rows.items() if any(value != row[0] for value in row)}


def rendered(comparison: Comparison, patterns: Sequence[str]) -> str:
    """The comparison for a terminal; of the metrics the headlines, or those that fit ``patterns``."""
    shown = chosen(comparison.metrics, patterns)
    parts = [
        block("parameter", comparison.sides, comparison.params, list(comparison.params)),
        block("metric", comparison.sides, comparison.metrics, shown),
    ]
    if hidden := len(comparison.metrics) - len(shown):
        noun = "metric differs" if hidden == 1 else "metrics differ"
        parts.append(f"{hidden:,} more {noun}; --metric '*' shows all, --metric 'kg:*' those of metrics/kg.json")
    return "\n\n".join(parts)


def block(kind: str, sides: Sequence[Side], rows: dict[str, list[Any]], keys: Sequence[str]) -> str:
    """One table, or a line that says that there is nothing to show."""
    if not rows:
        return f"no {kind} differs"
    if not keys:
        return f"none of the {kind}s asked for differs"
    right = frozenset(range(1, len(sides) + 1))
    return aligned([kind, *(side.name for side in sides)], [[key, *texts(rows[key])] for key in keys], right=right)
