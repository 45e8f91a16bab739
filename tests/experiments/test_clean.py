"""Cleaning real repositories: what goes, what stays, and that nothing that stays loses its data."""

import shutil
import subprocess
from datetime import UTC, datetime

import pytest
from dvc.lock import LockError
from dvc.repo.experiments import Experiments
from typer.testing import CliRunner

from codegraft.errors import ExperimentError
from codegraft.experiments.clean import Plan, execute, plan
from codegraft.experiments.commands import runs_app
from codegraft.experiments.keep import Rules, Verdict
from codegraft.experiments.repository import open_repository
from codegraft.experiments.runs import Run, collect_runs
from tests.experiments import tiny


def clean(root, *options):
    """What the command prints, with no rule that keeps by number."""
    done = CliRunner().invoke(
        runs_app, ["clean", "--keep-last", "0", *options, "--in", str(root)], catch_exceptions=False
    )
    assert done.exit_code == 0, done.output
    return done.output


def names(root):
    with open_repository(root) as repo:
        return [run.name for run in collect_runs(repo).runs]


def line_of(output, name):
    return next(line for line in output.splitlines() if line.startswith(f"{name} "))


def reference(root, name):
    head = tiny.git(root, "rev-parse", "main").strip()
    return tiny.git(root, "rev-parse", tiny.ref(head, name)).strip()


def test_by_default_nothing_is_removed(root):
    before = sorted(path.name for path in (root / ".dvc/cache").rglob("*"))
    output = clean(root)
    assert "3 of 3 runs go; " in output
    assert "nothing was removed" in output
    assert names(root) == ["gamma", "beta", "alpha"]
    assert sorted(path.name for path in (root / ".dvc/cache").rglob("*")) == before


def test_the_ten_newest_stay_unless_told_otherwise(root):
    done = CliRunner().invoke(runs_app, ["clean", "--in", str(root)])
    assert "nothing to remove" in done.output
    assert line_of(done.output, "alpha").endswith("among the newest 10")


def test_what_goes_takes_along_only_what_it_alone_kept(root):
    tiny.save(root, "delta", text="large", hours=5)
    output = clean(root, "--keep", "delta", "--execute")
    assert names(root) == ["delta"]
    assert "removed 3 runs" in output
    assert {text: tiny.in_cache(root, text) for text in ("small", "large", "huge")} == {
        "small": True,
        "large": True,
        "huge": False,
    }


def test_what_stays_can_be_restored_from_the_cache_alone(root):
    clean(root, "--keep", "beta", "--execute")
    tiny.git(root, "checkout", "--quiet", reference(root, "beta"))
    tiny.dvc(root, "checkout", "--quiet", "--force")
    assert (root / "model.txt").read_text() == "large\n"


@pytest.mark.parametrize(
    ("hold", "why"),
    [
        (lambda root, commit: tiny.git(root, "branch", "good", commit), "branch good holds it"),
        (lambda root, commit: tiny.git(root, "tag", "v1", commit), "tag v1 holds it"),
        (lambda root, commit: tiny.git(root, "checkout", "--quiet", "--detach", commit), "HEAD holds it"),
        (lambda root, commit: tiny.git(root, "update-ref", "refs/remotes/o/x", commit), "remote branch o/x holds it"),
        (
            lambda root, commit: tiny.git(root, "restore", "--source", commit, "dvc.lock"),
            "the workspace has its results",
        ),
    ],
    ids=["branch", "tag", "HEAD", "remote branch", "workspace"],
)
def test_what_something_refers_to_stays_with_its_data(root, hold, why):
    hold(root, reference(root, "beta"))
    output = clean(root, "--execute")
    assert line_of(output, "beta").endswith(f"stay  {why}")
    assert names(root) == ["beta"]
    assert tiny.in_cache(root, "large")
    assert not tiny.in_cache(root, "huge")


def test_what_an_older_commit_of_a_branch_needs_stays(root):
    """``dvc gc --all-branches`` would delete it."""
    tiny.write(root, 0.5, "huge")
    tiny.commit(root, "had it")
    tiny.write(root, 0.5, "small")
    tiny.commit(root, "has it no more")
    clean(root, "--execute")
    assert names(root) == []
    assert tiny.in_cache(root, "huge")


def test_what_lies_in_the_workspace_uncommitted_stays(root):
    tiny.write(root, 0.9, "huge")
    clean(root, "--execute")
    assert tiny.in_cache(root, "huge")


def test_what_a_stash_holds_stays(root):
    tiny.write(root, 0.9, "huge")
    tiny.git(root, "stash", "--quiet")
    clean(root, "--execute")
    assert tiny.in_cache(root, "huge")


def test_what_no_run_made_is_left_alone(root):
    (root / "other").write_text("a person's")
    digest = tiny.cached(root, "other")
    clean(root, "--execute")
    assert tiny.cache_path(root, digest).is_file()


def test_a_cache_that_others_may_share_is_left_alone(root, tmp_path):
    shutil.move(root / ".dvc/cache", tmp_path / "shared")
    tiny.dvc(root, "cache", "dir", "--local", str(tmp_path / "shared"))
    output = clean(root, "--execute")
    assert "stay: the cache lies outside this repository" in output
    assert names(root) == []
    assert len(list((tmp_path / "shared/files").rglob("*/*/*"))) == 6


