"""A snapshot as columns: what every tensor is made from.

Ids are 16-byte rows of a matrix, kinds and files are codes into sorted vocabularies, edge ends are row numbers. There
are two fillers: :mod:`codegraft.snapshot.fetch` (PostgreSQL) and :mod:`codegraft.snapshot.dataset` (Arrow rows, no
database).
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Never

import numpy as np
from numpy.typing import NDArray

from codegraft.errors import SnapshotError
from codegraft.snapshot.kinds import PARENT

Ids = NDArray[np.uint8]
"""UUIDs as bytes, shape [N, 16]; bytewise order is the order of their canonical text."""

Longs = NDArray[np.int64]

LISTED = 10
"""How many offending ids an error message names."""

TEXT_BYTES = 36
"""Length of a UUID's canonical text."""

_HEX = np.frombuffer(b"".join(b"%02x" % byte for byte in range(256)), np.uint8).reshape(256, 2)
_DIGITS = [position for position in range(TEXT_BYTES) if position not in (8, 13, 18, 23)]

CROWDED = 64
"""More ids than this under one leading bit pattern: they are not spread like hashes."""


@dataclass(frozen=True)
class SnapshotInfo:
    """One row of ``"Snapshot"``."""

    id: str
    version: str
    root_path: str


@dataclass(frozen=True)
class GraphColumns:
    """A whole snapshot.

    Shapes:
        ids: [N, 16], sorted, unique.
        kind: [N], codes into ``kinds``: ``NODE_KINDS``, then unlisted kinds, sorted; a missing kind is "".
        edge_index: [2, E] row numbers, sorted by (source, target, type); parallel edges and self-loops are kept.
        edge_type: [E], codes into ``edge_types``: ``EDGE_TYPES``, then unlisted kinds, sorted.
        parent: [N], row of the syntax-tree parent, -1 for a root; ``None`` when not read.
        file: [N], codes into ``files``; ``None`` when not read.
        location: [N, 4], start line, start column, end line, end column; -1 where unknown; ``None`` when not read.
    """

    snapshot: SnapshotInfo
    ids: Ids
    kind: Longs
    kinds: tuple[str, ...]
    edge_index: Longs
    edge_type: Longs
    edge_types: tuple[str, ...]
    parent: Longs | None = None
    file: Longs | None = None
    files: tuple[str, ...] = ()
    location: NDArray[np.int32] | None = None
    dropped_edges: int = 0

    @property
    def nodes(self) -> int:
        """Number of nodes."""
        return len(self.ids)

    @property
    def edges(self) -> int:
        """Number of edges."""
        return int(self.edge_index.shape[1])


def sort_ids(ids: Ids) -> tuple[Ids, Longs]:
    """Sort rows bytewise.

    Returns:
        The sorted [N, 16] matrix and the permutation [N] that sorts.

    Raises:
        SnapshotError: an id stands twice.
    """
    high, low = halves(ids)
    order = np.argsort(high, kind="stable")
    leading = high[order]
    tied = np.flatnonzero(leading[1:] == leading[:-1])
    if len(tied):  # ids whose first 8 bytes agree: rare for hashes, usual for time-ordered UUIDs
        order = np.lexsort((low, high))
        leading = high[order]
        twice = np.flatnonzero((leading[1:] == leading[:-1]) & (low[order[1:]] == low[order[:-1]]))
        if len(twice):
            raise SnapshotError(f"{len(twice)} node ids stand twice, first {format_ids(ids[order[twice[:LISTED]]])}")
    return np.ascontiguousarray(ids[order]), order


class IdIndex:
    """Finds the rows of ids in a sorted id matrix.

    A table of the first row for each leading bit pattern leads next to the answer and a few steps do the rest: four
    times as fast as a binary search where ids are spread evenly, as hashes and random UUIDs are. Ids that crowd under
    one pattern (time-ordered UUIDs) would make many steps, so those take the binary search.
    """

    def __init__(self, sorted_ids: Ids) -> None:
        self._high, self._low = halves(sorted_ids)
        self._last = len(sorted_ids) - 1
        bits = max(self._last.bit_length(), 1)
        self._shift = np.uint64(64 - bits)
        self._starts = np.searchsorted(self._high, np.arange(2**bits, dtype=np.uint64) << self._shift)
        self._crowded = int(np.diff(self._starts).max()) > CROWDED

    def rows(self, wanted: Ids) -> Longs:
        """Row of each wanted id, -1 where it is absent. Shapes [M, 16] -> [M]."""
        if self._last < 0:
            return np.full(len(wanted), -1, np.int64)
        high, low = halves(wanted)
        row = self._first_at_least(high)
        # Pass over rows that share the first half but sort before; first halves repeat only for time-ordered UUIDs.
        self._step(row, lambda at, of: (self._high[at] == high[of]) & (self._low[at] < low[of]))
        return np.where((self._high[row] == high) & (self._low[row] == low), row, -1)

    def _first_at_least(self, high: NDArray[np.uint64]) -> Longs:
        if self._crowded:
            return np.minimum(np.searchsorted(self._high, high), self._last)
        row = np.minimum(self._starts[(high >> self._shift).astype(np.int64)], self._last)
        self._step(row, lambda at, of: self._high[at] < high[of])
        return row

    def _step(self, row: Longs, passed: Callable[[Longs, Longs | slice], NDArray[np.bool_]]) -> None:
        """Move each row on, in place, while it is ``passed`` and not the last."""
        pending = np.flatnonzero(passed(row, slice(None)) & (row < self._last))
        while len(pending):
            row[pending] += 1
            at = row[pending]
            pending = pending[passed(at, pending) & (at < self._last)]


