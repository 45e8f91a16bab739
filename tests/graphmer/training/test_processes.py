"""Several processes train as one does: the same losses, whether each keeps all weights or a part of them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from codegraft.graphmer.training.checkpoint import load_model
from tests.graphmer.training.stored import store

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.slow


def train(directory, processes, rows, *options, steps=6):
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes), "-m"]
    command = [sys.executable, *(launcher if processes > 1 else ["-m"]), "tests.graphmer.training.processes"]
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    directory.mkdir(exist_ok=True)
    done = subprocess.run(
        [*command, str(directory), str(rows), str(steps), *options],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    said = directory / "said.json"
    return json.loads(said.read_text(encoding="utf-8")) if said.exists() else None


@pytest.fixture(scope="module")
def alone(tmp_path_factory):
    directory = tmp_path_factory.mktemp("alone")
    return directory, train(directory, 1, 2)


@pytest.mark.parametrize("options", [(), ("shard",)])
def test_two_processes_train_as_one_with_twice_the_batch(alone, tmp_path, options):
    directory, whole = alone
    shared = train(tmp_path, 2, 2, *options)
    assert (whole["cut"], shared["cut"]) == ([2, 2, 1], [2, 1, 2])
    for one, two in zip(whole["history"], shared["history"], strict=True):
        assert two == pytest.approx(one, rel=1e-4, abs=1e-5)
    for (step, one), (other, two) in zip(whole["evaluations"], shared["evaluations"], strict=True):
        assert step == other
        assert two == pytest.approx(one, rel=1e-4)
    weights, others = (load_model(place / "best.pt").model.state_dict() for place in (directory, tmp_path))
    for name, tensor in weights.items():
        assert others[name].flatten().tolist() == pytest.approx(tensor.flatten().tolist(), rel=1e-2, abs=2e-3), name


@pytest.mark.parametrize("options", [(), ("shard",)])
def test_two_processes_go_on_where_they_were(tmp_path, options):
    whole = train(tmp_path / "whole", 2, 2, *options)
    assert train(tmp_path / "ended", 2, 2, *options, steps=4) is None
    assert train(tmp_path / "ended", 2, 2, *options) == whole


@pytest.mark.parametrize("options", [(), ("--shard",)])
def test_the_command_of_the_documentation_trains_with_two_processes(tmp_path, options):
    page = (ROOT / "docs/scaling.md").read_text(encoding="utf-8")
    documented = "torchrun --nproc-per-node 2 -m codegraft graphmer train"
    assert documented in page
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", *documented.split()[1:]]
    done = subprocess.run(
        [*launcher, "--seed", "0", "--output-dir", "model", *options],
        cwd=store(tmp_path),
        env={**os.environ, "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("wrote model") == 1
    hardware = json.loads((tmp_path / "model/metrics.json").read_text(encoding="utf-8"))["hardware"]
    assert hardware["processes"] == 2
