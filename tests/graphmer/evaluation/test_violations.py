import networkx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.violations import ALONE, BESIDE_SEEN, TripleRules, Triples, leads_back
from codegraft.graphmer.linking.graph import LinkGraph
from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.validate import validate
from tests.kg.graphs import entity, graph, tables, triple
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)
RULES = (*ALONE, *BESIDE_SEEN)


def seen_graph(rows, entities):
    kg = graph(rows, entities)
    return LinkGraph.of(kg, np.ones(len(kg.triples), bool), ONTOLOGY), kg


def broken(rows, entities, proposed):
    """The rules that a proposed ``(head, relation, tail)`` breaks beside these rows."""
    links, kg = seen_graph(rows, entities)
    head, relation, tail = proposed
    one = Triples(
        np.array([links.ids.index(head["id"])]),
        np.array([links.relations.index(relation)]),
        np.array([links.ids.index(tail["id"])]),
    )
    found = TripleRules(links, kg.entities, ONTOLOGY).broken(one)
    assert set(found) == set(RULES)
    return {rule for rule in RULES if found[rule][0]}


FILE, MODULE, OTHER = entity("a:m.py", "File"), entity("a:m", "Module"), entity("a:n", "Module")
CLASS, CHILD, GRANDCHILD = (entity(f"a:m.{name}", "Class") for name in ("Base", "Child", "Grandchild"))
JAVA, JAVA_BASE, JAVA_OTHER = (entity(f"j:{name}", "Class", language="java") for name in ("A", "B", "C"))
METHOD = entity("a:m.Base.run", "Method", attributes='{"signature":"(self)"}')
ABOVE = entity("a:m.Child.run", "Method", attributes='{"signature":"(self, a, b)"}')
ALL = [FILE, MODULE, OTHER, CLASS, CHILD, GRANDCHILD, JAVA, JAVA_BASE, JAVA_OTHER, METHOD, ABOVE]
SEEN = [
    triple(FILE, "defines", CLASS),
    triple(MODULE, "contains", CLASS),
    triple(CHILD, "inherits_from", CLASS),
    triple(GRANDCHILD, "inherits_from", CHILD),
    triple(JAVA, "inherits_from", JAVA_BASE, language="java"),
    triple(METHOD, "overrides", ABOVE),
    triple(METHOD, "calls", METHOD),
]


@pytest.mark.parametrize(
    ("proposed", "rules"),
    [
        ((CHILD, "calls", METHOD), set()),
        ((METHOD, "calls", CHILD), {"domain_range"}),
        ((CLASS, "inherits_from", GRANDCHILD), {"acyclicity"}),
        ((CLASS, "inherits_from", CHILD), {"acyclicity", "antisymmetry"}),
        ((CLASS, "inherits_from", CLASS), {"acyclicity", "irreflexivity"}),
        ((GRANDCHILD, "inherits_from", CLASS), set()),
        ((OTHER, "contains", CLASS), {"functional"}),
        ((OTHER, "contains", CHILD), set()),
        ((JAVA, "inherits_from", JAVA_OTHER), {"multiplicity"}),
        ((JAVA_OTHER, "inherits_from", JAVA_BASE), set()),
        ((ABOVE, "overrides", METHOD), {"antisymmetry", "override_signatures"}),
    ],
)
def test_each_rule_is_broken_by_what_it_is_about(proposed, rules):
    assert broken(SEEN, ALL, proposed) == rules


def test_triples_that_rule_each_other_out_are_judged_apart():
    links, kg = seen_graph(SEEN, ALL)
    rows = [("a:m", "a:m.Child"), ("a:n", "a:m.Child"), ("a:m", "a:m.Child")]
    head, tail = (np.array([links.ids.index(row[end]) for row in rows]) for end in (0, 1))
    proposed = Triples(head, np.full(3, links.relations.index("contains")), tail)
    found = TripleRules(links, kg.entities, ONTOLOGY).broken(proposed)
    assert not any(flags.any() for flags in found.values())


