"""Modules, classes and functions as nested spans: what lies in which, and sums over all that lies inside."""

import numpy as np
import numpy.typing as npt

from codegraft.programs.units import FUNCTION, NONE, Ints, Units

Counts = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


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
        self.row: Ints = np.flatnonzero(units.kind <= FUNCTION)
        self.start, self.end = units.start[self.row], units.end[self.row]
        text = np.searchsorted(units.first, self.row, side="right") - 1
        last = np.searchsorted(self.row, units.first[text + 1])
        stop = np.searchsorted(self.start, self.end, side="left")
        self.stop: Ints = np.minimum(np.maximum(stop, np.arange(len(self.row)) + 1), last)
        self.around, self.depth = _nest(self.stop)
        block_at = np.full(len(units.kind) + 1, NONE, dtype=np.int64)
        block_at[self.row] = np.arange(len(self.row))
        own = block_at[:-1]
        self.of_unit: Ints = np.where(own >= 0, own, block_at[units.owner])
        self._at, self._owner = self._boundaries()
        self._spans: Ints = np.stack([np.arange(len(self.row)), self.stop], axis=1).ravel()

    def __len__(self) -> int:
        return len(self.row)

    def holding(self, positions: Ints) -> Ints:
        """The innermost block at each byte."""
        return self._owner[np.searchsorted(self._at, positions, side="right") - 1]

    def counted(self, block: Ints, code: Ints, width: int) -> Counts:
        """[b, width] how often each code from 0 to width - 1 occurs directly in each block; others do not count."""
        kept = (code >= 0) & (code < width)
        if not kept.all():
            block, code = block[kept], code[kept]
        return np.bincount(block * width + code, minlength=len(self) * width).reshape(len(self), width)

    def summed(self, own: npt.NDArray[np.int64]) -> Counts:
        """[b, ...] what each block has with all blocks inside of it."""
        total = np.zeros((len(own) + 1, *own.shape[1:]), dtype=np.int64)
        np.cumsum(own, axis=0, out=total[1:])
        return total[self.stop] - total[:-1]

    def highest(self, block: Ints, value: Ints) -> Counts:
        """[b] the largest value in each block with all blocks inside of it, 0 if there is none."""
        own = np.zeros(len(self) + 1, dtype=np.int64)
        np.maximum.at(own, block, value)
        found: Counts = np.maximum.reduceat(own, self._spans)[::2]
        return found

    def _boundaries(self) -> tuple[Ints, Ints]:
        """Bytes at which the innermost block changes, and what it is from there on."""
        numbers = np.arange(len(self))
        at = np.concatenate([self.end, self.start])
        opens = np.repeat([0, 1], len(self))
        order = np.lexsort((np.concatenate([-numbers, numbers]), opens, at))
        after = np.concatenate([self.around, numbers])
        return at[order], after[order]


def _nest(stop: Ints) -> tuple[Ints, Ints]:
    """The block around each, and how many are, from where each stops."""
    around = np.full(len(stop), NONE, dtype=np.int64)
    depth = np.zeros(len(stop), dtype=np.int64)
    open_blocks: list[int] = []
    for block, end in enumerate(stop.tolist()):
        while open_blocks and stop[open_blocks[-1]] <= block:
            open_blocks.pop()
        if open_blocks:
            around[block] = open_blocks[-1]
            depth[block] = len(open_blocks)
        if end > block + 1:
            open_blocks.append(block)
    return around, depth
