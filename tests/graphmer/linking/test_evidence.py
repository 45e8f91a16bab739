"""Evidence is what a loop over the seen triples would count, and nothing of what is hidden."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.graphmer.linking.evidence import EVIDENCE, Evidence
from codegraft.graphmer.linking.graph import OUTSIDE, Side, questions_of
from tests.graphmer.evaluation.link_graphs import link_graph, random_link_graph

SEEDS = st.integers(0, 10_000)


def way(name, evidence, questions, candidates):
    return evidence.features(questions, candidates)[EVIDENCE.index(name)]


def seen_triples(graph, side):
    known, asked = graph.ends(side)
    rows = np.flatnonzero(graph.seen).tolist()
    return [(known[row], graph.relation[row], asked[row], graph.said_in[row]) for row in rows]


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.sampled_from(Side))
def test_counts_are_those_of_the_seen_triples(seed, side):
    graph = random_link_graph(seed)
    evidence, seen = Evidence(graph), seen_triples(graph, side)
    for questions, _ in questions_of(graph, np.arange(len(graph.head)), side):
        candidates, home = graph.candidates(questions.repository), questions.repository
        file = graph.file[questions.known]
        expected = np.zeros((4, len(questions), len(candidates)))
        for row, (relation, own) in enumerate(zip(questions.relation, file, strict=True)):
            for place, candidate in enumerate(candidates):
                same = [(k, r, s) for k, r, c, s in seen if c == candidate]
                filed = [(k, r) for k, r, s in same if s == home and graph.file[k] == own and own != OUTSIDE]
                expected[0, row, place] = sum(r == relation for _, r, _ in same)
                expected[1, row, place] = sum(r == relation and s == home for _, r, s in same)
                expected[2, row, place] = sum(r == relation for _, r in filed)
                expected[3, row, place] = len(filed)
        for name, counts in zip(("frequency", "in_repository", "in_file", "with_file"), expected, strict=True):
            np.testing.assert_allclose(way(name, evidence, questions, candidates), np.log1p(counts), rtol=1e-6)


@settings(deadline=None, max_examples=25)
@given(SEEDS, st.sampled_from(Side))
def test_neighbours_are_those_who_share_neighbours_and_what_they_are_joined_to(seed, side):
    graph = random_link_graph(seed)
    evidence, seen = Evidence(graph), seen_triples(graph, side)
    for questions, _ in questions_of(graph, np.arange(len(graph.head)), side):
        candidates = graph.candidates(questions.repository)
        own = [(k, r, c) for k, r, c, s in seen if s == questions.repository]
        around = {entity: set() for entity in candidates.tolist()}
        for k, _, c in own:
            around[k].add(c)
            around[c].add(k)

        def alike(one, other, around=around):
            return sum(1 / len(around[shared]) for shared in around[one] & around[other])

        found = way("neighbours", evidence, questions, candidates)
        for row, (known, relation) in enumerate(
            zip(questions.known.tolist(), questions.relation.tolist(), strict=True)
        ):
            expected = [
                sum(alike(known, k) for k, r, c in own if r == relation and c == candidate)
                for candidate in candidates.tolist()
            ]
            np.testing.assert_allclose(found[row], np.log1p(10 * np.array(expected)), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("side", Side)
def test_what_is_hidden_says_nothing(side):
    graph = random_link_graph(5)
    hidden = np.flatnonzero(~graph.seen)
    other = replace(graph, head=graph.head.copy(), tail=graph.tail.copy())
    other.tail[hidden] = np.roll(other.tail[hidden], 1)
    for questions, _ in questions_of(graph, np.arange(len(graph.head)), side):
        candidates = graph.candidates(questions.repository)
        one, two = (Evidence(which).features(questions, candidates) for which in (graph, other))
        np.testing.assert_array_equal(one, two)


def test_ids_say_what_contains_what():
    ids = ["shop:", "shop:till", "shop:till.Till", "shop:till.Till.pay", "shop:tilled", "<builtin>:len"]
    graph = link_graph(ids, [("shop:till.Till.pay", "calls", "<builtin>:len", True)])
    parent = {
        id_: graph.ids[row] if row >= 0 else None for id_, row in zip(graph.ids, Evidence(graph).parent, strict=True)
    }
    assert parent == {
        "shop:": None,
        "shop:till": "shop:",
        "shop:till.Till": "shop:till",
        "shop:till.Till.pay": "shop:till.Till",
        "shop:tilled": "shop:",
        "<builtin>:len": None,
    }
