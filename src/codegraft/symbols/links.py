"""Where resolvers write down what they find."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE

Rows = npt.NDArray[np.int64]


class Entity(NamedTuple):
    """A node of the snapshot: number of its file, number in the file. Node 0 stands for the file as a module."""

    file: int
    node: int


class Links:
    """References found so far, by row: the number of a node among those of all files."""

    def __init__(self, first: Rows) -> None:
        self.first = first
        self.target = np.full(first[-1], NONE, dtype=np.int64)
        self.callee = np.full(first[-1], NONE, dtype=np.int64)
        self._imports: set[tuple[int, int]] = set()
        self._first = first.tolist()

    def add_local(self, file: int, target: npt.NDArray[np.int32]) -> None:
        """Take over what a file alone tells: for each node its declaration in the file, or -1."""
        start, end = self._first[file], self._first[file + 1]
        self.target[start:end] = np.where(target == NONE, NONE, target + start)

    def refer(self, file: int, node: int, declaration: Entity) -> None:
        """A name refers to a declaration; a module is none."""
        if declaration.node:
            self.target[self._first[file] + node] = self._first[declaration.file] + declaration.node

    def call(self, file: int, node: int, definition: Entity) -> None:
        """A Call calls a Function or Class."""
        self.callee[self._first[file] + node] = self._first[definition.file] + definition.node

    def depend(self, file: int, other: int) -> None:
        """One file imports another."""
        if file != other:
            self._imports.add((self._first[file], self._first[other]))

    def import_pairs(self) -> Rows:
        """Pairs [i, 2] of importing and imported Module, sorted."""
        return np.array(sorted(self._imports), dtype=np.int64).reshape(-1, 2)
