"""Rows of different length in one flat array, and offsets: row i is ``offsets[i]`` to ``offsets[i + 1]``."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Longs = npt.NDArray[np.int64]


def offsets_of(counts: Iterable[int] | npt.NDArray[Any]) -> Longs:
    """int64 [n + 1] offsets of n rows that have so many values."""
    counts = counts if isinstance(counts, np.ndarray) else np.fromiter(counts, np.int64)
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(counts, dtype=np.int64)])


def lengths(offsets: Longs, rows: npt.NDArray[Any]) -> Longs:
    """How long each of these rows is."""
    counts: Longs = offsets[rows + 1] - offsets[rows]
    return counts


def places(offsets: Longs, rows: npt.NDArray[Any]) -> Longs:
    """Places in the flat array of all values of these rows, one row after the other; a row may be asked for twice."""
    return spans(offsets[rows], lengths(offsets, rows))


def spans(starts: npt.NDArray[Any], counts: npt.NDArray[Any]) -> Longs:
    """``starts[0]``, ``starts[0] + 1``, ... as many as ``counts[0]`` says, then the same for the next."""
    stops = np.cumsum(counts, dtype=np.int64)
    return np.repeat(starts - (stops - counts), counts) + np.arange(stops[-1] if len(stops) else 0)


def row_of(offsets: Longs) -> Longs:
    """The row of each value of the flat array."""
    return np.repeat(np.arange(len(offsets) - 1), np.diff(offsets))
