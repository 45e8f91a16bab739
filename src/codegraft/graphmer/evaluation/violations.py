"""Which rules of the ontology a single triple would break if it were added to what is seen of a graph.

Rules about the triple alone are those of the validation of whole graphs (:mod:`codegraft.kg.validate`), asked of the
triples as if they were one. Rules about triples that may not stand together are asked here, of each triple and what is
seen: two triples of one system may rule each other out, and each be possible.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphmer.chains.ragged import lengths, offsets_of, places
from codegraft.graphmer.evaluation.asking import KnownTriples
from codegraft.graphmer.linking.graph import Flags, LinkGraph, Longs
from codegraft.kg.ontology import Ontology, Rule
from codegraft.kg.rules.codes import GraphCodes
from codegraft.kg.validate import CHECKS

ALONE: Final[tuple[Rule, ...]] = ("domain_range", "irreflexivity", "override_signatures", "visibility")
"""Rules about a triple and its ends."""

BESIDE_SEEN: Final[tuple[Rule, ...]] = ("acyclicity", "antisymmetry", "functional", "multiplicity")
"""Rules about a triple and others."""


@dataclass(frozen=True, eq=False)
class Triples:
    """n triples that may be true or not, as int64 [n] rows of entities and numbers of relations."""

    head: Longs
    relation: Longs
    tail: Longs

    def __len__(self) -> int:
        return len(self.head)

    @cached_property
    def different(self) -> tuple["Triples", Longs]:
        """Each triple once, and the place there of each of the n."""
        columns, place = np.unique(np.stack([self.head, self.relation, self.tail]), axis=1, return_inverse=True)
        return Triples(*columns), place.reshape(-1)


class TripleRules:
    """The rules of an ontology, asked of triples that are not seen.

    Args:
        graph: whose seen triples are taken for true.
        entities: its table of entities.
        ontology: the rules.

    Raises:
        ModelError: the entities are not the graph's, or the ontology lacks one of its relations.
    """

    def __init__(self, graph: LinkGraph, entities: pa.Table, ontology: Ontology) -> None:
        if entities["id"].to_pylist() != graph.ids:
            raise ModelError("triple validity: the table of entities is not the graph's; build both from one graph")
        if strange := sorted(set(graph.relations) - set(ontology.relations)):
            raise ModelError(
                f"triple validity: the ontology has no relation {', '.join(strange)}; take the graph's own"
            )
        self._graph, self._entities, self._ontology = graph, entities, ontology
        self._language = entities["language"].cast(pa.string()).combine_chunks()
        self._seen = np.flatnonzero(graph.seen)

    def broken(self, triples: Triples) -> dict[Rule, Flags]:
        """By rule, [n] which triples break it."""
        different, place = triples.different
        codes = GraphCodes(self._table(different), self._entities, self._ontology)
        flags = {rule: np.zeros(len(different), bool) for rule in (*ALONE, *BESIDE_SEEN)}
        for rule in ALONE:
            flags[rule][CHECKS[rule](codes).rows] = True
        for rule, rows in self._beside_seen(different):
            flags[rule][rows] = True
        return {rule: flags[rule][place] for rule in flags}

    def _table(self, triples: Triples) -> pa.Table:
        """The columns that rules about a triple alone read; each as if the text said it, so that none is spared."""
        ids, types = pa.array(self._graph.ids), pa.array(self._graph.types)
        head, tail = (types.take(pa.array(self._graph.type[ends])) for ends in (triples.head, triples.tail))
        return pa.table(
            {
                "head": ids.take(pa.array(triples.head)),
                "relation": pa.array(self._graph.relations).take(pa.array(triples.relation)),
                "tail": ids.take(pa.array(triples.tail)),
                "head_type": head,
                "tail_type": tail,
                "language": self._language.take(pa.array(triples.head)),
                "resolution": pa.array(["exact"] * len(triples)),
            }
        )

    def _beside_seen(self, triples: Triples) -> Iterator[tuple[Rule, Longs]]:
        """Rows of triples that may not stand beside what is seen of their relation, with the rule that says so."""
        for number in np.unique(triples.relation).tolist():
            rule_of = self._ontology.relations[self._graph.relations[number]]
            rows = np.flatnonzero(triples.relation == number)
            seen = self._seen[self._graph.relation[self._seen] == number]
            head, tail = triples.head[rows], triples.tail[rows]
            if rule_of.functional:
                yield "functional", rows[np.isin(head, self._graph.head[seen])]
            if rule_of.inverse_functional:
                yield "functional", rows[np.isin(tail, self._graph.tail[seen])]
            if rule_of.antisymmetric:
                back = KnownTriples(self._graph, seen).has(tail, triples.relation[rows], head)
                yield "antisymmetry", rows[back]
            if rule_of.acyclic:
                yield "acyclicity", rows[leads_back(self._graph.head[seen], self._graph.tail[seen], head, tail)]
            yield "multiplicity", rows[self._is_one_too_many(number, seen, head)]

    def _is_one_too_many(self, relation: int, seen: Longs, head: Longs) -> Flags:
        """Whether each head has as many seen tails as its language allows."""
        tails = np.bincount(self._graph.head[seen], minlength=len(self._graph.ids))[head]
        full = np.zeros(len(head), bool)
        for language, limits in self._ontology.relations[self._graph.relations[relation]].max_tails.items():
            speaks = np.asarray(self._language.take(pa.array(head)).to_pylist()) == language
            for head_type, limit in limits.items():
                subtypes = self._ontology.subtypes({head_type})
                fits = np.array([name in subtypes for name in self._graph.types], bool)[self._graph.type[head]]
                full |= speaks & fits & (tails >= limit)
        return full


def leads_back(edge_head: Longs, edge_tail: Longs, head: Longs, tail: Longs) -> Flags:
    """Whether edges lead from ``tail`` to ``head``, so that an edge from ``head`` to ``tail`` would close a circle."""
    nodes = 1 + max(int(ends.max(initial=0)) for ends in (edge_head, edge_tail, head, tail))
    before = edge_head[np.argsort(edge_tail, kind="stable")]
    offsets = offsets_of(np.bincount(edge_tail, minlength=nodes))
    origin = np.unique(head)
    frontier = np.arange(len(origin)) * nodes + origin
    reached = frontier
    while len(frontier):
        entered = frontier % nodes
        start = np.repeat(frontier // nodes, lengths(offsets, entered))
        frontier = np.setdiff1d(start * nodes + before[places(offsets, entered)], reached)
        reached = np.union1d(reached, frontier)
    back: Flags = np.isin(np.searchsorted(origin, head) * nodes + tail, reached)
    return back
