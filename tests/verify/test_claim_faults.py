"""Each fault that benchmarks.claim_faults plants in a clone of this repository is named, and the clone itself holds."""

import pytest

from benchmarks.claim_faults import FAULTS, clone, planted
from codegraft.verify.claims import check_claims

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return clone(tmp_path_factory.mktemp("clone") / "clone")


def test_the_clone_holds(root):
    assert check_claims(root).faults == ()


@pytest.mark.parametrize("plant", [plant for _, plant in FAULTS], ids=[name for name, _ in FAULTS])
def test_a_planted_fault_is_named(root, plant):
    with planted(root, plant):
        assert check_claims(root).faults
