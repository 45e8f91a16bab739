"""How sure a figure is: 95 % intervals by resampling clusters and seeds.

Rows of one cluster resemble each other (programs of one problem, triples of one repository), so that a thousand rows of
ten clusters are not a thousand observations. A draw therefore takes whole clusters, as many as there are, with
replacement; a figure that is measured on several seeds is averaged over as many seeds, drawn with replacement likewise.
An interval spans the 2.5th to the 97.5th percentile of the figure over all draws. Every figure of one
:class:`Resampler` sees the same draws of clusters, so that the difference of two of them has an interval of its own.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

DRAWS: Final = 1000
"""Resamples of an interval; its ends move by some 2 % of its width when others are drawn."""

PERCENTILES: Final = (2.5, 97.5)

Floats = npt.NDArray[np.floating[Any]]

Statistic = Callable[[Floats], Floats]
"""How often each cluster was drawn, [R, C], to the figure of each draw, [R]; NaN where a draw does not define it."""

_CHUNK = 4_000_000


@dataclass(frozen=True, eq=False)
class Estimate:
    """A figure and what resampling made of it.

    Attributes:
        value: the figure, NaN where nothing defines it.
        draws: float64 [R] the same on each draw; empty where there is one cluster only, and so nothing to draw.
    """

    value: float
    draws: Floats

    def interval(self) -> dict[str, float | None]:
        """``mean`` (the figure itself), ``low`` and ``high``; ``None`` for what is undefined."""
        defined = self.draws[~np.isnan(self.draws)]
        if np.isnan(self.value) or 2 * len(defined) <= len(self.draws):
            return {"mean": None if np.isnan(self.value) else self.value, "low": None, "high": None}
        low, high = np.percentile(defined, PERCENTILES).tolist()
        return {"mean": self.value, "low": low, "high": high}

    def __sub__(self, other: "Estimate") -> "Estimate":
        """The difference, draw by draw."""
        return Estimate(self.value - other.value, self.draws - other.draws)


class Resampler:
    """Draws of clusters, the same for every figure.

    Args:
        clusters: [n] the cluster of each row.
        seed: of the draws.

    Attributes:
        cluster: int64 [n] the number of each row's cluster.
        count: C, clusters in all.
    """

    def __init__(self, clusters: Sequence[str] | npt.NDArray[Any], seed: int = 0) -> None:
        names, self.cluster = np.unique(np.asarray(clusters), return_inverse=True)
        self.count = len(names)
        self._generator_seed = seed
        draws = DRAWS if self.count > 1 else 0
        evenly = np.full(self.count, 1.0 / max(self.count, 1))
        drawn = np.random.default_rng(seed).multinomial(self.count, evenly, size=draws)
        self._counts = np.concatenate([np.ones((1, self.count), np.int32), drawn.astype(np.int32)])

    def estimate(self, statistics: Sequence[Statistic]) -> Estimate:
        """A figure from its statistic on each seed, one at least."""
        values = np.stack([self._on_draws(statistic) for statistic in statistics])
        seeds = len(statistics)
        generator = np.random.default_rng([self._generator_seed, seeds])
        weights = generator.multinomial(seeds, np.full(seeds, 1.0 / seeds), size=values.shape[1] - 1) / seeds
        return Estimate(float(values[:, 0].mean()), (weights * values[:, 1:].T).sum(axis=1))

    def _on_draws(self, statistic: Statistic) -> Floats:
        step = max(_CHUNK // max(len(self.cluster), 1), 1)
        chunks = range(0, len(self._counts), step)
        return np.concatenate([statistic(self._counts[start : start + step].astype(np.float64)) for start in chunks])


def ratio(numerator: Floats, denominator: Floats) -> Floats:
    """Quotients, NaN where the denominator is zero."""
    quotient: Floats = np.full(np.broadcast_shapes(numerator.shape, denominator.shape), np.nan)
    np.divide(numerator, denominator, out=quotient, where=denominator != 0)
    return quotient


def share(part: Floats, whole: Floats) -> Statistic:
    """Sum of ``part`` by that of ``whole``, both [clusters]; trailing clusters without a say may be missing."""
    return lambda counts: ratio(counts[:, : len(part)] @ part, counts[:, : len(whole)] @ whole)


def mean_of_clusters(values: Floats) -> Statistic:
    """Mean of ``values`` [clusters] over the clusters of which they are not NaN."""
    return share(np.nan_to_num(values), (~np.isnan(values)).astype(float))


def mean_over(values: Floats, cluster: npt.NDArray[np.int64]) -> Statistic:
    """Mean of ``values`` [n] over rows, each weighing as often as its cluster was drawn."""
    return share(np.bincount(cluster, values).astype(float), np.bincount(cluster).astype(float))
