import math
from collections import Counter

import numpy as np
import pytest

from codegraft.graphmer.evaluation.baselines import (
    BM25,
    CharacterTrigrams,
    Constant,
    RelationFrequency,
    RepositoryPopularity,
    Untrained,
    words_of,
)
from codegraft.graphmer.evaluation.link_prediction import ranks_of
from codegraft.graphmer.evaluation.ranking import chance_of, measures_of
from codegraft.graphmer.linking.graph import LinkGraph, Questions, Side, questions_of
from codegraft.graphmer.search.lexical import K1, B
from tests.graphmer.evaluation.link_graphs import link_graph, random_link_graph

SYSTEMS = {
    "relation_frequency": RelationFrequency,
    "repository_popularity": RepositoryPopularity,
    "character_trigrams": CharacterTrigrams,
    "bm25": BM25,
    "bm25_of_neighbours": lambda graph: BM25(graph, neighbours=True),
    "constant": lambda _: Constant(),
    "untrained": lambda graph: Untrained(graph, seed=0),
}

IDS = ["shop:cart.addItem", "shop:cart.add_item_twice", "shop:pay.Bill", "tool:run.main", "<builtin>:print"]


def shop() -> LinkGraph:
    return link_graph(
        IDS,
        [
            ("shop:cart.addItem", "calls", "<builtin>:print", True),
            ("shop:pay.Bill", "calls", "<builtin>:print", True),
            ("shop:pay.Bill", "calls", "shop:cart.addItem", True),
            ("shop:pay.Bill", "uses", "shop:cart.addItem", True),
            ("tool:run.main", "calls", "<builtin>:print", True),
            ("shop:cart.add_item_twice", "calls", "shop:cart.addItem", False),
            ("shop:cart.add_item_twice", "calls", "<builtin>:print", False),
        ],
    )


def answers(system, graph, side, known, relation="calls", repository="shop") -> dict[str, float]:
    """Score by id of candidate."""
    number = graph.repositories.index(repository)
    one = [np.array([value]) for value in (graph.ids.index(known), graph.relations.index(relation), -1)]
    candidates = graph.candidates(number)
    [scores] = system.scores(Questions(side, number, *one), candidates)
    return {graph.ids[row]: float(score) for row, score in zip(candidates, scores, strict=True)}


def test_relation_frequency_counts_seen_triples_of_all_repositories():
    graph = shop()
    system = RelationFrequency(graph)
    tails = answers(system, graph, Side.TAIL, "shop:cart.add_item_twice")
    assert {id_: count for id_, count in tails.items() if count} == {"<builtin>:print": 3, "shop:cart.addItem": 1}
    heads = answers(system, graph, Side.HEAD, "<builtin>:print")
    assert {id_: count for id_, count in heads.items() if count} == {"shop:cart.addItem": 1, "shop:pay.Bill": 2}
    assert answers(system, graph, Side.TAIL, "shop:pay.Bill", "uses")["shop:cart.addItem"] == 1


def test_popularity_counts_seen_triples_of_the_repository():
    graph = shop()
    system = RepositoryPopularity(graph)
    tails = answers(system, graph, Side.TAIL, "shop:cart.add_item_twice")
    assert {id_: count for id_, count in tails.items() if count} == {"<builtin>:print": 2, "shop:cart.addItem": 1}
    assert answers(system, graph, Side.TAIL, "tool:run.main", repository="tool")["<builtin>:print"] == 1


def test_character_trigrams_prefer_the_name_that_shares_most():
    graph = shop()
    scores = answers(CharacterTrigrams(graph), graph, Side.TAIL, "shop:cart.addItem")
    assert max(scores, key=scores.get) == "shop:cart.add_item_twice"
    assert scores["<builtin>:print"] == 0
    assert scores["shop:cart.addItem"] == 0, "an entity is not asked for itself"


def bm25(graph, query: Counter[str], document: str) -> float:
    words = {id_: Counter(words_of(id_)) for id_ in graph.ids}
    mean = sum(map(Counter.total, words.values())) / len(words)
    score, own = 0.0, words[document]
    for word, times in query.items():
        having = sum(word in other for other in words.values())
        rarity = math.log(1 + (len(words) - having + 0.5) / (having + 0.5))
        norm = K1 * (1 - B + B * own.total() / mean)
        score += times * rarity * own[word] * (K1 + 1) / (own[word] + norm)
    return score


@pytest.mark.parametrize("neighbours", [False, True])
def test_bm25_is_the_sum_of_its_equation_over_words(neighbours):
    graph = shop()
    system = BM25(graph, neighbours=neighbours)
    query = Counter(words_of("shop:pay.Bill"))
    if neighbours:  # each once, though two triples lead to addItem
        query += Counter(words_of("<builtin>:print")) + Counter(words_of("shop:cart.addItem"))
    for id_, score in answers(system, graph, Side.HEAD, "shop:pay.Bill").items():
        assert score == pytest.approx(0 if id_ == "shop:pay.Bill" else bm25(graph, query, id_), rel=1e-5)


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("shop:cart.addItem_2", ["shop", "cart", "add", "item", "2"]),
        ("<builtin>:HTTPServer.__init__", ["builtin", "http", "server", "init"]),
        ("r:größe.Ändern", ["r", "gr", "öß", "e", "ä", "ndern"]),
    ],
)
def test_ids_are_split_at_dots_underscores_and_humps(id_, words):
    assert words_of(id_) == words


@pytest.mark.parametrize("name", SYSTEMS)
def test_no_system_reads_a_hidden_triple(name):
    graph = random_link_graph(1)
    kept = np.flatnonzero(graph.seen)
    without = LinkGraph(
        **vars(graph)
        | {column: getattr(graph, column)[kept] for column in ("head", "tail", "relation", "said_in", "seen")}
    )
    hidden = np.flatnonzero(~graph.seen)
    systems = SYSTEMS[name](graph), SYSTEMS[name](without)
    for side in Side:
        for questions, _ in questions_of(graph, hidden, side):
            candidates = graph.candidates(questions.repository)
            scores = [system.scores(questions, candidates) for system in systems]
            assert scores[0].dtype == np.float32
            np.testing.assert_array_equal(*scores)


@pytest.mark.parametrize("name", ["constant", "untrained"])
def test_what_knows_nothing_is_no_better_than_chance(name):
    graph = random_link_graph(0, repositories=2, entities=300, triples=4000, outside=200)
    found = ranks_of(SYSTEMS[name](graph), graph, np.flatnonzero(~graph.seen))
    own, chance = measures_of(found.rank).mean(axis=(1, 2)), chance_of(found.size).mean(axis=(1, 2))
    assert (own <= 1.5 * chance).all()
