"""Profiles: how a step is cut, and that a machine without bfloat16 products gets float32."""

from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import HardwareError, ParamsError
from codegraft.graphmer.batches.feed import Stage
from codegraft.graphmer.training.profiles import PROFILES, Share, curriculum_of, cut_of, multiplies_bfloat16, profile_of
from codegraft.training.device import resolve_device
from tests.graphmer.training.cases import CPU, small_params

PARAMS = small_params()


@given(st.integers(1, 40), st.integers(1, 4), st.integers(1, 40))
def test_a_step_sees_the_same_rows_however_it_is_cut(rows, processes, most):
    params = PARAMS.model_copy(update={"length": 32, "batch_tokens": 32 * rows * processes})
    cut = cut_of(params, replace(PROFILES["cpu"], rows=most), processes)
    assert cut.rows * cut.batches == rows
    assert cut.rows <= most
    assert not any(rows % size == 0 for size in range(cut.rows + 1, min(most, rows) + 1))


@pytest.mark.parametrize("tokens", [32, 96, 130])
def test_a_step_that_cannot_be_shared_out_is_refused(tokens):
    with pytest.raises(ParamsError, match=rf"graphmer.batch_tokens: {tokens} is no multiple of graphmer.length \(32\)"):
        cut_of(small_params(length=32, batch_tokens=tokens), PROFILES["cpu"], 2)


def test_a_cpu_without_bfloat16_computes_in_float32(monkeypatch):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx512_bf16": True})
    assert profile_of(CPU).precision == "bf16"
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: {"avx2": True, "avx512_bf16": False})
    assert profile_of(CPU) == replace(PROFILES["cpu"], precision="no")


def test_apples_gpu_computes_in_float32():
    assert not multiplies_bfloat16(torch.device("mps"))


def test_a_curriculum_is_counted_in_steps_and_roots():
    profile = replace(PROFILES["cpu"], curriculum=(Share(0.0, 0.5), Share(0.1, 1.0)))
    assert curriculum_of(small_params(steps=50), profile, 40) == (Stage(0, 20), Stage(5, 40))


@pytest.mark.parametrize("hardware", ["gpu", "mps"])
def test_hardware_that_is_absent_is_named(hardware, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    monkeypatch.setattr(torch.backends.mps, "is_available", lambda: False)
    with pytest.raises(HardwareError, match=f"hardware: {hardware} is not on this machine; here: auto, cpu"):
        resolve_device(hardware)
