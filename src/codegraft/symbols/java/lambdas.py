"""Java functions as values: lambdas and method references."""

from typing import Final

from codegraft.symbols.java.choice import lambda_parameters
from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, Class, Function, Type, component_read, parameter_parts
from codegraft.symbols.java.hierarchy import substitute
from codegraft.symbols.java.inference import expected
from codegraft.symbols.java.lookup import methods_of
from codegraft.symbols.java.overloads import applicable, most_specific


def enter_lambda(context: Context, row: int) -> None:
    """A lambda begins: the place that it stands in decides what its parameters are."""
    unit, class_ = context.unit, context.classes[-1]
    class_.lambdas += 1
    function = Function("lambda", class_, f"<lambda{class_.lambdas}>", row, context.function)
    function.target = expected(context, row)
    types = parameter_types(context, function.target)
    context.lambda_at[row] = function
    context.found_functions.append(function)
    context.functions[-1] = function
    rows = lambda_parameters(context, row)
    function.parameter_rows = rows
    for number, parameter in enumerate(rows):
        type_row, name_row, dimensions = parameter_parts(unit, parameter)
        written = type_row != NONE and unit.says(type_row) != "var"
        known = types[number] if number < len(types) else None
        local = context.declare(
            name_row, context.declared(type_row, dimensions) if written else known, row, parameter=True
        )
        local.number = number
        if local.variable != NONE:
            local.variable = context.values.parameter(function, number)


def parameter_types(context: Context, target: Type | None) -> list[Type | None]:
    """Types of the parameters that a functional interface passes."""
    functional = context.members.functional(target.head) if target is not None else None
    if functional is None or target is None:
        return []
    bindings: dict[Class, Type | None] = dict.fromkeys(functional.owner.type_parameters.values())
    bindings |= context.members.bindings(target, functional.owner)
    return [substitute(type_, bindings) for type_ in functional.parameters]


def leave_lambda(context: Context, row: int) -> None:
    """It ends: what its body is it returns."""
    function = context.lambda_at[row]
    body = context.unit.child(row, "body")
    if body != NONE and context.unit.kind[body] != "block":
        function.result = context.types[body]
        context.hand_back(function, body)
    context.functions[-1] = function.outer
    context.types[row] = function.target
    context.held[row] = context.values.variable()
    context.values.new_lambda(function, context.held[row])


def leave_reference(context: Context, row: int) -> None:
    """``Type::name``, ``value::name``, ``Type::new``."""
    unit = context.unit
    first = row + 1
    target = expected(context, row)
    context.types[row] = target
    context.held[row] = context.values.variable()
    takes = parameter_types(context, target)
    last = max(unit.children(row), default=NONE)
    if last == NONE:
        return
    if last == first or unit.kind[last] != "identifier":
        _refer_constructor(context, row, target, takes)
        return
    name = unit.says(last)
    holder = _holder(context, first)
    if holder is not None:
        _refer_by_type(context, row, holder, name, target, takes)
        return
    receiver, type_ = context.held[first], context.types[first]
    choice = methods_of(context, type_, receiver, name)
    method = _fitting(context, choice.methods if choice is not None else [], takes, known=target is not None)
    if method is None or type_ is None:
        return
    returns = context.bound(type_, method.owner, method.returns)
    _keep(context, row, method, "static" if unit.kind[first] == "super" else "bound", receiver, None, target, returns)


def _holder(context: Context, row: int) -> Type | None:
    """The type before ``::``, where it is one."""
    if row in context.denoted:
        return Type(context.denoted[row])
    if context.unit.kind[row] in ("type_identifier", "generic_type", "scoped_type_identifier", "array_type"):
        return context.declared(row)
    return None


def _refer_constructor(context: Context, row: int, target: Type | None, takes: list[Type | None]) -> None:
    first = row + 1
    made = _holder(context, first)
    if made is None or made.head.kind == "array":
        return
    context.refer("instantiate", first, made.head)
    method = _fitting(context, made.head.constructors, takes, known=target is not None)
    own = method if not made.head.library else None
    _keep(context, row, own, "new", NONE, made.head, target, made)


def _refer_by_type(
    context: Context, row: int, holder: Type, name: str, target: Type | None, takes: list[Type | None]
) -> None:
    """A static method, or an instance's method whose receiver is the first argument."""
    if component_read(holder.head, name) is not None:
        return
    methods = context.members.methods(holder.head, name)
    static = [method for method in methods if method.static]
    unbound = [method for method in methods if not method.static]
    method = _fitting(context, static, takes, known=target is not None)
    if method is not None:
        _keep(context, row, method, "static", NONE, None, target, method.returns)
        return
    method = _fitting(context, unbound, takes[1:], known=target is not None and bool(takes))
    if method is not None:
        seen = takes[0] if takes and takes[0] is not None else holder
        returns = context.bound(seen if holder.args == () else holder, method.owner, method.returns)
        _keep(context, row, method, "unbound", NONE, None, target, returns)


def _keep(
    context: Context,
    row: int,
    method: Function | None,
    mode: str,
    receiver: int,
    made: Class | None,
    target: Type | None,
    returns: Type | None,
) -> None:
    if returns is not None:
        context.results[row] = returns
    context.values.new_reference(method, mode, receiver, made, target, context.held[row])


def _fitting(context: Context, methods: list[Function], takes: list[Type | None], *, known: bool) -> Function | None:
    """The method that takes what the functional interface passes; the only one of its name if that is not known."""
    if not known:
        return methods[0] if len(methods) == 1 else None
    found = applicable(context.members, methods, takes, [None] * len(takes))
    if len(found) > 1:
        found = most_specific(context.members, found, len(takes)) or found
    return found[0] if found else None


ENTER: Final[dict[str, Handler]] = {
    "lambda_expression": enter_lambda,
}
"""What entering a node does."""

LEAVE: Final[dict[str, Handler]] = {
    "lambda_expression": leave_lambda,
    "method_reference": leave_reference,
}
"""What leaving a node does."""
