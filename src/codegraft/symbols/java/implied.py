"""Java calls that are not written: of iterators, ``close`` and ``toString``."""

from typing import Final

from codegraft.symbols.java.calls import call_library
from codegraft.symbols.java.choice import choose
from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, Type
from codegraft.symbols.java.lookup import methods_of
from codegraft.symbols.java.sites import Site


def enter_for_each(context: Context, row: int) -> None:
    """``for (T item : items)``: the variable is in scope in the body; what it holds is known after ``items``."""
    unit = context.unit
    type_row, name_row = unit.child(row, "type"), unit.child(row, "name")
    if name_row == NONE:
        return
    inferred = unit.says(type_row) == "var"
    local = context.declare(name_row, None if inferred else context.declared(type_row), row)
    if inferred:
        context.unfinished[local] = unit.child(row, "value")
    context.loops[row] = local


def leave_for_each(context: Context, row: int) -> None:
    """``for (T item : items)``: asks an iterable of the repository for its iterator, and that for the items."""
    unit, values = context.unit, context.values
    value, local = unit.child(row, "value"), context.loops.get(row)
    if value == NONE or local is None:
        return
    type_, held = context.types[value], context.held[value]
    values.load(held, None, local.variable)
    if type_ is None or type_.head.kind == "array":
        return
    iterator = implied_call(context, value, type_, held, "iterator")
    if iterator is not None:
        implied_call(context, value, iterator[0], iterator[1], "hasNext")
        item = implied_call(context, value, iterator[0], iterator[1], "next")
        if item is not None:
            values.copy(item[1], local.variable)


def leave_try(context: Context, row: int) -> None:
    """``try (resource)``: closes what it opened."""
    unit = context.unit
    resources = unit.child(row, "resources")
    for resource in unit.children(resources) if resources != NONE else ():
        value = unit.child(resource, "value")
        if value == NONE:
            value = resource + 1 if unit.stop[resource] > resource + 1 else NONE
        if value != NONE and context.types[value] is not None:
            implied_call(context, value, context.types[value], context.held[value], "close")


def string_of(context: Context, row: int, type_: Type | None) -> None:
    """A value becomes part of a string, by its ``toString``."""
    if (
        type_ is not None
        and type_.head.kind not in ("primitive", "null", "array")
        and not type_.head.binary.startswith("java.lang.")
    ):
        implied_call(context, row, type_, context.held[row], "toString")


def implied_call(
    context: Context, row: int, type_: Type | None, held: int, name: str
) -> tuple[Type | None, int] | None:
    """A call without arguments that is not written. Of the library's methods nothing is noted."""
    choice = methods_of(context, type_, held, name)
    method = choose(context, choice, []) if choice is not None else None
    if method is None or type_ is None:
        return None
    unit, values = context.unit, context.values
    returns = context.bound(type_, method.owner, method.returns)
    result = values.variable() if values.carries(returns) else NONE
    order = context.order(row)
    site = Site(
        context.caller, unit.number, unit.start[row], unit.end[row], order, method, held, [], result, noted=True
    )
    if method.owner.library:
        call_library(context, site, method, [])
    else:
        site.certain = not method.abstract and not context.members.is_overridden(method)
        values.call(site)
    return returns, result


ENTER: Final[dict[str, Handler]] = {
    "enhanced_for_statement": enter_for_each,
}
"""What entering a node does."""

LEAVE: Final[dict[str, Handler]] = {
    "enhanced_for_statement": leave_for_each,
    "try_with_resources_statement": leave_try,
}
"""What leaving a node does."""
