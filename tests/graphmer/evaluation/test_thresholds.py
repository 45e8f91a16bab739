import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.baselines import Constant, Untrained
from codegraft.graphmer.evaluation.completion import Completion
from codegraft.graphmer.evaluation.disambiguation import Disambiguation
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.evaluation.link_figures import Asked, figures
from codegraft.graphmer.evaluation.link_prediction import ranks_of
from codegraft.graphmer.evaluation.ranking import measures_of
from codegraft.graphmer.evaluation.thresholds import FIGURES, GAINS, gated, gates
from codegraft.graphmer.evaluation.validity import Validity
from codegraft.graphmer.linking.graph import LinkGraph, Side
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.training.bootstrap import Resampler, mean_over
from tests.graphmer.evaluation.systems import Chance, Knowing
from tests.kg.graphs import entity, graph, triple
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)

SPEC = {
    "link_prediction_mrr": 0.52,
    "link_prediction_hits_at_10": 0.78,
    "disambiguation_accuracy": 0.92,
    "code_search_mrr_at_10": 0.44,
    "call_graph_f1": 0.63,
    "dependency_f1": 0.70,
    "violations": 0.01,
}


def metrics(**figures):
    """Figures by gate, each a value with the ends of its interval, as metrics hold them; the others are perfect."""
    found = {}
    for name, path in (*FIGURES.items(), ("gain", GAINS["code_search_mrr_at_10"])):
        *parents, last = path.split(".")
        place = found
        for key in parents:
            place = place.setdefault(key, {})
        value, low, high = figures.get(name, (float(name != "violations"),) * 3)
        place[last] = value
        place.setdefault("intervals", {})[last] = {"low": low, "high": high}
    return found


def test_what_is_perfect_passes_everything():
    found = gates(metrics(), SPEC)
    assert list(found) == list(SPEC)
    assert all(gate.passed and gate.passed_surely for gate in found.values())


def test_a_value_may_pass_while_its_interval_does_not():
    found = gates(
        metrics(link_prediction_mrr=(0.6, 0.5, 0.7), violations=(0.01, 0.0, 0.02)),
        SPEC,
    )
    assert found["link_prediction_mrr"] == (0.6, 0.5, 0.52, True, False)
    assert found["violations"] == (0.01, 0.02, 0.01, True, False)


def test_a_value_below_the_threshold_does_not_pass_though_its_interval_reaches_above():
    found = gates(metrics(call_graph_f1=(0.6, 0.5, 0.9), violations=(0.02, 0.0, 0.03)), SPEC)
    assert not found["call_graph_f1"].passed
    assert not found["violations"].passed


@pytest.mark.parametrize("name", SPEC)
def test_a_figure_at_its_threshold_passes(name):
    at = SPEC[name]
    assert gates(metrics(**{name: (at, at, at)}), SPEC)[name] == (at, at, at, True, True)


def test_what_is_no_better_than_untrained_does_not_pass():
    for low in (0.0, -0.1, None):
        found = gates(metrics(gain=(0.1, low, 0.2)), SPEC)
        assert found["code_search_mrr_at_10"] == (1.0, 1.0, 0.44, False, False)


def test_the_figures_of_gates_are_found_where_they_stand():
    found = gated(metrics(call_graph_f1=(0.3, 0.2, 0.4), dependency_f1=(None, None, None)))
    expected = dict.fromkeys(FIGURES, 1.0) | {"violations": 0.0, "call_graph_f1": 0.3}
    del expected["dependency_f1"]
    assert found == expected
    assert gated({}) == {}


def test_what_was_not_asked_does_not_pass():
    found = gates({key: value for key, value in metrics().items() if key != "dependency"}, SPEC, {"dependency": "why"})
    assert found["dependency_f1"] == (None, None, 0.70, False, False)
    assert all(gate.passed for name, gate in found.items() if name != "dependency_f1")
    links = [name for name, path in FIGURES.items() if path.startswith("link_prediction.")]
    found = gates(
        {key: value for key, value in metrics().items() if key != "link_prediction"}, SPEC, ["link_prediction"]
    )
    assert [name for name, gate in found.items() if not gate.passed] == links


