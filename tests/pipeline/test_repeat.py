import subprocess

import pytest

from tests.pipeline.declared import ROOT
from tests.pipeline.lock import UP_TO_DATE, copy_tree, dvc
from tests.pipeline.repeat import differences, recorded, run_twice

DVC_YAML = """
stages:
  planted:
    cmd: PYTHONPATH=src python -m codegraft.stages.planted
    outs: [data/planted/]
    metrics: [{metrics/planted.json: {cache: false}}]
"""
STAGE = """
import os, time
from pathlib import Path

data, metrics = Path("data/planted"), Path("metrics")
data.mkdir(parents=True)
metrics.mkdir(exist_ok=True)
(data / "same").write_text("always the same")
(data / "hashed").write_text(str(hash("text")))
(data / "placed").write_text(str(Path.cwd()))
(data / f"named_{os.getpid()}").touch()
(metrics / "planted.json").write_text(str(time.time_ns()))
"""


def test_results_that_do_not_repeat_are_named(tmp_path):
    def make(root):
        (root / "src/codegraft/stages").mkdir(parents=True)
        (root / "src/codegraft/__init__.py").touch()
        (root / "src/codegraft/stages/planted.py").write_text(STAGE)
        (root / "dvc.yaml").write_text(DVC_YAML)
        subprocess.run(["git", "init", "--quiet"], cwd=root, check=True)
        dvc(root, "init")

    found = differences(*run_twice(make, tmp_path))
    assert [name for name in found if "named" not in name] == [
        "data/planted/hashed",
        "data/planted/placed",
        "metrics/planted.json",
    ]
    assert len([name for name in found if "named" in name]) == 2


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    return run_twice(copy_tree, tmp_path_factory.mktemp("runs"))


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(runs):
    assert differences(*runs) == []


@pytest.mark.slow
def test_data_has_the_bytes_that_dvc_lock_records(runs):
    """Training may differ between machines in the last bit; data may not."""
    assert recorded(runs[0]) == recorded(ROOT)


@pytest.mark.slow
def test_a_second_run_does_nothing(runs):
    done = dvc(runs[0], "repro")
    assert done.returncode == 0
    assert UP_TO_DATE in done.stdout


@pytest.mark.slow
def test_nothing_half_written_is_left(runs):
    assert [path for root in runs for path in root.rglob("*.partial")] == []
