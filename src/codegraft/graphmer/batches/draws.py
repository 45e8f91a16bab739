"""Random numbers without a state: what is drawn depends on what it is drawn for, never on what was drawn before.

A run that is resumed, a run of several processes, and a window that comes in another order all get the same draws. The
generator is Philox4x32-10 (Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011): it
turns a counter of four words of 32 bits, under a key of two, into four random ones.
"""

from enum import IntEnum
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

Words = npt.NDArray[np.uint64]

_MULTIPLIERS: Final = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_KEY_STEPS: Final = (0x9E3779B9, 0xBB67AE85)
_ROUNDS: Final = 10
_WORD: Final = np.uint64(2**32 - 1)
_BITS: Final = np.uint64(32)

EVALUATION_EPOCH: Final = 0
"""Epochs of training count from 1, so the draws of an evaluation are its own, and the same each time."""


class Purpose(IntEnum):
    """What is drawn."""

    ORDER = 0
    SPAN = 1
    REPLACEMENT = 2
    GROUP = 3


class Draws(NamedTuple):
    """The draws of one epoch.

    Attributes:
        seed: of the run, from 0 to 2**63 - 1.
        epoch: its number, ``EVALUATION_EPOCH`` or from 1.
    """

    seed: int
    epoch: int

    def uniform(self, purpose: Purpose, window: npt.NDArray[Any], item: npt.NDArray[Any]) -> Words:
        """Four numbers for each item of a window, uniform from 0 to 2**32 - 1.

        Args:
            purpose: what they are for.
            window: [n] row of windows.parquet, below 2**32.
            item: [n] what of the window, below 2**32.

        Returns:
            uint64 [4, n].
        """
        zeros = np.zeros(len(item), np.uint64)
        counter = (
            item.astype(np.uint64),
            window.astype(np.uint64),
            zeros + np.uint64(self.epoch),
            zeros + np.uint64(purpose),
        )
        return philox((self.seed & 0xFFFFFFFF, self.seed >> 32), counter)


def philox(key: tuple[int, int], counter: tuple[Words, Words, Words, Words]) -> Words:
    """Philox4x32-10 of n counters under one key; every word holds 32 bits. uint64 [4, n]."""
    first, second, third, fourth = counter
    low, high = key
    for _ in range(_ROUNDS):
        left, right = first * _MULTIPLIERS[0], third * _MULTIPLIERS[1]
        first, second = (right >> _BITS) ^ second ^ np.uint64(low), right & _WORD
        third, fourth = (left >> _BITS) ^ fourth ^ np.uint64(high), left & _WORD
        low, high = (low + _KEY_STEPS[0]) & 0xFFFFFFFF, (high + _KEY_STEPS[1]) & 0xFFFFFFFF
    return np.stack([first, second, third, fourth])


def below(words: Words, bound: int) -> npt.NDArray[np.int64]:
    """Whole numbers from 0 to ``bound`` - 1, from uniform words of 32 bits."""
    return ((words * np.uint64(bound)) >> _BITS).astype(np.int64)


def happens(words: Words, share: float) -> npt.NDArray[np.bool_]:
    """Which of uniform words of 32 bits fall into this share of them."""
    return words < np.uint64(round(share * 2**32))


class Law(NamedTuple):
    """A distribution over 1, 2, ..., n.

    Attributes:
        bounds: uint64 [n - 1], ascending; a uniform word of 32 bits below the k-th, and not the one before, stands for
            k.
    """

    bounds: Words

    def draw(self, words: Words) -> npt.NDArray[np.int64]:
        """A number from 1 to n for each uniform word."""
        return np.searchsorted(self.bounds, words, side="right").astype(np.int64) + 1


def law(weights: npt.NDArray[np.float64]) -> Law:
    """The distribution over 1 to n with these weights, which need not sum to 1.

    Only sums and quotients go into it, which every machine rounds alike; with logarithms it would not be so.
    """
    sums = np.cumsum(weights)
    return Law(np.round(sums[:-1] / sums[-1] * 2.0**32).astype(np.uint64))
