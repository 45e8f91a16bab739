"""``make verify`` in a repository of small data and the real metrics."""

import os
import shutil
import subprocess
import sys

import pytest

from codegraft.stages import verify as stage
from tests.pipeline.declared import ROOT
from tests.pipeline.lock import dvc
from tests.verify.repository import edit, make

BUNDLE = "data/bundle.safetensors"


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """A repository in which everything holds, with the cache of its outputs; not to be written to."""
    root = tmp_path_factory.mktemp("whole")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        make(root)
    shutil.copy2(ROOT / "Makefile", root)
    (root / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    return root


@pytest.fixture
def repository(whole, tmp_path):
    """A copy of it."""
    return shutil.copytree(whole, tmp_path / "repository", symlinks=True)


def verify(root):
    """Run the target without its prerequisite: the environment is the one that runs this test."""
    own = {"DVC_NO_ANALYTICS": "1", "DVC_SITE_CACHE_DIR": str(root / ".dvc/tmp/site"), "PYTHONPATH": str(ROOT / "src")}
    command = ["make", "--no-print-directory", "--old-file=setup", "verify"]  # `make test` is a make above this one
    return subprocess.run(command, cwd=root, env=os.environ | own, capture_output=True, text=True, check=False)


def test_outputs_as_recorded_pass(repository):
    done = verify(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every output is what dvc.lock says" in done.stdout
    assert "Audit passed." in done.stdout
    assert done.stdout.endswith("no faults\n")


def test_an_output_that_differs_fails_and_is_named(repository):
    edit(repository / "metrics/export.json", "nodes", 2)
    done = verify(repository)
    assert done.returncode != 0
    assert "metrics/export.json" in done.stdout


def test_a_required_gate_that_is_missed_fails_and_is_named(repository):
    edit(repository / "metrics/kg.json", "triples", 29_999)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(repository)
        stage.main()
    dvc(repository, "commit", "--force")
    done = verify(repository)
    assert done.returncode != 0
    assert "every output is what dvc.lock says" in done.stdout
    assert "FAULT graph_triples: 29999, at least 30000 is asked" in done.stdout


def test_without_data_it_says_what_to_run(repository):
    (repository / BUNDLE).unlink()
    done = verify(repository)
    assert done.returncode != 0
    assert "run `make repro` first" in done.stdout
