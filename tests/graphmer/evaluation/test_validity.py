import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.baselines import Constant
from codegraft.graphmer.evaluation.validity import Validity
from codegraft.graphmer.linking.graph import LinkGraph
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from tests.graphmer.evaluation.systems import Knowing, Table
from tests.kg.graphs import entity, graph, triple
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)

MODULE, OTHER = entity("a:m", "Module"), entity("a:n", "Module")
RUN, STOP, GO = (entity(f"a:m.{name}") for name in ("run", "stop", "go"))
PRINT, FAR = entity("<builtin>:print", "API"), entity("b:m.far")
ALL = [MODULE, OTHER, RUN, STOP, GO, PRINT, FAR, entity("b:m", "Module")]
SEEN = [triple(MODULE, "contains", RUN), triple(RUN, "calls", STOP)]
HIDDEN = [
    triple(MODULE, "contains", STOP),
    triple(RUN, "calls", GO),
    triple(RUN, "invokes", PRINT),
    triple(entity("b:m", "Module"), "contains", FAR),
]


def case():
    kg = graph([*SEEN, *HIDDEN], ALL)
    hidden = {(row["head"], row["relation"], row["tail"]) for row in HIDDEN}
    said = zip(*(kg.triples[name].to_pylist() for name in ("head", "relation", "tail")), strict=True)
    links = LinkGraph.of(kg, np.array([key not in hidden for key in said], bool), ONTOLOGY)
    return links, Validity(links, kg.entities, ONTOLOGY, np.flatnonzero(~links.seen))


def answered(links, checked):
    columns = (checked.answers.head, checked.answers.relation, checked.answers.tail)
    names = (links.ids, links.relations, links.ids)
    return [tuple(name[number] for name, number in zip(names, row, strict=True)) for row in zip(*columns, strict=True)]


def test_the_truth_is_valid_and_so_is_who_knows_it():
    links, task = case()
    assert task.truth == 1.0
    figures = task.figures([task.check(Knowing(links))])
    assert figures["validity"] == 1.0
    assert figures["intervals"]["validity"] == {"low": 1.0, "high": 1.0}
    assert figures["violations"] == 0.0
    assert figures["questions"] == 8


def test_the_first_answer_that_is_not_seen_is_judged_on_both_sides():
    links, task = case()
    checked = task.check(Table(links, {"a:m.stop": 3, "a:m.run": 2, "a:m": 1, "b:m": 1}))
    assert answered(links, checked) == [
        ("a:m", "contains", "a:m.stop"),  # a:m.run is seen, and a:m.stop is better anyway
        ("a:m.run", "calls", "a:m.run"),  # a:m.stop is seen
        ("a:m.run", "invokes", "a:m.stop"),
        ("b:m", "contains", "b:m"),
        ("a:m.stop", "contains", "a:m.stop"),
        ("a:m.stop", "calls", "a:m.go"),
        ("a:m.stop", "invokes", "<builtin>:print"),
        ("b:m", "contains", "b:m.far"),
    ]
    assert checked.valid.tolist() == [True, True, False, False, False, True, True, True]
    assert checked.broken["domain_range"].tolist() == [False, False, True, False, False, False, False, False]
    assert checked.broken["irreflexivity"].tolist() == [False, False, False, True, True, False, False, False]
    figures = task.figures([checked])
    assert figures["validity"] == 5 / 8
    assert figures["violations"] == 3 / 8
    assert figures["rules"]["domain_range"] == 1 / 8


def test_chance_is_the_share_of_candidates_that_would_be_valid():
    links, task = case()
    drawn = [task.check(Constant(), seed).valid.mean() for seed in range(100)]
    valid = []
    for row in range(len(task.triple)):
        ends = (links.head, links.tail)
        for asked in (1, 0):
            question = [end[task.triple[row]] for end in ends]
            near = []
            for candidate in links.candidates(links.said_in[task.triple[row]]):
                question[asked] = candidate
                seen = (links.head == question[0]) & (links.tail == question[1]) & links.seen
                if not (seen & (links.relation == links.relation[task.triple[row]])).any():
                    near.append(could_be(links, task, question, links.relation[task.triple[row]]))
            valid.append(np.mean(near))
    assert np.mean(drawn) == pytest.approx(np.mean(valid), abs=0.05)
    assert task.chance == task.check(Constant()).valid.mean()


def could_be(links, task, ends, relation):
    """Whether one triple breaks nothing, by the words of the ontology."""
    head, tail = (links.types[links.type[end]] for end in ends)
    name = links.relations[relation]
    taken = (links.tail == ends[1]) & (links.relation == relation) & links.seen
    return (
        head in ONTOLOGY.domain(name)
        and tail in ONTOLOGY.range(name)
        and (name != "contains" or (ends[0] != ends[1] and not taken.any()))
    )


def test_the_same_seed_draws_the_same_answers():
    links, task = case()
    first, second, other = (task.check(Constant(), seed) for seed in (1, 1, 2))
    assert answered(links, first) == answered(links, second) != answered(links, other)


def test_a_rule_that_only_warns_makes_no_answer_invalid():
    """An override with another signature is true code, if bad."""
    above = entity("a:m.A.run", "Method", attributes='{"signature":"(self)"}')
    below = entity("a:m.B.run", "Method", attributes='{"signature":"(self, a, b)"}')
    kg = graph([triple(below, "overrides", above)], [above, below])
    links = LinkGraph.of(kg, np.zeros(1, bool), ONTOLOGY)
    task = Validity(links, kg.entities, ONTOLOGY, np.arange(1))
    checked = task.check(Knowing(links))
    assert checked.broken["override_signatures"].all()
    assert checked.valid.all()


def test_what_does_not_fit_is_refused():
    kg = graph([*SEEN, *HIDDEN], ALL)
    links = LinkGraph.of(kg, np.ones(len(kg.triples), bool), ONTOLOGY)
    with pytest.raises(ModelError, match="triple 0 is seen"):
        Validity(links, kg.entities, ONTOLOGY, np.arange(2))
