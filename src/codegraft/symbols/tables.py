"""Look-ups over the facts of one file, shared by the resolvers."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

import numpy as np

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import detail, kind, role, scope
from codegraft.symbols.facts import FileFacts, ImportFact
from codegraft.symbols.scopes import CONTESTED, SETTLED

CALL, CLASS, FUNCTION, IDENTIFIER, MEMBER, PARAMETER, UNKNOWN, VARIABLE = map(
    kind, ("Call", "Class", "Function", "Identifier", "MemberExpression", "Parameter", "Unknown", "Variable")
)
VARIADIC = detail("variadic")
MODULE_SCOPE, CLASS_SCOPE, FUNCTION_SCOPE = map(scope, ("module", "class", "function"))
OBJECT, PROPERTY, CALLEE, BASES, ARGUMENTS, DECORATORS, PARAMETERS, TYPE, RETURNS, INITIALIZER = map(
    role,
    (
        *("field.object", "field.property", "field.callee", "list.bases", "list.args", "list.decorators"),
        *("list.params", "field.type", "field.returns", "field.initializer"),
    ),
)

Members = dict[str, list[int]]
"""Declarations by name, in document order."""


class FileTables:
    """One file's facts, indexed."""

    def __init__(self, facts: FileFacts) -> None:
        self.facts = facts
        self.kind: Final[list[int]] = facts.kind.tolist()
        self.parent: Final[list[int]] = facts.parent.tolist()
        self.target: Final[list[int]] = facts.target.tolist()
        self.detail: Final[list[int]] = facts.detail.tolist()
        self.role: Final[list[int]] = facts.role.tolist()
        self._name: Final[list[int]] = facts.name.tolist()
        holds = zip(facts.declared.tolist(), facts.holds.tolist(), strict=True)
        self.unsettled: Final[dict[int, int]] = {node: code for node, code in holds if code != SETTLED}
        self.scope_of: Final[dict[int, int]] = {found.owner: number for number, found in enumerate(facts.scopes)}
        self._first: dict[int, dict[int, int]] = {}
        self._all: dict[int, dict[int, list[int]]] = {}

    def name(self, node: int) -> str:
        """Name of a node, empty if it has none."""
        code = self._name[node]
        return "" if code == NONE else self.facts.names[code]

    @cached_property
    def declared(self) -> dict[int, Members]:
        """Declarations by the number of their scope; only of modules and classes, which are seen from elsewhere."""
        seen_outside = (MODULE_SCOPE, CLASS_SCOPE)
        visible = {number for number, found in enumerate(self.facts.scopes) if found.kind in seen_outside}
        found: dict[int, Members] = {number: {} for number in visible}
        for node, at in zip(self.facts.declared.tolist(), self.facts.declared_in.tolist(), strict=True):
            if at in visible:
                found[at].setdefault(self.name(node), []).append(node)
        return found

    def contested(self, declaration: int) -> bool:
        """Whether its name may as well mean another declaration of its scope."""
        return self.unsettled.get(declaration) == CONTESTED

    @cached_property
    def contested_names(self) -> frozenset[str]:
        """Names that are contested in any scope of the file."""
        return frozenset(self.name(node) for node in self.unsettled if self.contested(node))

    @property
    def exports(self) -> Members:
        """Declarations of the module."""
        return self.declared[0]

    def members(self, class_: int) -> Members:
        """Declarations in the body of a class."""
        return self.declared[self.scope_of[class_]]

    @cached_property
    def imports(self) -> dict[int, list[ImportFact]]:
        """What is imported, by the declaration that stands for it."""
        found: dict[int, list[ImportFact]] = {}
        for fact in self.facts.imports:
            if fact.bound != NONE:
                bound = fact.bound if self.target[fact.bound] == NONE else self.target[fact.bound]
                found.setdefault(bound, []).append(fact)
        return found

    def child(self, node: int, code: int) -> int:
        """First child of a node in a role, or -1."""
        if code not in self._first:
            children = np.flatnonzero(self.facts.role == code)[::-1]
            parents = self.facts.parent[children].tolist()
            self._first[code] = dict(zip(parents, children.tolist(), strict=True))
        return self._first[code].get(node, NONE)

    def children(self, node: int, code: int) -> list[int]:
        """All children of a node in a role."""
        if code not in self._all:
            found: dict[int, list[int]] = {}
            for child in np.flatnonzero(self.facts.role == code).tolist():
                found.setdefault(self.parent[child], []).append(child)
            self._all[code] = found
        return self._all[code].get(node, [])

    def nodes(self, kinds: Iterable[int]) -> list[int]:
        """All nodes of some kinds, in document order."""
        return np.flatnonzero(np.isin(self.facts.kind, list(kinds))).tolist()

    def enclosing_classes(self, node: int) -> Iterator[int]:
        """Classes in whose body, or a function in it, a node is evaluated; the innermost first."""
        at = int(self.facts.scope[node])
        while at != NONE:
            found = self.facts.scopes[at]
            if found.kind == CLASS_SCOPE:
                yield found.owner
            at = found.parent
