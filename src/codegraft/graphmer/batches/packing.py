"""Windows of different size into rows of one length: what one window leaves free, another takes."""

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError

Longs = npt.NDArray[np.int64]


def pack(needs: Longs, capacity: Longs) -> Longs:
    """The row of each of n windows, by best fit in the order of decreasing length.

    A window goes to the row that has the least length left among those that still have enough of everything, the
    oldest of equal ones; where there is none, it begins a row.

    Args:
        needs: [n, d] what each window takes of each of d things, the first of them length.
        capacity: [d] what a row has of each.

    Returns:
        int64 [n], numbers of rows, from 0 and without holes.

    Raises:
        ModelError: a window needs more than a row has.
    """
    too_large = np.flatnonzero((needs > capacity).any(axis=1))
    if len(too_large):
        first = too_large[0]
        raise ModelError(
            f"window {first} needs {needs[first].tolist()} and a row has {capacity.tolist()}; make rows longer"
        )
    left = np.tile(capacity, (len(needs), 1))
    row, opened = np.zeros(len(needs), np.int64), 0
    for window in np.argsort(-needs[:, 0], kind="stable"):
        fits = (left[:opened] >= needs[window]).all(axis=1)
        lengths = np.where(fits, left[:opened, 0], capacity[0] + 1)
        best = int(lengths.argmin()) if fits.any() else opened
        opened = max(opened, best + 1)
        left[best] -= needs[window]
        row[window] = best
    return row