def test_what_is_undefined_does_not_pass():
    found = gates(metrics(dependency_f1=(None, None, None), violations=(0.0, None, None)), SPEC)
    assert found["dependency_f1"] == (None, None, 0.70, False, False)
    assert found["violations"] == (0.0, None, 0.01, True, False)


def test_what_does_not_fit_is_refused():
    with pytest.raises(
        ModelError, match=r"gates\.graphmer: mrr, violations: expected one threshold each of link_prediction_mrr, "
    ):
        gates(metrics(), {name: value for name, value in SPEC.items() if name != "violations"} | {"mrr": 0.5})
    with pytest.raises(ModelError, match=r"metrics: no code_search\.mrr_at_10"):
        gates({key: value for key, value in metrics().items() if key != "code_search"}, SPEC)
    with pytest.raises(ModelError, match=r"metrics: no call_graph\.f1 with its interval"):
        gates(metrics() | {"call_graph": {"f1": 0.5}}, SPEC)


REPOSITORIES, EACH, OUTSIDE = 4, 60, 30


def code_graph():
    """Four repositories whose functions call each other and names from outside at random; a third is hidden."""
    draw = np.random.default_rng(0)
    libraries = [entity(f"<library>:l{k}", "Library") for k in range(OUTSIDE)]
    entities, rows = [*libraries], {}
    for number in range(REPOSITORIES):
        functions = [entity(f"r{number}:m{k}.f{k % 9}") for k in range(EACH)]
        modules = [entity(f"r{number}:m{k}", "Module") for k in range(EACH // 4)]
        entities += functions + modules
        for kind, heads, tails in (("calls", functions, functions), ("depends_on", modules, libraries)):
            for _ in range(4 * len(heads)):
                row = triple(heads[draw.integers(len(heads))], kind, tails[draw.integers(len(tails))])
                rows[row["head"], kind, row["tail"]] = row
    kg = graph(list(rows.values()), entities)
    return kg, LinkGraph.of(kg, draw.random(len(kg.triples)) < 2 / 3, ONTOLOGY)


def ranked(links, system, rows):
    """Figures of link prediction; a search is a ranking like another, so that its MRR@10 is taken from there.

    What it gains is counted from nothing, so that it is the first figure that decides.
    """
    rank = ranks_of(system, links, rows).rank
    asked = Asked.of(links, pa.table({"evidence": ["semantic"] * len(links.head)}), rows, np.ones(len(rows), bool))
    resampler = Resampler(np.tile(links.said_in[rows], len(Side)))
    found = np.where(rank <= 10, 1 / rank, 0).ravel()
    search = resampler.estimate([mean_over(found, resampler.cluster)])
    return figures(asked, [measures_of(rank)]), said({"mrr_at_10": search, "gain_over_untrained": search})


def evaluated(system, kg, links):
    """Metrics of a system."""
    hidden = np.flatnonzero(~links.seen)
    early = hidden[links.said_in[hidden] < 2]
    late = hidden[links.said_in[hidden] >= 2]
    disambiguation = Disambiguation.of(links, kg.entities["name"].to_pylist(), late)
    validity = Validity(links, kg.entities, ONTOLOGY, late)
    link_prediction, code_search = ranked(links, system, late)
    completed = {}
    for task, relation in (("call_graph", "calls"), ("dependency", "depends_on")):
        threshold = Completion.of(links, relation, early).fit_threshold(system)
        completion = Completion.of(links, relation, late)
        completed[task] = completion.figures([completion.found(system, threshold)])
    return completed | {
        "link_prediction": {"repository_inductive": link_prediction},
        "code_search": code_search,
        "disambiguation": disambiguation.figures([disambiguation.credits(system)]),
        "triple_validity": validity.figures([validity.check(system)]),
    }


@pytest.mark.parametrize("name", ["constant", "chance", "untrained"])
def test_who_knows_nothing_passes_no_threshold(name):
    kg, links = code_graph()
    system = {"constant": Constant(), "chance": Chance(), "untrained": Untrained(links, 0)}[name]
    found = gates(evaluated(system, kg, links), SPEC)
    assert [name for name, gate in found.items() if gate.passed or gate.passed_surely] == []


def test_who_knows_everything_passes_every_threshold():
    kg, links = code_graph()
    found = gates(evaluated(Knowing(links), kg, links), SPEC)
    assert [name for name, gate in found.items() if not gate.passed_surely] == []
