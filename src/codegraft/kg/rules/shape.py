"""Rules about which triples may stand together."""

from collections.abc import Iterator

import numpy as np

from codegraft.kg.rules.codes import Codes, Finding, GraphCodes, Mask

PEELINGS = 64
"""Rounds of peeling before the rest is searched for circles; chains in real code are shorter."""


def acyclicity(graph: GraphCodes) -> Finding:
    """No way along an acyclic relation leads back to where it began; every triple on such a way is wrong."""
    checked, wrong = 0, [np.empty(0, np.int64)]
    for name, relation in graph.ontology.relations.items():
        if relation.acyclic:
            rows = graph.rows(name)
            checked += len(rows)
            wrong.append(rows[on_circles(graph.head[rows], graph.tail[rows])])
    rows = np.concatenate(wrong)
    return Finding(checked, rows, lambda row: _circle(graph, row, rows))


def antisymmetry(graph: GraphCodes) -> Finding:
    """Where an antisymmetric relation leads from one entity to another, it does not lead back."""
    checked, wrong = 0, [np.empty(0, np.int64)]
    for name, relation in graph.ontology.relations.items():
        if relation.antisymmetric:
            rows = graph.rows(name)
            checked += len(rows)
            # There and back is a circle, and circles are few.
            rows = rows[on_circles(graph.head[rows], graph.tail[rows])]
            head, tail = graph.head[rows], graph.tail[rows]
            back = np.isin(head * graph.nodes + tail, tail * graph.nodes + head)
            wrong.append(rows[back & (head != tail)])
    return Finding(checked, np.concatenate(wrong), lambda row: f"{graph.describe(row)}: and back")


def irreflexivity(graph: GraphCodes) -> Finding:
    """An irreflexive relation does not lead from an entity to itself."""
    flagged = np.array([graph.ontology.relations[name].irreflexive for name in graph.relations] + [False])
    checked = flagged[graph.relation]
    return Finding(int(checked.sum()), np.flatnonzero(checked & (graph.head == graph.tail)), graph.describe)


def inverse_pairs(graph: GraphCodes) -> Finding:
    """Of two relations that say the same, only the stored one is there."""
    relations = [graph.ontology.relations[name] for name in graph.relations]
    paired = np.array([relation.inverse is not None for relation in relations] + [False])
    derived = np.array([not relation.stored for relation in relations] + [False])

    def text(row: int) -> str:
        name = graph.relations[graph.relation[row]]
        return f"{graph.describe(row)}: only its inverse {graph.ontology.relations[name].inverse} is stored"

    return Finding(int(paired[graph.relation].sum()), np.flatnonzero(derived[graph.relation]), text)


def functional(graph: GraphCodes) -> Finding:
    """A functional relation gives a head one tail; an inverse functional one gives a tail one head."""
    checked, wrong = 0, [np.empty(0, np.int64)]
    for name, relation in graph.ontology.relations.items():
        rows = graph.rows(name)
        for applies, ends in ((relation.functional, graph.head), (relation.inverse_functional, graph.tail)):
            if applies:
                checked += len(rows)
                wrong.append(rows[np.bincount(ends[rows], minlength=graph.nodes)[ends[rows]] > 1])
    return Finding(checked, np.concatenate(wrong), graph.describe)


def multiplicity(graph: GraphCodes) -> Finding:
    """A head has at most as many tails as its language allows for its type."""
    checked, wrong = 0, [np.empty(0, np.int64)]
    for rows, limit in _limited(graph):
        heads = graph.head[rows]
        checked += len(rows)
        wrong.append(rows[np.bincount(heads, minlength=1)[heads] > limit])
    return Finding(checked, np.concatenate(wrong), lambda row: f"{graph.describe(row)}: one of too many")


def on_circles(head: Codes, tail: Codes) -> Mask:
    """Which edges lie on a way that leads back to its beginning; ``head`` and ``tail`` are nodes from 0."""
    edges = np.arange(len(head))
    nodes = 1 + int(max(head.max(initial=-1), tail.max(initial=-1)))
    for _ in range(PEELINGS):
        entered, left = np.zeros(nodes, bool), np.zeros(nodes, bool)
        entered[tail[edges]] = left[head[edges]] = True
        inner = entered[head[edges]] & left[tail[edges]]
        if inner.all():
            break
        edges = edges[inner]
    mask = np.zeros(len(head), bool)
    if len(edges):
        mask[edges] = _inside_components(head[edges], tail[edges])
    return mask


def _inside_components(head: Codes, tail: Codes) -> Mask:
    """Which edges stay within a strongly connected component: those that lie on circles."""
    # SciPy takes 0.15 s to import, a good part of a whole build, and graphs without a circle need none of it.
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    names, ends = np.unique(np.concatenate([head, tail]), return_inverse=True)
    head, tail = np.split(ends, 2)
    matrix = coo_array((np.ones(len(head)), (head, tail)), shape=(len(names), len(names)))
    _, component = connected_components(matrix, connection="strong")
    inside: Mask = component[head] == component[tail]
    return inside


def _limited(graph: GraphCodes) -> Iterator[tuple[Codes, int]]:
    """Rows of triples that share a limit on the tails of a head, and that limit."""
    for name, relation in graph.ontology.relations.items():
        for language, limits in relation.max_tails.items():
            rows = graph.in_language(graph.rows(name), language)
            for head_type, limit in limits.items():
                fits = graph.type_mask(graph.ontology.subtypes({head_type}))
                yield rows[fits[graph.head_type[rows]]], limit


def _circle(graph: GraphCodes, row: int, rows: Codes) -> str:
    """A shortest way back through a triple, told from its smallest id on so that it reads the same from any triple."""
    rows = rows[graph.relation[rows] == graph.relation[row]]
    way = _way(graph.head[rows], graph.tail[rows], int(graph.tail[row]), int(graph.head[row]))
    last = dict(zip(graph.head[rows].tolist(), rows.tolist(), strict=True))
    ids = [str(graph.triples["head"][last[node]]) for node in way]
    first = ids.index(min(ids))
    name = graph.relations[graph.relation[row]]
    return f" {name} ".join([*ids[first:], *ids[:first], ids[first]])


def _way(head: Codes, tail: Codes, source: int, target: int) -> list[int]:
    """The nodes of a shortest way from ``source`` to ``target``, breadth first."""
    following: dict[int, list[int]] = {}
    for here, there in zip(head.tolist(), tail.tolist(), strict=True):
        following.setdefault(here, []).append(there)
    before, queue = {source: source}, [source]
    for node in queue:
        for there in following[node]:
            if there not in before:
                before[there] = node
                queue.append(there)
    way = [target]
    while way[-1] != source:
        way.append(before[way[-1]])
    return way[::-1]
