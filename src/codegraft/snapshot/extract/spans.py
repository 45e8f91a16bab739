"""Graph nodes of all files, found by their bytes: every byte of a snapshot has a position of its own."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import kind, role
from codegraft.snapshot.extract.facts import FileFacts

Rows = npt.NDArray[np.int64]

CALL, CLASS, FUNCTION, IDENTIFIER, MEMBER, PARAMETER, VARIABLE = map(
    kind, ("Call", "Class", "Function", "Identifier", "MemberExpression", "Parameter", "Variable")
)


class Spans:
    """Nodes of all files, one file after the other, with their places in the snapshot.

    Attributes:
        first: [files + 1] row of each file's Module, then the number of rows N.
        base: [files + 1] position of each file's first byte, then the number of positions.
        kind, parent: [N] kind, and row of the enclosing node.
        start, end: [N] positions.
        callee: [N] of each Call what it calls, or -1; ``called``: the name of that, the last where there are dots.
    """

    def __init__(self, files: Sequence[FileFacts]) -> None:
        sizes = [len(facts.kind) for facts in files]
        self.first: Rows = np.cumsum([0, *sizes], dtype=np.int64)
        self.base: Rows = np.cumsum([0, *(int(facts.end[0]) + 1 for facts in files)], dtype=np.int64)
        self.kind = np.concatenate([facts.kind for facts in files])
        self.parent = rows_of(self.first, [facts.parent for facts in files])
        shift = np.repeat(self.base[:-1], sizes)
        self.start: Rows = np.concatenate([facts.start for facts in files]) + shift
        self.end: Rows = np.concatenate([facts.end for facts in files]) + shift
        roles = np.concatenate([facts.role for facts in files])
        self.callee = self._child(roles, "field.callee")
        last = np.where(self._is(self.callee, MEMBER), self._child(roles, "field.property")[self.callee], self.callee)
        self.called: Rows = np.where(self._is(last, IDENTIFIER), last, NONE)
        self._calls = np.flatnonzero((self.kind == CALL) & (self.callee != NONE))

    def spanning(self, code: int, start: Rows, end: Rows) -> Rows:
        """The node of a kind that has each span, or -1."""
        nodes = np.flatnonzero(self.kind == code)
        return _look_up(self._pairs(self.start[nodes], self.end[nodes]), nodes, self._pairs(start, end))

    def ending(self, codes: tuple[int, ...], end: Rows) -> Rows:
        """The node of some kinds that ends at each position, or -1."""
        nodes = np.flatnonzero(np.isin(self.kind, codes))
        return _look_up(self.end[nodes], nodes, end)

    def declaring(self, start: Rows, end: Rows) -> Rows:
        """The innermost Variable or Parameter around each span, or -1: a name stands within what declares it."""
        nodes = np.flatnonzero((self.kind == VARIABLE) | (self.kind == PARAMETER))
        if not len(nodes):
            return np.full(len(start), NONE, dtype=np.int64)
        found = nodes[np.maximum(np.searchsorted(self.start[nodes], start, side="right") - 1, 0)]
        return np.where((self.start[found] <= start) & (end <= self.end[found]), found, NONE)

    def calling(self, start: Rows, end: Rows) -> Rows:
        """The Call of each span, or -1. A span may begin with the name of what is called."""
        named = self._calls[self.called[self._calls] != NONE]
        keys = self._pairs(self.start[self.called[named]], self.end[named])
        found = self.spanning(CALL, start, end)
        return np.where(found != NONE, found, _look_up(keys, named, self._pairs(start, end)))

    def making(self, start: Rows) -> Rows:
        """The Call ``new Class()`` whose class is named from each position on, or -1."""
        calls = self._calls[self.start[self.callee[self._calls]] > self.start[self._calls]]
        return _look_up(self.start[self.callee[calls]], calls, start)

    def _child(self, roles: npt.NDArray[np.int32], name: str) -> Rows:
        """[N] the first child in a role, or -1."""
        children = np.flatnonzero(roles == role(name))[::-1]
        found = np.full(len(roles), NONE, dtype=np.int64)
        found[self.parent[children]] = children
        return found

    def _is(self, rows: Rows, code: int) -> npt.NDArray[np.bool_]:
        """Which rows are nodes of a kind."""
        found: npt.NDArray[np.bool_] = (rows != NONE) & (self.kind[rows] == code)
        return found

    def _pairs(self, start: Rows, end: Rows) -> Rows:
        """Spans as one number each."""
        pairs: Rows = start * int(self.base[-1] + 1) + end
        return pairs


def rows_of(first: Rows, columns: Sequence[npt.NDArray[np.int32]]) -> Rows:
    """Node numbers of each file as rows, in one column; -1 stays."""
    shifted = [
        np.where(column == NONE, NONE, column.astype(np.int64) + start)
        for column, start in zip(columns, first[:-1], strict=True)
    ]
    return np.concatenate(shifted)


def _look_up(keys: Rows, rows: Rows, wanted: Rows) -> Rows:
    """The row of each wanted key, the first of several, or -1."""
    if not len(keys):
        return np.full(len(wanted), NONE, dtype=np.int64)
    order = np.argsort(keys, kind="stable")
    at = order[np.minimum(np.searchsorted(keys, wanted, sorter=order), len(keys) - 1)]
    return np.where(keys[at] == wanted, rows[at], NONE)
