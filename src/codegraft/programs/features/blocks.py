"""Modules, classes and functions as nested spans: what lies in which, and sums over all that lies inside."""

from typing import Any

import numpy as np
import numpy.typing as npt

from codegraft.programs.units import FUNCTION, NONE, Ints, Units

Counts = npt.NDArray[np.int64]


class Blocks:
    """The b units that hold code, in document order.

    Attributes:
        row: [b] unit of each.
        start, end: [b] bytes of all texts joined.
        around: [b] the block around it, -1 for modules; ``depth`` [b] counts these.
        of_unit: [n] the block that a unit is, or that owns it.
    """

    def __init__(self, units: Units) -> None:
        self.row: Ints = (units.kind <= FUNCTION).nonzero()[0]
        self.start, self.end = units.start[self.row], units.end[self.row]
        numbers = np.arange(len(self.row))
        text = units.first.searchsorted(self.row, side="right") - 1
        last = self.row.searchsorted(units.first[text + 1])
        stop = np.minimum(np.maximum(self.start.searchsorted(self.end), numbers + 1), last)
        self._arounds, depth = _nest(stop.tolist())
        self.around, self.depth = np.array(self._arounds, dtype=np.int64), np.array(depth, dtype=np.int64)
        block_at = np.full(len(units.kind) + 1, NONE, dtype=np.int64)
        block_at[self.row] = numbers
        own = block_at[:-1]
        self.of_unit: Ints = np.where(own >= 0, own, block_at[units.owner])
        self._at, self._owner = self._boundaries(numbers)

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

    def gather(self, table: npt.NDArray[Any], how: np.ufunc) -> None:
        """Let each block take in what all blocks inside of it have, in place: rows of ``table`` [b, columns]."""
        for block in range(len(self) - 1, 0, -1):
            if (around := self._arounds[block]) != NONE:
                how(table[around], table[block], out=table[around])

    def _boundaries(self, numbers: Ints) -> tuple[Ints, Ints]:
        """Bytes at which the innermost block changes, and what it is from there on."""
        at = np.concatenate((self.end, self.start))
        opens = np.arange(len(at)) >= len(numbers)
        order = np.lexsort((np.concatenate((-numbers, numbers)), opens, at))
        return at[order], np.concatenate((self.around, numbers))[order]


def _nest(stops: list[int]) -> tuple[list[int], list[int]]:
    """The block around each, and how many are, from where each stops."""
    around, depth = [], []
    open_blocks: list[int] = []
    for block, stop in enumerate(stops):
        while open_blocks and stops[open_blocks[-1]] <= block:
            open_blocks.pop()
        around.append(open_blocks[-1] if open_blocks else NONE)
        depth.append(len(open_blocks))
        if stop > block + 1:
            open_blocks.append(block)
    return around, depth
