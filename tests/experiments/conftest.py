"""Repositories with runs, of the test's own."""

import shutil

import pytest

from codegraft.experiments.repository import open_repository
from tests.experiments import tiny


@pytest.fixture(scope="session")
def pattern(tmp_path_factory):
    """A repository with three finished runs: alpha and beta an hour apart, gamma the newest."""
    root = tiny.make(tmp_path_factory.mktemp("pattern") / "repository")
    tiny.save(root, "alpha", rate=0.25, hours=1)
    tiny.save(root, "beta", text="large", hours=2)
    tiny.save(root, "gamma", rate=0.125, text="huge", hours=3)
    return root


@pytest.fixture
def root(pattern, tmp_path):
    """A copy of it."""
    return shutil.copytree(pattern, tmp_path / "repository", symlinks=True)


@pytest.fixture
def repo(root):
    """The copy, opened."""
    with open_repository(root) as opened:
        yield opened
