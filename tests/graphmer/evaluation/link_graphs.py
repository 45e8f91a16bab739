"""Small graphs to ask about."""

import numpy as np

from tests.graphmer.evaluation import systems

RELATIONS = ("calls", "imports", "uses")


def link_graph(entities, triples, relations=RELATIONS):
    """A graph of entities, given as ids, and of triples (head, relation, tail, seen).

    ``shop:cart`` is defined in the repository ``shop``, ``<builtin>:print`` nowhere; the head's repository says a
    triple.
    """
    return systems.link_graph(dict.fromkeys(entities, "Function"), triples, relations)


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
