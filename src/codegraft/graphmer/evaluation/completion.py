"""Completion of sets: a head and a relation are given, and the system names all tails that it believes in.

Call-graph completion asks so for ``calls``, dependency inference for ``depends_on``. A question is a head that has
hidden tails, however many; its candidates are all that its repository may name but for the tails that are known to be
true. Two levels stand beside what a system reaches: the best F1 of any set that is named for every head alike, chosen
by who knows the answers, and that of naming as many candidates as the system did, drawn at random.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.answer_sets import Answers, Threshold, best_threshold
from codegraft.graphmer.evaluation.asking import refuse_unasked, scores_of
from codegraft.graphmer.evaluation.better import Measured
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.linking.graph import Flags, KnownAnswers, LinkGraph, Longs, Questions, Side, System
from codegraft.training.bootstrap import Floats, Resampler, Statistic, share


class Found(NamedTuple):
    """What a system found, question by question.

    Attributes:
        named: int64 [Q] candidates that it named.
        hits: int64 [Q] those of them that are right.
        known_count_hits: float64 [Q] right ones among as many best candidates as there are answers.
    """

    named: Longs
    hits: Longs
    known_count_hits: Floats


@dataclass(frozen=True, eq=False)
class Completion:
    """Q heads that have H hidden tails in all.

    Attributes:
        graph: with the triples that may be used.
        relation: its number.
        head: int64 [Q] entities, by repository.
        repository: int64 [Q] ascending.
        triple: int64 [H] rows of the hidden triples.
    """

    graph: LinkGraph
    relation: int
    head: Longs
    repository: Longs
    triple: Longs

    @classmethod
    def of(cls, graph: LinkGraph, relation: str, triples: Longs) -> "Completion":
        """Questions after the tails of the hidden triples that have this relation.

        Raises:
            ModelError: the graph or the triples lack the relation, a triple is seen, or a head is a name from outside.
        """
        task = f"completion of {relation}"
        refuse_unasked(graph, triples, task)
        number = graph.relations.index(relation) if relation in graph.relations else None
        triples = np.sort(triples[graph.relation[triples] == number])
        if number is None or not len(triples):
            raise ModelError(
                f"{task}: no hidden triple has this relation; the graph's are {', '.join(graph.relations)}"
            )
        if graph.outside[graph.head[triples]].any():
            raise ModelError(f"{task}: a head is a name from outside, of which no repository tells all tails")
        asked = np.unique(np.stack([graph.said_in[triples], graph.head[triples]]), axis=1)
        return cls(graph, number, head=asked[1], repository=asked[0], triple=triples)

    def __len__(self) -> int:
        return len(self.head)

    def fit_threshold(self, system: System) -> Threshold:
        """What a system has to be sure of to name it, for the best F1 on these questions.

        Raises:
            ModelError: the scores do not fit the questions.
        """
        return best_threshold(self._answers(system), self.repositories)

    def found(self, system: System, threshold: Threshold) -> Found:
        """What a system finds by a threshold that was fitted on other repositories.

        Raises:
            ModelError: the threshold was fitted on one of these repositories, or the scores do not fit.
        """
        if shared := sorted(self.repositories & threshold.repositories):
            raise ModelError(f"the threshold was fitted on {', '.join(shared)}, which is asked about; fit it on others")
        answers = self._answers(system)
        named = threshold.names(answers)
        count, hits = (
            np.bincount(answers.question[flags], minlength=len(self)) for flags in (named, named & answers.right)
        )
        return Found(count, hits, answers.known_count_hits)

    def measured(self, seeds: tuple[int, ...], found: Sequence[Found]) -> Measured:
        """F1 of a system's seeds, to be compared with another's."""
        return Measured(self.head, seeds, tuple(self._f1(one) for one in found))

    def figures(self, found: Sequence[Found]) -> dict[str, Any]:
        """What a system reached, from what each of its seeds found.

        Returns:
            ``precision``, ``recall`` and ``f1``, micro, and ``r_precision``, for which the number of tails is told,
            each with its interval over repositories and seeds; ``questions``, ``hidden`` tails, mean number of
            ``candidates`` of a question, and of those ``named`` in all; under ``chance`` the F1 of the best
            ``constant`` set and of ``random`` naming, and the random ``r_precision``.
        """
        statistics: dict[str, list[Statistic]] = {
            "precision": [self._share(one.hits, one.named) for one in found],
            "recall": [self._share(one.hits, self.wanted) for one in found],
            "f1": [self._f1(one) for one in found],
            "r_precision": [self._share(one.known_count_hits, self.wanted) for one in found],
        }
        counts = {
            "questions": len(self),
            "hidden": len(self.triple),
            "candidates": float(self._candidates.mean()),
            "named": float(np.mean([one.named.sum() for one in found])),
        }
        figures = said({name: self.resampler.estimate(values) for name, values in statistics.items()})
        return figures | counts | {"chance": self.chance(found)}

    def chance(self, found: Sequence[Found]) -> dict[str, float]:
        """F1 of the best ``constant`` set and of ``random`` naming of as many, and the random ``r_precision``."""
        wanted = self.wanted.sum()
        odds = self.wanted / self._candidates
        random = [2 * float(one.named @ odds) / float(one.named.sum() + wanted) for one in found]
        r_precision = float(self.wanted @ odds) / float(wanted)
        return {"constant": self.constant_f1, "random": float(np.mean(random)), "r_precision": r_precision}

    @cached_property
    def constant_f1(self) -> float:
        """The best F1 of naming one set for every head, as far as its members are candidates there.

        An entity is worth naming if it is right often enough where it would be named, so the best set holds the
        entities of which that is true most often.
        """
        cost = np.zeros(len(self.graph.ids), np.int64)
        for questions, candidates in self._questions():
            cost[candidates] += self._marks(questions, candidates)[0].sum(axis=0)
        gain = np.bincount(self.graph.tail[self.triple], minlength=len(cost))
        tails = np.flatnonzero(gain)
        tails = tails[np.argsort(-gain[tails] / cost[tails], kind="stable")]
        f1 = 2 * np.cumsum(gain[tails]) / (np.cumsum(cost[tails]) + len(self.triple))
        return float(f1.max())

    @cached_property
    def wanted(self) -> Longs:
        """[Q] how many hidden tails each head has."""
        return np.bincount(self._question_of(self.triple), minlength=len(self))

    @cached_property
    def repositories(self) -> frozenset[str]:
        """Names of those that are asked about."""
        return frozenset(self.graph.repositories[number] for number in np.unique(self.repository))

    @cached_property
    def resampler(self) -> Resampler:
        """Draws repositories."""
        return Resampler(self.repository)

    @cached_property
    def _candidates(self) -> Longs:
        """[Q] how many candidates each question has."""
        return np.concatenate([self._marks(*asked)[0].sum(axis=1) for asked in self._questions()])

    def _answers(self, system: System) -> Answers:
        parts = []
        for questions, candidates in self._questions():
            for _, batch, scores in scores_of(system, questions, candidates):
                parts.append(Answers.of(scores, *self._marks(batch, candidates)))
        return Answers.joined(parts)

    def _questions(self) -> Iterator[tuple[Questions, Longs]]:
        """By repository the questions and their candidates."""
        for repository in np.unique(self.repository).tolist():
            head = self.head[self.repository == repository]
            questions = Questions(
                Side.TAIL, repository, head, np.full(len(head), self.relation), triple=np.full(len(head), -1)
            )
            yield questions, self.graph.candidates(repository)

    def _marks(self, questions: Questions, candidates: Longs) -> tuple[Flags, Flags]:
        """[q, m] what may be named and what is hidden."""
        hidden = self._asked.marks(questions, candidates)
        return hidden | ~self.graph.truth(questions, candidates), hidden

    @cached_property
    def _asked(self) -> KnownAnswers:
        return KnownAnswers(self.graph, self.triple, Side.TAIL)

    def _question_of(self, triples: Longs) -> Longs:
        order = np.argsort(self.head)
        found: Longs = order[np.searchsorted(self.head[order], self.graph.head[triples])]
        return found

    def _f1(self, found: Found) -> Statistic:
        return self._share(2 * found.hits, found.named + self.wanted)

    def _share(self, part: Longs | Floats, whole: Longs) -> Statistic:
        """Sums over questions, by repository."""
        cluster = self.resampler.cluster
        return share(np.bincount(cluster, part).astype(float), np.bincount(cluster, whole).astype(float))
