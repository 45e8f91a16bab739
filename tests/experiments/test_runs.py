"""What DVC knows, run by run."""

import json
from datetime import UTC, datetime

import pytest
from typer.testing import CliRunner

from codegraft.errors import ExperimentError
from codegraft.experiments.commands import runs_app
from codegraft.experiments.repository import open_repository
from codegraft.experiments.runs import collect_runs
from tests.experiments import tiny


def by_name(repo):
    return {run.name: run for run in collect_runs(repo).runs}


def test_runs_come_with_what_they_changed_the_newest_first(repo):
    found = collect_runs(repo)
    assert [run.name for run in found.runs] == ["gamma", "beta", "alpha"]
    gamma, beta, alpha = found.runs
    assert alpha.changed == {"rate": (0.5, 0.25)}
    assert gamma.changed == {"rate": (0.5, 0.125), "text": ("small", "huge")}
    assert {run.state for run in found.runs} == {"done"}
    assert (gamma.metrics, found.baselines[gamma.baseline]) == ({"score:loss": 0.125}, {"score:loss": 0.5})
    assert (alpha.size, beta.size) == (0, len("large\n"))


def test_times_carry_their_zone_wherever_the_machine_stands(repo, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    assert by_name(repo)["alpha"].created == datetime.fromtimestamp(tiny.WHEN + 3600, UTC)


def test_runs_of_every_commit_are_found(root):
    tiny.commit(root, "second")
    tiny.save(root, "delta", rate=2.0, hours=9)
    with open_repository(root) as repo:
        assert set(by_name(repo)) == {"alpha", "beta", "gamma", "delta"}


def test_a_repository_without_commits_has_no_runs(tmp_path):
    tiny.git(tmp_path, "init", "--quiet")
    (tmp_path / ".dvc").mkdir()
    with open_repository(tmp_path) as repo:
        assert collect_runs(repo).runs == []


def test_a_reference_to_a_lost_commit_is_shown_as_damaged(root):
    head = tiny.git(root, "rev-parse", "HEAD").strip()
    lost = root / ".git" / tiny.ref(head, "lost")
    lost.write_text("1" * 40 + "\n")
    with open_repository(root) as repo:
        found = by_name(repo)
    assert (found["lost"].state, found["alpha"].state) == ("damaged", "done")
    assert found["lost"].problem == "its commit, 1111111, is not in this repository"


def test_a_run_whose_beginning_is_lost_is_shown_as_damaged(root):
    tiny.git(root, "update-ref", tiny.ref("2" * 40, "orphan"), "HEAD")
    with open_repository(root) as repo:
        found = by_name(repo)
    assert "it started from, 2222222, is not" in found["orphan"].problem
    assert len(found) == 4


@pytest.mark.parametrize(
    ("prepare", "message"),
    [
        (lambda root: None, "not in a DVC repository; `dvc init` makes one"),
        (lambda root: (root / ".dvc").mkdir(), "runs are kept in git"),
    ],
    ids=["no DVC", "no git"],
)
def test_without_dvc_or_git_the_error_is_one_line(tmp_path, prepare, message):
    prepare(tmp_path)
    with pytest.raises(ExperimentError, match=message) as caught, open_repository(tmp_path):
        pass
    assert "\n" not in str(caught.value)


def called(root, *arguments):
    """What the command prints."""
    done = CliRunner().invoke(runs_app, [*arguments, "--in", str(root)], catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return done.output


def test_the_list_is_a_line_a_run_in_columns(root):
    head, *lines = called(root, "list").splitlines()
    assert head.split()[:2] == ["run", "revision"]
    assert [line.split()[0] for line in lines] == ["gamma", "beta", "alpha"]
    assert lines[2].endswith("rate=0.25")
    assert len({line.index(" done ") for line in lines}) == 1


def test_metrics_are_shown_by_pattern(root):
    assert "score:loss" not in called(root, "list")
    lines = called(root, "list", "--metric", "score:*").splitlines()
    assert [line.split()[-1] for line in lines] == ["score:loss", "0.125", "0.500", "0.250"]


def test_the_json_has_whole_hashes_and_zones(root):
    newest = json.loads(called(root, "list", "--json", "--metric", "*"))[0]
    assert len(newest["revision"]) == len(newest["parent"]) == 40
    assert newest["created"] == "2023-11-15T01:13:20+00:00"
    assert newest["changed"]["text"] == {"from": "small", "to": "huge"}
    assert newest["metrics"] == {"score:loss": 0.125}


@pytest.mark.slow
def test_queued_tasks_are_listed_without_metrics(root):
    tiny.run(root, "waits", "rate=9.0", options=("--queue",))
    with open_repository(root) as repo:
        waits = by_name(repo)["waits"]
    assert (waits.state, waits.metrics, waits.changed, waits.ref) == ("queued", {}, {"rate": (0.5, 9.0)}, None)


@pytest.mark.slow
def test_what_dvc_itself_runs_is_found_in_each_state(tmp_path):
    root = tiny.make(tmp_path / "repository")
    tiny.run(root, "done", "text=large")
    tiny.run(root, "waits", "rate=9.0", options=("--queue",))
    tiny.run(root, "fails", "fail=always", options=("--queue",))
    tiny.dvc(root, "queue", "remove", "waits")
    tiny.dvc(root, "queue", "start")
    with open_repository(root) as repo:
        while repo.experiments.celery_queue.worker_status() or by_name(repo)["fails"].state != "failed":
            pass
        found = by_name(repo)
    assert {name: run.state for name, run in found.items()} == {"done": "done", "fails": "failed"}
