"""The words that the query files may use: node kinds, their details, roles, scopes.

Positions in these tuples are the codes in the columns of :class:`codegraft.parsing.syntax.Syntax`, equal for all
languages.
"""

from typing import Final

KINDS: Final = (
    "Module",
    "Block",
    "Function",
    "Class",
    "Conditional",
    "Loop",
    "Return",
    "Variable",
    "Parameter",
    "Assignment",
    "Literal",
    "Call",
    "MemberExpression",
    "Identifier",
    "ExpressionStatement",
    "Import",
    "Unknown",
)
"""Node kinds: ``@Call``."""

DETAILS: Final = (
    "",
    # literals
    *("number", "string", "boolean", "null", "ellipsis"),
    # loops, and the variables of `for`
    *("for", "for_each", "while", "do", "comprehension"),
    # bindings
    *("assignment", "walrus", "with", "except", "import", "match"),
    *("local", "field", "constant", "resource", "catch", "pattern"),
    # names that mean something else than a plain use
    *("global", "nonlocal", "deleted", "type", "variadic"),
    # definitions
    *("lambda", "constructor", "anonymous", "interface", "enum", "record", "annotation"),
)
"""What may follow a kind: ``@Literal.number``. The first means that nothing does."""

SINGLE: Final = (
    *("callee", "object", "property", "left", "right", "initializer", "value", "expression", "type", "returns"),
    *("condition", "then", "else", "guard", "body", "finally", "init", "update", "target", "iterable", "default"),
)
"""Fields of one child: ``@field.callee`` becomes ``calleeId`` in the parent's data."""

MULTIPLE: Final = (
    *("args", "params", "bases", "keywords", "decorators", "body", "statements", "declarations"),
    *("elifs", "handlers", "labels", "types"),
)
"""Fields of several children: ``@list.args`` becomes ``args``, a list of ids."""

ROLES: Final = (*(f"field.{name}" for name in SINGLE), *(f"list.{name}" for name in MULTIPLE))
"""How a node belongs to its parent."""

TEXTS: Final = ("text.name", "text.module", "text.operator", "text.modifier", "texts.imported", "texts.alias")
"""Pieces of source text that become data of the parent, one (``text``) or several (``texts``)."""

SCOPES: Final = ("scope.module", "scope.class", "scope.function", "scope.comprehension", "scope.block")
"""Where names are local to."""

MARKS: Final = ("hidden", "inside", "outer", "member")
"""The remaining captures; see the head of ``python.scm``."""


def kind(name: str) -> int:
    """Code of a node kind."""
    return KINDS.index(name)


def detail(name: str) -> int:
    """Code of a detail."""
    return DETAILS.index(name)


def role(name: str) -> int:
    """Code of a role: ``role("field.callee")``."""
    return ROLES.index(name)


def scope(name: str) -> int:
    """Code of a kind of scope, without its prefix: ``scope("class")``."""
    return SCOPES.index(f"scope.{name}")
