"""Modules, classes and functions as nested spans: what lies in which, and sums over all that lies inside."""

from typing import TypeVar

import numpy as np
import numpy.typing as npt

from codegraft.programs.units import FUNCTION, NONE, Ints, Units

Counts = npt.NDArray[np.int64]
Number = TypeVar("Number", np.int64, np.float64)


class Blocks:
    """The b units that hold code, in document order.

    Attributes:
        row: [b] unit of each.
        start, end: [b] bytes of all texts joined.
        around: [b] the block around it, -1 for modules; ``depth`` [b] counts these.
        stop: [b] the block after the last inside of it.
        of_unit: [n] the block that a unit is, or that owns it.
    """

    def __init__(self, units: Units) -> None:
        self.row: Ints = (units.kind <= FUNCTION).nonzero()[0]
        self.start, self.end = units.start[self.row], units.end[self.row]
        numbers = np.arange(len(self.row))
        text = units.first.searchsorted(self.row, side="right") - 1
        last = self.row.searchsorted(units.first[text + 1])
        self.stop: Ints = np.minimum(np.maximum(self.start.searchsorted(self.end), numbers + 1), last)
        self.around, self.depth = _nest(self.stop)
        block_at = np.full(len(units.kind) + 1, NONE, dtype=np.int64)
        block_at[self.row] = numbers
        own = block_at[:-1]
        self.of_unit: Ints = np.where(own >= 0, own, block_at[units.owner])
        self._at, self._owner = self._boundaries(numbers)
        self._spans: Ints = np.array((numbers, self.stop)).T.ravel()

    def __len__(self) -> int:
        return len(self.row)

    def holding(self, positions: Ints) -> Ints:
        """The innermost block at each byte."""
        return self._owner[self._at.searchsorted(positions, side="right") - 1]

    def block_around(self, block: Ints, position: Ints) -> Ints:
        """The innermost block around each of some blocks that begins no later than a byte before it; -1 for none."""
        found = block.copy()
        while len(late := ((found >= 0) & (self.start[found] > position)).nonzero()[0]):
            found[late] = self.around[found[late]]
        return found

    def summed(self, own: npt.NDArray[Number]) -> npt.NDArray[Number]:
        """[rows, b] what each block has with all blocks inside of it."""
        total = np.zeros((len(own), len(self) + 1), dtype=own.dtype)
        own.cumsum(axis=1, out=total[:, 1:])
        return total[:, self.stop] - total[:, :-1]

    def highest(self, own: Counts) -> Counts:
        """[rows, b] the largest value in each block with all blocks inside of it, from [rows, b + 1] with zeros last."""
        found: Counts = np.maximum.reduceat(own, self._spans, axis=1)[:, ::2]
        return found

    def _boundaries(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Bytes at which the innermost block changes, and what it is from there on."""
        at = np.concatenate((self.end, self.start))
        opens = np.arange(len(at)) >= len(numbers)
        order = np.lexsort((np.concatenate((-numbers, numbers)), opens, at))
        return at[order], np.concatenate((self.around, numbers))[order]


def _nest(stop: Ints) -> tuple[Ints, Ints]:
    """The block around each, and how many are, from where each stops."""
    around = np.full(len(stop), NONE, dtype=np.int64)
    depth = np.zeros(len(stop), dtype=np.int64)
    open_blocks: list[int] = []
    ends = stop.tolist()
    for block, end in enumerate(ends):
        while open_blocks and ends[open_blocks[-1]] <= block:
            open_blocks.pop()
        if open_blocks:
            around[block] = open_blocks[-1]
            depth[block] = len(open_blocks)
        if end > block + 1:
            open_blocks.append(block)
    return around, depth
