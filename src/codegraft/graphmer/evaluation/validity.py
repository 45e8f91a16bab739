"""Triple validity: how often what a system answers first could be true at all.

The first answer to a question, for either end, is the best candidate whose triple is not seen, drawn among those that
share the best score. It is valid if it breaks no rule of the ontology whose breach is a violation; rules that only warn
are counted beside. Chance is an answer drawn among all candidates, and the truth itself is judged, too: what is hidden
should break nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa

from codegraft.graphmer.evaluation.asking import refuse_unasked, scores_of
from codegraft.graphmer.evaluation.baselines import Constant
from codegraft.graphmer.evaluation.better import Measured
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.evaluation.violations import TripleRules, Triples
from codegraft.graphmer.linking.graph import Flags, Floats, KnownAnswers, LinkGraph, Longs, Side, System, questions_of
from codegraft.kg.ontology import Ontology, Rule
from codegraft.training.bootstrap import Resampler, mean_over


@dataclass(frozen=True, eq=False)
class Checked:
    """First answers of a system to 2 T questions: T for tails, T for heads.

    Attributes:
        answers: the triples they make.
        broken: by rule, bool [2 T] which answers break it.
        valid: bool [2 T] which break none whose breach is a violation.
    """

    answers: Triples
    broken: Mapping[Rule, Flags]
    valid: Flags


class Validity:
    """Judges the first answers to questions made of hidden triples.

    Args:
        graph: with the triples that may be used.
        entities: its table of entities.
        ontology: the rules.
        triples: int64 [T] rows of hidden triples.

    Raises:
        ModelError: entities or ontology are not the graph's, or a triple cannot be asked for.
    """

    def __init__(self, graph: LinkGraph, entities: pa.Table, ontology: Ontology, triples: Longs) -> None:
        refuse_unasked(graph, triples, "triple validity")
        self.graph, self.triple = graph, np.sort(triples)
        self._rules = TripleRules(graph, entities, ontology)
        self._violations = [rule for rule, demand in ontology.validation.items() if demand.severity == "violation"]

    def __len__(self) -> int:
        return len(Side) * len(self.triple)

    def check(self, system: System, seed: int = 0) -> Checked:
        """What a system answers first; ``seed`` draws among candidates that share the best score.

        Raises:
            ModelError: its scores do not fit the questions.
        """
        head, relation, tail = (ends[self.triple] for ends in (self.graph.head, self.graph.relation, self.graph.tail))
        answer = {side: self._first(system, side, np.random.default_rng([seed, side])) for side in Side}
        return self._judged(
            Triples(
                np.concatenate([head, answer[Side.HEAD]]),
                np.concatenate([relation, relation]),
                np.concatenate([answer[Side.TAIL], tail]),
            )
        )

    def measured(self, seeds: tuple[int, ...], checked: Sequence[Checked]) -> Measured:
        """Validity of a system's seeds, to be compared with another's."""
        statistics = tuple(mean_over(one.valid.astype(float), self.resampler.cluster) for one in checked)
        return Measured(np.concatenate([self.triple] * len(Side)), seeds, statistics)

    def figures(self, checked: Sequence[Checked]) -> dict[str, Any]:
        """How valid a system's first answers are, from what was found of each of its seeds.

        Returns:
            ``validity`` and ``violations`` (what is missing to one) with intervals over repositories and seeds, the
            number of ``questions``, under ``rules`` the share of answers that break each (one may break several),
            ``chance``, and ``truth``: the validity of the hidden triples.
        """
        shares = {
            "validity": [one.valid.astype(float) for one in checked],
            "violations": [(~one.valid).astype(float) for one in checked],
        }
        figures = said(
            {
                name: self.resampler.estimate([mean_over(value, self.resampler.cluster) for value in values])
                for name, values in shares.items()
            }
        )
        rules = {
            rule: float(np.mean([one.broken[rule].mean() for one in checked])) for rule in sorted(checked[0].broken)
        }
        levels = {"chance": self.chance, "truth": self.truth}
        return figures | {"questions": len(self), "rules": rules} | levels

    @cached_property
    def chance(self) -> float:
        """Validity of answers that are drawn among all candidates."""
        return float(self.check(Constant()).valid.mean())

    @cached_property
    def truth(self) -> float:
        """Validity of the hidden triples themselves."""
        columns = (self.graph.head, self.graph.relation, self.graph.tail)
        return float(self._judged(Triples(*(column[self.triple] for column in columns))).valid.mean())

    @cached_property
    def resampler(self) -> Resampler:
        """Draws repositories."""
        return Resampler(np.concatenate([self.graph.said_in[self.triple]] * len(Side)))

    def _judged(self, answers: Triples) -> Checked:
        broken = self._rules.broken(answers)
        wrong = np.any([broken[rule] for rule in self._violations if rule in broken], axis=0)
        return Checked(answers, broken, ~wrong)

    def _first(self, system: System, side: Side, generator: np.random.Generator) -> Longs:
        """[T] the entities that a system puts first."""
        seen = KnownAnswers(self.graph, np.flatnonzero(self.graph.seen), side)
        found = np.empty(len(self.triple), np.int64)
        for questions, place in questions_of(self.graph, self.triple, side):
            candidates = self.graph.candidates(questions.repository)
            for batch, asked, scores in scores_of(system, questions, candidates):
                possible = ~seen.marks(asked, candidates)
                found[place[batch]] = candidates[_best(scores, possible, generator)]
        return found


def _best(scores: Floats, possible: Flags, generator: np.random.Generator) -> Longs:
    """[Q] the column of the best possible score of each row, drawn where several share it."""
    scores = np.where(possible, scores, -np.inf)
    row, column = np.nonzero(scores == scores.max(axis=1, keepdims=True))
    first, tied = np.unique(row, return_index=True, return_counts=True)[1:]
    drawn = (generator.random(len(tied)) * tied).astype(np.int64)
    best: Longs = column[first + drawn]
    return best
