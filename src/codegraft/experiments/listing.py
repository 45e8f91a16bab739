"""``codegraft runs list`` and ``clean`` as people and programs read them."""

from collections.abc import Sequence
from typing import Any

from codegraft.experiments.clean import Plan
from codegraft.experiments.runs import WORKSPACE, Run, Runs
from codegraft.experiments.table import aligned
from codegraft.experiments.values import ABSENT, chosen, counted, size_text, text, texts


def listed(found: Runs, patterns: Sequence[str]) -> str:
    """A line a run: what it is, what it changed, and the metrics that ``patterns`` choose.

    Without patterns these are the headlines in which a run differs from the commit that it started from.
    """
    if not found.runs:
        return "no runs; `dvc exp run -S embed_nodes.epochs=2` makes one"
    keys = metric_columns(found, patterns)
    header = ["run", "revision", "created (UTC)", "parent", "state", "new data", "changed", *keys]
    columns = [texts([run.metrics.get(key) for run in found.runs]) for key in keys]
    rows = [[*cells(run), *metrics] for run, *metrics in zip(found.runs, *columns, strict=True)]
    return aligned(header, rows, right=frozenset([5, *range(7, len(header))]))


def metric_columns(found: Runs, patterns: Sequence[str]) -> list[str]:
    """Which metrics are shown."""
    keys = chosen({key for run in found.runs for key in run.metrics}, patterns)
    if patterns:
        return keys
    done = [run for run in found.runs if run.state == "done"]
    return [key for key in keys if any(run.metrics.get(key) != found.baselines[run.baseline].get(key) for run in done)]


def cells(run: Run) -> list[str]:
    """All of a run but its metrics."""
    size = size_text(run.size) if run.state == "done" else ABSENT
    changed = ", ".join(f"{key}={text(after)}" for key, (_, after) in run.changed.items())
    return [run.name, short(run), when(run), run.baseline[:7], run.state, size, changed or run.problem or ABSENT]


def short(run: Run) -> str:
    """The revision as git abbreviates it; a run in the workspace has none yet."""
    return ABSENT if run.revision == WORKSPACE else run.revision[:7]


def when(run: Run) -> str:
    """The minute in which a run was made."""
    return run.created.strftime("%Y-%m-%d %H:%M") if run.created else ABSENT


def as_json(found: Runs, patterns: Sequence[str]) -> list[dict[str, Any]]:
    """The same for programs: whole hashes, times with their zone, every parameter that changed."""
    return [
        {
            "name": run.name,
            "revision": run.revision,
            "parent": run.baseline,
            "created": run.created.isoformat() if run.created else None,
            "state": run.state,
            "changed": {key: {"from": before, "to": after} for key, (before, after) in run.changed.items()},
            "metrics": {key: run.metrics[key] for key in chosen(run.metrics, patterns)},
            "new_bytes": run.size,
            "problem": run.problem or None,
        }
        for run in found.runs
    ]


def planned(plan: Plan) -> str:
    """What a cleaning would do, and why."""
    if not plan.verdicts:
        return "no runs"
    rows = [
        [
            verdict.run.name,
            short(verdict.run),
            when(verdict.run),
            "go" if verdict.goes else "stay",
            verdict.reason,
        ]
        for verdict in plan.verdicts
    ]
    return aligned(["run", "revision", "created (UTC)", "", "because"], rows)


def space(plan: Plan) -> str:
    """What a cleaning frees."""
    if not plan.objects:
        return "the cache holds nothing that only they use"
    files = f"{counted(len(plan.objects), 'file')} in the cache that only they use"
    if plan.cache_shared:
        return f"{files} stay: the cache lies outside this repository, where others may share it"
    return f"{files}, {size_text(sum(plan.objects.values()))}"
