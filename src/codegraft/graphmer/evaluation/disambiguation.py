"""Disambiguation: code says a name, several entities are called that, and one of them is meant.

An item is a hidden triple whose relation stands for a mention in code. Its candidates are all entities that a triple of
its repository may name and that are called like the tail, but for other true tails of the same head and relation. The
system answers rightly as far as it puts the tail first: fully alone, by 1/k if k candidates share the best score.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np

from codegraft.errors import ModelError
from codegraft.graphmer.chains.ragged import offsets_of, spans
from codegraft.graphmer.evaluation.asking import KnownTriples, refuse_unasked, scores_of
from codegraft.graphmer.evaluation.better import Measured
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.linking.graph import Flags, LinkGraph, Longs, Side, System, questions_of
from codegraft.training.bootstrap import Floats, Resampler, mean_over

# fmt: off
MENTIONING: Final = frozenset({
    "annotated_with", "calls", "catches", "implements", "imports", "inherits_from", "instantiates", "invokes",
    "overrides", "raises", "reads_from", "returns", "uses", "writes_to",
})
# fmt: on
"""Relations that stand where code says the tail's name, unlike those of the tree of definitions and those derived."""


@dataclass(frozen=True, eq=False)
class Disambiguation:
    """n ambiguous mentions with C candidates in all.

    Attributes:
        graph: the triples are of it.
        triple: int64 [n] rows of hidden triples, by repository.
        offsets: int64 [n + 1] where the candidates of each mention begin.
        candidate: int64 [C] entities, ascending for each mention; the tail is among them.
    """

    graph: LinkGraph
    triple: Longs
    offsets: Longs
    candidate: Longs

    @classmethod
    def of(cls, graph: LinkGraph, names: Sequence[str], triples: Longs) -> "Disambiguation":
        """Those of the hidden triples that are mentions of an ambiguous name.

        Args:
            graph: with the triples that may be used.
            names: [n] last part of each entity's name, as the table of entities has it.
            triples: rows of hidden triples.

        Raises:
            ModelError: names or triples are not the graph's, a triple is seen, or none is ambiguous.
        """
        if len(names) != len(graph.ids):
            raise ModelError(f"disambiguation: {len(names)} names for {len(graph.ids)} entities; expected one for each")
        refuse_unasked(graph, triples, "disambiguation")
        mentioning = np.array([name in MENTIONING for name in graph.relations], bool)
        triples = np.sort(triples[mentioning[graph.relation[triples]]])
        triples = triples[np.argsort(graph.said_in[triples], kind="stable")]
        mention, candidate = _namesakes(graph, np.unique(np.asarray(names), return_inverse=True)[1], triples)
        counts = np.bincount(mention, minlength=len(triples))
        ambiguous = counts > 1
        if not ambiguous.any():
            raise ModelError(f"disambiguation: none of {len(triples)} mentions has two candidates; give more triples")
        return cls(graph, triples[ambiguous], offsets_of(counts[ambiguous]), candidate[ambiguous[mention]])

    def __len__(self) -> int:
        return len(self.triple)

    def credits(self, system: System) -> Floats:
        """[n] how far the system puts each tail first.

        Raises:
            ModelError: its scores do not fit the questions.
        """
        scores = self._scores(system)
        first = scores == np.repeat(np.maximum.reduceat(scores, self.offsets[:-1]), np.diff(self.offsets))
        tied = np.add.reduceat(first, self.offsets[:-1], dtype=np.int64)
        credit: Floats = first[self._is_tail] / tied
        return credit

    def measured(self, seeds: tuple[int, ...], credits: Sequence[Floats]) -> Measured:
        """Accuracies of a system's seeds, to be compared with another's."""
        statistics = tuple(mean_over(credit, self.resampler.cluster) for credit in credits)
        return Measured(self.triple, seeds, statistics)

    def figures(self, credits: Sequence[Floats]) -> dict[str, Any]:
        """Accuracy of a system from the :meth:`credits` of each of its seeds.

        Returns:
            ``accuracy`` and its interval over repositories and seeds, ``chance`` (the mean of 1 by candidates),
            ``items``, ``candidates`` (their mean number), and the same by relation under ``relations``.
        """
        everything = np.ones(len(self), bool)
        relation = self.graph.relation[self.triple]
        by_relation = {
            self.graph.relations[number]: self._figures(credits, relation == number) for number in np.unique(relation)
        }
        return self._figures(credits, everything) | {"relations": by_relation}

    @cached_property
    def resampler(self) -> Resampler:
        """Draws repositories."""
        return Resampler(self.graph.said_in[self.triple])

    def _figures(self, credits: Sequence[Floats], chosen: Flags) -> dict[str, Any]:
        cluster, counts = self.resampler.cluster[chosen], np.diff(self.offsets)[chosen]
        accuracy = self.resampler.estimate([mean_over(credit[chosen], cluster) for credit in credits])
        return said({"accuracy": accuracy}) | {
            "chance": float(np.mean(1 / counts)),
            "items": len(counts),
            "candidates": float(np.mean(counts)),
        }

    def _scores(self, system: System) -> Floats:
        """[C] what the system gives to each candidate, asked as in link prediction among all of the repository."""
        found = np.empty(len(self.candidate))
        for questions, place in questions_of(self.graph, self.triple, Side.TAIL):
            everything = self.graph.candidates(questions.repository)
            for batch, _, scores in scores_of(system, questions, everything):
                items = place[batch]
                counts = np.diff(self.offsets)[items]
                at = spans(self.offsets[items], counts)
                column = np.searchsorted(everything, self.candidate[at])
                found[at] = scores[np.repeat(np.arange(len(items)), counts), column]
        return found

    @cached_property
    def _is_tail(self) -> Flags:
        is_tail: Flags = self.candidate == np.repeat(self.graph.tail[self.triple], np.diff(self.offsets))
        return is_tail


def _namesakes(graph: LinkGraph, name: Longs, triples: Longs) -> tuple[Longs, Longs]:
    """Of triples, by repository, the place among them of each candidate's mention, ascending, and the candidate."""
    true = KnownTriples(graph)
    mentions, candidates = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for questions, place in questions_of(graph, triples, Side.TAIL):
        entities = graph.candidates(questions.repository)
        entities = entities[np.argsort(name[entities], kind="stable")]
        tail = graph.tail[questions.triple]
        low, high = (np.searchsorted(name[entities], name[tail], side=side) for side in ("left", "right"))
        row, candidate = np.repeat(np.arange(len(tail)), high - low), entities[spans(low, high - low)]
        wrong = ~true.has(questions.known[row], questions.relation[row], candidate)
        kept = wrong | (candidate == tail[row])
        mentions.append(place[row[kept]])
        candidates.append(candidate[kept])
    return np.concatenate(mentions), np.concatenate(candidates)
