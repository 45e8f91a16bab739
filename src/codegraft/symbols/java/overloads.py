"""Java overloads: which of several methods a call means, by its arguments."""

from collections.abc import Iterable, Sequence

from codegraft.symbols.java.declarations import Class, Function, Type
from codegraft.symbols.java.members import Members


def applicable(
    members: Members, candidates: Iterable[Function], arguments: Sequence[Type | None], shapes: Sequence[int | None]
) -> list[Function]:
    """Methods that a call may mean: strictly, with boxing, or with a variable number of arguments.

    ``shapes`` has the number of parameters of arguments that are lambdas, -1 for method references, else ``None``.
    """
    count = len(arguments)
    known = list(candidates)
    same = [method for method in known if len(method.parameter_rows) == count]
    for fits in (members.is_subtype, members.converts):
        found = [
            method
            for method in same
            if all(
                _takes(members, type_, shape) if shape is not None else fits(argument, type_)
                for argument, shape, type_ in zip(arguments, shapes, method.parameters, strict=True)
            )
        ]
        if found:
            return found
    variadic = [method for method in known if method.variadic and len(method.parameter_rows) - 1 <= count]
    return [
        method
        for method in variadic
        if all(
            _takes(members, type_, shape) if shape is not None else members.converts(argument, type_)
            for argument, shape, type_ in zip(arguments, shapes, expanded(method, count), strict=True)
        )
    ]


def most_specific(members: Members, candidates: Sequence[Function], arguments: int) -> list[Function]:
    """Candidates whose parameters fit all others': those that a call prefers."""
    fixed = all(len(method.parameter_rows) == arguments for method in candidates)

    def beats(one: Function, other: Function) -> bool:
        lowers = one.parameters if fixed else expanded(one, arguments)
        uppers = other.parameters if fixed else expanded(other, arguments)
        pairs = zip(lowers, uppers, strict=True)
        return all(members.is_subtype(lower, upper) for lower, upper in pairs)

    return [one for one in candidates if all(one is other or beats(one, other) for other in candidates)]


def expanded(method: Function, arguments: int) -> list[Type | None]:
    """Parameter types for so many arguments: a variadic last one repeated."""
    parameters = method.parameters
    if not method.variadic:
        return parameters
    last = parameters[-1]
    element = last.args[0] if last is not None and last.args else None
    return [*parameters[:-1], *([element] * (arguments - len(parameters) + 1))]


def _takes(members: Members, parameter: Type | None, shape: int) -> bool:
    """Whether a parameter may hold a lambda of so many parameters."""
    if parameter is None or parameter.head.kind == "type variable" or _unknown(parameter.head):
        return True
    method = members.functional(parameter.head)
    return method is not None and shape in (-1, len(method.parameter_rows))


def _unknown(class_: Class) -> bool:
    return not class_.known and class_.kind == "class"
