"""Which declaration a name means, as far as one file tells: bindings by scope, uses looked up from the inside out."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.parsing.syntax import Scope
from codegraft.parsing.vocabulary import detail, kind, role, scope

Ints = npt.NDArray[np.int32]
Table = list[dict[str, list[int]]]
"""For each scope the declarations of each name, in document order."""

CLASS, FUNCTION, VARIABLE, PARAMETER, IDENTIFIER, ASSIGNMENT, UNKNOWN = map(
    kind, ("Class", "Function", "Variable", "Parameter", "Identifier", "Assignment", "Unknown")
)
DEFINITIONS: Final = (FUNCTION, CLASS)
CALLEE, PROPERTY = role("field.callee"), role("field.property")
GLOBAL, NONLOCAL, DELETED, TYPE_NAME, WALRUS, ASSIGNED, IMPORTED = map(
    detail, ("global", "nonlocal", "deleted", "type", "walrus", "assignment", "import")
)
MODULE_SCOPE, CLASS_SCOPE, FUNCTION_SCOPE, COMPREHENSION = map(scope, ("module", "class", "function", "comprehension"))

VALUES, TYPES, METHODS = range(3)
"""Namespaces. Python keeps all names in the first."""

_DEFINED, _BROUGHT = -2, -1

SETTLED, REBOUND, CONTESTED = range(3)
"""How a declaration holds its name in its scope. All Java names are settled; of Python names

