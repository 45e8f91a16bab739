"""What a Python module lists in ``__all__``: the names that ``from module import *`` brings."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from codegraft.parsing.captures import syntax_types
from codegraft.parsing.syntax import Syntax
from codegraft.parsing.vocabulary import TEXTS, kind, role

ALL: Final = "__all__"
ASSIGNMENT, STATEMENT, MEMBER, LITERAL, VARIABLE = map(
    kind, ("Assignment", "ExpressionStatement", "MemberExpression", "Literal", "Variable")
)
LEFT, RIGHT, PROPERTY = map(role, ("field.left", "field.right", "field.property"))
OPERATOR: Final = TEXTS.index("text.operator")
WORD: Final = re.compile(r"""(["'])(\w+)\1""")


def public_names(syntax: Syntax, kinds: Sequence[int], names: Sequence[str | None]) -> frozenset[str] | None:
    """Names in the ``__all__`` of a module, ``None`` if it has none.

    It is read where the module's own statements assign lists or tuples of plain strings to it, or add such with
    ``+=``. Where anything else binds or changes it, it is computed, and no name is certain to be in it.
    """
    found: list[str] | None = None
    for node in _mentions(syntax, kinds, names):
        listed = _assigned(syntax, kinds, node)
        if listed is None:
            return frozenset()
        found = listed if _operator(syntax, int(syntax.parent[node])) is None else [*(found or []), *listed]
    return None if found is None else frozenset(found)


def _mentions(syntax: Syntax, kinds: Sequence[int], names: Sequence[str | None]) -> Iterator[int]:
    """Nodes that bind ``__all__``, and those through which a method may change it."""
    for node, name in enumerate(names):
        of_another = syntax.role[node] == PROPERTY
        if name == ALL and not of_another and (kinds[node] == VARIABLE or kinds[syntax.parent[node]] == MEMBER):
            yield node


def _assigned(syntax: Syntax, kinds: Sequence[int], name: int) -> list[str] | None:
    """The strings that a statement of the module assigns to a name or adds to it; ``None`` if it does otherwise."""
    assignment = int(syntax.parent[name])
    statement = int(syntax.parent[assignment])
    at_top = kinds[assignment] == ASSIGNMENT and kinds[statement] == STATEMENT and syntax.parent[statement] == 0
    if not at_top or syntax.role[name] != LEFT or _operator(syntax, assignment) not in (None, "+="):
        return None
    values = [node for node in _children(syntax, assignment) if syntax.role[node] == RIGHT]
    if len(values) != 1 or syntax_types(syntax.language)[syntax.type[values[0]]] not in ("list", "tuple"):
        return None
    words = [_word(syntax, kinds, node) for node in _children(syntax, values[0])]
    return [word for word in words if word is not None] if None not in words else None


def _operator(syntax: Syntax, assignment: int) -> str | None:
    """``+=`` and the like; ``None`` for ``=``."""
    found = (text for text in syntax.texts if text.node == assignment and text.code == OPERATOR)
    return next((syntax.snippet(text.start, text.end) for text in found), None)


def _word(syntax: Syntax, kinds: Sequence[int], node: int) -> str | None:
    text = syntax.snippet(int(syntax.start[node]), int(syntax.end[node])) if kinds[node] == LITERAL else ""
    match = WORD.fullmatch(text)
    return match[2] if match else None


def _children(syntax: Syntax, node: int) -> list[int]:
    return [int(child) for child in (syntax.parent == node).nonzero()[0]]
