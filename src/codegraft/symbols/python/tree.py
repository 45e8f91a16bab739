"""Syntax nodes of many files as one forest: parents, siblings and depths from spans alone, column by column."""

from collections.abc import Sequence
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.parsing.nodes import Nodes

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
NONE: Final = -1


class Forest:
    """The nodes of some files of one language, one after the other; each file is a tree whose root is its first node.

    Attributes:
        kind: [n] codes of ``parsing.nodes.node_kinds``.
        start, end: [n] bytes in the node's file.
        name: [n] numbers of ``names``, or -1.
        names: what names say, without repetition; ``codes``: their numbers.
        first: [files + 1] first node of each file, then n.
        file: [n] number of the file.
        parent: [n] -1 for roots.
        place: [n] number among the children of its parent, from 0.
        after: [n] the next child of its parent, or -1.
        last: [n] last child, or -1; the first child, where there is one, is the next node.
    """

    def __init__(self, files: Sequence[Nodes]) -> None:
        sizes = [len(nodes.kind) for nodes in files]
        self.first: Longs = np.concatenate([[0], np.cumsum(sizes, dtype=np.int64)])
        self.file: Ints = np.repeat(np.arange(len(files), dtype=np.int32), sizes)
        self.kind = np.concatenate([nodes.kind for nodes in files])
        self.start: Ints = np.concatenate([nodes.start for nodes in files])
        self.end: Ints = np.concatenate([nodes.end for nodes in files])
        self._breaks = [nodes.breaks for nodes in files]
        self.codes, self.name = _merge_names(files)
        self.names = list(self.codes)
        self.parent, self.place, self.after = _nest(*self._spans())
        self.last: Ints = np.full(len(self.kind), NONE, dtype=np.int32)
        inner = (self.parent >= 0).nonzero()[0]
        self.last[self.parent[inner]] = inner

    def __len__(self) -> int:
        return len(self.kind)

    def lines(self, file: Ints, position: Ints) -> Ints:
        """Line numbers, from 1, of byte positions in files."""
        counts = np.array([len(breaks) for breaks in self._breaks], dtype=np.int64)
        before = np.concatenate([[0], np.cumsum(counts)])
        width = int(self.end.max(initial=0)) + 2
        every = np.concatenate(self._breaks).astype(np.int64) if self._breaks else np.empty(0, dtype=np.int64)
        breaks = every + np.repeat(np.arange(len(counts)), counts) * width
        found = np.searchsorted(breaks, file.astype(np.int64) * width + position)
        lines: Ints = (found - before[file] + 1).astype(np.int32)
        return lines

    def _spans(self) -> tuple[Longs, Longs]:
        """[n] bytes where nodes start and end, of all files one after the other."""
        roots = self.first[:-1]
        shift = np.zeros(len(roots), dtype=np.int64)
        (self.end[roots[:-1]] + 1).cumsum(out=shift[1:])
        every = shift[self.file]
        return self.start + every, self.end + every

    @cached_property
    def above(self) -> Ints:
        """[n] the parent; of roots the first node, which is of their kind."""
        found: Ints = np.maximum(self.parent, 0)
        return found

    @cached_property
    def parent_kind(self) -> npt.NDArray[np.uint8]:
        """[n] kind of the parent; roots have their own."""
        return self.kind.take(self.above)


def _merge_names(files: Sequence[Nodes]) -> tuple[dict[bytes, int], Ints]:
    """Numbers of the names of all files, and the column of names in them."""
    table: dict[bytes, int] = {}
    add = table.setdefault
    columns = []
    for nodes in files:
        codes = np.array([add(name, len(table)) for name in nodes.names] + [NONE], dtype=np.int32)
        columns.append(codes[nodes.name])
    return table, np.concatenate(columns)


def _nest(start: Longs, end: Longs) -> tuple[Ints, Ints, Ints]:
    """Parent, place among its siblings and next sibling of each node.

    A node's depth is the number of nodes before it less those that have ended; its parent is the last node before it
    that is one less deep, found among keys that put all nodes in order by depth and position.
    """
    n = len(start)
    numbers = np.arange(n)
    ended = np.sort(end).searchsorted(start, side="right")
    depth = np.maximum(numbers - ended, 0)  # the root of an empty file ends where it starts
    keys = np.sort(depth * n + numbers)
    by_depth = (keys % n).astype(np.int32)
    roots = int(np.count_nonzero(depth == 0))
    inner = by_depth[roots:]
    above = by_depth[keys.searchsorted(keys[roots:] - n) - 1]
    parent, place, after = np.array([[NONE], [0], [NONE]], dtype=np.int32).repeat(n, axis=1)
    parent[inner] = above
    same = above[1:] == above[:-1]  # siblings stand side by side
    numbers = numbers[: len(inner)]
    begins = numbers.copy()
    begins[1:][same] = 0
    place[inner] = numbers - np.maximum.accumulate(begins)
    after[inner[:-1][same]] = inner[1:][same]
    return parent, place, after