def test_a_functional_relation_gives_a_head_one_tail():
    links, kg = seen_graph(SEEN, ALL)
    once = ONTOLOGY.relations["contains"].model_copy(update={"functional": True, "inverse_functional": False})
    ontology = ONTOLOGY.model_copy(update={"relations": {**ONTOLOGY.relations, "contains": once}})
    head, tail = (
        np.array([links.ids.index(id_) for id_ in ids]) for ids in (("a:m", "a:n"), ("a:m.Child", "a:m.Base"))
    )
    found = TripleRules(links, kg.entities, ontology).broken(
        Triples(head, np.full(2, links.relations.index("contains")), tail)
    )
    assert found["functional"].tolist() == [True, False]


TYPES = ("Class", "Interface", "Method", "Module", "Function")
SAID = ("inherits_from", "contains", "overrides", "declares", "calls", "implements")


@st.composite
def typed_graphs(draw):
    """Seen rows and proposed ones that are none of them, of one repository in two languages."""
    entities = []
    for number in range(draw(st.integers(3, 7))):
        visibility = draw(st.sampled_from(["private", "public"]))
        signature = draw(st.sampled_from(["()", "(self)", "(self, a)"]))
        type_ = draw(st.sampled_from(TYPES))
        attributes = f'{{"signature":"{signature}","visibility":"{visibility}"}}'
        entities.append(
            entity(f"a:e{number}", type_, attributes=attributes, language=draw(st.sampled_from(["python", "java"])))
        )
    ends = st.integers(0, len(entities) - 1)
    keys = draw(st.lists(st.tuples(ends, st.sampled_from(SAID), ends), min_size=2, max_size=14, unique=True))
    rows = [
        triple(entities[head], relation, entities[tail], language=entities[head]["language"])
        for head, relation, tail in keys
    ]
    cut = draw(st.integers(1, len(rows) - 1))
    return entities, rows[:cut], rows[cut:]


@settings(max_examples=60, deadline=None)
@given(typed_graphs())
def test_a_rule_is_broken_where_validating_the_graph_with_that_triple_finds_more(case):
    entities, seen, proposed = case
    kg = graph([*seen, *proposed], entities)
    said = list(zip(*(kg.triples[name].to_pylist() for name in ("head", "relation", "tail")), strict=True))
    hidden = {(row["head"], row["relation"], row["tail"]) for row in proposed}
    links = LinkGraph.of(kg, np.array([key not in hidden for key in said], bool), ONTOLOGY)
    rows = np.flatnonzero(~links.seen)
    found = TripleRules(links, kg.entities, ONTOLOGY).broken(
        Triples(links.head[rows], links.relation[rows], links.tail[rows])
    )
    before = validate(*tables(seen, entities), ONTOLOGY).results
    by_key = {(row["head"], row["relation"], row["tail"]): row for row in proposed}
    for place, row in enumerate(rows):
        after = validate(*tables([*seen, by_key[said[row]]], entities), ONTOLOGY).results
        for rule in RULES:
            assert found[rule][place] == (after[rule].violations > before[rule].violations), rule


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=12))
def test_ways_back_are_those_that_networkx_finds(edges):
    whole = networkx.DiGraph(edges)
    whole.add_nodes_from(range(7))
    head, tail = (ends.ravel() for ends in np.meshgrid(np.arange(7), np.arange(7)))
    ends = np.array(edges, np.int64).reshape(-1, 2)
    found = leads_back(ends[:, 0], ends[:, 1], head, tail)
    expected = [networkx.has_path(whole, there, here) for here, there in zip(head, tail, strict=True)]
    assert found.tolist() == expected


def test_what_does_not_fit_is_refused():
    links, kg = seen_graph(SEEN, ALL)
    with pytest.raises(ModelError, match="the table of entities is not the graph's"):
        TripleRules(links, kg.entities.slice(1), ONTOLOGY)
    fewer = {name: relation for name, relation in ONTOLOGY.relations.items() if name not in ("calls", "contains")}
    strange = ONTOLOGY.model_copy(update={"relations": fewer})
    with pytest.raises(ModelError, match="the ontology has no relation calls, contains;"):
        TripleRules(links, kg.entities, strange)
