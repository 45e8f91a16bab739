"""What ``codegraft graphmer check-tpu`` finds on eight devices that the CPU plays."""

import pytest

from codegraft.graphmer import check_tpu as module
from codegraft.graphmer.check_tpu import check_tpu
from codegraft.graphmer.training.state import optimizer_for
from tests.graphmer.training.cases import all_params
from tests.graphmer.xla import twins
from tests.graphmer.xla.environment import ROOT

pytestmark = pytest.mark.xla


def said(findings):
    return {finding.what: finding.said for finding in findings}


def good(findings):
    return {finding.what: finding.good for finding in findings}


def test_a_machine_that_is_ready(cores):
    findings = check_tpu(twins.ALL_PARAMS, ROOT)
    assert good(findings) == {"tests": True, "torch_xla": True, "parameters": True, "step": True}, findings
    assert "8 cores of a CPU, a rehearsal without a TPU" in said(findings)["torch_xla"]
    assert said(findings)["parameters"] == "size tiny, bf16, a step is 1 times 2 rows for each core"
    assert said(findings)["step"].endswith("programs compiled in 2 steps, none in 3 more")


def test_no_tests_and_a_step_that_cannot_be_shared_out(cores, tmp_path):
    findings = check_tpu(all_params(batch_tokens=256), tmp_path)
    assert good(findings) == {"tests": False, "torch_xla": True, "parameters": False}
    assert "run this in a checkout" in said(findings)["tests"]
    assert "number of cores (8)" in said(findings)["parameters"]


def test_a_step_that_leaves_the_cores_is_found(cores, monkeypatch):
    class Leaving:
        """Reads a number in each step."""

        def __init__(self, *arguments, **options):
            self.optimizer = optimizer_for(*arguments, **options)

        def step(self):
            self.optimizer.param_groups[0]["params"][0].sum().item()

        def zero_grad(self):
            self.optimizer.zero_grad()

    monkeypatch.setattr(module, "optimizer_for", Leaving)
    finding = check_tpu(twins.ALL_PARAMS, ROOT)[-1]
    assert (finding.what, finding.good) == ("step", False)
    assert finding.said.startswith("a step leaves the cores for aten::_local_scalar_dense")
