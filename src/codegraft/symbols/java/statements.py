"""Java statements: resources, exceptions, patterns, what is returned."""

from typing import Final

from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE


def leave_resource(context: Context, row: int) -> None:
    """A variable of ``try (...)``, which is closed at the end."""
    unit, values = context.unit, context.values
    name_row, value = unit.child(row, "name"), unit.child(row, "value")
    if name_row == NONE or value == NONE:
        return
    type_row = unit.child(row, "type")
    declared = context.types[value] if unit.says(type_row) == "var" else context.declared(type_row)
    local = context.declare(name_row, declared, row)
    values.copy(context.held[value], local.variable)


def leave_caught(context: Context, row: int) -> None:
    """The parameter of a ``catch``."""
    unit = context.unit
    name_row, types = unit.child(row, "name"), unit.inner(row, "catch_type")
    if name_row != NONE:
        first = next(iter(unit.children(types)), NONE) if types != NONE else NONE
        local = context.declare(name_row, context.declared(first), row)
        for type_row in unit.children(types) if types != NONE else ():
            caught = context.declared(type_row)
            if caught is not None and local.variable != NONE:
                context.values.catch(caught.head, local.variable)


def leave_pattern(context: Context, row: int) -> None:
    """``Type name`` in ``instanceof``, ``case`` or a record's pattern: a variable from here on."""
    unit = context.unit
    parts = [child for child in unit.children(row) if unit.kind[child] != "modifiers"]
    if len(parts) == 2 and unit.kind[parts[1]] == "identifier":
        local = context.declare(parts[1], context.declared(parts[0]), row)
        context.values.copy(_matched(context, row), local.variable)


def _matched(context: Context, row: int) -> int:
    """The variable of the value that a pattern is matched against, where that is known."""
    unit = context.unit
    above = unit.parent[row]
    while above != NONE and unit.kind[above] in ("pattern", "switch_label", "switch_rule", "switch_block", "guard"):
        above = unit.parent[above]
    if unit.kind[above] == "instanceof_expression":
        return context.held[unit.child(above, "left")]
    if unit.kind[above] == "switch_block_statement_group":
        above = unit.parent[unit.parent[above]]
    return context.held[unit.child(above, "condition")] if unit.kind[above] == "switch_expression" else NONE


def leave_instanceof(context: Context, row: int) -> None:
    """``value instanceof Type name``."""
    unit = context.unit
    name_row = unit.child(row, "name")
    if name_row != NONE:
        local = context.declare(name_row, context.declared(unit.child(row, "right")), row)
        context.values.copy(context.held[unit.child(row, "left")], local.variable)
    context.types[row] = context.primitive("boolean")


def leave_return(context: Context, row: int) -> None:
    """``return value``: of a method or lambda."""
    function = context.function
    value = next(iter(context.unit.children(row)), NONE)
    if value == NONE or function is None:
        return
    if function.kind == "lambda" and function.result is None:
        function.result = context.types[value]
    context.hand_back(function, value)


def leave_throw(context: Context, row: int) -> None:
    """``throw value``: raises the class of the value."""
    value = next(iter(context.unit.children(row)), NONE)
    thrown = context.types[value] if value != NONE else None
    if thrown is not None and thrown.head.kind not in ("type variable", "primitive", "null"):
        context.refer("raise", value, thrown.head)
        if context.held[value] != NONE:
            context.values.throw(thrown.head, context.held[value])


LEAVE: Final[dict[str, Handler]] = {
    "resource": leave_resource,
    "catch_formal_parameter": leave_caught,
    "type_pattern": leave_pattern,
    "record_pattern_component": leave_pattern,
    "instanceof_expression": leave_instanceof,
    "return_statement": leave_return,
    "throw_statement": leave_throw,
}
"""What leaving a node does."""
