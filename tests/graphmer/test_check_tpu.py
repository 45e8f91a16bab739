"""What ``codegraft graphmer check-tpu`` finds where torch_xla is not; with it: tests/graphmer/xla."""

import importlib.util

from codegraft.graphmer.check_tpu import check_tpu
from codegraft.params import load_params
from tests.graphmer.xla.environment import ROOT


def test_without_torch_xla_nothing_else_is_tried(monkeypatch):
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    tests, torch_xla = check_tpu(load_params(), ROOT)
    assert (tests.what, tests.good) == ("tests", True)
    assert (torch_xla.what, torch_xla.good) == ("torch_xla", False)
    assert "pip install -r requirements-tpu.txt" in torch_xla.said
