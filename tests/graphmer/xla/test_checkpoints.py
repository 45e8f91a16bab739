"""A checkpoint of the cores is one of the CPU: training goes on with the other, and with another version of torch."""

import json
import os
import subprocess

import pytest
import torch

from codegraft.graphmer.training.checkpoint import load_checkpoint
from codegraft.graphmer.training.xla import xla_runtime
from tests.graphmer.xla import twins
from tests.graphmer.xla.environment import ROOT

pytestmark = pytest.mark.xla

CLOSE = {"rtol": 0.0, "atol": 1e-5}
PYTHON = ROOT / ".venv/bin/python"


def on_cpu(start, last, path):
    """Steps in the environment of everything else."""
    if not PYTHON.exists():
        pytest.skip(f"{PYTHON} is not there: run `make setup`")
    others = {name: value for name, value in os.environ.items() if name not in ("PJRT_DEVICE", "CPU_NUM_DEVICES")}
    command = [PYTHON, "-m", "tests.graphmer.xla.on_cpu", str(start), str(last), path]
    done = subprocess.run(command, cwd=ROOT, env=others, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return torch.tensor(json.loads(done.stdout))


def on_cores(start, last, path):
    state = twins.untrained(twins.in_float32(xla_runtime(twins.PARAMS)))
    if start:
        state.restore(path)
    terms = twins.take_steps(state, start, last)
    state.save(path)
    return torch.tensor(terms)


def tensors(path):
    """Of the encoder and of the optimizer."""
    content = load_checkpoint(path, twins.MEANING)
    return [content["model"], content["optimizer"]["state"]]


@pytest.fixture(scope="module")
def on_cores_alone(cores, tmp_path_factory):
    path = tmp_path_factory.mktemp("cores") / "last.pt"
    return on_cores(0, 4, path), path


def test_what_the_cores_began_the_cpu_continues(on_cores_alone, tmp_path):
    expected, path = on_cores_alone
    on_cores(0, 2, tmp_path / "last.pt")
    torch.testing.assert_close(on_cpu(2, 4, tmp_path / "last.pt"), expected[2:], **CLOSE)
    torch.testing.assert_close(tensors(tmp_path / "last.pt"), tensors(path), **CLOSE)


def test_what_the_cpu_began_the_cores_continue(on_cores_alone, tmp_path):
    expected, path = on_cores_alone
    torch.testing.assert_close(on_cpu(0, 2, tmp_path / "last.pt"), expected[:2], **CLOSE)
    torch.testing.assert_close(on_cores(2, 4, tmp_path / "last.pt"), expected[2:], **CLOSE)
    torch.testing.assert_close(tensors(tmp_path / "last.pt"), tensors(path), **CLOSE)


def test_what_counting_knew_travels_though_it_is_no_weight(cores, tmp_path):
    path, name = tmp_path / "last.pt", "model.mnm_head.prior"
    runtime = twins.in_float32(xla_runtime(twins.PARAMS))
    written, read = twins.untrained(runtime), twins.untrained(runtime)
    expected = torch.randn_like(written.module.get_buffer(name), device="cpu")
    written.module.get_buffer(name).copy_(expected)
    twins.take_steps(written, 0, 1)
    written.save(path)
    on_cpu(1, 1, path)
    assert torch.equal(tensors(path)[0][name], expected)
    read.restore(path)
    assert torch.equal(read.module.get_buffer(name).cpu(), expected)


def test_the_cores_resume_to_the_bit(on_cores_alone, tmp_path):
    _, path = on_cores_alone
    on_cores(0, 2, tmp_path / "last.pt")
    on_cores(2, 4, tmp_path / "last.pt")
    torch.testing.assert_close(tensors(tmp_path / "last.pt"), tensors(path), rtol=0.0, atol=0.0)
