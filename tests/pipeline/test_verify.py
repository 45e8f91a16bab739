"""``make verify`` in a repository of one bundle."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegraft.snapshot.bundle import save_bundle
from codegraft.snapshot.export import bundle_of
from tests.embedding.forests import TREES, forest
from tests.pipeline.declared import ROOT

BUNDLE = "data/bundle.safetensors"
CMD = "true"


@pytest.fixture
def repository(tmp_path):
    """The Makefile, a bundle, a metric, and a dvc.lock that fits them."""
    (tmp_path / ".dvc").mkdir()
    (tmp_path / "metrics").mkdir()
    shutil.copy2(ROOT / ".dvc/config", tmp_path / ".dvc/config")
    shutil.copy2(ROOT / "Makefile", tmp_path)
    (tmp_path / "requirements.txt").touch()
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    save_bundle(bundle_of(forest(), TREES), tmp_path / BUNDLE)
    (tmp_path / "metrics/export.json").write_text('{"nodes": 1}\n')
    metric = {"metrics/export.json": {"cache": False}}
    stage = {"cmd": CMD, "outs": [BUNDLE], "metrics": [metric]}
    (tmp_path / "dvc.yaml").write_text(yaml.safe_dump({"stages": {"export": stage}}))
    outs = [recorded(tmp_path, path) for path in (BUNDLE, "metrics/export.json")]
    cached = tmp_path / ".dvc/cache/files/md5" / outs[0]["md5"][:2] / outs[0]["md5"][2:]
    cached.parent.mkdir(parents=True)
    shutil.copy2(tmp_path / BUNDLE, cached)
    lock = {"schema": "2.0", "stages": {"export": {"cmd": CMD, "outs": outs}}}
    (tmp_path / "dvc.lock").write_text(yaml.safe_dump(lock))
    subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
    return tmp_path


def recorded(root: Path, path: str) -> dict[str, Any]:
    data = (root / path).read_bytes()
    return {"path": path, "hash": "md5", "md5": hashlib.md5(data).hexdigest(), "size": len(data)}


def verify(root):
    """Run the target without its prerequisite: the environment is the one that runs this test."""
    own = {"DVC_NO_ANALYTICS": "1", "DVC_SITE_CACHE_DIR": str(root / ".dvc/tmp/site")}
    command = ["make", "--old-file=setup", "verify"]
    return subprocess.run(command, cwd=root, env=os.environ | own, capture_output=True, text=True, check=False)


def test_outputs_as_recorded_pass(repository):
    done = verify(repository)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "every output is what dvc.lock says" in done.stdout
    assert "Audit passed." in done.stdout


def test_an_output_that_differs_fails_and_is_named(repository):
    (repository / "metrics/export.json").write_text('{"nodes": 2}\n')
    done = verify(repository)
    assert done.returncode != 0
    assert "metrics/export.json" in done.stdout


def test_without_data_it_says_what_to_run(repository):
    (repository / BUNDLE).unlink()
    done = verify(repository)
    assert done.returncode != 0
    assert "run `make repro` first" in done.stdout
