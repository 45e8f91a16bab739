"""Code search: of all functions of repositories that nobody has seen, the one that a documentation was written for.

A query is the first paragraph of a function's documentation; the pool are all functions that have one, without it. Of
functions with the same documentation each is right. The figure is the reciprocal of the rank of the first right
function, nothing below rank 10 (MRR@10), in expectation over all orders of what a system scores alike: a system that
scores all alike gets what chance gives, and no order of rows helps.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError

CUT: Final = 10
"""Ranks that count."""

Floats = npt.NDArray[np.floating[Any]]
Longs = npt.NDArray[np.int64]

Estimator = Callable[[Sequence[Floats]], Mapping[str, float | None]]
"""Values of a figure, [Q] one a query, for each seed, to its mean and the ends of its interval."""


@dataclass(frozen=True, eq=False)
class SearchTask:
    """n functions, each asked for by its documentation.

    Attributes:
        answer: int64 [n] functions with the same documentation have the same number.
        repository: [n] of each function; intervals resample these.
    """

    answer: Longs
    repository: Sequence[str]

    @classmethod
    def of(cls, documentation: Sequence[str], repository: Sequence[str]) -> "SearchTask":
        """The task of these functions.

        Raises:
            ModelError: there are fewer than two different documentations, so that nothing is asked.
        """
        texts, answer = np.unique(np.asarray(documentation, dtype=np.str_), return_inverse=True)
        if len(texts) < 2:
            raise ModelError(
                f"code search: {len(documentation)} documented functions with {len(texts)} different texts, expected "
                "two at least; hold out repositories with documentation"
            )
        return cls(answer.astype(np.int64), repository)

    def __len__(self) -> int:
        return len(self.answer)

    def figures(self, scores: Sequence[Floats], estimator: Estimator) -> dict[str, float | None]:
        """MRR@10 of a system with its interval.

        Args:
            scores: [n, n] of each seed: query i, function j.
            estimator: of the house's bootstrap, over the repositories of this task.

        Raises:
            ModelError: the scores are not of this task, or not finite.
        """
        return dict(estimator([self.reciprocal_ranks(of_seed) for of_seed in scores]))

    def reciprocal_ranks(self, scores: Floats) -> Floats:
        """float64 [n] of each query, as :func:`expected_reciprocal_rank`.

        Args:
            scores: [n, n] finite: query i, function j.

        Raises:
            ModelError: the scores have another shape, or are not finite.
        """
        if scores.shape != (len(self), len(self)):
            raise ModelError(f"code search: scores of shape {scores.shape}, expected {(len(self), len(self))}")
        if not np.isfinite(scores).all():
            raise ModelError("code search: scores that are not finite numbers; a query without words scores all alike")
        right = self.answer[:, None] == self.answer
        best = np.where(right, scores, -np.inf).max(axis=1, keepdims=True)
        above, level = (scores > best).sum(axis=1), scores == best
        counts = np.stack([above, level.sum(axis=1), (level & right).sum(axis=1)], axis=1)
        distinct, place = np.unique(counts, axis=0, return_inverse=True)
        return np.array([expected_reciprocal_rank(*row) for row in distinct.tolist()])[place.ravel()]

    def chance(self) -> float:
        """MRR@10 of a system that knows nothing, exactly."""
        rights = np.bincount(self.answer)[self.answer]
        return float(np.mean([expected_reciprocal_rank(0, len(self), right) for right in rights.tolist()]))


def expected_reciprocal_rank(above: int, level: int, right: int) -> float:
    """1 / rank of the first right one, 0 below rank :data:`CUT`, over all orders of those with one score.

    With r right ones among t, the first is at place x with probability r / (t - x + 1) if none was before it.

    Args:
        above: how many score higher than the best right one.
        level: how many score as high, itself included.
        right: how many of these are right, one at least.
    """
    expected, none_before = 0.0, 1.0
    for place in range(1, min(level - right + 1, CUT - above) + 1):
        found = right / (level - place + 1)
        expected += none_before * found / (above + place)
        none_before *= 1.0 - found
    return expected
