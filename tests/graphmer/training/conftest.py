"""Every test trains with one thread, in float32 on any machine, and as the only process."""

from collections.abc import Iterator

import pytest
import torch
from accelerate.state import AcceleratorState

from codegraft.training.reproducible import set_reproducible


@pytest.fixture(autouse=True)
def _one_thread_in_float32(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    set_reproducible(0, 1)
    # accelerate keeps the precision of a process, and refuses another one.
    AcceleratorState._reset_state(reset_partial_state=True)
    monkeypatch.setattr(torch.cpu, "get_capabilities", dict)
    yield
    AcceleratorState._reset_state(reset_partial_state=True)
