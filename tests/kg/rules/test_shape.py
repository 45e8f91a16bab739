from collections import defaultdict
from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.kg.ontology import ONTOLOGY_FILE, load_ontology
from codegraft.kg.rules.shape import PEELINGS, on_circles
from codegraft.kg.validate import validate
from tests.kg.graphs import entity, tables, triple
from tests.pipeline.declared import ROOT

ONTOLOGY = load_ontology(ROOT / ONTOLOGY_FILE)


def reached(start, following):
    """Nodes that a walk of at least one step comes to."""
    seen, waiting = set(), [start]
    while waiting:
        for node in following[waiting.pop()] - seen:
            seen.add(node)
            waiting.append(node)
    return seen


NODES = st.integers(0, 9)


@given(st.lists(st.tuples(NODES, NODES), max_size=25))
def test_an_edge_lies_on_a_circle_when_its_tail_leads_to_its_head(edges):
    following = defaultdict(set)
    for head, tail in edges:
        following[head].add(tail)
    expected = [tail == head or head in reached(tail, following) for head, tail in edges]
    head, tail = np.array(edges, np.int64).reshape(-1, 2).T
    assert on_circles(head, tail).tolist() == expected


@given(st.lists(st.tuples(NODES, NODES), max_size=12, unique=True))
def test_acyclicity_antisymmetry_and_irreflexivity_of_inheritance_agree_with_a_walk(edges):
    classes = [entity(f"shop:a.C{node}", "Class") for node in range(10)]
    following = defaultdict(set)
    for head, tail in edges:
        following[head].add(tail)
    rows = [triple(classes[head], "inherits_from", classes[tail]) for head, tail in edges]
    results = validate(*tables(rows, classes), ONTOLOGY).results
    assert results["acyclicity"].violations == sum(
        tail == head or head in reached(tail, following) for head, tail in edges
    )
    assert results["antisymmetry"].violations == sum(head != tail and head in following[tail] for head, tail in edges)
    assert results["irreflexivity"].violations == sum(head == tail for head, tail in edges)
    for circle_ in results["acyclicity"].examples:
        ids = circle_.split(" inherits_from ")
        steps = [(int(a[-1]), int(b[-1])) for a, b in pairwise(ids)]
        assert ids[0] == ids[-1] == min(ids)
        assert steps
        assert set(steps) <= set(edges)


def test_a_chain_of_any_depth_is_searched_without_recursion():
    nodes = np.arange(50 * PEELINGS)
    assert not on_circles(nodes[:-1], nodes[1:]).any()
    assert on_circles(nodes, np.roll(nodes, -1)).all()