- settled: only definitions bind it, all in one block (the last counts), or only imports, or only a parameter;
- rebound: an assignment or another statement binds or deletes it too, so nobody knows what it stands for;
- contested: definitions in several blocks, or definitions and imports, so nobody knows which one it means.
"""


@dataclass(frozen=True)
class Rules:
    """How a language binds names.

    Attributes:
        namespaces: namespace of what each kind of node declares.
        redeclares: every binding is a declaration, and outside classes it holds from there on (Java). Otherwise the
            first binding of a name in a scope is its declaration and the later ones are uses (Python).
        sees_members: functions see the names of the class around them.
    """

    namespaces: dict[int, int]
    redeclares: bool
    sees_members: bool


RULES: Final = {
    "python": Rules(dict.fromkeys((CLASS, FUNCTION, VARIABLE, PARAMETER), VALUES), False, False),
    "java": Rules({CLASS: TYPES, FUNCTION: METHODS, VARIABLE: VALUES, PARAMETER: VALUES}, True, True),
}


class Named(NamedTuple):
    """Columns over the nodes of a file that binding looks at, as lists; ``name`` is ``None`` where there is none."""

    start: list[int]
    end: list[int]
    parent: list[int]
    kind: list[int]
    detail: list[int]
    role: list[int]
    scope: list[int]
    name: list[str | None]


class Bindings(NamedTuple):
    """Result of :func:`bind`; the columns are described at :class:`codegraft.symbols.facts.FileFacts`."""

    kind: Ints
    declared: Ints
    declared_in: Ints
    holds: Ints
    target: Ints


def bind(language: str, nodes: Named, scopes: Sequence[Scope]) -> Bindings:
    """Bind the names of one file: which nodes declare, and which declaration each use means (-1: none here)."""
    binder = _Binder(RULES[language], nodes, scopes)
    declarations = list(binder.declare())
    target = np.full(len(nodes.kind), NONE, dtype=np.int32)
    for node, declaration in binder.resolve():
        target[node] = declaration
    columns = np.array(declarations, dtype=np.int32).reshape(-1, 2)
    holds = np.array([binder.holds(node, at) for node, at in declarations], dtype=np.int32)
    return Bindings(np.array(binder.kind, dtype=np.int32), columns[:, 0], columns[:, 1], holds, target)


class _Binder:
    def __init__(self, rules: Rules, nodes: Named, scopes: Sequence[Scope]) -> None:
        self.rules = rules
        self.kind = list(nodes.kind)
        self.nodes = nodes
        self.scopes = scopes
        self.tables: tuple[Table, Table, Table] = ([{} for _ in scopes], [{} for _ in scopes], [{} for _ in scopes])
        self.redirects = dict(self._redirects())
        self.unsettled: dict[tuple[int, str], int] = {}
        self.rebindings: dict[int, tuple[int, int]] = {}
        self.frames = list(_frames(scopes))

    def declare(self) -> Iterator[tuple[int, int]]:
        """Fill the tables; yield each declaration with its scope."""
        sorts: dict[tuple[int, str], set[int]] = {}
        for node, name, at in self._binding_nodes():
            at = self.redirects.get((at, name), at)
            declared = self.tables[self._namespace(node)][at].setdefault(name, [])
            sorts.setdefault((at, name), set()).add(self._sort(node))
            if declared and self.kind[node] == VARIABLE and not self.rules.redeclares:
                self.kind[node] = IDENTIFIER
                self.rebindings[node] = (declared[-1], at)
            else:
                declared.append(node)
                yield node, at
        if not self.rules.redeclares:
            self._settle(sorts)

    def holds(self, declaration: int, at: int) -> int:
        """Whether the name of a declaration in scope ``at`` is settled, rebound or contested."""
        return self.unsettled.get((at, self.nodes.name[declaration] or ""), SETTLED)

    def _sort(self, node: int) -> int:
        """A number for what binds a name: -2 a definition, -1 an import, or the kind of the node."""
        if self.kind[node] in DEFINITIONS:
            return _DEFINED
        return _BROUGHT if self.nodes.detail[node] == IMPORTED else self.kind[node]

    def _settle(self, sorts: dict[tuple[int, str], set[int]]) -> None:
        """Tell the names that are rebound or contested, by the sorts of what binds them and the blocks it is in."""
        for node, code in enumerate(self.nodes.detail):
            if code != DELETED:
                continue
            at, name = self.nodes.scope[node], self.nodes.name[node]
            if name is not None:
                sorts.setdefault((self.redirects.get((at, name), at), name), set()).add(VARIABLE)
        for (at, name), found in sorts.items():
            if len(found) > 1:
                self.unsettled[at, name] = CONTESTED if found == {_DEFINED, _BROUGHT} else REBOUND
            elif found == {_DEFINED}:
                blocks = {self.nodes.parent[node] for node in self.tables[VALUES][at][name]}
                if len(blocks) > 1:
                    self.unsettled[at, name] = CONTESTED

    def resolve(self) -> Iterator[tuple[int, int]]:
        """Yield each use with the declaration that it means."""
        apart = METHODS in self.rules.namespaces.values()
        details, roles = self.nodes.detail, self.nodes.role
        for node, name in enumerate(self.nodes.name):
            if self.kind[node] != IDENTIFIER or roles[node] == PROPERTY or name is None:
                continue
            is_type = details[node] == TYPE_NAME
            if apart and roles[node] == CALLEE and not is_type:
                continue
            if node in self.rebindings:
                found, at = self.rebindings[node]
                if self.holds(found, at) != CONTESTED:
                    yield node, found
                continue
            found = NONE if is_type and apart else self._find(self.tables[VALUES], node, name)
            if found == NONE and apart:
                found = self._find(self.tables[TYPES], node, name)
            if found != NONE:
                yield node, found

    def _binding_nodes(self) -> Iterator[tuple[int, str, int]]:
        """Nodes that bind a name, the name, and the scope in which they do unless that is redirected."""
        for node, name in enumerate(self.nodes.name):
            if name is None or self.kind[node] not in self.rules.namespaces:
                continue
            at = self.nodes.scope[node]
            while self.nodes.detail[node] == WALRUS and self.scopes[at].kind == COMPREHENSION:
                at = self.scopes[at].parent
            yield node, name, at

    def _namespace(self, node: int) -> int:
        namespace = self.rules.namespaces[self.kind[node]]
        return TYPES if self.nodes.detail[node] == TYPE_NAME and namespace == VALUES else namespace

    def _redirects(self) -> Iterator[tuple[tuple[int, str], int]]:
        """Names that ``global`` and ``nonlocal`` statements send from their scope to another."""
        details, names = self.nodes.detail, self.nodes.name
        statements = [node for node, code in enumerate(details) if code in (GLOBAL, NONLOCAL)]
        bound = {(at, name) for _, name, at in self._binding_nodes()} if statements else set()
        for node in statements:
            name, at = names[node], self.nodes.scope[node]
            if name is not None:
                yield (at, name), 0 if details[node] == GLOBAL else self._enclosing(bound, name, at)

    def _enclosing(self, bound: set[tuple[int, str]], name: str, at: int) -> int:
        outer = self.scopes[at].parent
        while outer > 0 and not (self.scopes[outer].kind == FUNCTION_SCOPE and (outer, name) in bound):
            outer = self.scopes[outer].parent
        return max(outer, 0)

    def _find(self, table: Table, node: int, name: str) -> int:
        here = self.nodes.scope[node]
        at = self.redirects.get((here, name), here) if self.redirects else here
        while at != NONE:
            declared = table[at].get(name)
            if declared and (at == here or self.rules.sees_members or self.scopes[at].kind != CLASS_SCOPE):
                if self.unsettled.get((at, name)) == CONTESTED:
                    return NONE
                found = self._choose(declared, node, at)
                if found != NONE:
                    return found
                if not self.rules.redeclares and at > 0:  # a class body skips the functions around it
                    at = 0
                    continue
            at = self.scopes[at].parent
        return NONE

    def _choose(self, declared: list[int], node: int, at: int) -> int:
        """The declaration that a use means among those of its name in scope ``at``."""
        if self.rules.redeclares:
            if self.scopes[at].kind in (CLASS_SCOPE, MODULE_SCOPE):
                return declared[0]
            before = bisect_left(declared, node)
            return declared[before - 1] if before else NONE
        if at < self.frames[self.nodes.scope[node]]:
            return last_definition(self.kind, declared)
        return self._in_order(declared, node, at)

    def _in_order(self, declared: list[int], node: int, at: int) -> int:
        """The latest declaration before a use that runs together with them.

        Before the first one a name of a function or comprehension is that one all the same (there are loops), a name
        in a class or module is none of them.
        """
        before = bisect_left(declared, node)
        for declaration in reversed(declared[:before]):
            if self._holds_from(declaration) <= self.nodes.start[node]:
                return declaration
        if self.scopes[at].kind in (CLASS_SCOPE, MODULE_SCOPE):
            return NONE
        return declared[min(before, len(declared) - 1)]

    def _holds_from(self, declaration: int) -> int:
        """Byte from which a name holds: not in the head of its definition, nor in the value that it is assigned."""
        node, parent, kinds = declaration, self.nodes.parent, self.kind
        if self.nodes.detail[node] in (ASSIGNED, WALRUS):
            while kinds[parent[node]] == UNKNOWN:
                node = parent[node]
            if kinds[parent[node]] == ASSIGNMENT:
                return self.nodes.end[parent[node]]
        return self.nodes.end[declaration]


def _frames(scopes: Sequence[Scope]) -> Iterator[int]:
    """For each scope the function or module in which it runs: classes and comprehensions run where they stand."""
    found: list[int] = []
    for number, (code, _, parent) in enumerate(scopes):
        found.append(found[parent] if code in (CLASS_SCOPE, COMPREHENSION) and parent != NONE else number)
    yield from found


def last_definition(kinds: Sequence[int], declared: Sequence[int]) -> int:
    """What a name means once its scope has run: of functions and classes the last, else the first declaration."""
    if kinds[declared[0]] not in DEFINITIONS:
        return declared[0]
    return next(node for node in reversed(declared) if kinds[node] in DEFINITIONS)