def halves(ids: Ids) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """First and last 8 bytes of each id as native integers that sort as the bytes do."""
    words = np.ascontiguousarray(ids).view(">u8")
    return words[:, 0].astype(np.uint64), words[:, 1].astype(np.uint64)


def format_ids(ids: Ids) -> list[str]:
    """Canonical text of each id (lower case, hyphens)."""
    text = uuid_text(ids).tobytes().decode("ascii")
    return [text[start : start + TEXT_BYTES] for start in range(0, len(text), TEXT_BYTES)]


def uuid_text(ids: Ids) -> NDArray[np.uint8]:
    """ASCII of each id's canonical text. Shapes [N, 16] -> [N, 36]."""
    text = np.full((len(ids), TEXT_BYTES), ord("-"), np.uint8)
    text[:, _DIGITS] = _HEX[ids].reshape(len(ids), 32)
    return text


def parse_ids(texts: Sequence[str]) -> Ids:
    """Inverse of :func:`format_ids`; any spelling of a UUID.

    Raises:
        SnapshotError: a text is not a UUID.
    """
    try:
        raw = b"".join(uuid.UUID(text).bytes for text in texts)
    except ValueError:
        bad = next(text for text in texts if not _is_uuid(text))
        raise SnapshotError(f"node id {bad!r} is not a UUID") from None
    return np.frombuffer(bytearray(raw), np.uint8).reshape(-1, 16)


def order_edges(source: Longs, target: Longs, kind: Longs, nodes: int, kinds: int) -> tuple[Longs, Longs]:
    """Sort edges by (source, target, kind).

    Returns:
        edge_index [2, E] and edge_type [E].
    """
    if nodes * nodes * max(kinds, 1) < 2**63:
        key = (source * nodes + target) * max(kinds, 1) + kind  # one key, sorted without a permutation
        key.sort()
        pair, kind = np.divmod(key, max(kinds, 1))
        return np.stack(np.divmod(pair, max(nodes, 1))), kind
    order = np.lexsort((kind, target, source))
    return np.stack([source[order], target[order]]), kind[order]


def with_parent_edges(columns: GraphColumns) -> GraphColumns:
    """Add one edge of type ``Parent`` from each parent to its child."""
    if columns.parent is None:
        raise SnapshotError("parent edges were asked for, but parents were not read")
    child = np.flatnonzero(columns.parent >= 0)
    source = np.concatenate([columns.edge_index[0], columns.parent[child]])
    target = np.concatenate([columns.edge_index[1], child])
    kind = np.concatenate([columns.edge_type, np.full(len(child), columns.edge_types.index(PARENT), np.int64)])
    edge_index, edge_type = order_edges(source, target, kind, columns.nodes, len(columns.edge_types))
    return replace(columns, edge_index=edge_index, edge_type=edge_type)


def _is_uuid(text: str) -> bool:
    try:
        uuid.UUID(text)
    except ValueError:
        return False
    return True


def vocabulary(present: Iterable[str], listed: Sequence[str]) -> tuple[str, ...]:
    """The listed names, then those that are present beyond them, sorted: listed codes mean the same everywhere."""
    return (*listed, *sorted(set(present) - set(listed)))


def refuse_loose(what: str, starts: Sequence[str], ends: Sequence[str], total: int) -> Never:
    """The error for edges (or parents) whose end is no node of the snapshot; names the first ones."""
    listed = "\n".join(f"  {start} -> {end}" for start, end in zip(starts, ends, strict=True))
    raise SnapshotError(
        f"{total} {what} have an end that is no node of this snapshot, first:\n{listed}\n"
        "repair the snapshot, or export with dangling=drop, which counts them in the manifest"
    )
