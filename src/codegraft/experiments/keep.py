"""Which runs may go. A run goes only if every rule lets it: one reason to keep it is enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from fnmatch import fnmatchcase

from codegraft.experiments.runs import Run


@dataclass(frozen=True)
class Rules:
    """What a person asks for.

    Attributes:
        keep: patterns (``*``, ``?``) of names to keep.
        keep_last: how many of the newest finished runs to keep.
        older_than: days; younger runs are kept. None: age does not matter.
        now: the time that ages are measured at, with its zone.
    """

    keep: tuple[str, ...]
    keep_last: int
    older_than: float | None
    now: datetime


@dataclass(frozen=True)
class Verdict:
    """Whether a run goes, and why."""

    run: Run
    goes: bool
    reason: str


def judge(runs: Sequence[Run], referenced: Mapping[str, str], rules: Rules) -> list[Verdict]:
    """A verdict for each run, in their order (the newest first).

    Args:
        runs: as ``collect_runs`` gives them.
        referenced: revision -> what holds it, of the runs that something outside of ``refs/exps`` holds.
        rules: what a person asks for.
    """
    newest = {id(run) for run in [run for run in runs if run.state in ("done", "failed")][: rules.keep_last]}
    reasons = {id(run): reason_to_keep(run, referenced, rules, id(run) in newest) for run in runs}
    # What a kept run started from stays with it, however long that line is.
    while held := [run for run in runs if not reasons[id(run)] and child_kept(run, runs, reasons)]:
        for run in held:
            reasons[id(run)] = f"run {child_kept(run, runs, reasons)} started from it"
    return [Verdict(run, not reasons[id(run)], reasons[id(run)] or reason_to_go(run, rules)) for run in runs]


def reason_to_keep(run: Run, referenced: Mapping[str, str], rules: Rules, newest: bool) -> str:
    """The first rule that holds a run; empty if none does."""
    if run.state in ("queued", "running"):
        return f"it is {run.state}"
    if run.state == "damaged":
        return f"damaged: {run.problem}; `git update-ref -d {run.ref}` forgets it"
    if run.revision in referenced:
        return referenced[run.revision]
    if pattern := next((pattern for pattern in rules.keep if fnmatchcase(run.name, pattern)), None):
        return f"--keep {pattern}"
    if newest:
        return f"among the newest {rules.keep_last}"
    if rules.older_than is not None and (run.created is None or rules.now - run.created < timedelta(rules.older_than)):
        return f"not older than {rules.older_than:g} days"
    return ""


def child_kept(run: Run, runs: Sequence[Run], reasons: Mapping[int, str]) -> str:
    """The name of a run that is kept and started from this one; empty if there is none."""
    return next((child.name for child in runs if child.baseline == run.revision and reasons[id(child)]), "")


def reason_to_go(run: Run, rules: Rules) -> str:
    """What a run lacks that would have kept it."""
    parts: list[str] = [] if run.state == "done" else [run.state]
    parts.append("nothing refers to it")
    if rules.keep_last:
        parts.append(f"not among the newest {rules.keep_last}")
    if rules.older_than is not None:
        parts.append(f"older than {rules.older_than:g} days")
    return ", ".join(parts)
