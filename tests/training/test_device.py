import importlib.util

import pytest
import torch

from codegraft.errors import HardwareError
from codegraft.training.device import present_hardware, resolve_device


def machine(monkeypatch, *, gpu=False, mps=False):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: gpu)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: mps)


def test_the_cpu_is_always_there():
    assert resolve_device("cpu") == torch.device("cpu")
    assert present_hardware()[-1] == "cpu"


@pytest.mark.parametrize(
    ("gpu", "mps", "expected"),
    [(True, True, "cuda"), (True, False, "cuda"), (False, True, "mps"), (False, False, "cpu")],
)
def test_auto_takes_the_best_that_is_present(monkeypatch, gpu, mps, expected):
    machine(monkeypatch, gpu=gpu, mps=mps)
    assert resolve_device("auto").type == expected


@pytest.mark.parametrize(("hardware", "expected"), [("gpu", "cuda"), ("mps", "mps")])
def test_hardware_that_is_there_can_be_named(monkeypatch, hardware, expected):
    machine(monkeypatch, gpu=True, mps=True)
    assert resolve_device(hardware).type == expected


@pytest.mark.parametrize("hardware", ["gpu", "mps"])
def test_absent_hardware_is_an_error_that_names_what_is_there(monkeypatch, hardware):
    machine(monkeypatch)
    with pytest.raises(HardwareError, match=f"{hardware} is not on this machine; here: auto, cpu"):
        resolve_device(hardware)


def test_a_tpu_without_torch_xla_points_to_its_environment(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(HardwareError, match=r"an environment of its own with"):
        resolve_device("tpu")


@pytest.mark.gpu
def test_a_gpu_computes():
    assert torch.ones(2, device=resolve_device("gpu")).sum().item() == 2
