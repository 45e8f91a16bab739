"""Filtered ranks of right answers among candidates, and what is measured of them.

The rank of an answer counts the candidates that score higher, those aside that are right as well. Where others score
the same, the rank is the mean of the best and the worst place that they leave it ("realistic", as Berrendorf et al.,
2020, "On the Ambiguity of Rank-Based Evaluation of Entity Alignment or Link Prediction Methods", call it), so that
equal scores never earn a good rank: constant ones give the mean rank of a random order.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError

Longs = npt.NDArray[np.int64]
Doubles = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

CUTOFFS: Final = (1, 3, 10)

MEASURES: Final = ("mrr", *(f"hits_at_{cutoff}" for cutoff in CUTOFFS))
"""Mean reciprocal rank, and the shares of answers of rank 1, at most 3 and at most 10."""


@dataclass(frozen=True, eq=False)
class RightAnswers:
    """Every right answer to each of Q questions.

    Attributes:
        offsets: int64 [Q + 1] where the answers to each question begin, and where the last ones end.
        answers: int64 [offsets[-1]] those to one question different from each other.
    """

    offsets: Longs
    answers: Longs

    @property
    def question(self) -> Longs:
        """int64 [offsets[-1]] the question of each answer."""
        return np.repeat(np.arange(len(self.offsets) - 1), np.diff(self.offsets))


@dataclass(frozen=True, eq=False)
class Ranked:
    """Answers among the candidates that the filter leaves.

    Attributes:
        rank: float64 [Q] from 1 to ``size``; in steps of a half.
        size: int64 [Q] candidates that were ranked, the answer among them.
    """

    rank: Doubles
    size: Longs


def filtered_ranks(scores: npt.NDArray[Any], candidates: Longs, wanted: Longs, right: RightAnswers) -> Ranked:
    """Rank the wanted answer to each question among the candidates that are no other right answer to it.

    Args:
        scores: [Q, m] of floats.
        candidates: [m] ascending and different from each other.
        wanted: [Q] the answers to rank.
        right: all right answers; whether the wanted ones are among them does not matter.

    Raises:
        ModelError: there is no question, a shape does not fit, a score is not finite, or an answer is no candidate.
    """
    _check(scores, candidates, wanted, right)
    own = scores[np.arange(len(wanted)), _wanted_places(wanted, candidates)][:, None]
    place = _places(right.answers, candidates)
    other = (place >= 0) & (right.answers != wanted[right.question])
    question = right.question[other]
    others = scores[question, place[other]]

    def counted(all_scores: Flags, of_others: Flags) -> Longs:
        left: Longs = np.count_nonzero(all_scores, axis=1) - np.bincount(question[of_others], minlength=len(wanted))
        return left

    higher = counted(scores > own, others > own[question, 0])
    equal = counted(scores == own, others == own[question, 0]) - 1
    return Ranked(1 + higher + equal / 2, len(candidates) - np.bincount(question, minlength=len(wanted)))


def measures_of(rank: Doubles) -> Doubles:
    """[4, ...] the :data:`MEASURES` of each rank, of any shape; a figure is the mean of its measures."""
    return np.stack([1 / rank, *(rank <= cutoff for cutoff in CUTOFFS)]).astype(np.float64)


def chance_of(size: Longs) -> Doubles:
    """[4, ...] what :func:`measures_of` is to be expected of a random order of so many candidates, exactly."""
    harmonic = np.concatenate([[0.0], np.cumsum(1 / np.arange(1, size.max(initial=0) + 1))])
    return np.stack([harmonic[size] / size, *(np.minimum(cutoff / size, 1) for cutoff in CUTOFFS)])


def _places(entities: Longs, candidates: Longs) -> Longs:
    """The place of each entity among the candidates, -1 where it is none."""
    place = np.searchsorted(candidates, entities)
    return np.where(candidates.take(place, mode="clip") == entities, place, -1)


def _wanted_places(wanted: Longs, candidates: Longs) -> Longs:
    place = _places(wanted, candidates)
    if (place < 0).any():
        question = int((place < 0).argmax())
        raise ModelError(
            f"{np.count_nonzero(place < 0)} answers are not among the {len(candidates)} candidates, the first of them "
            f"entity {wanted[question]}, which answers question {question}; offer it, or do not ask"
        )
    return place


def _check(scores: npt.NDArray[Any], candidates: Longs, wanted: Longs, right: RightAnswers) -> None:
    if not len(wanted) or not len(candidates):
        raise ModelError(f"{len(wanted)} questions and {len(candidates)} candidates, expected one at least of each")
    if len(right.offsets) != len(wanted) + 1:
        raise ModelError(f"right answers to {len(right.offsets) - 1} questions, expected {len(wanted)}")
    if scores.shape != (len(wanted), len(candidates)):
        raise ModelError(
            f"scores of shape {list(scores.shape)}, expected [{len(wanted)}, {len(candidates)}]: "
            "one for each question and candidate"
        )
    if not np.isfinite(scores).all():
        row, column = np.argwhere(~np.isfinite(scores))[0].tolist()
        raise ModelError(f"score of question {row} and candidate {column} is {scores[row, column]}; expected a number")
