import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.baselines import Constant
from codegraft.graphmer.evaluation.better import compare
from codegraft.graphmer.evaluation.disambiguation import MENTIONING, Disambiguation
from tests.graphmer.evaluation.systems import Chance, Knowing, Table, link_graph, random_graph

ENTITIES = {
    "a:m.run": "Function",
    "a:m.A.run": "Method",
    "a:m.B.run": "Method",
    "a:m.stop": "Function",
    "a:m.main": "Function",
    "b:m.run": "Function",
    "b:m.main": "Function",
    "<external>:os.run": "API",
}
TRIPLES = [
    ("a:m.main", "calls", "a:m.run", False),
    ("a:m.main", "calls", "a:m.B.run", True),
    ("a:m.main", "calls", "a:m.stop", False),
    ("a:m.A.run", "uses", "<external>:os.run", False),
    ("a:m.stop", "defines", "a:m.A.run", False),
    ("b:m.main", "calls", "b:m.run", False),
]


def last(graph):
    return [id_.rpartition(".")[2] for id_ in graph.ids]


def small():
    graph = link_graph(ENTITIES, TRIPLES)
    return graph, Disambiguation.of(graph, last(graph), np.flatnonzero(~graph.seen))


def candidates(graph, task):
    bounds = zip(task.offsets[:-1], task.offsets[1:], strict=True)
    return [{graph.ids[entity] for entity in task.candidate[low:high]} for low, high in bounds]


def test_candidates_are_called_like_the_tail_and_may_be_named_by_the_repository():
    graph, task = small()
    assert [graph.ids[graph.tail[row]] for row in task.triple] == ["a:m.run", "<external>:os.run", "b:m.run"]
    assert candidates(graph, task) == [
        {"a:m.run", "a:m.A.run", "<external>:os.run"},
        {"a:m.run", "a:m.A.run", "a:m.B.run", "<external>:os.run"},
        {"b:m.run", "<external>:os.run"},
    ]


def test_another_true_tail_is_no_wrong_answer():
    graph, task = small()
    assert "a:m.B.run" not in candidates(graph, task)[0]
    assert task.credits(Table(graph, {"a:m.B.run": 9, "a:m.run": 1}))[0] == 1


def test_who_ties_shares_the_credit():
    graph, task = small()
    assert task.credits(Constant()).tolist() == [1 / 3, 1 / 4, 1 / 2]
    assert task.credits(Table(graph, {"a:m.run": 2, "<external>:os.run": 2})).tolist() == [1 / 2, 1 / 2, 0]
    assert task.credits(Table(graph, {"a:m.stop": 5})).tolist() == [1 / 3, 1 / 4, 1 / 2]


def test_who_guesses_reaches_the_chance_level_and_who_knows_is_always_right():
    graph, task = small()
    figures = task.figures([task.credits(Constant())])
    assert figures["chance"] == pytest.approx((1 / 3 + 1 / 4 + 1 / 2) / 3)
    assert figures["accuracy"] == pytest.approx(figures["chance"])
    figures = task.figures([task.credits(Knowing(graph))])
    assert figures["accuracy"] == 1.0
    assert figures["intervals"] == {"accuracy": {"low": 1.0, "high": 1.0}}


def test_figures_by_relation_and_over_seeds():
    graph, task = small()
    seeds = [task.credits(Table(graph, {"a:m.run": 1})), task.credits(Table(graph, {"<external>:os.run": 1}))]
    figures = task.figures(seeds)
    assert figures["items"] == 3
    assert figures["candidates"] == 3
    assert list(figures["relations"]) == ["calls", "uses"]
    assert figures["relations"]["uses"]["accuracy"] == 0.5
    assert figures["relations"]["uses"]["items"] == 1
    assert figures["accuracy"] == pytest.approx(((1 + 0 + 1 / 2) / 3 + (0 + 1 + 0) / 3) / 2)
    assert figures["intervals"]["accuracy"]["low"] < figures["accuracy"] < figures["intervals"]["accuracy"]["high"]


def test_seeds_of_two_systems_can_be_compared():
    graph = random_graph(0)
    task = Disambiguation.of(graph, last_of_random(graph), np.flatnonzero(~graph.seen))
    knowing = task.measured((0, 1, 2), [task.credits(Knowing(graph))] * 3)
    guessing = task.measured((0, 1, 2), [task.credits(Chance(seed)) for seed in range(3)])
    assert compare(knowing, guessing, task.resampler).better
    assert not compare(guessing, knowing, task.resampler).better


def last_of_random(graph):
    """Few names, so that most are ambiguous."""
    return [f"n{int(id_.rpartition('f')[2] or 0) % 5}" if "m." in id_ else "n1" for id_ in graph.ids]


def naive(graph, names, system):
    """Triple by triple: the candidates that may be confused, and the credit."""
    true = {(graph.head[row], graph.relation[row], graph.tail[row]) for row in range(len(graph.head))}
    found = {}
    for row in np.flatnonzero(~graph.seen):
        head, relation, tail = graph.head[row], graph.relation[row], graph.tail[row]
        near = [
            entity
            for entity in range(len(graph.ids))
            if names[entity] == names[tail]
            and graph.repository[entity] in (-1, graph.said_in[row])
            and (entity == tail or (head, relation, entity) not in true)
        ]
        if graph.relations[relation] in MENTIONING and len(near) > 1:
            draws = system.draws[head, relation]
            best = [entity for entity in near if draws[entity] == max(draws[other] for other in near)]
            found[row] = (tail in best) / len(best)
    return found


class Coarse:
    """A few different scores for each question, so that many tie."""

    def __init__(self, graph, seed):
        shape = (len(graph.ids), len(graph.relations), len(graph.ids))
        self.draws = np.random.default_rng(seed).integers(0, 4, shape).astype(np.float32)

    def scores(self, questions, candidates):
        return self.draws[questions.known, questions.relation][:, candidates]


@given(st.integers(0, 10_000))
def test_credits_equal_those_of_one_triple_at_a_time(seed):
    graph = random_graph(seed % 7, repositories=2, each=12, outside=5, triples=60)
    system, names = Coarse(graph, seed), last_of_random(graph)
    task = Disambiguation.of(graph, names, np.flatnonzero(~graph.seen))
    found = dict(zip(task.triple.tolist(), task.credits(system).tolist(), strict=True))
    assert found == pytest.approx(naive(graph, names, system))


def test_the_order_of_the_triples_does_not_matter():
    graph = random_graph(3)
    hidden = np.flatnonzero(~graph.seen)
    one, other = (Disambiguation.of(graph, last_of_random(graph), rows) for rows in (hidden, hidden[::-1]))
    assert one.triple.tolist() == other.triple.tolist()
    assert one.candidate.tolist() == other.candidate.tolist()


def test_what_does_not_fit_is_refused():
    graph = link_graph(ENTITIES, TRIPLES)
    hidden = np.flatnonzero(~graph.seen)
    with pytest.raises(ModelError, match="1 names for 8 entities"):
        Disambiguation.of(graph, ["run"], hidden)
    with pytest.raises(ModelError, match="triple 1 is seen"):
        Disambiguation.of(graph, last(graph), np.array([0, 1]))
    with pytest.raises(ModelError, match="asked for twice"):
        Disambiguation.of(graph, last(graph), np.array([0, 0]))
    with pytest.raises(ModelError, match="rows 0 to 99 of 6 triples"):
        Disambiguation.of(graph, last(graph), np.array([0, 99]))
    with pytest.raises(ModelError, match="no hidden triple to ask for"):
        Disambiguation.of(graph, last(graph), np.array([], np.int64))
    with pytest.raises(ModelError, match="none of 1 mentions has two candidates"):
        Disambiguation.of(graph, last(graph), np.array([2]))


def test_scores_that_do_not_fit_are_refused():
    _, task = small()

    class Wide:
        def scores(self, questions, candidates):
            return np.zeros((len(questions), 99), np.float32)

    class Undefined:
        def scores(self, questions, candidates):
            return np.full((len(questions), len(candidates)), np.nan, np.float32)

    with pytest.raises(ModelError, match=r"Wide: scores of shape \(2, 99\), expected \(2, 6\)"):
        task.credits(Wide())
    with pytest.raises(ModelError, match="Undefined: scores that are not finite"):
        task.credits(Undefined())


def test_a_tail_in_another_repository_is_refused():
    graph = link_graph(ENTITIES, [("a:m.main", "calls", "b:m.run", False)])
    with pytest.raises(ModelError, match="an end in another repository"):
        Disambiguation.of(graph, last(graph), np.array([0]))
