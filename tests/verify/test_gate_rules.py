"""How each gate has to lie to its threshold, and what its note says where it does not."""

import pytest

from codegraft.params import load_params
from codegraft.verify.gates import asked_of, judge
from codegraft.verify.records import Records
from tests.pipeline.declared import ROOT
from tests.verify.repository import put

GATES = load_params(ROOT / "params.yaml").gates


def test_figures_of_evaluations_have_the_rules_of_their_evaluations():
    asked = {name: (one.rule, one.threshold) for name, one in asked_of(GATES).items()}
    for name, threshold in GATES.graphsage:
        assert asked[f"graphsage_{name}"] == ("below" if name == "ece" else "above", threshold)
    for name, threshold in GATES.graphmer:
        assert asked[f"graphmer_{name}"] == ("at most" if name == "violations" else "at least", threshold)
    assert asked["recorded_verdicts"] == ("at most", 0)


def test_figures_of_training_and_of_the_graph_have_their_rules():
    asked = {name: (one.rule, one.threshold) for name, one in asked_of(GATES).items()}
    graph, training = GATES.graph, GATES.training
    expected = {
        "graph_triples": ("at least", graph.triples),
        "graph_domain_range": ("at least", graph.domain_range),
        "finite_series": ("at most", 0),
        "finite_metrics": ("at most", 0),
        "mnm_gain": ("at least", training.mnm_gain),
        "relation_bias_gain": ("at least", training.relation_bias_gain),
        "latency_p99_ms": ("at most", GATES.latency.p99_ms),
        **{
            f"loss_{model}": ("at most", training.loss_rise)
            for model in ("embed_nodes", "graphsage", "graphmer", "linker")
        },
        **{
            name: ("above", training.margin) for name in asked if "_over_" in name and not name.startswith("graphsage_")
        },
    }
    assert {name: asked[name] for name in expected} == expected


@pytest.mark.parametrize(
    ("rows", "value", "note"),
    [
        ("0,2,1\n1,1,1.5\n", 0.5, "plots/embed_nodes/loss.csv: b"),
        ("0,2,1\n1,1,0.75\n", -0.25, "plots/embed_nodes/loss.csv: b"),
        ("0,2,1\n1,1,nan\n", None, "plots/embed_nodes/loss.csv: b: fewer than two rows, or no finite numbers in them"),
        ("0,2,1\n", None, "plots/embed_nodes/loss.csv: a: fewer than two rows, or no finite numbers in them"),
    ],
)
def test_the_loss_that_rose_most_is_the_one_that_is_judged_and_named(tmp_path, rows, value, note):
    put(tmp_path / "plots/embed_nodes/loss.csv", f"step,a,b\n{rows}".encode())
    gate = judge(Records(tmp_path), GATES)["loss_embed_nodes"]
    assert (gate.value, gate.note) == (value, note)


def test_a_figure_that_is_no_number_is_said_to_be_none(tmp_path):
    put(tmp_path / "metrics/kg.json", b'{"triples": NaN}')
    gate = judge(Records(tmp_path), GATES)["graph_triples"]
    assert (gate.value, gate.passed, gate.note) == (None, False, "not a number")
