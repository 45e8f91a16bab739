"""What a change does to metrics, gates, parameters and plots, as Markdown for a pull request's summary.

What a reviewer decides by stands on top; thousands of other rows are folded away, and cut before GitHub's limit.
"""

import re
from collections.abc import Sequence
from numbers import Real
from typing import Any, NamedTuple

from dvc.repo import Repo

from codegraft.experiments.compare import read_side, resolve
from codegraft.experiments.review_plots import PictureUrls, plots
from codegraft.experiments.runs import WORKSPACE, changes
from codegraft.experiments.table import markdown
from codegraft.experiments.values import ABSENT, HEADLINES, Values, counted, text, texts

FOLDED_BYTES = 400_000
"""Room for one folded table; GitHub shows at most 1 MiB of summary a step."""
GATE = re.compile(r"(.*\bgates\.[^.]+)\.passed")
MARKS = {"more": ("better", "worse"), "less": ("worse", "better"), "either": ("", "")}
Changes = dict[str, tuple[Any, Any]]


class Gate(NamedTuple):
    """What a gate says; None for what it does not."""

    threshold: Any
    value: Any
    passed: Any


Gates = dict[str, Gate]


def summary(repo: Repo, base: str, pictures: PictureUrls | None = None) -> str:
    """Markdown: the working tree against ``base``.

    Args:
        repo: the repository.
        base: a branch, tag, commit or run.
        pictures: where both sides' pictures can be fetched; None: pictures are only named.

    Raises:
        ExperimentError: ``base`` is unknown or cannot be read.
    """
    _, revision, _ = resolve(repo, base)
    old, new = read_side(repo, base, revision), read_side(repo, WORKSPACE, WORKSPACE)
    metrics, params = changes(old.metrics, new.metrics), changes(old.params, new.params)
    counts = f"{counted(len(metrics), 'metric')} and {counted(len(params), 'parameter')} differ."
    parts = [
        f"## Against {revision[:7]}\n\n{counts}",
        gate_part(gates_of(old.metrics), gates_of(new.metrics)),
        headline_part(old.metrics, new.metrics),
        parameter_part(params),
        plots(repo, revision, pictures),
        folded(f"All {counted(len(metrics), 'metric')} that differ", metrics) if metrics else "",
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def gates_of(metrics: Values) -> Gates:
    """Every gate that the metrics hold, by name."""
    leads = [match[1] for key in metrics if (match := GATE.fullmatch(key))]
    return {lead: Gate(*(metrics.get(f"{lead}.{part}") for part in Gate._fields)) for lead in leads}


def gate_part(before: Gates, after: Gates) -> str:
    """How many gates pass, and those whose verdict changed, came or went."""
    passing = sum(bool(gate.passed) for gate in after.values())
    names = [name for name in sorted(before | after) if verdict(before, name) != verdict(after, name)]
    said = f"{len(names)} changed:" if names else "none changed."
    rows = [[f"`{name}`", *gate_cells(before, name), *gate_cells(after, name)] for name in names]
    header = ["gate", "threshold before", "value before", "before", "threshold", "value", "now"]
    table = [markdown(header, rows)] if rows else []
    return "\n\n".join(["### Gates", f"{passing} of {len(after)} pass; {said}", *table])


def verdict(gates: Gates, name: str) -> Any:
    """Whether a gate passes; None if it is not there."""
    return gates[name].passed if name in gates else None


def gate_cells(gates: Gates, name: str) -> list[str]:
    """Threshold, value and verdict of a gate on one side."""
    if name not in gates:
        return [ABSENT, ABSENT, ABSENT]
    gate = gates[name]
    return [text(gate.threshold), text(gate.value), "passes" if gate.passed else "**fails**"]


def headline_part(old: Values, new: Values) -> str:
    """The metrics that a reviewer looks at first, where they differ; the others are counted."""
    there = [headline for headline in HEADLINES if headline.key in old or headline.key in new]
    differing = [headline for headline in there if old.get(headline.key) != new.get(headline.key)]
    rows = [headline_row(old, new, key, better) for key, better in differing]
    same = f"{len(there) - len(differing)} of {len(there)} main metrics are what they were."
    header = ["metric", "before", "95 % before", "now", "change", ""]
    return "\n\n".join(
        ["### Main metrics", *([markdown(header, rows, right=frozenset([1, 3, 4]))] if rows else []), same]
    )


def headline_row(old: Values, new: Values, key: str, better: str) -> list[str]:
    """Value and interval before, value now, the change and whether it is for the better."""
    before, after = old.get(key), new.get(key)
    shown = texts([before, after])
    difference = change(before, after)
    mark = MARKS[better][difference.startswith("-")] if difference else ""
    return [f"`{key}`", shown[0], interval(old, key), shown[1], difference, mark]


def interval(metrics: Values, key: str) -> str:
    """The interval that a metric was reported with: beside a mean, or under ``intervals``."""
    stem, _, leaf = key.rpartition(".")
    for lead in (stem, f"{stem}.intervals.{leaf}"):
        low, high = metrics.get(f"{lead}.low"), metrics.get(f"{lead}.high")
        if is_number(low) and is_number(high) and (lead != stem or leaf == "mean"):
            return f"{text(low)} to {text(high)}"
    return ""


def change(before: Any, after: Any) -> str:
    """The difference of two numbers, and its share of the first; empty for what is no number."""
    if not (is_number(before) and is_number(after)):
        return ""
    difference = after - before
    share = f" ({100 * difference / abs(before):+.1f} %)" if before else ""
    return f"{'+' if difference > 0 else ''}{text(difference, 3)}{share}"


def is_number(value: Any) -> bool:
    """Whether a value can be more or less than another."""
    return isinstance(value, Real) and not isinstance(value, bool)


def parameter_part(params: Changes) -> str:
    """Parameters that differ; folded when there are many."""
    if not params:
        return ""
    if len(params) > 20:
        return folded(f"{counted(len(params), 'parameter')} that differ", params)
    return "### Parameters\n\n" + markdown(["parameter", "before", "now"], change_rows(params))


def folded(title: str, differing: Changes) -> str:
    """A table that opens on a click, with as many rows as there is room for."""
    rows, room = change_rows(differing), FOLDED_BYTES
    kept: list[Sequence[str]] = []
    for row in rows:
        room -= sum(len(cell.encode()) + 3 for cell in row) + 2
        if room < 0:
            break
        kept.append(row)
    table = markdown(["", "before", "now", "change"][: len(rows[0])], kept)
    cut = (
        f"\n\n{len(rows) - len(kept):,} more are left out: `codegraft runs compare` shows them."
        if len(kept) < len(rows)
        else ""
    )
    return f"<details><summary>{title}</summary>\n\n{table}{cut}\n\n</details>"


def change_rows(differing: Changes) -> list[list[str]]:
    """Key, both values, and their difference if any row has one."""
    rows = [[f"`{key}`", *texts(pair), change(*pair)] for key, pair in differing.items()]
    return rows if any(row[3] for row in rows) else [row[:3] for row in rows]
