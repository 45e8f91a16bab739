"""When one model counts as better than another.

The rule: both answered the same questions in the same order; each was trained on the same seeds, three at least, and
is compared with the other seed by seed, where a system that draws nothing stands for itself on every seed; and zero
lies below two 95 % intervals of the mean difference,

1. of drawing clusters of questions and seeds again (:class:`~codegraft.training.bootstrap.Resampler`), since questions
   of one repository resemble each other; and
2. of Student's t over the seeds alone (:func:`~codegraft.training.interval.interval`), since three values drawn again
   never leave their own range: where nothing but the seed matters, the first interval alone would call one of eight
   equal models better.

Anything else is "not better", which is not "equal".
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.training.bootstrap import Resampler, Statistic
from codegraft.training.interval import Interval, interval

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
        over_seeds: the same by Student's t over seeds alone; ``None`` where neither system draws anything.
        better: whether the rule of this module holds.
    """

    gain: dict[str, float | None]
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
    gain = (resampler.estimate(mine) - resampler.estimate(theirs)).interval()
    once = np.ones((1, resampler.count))
    by_seed = [float((a(once) - b(once))[0]) for a, b in zip(mine, theirs, strict=True)]
    over_seeds = interval(by_seed) if seeds else None
    low = [gain["low"], over_seeds.low if over_seeds else np.inf]
    return Verdict(gain, over_seeds, better=all(end is not None and end > 0.0 for end in low))


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
