"""Whether a stated probability is what happens: temperature, reliability, Brier score.

    p = sigmoid(logit / T)

Dividing by one number changes no order, so AUROC is the same before and after.
"""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq
from scipy.special import expit

from codegraft.training.bootstrap import Floats, Statistic, mean_over, ratio

BINS: Final = 15
"""Bins of the reliability table. They hold equally many programs: equally wide ones would be empty or crowded."""

HOTTEST: Final = 20.0
"""A temperature lies between 1 / ``HOTTEST`` and ``HOTTEST``: beyond, probabilities are 0, 1/2 or 1 for any logit."""


class Bin(NamedTuple):
    """Programs of about the same stated probability.

    Attributes:
        programs: how many.
        stated: mean probability that was stated.
        happened: mean of their labels.
    """

    programs: int
    stated: float
    happened: float


def fit_temperature(logits: npt.ArrayLike, labels: npt.ArrayLike) -> float:
    """The temperature at which ``sigmoid(logit / T)`` has the least cross-entropy with the labels.

    The cross-entropy is convex in 1 / T, so its slope has one root at most. Where it has none between the limits, the
    nearer limit is the answer: labels that contradict the logits make every statement a half.

    Args:
        logits: [n].
        labels: [n] 0 or 1, or shares between.

    Returns:
        Between 1 / ``HOTTEST`` and ``HOTTEST``; 1 where nothing can be fitted, as all labels are equal or there are
        none.

    Raises:
        ValueError: a logit is not finite, a label is outside [0, 1], or there are not as many of both.
    """
    z, y = np.asarray(logits, np.float64), np.asarray(labels, np.float64)
    if z.shape != y.shape or z.ndim != 1:
        raise ValueError(f"logits {list(z.shape)} and labels {list(y.shape)} are to be two equally long vectors")
    if not np.isfinite(z).all() or not ((y >= 0.0) & (y <= 1.0)).all():
        raise ValueError("logits must be finite and labels lie in [0, 1]")
    if not z.any() or np.ptp(y) == 0.0:
        return 1.0

    def slope(inverse: float) -> float:
        return float(np.mean(z * (expit(inverse * z) - y)))

    coldest = 1.0 / HOTTEST
    if slope(coldest) >= 0.0:
        return HOTTEST
    if slope(HOTTEST) <= 0.0:
        return coldest
    return 1.0 / float(brentq(slope, coldest, HOTTEST, xtol=1e-12))


def brier(stated: Floats, labels: Floats, problem: npt.NDArray[np.int64]) -> Statistic:
    """Mean squared difference of stated probabilities [n] and labels [n]."""
    return mean_over((stated - labels) ** 2, problem)


def expected_calibration_error(stated: Floats, labels: Floats, problem: npt.NDArray[np.int64]) -> Statistic:
    """Mean, over programs, of the distance of the stated to the happened in the program's bin.

    Bins are those of :func:`reliability` for all programs. The figure is never negative, so that of a perfect
    statement on n programs is above zero too, by up to 0.4 * sqrt(bins / n).
    """
    of = _bins(stated)

    def statistic(counts: Floats) -> Floats:
        weight = counts[:, problem]
        order = np.argsort(of, kind="stable")
        first = np.flatnonzero(np.diff(of[order], prepend=-1))
        gaps = np.add.reduceat((weight * (stated - labels))[:, order], first, axis=1)
        return ratio(np.abs(gaps).sum(axis=1), weight.sum(axis=1))

    return statistic


def reliability(stated: Floats, labels: Floats) -> list[Bin]:
    """The reliability table: at most ``BINS`` bins of about equally many programs; equal statements share a bin."""
    of = _bins(stated)
    bins = [(stated[of == one], labels[of == one]) for one in np.unique(of)]
    return [Bin(len(mine), float(mine.mean()), float(happened.mean())) for mine, happened in bins]


def _bins(stated: Floats) -> npt.NDArray[np.int64]:
    """[n] the bin of each statement."""
    if len(stated) == 0:
        return np.empty(0, np.int64)
    edges = np.unique(np.quantile(stated, np.arange(1, BINS) / BINS, method="higher"))
    return np.searchsorted(edges, stated, side="right")
