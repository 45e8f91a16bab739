"""``make verify`` in a repository of small data and the real metrics."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.pipeline.declared import ROOT
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
    command = ["make", "--old-file=setup", "verify"]
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


def test_an_output_that_differs_unseen_by_its_size_and_time_fails_and_is_named(repository):
    file = repository / "models/linker/a.bin"
    times, content = file.stat(), file.read_bytes()
    file.unlink()  # it may be linked with the cache
    file.write_bytes(bytes([content[0] ^ 1]) + content[1:])
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    done = verify(repository)
    assert done.returncode != 0
    assert "models/linker" in done.stdout


def test_without_data_it_says_what_to_run(repository):
    (repository / BUNDLE).unlink()
    done = verify(repository)
    assert done.returncode != 0
    assert "run `make repro` first" in done.stdout
