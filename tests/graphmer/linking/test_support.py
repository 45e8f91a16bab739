"""What supports an answer is seen, is another triple, and says what it is said to say."""

import math

import numpy as np
import pytest

from codegraft.graphmer.linking.graph import OUTSIDE, LinkGraph
from codegraft.graphmer.linking.support import Supports, Why
from tests.graphmer.linking.codes import ontology, own_of, write

TYPES = ("Class", "File", "Function", "Method", "Module")


def random_graph(seed):
    """Forty entities in five files, among them a module for each file, and 300 triples."""
    generator = np.random.default_rng(seed)
    n, files, triples = 40, 5, 300
    type_ = generator.integers(0, len(TYPES) - 1, n)
    type_[:files] = TYPES.index("Module")
    file = generator.integers(OUTSIDE, files, n)
    file[:files] = np.arange(files)
    rows = np.unique(np.stack([generator.integers(0, high, triples) for high in (n, 4, n)]), axis=1)
    return LinkGraph(
        ids=[f"e{number}" for number in range(n)],
        types=TYPES,
        repositories=("r",),
        relations=("calls", "contains", "imports", "uses"),
        type=type_,
        repository=np.where(file == OUTSIDE, OUTSIDE, 0),
        file=file,
        head=rows[0],
        tail=rows[2],
        relation=rows[1],
        said_in=np.zeros(rows.shape[1], np.int64),
        seen=generator.random(rows.shape[1]) < 0.7,
    )


def triples(graph):
    """Row -> (head, relation, tail) of what is seen."""
    rows = np.flatnonzero(graph.seen).tolist()
    return {row: (int(graph.head[row]), int(graph.relation[row]), int(graph.tail[row])) for row in rows}


def owner(graph, entity):
    contains = graph.relations.index("contains")
    owners = [h for h, r, t in triples(graph).values() if (r, t) == (contains, entity) and graph.type[h] == 0]
    return owners[-1] if owners else None


def shared(places, one, other):
    return places(one) is not None and places(one) == places(other)


def in_common(graph, head, other):
    said = list(triples(graph).values())
    both = {(r, t) for h, r, t in said if h == head} & {(r, t) for h, r, t in said if h == other}
    return sum(1 / math.log2(2 + sum((r, t) == pair for _, r, t in said)) for pair in both)


def oracle(graph, head, relation, tail, most):
    """The same by looking at every triple."""

    def file_of(entity):
        return None if graph.file[entity] == OUTSIDE else graph.file[entity]

    def class_of(entity):
        return owner(graph, entity)

    said, heads, tails, imports = triples(graph), [], [], []
    for row, (h, r, t) in said.items():
        if (r, t) == (relation, tail) and h != head:
            near, common = shared(file_of, head, h), in_common(graph, head, h)
            same_class = shared(class_of, head, h)
            why = Why.SAME_CLASS if same_class else Why.SAME_FILE if near else Why.ALIKE
            heads.append((-(0.1 + common) * (2 if near else 1), row, why, near or common > 0))
        if (h, r) == (head, relation) and t != tail and shared(file_of, tail, t):
            tails.append((not shared(class_of, tail, t), row))
        modules = [file_of(head), file_of(tail)]
        if [h, graph.relations[r], t] == [modules[0], "imports", modules[1]] and [h, t] != [head, tail]:
            imports.append(row)
    found = [(row, why) for _, row, why, tells in sorted(heads)[:most] if tells]
    found += [(row, Why.BESIDE) for _, row in sorted(tails)[:most]]
    return (found + [(row, Why.IMPORT) for row in imports])[:most]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("most", [1, 3, 50])
def test_support_is_what_a_look_at_every_triple_finds(seed, most):
    graph = random_graph(seed)
    supports = Supports(graph)
    generator = np.random.default_rng(seed)
    for _ in range(8):
        head, relation, tail = (int(generator.integers(high)) for high in (40, 4, 40))
        assert [tuple(support) for support in supports.of(head, relation, tail, most)] == oracle(
            graph, head, relation, tail, most
        )


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None)


def said(own, head, relation, tail, most=3):
    links = own.links()
    rows = (links.ids.index(head), links.relations.index(relation), links.ids.index(tail))
    return [
        (links.ids[links.head[row]], links.ids[links.tail[row]], why)
        for row, why in Supports(links).of(*rows, most=most)
    ]


def test_a_sibling_that_does_the_same_speaks_first(own):
    found = said(own, "mine:shop.till.Till.reload", "calls", "mine:shop.prices.add_tax", most=9)
    assert ("mine:shop.till.Till.change", "mine:shop.prices.add_tax", Why.SAME_CLASS) in found[:2]
    assert found[-1] == ("mine:shop.till", "mine:shop.prices", Why.IMPORT)
    beside = ("mine:shop.till.Till.reload", "mine:shop.prices.parse_prices", Why.BESIDE)
    assert found.index(beside) < len(found) - 1


def test_what_nothing_speaks_for_has_no_support(own):
    assert said(own, "mine:shop.prices.parse_prices", "calls", "mine:shop.report.daily") == []


def test_what_is_hidden_supports_nothing(own):
    links = own.links(np.zeros(len(own.graph.triples), bool))
    assert Supports(links).of(0, 0, 1) == []
    assert ontology().stored == links.relations
