"""What is said where torch_xla is not; with it: tests/graphmer/xla."""

import importlib.util

import pytest
import torch
from torch import nn

from codegraft.errors import HardwareError
from codegraft.training.xla import Cores, RowNorm, norm_by_rows, open_cores


def test_without_torch_xla_its_environment_is_named(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(HardwareError, match=r"an environment of its own with `pip install -r requirements-tpu.txt`"):
        open_cores()


@pytest.mark.parametrize("rows", [1, 12, 15])
def test_rows_that_do_not_divide_are_refused(rows):
    cores = Cores(torch.device("cpu"), "TPU", 8, mesh=None)
    with pytest.raises(HardwareError, match=f"^{rows} rows .* among 8 cores; make it a multiple of 8"):
        cores.share_out(torch.zeros(rows, 2))


def test_norm_by_rows_is_layer_norm_with_the_same_weights():
    torch.manual_seed(0)
    module = nn.Sequential(nn.Linear(6, 6), nn.LayerNorm(6), nn.Sequential(nn.GELU(), nn.LayerNorm(6, eps=0.1)))
    for weight in module.parameters():
        nn.init.normal_(weight)
    values, weights = torch.randn(2, 3, 6), dict(module.named_parameters())
    expected = module(values)
    gradients = torch.autograd.grad(expected.square().sum(), weights.values())
    norm_by_rows(module)
    assert [type(part) for part in (module[1], module[2][1])] == [RowNorm, RowNorm]
    assert all(weight is weights[name] for name, weight in module.named_parameters())
    torch.testing.assert_close(module(values), expected)
    torch.testing.assert_close(torch.autograd.grad(module(values).square().sum(), weights.values()), gradients)
