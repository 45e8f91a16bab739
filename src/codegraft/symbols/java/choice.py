"""Which method a Java call means, by its arguments."""

from typing import Final

from codegraft.symbols.java.context import Choice, Context
from codegraft.symbols.java.declarations import NONE, Function
from codegraft.symbols.java.overloads import applicable, expanded, most_specific

LAMBDAS: Final = ("lambda_expression", "method_reference")


def choose(context: Context, choice: Choice, arguments: list[int]) -> Function | None:
    """The method that a call means, by its arguments' number and types; ``None`` if the text does not settle it."""
    methods = choice.methods
    if len(methods) == 1:
        only = methods[0]
        count = len(only.parameter_rows)
        return only if count == len(arguments) or (only.variadic and len(arguments) >= count - 1) else None
    members, unit = context.members, context.unit
    count = len(arguments)
    fitting = [
        m for m in methods if len(m.parameter_rows) == count or (m.variadic and len(m.parameter_rows) - 1 <= count)
    ]
    if len(fitting) == 1:
        return fitting[0]
    types = [context.types[row] if unit.kind[row] not in LAMBDAS else None for row in arguments]
    shapes = [_shape(context, row) for row in arguments]
    found = applicable(members, fitting, types, shapes)
    if len(found) > 1:
        found = most_specific(members, found, count) or found
    if len(found) > 1:
        found = _by_lambdas(context, found, arguments) or found
    if len(found) > 1 and len({method.descriptor for method in found}) == 1:
        found = [next((method for method in found if not method.abstract), found[0])]
    return found[0] if len(found) == 1 else None


def _shape(context: Context, row: int) -> int | None:
    kind = context.unit.kind[row]
    if kind == "method_reference":
        return -1
    return len(lambda_parameters(context, row)) if kind == "lambda_expression" else None


def _by_lambdas(context: Context, methods: list[Function], arguments: list[int]) -> list[Function]:
    """Of methods that take different functional interfaces, those that fit whether the lambda gives a value."""
    for number, row in enumerate(arguments):
        if context.unit.kind[row] == "lambda_expression":
            gives = _gives_value(context, row)
            fits = []
            for method in methods:
                type_ = expanded(method, len(arguments))[number]
                functional = context.members.functional(type_.head) if type_ is not None else None
                returns = functional.returns if functional is not None else None
                if (returns is None or returns.head.name != "void") == gives:
                    fits.append(method)
            return fits if len(fits) == 1 else []
    return []


def _gives_value(context: Context, row: int) -> bool:
    unit = context.unit
    body = unit.child(row, "body")
    if unit.kind[body] != "block":
        return True
    inside = range(body, unit.stop[body])
    return any(unit.kind[part] == "return_statement" and unit.stop[part] > part + 1 for part in inside)


def lambda_parameters(context: Context, row: int) -> list[int]:
    """Rows of a lambda's parameters: declarations or bare names."""
    unit = context.unit
    found = unit.child(row, "parameters")
    if found == NONE:
        return []
    return [found] if unit.kind[found] == "identifier" else list(unit.children(found))
