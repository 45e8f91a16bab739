"""The eight devices that the CPU plays; opened once, as torch_xla allows."""

import pytest

from codegraft.training.xla import open_cores


@pytest.fixture(scope="session")
def cores():
    return open_cores()
