"""Every planted fault is caught by a message that names it, and by what is meant to catch it."""

import pytest

from tests.verify.faults import EDITED, LEFT_BY_A_RUN


@pytest.mark.parametrize("fault", [*LEFT_BY_A_RUN, *EDITED], ids=lambda fault: fault.title)
def test_a_planted_fault_is_caught_and_named(fault, root, verify):
    fault.apply(root)
    code, output = verify(*fault.options)
    assert code == 1
    assert [line for line in output.splitlines() if line.startswith("  FAULT") and fault.caught in line] != [], output
    if fault.how == "run":
        artifacts, metadata, _ = output.split("\n\n", 2)
        assert "FAULT" not in artifacts + metadata, "checksums or metadata help the gates"


def test_without_a_fault_there_is_none(root, verify):
    code, output = verify("--complete")
    assert (code, output.splitlines()[-1]) == (0, "no faults")
    assert "FAULT" not in output
