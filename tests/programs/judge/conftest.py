"""One sandbox for all tests of judging."""

import pytest

from codegraft.programs.sandbox import Sandbox


@pytest.fixture(scope="session")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox
