import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.answer_sets import Threshold
from codegraft.graphmer.evaluation.baselines import Constant, Untrained
from codegraft.graphmer.evaluation.better import compare
from codegraft.graphmer.evaluation.completion import Completion, Found
from tests.graphmer.evaluation.systems import Chance, Knowing, Table, link_graph, random_graph

ENTITIES = {f"a:{name}": "Function" for name in "fghij"} | {f"b:{name}": "Function" for name in "xyz"}
ENTITIES |= {"<library>:numpy": "Library"}
TRIPLES = [
    ("a:f", "calls", "a:g", False),
    ("a:f", "calls", "a:h", False),
    ("a:f", "calls", "a:i", True),
    ("a:g", "calls", "a:h", False),
    ("b:x", "calls", "b:y", False),
    ("b:x", "calls", "b:z", True),
    ("b:y", "uses", "b:z", False),
]
BEFORE = frozenset({"validation"})


def small():
    graph = link_graph(ENTITIES, TRIPLES)
    return graph, Completion.of(graph, "calls", np.flatnonzero(~graph.seen))


def naming(least):
    return Threshold("score", least, 0.0, BEFORE)


def test_a_head_is_asked_once_for_all_its_hidden_tails():
    graph, task = small()
    assert [graph.ids[head] for head in task.head] == ["a:f", "a:g", "b:x"]
    assert task.wanted.tolist() == [2, 1, 1]


def test_what_is_named_and_right_is_counted_and_what_is_known_is_no_candidate():
    graph, task = small()
    found = task.found(Table(graph, {"a:g": 3, "a:h": 2, "a:i": 4, "b:z": 5}), naming(2))
    # a:i and b:z are known of a:f and b:x; a:g has them before it.
    assert found.named.tolist() == [2, 3, 0]
    assert found.hits.tolist() == [2, 1, 0]
    assert found.known_count_hits.tolist() == pytest.approx([2, 0, 1 / 3])
    figures = task.figures([found])
    assert figures["precision"] == pytest.approx(3 / 5)
    assert figures["recall"] == pytest.approx(3 / 4)
    assert figures["f1"] == pytest.approx(6 / 9)
    assert figures["r_precision"] == pytest.approx((2 + 1 / 3) / 4)
    assert (figures["questions"], figures["hidden"], figures["named"]) == (3, 4, 5.0)
    assert figures["candidates"] == pytest.approx((5 + 6 + 3) / 3)


def test_chance_levels():
    _, task = small()
    found = Found(named=np.array([2, 3, 0]), hits=np.array([2, 1, 0]), known_count_hits=np.zeros(3))
    chance = task.chance([found])
    expected_hits = 2 * 2 / 5 + 3 * 1 / 6
    assert chance["random"] == pytest.approx(2 * expected_hits / (5 + 4))
    assert chance["r_precision"] == pytest.approx((2 * 2 / 5 + 1 / 6 + 1 / 3) / 4)
    # a:h is right of both heads of a, a:g of one, b:y of the only head of b: 4 hits of 5 named, 4 wanted.
    assert chance["constant"] == pytest.approx(8 / 9)


@pytest.mark.parametrize("seed", range(8))
def test_no_constant_set_does_better_than_the_one_that_stands_for_chance(seed):
    graph = random_graph(seed, repositories=2, each=5, outside=2, triples=40)
    task = Completion.of(graph, "calls", np.flatnonzero(~graph.seen))
    draw = np.random.default_rng(seed)
    tails = np.unique(graph.tail[task.triple])
    best = 0.0
    for _ in range(60):
        chosen = {graph.ids[entity]: 1 for entity in tails[draw.random(len(tails)) < draw.random()]}
        best = max(best, task.figures([task.found(Table(graph, chosen), naming(1))])["f1"])
    assert best <= task.constant_f1 + 1e-9


@pytest.mark.parametrize("seed", range(3))
def test_random_naming_reaches_what_chance_says(seed):
    graph = random_graph(seed, each=20, triples=700)
    task = Completion.of(graph, "calls", np.flatnonzero(~graph.seen))
    found = [task.found(Chance(draw), naming(0.7)) for draw in range(40)]
    figures = task.figures(found)
    assert figures["f1"] == pytest.approx(figures["chance"]["random"], rel=0.1)
    assert figures["r_precision"] == pytest.approx(figures["chance"]["r_precision"], rel=0.2)


def halves(graph):
    hidden = np.flatnonzero(~graph.seen)
    early = np.isin(graph.said_in[hidden], [0, 1])
    return Completion.of(graph, "calls", hidden[early]), Completion.of(graph, "calls", hidden[~early])


def test_who_knows_finds_everything_by_a_threshold_from_other_repositories():
    graph = random_graph(1)
    validation, test = halves(graph)
    system = Knowing(graph)
    threshold = validation.fit_threshold(system)
    assert threshold.f1 == 1.0
    assert threshold.repositories == {"r0", "r1"}
    figures = test.figures([test.found(system, threshold)])
    assert figures["f1"] == 1.0
    assert figures["intervals"]["f1"] == {"low": 1.0, "high": 1.0}
    assert figures["r_precision"] == 1.0


@pytest.mark.parametrize("system", [Constant(), Chance(), "untrained"])
def test_who_knows_nothing_is_no_better_than_a_constant_set(system):
    graph = random_graph(1)
    validation, test = halves(graph)
    system = Untrained(graph, 0) if system == "untrained" else system
    figures = test.figures([test.found(system, validation.fit_threshold(system))])
    assert figures["f1"] < figures["chance"]["constant"]


def test_a_threshold_is_never_fitted_on_what_is_asked():
    graph = random_graph(1)
    _, test = halves(graph)
    with pytest.raises(ModelError, match="fitted on r2, r3, which is asked about"):
        test.found(Chance(), test.fit_threshold(Chance()))


def test_seeds_of_two_systems_can_be_compared():
    graph = random_graph(1)
    _, test = halves(graph)
    threshold = Threshold("score", 0.5, 0.0, BEFORE)
    knowing = test.measured((0, 1, 2), [test.found(Knowing(graph), threshold)] * 3)
    guessing = test.measured((0, 1, 2), [test.found(Chance(seed), threshold) for seed in range(3)])
    assert compare(knowing, guessing, test.resampler).better


def naive(graph, relation, system, least):
    """Pair by pair: named, hits and hidden."""
    number = graph.relations.index(relation)
    triples = [row for row in range(len(graph.head)) if graph.relation[row] == number]
    counts = np.zeros(3, int)
    for head in sorted({int(graph.head[row]) for row in triples if not graph.seen[row]}):
        hidden = {int(graph.tail[row]) for row in triples if graph.head[row] == head and not graph.seen[row]}
        seen = {int(graph.tail[row]) for row in triples if graph.head[row] == head and graph.seen[row]}
        near = [e for e in range(len(graph.ids)) if graph.repository[e] in (-1, graph.repository[head])]
        named = {e for e in near if e not in seen and system.worth[e] >= least}
        counts += [len(named), len(named & hidden), len(hidden)]
    return counts.tolist()


@given(st.integers(0, 10_000))
def test_counts_equal_those_of_one_pair_at_a_time(seed):
    graph = random_graph(seed % 50, repositories=2, each=8, outside=3, triples=60)
    system = Table(graph, dict(zip(graph.ids, np.random.default_rng(seed).integers(0, 3, len(graph.ids)), strict=True)))
    task = Completion.of(graph, "uses", np.flatnonzero(~graph.seen))
    found = task.found(system, naming(2))
    assert [found.named.sum(), found.hits.sum(), task.wanted.sum()] == naive(graph, "uses", system, 2)


def test_what_does_not_fit_is_refused():
    graph = link_graph({**ENTITIES, "<external>:q": "API"}, [*TRIPLES, ("a:f", "uses", "<external>:q", False)])
    hidden = np.flatnonzero(~graph.seen)
    with pytest.raises(ModelError, match="completion of depends_on: no hidden triple has this relation; the graph's"):
        Completion.of(graph, "depends_on", hidden)
    with pytest.raises(ModelError, match="triple 2 is seen"):
        Completion.of(graph, "calls", np.arange(4))
    with pytest.raises(ModelError, match="no hidden triple to ask for"):
        Completion.of(graph, "calls", np.array([], np.int64))


def test_a_head_from_outside_is_refused():
    graph = link_graph(ENTITIES, TRIPLES)
    outside = graph.ids.index("<library>:numpy")
    graph.head[0] = outside
    with pytest.raises(ModelError, match="a head is a name from outside"):
        Completion.of(graph, "calls", np.array([0]))
