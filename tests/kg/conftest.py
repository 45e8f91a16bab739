"""Fixtures for the tests of the knowledge graph."""

import pytest


@pytest.fixture(scope="session")
def pykeen(tmp_path_factory):
    """``pykeen.triples``; importing it makes directories, which are kept away from the user's home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSTOW_HOME", str(tmp_path_factory.mktemp("pystow")))
        import pykeen.triples

    return pykeen.triples
