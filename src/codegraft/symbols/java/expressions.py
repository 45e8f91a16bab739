"""Java operators, literals and arrays."""

from typing import Final

from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, Type
from codegraft.symbols.java.implied import string_of

_INTEGERS: Final = ("decimal_integer_literal", "hex_integer_literal", "octal_integer_literal", "binary_integer_literal")

_BOOLEAN_OPERATORS: Final = frozenset({"==", "!=", "<", ">", "<=", ">=", "&&", "||"})

_RANKS: Final = ("int", "long", "float", "double")


def leave_array_access(context: Context, row: int) -> None:
    """``array[index]``."""
    array = context.unit.child(row, "array")
    context.types[row] = context.element(context.types[array])
    if context.values.carries(context.types[row]) and context.held[array] != NONE:
        context.held[row] = context.values.variable()
        context.values.load(context.held[array], None, context.held[row])


def leave_parenthesized(context: Context, row: int) -> None:
    """``(value)``."""
    inner = row + 1
    if inner < context.unit.stop[row]:
        context.types[row], context.held[row] = context.types[inner], context.held[inner]


def leave_cast(context: Context, row: int) -> None:
    """``(Type) value``."""
    value = context.unit.child(row, "value")
    context.types[row] = context.declared(context.unit.child(row, "type"))
    if value != NONE and context.values.carries(context.types[row]):
        context.held[row] = context.held[value]


def leave_choice(context: Context, row: int) -> None:
    """``condition ? one : other``."""
    unit = context.unit
    context.merge(row, [unit.child(row, "consequence"), unit.child(row, "alternative")])


def leave_switch(context: Context, row: int) -> None:
    """``switch`` as an expression: one of what its rules give."""
    unit = context.unit
    body = unit.child(row, "body")
    results = []
    for rule in unit.children(body) if body != NONE else ():
        if unit.kind[rule] == "switch_rule":
            parts = [child for child in unit.children(rule) if unit.kind[child] != "switch_label"]
            results += [part + 1 for part in parts if unit.kind[part] == "expression_statement"]
    context.merge(row, [*results, *context.yields.get(row, [])])


def leave_yield(context: Context, row: int) -> None:
    """``yield value``: of the switch around."""
    above = context.unit.parent[row]
    while above != NONE and context.unit.kind[above] != "switch_expression":
        above = context.unit.parent[above]
    context.yields.setdefault(above, []).append(row + 1)


def leave_binary(context: Context, row: int) -> None:
    """Operators with two operands."""
    unit = context.unit
    left, right = unit.child(row, "left"), unit.child(row, "right")
    operator = unit.says(unit.child(row, "operator"))
    if operator in _BOOLEAN_OPERATORS:
        context.types[row] = context.primitive("boolean")
        return
    types = [context.types[left], context.types[right]]
    string = context.names.string
    if operator == "+" and any(type_ is not None and type_.head is string for type_ in types):
        context.types[row] = Type(string)
        for operand, type_ in zip((left, right), types, strict=True):
            string_of(context, operand, type_)
        return
    context.types[row] = _promoted(context, types)


def _promoted(context: Context, types: list[Type | None]) -> Type | None:
    names = [type_.head.name for type_ in types if type_ is not None and type_.head.kind == "primitive"]
    if len(names) != len(types):
        return None
    if names == ["boolean"] * len(names):
        return context.primitive("boolean")
    return context.primitive(max((name if name in _RANKS else "int" for name in names), key=_RANKS.index))


def leave_unary(context: Context, row: int) -> None:
    """Operators with one operand; increments."""
    operand = next((child for child in context.unit.children(row) if context.unit.field[child] != "operator"), NONE)
    if operand != NONE:
        type_ = context.types[operand]
        small = type_ is not None and type_.head.name in ("byte", "short", "char")
        context.types[row] = (
            context.primitive("int") if small and context.unit.kind[row] == "unary_expression" else type_
        )


def leave_integer(context: Context, row: int) -> None:
    """Whole numbers."""
    long = context.unit.text[context.unit.end[row] - 1 : context.unit.end[row]] in (b"l", b"L")
    context.types[row] = context.primitive("long" if long else "int")


def leave_floating(context: Context, row: int) -> None:
    """Numbers with a fraction."""
    single = context.unit.text[context.unit.end[row] - 1 : context.unit.end[row]] in (b"f", b"F")
    context.types[row] = context.primitive("float" if single else "double")


def leave_boolean(context: Context, row: int) -> None:
    """``true`` and ``false``."""
    context.types[row] = context.primitive("boolean")


def leave_character(context: Context, row: int) -> None:
    """One character."""
    context.types[row] = context.primitive("char")


def leave_string(context: Context, row: int) -> None:
    """Text."""
    context.types[row] = Type(context.names.string)


def leave_null(context: Context, row: int) -> None:
    """``null``."""
    context.types[row] = Type(context.names.null)


def leave_class_literal(context: Context, row: int) -> None:
    """``Type.class``."""
    named = context.declared(row + 1)
    context.types[row] = Type(context.names.by_name["java.lang.Class"], (named,))


def leave_array_creation(context: Context, row: int) -> None:
    """``new Type[n]`` and ``new Type[] {...}``."""
    unit = context.unit
    value = unit.child(row, "value")
    count = sum(
        1 if unit.kind[child] == "dimensions_expr" else unit.says(child).count("[")
        for child in unit.children(row)
        if unit.kind[child] in ("dimensions_expr", "dimensions")
    )
    context.types[row] = context.declared(unit.child(row, "type"), count)
    if value != NONE:
        context.held[row] = context.held[value]
    elif context.values.carries(context.declared(unit.child(row, "type"))):
        held: list[int] = []
        for _ in range(count):
            context.held[row] = context.values.variable()
            context.values.new_array(context.held[row], held)
            held = [context.held[row]]


def leave_array_initializer(context: Context, row: int) -> None:
    """``{one, other}``."""
    held = [context.held[child] for child in context.unit.children(row)]
    if any(variable != NONE for variable in held):
        context.held[row] = context.values.variable()
        context.values.new_array(context.held[row], held)


LEAVE: Final[dict[str, Handler]] = {
    "array_access": leave_array_access,
    "parenthesized_expression": leave_parenthesized,
    "cast_expression": leave_cast,
    "ternary_expression": leave_choice,
    "switch_expression": leave_switch,
    "yield_statement": leave_yield,
    "binary_expression": leave_binary,
    "unary_expression": leave_unary,
    "update_expression": leave_unary,
    **dict.fromkeys(_INTEGERS, leave_integer),
    "decimal_floating_point_literal": leave_floating,
    "hex_floating_point_literal": leave_floating,
    "true": leave_boolean,
    "false": leave_boolean,
    "character_literal": leave_character,
    "string_literal": leave_string,
    "null_literal": leave_null,
    "class_literal": leave_class_literal,
    "array_creation_expression": leave_array_creation,
    "array_initializer": leave_array_initializer,
}
"""What leaving a node does."""
