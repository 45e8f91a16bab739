"""Link prediction: the hidden end of a triple among everything that its repository could name.

Every system is asked the same questions, offers a score for the same candidates, and is ranked by the same filter: an
answer competes with no other end that makes a true triple, whether that triple is seen or not.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.graphmer.chains.ragged import offsets_of, places
from codegraft.graphmer.evaluation.ranking import Ranked, RightAnswers, filtered_ranks
from codegraft.graphmer.linking.graph import LinkGraph, Questions, Side, System, questions_of
from codegraft.progress import track

Longs = npt.NDArray[np.int64]

_SCORES: Final = 1 << 23
"""At once: a system may hold a few numbers for each."""


class LinkPrediction:
    """Ranks what systems say to the hidden triples of a graph.

    Attributes:
        graph: whose triples are asked for.
    """

    def __init__(self, graph: LinkGraph) -> None:
        self.graph = graph
        self._truths = {side: _Truths.of(graph, side) for side in Side}

    def ranked(self, system: System, triples: Longs) -> Ranked:
        """Rank both ends of these triples.

        Args:
            system: is asked repository by repository, a part of the questions at a time.
            triples: [Q] rows, none of them seen.

        Returns:
            Arrays of [2, Q], with a row for each :class:`Side`.

        Raises:
            ModelError: there is no triple, one is seen, or the system's scores are not one finite number for each
                question and candidate.
        """
        sides = [self._ranked(system, triples, side) for side in Side]
        return Ranked(np.stack([side.rank for side in sides]), np.stack([side.size for side in sides]))

    def _ranked(self, system: System, triples: Longs, side: Side) -> Ranked:
        self._check(triples)
        ranked = Ranked(np.empty(len(triples)), np.empty(len(triples), np.int64))
        asked = track(questions_of(self.graph, triples, side), f"asking for {side.name.lower()}s", unit="repository")
        for of_repository, place in asked:
            candidates = self.graph.candidates(of_repository.repository)
            for questions, part in _parts(of_repository, max(_SCORES // len(candidates), 1)):
                found = self._answered(system, questions, candidates)
                ranked.rank[place[part]], ranked.size[place[part]] = found.rank, found.size
        return ranked

    def _answered(self, system: System, questions: Questions, candidates: Longs) -> Ranked:
        _, ends = self.graph.ends(questions.side)
        scores = system.scores(questions, candidates)
        right = self._truths[questions.side].answers_to(questions)
        try:
            return filtered_ranks(scores, candidates, ends[questions.triple], right)
        except ModelError as error:
            repository = self.graph.repositories[questions.repository]
            side = questions.side.name.lower()
            raise ModelError(f"{type(system).__name__}, asked for {side}s of {repository}: {error}") from None

    def _check(self, triples: Longs) -> None:
        if not len(triples):
            raise ModelError("link prediction: no triple to ask for; draw one at least")
        if (seen := self.graph.seen[triples]).any():
            raise ModelError(
                f"{np.count_nonzero(seen)} of {len(triples)} triples that are asked for are seen, such as row "
                f"{triples[seen.argmax()]}: they could be looked up; ask for hidden ones"
            )


@dataclass(frozen=True, eq=False)
class _Truths:
    """The ends that make a true triple of each known end and relation.

    Attributes:
        relations: how many there are.
        key: int64 [k] known end and relation as one number, ascending.
        offsets: int64 [k + 1] into ``ends``.
        ends: int64 [offsets[-1]].
    """

    relations: int
    key: Longs
    offsets: Longs
    ends: Longs

    @classmethod
    def of(cls, graph: LinkGraph, side: Side) -> "_Truths":
        """All triples, seen or not."""
        known, asked = graph.ends(side)
        relations = len(graph.relations)
        pair = np.unique(np.stack([known * relations + graph.relation, asked]), axis=1)
        key, count = np.unique(pair[0], return_counts=True)
        return cls(relations, key, offsets_of(count), pair[1])

    def answers_to(self, questions: Questions) -> RightAnswers:
        """All right ones; at least one to each question that was made of a triple."""
        place = np.searchsorted(self.key, questions.known * self.relations + questions.relation)
        return RightAnswers(offsets_of(np.diff(self.offsets)[place]), self.ends[places(self.offsets, place)])


def _parts(questions: Questions, most: int) -> Iterator[tuple[Questions, slice]]:
    """At most so many questions at a time."""
    for start in range(0, len(questions), most):
        part = slice(start, start + most)
        columns = {name: getattr(questions, name)[part] for name in ("known", "relation", "triple")}
        yield replace(questions, **columns), part
