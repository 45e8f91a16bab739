import shutil

import pytest
from typer.testing import CliRunner

from codegraft.cli import app
from tests.verify.repository import make


@pytest.fixture(scope="session")
def whole(tmp_path_factory):
    """A repository in which everything holds; not to be written to."""
    root = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        make(root)
    return root


@pytest.fixture
def root(whole, tmp_path, monkeypatch):
    """A copy of it, in which the test runs."""
    place = tmp_path / "repository"
    shutil.copytree(whole, place, ignore=shutil.ignore_patterns(".git", "cache", "tmp"))
    monkeypatch.chdir(place)
    return place


@pytest.fixture
def verify():
    """Run ``codegraft verify``: exit code and output."""

    def run(*arguments):
        done = CliRunner().invoke(app, ["verify", *arguments])
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done.exit_code, done.output

    return run
