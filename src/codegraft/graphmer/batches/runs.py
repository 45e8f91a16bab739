"""Items that lie row by row, with the row of each in a column that ascends."""

from typing import Any

import numpy as np
import numpy.typing as npt

Longs = npt.NDArray[np.int64]


def number_in(row: npt.NDArray[Any]) -> Longs:
    """The number of each item inside its row, from 0."""
    return np.arange(len(row)) - np.searchsorted(row, row)


def sums_in(row: npt.NDArray[Any], values: Longs) -> Longs:
    """Running sums, each with its own value, that begin anew in every row."""
    sums = np.cumsum(values)
    return sums - (sums - values)[np.searchsorted(row, row)]
