"""Small graphs to ask about."""

import numpy as np

from codegraft.graphmer.linking.graph import OUTSIDE, LinkGraph

RELATIONS = ("calls", "imports", "uses")


def link_graph(entities, triples, relations=RELATIONS):
    """A graph of entities, given as ids, and of triples (head, relation, tail, seen).

    ``shop:cart`` is defined in the repository ``shop``, ``<builtin>:print`` nowhere; the head's repository says a
    triple.
    """
    ids = sorted(entities)
    homes = [id_.partition(":")[0] for id_ in ids]
    repositories = sorted({home for home in homes if not home.startswith("<")})
    repository = np.array([OUTSIDE if home.startswith("<") else repositories.index(home) for home in homes])
    head, tail = (np.array([ids.index(triple[end]) for triple in triples], np.int64) for end in (0, 2))
    return LinkGraph(
        ids=ids,
        types=("Function",),
        repositories=tuple(repositories),
        relations=tuple(relations),
        type=np.zeros(len(ids), np.int64),
        repository=repository,
        file=repository,
        head=head,
        tail=tail,
        relation=np.array([relations.index(triple[1]) for triple in triples], np.int64),
        said_in=repository[head],
        seen=np.array([triple[3] for triple in triples], bool),
    )


def random_link_graph(seed, repositories=3, entities=8, triples=60, outside=4):
    """Triples within repositories and to names from outside, half of them seen."""
    generator = np.random.default_rng(seed)
    own = {f"r{number}": [f"r{number}:e{i}" for i in range(entities)] for number in range(repositories)}
    names = [f"<library>:n{i}" for i in range(outside)]
    said = set()
    for _ in range(triples):
        mine = own[f"r{generator.integers(repositories)}"]
        said.add((generator.choice(mine), str(generator.choice(RELATIONS)), generator.choice(mine + names)))
    drawn = [(*map(str, triple), bool(generator.integers(2))) for triple in sorted(said)]
    return link_graph([*names, *(id_ for ids in own.values() for id_ in ids)], drawn)
