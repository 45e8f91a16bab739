"""Removing runs that nothing needs, and what only they kept in the cache."""

from dataclasses import dataclass

from dvc.repo import Repo

from codegraft.errors import ExperimentError
from codegraft.experiments.keep import Rules, Verdict, judge
from codegraft.experiments.references import references
from codegraft.experiments.runs import Run, collect_runs, readable
from codegraft.experiments.space import collect, own_cache, used_alone
from codegraft.progress import track


@dataclass(frozen=True)
class Plan:
    """What a cleaning does.

    Attributes:
        verdicts: one for each run, the newest first.
        objects: what only the runs that go use in the cache -> its bytes.
        cache_shared: whether the cache lies outside of the repository, and is left alone as others may use it.
    """

    verdicts: list[Verdict]
    objects: dict[str, int]
    cache_shared: bool

    @property
    def going(self) -> list[Run]:
        """The runs that go."""
        return [verdict.run for verdict in self.verdicts if verdict.goes]


def plan(repo: Repo, rules: Rules) -> Plan:
    """What goes by ``rules``, and what it frees. Changes nothing.

    Raises:
        ExperimentError: git or DVC cannot read what has to be kept.
    """
    runs = collect_runs(repo).runs
    verdicts = judge(runs, references(repo, runs), rules)
    going = [verdict.run.revision for verdict in verdicts if verdict.goes]
    staying = [verdict.run for verdict in verdicts if not verdict.goes and verdict.run.created]
    kept = {commit for run in staying for commit in (run.revision, run.baseline)}
    objects = used_alone(repo, going, sorted(commit for commit in kept if readable(repo, commit)))
    return Plan(verdicts, objects, not own_cache(repo))


def execute(repo: Repo, planned: Plan) -> int:
    """Remove the runs of a plan, then what they alone kept in the cache; the bytes that this freed.

    A reference goes before its data, so that what is still listed is whole at any time.

    Raises:
        ExperimentError: a run is in progress: it may count on what lies in the cache, and on references that DVC
            clears along with those of the runs that go.
        DvcException: another DVC process holds the repository, or a run is gone meanwhile.
    """
    if running := [verdict.run.name for verdict in planned.verdicts if verdict.run.state == "running"]:
        raise ExperimentError(f"run {running[0]} is in progress; clean when it has ended (`dvc queue status`)")
    tasks = finished_tasks(repo)
    for run in track(planned.going, "removing runs", unit="run"):
        names = [run.ref, *tasks.get(run.ref, [])] if run.ref else [run.revision]
        repo.experiments.remove(names)
    if planned.cache_shared:
        return 0
    with repo.lock:
        collect(repo, planned.objects)
    return sum(planned.objects.values())


def finished_tasks(repo: Repo) -> dict[str, list[str]]:
    """Reference of a run -> the queue's tasks that made it, which would stay in ``dvc queue status`` without it."""
    found: dict[str, list[str]] = {}
    for entry, result in repo.experiments.celery_queue.iter_success():
        found.setdefault(str(result.ref_info), []).append(entry.stash_rev)
    return found
