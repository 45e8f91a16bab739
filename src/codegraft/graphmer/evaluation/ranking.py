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
class Ranked:
    """Answers among the candidates that the filter leaves.

    Attributes:
        rank: float64 [Q] from 1 to ``size``; in steps of a half.
        size: int64 [Q] candidates that were ranked, the answer among them.
    """

    rank: Doubles
    size: Longs


def filtered_ranks(scores: npt.NDArray[Any], answer: Longs, right: Flags) -> Ranked:
    """Rank an answer to each question among the candidates that are no other right answer to it.

    Args:
        scores: [Q, m] of floats, one for each question and candidate.
        answer: [Q] which candidate is ranked.
        right: [Q, m] which candidates are right; whether the ranked one is among them does not matter.

    Raises:
        ModelError: there is no question, a shape does not fit, a score is not finite, or an answer is no candidate.
    """
    _check(scores, answer, right)
    question = np.arange(len(answer))
    own, rival = scores[question, answer][:, None], ~right
    rival[question, answer] = False
    higher = np.count_nonzero(rival & (scores > own), axis=1)
    equal = np.count_nonzero(rival & (scores == own), axis=1)
    return Ranked(1 + higher + equal / 2, 1 + np.count_nonzero(rival, axis=1))


def measures_of(rank: Doubles) -> Doubles:
    """[4, ...] the :data:`MEASURES` of each rank, of any shape; a figure is the mean of its measures."""
    return np.stack([1 / rank, *(rank <= cutoff for cutoff in CUTOFFS)]).astype(np.float64)


def chance_of(size: Longs) -> Doubles:
    """[4, ...] what :func:`measures_of` is to be expected of a random order of so many candidates, exactly."""
    harmonic = np.concatenate([[0.0], np.cumsum(1 / np.arange(1, size.max(initial=0) + 1))])
    return np.stack([harmonic[size] / size, *(np.minimum(cutoff / size, 1) for cutoff in CUTOFFS)])


def _check(scores: npt.NDArray[Any], answer: Longs, right: Flags) -> None:
    if not right.size or scores.shape != right.shape or len(answer) != len(right):
        raise ModelError(
            f"scores of shape {list(scores.shape)} for {len(answer)} answers; expected {list(right.shape)}: one for "
            "each question and candidate, and one question and candidate at least"
        )
    if ((answer < 0) | (answer >= right.shape[1])).any():
        raise ModelError(f"answers {answer.min()} to {answer.max()}; expected places of {right.shape[1]} candidates")
    if not np.isfinite(scores).all():
        row, column = np.argwhere(~np.isfinite(scores))[0].tolist()
        raise ModelError(f"score of question {row} and candidate {column} is {scores[row, column]}; expected a number")
