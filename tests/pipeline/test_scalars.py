import re

import pytest

from tests.pipeline.declared import ROOT
from tests.pipeline.scalars import disagreements, faults


def test_dvc_and_we_read_the_same_values():
    assert faults(ROOT) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: 1e-4",
        "a: 12e03",
        "a: yes",
        "a: off",
        "a: 010",
        "a: 0o10",
        "a: 1:30",
        "a: 2024-01-01",
        "yes: 1",
        "a: [{b: 1e3}]",
    ],
)
def test_a_value_that_reads_two_ways_is_named(text):
    assert len(disagreements(text)) == 1


@pytest.mark.parametrize(
    "text", ["a: 1.0e-4", "a: true", "a: null", "a: 10", "a: '2024-01-01'", "a: .5", "a: [1, {b: x}]"]
)
def test_a_value_that_reads_one_way_passes(text):
    assert disagreements(text) == []


def test_the_fault_names_file_key_and_both_readings(copy):
    params = copy / "params.yaml"
    params.write_text(re.sub("lr: [^ ]+", "lr: 1e-2", params.read_text(), count=1))
    assert faults(copy) == ["params.yaml: embed_nodes.lr is '1e-2' to PyYAML and 0.01 to DVC"]
