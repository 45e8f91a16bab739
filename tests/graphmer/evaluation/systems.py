"""Systems that answer as a test wants, and graphs by hand."""

import numpy as np

from codegraft.graphmer.linking.graph import OUTSIDE, LinkGraph


class Table:
    """Scores of every entity, whatever is asked; 0 where nothing is said."""

    def __init__(self, graph, scores):
        self.worth = np.zeros(len(graph.ids), np.float32)
        for id_, score in scores.items():
            self.worth[graph.ids.index(id_)] = score

    def scores(self, questions, candidates):
        return np.tile(self.worth[candidates], (len(questions), 1))


class Chance:
    """Every question is answered by a draw of its own, the same one however often it is asked."""

    def __init__(self, seed=0):
        self.seed = seed

    def scores(self, questions, candidates):
        asked = np.stack([questions.known, questions.relation], 1)
        rows = [np.random.default_rng([self.seed, questions.side, *row]).random(len(candidates)) for row in asked]
        return np.array(rows, np.float32).reshape(len(questions), len(candidates))


class Knowing:
    """What is true scores 1, everything else 0."""

    def __init__(self, graph):
        self.graph = graph
        self.true = set(zip(graph.head.tolist(), graph.relation.tolist(), graph.tail.tolist(), strict=True))

    def scores(self, questions, candidates):
        def is_true(known, relation, candidate):
            ends = (candidate, known) if questions.side else (known, candidate)
            return (ends[0], relation, ends[1]) in self.true

        rows = [
            [is_true(known, relation, candidate) for candidate in candidates.tolist()]
            for known, relation in zip(questions.known.tolist(), questions.relation.tolist(), strict=True)
        ]
        return np.array(rows, np.float32).reshape(len(questions), len(candidates))


def link_graph(entities, triples, relations=None):
    """A graph of ``id: type`` and ``(head, relation, tail, seen)``; an id is ``repository:name`` or ``<...>:name``.

    Its relations are those of the triples unless told otherwise.
    """
    ids = sorted(entities)
    types = tuple(sorted(set(entities.values())))
    relations = tuple(relations or sorted({relation for _, relation, *_ in triples}))
    inside = [id_.split(":")[0] for id_ in ids if not id_.startswith("<")]
    repositories = tuple(sorted(set(inside)))
    repository = [OUTSIDE if id_.startswith("<") else repositories.index(id_.split(":")[0]) for id_ in ids]
    row = {id_: number for number, id_ in enumerate(ids)}
    head, tail = (np.array([row[triple[end]] for triple in triples], np.int64) for end in (0, 2))
    repository = np.array(repository, np.int64)
    return LinkGraph(
        ids=ids,
        types=types,
        repositories=repositories,
        relations=relations,
        type=np.array([types.index(entities[id_]) for id_ in ids], np.int64),
        repository=repository,
        file=repository,
        head=head,
        tail=tail,
        relation=np.array([relations.index(triple[1]) for triple in triples], np.int64),
        said_in=repository[head],
        seen=np.array([triple[3] for triple in triples], bool),
    )


def random_graph(seed, repositories=4, each=30, outside=15, triples=400):
    """Functions and names from outside that refer to each other at random; a third of the triples is hidden."""
    draw = np.random.default_rng(seed)
    entities = {f"r{r}:m.n{k % 7}.f{k}": "Function" for r in range(repositories) for k in range(each)}
    entities |= {f"<external>:n{k}": "API" for k in range(outside)}
    ids = sorted(entities)
    rows = set()
    while len(rows) < triples:
        repository = draw.integers(repositories)
        mine = [id_ for id_ in ids if id_.startswith((f"r{repository}:", "<"))]
        head = mine[draw.integers(len(mine))]
        if not head.startswith("<"):
            rows.add((head, ("calls", "uses")[draw.integers(2)], mine[draw.integers(len(mine))]))
    return link_graph(entities, [(*row, bool(draw.random() < 2 / 3)) for row in sorted(rows)])
