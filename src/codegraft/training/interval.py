"""How sure a mean over seeds is."""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from scipy.stats import t

CONFIDENCE: Final = 0.95


@dataclass(frozen=True)
class Interval:
    """Mean over seeds with its 95 % interval by Student's t."""

    mean: float
    low: float
    high: float


def interval(values: Sequence[float]) -> Interval:
    """95 % t-interval of the mean of at least two values."""
    mean = statistics.fmean(values)
    reach = t.ppf((1 + CONFIDENCE) / 2, len(values) - 1) * statistics.stdev(values) / math.sqrt(len(values))
    return Interval(mean, mean - float(reach), mean + float(reach))
