import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.completion import Completion
from codegraft.graphmer.evaluation.disambiguation import Disambiguation
from codegraft.graphmer.evaluation.thresholds import FIGURES, gates
from codegraft.graphmer.evaluation.validity import Validity
from codegraft.graphmer.linking.graph import LinkGraph, Side, questions_of
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.training.bootstrap import Resampler, mean_over
from tests.graphmer.evaluation.systems import Chance, Constant, Knowing, Untrained
from tests.kg.graphs import entity, graph, triple
from tests.pipeline.declared import ROOT

SPEC = {
    "link_prediction_mrr": 0.52,
    "link_prediction_hits_at_10": 0.78,
    "disambiguation_accuracy": 0.92,
    "code_search_mrr_at_10": 0.44,
    "call_graph_f1": 0.63,
    "dependency_f1": 0.70,
    "violations": 0.01,
}


def figure(mean, low, high):
    return {"mean": mean, "low": low, "high": high}


def metrics(**figures):
    """Figures by gate as the metrics hold them; what is not given is perfect."""
    found = {}
    for name, path in FIGURES.items():
        *parents, last = path.split(".")
        place = found
        for key in parents:
            place = place.setdefault(key, {})
        perfect = 0.0 if name == "violations" else 1.0
        place[last] = figures.get(name, figure(perfect, perfect, perfect))
    return found


def test_what_is_perfect_passes_everything():
    found = gates(metrics(), SPEC)
    assert list(found) == list(SPEC)
    assert all(gate.passed and gate.passed_surely for gate in found.values())


def test_a_value_may_pass_while_its_interval_does_not():
    found = gates(
        metrics(link_prediction_mrr=figure(0.6, 0.5, 0.7), violations=figure(0.01, 0.0, 0.02)),
        SPEC,
    )
    assert found["link_prediction_mrr"] == (0.6, 0.5, 0.52, True, False)
    assert found["violations"] == (0.01, 0.02, 0.01, True, False)


def test_a_value_below_the_threshold_does_not_pass_though_its_interval_reaches_above():
    found = gates(metrics(call_graph_f1=figure(0.6, 0.5, 0.9), violations=figure(0.02, 0.0, 0.03)), SPEC)
    assert not found["call_graph_f1"].passed
    assert not found["violations"].passed


def test_what_is_undefined_does_not_pass():
    found = gates(metrics(dependency_f1=figure(None, None, None), violations=figure(0.0, None, None)), SPEC)
    assert found["dependency_f1"] == (None, None, 0.70, False, False)
    assert found["violations"] == (0.0, None, 0.01, True, False)


def test_what_does_not_fit_is_refused():
    with pytest.raises(ModelError, match=r"gates\.graphmer: mrr, violations: expected one threshold each"):
        gates(metrics(), {name: value for name, value in SPEC.items() if name != "violations"} | {"mrr": 0.5})
    with pytest.raises(ModelError, match=r"metrics: no code_search\.mrr_at_10"):
        gates({key: value for key, value in metrics().items() if key != "code_search"}, SPEC)
    with pytest.raises(ModelError, match=r"call_graph\.f1 is 0\.5; expected mean, low and high"):
        gates(metrics(call_graph_f1=0.5), SPEC)


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
    return kg, LinkGraph.of(kg, draw.random(len(kg.triples)) < 2 / 3)


def ranked(links, system, rows):
    """MRR, Hits@10 and MRR@10 of both sides, each tie at its mean rank; other true answers are left out."""
    true = set(zip(links.head.tolist(), links.relation.tolist(), links.tail.tolist(), strict=True))
    ranks, clusters = [], []
    for side in Side:
        for questions, _ in questions_of(links, rows, side):
            candidates = links.candidates(questions.repository)
            for row, scores in zip(questions.triple, system.scores(questions, candidates), strict=True):
                answer = links.ends(side)[1][row]
                ends = [links.head[row], links.relation[row], links.tail[row]]
                score, better, tied = scores[np.searchsorted(candidates, answer)], 0, 0
                for candidate, other in zip(candidates.tolist(), scores.tolist(), strict=True):
                    ends[0 if side else 2] = candidate
                    if candidate != answer and tuple(ends) not in true:
                        better, tied = better + (other > score), tied + (other == score)
                ranks.append(1 + better + tied / 2)
                clusters.append(questions.repository)
    ranks, resampler = np.array(ranks), Resampler(clusters)
    values = {"mrr": 1 / ranks, "hits_at_10": ranks <= 10, "mrr_at_10": np.where(ranks <= 10, 1 / ranks, 0)}
    return {
        name: resampler.estimate([mean_over(value.astype(float), resampler.cluster)]).interval()
        for name, value in values.items()
    }


def evaluated(system, kg, links):
    """Metrics of a system; a search is a ranking like another, so that of calls stands for it here."""
    hidden = np.flatnonzero(~links.seen)
    early = hidden[links.said_in[hidden] < 2]
    late = hidden[links.said_in[hidden] >= 2]
    names = kg.entities["name"].to_pylist()
    disambiguation = Disambiguation.of(links, names, late)
    validity = Validity(links, kg.entities, load_ontology(ROOT / ONTOLOGY_FILE), late)
    ranking = ranked(links, system, late)
    completed = {}
    for task, relation in (("call_graph", "calls"), ("dependency", "depends_on")):
        threshold = Completion.of(links, relation, early).fit_threshold(system)
        completion = Completion.of(links, relation, late)
        completed[task] = completion.figures([completion.found(system, threshold)])
    return completed | {
        "link_prediction": {"repository_inductive": ranking},
        "code_search": ranking,
        "disambiguation": disambiguation.figures([disambiguation.credits(system)]),
        "triple_validity": validity.figures([validity.check(system)]),
    }


@pytest.mark.parametrize("name", ["constant", "chance", "untrained"])
def test_who_knows_nothing_passes_no_threshold(name):
    kg, links = code_graph()
    system = {"constant": Constant(), "chance": Chance(), "untrained": Untrained(links)}[name]
    found = gates(evaluated(system, kg, links), SPEC)
    assert [name for name, gate in found.items() if gate.passed or gate.passed_surely] == []


def test_who_knows_everything_passes_every_threshold():
    kg, links = code_graph()
    found = gates(evaluated(Knowing(links), kg, links), SPEC)
    assert [name for name, gate in found.items() if not gate.passed_surely] == []
