"""What every task does alike: which triples may be asked, what is true anyway, and scores that can be relied on."""

from collections.abc import Iterator
from typing import Final

import numpy as np

from codegraft.errors import ModelError
from codegraft.graphmer.linking.graph import OUTSIDE, Flags, Floats, LinkGraph, Longs, Questions, System

BATCH: Final = 256
"""Questions that a system is asked at once: with 25,000 candidates their scores take 26 MB."""


class KnownTriples:
    """Membership in a set of a graph's triples.

    Args:
        graph: whose triples they are.
        rows: of the triples in the set; all of them by default.
    """

    def __init__(self, graph: LinkGraph, rows: Longs | None = None) -> None:
        self._graph = graph
        chosen = slice(None) if rows is None else rows
        self._keys = np.unique(self._key(graph.head[chosen], graph.relation[chosen], graph.tail[chosen]))

    def has(self, head: Longs, relation: Longs, tail: Longs) -> Flags:
        """Whether each triple is in the set; the arguments are broadcast."""
        return np.isin(self._key(head, relation, tail), self._keys)

    def _key(self, head: Longs, relation: Longs, tail: Longs) -> Longs:
        key: Longs = (head * len(self._graph.relations) + relation) * len(self._graph.ids) + tail
        return key


def refuse_unasked(graph: LinkGraph, triples: Longs, task: str) -> None:
    """Nothing if these are hidden triples of the graph, each once.

    Raises:
        ModelError: there is none, a row is no triple's or stands twice, the triple is seen, or an end of it is no
            candidate.
    """
    if not len(triples):
        raise ModelError(f"{task}: no hidden triple to ask for; give rows of triples that are not seen")
    if triples.min() < 0 or triples.max() >= len(graph.head):
        raise ModelError(f"{task}: rows {triples.min()} to {triples.max()} of {len(graph.head)} triples")
    if len(np.unique(triples)) < len(triples):
        raise ModelError(f"{task}: a triple is asked for twice; give each row once")
    if graph.seen[triples].any():
        row = int(triples[np.argmax(graph.seen[triples])])
        raise ModelError(f"{task}: triple {row} is seen, so that answering it shows nothing; ask for hidden ones")
    for ends in (graph.head, graph.tail):
        repository = graph.repository[ends[triples]]
        strange = (repository != OUTSIDE) & (repository != graph.said_in[triples])
        if strange.any():
            row = int(triples[np.argmax(strange)])
            raise ModelError(f"{task}: triple {row} has an end in another repository, which is no candidate")


def scores_of(system: System, questions: Questions, candidates: Longs) -> Iterator[tuple[slice, Questions, Floats]]:
    """Batch by batch the place of the questions, they themselves, and their checked scores, [batch, m].

    Raises:
        ModelError: the system gives scores of another shape, or some that are not finite.
    """
    for place, batch in questions.chunks(BATCH):
        scores = system.scores(batch, candidates)
        name, expected = type(system).__name__, (len(batch), len(candidates))
        if scores.shape != expected:
            raise ModelError(f"{name}: scores of shape {scores.shape}, expected {expected}: questions by candidates")
        if not np.isfinite(scores).all():
            raise ModelError(f"{name}: scores that are not finite; a candidate that is out of the question scores low")
        yield place, batch, scores
