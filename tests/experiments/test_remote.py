"""A remote brings another clone to where this one is, with nothing run again."""

from pathlib import Path

import pytest

from tests.experiments import tiny


def shared(root: Path, remote: Path, clone: Path) -> Path:
    """Push ``root`` to a directory; a fresh clone that has pulled from it."""
    tiny.dvc(root, "remote", "add", "--default", "store", str(remote))
    tiny.commit(root, "where the data are")
    tiny.dvc(root, "push", "--quiet")
    tiny.git(root, "clone", "--quiet", str(root), str(clone))
    tiny.dvc(clone, "pull", "--quiet")
    return clone


@pytest.mark.slow
def test_after_a_pull_everything_is_up_to_date_and_nothing_runs(tmp_path):
    root = tiny.make(tmp_path / "repository")
    tiny.dvc(root, "repro", "--quiet", "--force")
    clone = shared(root, tmp_path / "remote", tmp_path / "clone")
    assert (clone / "model.txt").read_text() == "small\n"
    assert "up to date" in tiny.dvc(clone, "status")
    assert "Running stage" not in tiny.dvc(clone, "repro")
    assert tiny.git(clone, "status", "--short") == ""


@pytest.mark.slow
def test_a_run_travels_with_its_data(tmp_path):
    root = tiny.make(tmp_path / "repository")
    tiny.dvc(root, "repro", "--quiet", "--force")
    tiny.commit(root, "as DVC writes it")
    tiny.run(root, "large", "text=large")
    clone = shared(root, tmp_path / "remote", tmp_path / "clone")
    tiny.dvc(root, "exp", "push", "--quiet", str(clone), "large")
    tiny.dvc(clone, "exp", "apply", "large")
    assert (clone / "model.txt").read_text() == "large\n"