def test_a_directory_goes_with_its_files_and_leaves_shared_ones(root):
    def listed(*texts):
        for text in texts:
            (root / text).write_text(f"{text}\n")
        files = [f'{{"md5": "{tiny.cached(root, text)}", "relpath": "{text}"}}' for text in texts]
        (root / "listing").write_text(f"[{', '.join(files)}]")
        return tiny.cached(root, "listing")

    for name, texts, hours in (("one", ("shared", "first"), 7), ("two", ("shared", "second"), 8)):
        digest = listed(*texts)
        path = tiny.cache_path(root, digest)
        path.rename(f"{path}.dir")
        (root / "data.dvc").write_text(f"outs:\n- md5: {digest}.dir\n  path: data\n  hash: md5\n")
        tiny.save(root, name, hours=hours)
    clean(root, "--keep", "two", "--execute")
    assert [tiny.in_cache(root, text) for text in ("shared", "first", "second")] == [True, False, True]
    assert len(list((root / ".dvc/cache").rglob("*.dir"))) == 1


def test_runs_of_one_name_are_told_apart(root):
    tiny.commit(root, "second")
    tiny.save(root, "alpha", rate=3.0, text="new", hours=9)
    clean(root, "--keep-last", "1", "--execute")
    with open_repository(root) as repo:
        (left,) = collect_runs(repo).runs
    assert (left.name, left.params["rate"]) == ("alpha", 3.0)


def test_damaged_references_stop_nothing(root):
    head = tiny.git(root, "rev-parse", "HEAD").strip()
    (root / ".git" / tiny.ref(head, "lost")).write_text("1" * 40 + "\n")
    tiny.git(root, "update-ref", tiny.ref("2" * 40, "orphan"), "HEAD")
    output = clean(root, "--execute")
    assert "damaged: its commit, 1111111, is not in this repository" in line_of(output, "lost")
    assert sorted(names(root)) == ["lost", "orphan"]


def test_queued_tasks_stay_with_what_they_wait_with(root):
    tiny.run(root, "waits", "rate=9.0", options=("--queue",))
    output = clean(root, "--execute")
    assert line_of(output, "waits").endswith("stay  it is queued")
    assert names(root) == ["waits"]


def test_while_another_process_holds_the_repository_the_error_is_one_line(root, monkeypatch):
    def held(*_, **__):
        raise LockError("Unable to acquire lock.\nMost likely another DVC process is running")

    monkeypatch.setattr("codegraft.experiments.clean.track", held)
    with pytest.raises(ExperimentError, match="another DVC process holds this repository") as caught:
        clean(root, "--execute")
    assert "\n" not in str(caught.value)
    assert names(root) == ["gamma", "beta", "alpha"]


def test_after_ctrl_c_what_is_listed_is_whole_and_the_rest_can_go_later(root, monkeypatch):
    remove, removed = Experiments.remove, []

    def interrupted(self, names):
        if removed:
            raise KeyboardInterrupt
        removed.append(names)
        return remove(self, names)

    monkeypatch.setattr(Experiments, "remove", interrupted)
    done = CliRunner().invoke(runs_app, ["clean", "--keep-last", "0", "--execute", "--in", str(root)])
    assert done.exit_code == 130
    assert "interrupted: " in done.output
    assert "Traceback" not in done.output
    assert names(root) == ["beta", "alpha"]
    assert tiny.in_cache(root, "large")
    monkeypatch.undo()
    clean(root, "--execute")
    assert names(root) == []


def test_a_run_in_progress_stops_the_cleaning_in_one_line(repo):
    running = Verdict(Run("now", "workspace", "b", "running"), goes=False, reason="it is running")
    planned = plan(repo, Rules((), 0, None, datetime.now(UTC)))
    with pytest.raises(ExperimentError, match="run now is in progress; clean when it has ended"):
        execute(repo, Plan([running, *planned.verdicts], planned.objects, cache_shared=False))
    assert len(collect_runs(repo).runs) == 3


@pytest.mark.slow
def test_what_runs_in_the_workspace_is_seen_from_outside(root):
    (root / "dvc.yaml").write_text(tiny.DVC_YAML.replace("cmd: >-", "cmd: >-\n      sleep 20 &&"))
    tiny.commit(root, "slow")
    command = [str(tiny.BIN / "dvc"), "exp", "run", "--quiet", "--name", "now"]
    with subprocess.Popen(command, cwd=root, env=tiny.ENVIRONMENT) as process:
        while names(root)[0] != "now":
            assert process.poll() is None
        done = CliRunner().invoke(runs_app, ["clean", "--keep-last", "0", "--execute", "--in", str(root)])
        assert str(done.exception).endswith("run now is in progress; clean when it has ended (`dvc queue status`)")
        assert process.wait() == 0
    assert names(root) == ["now", "gamma", "beta", "alpha"]


def test_a_plan_changes_nothing_and_counts_what_it_would_free(repo):
    planned = plan(repo, Rules(("gamma",), 0, None, datetime.now(UTC)))
    assert [run.name for run in planned.going] == ["beta", "alpha"]
    assert sum(planned.objects.values()) == len("large\n") + len('{"loss": 0.25}')


@pytest.mark.slow
def test_what_dvc_itself_ran_and_queued_goes_without_a_trace(tmp_path):
    root = tiny.make(tmp_path / "repository")
    tiny.run(root, "done", "text=large")
    tiny.run(root, "queued", "text=huge", options=("--queue",))
    tiny.run(root, "fails", "fail=always", options=("--queue",))
    tiny.dvc(root, "queue", "start")
    with open_repository(root) as repo:
        while {run.state for run in collect_runs(repo).runs} - {"done", "failed"}:
            pass
    assert "removed 3 runs" in clean(root, "--execute")
    assert names(root) == []
    assert "fails" not in tiny.dvc(root, "queue", "status")
    assert [tiny.in_cache(root, text) for text in ("small", "large", "huge")] == [True, False, False]
    tiny.dvc(root, "status", "--quiet")
