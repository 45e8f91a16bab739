"""Whether right programs score above wrong ones: over all, within a problem, and when one of k is to be chosen.

Each function prepares a :data:`~codegraft.training.bootstrap.Statistic`. Equal scores always count half, or
are broken at random in expectation, never by the order of rows. Shapes: ``scores`` float [n], finite; ``right`` bool
[n]; ``problem`` int64 [n].
"""

from math import comb
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.training.bootstrap import Floats, Statistic, mean_of_clusters, mean_over, ratio, share

Flags = npt.NDArray[np.bool_]
Codes = npt.NDArray[np.int64]


def auroc(scores: Floats, right: Flags, problem: Codes) -> Statistic:
    """Probability that a right program scores above a wrong one, whatever their problems. NaN without both."""
    ties = _ties(scores, right, problem)

    def statistic(counts: Floats) -> Floats:
        passed, failed = ties.weights(counts)
        below = np.cumsum(failed, axis=1) - failed
        return ratio((passed * (below + failed / 2)).sum(axis=1), passed.sum(axis=1) * failed.sum(axis=1))

    return statistic


def auprc(scores: Floats, right: Flags, problem: Codes) -> Statistic:
    """Average precision: the mean, over right programs, of the share that is right from there upwards."""
    ties = _ties(scores, right, problem)

    def statistic(counts: Floats) -> Floats:
        passed, failed = (weights[:, ::-1] for weights in ties.weights(counts))
        found = np.cumsum(passed, axis=1)
        precision = ratio(found, found + np.cumsum(failed, axis=1))
        return ratio(np.nansum(passed * precision, axis=1), passed.sum(axis=1))

    return statistic


def within_problem_auroc(scores: Floats, right: Flags, problem: Codes) -> Statistic:
    """AUROC of each problem that has right and wrong programs, and the mean of these: every problem weighs the same."""
    return mean_of_clusters(ratio(*problem_pairs(scores, right, problem)))


def pair_accuracy(scores: Floats, right: Flags, problem: Codes) -> Statistic:
    """Share of pairs of a right and a wrong program of one problem that are in order: every pair weighs the same."""
    return share(*problem_pairs(scores, right, problem))


def given_pairs_accuracy(scores: Floats, pairs: Codes, problem: Codes) -> Statistic:
    """Share of given pairs, [m, 2] rows of a right and a wrong program of one problem, that are in order."""
    better, worse = scores[pairs[:, 0]], scores[pairs[:, 1]]
    return mean_over((better > worse) + (better == worse) / 2, problem[pairs[:, 0]])


def problem_pairs(scores: Floats, right: Flags, problem: Codes) -> tuple[Floats, Floats]:
    """For each problem, pairs of a right and a wrong program that are in order (equal ones half), and all pairs."""
    order = np.lexsort((scores, problem))
    scores, right, problem = scores[order], right[order], problem[order]
    problems = int(problem[-1]) + 1 if len(problem) else 0
    first = np.flatnonzero((np.diff(scores, prepend=np.nan) != 0) | (np.diff(problem, prepend=-1) != 0))
    passed, failed = (np.add.reduceat(flags.astype(float), first) for flags in (right, ~right))
    of = problem[first]
    all_passed, all_failed = (np.bincount(of, counts, problems).astype(float) for counts in (passed, failed))
    below = np.cumsum(failed) - failed - (np.cumsum(all_failed) - all_failed)[of]
    return np.bincount(of, passed * (below + failed / 2), problems).astype(float), all_passed * all_failed


class Choice(NamedTuple):
    """Share of problems solved by one of k candidates: the one of highest score, any, or a right one if there is."""

    reranked: Statistic
    random: Statistic
    oracle: Statistic


def pass_at_1(scores: Floats, right: Flags, problem: Codes, k: int) -> Choice:
    """What choosing one of ``k`` candidates by score is worth, over problems with at least ``k`` programs.

    Exactly the mean over all sets of ``k`` programs of a problem: no set is drawn.
    """
    table = np.full((int(problem.max(initial=-1)) + 1, 3), np.nan)
    order = np.argsort(problem, kind="stable")
    for rows in np.split(order, np.flatnonzero(np.diff(problem[order])) + 1):
        if len(rows) >= k:
            table[problem[rows[0]]] = _choices(scores[rows], right[rows], k)
    return Choice(*map(mean_of_clusters, table.T))


def _choices(scores: Floats, right: Flags, k: int) -> tuple[float, float, float]:
    """One problem's :class:`Choice`.

    The best of k has a score s where the k are among those up to s, but not all below s; among equals it is any.
    """
    values, group = np.unique(scores, return_inverse=True)
    size, passed = np.bincount(group), np.bincount(group, right)
    sets, upto, below, reranked = comb(len(scores), k), 0, 0, 0.0
    for place in range(len(values)):
        upto += int(size[place])
        reranked += (comb(upto, k) - comb(below, k)) / sets * float(passed[place] / size[place])
        below = upto
    wrong = int((~right).sum())
    return reranked, float(right.mean()), 1.0 - comb(wrong, k) / sets


class _Ties(NamedTuple):
    """Programs by ascending score; ``first`` are the places where a new score begins."""

    first: npt.NDArray[Any]
    right: Flags
    problem: Codes

    def weights(self, counts: Floats) -> tuple[Floats, Floats]:
        """How many right and wrong programs of each score were drawn, each [R, scores]."""
        weight = counts[:, self.problem]
        passed = np.add.reduceat(weight * self.right, self.first, axis=1)
        return passed, np.add.reduceat(weight, self.first, axis=1) - passed


def _ties(scores: Floats, right: Flags, problem: Codes) -> _Ties:
    order = np.argsort(scores, kind="stable")
    return _Ties(np.flatnonzero(np.diff(scores[order], prepend=np.nan) != 0), right[order], problem[order])
