"""Java type inference: what type variables stand for in a call, and what the place of an expression asks for."""

from typing import Final

from codegraft.symbols.java.choice import LAMBDAS, choose
from codegraft.symbols.java.context import Context
from codegraft.symbols.java.declarations import NONE, Class, Function, Type
from codegraft.symbols.java.hierarchy import substitute
from codegraft.symbols.java.lookup import argument_rows, look_up
from codegraft.symbols.java.overloads import expanded

_MAX_ASKING: Final = 3
"""How many calls around one are asked what type they want of it."""

_CALLS: Final = frozenset(
    {"method_invocation", "object_creation_expression", "explicit_constructor_invocation", "enum_constant"}
)
_TRANSPARENT: Final = frozenset(
    {"parenthesized_expression", "ternary_expression", "switch_expression", "switch_block", "switch_rule"}
    | {"expression_statement", "yield_statement"}
)
"""Syntax through which a place asks for the type of what is in it."""


def inferred(
    context: Context, call: int, method: Function, holder: Type | None, arguments: list[int]
) -> dict[Class, Type | None]:
    """What the type variables of a method and of the type that has it stand for in a call."""
    members = context.members
    bindings: dict[Class, Type | None] = dict.fromkeys(method.type_parameters.values())
    if method.kind == "constructor":
        bindings |= dict.fromkeys(method.owner.type_parameters.values())
    if holder is not None and (holder.args or holder.head is not method.owner):
        bindings |= members.bindings(holder, method.owner)
    if not bindings:
        return bindings
    unit = context.unit
    for parameter, row in zip(expanded(method, len(arguments)), arguments, strict=False):
        if unit.kind[row] in LAMBDAS:
            _infer_from_result(context, parameter, row, bindings)
        else:
            members.infer(parameter, context.types[row], bindings)
    if None in bindings.values() and context.asking < _MAX_ASKING:
        context.asking += 1
        members.infer(_shape(method), expected(context, call), bindings)
        context.asking -= 1
    return bindings


def _shape(method: Function) -> Type | None:
    """What a call gives, in terms of type variables."""
    if method.kind == "constructor":
        return Type(method.owner, tuple(Type(variable) for variable in method.owner.type_parameters.values()))
    return method.returns if method.returns is not None and method.returns.args else None


def _infer_from_result(context: Context, parameter: Type | None, row: int, bindings: dict[Class, Type | None]) -> None:
    function = context.lambda_at.get(row)
    result = function.result if function is not None else context.results.get(row)
    if parameter is None or result is None or result.head.name == "void":
        return
    functional = context.members.functional(parameter.head)
    if functional is not None:
        returns = context.bound(parameter, functional.owner, functional.returns)
        context.members.infer(returns, result, bindings)


def expected(context: Context, row: int) -> Type | None:
    """The type that the place of an expression asks for: a variable's, a parameter's, what a function returns."""
    unit = context.unit
    above = unit.parent[row]
    while unit.kind[above] in _TRANSPARENT and unit.field[row] != "condition":
        row, above = above, unit.parent[above]
    kind = unit.kind[above]
    if kind == "variable_declarator":
        return _variable_type(context, above)
    if kind == "assignment_expression":
        return context.types[unit.child(above, "left")]
    if kind == "cast_expression":
        return context.declared(unit.child(above, "type"))
    if kind == "return_statement" or kind == "lambda_expression":
        return _asked_of(context, context.function)
    if kind == "argument_list":
        return _parameter(context, unit.parent[above], row)
    if kind == "array_initializer":
        return context.element(_array_type(context, above))
    return None


def _variable_type(context: Context, declarator: int) -> Type | None:
    unit = context.unit
    holder = unit.parent[declarator]
    name = unit.says(unit.child(declarator, "name"))
    if unit.kind[holder] != "local_variable_declaration":
        field = context.classes[-1].fields.get(name)
        return field.type if field is not None else None
    dimensions = unit.child(declarator, "dimensions")
    return context.declared(unit.child(holder, "type"), unit.says(dimensions).count("[") if dimensions != NONE else 0)


def _array_type(context: Context, row: int) -> Type | None:
    unit = context.unit
    above = unit.parent[row]
    if unit.kind[above] == "array_creation_expression":
        count = sum(unit.says(child).count("[") for child in unit.children(above) if unit.kind[child] == "dimensions")
        return context.declared(unit.child(above, "type"), count)
    return (
        context.element(_array_type(context, above))
        if unit.kind[above] == "array_initializer"
        else expected(context, row)
    )


def _asked_of(context: Context, function: Function | None) -> Type | None:
    """What a function has to return."""
    if function is None or function.kind != "lambda":
        return function.returns if function is not None else None
    functional = context.members.functional(function.target.head) if function.target is not None else None
    if functional is None or function.target is None:
        return None
    return context.bound(function.target, functional.owner, functional.returns)


def _parameter(context: Context, call: int, row: int) -> Type | None:
    """The type of the parameter that an argument is for, as far as the arguments before it tell."""
    choice = look_up(context, call) if context.unit.kind[call] in _CALLS else None
    if choice is None:
        return None
    arguments = argument_rows(context, call)
    method = choose(context, choice, arguments)
    if method is None:
        return None
    number = arguments.index(row)
    parameter = expanded(method, len(arguments))[number]
    return substitute(parameter, inferred(context, call, method, choice.holder, arguments))
