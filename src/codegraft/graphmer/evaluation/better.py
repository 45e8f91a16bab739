"""When one model counts as better than another.

The rule: both answered the same questions in the same order; each was trained on the same seeds, three at least, and
is compared with the other seed by seed, where a system that draws nothing stands for itself on every seed; and the
mean difference is above zero in all of three 95 % intervals,

1. of drawing clusters of questions and seeds again (:class:`~codegraft.training.bootstrap.Resampler`), since questions
   of one repository resemble each other;
2. of Student's t over the clusters, its standard error that of the draws; and
3. of Student's t over the seeds (:func:`~codegraft.training.interval.interval`).

The last two are there for few clusters and few seeds: what is drawn again from three or four values hardly leaves their
range, so that the first alone calls one of ten models better that differ from another by four repositories' or three
seeds' luck, where one of forty is promised. Anything else is "not better", which is not "equal".
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.stats import t

from codegraft.errors import ModelError
from codegraft.training.bootstrap import Estimate, Resampler, Statistic
from codegraft.training.interval import CONFIDENCE, Interval, interval

SEEDS: Final = 3
"""Least number of trainings that a comparison rests on."""


@dataclass(frozen=True, eq=False)
class Measured:
    """One figure of one system, the higher the better; for a loss give its negative.

    Attributes:
        questions: [n] what was asked, such as the rows of triples, in the order of the resampler's rows.
        seeds: of the trainings; empty for a system that draws nothing.
        statistics: the figure of each seed, or the only one of a system that draws nothing.
    """

    questions: npt.NDArray[Any]
    seeds: tuple[int, ...]
    statistics: tuple[Statistic, ...]

    def __post_init__(self) -> None:
        if len(self.statistics) != max(len(self.seeds), 1):
            raise ModelError(f"{len(self.statistics)} statistics for seeds {[*self.seeds]}: expected one for each")
        if len(set(self.seeds)) != len(self.seeds):
            raise ModelError(f"seeds {[*self.seeds]}: one is named twice; expected different trainings")

    def on(self, seeds: Sequence[int]) -> tuple[Statistic, ...]:
        """The figure of each of these seeds."""
        return self.statistics if self.seeds else self.statistics * max(len(seeds), 1)


@dataclass(frozen=True)
class Verdict:
    """What a comparison gave.

    Attributes:
        gain: ``mean`` difference with ``low`` and ``high`` over clusters and seeds, ``None`` for what is undefined.
        over_clusters: the same by Student's t over clusters.
        over_seeds: the same by Student's t over seeds; ``None`` where neither system draws anything.
        better: whether the rule of this module holds.
    """

    gain: dict[str, float | None]
    over_clusters: Interval
    over_seeds: Interval | None
    better: bool


def compare(model: Measured, other: Measured, resampler: Resampler) -> Verdict:
    """Hold a model against another by the rule of this module.

    Args:
        model: the one that may be better.
        other: what it is held against.
        resampler: draws clusters of the questions' rows.

    Raises:
        ModelError: the questions or seeds differ, the seeds are too few, or all questions lie in one cluster.
    """
    _refuse_other_questions(model, other, resampler)
    seeds = _shared_seeds(model, other)
    mine, theirs = model.on(seeds), other.on(seeds)
    gain = resampler.estimate(mine) - resampler.estimate(theirs)
    once = np.ones((1, resampler.count))
    by_seed = [float((a(once) - b(once))[0]) for a, b in zip(mine, theirs, strict=True)]
    over_clusters = _over_clusters(gain, resampler.count)
    over_seeds = interval(by_seed) if seeds else None
    ends = [gain.interval()["low"], over_clusters.low, over_seeds.low if over_seeds else math.inf]
    return Verdict(gain.interval(), over_clusters, over_seeds, better=all(end is not None and end > 0 for end in ends))


def _over_clusters(gain: Estimate, clusters: int) -> Interval:
    """Draws of so few spread less than what they are drawn from, by this root."""
    deviation = float(gain.draws.std()) * math.sqrt(clusters / (clusters - 1))
    reach = float(t.ppf((1 + CONFIDENCE) / 2, clusters - 1)) * deviation
    return Interval(gain.value, gain.value - reach, gain.value + reach)


def _refuse_other_questions(model: Measured, other: Measured, resampler: Resampler) -> None:
    if not np.array_equal(model.questions, other.questions):
        raise ModelError(
            f"the systems answered {len(model.questions)} and {len(other.questions)} questions that are not the same "
            "in the same order: ask both the same"
        )
    if len(resampler.cluster) != len(model.questions):
        raise ModelError(f"{len(resampler.cluster)} rows have a cluster, {len(model.questions)} questions were asked")
    if resampler.count < 2:
        raise ModelError("all questions lie in one cluster, of which nothing can be drawn: cluster by something finer")


def _shared_seeds(model: Measured, other: Measured) -> tuple[int, ...]:
    if model.seeds and other.seeds and model.seeds != other.seeds:
        raise ModelError(f"seeds {[*model.seeds]} against {[*other.seeds]}: train both on the same ones")
    seeds = model.seeds or other.seeds
    if 0 < len(seeds) < SEEDS:
        raise ModelError(f"seeds {[*seeds]}: a comparison takes {SEEDS} trainings at least")
    return seeds
