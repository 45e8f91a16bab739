"""Whether the columns of chains fit together: a batch of columns that do not would read out of bounds."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.chains import SPLITS, Chains
from codegraft.graphmer.chains.ragged import row_of
from codegraft.kg.splits.model import Part

Array = npt.NDArray[Any]

KINDS: Final[dict[str, type[np.generic]]] = {
    **dict.fromkeys(("root_offsets", "group_offsets", "tail_offsets", "mention_offsets"), np.int64),
    **dict.fromkeys(("window", "tokens", "token_start", "token_end"), np.int32),
    **dict.fromkeys(("head_entity", "tail_entity", "triple", "tail_tokens"), np.int32),
    **dict.fromkeys(("anchor", "head_length", "relation", "mention_start", "mention_stop"), np.int16),
    **dict.fromkeys(("part", "group_part", "splits"), np.int8),
    **dict.fromkeys(("word_start", "shortened"), np.bool_),
}
"""Types of the columns of :class:`~codegraft.graphmer.chains.chains.Chains`."""


class UnsoundError(ValueError):
    """Columns of chains contradict each other, or the header that comes with them."""


def check_chains(chains: Chains, vocabulary: int, relations: int, tail_slots: int) -> None:
    """Refuse columns that contradict each other.

    Raises:
        UnsoundError: saying which column, and how.
    """
    for name, kind in KINDS.items():
        if getattr(chains, name).dtype != kind:
            raise UnsoundError(f"{name} is {getattr(chains, name).dtype}, expected {np.dtype(kind)}")
    _check_lengths(chains)
    _check_roots(chains, vocabulary)
    _check_groups(chains, relations)
    _check_tails(chains, vocabulary, tail_slots)


def _check_lengths(chains: Chains) -> None:
    windows, groups = len(chains.window), len(chains.anchor)
    roots, mentions = len(chains.tokens), len(chains.mention_start)
    _check_offsets("root_offsets", chains.root_offsets, windows, roots)
    _check_offsets("group_offsets", chains.group_offsets, windows, groups)
    _check_offsets("tail_offsets", chains.tail_offsets, groups, len(chains.tail_tokens))
    _check_offsets("mention_offsets", chains.mention_offsets, groups, mentions)
    expected = {
        **dict.fromkeys(("part",), (windows,)),
        **dict.fromkeys(("token_start", "token_end", "word_start"), (roots,)),
        **dict.fromkeys(("head_length", "relation", "head_entity", "tail_entity", "triple"), (groups,)),
        **dict.fromkeys(("shortened", "group_part"), (groups,)),
        "splits": (groups, len(SPLITS)),
        "mention_stop": (mentions,),
    }
    for name, shape in expected.items():
        if getattr(chains, name).shape != shape:
            raise UnsoundError(f"{name} has the shape {getattr(chains, name).shape}, expected {shape}")


def _check_offsets(name: str, offsets: Array, rows: int, total: int) -> None:
    if len(offsets) != rows + 1 or offsets[0] != 0 or offsets[-1] != total or (np.diff(offsets) < 0).any():
        raise UnsoundError(f"{name} does not ascend from 0 to {total} in {rows} steps")


def _check_roots(chains: Chains, vocabulary: int) -> None:
    _check_range("tokens", chains.tokens, 0, vocabulary)
    _check_range("part", chains.part, 0, len(Part))
    _check_from_zero(chains, "window", "token_start")
    if (chains.token_end < chains.token_start).any():
        raise UnsoundError("token_end precedes token_start")
    window = row_of(chains.root_offsets)
    if ((chains.token_start[1:] != chains.token_end[:-1]) & (window[1:] == window[:-1])).any():
        raise UnsoundError("token_start is not where the token before it in the window ends")


def _check_groups(chains: Chains, relations: int) -> None:
    window = row_of(chains.group_offsets)
    roots = np.diff(chains.root_offsets)[window]
    _check_range("anchor", chains.anchor, 0, roots)
    _check_range("head_length", chains.head_length, 1, roots - chains.anchor + 1)
    _check_range("relation", chains.relation, 1, relations + 1)
    _check_range("group_part", chains.group_part, 0, len(Part))
    _check_range("splits", chains.splits, 0, len(Part))
    _check_from_zero(chains, "head_entity", "tail_entity", "triple")
    falls = (chains.anchor[1:] < chains.anchor[:-1]) & (window[1:] == window[:-1])
    if falls.any():
        raise UnsoundError("the groups of a window are not sorted by anchor")


def _check_tails(chains: Chains, vocabulary: int, tail_slots: int) -> None:
    lengths = np.diff(chains.tail_offsets)
    _check_range("tail_tokens", chains.tail_tokens, 0, vocabulary)
    _check_range("the length of a tail", lengths, 1, tail_slots + 1)
    group = row_of(chains.mention_offsets)
    roots = np.diff(chains.root_offsets)[row_of(chains.group_offsets)][group]
    _check_range("mention_stop", chains.mention_stop, 1, roots + 1)
    _check_range("mention_start", chains.mention_start, 0, chains.mention_stop)


def _check_range(name: str, values: Array, low: int, high: int | Array) -> None:
    """Whether all values are at least ``low`` and below ``high``."""
    if ((values < low) | (values >= high)).any():
        raise UnsoundError(f"{name} holds a value that is below {low} or too high")


def _check_from_zero(chains: Chains, *names: str) -> None:
    for name in names:
        if (getattr(chains, name) < 0).any():
            raise UnsoundError(f"{name} holds a value below 0")
