"""Functions of Python code: their parameters, and what decorators make of them."""

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from codegraft.symbols.python.kinds import LITERALS, Kind, among
from codegraft.symbols.python.tables import Tables
from codegraft.symbols.python.tree import NONE

CLASS_METHODS: Final = frozenset({"__init_subclass__", "__class_getitem__"})
"""Methods that get the class first without a decorator that says so."""


@dataclass
class Function:
    """A function or lambda: variables of its parameters, of what it returns and yields.

    ``passed`` are parameters that it returns as they are, ``unless`` pairs of a parameter and of what is returned where
    that is None; ``returns`` leaves both out.
    """

    positional: list[int] = field(default_factory=list)
    by_name: dict[int, int] = field(default_factory=dict)
    rest: int = NONE
    keywords: int = NONE
    returns: int = NONE
    yields: int = NONE
    owner: int = NONE
    static: bool = False
    of_class: bool = False
    property: bool = False
    accessor: bool = False
    generator: bool = False
    annotations: list[tuple[int, int]] = field(default_factory=list)
    defaults: dict[int, int] = field(default_factory=dict)
    optional: set[int] = field(default_factory=set)
    passed: dict[int, None] = field(default_factory=dict)
    unless: list[tuple[int, int]] = field(default_factory=list)


def read_functions(tables: Tables) -> dict[int, Function]:
    """All functions and lambdas by their nodes, in document order."""
    found: dict[int, Function] = {}
    start = tables.first_function
    nodes = np.flatnonzero(among(tables.forest.kind, "function", "lambda")).tolist()
    for number, node in enumerate(nodes):
        function = found[node] = Function(returns=start + 2 * number, yields=start + 2 * number + 1)
        scope = int(tables.scopes.scope[node])
        if scope >= 0 and tables.kind[scope] == Kind.CLASS:
            function.owner = scope
        _read_parameters(tables, node, function)
        _read_decorators(tables, node, function)
    for node in np.flatnonzero(among(tables.forest.kind, "yield")).tolist():
        if (around := found.get(tables.definition[node])) is not None:
            around.generator = True
    return found


def _read_parameters(tables: Tables, node: int, function: Function) -> None:
    head = next((child for child in tables.children(node) if tables.kind[child] == Kind.PARAMETERS), NONE)
    keyword_only = False
    for child in tables.children(head) if head != NONE else ():
        code = tables.kind[child]
        if code == Kind.STAR:
            keyword_only = True
            continue
        name = child
        while tables.kind[name] != Kind.NAME and tables.last[name] >= 0:
            name += 1
            code = tables.kind[name] if tables.kind[name] in (Kind.SPLAT, Kind.SPLAT2) else code
        if tables.kind[name] != Kind.NAME:
            keyword_only = True  # a bare star
            continue
        variable = tables.slot[name]
        if code == Kind.SPLAT:
            function.rest, keyword_only = variable, True
        elif code == Kind.SPLAT2:
            function.keywords = variable
        else:
            function.by_name[tables.name[name]] = variable
            if not keyword_only:
                function.positional.append(variable)
            value = tables.last[child]
            if tables.kind[child] == Kind.DEFAULT:
                function.optional.add(tables.name[name])
                if tables.kind[value] not in (*LITERALS, Kind.TYPE):
                    function.defaults[variable] = tables.slot[value]
            function.annotations += [
                (variable, part) for part in tables.children(child) if tables.kind[part] == Kind.TYPE
            ]


def _read_decorators(tables: Tables, node: int, function: Function) -> None:
    name = tables.text(tables.name[node + 1]) if tables.kind[node] == Kind.FUNCTION and tables.last[node] >= 0 else ""
    function.of_class = name in CLASS_METHODS and function.owner != NONE
    function.static = name == "__new__"
    for decorator in tables.decorators(node):
        expression = decorator + 1
        if tables.last[decorator] < 0:
            continue
        last = tables.last[expression] if tables.kind[expression] == Kind.ATTRIBUTE else expression
        said = tables.text(tables.name[last]) if tables.kind[last] == Kind.NAME else ""
        function.static |= said == "staticmethod"
        function.of_class |= said == "classmethod"
        function.accessor |= said in ("setter", "deleter")
        function.property |= said in ("property", "cached_property", "getter")
