"""A program's graph as one row of numbers, for models that read no graphs."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.graph import FEATURES
from codegraft.programs.packed import PackedGraphs

WIDTH: Final = 3 * FEATURES
"""Columns of :func:`pooled`: mean, greatest and summed features."""

_CHUNK: Final = 256


def pooled(graphs: PackedGraphs, chosen: npt.NDArray[Any]) -> npt.NDArray[np.float32]:
    """[n, WIDTH] mean, greatest and log of summed features over the units of the graphs of these numbers."""
    parts = [np.empty((0, WIDTH), np.float32)]
    for start in range(0, len(chosen), _CHUNK):
        batch = graphs.batch(chosen[start : start + _CHUNK])
        x, graph = batch.x.numpy(), batch.graph.numpy()
        first = np.flatnonzero(np.diff(graph, prepend=-1))
        total = np.add.reduceat(x, first)
        units = np.bincount(graph)[:, None]
        parts.append(np.hstack([total / units, np.maximum.reduceat(x, first), np.log1p(np.abs(total))]))
    return np.concatenate(parts).astype(np.float32)
