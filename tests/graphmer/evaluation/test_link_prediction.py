from collections import defaultdict

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation import link_prediction
from codegraft.graphmer.evaluation.link_prediction import LinkPrediction
from codegraft.graphmer.linking.graph import OUTSIDE, Side
from tests.graphmer.evaluation.link_graphs import link_graph, random_link_graph


class Table:
    """Random scores with many ties, the same for a known end, relation, side and candidate whoever asks."""

    def __init__(self, graph, seed=0):
        shape = (len(Side), len(graph.ids), len(graph.relations), len(graph.ids))
        self.table = np.random.default_rng(seed).integers(0, 4, shape).astype(np.float32)
        self.asked = []

    def scores(self, questions, candidates):
        self.asked.append(len(questions))
        return self.table[questions.side, questions.known, questions.relation][:, candidates]


def naive(graph, system, row, side):
    """Rank and number of candidates, triple by triple and candidate by candidate."""
    known, wanted = (graph.head, graph.tail) if side is Side.TAIL else (graph.tail, graph.head)
    truths = defaultdict(set)
    for other in range(len(graph.head)):
        truths[known[other], graph.relation[other]].add(wanted[other])
    here = [
        entity
        for entity in range(len(graph.ids))
        if graph.repository[entity] in (OUTSIDE, graph.said_in[row])
        and (entity == wanted[row] or entity not in truths[known[row], graph.relation[row]])
    ]
    scores = {entity: system.table[side, known[row], graph.relation[row], entity] for entity in here}
    own = scores[wanted[row]]
    best, worst = (sum(map(than, scores.values())) for than in (own.__lt__, own.__le__))
    return (best + 1 + worst) / 2, len(here)


@given(st.integers(0, 200), st.sampled_from([1, 50, 1 << 23]))
def test_ranks_are_those_of_asking_triple_by_triple_however_they_are_cut(seed, scores_at_once):
    graph = random_link_graph(seed)
    hidden = np.random.default_rng(seed).permutation(np.flatnonzero(~graph.seen))
    system = Table(graph, seed)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(link_prediction, "_SCORES", scores_at_once)
        found = LinkPrediction(graph).ranked(system, hidden)
    assert found.rank.shape == found.size.shape == (2, len(hidden))
    for side in Side:
        expected = [naive(graph, system, row, side) for row in hidden]
        assert list(zip(found.rank[side], found.size[side], strict=True)) == expected


def test_a_system_is_never_asked_for_more_scores_than_fit(monkeypatch):
    graph = random_link_graph(0)
    monkeypatch.setattr(link_prediction, "_SCORES", 40)
    system = Table(graph)
    LinkPrediction(graph).ranked(system, np.flatnonzero(~graph.seen))
    assert set(system.asked) <= {1, 2, 3}
    assert max(system.asked) == 40 // len(graph.candidates(0)) == 3


def test_a_triple_that_is_hidden_beside_a_question_is_no_rival_of_its_answer():
    ids = ["shop:a", "shop:b", "shop:c", "<builtin>:print"]
    hidden = [("shop:a", "calls", "shop:b", False), ("shop:a", "calls", "<builtin>:print", False)]
    graph = link_graph(ids, [*hidden, ("shop:a", "calls", "shop:c", True)])
    tails = LinkPrediction(graph).ranked(Table(graph), np.array([0, 1])).size[Side.TAIL]
    assert tails.tolist() == [2, 2]


class Broken:
    def __init__(self, scores):
        self.broken = scores

    def scores(self, questions, candidates):
        return self.broken(np.zeros((len(questions), len(candidates)), np.float32))


@pytest.mark.parametrize(
    ("scores", "message"),
    [
        (lambda scores: scores[:, 1:], r"Broken, asked for tails of r0: scores of shape"),
        (lambda scores: scores.T, "scores of shape"),
        (lambda scores: np.full_like(scores, np.nan), "is nan"),
        (lambda scores: scores - np.inf, "is -inf"),
    ],
)
def test_scores_that_do_not_fit_are_refused_with_the_system_and_the_repository(scores, message):
    graph = random_link_graph(0)
    with pytest.raises(ModelError, match=message):
        LinkPrediction(graph).ranked(Broken(scores), np.flatnonzero(~graph.seen))


def test_a_seen_triple_is_not_asked_for():
    graph = random_link_graph(0)
    seen = int(np.flatnonzero(graph.seen)[0])
    with pytest.raises(ModelError, match=f"1 of 1 triples that are asked for are seen, such as row {seen}"):
        LinkPrediction(graph).ranked(Table(graph), np.array([seen]))


def test_nothing_to_ask_for_is_refused():
    graph = random_link_graph(0)
    with pytest.raises(ModelError, match="no triple to ask for"):
        LinkPrediction(graph).ranked(Table(graph), np.empty(0, np.int64))
