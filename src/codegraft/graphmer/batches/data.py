"""An epoch: all windows in a random order, packed into rows, the rows cut into batches.

It depends on the seed and its number alone, and each of its batches can be had without those before.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
from torch.utils.data import Dataset

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.collate import capacity, collate, needs
from codegraft.graphmer.batches.draws import Draws, Purpose
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.batches.packing import pack
from codegraft.graphmer.chains.chains import Chains

Longs = npt.NDArray[np.int64]

_TOGETHER: Final = 2048
"""Windows that are packed at once: enough to fill rows, few enough that the time grows with their number alone."""


class Epoch(Dataset[Batch]):
    """All windows once, packed, masked and cut into batches: a data set whose items are batches.

    Attributes:
        rows: rows that hold a window.
        fill: share of the nodes of these rows that there are.
    """

    def __init__(self, chains: Chains, masker: Masker, draws: Draws, together: int = 1) -> None:
        """Pack an epoch.

        Args:
            chains: the windows.
            masker: what is masked, and the shape of the batches.
            draws: seed and number of the epoch.
            together: the number of batches is a multiple of this; the last ones may have empty rows.

        Raises:
            ModelError: a window or a tail is longer than the shape allows.
        """
        _check(chains, masker)
        self._chains, self._masker, self._draws, self._together = chains, masker, draws, together
        self._window, self._row, nodes = _packed(chains, masker, draws)
        self.rows = int(self._row[-1]) + 1 if len(self._row) else 0
        self.fill = nodes / max(self.rows * masker.shape.length, 1)

    def __len__(self) -> int:
        batches = -(-self.rows // self._masker.shape.rows)
        return -(-batches // self._together) * self._together

    def __getitem__(self, index: int) -> Batch:
        """Batch ``index``.

        Raises:
            IndexError: there is no such batch.
        """
        shape = self._masker.shape
        first = range(len(self))[index] * shape.rows
        begin, end = np.searchsorted(self._row, [first, first + shape.rows])
        windows = self._chains.select(self._window[begin:end])
        return collate(windows, self._masker.mask(windows, self._draws), self._row[begin:end] - first, shape)


def _packed(chains: Chains, masker: Masker, draws: Draws) -> tuple[Longs, Longs, int]:
    """Windows row by row, the row of each, ascending, and how many nodes they have in all."""
    order = _order(chains, draws)
    windows, rows, nodes, before = [order[:0]], [order[:0]], 0, 0
    for begin in range(0, len(order), _TOGETHER):
        some = order[begin : begin + _TOGETHER]
        chosen = chains.select(some)
        taken = needs(chosen, masker.mask(chosen, draws), masker.shape.tail_slots)
        row = _by_first_window(pack(taken, capacity(masker.shape)))
        place = np.argsort(row, kind="stable")
        windows.append(some[place])
        rows.append(row[place] + before)
        nodes, before = nodes + int(taken[:, 0].sum()), before + int(row.max()) + 1
    return np.concatenate(windows), np.concatenate(rows), nodes


def _order(chains: Chains, draws: Draws) -> Longs:
    """Windows in the random order of the epoch."""
    high, low, _, _ = draws.uniform(Purpose.ORDER, chains.window, np.zeros_like(chains.window))
    return np.lexsort((low, high))


def _by_first_window(row: Longs) -> Longs:
    """Rows numbered anew in the order of their first windows: packing begins with the longest, which is no order."""
    _, first, old = np.unique(row, return_index=True, return_inverse=True)
    return np.argsort(np.argsort(first))[old]


def _check(chains: Chains, masker: Masker) -> None:
    for name, offsets, most in (
        ("a window of {} roots", chains.root_offsets, masker.shape.length),
        ("a tail of {} tokens", chains.tail_offsets, masker.shape.tail_slots),
    ):
        longest = int(np.diff(offsets).max(initial=0))
        if longest > most:
            raise ModelError(f"there is {name.format(longest)} where {most} fit; run `dvc repro encode_chains`")
