"""Questions, their candidates, and what answers them rightly."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.linking.graph import Side, questions_of
from tests.graphmer.evaluation.link_graphs import random_link_graph

SEEDS = st.integers(0, 10_000)


@given(SEEDS, st.sampled_from(Side))
def test_every_triple_is_asked_once_in_its_own_repository(seed, side):
    graph = random_link_graph(seed)
    triples = np.random.default_rng(seed).permutation(len(graph.head))
    places = []
    for questions, place in questions_of(graph, triples, side):
        places += place.tolist()
        np.testing.assert_array_equal(questions.triple, triples[place])
        assert set(graph.said_in[questions.triple]) == {questions.repository}
        np.testing.assert_array_equal(questions.known, graph.ends(side)[0][questions.triple])
        assert np.isin(graph.ends(side)[1][questions.triple], graph.candidates(questions.repository)).all()
    assert sorted(places) == list(range(len(triples)))


@given(SEEDS, st.sampled_from(Side))
def test_the_truth_is_what_any_triple_says_of_a_candidate(seed, side):
    graph = random_link_graph(seed)
    said = set(zip(*(ends.tolist() for ends in graph.ends(side)), graph.relation.tolist(), strict=True))
    for questions, _ in questions_of(graph, np.arange(len(graph.head)), side):
        candidates = graph.candidates(questions.repository)
        expected = [
            [(known, candidate, relation) in said for candidate in candidates.tolist()]
            for known, relation in zip(questions.known.tolist(), questions.relation.tolist(), strict=True)
        ]
        np.testing.assert_array_equal(graph.truth(questions, candidates), expected)


def test_chunks_are_the_questions_in_order():
    graph = random_link_graph(3)
    [questions, _], *_ = questions_of(graph, np.arange(len(graph.head)), Side.TAIL)
    parts = [part for _, part in questions.chunks(4)]
    assert max(map(len, parts)) == 4
    np.testing.assert_array_equal(np.concatenate([part.known for part in parts]), questions.known)
    np.testing.assert_array_equal(np.concatenate([part.triple for part in parts]), questions.triple)
