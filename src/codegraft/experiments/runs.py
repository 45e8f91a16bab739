"""Every run that DVC knows: finished, queued, failed and running, with what it changed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, Literal

from dvc.repo import Repo
from dvc.repo.experiments.collect import collect_active, collect_failed, collect_queued, collect_rev
from dvc.repo.experiments.refs import ExpRefInfo
from dvc.repo.experiments.utils import exp_refs
from scmrepo.exceptions import SCMError

from codegraft.experiments.repository import git
from codegraft.experiments.values import Values, flat

State = Literal["done", "queued", "failed", "running", "damaged"]
WORKSPACE = "workspace"
STATES: dict[str, State] = {"success": "done", "queued": "queued", "failed": "failed", "running": "running"}


@dataclass(frozen=True)
class Run:
    """One run.

    Attributes:
        name: what DVC calls it; of a queued task without a name the first seven digits of ``revision``.
        revision: its commit; of one that is not finished the commit of its stash.
        baseline: the commit that it started from.
        state: ``damaged`` if git cannot read its commit or the one that it started from.
        created: when its commit was made, in UTC; None if the commit cannot be read or it runs in the workspace.
        ref: its reference in git, if it has one.
        params: what ``params.yaml`` and its like say, flattened.
        metrics: what it measured, flattened; empty unless done.
        changed: parameters that differ from the baseline's, with both values.
        size: bytes of the outputs that differ from the baseline's.
        problem: what is wrong with it.
    """

    name: str
    revision: str
    baseline: str
    state: State
    created: datetime | None = None
    ref: str | None = None
    params: Values = field(default_factory=dict)
    metrics: Values = field(default_factory=dict)
    changed: dict[str, tuple[Any, Any]] = field(default_factory=dict)
    size: int = 0
    problem: str = ""


@dataclass(frozen=True)
class Runs:
    """All runs, the newest first, and the measurements of the commits that they started from."""

    runs: list[Run]
    baselines: dict[str, Values]


def collect_runs(repo: Repo) -> Runs:
    """Every run of a repository. DVC reads a commit once (seconds, if dvc.yaml is long) and caches what it found.

    ``dvc.repo.experiments.show`` gives the same, but ends with a KeyError where a single reference is damaged.

    Raises:
        DvcException: DVC's record of its queue is damaged.
    """
    if repo.scm.no_commits:
        return Runs([], {})
    damaged = list(damaged_runs(repo))
    lost = {run.ref for run in damaged}
    references = [info for info in exp_refs(repo.scm) if str(info) not in lost]
    tasks = unfinished(repo)
    starts = {info.baseline_sha for info in references} | {start for start, _ in tasks}
    baselines = {start: collect_rev(repo, start) for start in sorted(starts)}
    found = [run_of(repo, baselines[start], group.revs[0], STATES[group.executor.state]) for start, group in tasks]
    for info in references:
        state = collect_rev(repo, repo.scm.get_ref(str(info)))
        found.append(run_of(repo, baselines[info.baseline_sha], state, "done", info))
    newest_first = sorted([*found, *damaged], key=lambda run: (-seconds(run), run.name, run.revision))
    return Runs(newest_first, {start: measured(state) for start, state in baselines.items()})


def unfinished(repo: Repo) -> list[tuple[str, Any]]:
    """What is queued, running or has failed: the commit that it started from, and DVC's ``ExpRange``."""
    queue = repo.experiments.celery_queue
    entries = [*queue.iter_queued(), *queue.iter_active(), *(done.entry for done in queue.iter_failed())]
    starts = {entry.baseline_rev for entry in entries} | {repo.scm.get_rev()}
    parts = [collect(repo, starts) for collect in (collect_active, collect_queued, collect_failed)]
    return [(start, group) for part in parts for start, groups in part.items() for group in groups]


def damaged_runs(repo: Repo) -> Iterator[Run]:
    """Runs whose reference leads to a commit that is not there, or that started from one that is not there."""
    for info in exp_refs(repo.scm):
        revision = git(repo.root_dir, "for-each-ref", "--format=%(objectname)", str(info)).strip()
        for commit, what in ((revision, "its commit"), (info.baseline_sha, "the commit that it started from")):
            if not readable(repo, commit):
                problem = f"{what}, {commit[:7]}, is not in this repository"
                yield Run(info.name, revision, info.baseline_sha, "damaged", None, str(info), problem=problem)
                break


def readable(repo: Repo, commit: str) -> bool:
    """Whether git has a commit."""
    try:
        repo.scm.resolve_commit(commit)
    except SCMError:
        return False
    return True


def run_of(repo: Repo, baseline: Any, found: Any, state: State, info: ExpRefInfo | None = None) -> Run:
    """A run from DVC's ``ExpState`` of it and of the commit that it started from."""
    params = params_of(found)
    return Run(
        name=(info.name if info else found.name) or found.rev[:7],
        revision=found.rev,
        baseline=baseline.rev,
        state=state,
        created=created(repo, found.rev),
        ref=str(info) if info else None,
        params=params,
        metrics=measured(found) if state == "done" else {},
        changed=changes(params_of(baseline), params),
        size=new_bytes(baseline, found) if state == "done" else 0,
        problem=found.error.msg if found.error else "",
    )


def created(repo: Repo, revision: str) -> datetime | None:
    """When a commit was made; DVC's own field is local time without a zone."""
    if revision == WORKSPACE:
        return None
    return datetime.fromtimestamp(repo.scm.resolve_commit(revision).commit_time, UTC)


def seconds(run: Run) -> float:
    """For sorting: what has no time comes first, as the newest."""
    return run.created.timestamp() if run.created else float("inf")


def params_of(state: Any) -> Values:
    """The parameters of an ``ExpState``."""
    return flat_files(state.data.params.items()) if state.data else {}


def measured(state: Any) -> Values:
    """The metrics of an ``ExpState``."""
    return flat_files(state.data.metrics.items()) if state.data else {}


def flat_files(files: Iterable[tuple[str, Any]]) -> Values:
    """File -> DVC's result for it, as one flat dict; files that DVC could not read are left out."""
    return {key: value for path, result in files for key, value in flat(path, result.get("data", {})).items()}


def changes(before: Values, after: Values) -> dict[str, tuple[Any, Any]]:
    """Keys whose values differ, sorted, with both; None where one side lacks the key."""
    keys = sorted(before.keys() | after.keys())
    return {key: (before.get(key), after.get(key)) for key in keys if before.get(key) != after.get(key)}


def new_bytes(baseline: Any, run: Any) -> int:
    """Bytes of cached outputs whose hash the baseline has not."""
    if not (baseline.data and run.data):
        return 0
    known = {out.hash for out in baseline.data.outs.values()}
    return sum(out.size or 0 for out in run.data.outs.values() if out.use_cache and out.hash not in known)


def names_of_runs(repo: Repo) -> dict[str, list[ExpRefInfo]]:
    """References of finished runs by name, without reading what they hold."""
    found: dict[str, list[ExpRefInfo]] = {}
    for info in exp_refs(repo.scm) if not repo.scm.no_commits else ():
        found.setdefault(info.name, []).append(info)
    return found
