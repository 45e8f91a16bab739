"""Edges of a snapshot, from resolved names and the tree, a column at a time."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import kind, role, scope
from codegraft.snapshot.extract.facts import FileFacts
from codegraft.snapshot.extract.resolution import Resolution
from codegraft.snapshot.kinds import EDGE_KINDS

Rows = npt.NDArray[np.int64]

ASSIGNMENT, CALL, MEMBER, VARIABLE = map(kind, ("Assignment", "Call", "MemberExpression", "Variable"))
_CALLERS: Final = tuple(scope(name) for name in ("module", "class", "function"))


class Edges(NamedTuple):
    """Edges as columns [e] of node rows and codes of ``EDGE_KINDS``, sorted, without repetition."""

    source: Rows
    target: Rows
    kind: Rows


def build_edges(files: Sequence[FileFacts], resolution: Resolution) -> Edges:
    """All six kinds of edges.

    - Call: the nearest Function, Class or Module whose code calls -> the definition, else the callee expression
    - Import: Module -> Module
    - MemberAccess: object -> property
    - Assignment: what is assigned to -> value
    - ResolvesTo: name -> declaration
    - Declares: owner of the scope -> declaration
    """
    columns = _Columns(files, resolution)
    found = {
        "Call": columns.calls(),
        "Import": resolution.imports.T,
        "MemberAccess": columns.siblings(MEMBER, "field.object", "field.property"),
        "Assignment": columns.assignments(),
        "ResolvesTo": columns.references(),
        "Declares": columns.declarations(),
    }
    nodes, kinds = len(resolution.target), len(EDGE_KINDS)
    keys = [(source * nodes + target) * kinds + EDGE_KINDS.index(name) for name, (source, target) in found.items()]
    pairs, code = np.divmod(np.unique(np.concatenate(keys)), kinds)
    return Edges(*np.divmod(pairs, nodes), code)


class _Columns:
    """The columns of all files, one below the other, with node numbers turned into rows."""

    def __init__(self, files: Sequence[FileFacts], resolution: Resolution) -> None:
        self.files, self.resolution = files, resolution
        self.kind = np.concatenate([facts.kind for facts in files])
        self.role = np.concatenate([facts.role for facts in files])
        self.parent = self.resolution.rows([facts.parent for facts in files])

    def child(self, name: str) -> Rows:
        """Row of each node's child in a role, the first where there are several; -1 where there is none."""
        children = np.flatnonzero(self.role == role(name))[::-1]
        found = np.full(len(self.kind), NONE, dtype=np.int64)
        found[self.parent[children]] = children
        return found

    def siblings(self, parent_kind: int, source: str, target: str) -> Rows:
        """Pairs of children of the same parent by their roles."""
        pairs = np.stack([self.child(source), self.child(target)])[:, self.kind == parent_kind]
        return pairs[:, (pairs != NONE).all(axis=0)]

    def assignments(self) -> Rows:
        """Pairs of target and value: of assignments, and of declarations with a value."""
        values = self.child("field.initializer")
        declared = np.flatnonzero((self.kind == VARIABLE) & (values != NONE))
        initial = np.stack([declared, values[declared]])
        return np.concatenate([self.siblings(ASSIGNMENT, "field.left", "field.right"), initial], axis=1)

    def references(self) -> Rows:
        """Pairs of name and declaration."""
        names = np.flatnonzero(self.resolution.target != NONE)
        return np.stack([names, self.resolution.target[names]])

    def calls(self) -> Rows:
        """Pairs of caller and callee."""
        calls = np.flatnonzero(self.kind == CALL)
        known = self.resolution.callee[calls]
        pairs = np.stack([self._callers()[calls], np.where(known == NONE, self.child("field.callee")[calls], known)])
        return pairs[:, (pairs != NONE).all(axis=0)]

    def declarations(self) -> Rows:
        """Pairs of the owner of a scope and a declaration in it."""
        owners = [np.array([found.owner for found in facts.scopes], dtype=np.int32) for facts in self.files]
        sources = [owner[facts.declared_in] for owner, facts in zip(owners, self.files, strict=True)]
        return np.stack([self.resolution.rows(sources), self.resolution.rows([facts.declared for facts in self.files])])

    def _callers(self) -> Rows:
        """Row of the Function, Class or Module in whose scope each node is evaluated; a Module is in its own."""
        columns = []
        for facts in self.files:
            callers = np.array(list(_scope_callers(facts)), dtype=np.int32)
            columns.append(callers[np.maximum(facts.scope, 0)])
        return self.resolution.rows(columns)


def _scope_callers(facts: FileFacts) -> Iterator[int]:
    """For each scope the owner of the nearest one around it, or itself, that can call."""
    found: list[int] = []
    for code, owner, parent in facts.scopes:
        found.append(owner if code in _CALLERS else found[parent])
    yield from found
