"""A remote brings another clone to where this one is, with nothing run again."""

import pytest

from tests.experiments import tiny


@pytest.fixture
def root(tmp_path):
    """A repository whose default remote is a directory."""
    root = tiny.make(tmp_path / "origin")
    remote = f"    remote = store\n['remote \"store\"']\n    url = {tmp_path / 'store'}\n"
    (root / ".dvc/config").write_text(tiny.CONFIG + remote)
    tiny.commit(root, "where the data are")
    return root


@pytest.fixture
def clone(root, tmp_path):
    """Makes a fresh clone that has pulled from the remote."""

    def make():
        tiny.dvc(root, "push", "--quiet")
        tiny.git(root, "clone", "--quiet", str(root), str(tmp_path / "clone"))
        tiny.dvc(tmp_path / "clone", "pull", "--quiet")
        return tmp_path / "clone"

    return make


def test_after_a_pull_everything_is_up_to_date_and_nothing_runs(clone):
    other = clone()
    assert (other / "model.txt").read_text() == "small\n"
    assert "up to date" in tiny.dvc(other, "status")
    assert "Running stage" not in tiny.dvc(other, "repro")
    assert tiny.git(other, "status", "--short") == ""


@pytest.mark.slow
def test_a_run_travels_with_its_data(root, clone):
    tiny.run(root, "large", "text=large")
    other = clone()
    tiny.dvc(root, "exp", "push", "--quiet", str(other), "large")
    tiny.dvc(other, "exp", "pull", "--quiet", "origin", "large")
    tiny.dvc(other, "exp", "apply", "large")
    assert (other / "model.txt").read_text() == "large\n"
