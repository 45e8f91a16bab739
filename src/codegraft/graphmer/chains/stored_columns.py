"""The columns of chains as files keep them: without what follows from the rest, in as few bytes as values need.

Offsets are kept as the lengths of rows, and where tokens start and end as the first byte of each window and the lengths
of its tokens, which follow each other. Integers are unsigned and have 1, 2, 4 or 8 bytes, by the largest of the shard.
"""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import Longs, offsets_of
from codegraft.graphmer.chains.soundness import KINDS, UnsoundError

Array = npt.NDArray[Any]

_DERIVED: Final = ("token_start", "token_end")
_FIRST_BYTE: Final = "first_byte"
_TOKEN_LENGTH: Final = "token_length"


def to_stored(chains: Chains) -> dict[str, Array]:
    """Columns to keep, of chains that are sound."""
    columns = {name: column for name, column in chains.arrays().items() if name not in _DERIVED}
    stored = {_stored_name(name): np.diff(column) if name in _OFFSETS else column for name, column in columns.items()}
    first = chains.root_offsets[:-1]
    begins = np.append(chains.token_start, 0)[first] * (first < chains.root_offsets[1:])
    stored |= {_FIRST_BYTE: begins, _TOKEN_LENGTH: chains.token_end - chains.token_start}
    return {name: _narrow(column) for name, column in stored.items()}


def from_stored(stored: Mapping[str, Array]) -> Chains:
    """The chains of which these are the columns; whether they are sound is not looked at.

    Raises:
        UnsoundError: a column is missing or not one of chains, or holds what is not an integer or too large.
    """
    if differing := set(stored) ^ _STORED:
        raise UnsoundError(f"expected the columns {', '.join(sorted(_STORED))}; {min(differing)} is missing or extra")
    columns: dict[str, Array] = {}
    for name in (field.name for field in fields(Chains) if field.name not in _DERIVED):
        column = _plain(_stored_name(name), stored[_stored_name(name)], KINDS[name])
        columns[name] = offsets_of(column) if name in _OFFSETS else column
    lengths = _plain(_TOKEN_LENGTH, stored[_TOKEN_LENGTH], np.int32)
    begins = _plain(_FIRST_BYTE, stored[_FIRST_BYTE], np.int32)
    end = _ends(columns["root_offsets"], begins, lengths)
    return Chains(**columns, token_start=(end - lengths).astype(np.int32), token_end=_plain("token_end", end, np.int32))


def _ends(root_offsets: Longs, begins: Array, lengths: Array) -> Longs:
    """[R] the byte at which each token ends; tokens of a window follow each other from ``begins`` [W] on."""
    if root_offsets[-1] != len(lengths) or len(root_offsets) != len(begins) + 1:
        raise UnsoundError(f"{_TOKEN_LENGTH} or {_FIRST_BYTE} has not as many values as the windows have roots")
    before = offsets_of(lengths)
    return np.repeat(begins - before[root_offsets[:-1]], np.diff(root_offsets)) + before[1:]


def _stored_name(name: str) -> str:
    return name.replace("_offsets", "_lengths")


_OFFSETS: Final = frozenset(name for name in KINDS if name.endswith("_offsets"))
_STORED: Final = frozenset(_stored_name(name) for name in KINDS if name not in _DERIVED) | {_FIRST_BYTE, _TOKEN_LENGTH}


def _narrow(column: Array) -> Array:
    if column.dtype == np.bool_:
        return column
    return column.astype(np.min_scalar_type(int(column.max(initial=0))))


def _plain(name: str, column: Array, kind: type[np.generic]) -> Array:
    """The column as chains have it."""
    if (kind == np.bool_) != (column.dtype == np.bool_) or column.dtype.kind not in "bui":
        raise UnsoundError(f"{name} is {column.dtype}, expected {'bool' if kind == np.bool_ else 'unsigned integers'}")
    if kind != np.bool_ and int(column.max(initial=0)) > np.iinfo(np.dtype(kind)).max:
        raise UnsoundError(f"{name} holds a value above {np.iinfo(np.dtype(kind)).max}")
    return column.astype(kind)
