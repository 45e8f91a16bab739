import random

import numpy as np
import pytest
import torch

from codegraft.training.reproducible import set_reproducible


@pytest.fixture(autouse=True)
def _undone(monkeypatch):
    threads = torch.get_num_threads()
    monkeypatch.setenv("CUBLAS_WORKSPACE_CONFIG", "")
    yield
    torch.use_deterministic_algorithms(False)
    torch.set_num_threads(threads)


def draws(seed):
    set_reproducible(seed, 1)
    return random.random(), float(np.random.random()), float(torch.rand(()))


@pytest.mark.parametrize("seed", [0, 7, 2**40])
def test_a_seed_repeats_every_generator(seed):
    assert draws(seed) == draws(seed)


def test_seeds_differ():
    assert not set(draws(0)) & set(draws(1))


def test_threads_are_those_asked_for():
    for threads in (1, 2):
        set_reproducible(0, threads)
        assert torch.get_num_threads() == threads


def test_operations_that_do_not_repeat_are_refused_from_then_on():
    set_reproducible(0, 1)
    assert torch.are_deterministic_algorithms_enabled()
