"""What the cores send one another in a step: sums of gradients, but not the rows that each has for itself."""

import math
import os
import re
import subprocess
import sys

import pytest

from tests.graphmer.xla import twins
from tests.graphmer.xla.environment import ROOT

pytestmark = pytest.mark.xla

ONE_STEP = """
from codegraft.graphmer.training.xla import xla_runtime
from tests.graphmer.xla import twins
twins.learn_on_cores(twins.objective(), 1, xla_runtime(twins.PARAMS))
"""
SENT = re.compile(r"= \w+\[([\d,]*)\]\S* (all-gather|all-reduce|all-to-all|collective-permute)\(")


def sent_in_one_step(directory):
    """Kind and number of elements of everything that the largest program of a step sends."""
    flags = f"{os.environ['XLA_FLAGS']} --xla_dump_to={directory} --xla_dump_hlo_as_text"
    command = [sys.executable, "-c", ONE_STEP]
    subprocess.run(command, cwd=ROOT, env={**os.environ, "XLA_FLAGS": flags}, check=True)
    program = max(directory.glob("*after_optimizations.txt"), key=lambda path: path.stat().st_size).read_text()
    return [(kind, math.prod(map(int, filter(None, shape.split(","))))) for shape, kind in SENT.findall(program)]


def test_no_core_is_sent_the_rows_of_another(cores, tmp_path):
    sent = sent_in_one_step(tmp_path)
    weights = list(twins.objective().parameters())
    assert sum(size for kind, size in sent if kind == "all-reduce") >= sum(weight.numel() for weight in weights)
    row = twins.PARAMS.length * twins.MEANING.config.hidden
    assert max((size for kind, size in sent if kind != "all-reduce"), default=0) < row
    assert max(size for kind, size in sent if kind == "all-reduce") <= max(weight.numel() for weight in weights)
