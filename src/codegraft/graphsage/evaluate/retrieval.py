"""Whether programs that solve the same problem are the most alike.

MAP@R as "A Metric Learning Reality Check" (https://arxiv.org/abs/2003.08505) defines it: with R other programs of a
program's problem, the average precision among the R that are most alike to it.
"""

from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.training.bootstrap import Floats, Statistic, mean_of_clusters, mean_over

_QUERIES: Final = 512


def map_at_r(vectors: Floats, problem: npt.NDArray[np.int64], seed: int = 0) -> Statistic:
    """Mean, over programs that have company, of average precision at R by cosine.

    All programs are asked for, whatever was drawn; only the weight of a question is that of its problem.

    Args:
        vectors: [n, d]; a vector of zeros is like nothing.
        problem: int64 [n].
        seed: of the order in which equally similar programs come.
    """
    order = np.random.default_rng(seed).permutation(len(problem))
    return _over_problems(_precisions(vectors[order], problem[order]), problem[order])


def random_map_at_r(problem: npt.NDArray[np.int64]) -> Statistic:
    """What :func:`map_at_r` expects of similarities that are drawn at random.

    Place i is relevant with probability R / N, and each of the i - 1 before it then with (R - 1) / (N - 1).
    """
    others = len(problem) - 1
    expected = np.full(len(problem), np.nan)
    for row, r in enumerate(np.bincount(problem)[problem] - 1):
        place = np.arange(1, r + 1)
        if r:
            before = (place - 1) * (r - 1) / max(others - 1, 1)
            expected[row] = ((r / others) * (1 + before) / place).mean()
    return _over_problems(expected, problem)


def _precisions(vectors: Floats, problem: npt.NDArray[np.int64]) -> Floats:
    """[n] average precision at R of each program, NaN of one without company."""
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    unit = vectors / np.where(length == 0.0, 1.0, length)
    relevant = np.bincount(problem)[problem] - 1
    place = np.arange(1, relevant.max(initial=0) + 1)
    precision = np.full(len(problem), np.nan)
    for start in range(0, len(problem), _QUERIES):
        rows = np.arange(start, min(start + _QUERIES, len(problem)))
        alike = unit[rows] @ unit.T
        alike[np.arange(len(rows)), rows] = -np.inf
        nearest = np.argsort(-alike, axis=1, kind="stable")[:, : len(place)]
        hit = (problem[nearest] == problem[rows, None]) & (place <= relevant[rows, None])
        found = (hit * np.cumsum(hit, axis=1) / place).sum(axis=1)
        asked = relevant[rows] > 0
        precision[rows[asked]] = found[asked] / relevant[rows[asked]]
    return precision


def _over_problems(precision: Floats, problem: npt.NDArray[np.int64]) -> Statistic:
    asked = ~np.isnan(precision)
    return mean_over(precision[asked], problem[asked]) if asked.any() else mean_of_clusters(np.empty(0))
