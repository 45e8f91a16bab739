"""Heads that say several things at once: which modules a text would import, which mistakes it has.

Whether a name is said depends on a threshold, one for all names of a head: the one of highest micro-F1 on the
validation split, for a network and for what it is held against alike.
"""

from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphsage.evaluate import ranking
from codegraft.training.bootstrap import Floats, Statistic, mean_over, ratio, share


class Said(NamedTuple):
    """What a head says of n texts with K names.

    Attributes:
        scores: float [n, K], greater for what is more likely.
        true: bool [n, K].
        known: bool [n, K]: whether ``true`` is known; what is not counts nowhere.
        problem: int64 [n].
    """

    scores: Floats
    true: npt.NDArray[np.bool_]
    known: npt.NDArray[np.bool_]
    problem: npt.NDArray[np.int64]


def best_threshold(said: Said) -> float:
    """The least score that is to be said for the highest micro-F1; of several such, the greatest. Infinity: none."""
    scores, true = said.scores[said.known], said.true[said.known]
    order = np.argsort(-scores, kind="stable")
    found = np.cumsum(true[order])
    f1 = 2.0 * found / (np.arange(1, len(order) + 1) + true.sum())
    last_of_equals = np.diff(scores[order], append=-np.inf) != 0
    f1[~last_of_equals] = 0.0
    return float(scores[order][f1.argmax()]) if true.any() else np.inf


def micro_f1(said: Said, threshold: float) -> Statistic:
    """F1 over all names of all texts together."""
    found, named, true = (_sums(said, flags).sum(axis=1) for flags in _flags(said, threshold))
    return share(2.0 * found, named + true)


def macro_f1(said: Said, threshold: float) -> Statistic:
    """Mean of the F1 of each name, over those that are true somewhere; in a draw, over those that it has."""
    found, named, true = (_sums(said, flags) for flags in _flags(said, threshold))

    def statistic(counts: Floats) -> Floats:
        counts = counts[:, : len(true)]
        f1 = ratio(2.0 * (counts @ found), counts @ (named + true))
        occurs = counts @ true > 0
        return ratio(np.where(occurs, np.nan_to_num(f1), 0.0).sum(axis=1), occurs.sum(axis=1).astype(float))

    return statistic


def precision(said: Said, threshold: float) -> Statistic:
    """Share of what is said that is true. NaN where nothing is said."""
    found, named, _ = (_sums(said, flags).sum(axis=1) for flags in _flags(said, threshold))
    return share(found, named)


def recall(said: Said, threshold: float) -> Statistic:
    """Share of what is true that is said."""
    found, _, true = (_sums(said, flags).sum(axis=1) for flags in _flags(said, threshold))
    return share(found, true)


def precision_at(said: Said, k: int) -> Statistic:
    """Share of a text's ``k`` highest scores that is true, over texts of which something is.

    Of equal scores, that of the more frequent name (the earlier column) comes first. A text of which fewer than ``k``
    names are true cannot reach 1.
    """
    labelled = np.flatnonzero((said.true & said.known).any(axis=1))
    top = np.argsort(-np.where(said.known, said.scores, -np.inf)[labelled], axis=1, kind="stable")[:, :k]
    right = np.take_along_axis((said.true & said.known)[labelled], top, axis=1).sum(axis=1) / k
    return mean_over(right, said.problem[labelled])


def name_auroc(said: Said, name: int) -> Statistic:
    """AUROC of one name, over the texts of which it is known."""
    rows = np.flatnonzero(said.known[:, name])
    return ranking.auroc(said.scores[rows, name], said.true[rows, name], said.problem[rows])


def mean_auroc(said: Said) -> Statistic:
    """Mean of :func:`name_auroc` over names that are true of a text and not of another; in a draw, of that draw."""
    both = [
        name
        for name, (true, known) in enumerate(zip(said.true.T, said.known.T, strict=True))
        if 0 < true[known].sum() < known.sum()
    ]
    statistics = [name_auroc(said, name) for name in both]

    def statistic(counts: Floats) -> Floats:
        each = np.array([one(counts) for one in statistics]).reshape(len(statistics), len(counts))
        return ratio(np.nansum(each, axis=0), (~np.isnan(each)).sum(axis=0).astype(float))

    return statistic


def _flags(said: Said, threshold: float) -> tuple[npt.NDArray[np.bool_], ...]:
    """[n, K] each: true and said, said, true; of what is known."""
    named, true = said.known & (said.scores >= threshold), said.known & said.true
    return named & true, named, true


def _sums(said: Said, flags: npt.NDArray[Any]) -> Floats:
    """[problems, K] how many of a problem's texts have a flag."""
    sums = np.zeros((int(said.problem.max(initial=-1)) + 1, flags.shape[1]))
    np.add.at(sums, said.problem, flags)
    return sums
