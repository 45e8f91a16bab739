"""Which nodes of a file declare a name, and in which scope: what the text of one file says, whatever it means."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.syntax import Scope
from codegraft.parsing.vocabulary import detail, kind, scope

Ints = npt.NDArray[np.int32]

CLASS, FUNCTION, VARIABLE, PARAMETER, IDENTIFIER = map(
    kind, ("Class", "Function", "Variable", "Parameter", "Identifier")
)
GLOBAL, NONLOCAL, WALRUS = map(detail, ("global", "nonlocal", "walrus"))
FUNCTION_SCOPE, COMPREHENSION = map(scope, ("function", "comprehension"))

DECLARING: Final = frozenset({CLASS, FUNCTION, VARIABLE, PARAMETER})

REDECLARES: Final = frozenset({"java"})
"""Languages in which every binding is a declaration. Elsewhere the first of a name in its scope is, others use it."""


class Named(NamedTuple):
    """Columns over the nodes of a file, as lists; ``name`` is ``None`` where there is none."""

    kind: list[int]
    detail: list[int]
    scope: list[int]
    name: list[str | None]


class Declarations(NamedTuple):
    """``kind`` [n] of each node, later bindings of a name being Identifiers; ``nodes`` [d] that declare, in document
    order, and ``scopes`` [d], the scope of each."""

    kind: Ints
    nodes: Ints
    scopes: Ints


def find_declarations(language: str, nodes: Named, scopes: Sequence[Scope]) -> Declarations:
    """Declarations of one file."""
    kinds = list(nodes.kind)
    redirects = dict(_redirects(nodes, scopes))
    seen: set[tuple[int, str]] = set()
    found: list[tuple[int, int]] = []
    for node, name, written_in in _binding_nodes(nodes, scopes):
        at = redirects.get((written_in, name), written_in)
        if (at, name) in seen and kinds[node] == VARIABLE and language not in REDECLARES:
            kinds[node] = IDENTIFIER
        else:
            seen.add((at, name))
            found.append((node, at))
    columns = np.array(found, dtype=np.int32).reshape(-1, 2)
    return Declarations(np.array(kinds, dtype=np.int32), columns[:, 0], columns[:, 1])


def _binding_nodes(nodes: Named, scopes: Sequence[Scope]) -> Iterator[tuple[int, str, int]]:
    """Nodes that bind a name, the name, and the scope in which they do unless that is redirected."""
    for node, (code, name) in enumerate(zip(nodes.kind, nodes.name, strict=True)):
        if name is None or code not in DECLARING:
            continue
        at = nodes.scope[node]
        while nodes.detail[node] == WALRUS and scopes[at].kind == COMPREHENSION:
            at = scopes[at].parent
        yield node, name, at


def _redirects(nodes: Named, scopes: Sequence[Scope]) -> Iterator[tuple[tuple[int, str], int]]:
    """Names that ``global`` and ``nonlocal`` statements send from their scope to another."""
    statements = [node for node, code in enumerate(nodes.detail) if code in (GLOBAL, NONLOCAL)]
    bound = {(at, name) for _, name, at in _binding_nodes(nodes, scopes)} if statements else set()
    for node in statements:
        name, at = nodes.name[node], nodes.scope[node]
        if name is not None:
            yield (at, name), 0 if nodes.detail[node] == GLOBAL else _enclosing(scopes, bound, name, at)


def _enclosing(scopes: Sequence[Scope], bound: set[tuple[int, str]], name: str, at: int) -> int:
    """The function around a scope that binds a name; the module without one."""
    outer = scopes[at].parent
    while outer > 0 and not (scopes[outer].kind == FUNCTION_SCOPE and (outer, name) in bound):
        outer = scopes[outer].parent
    return max(outer, 0)
