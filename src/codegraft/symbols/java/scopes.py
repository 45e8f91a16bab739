"""Java declarations: whose code it is, and what comes into scope."""

from typing import Final

from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, TYPE_KINDS, Class, Function, Type, parameter_parts, record_fields
from codegraft.symbols.java.sites import Site

_CONSTRUCTORS: Final = ("constructor_declaration", "compact_constructor_declaration")

FUNCTION_KINDS: Final = ("method_declaration", "annotation_type_element_declaration", *_CONSTRUCTORS)

_CLASS_BODIES: Final = ("class_body", "enum_body_declarations")


def enter_type(context: Context, row: int) -> None:
    """A class, interface, enum, record or annotation type begins."""
    class_ = context.unit.class_at[row]
    if class_.local:
        class_.function = context.function
    context.classes.append(class_)
    context.functions.append(None)


def leave_type(context: Context, row: int) -> None:
    """It ends."""
    context.classes.pop()
    context.functions.pop()


def enter_body(context: Context, row: int) -> None:
    """The body of an anonymous class begins; its arguments belong to what is around it."""
    made = context.unit.class_at.get(context.unit.parent[row])
    if made is None or made.name:
        return
    above = made.supers[-1].head
    place = context.unit.child(made.row, "type")
    made.function = context.function
    context.classes.append(made)
    context.functions.append(None)
    context.refer("implement" if above.interface else "inherit", place if place != NONE else made.row, above)


def leave_body(context: Context, row: int) -> None:
    """It ends."""
    if not context.classes[-1].name:
        leave_type(context, row)


def enter_function(context: Context, row: int) -> None:
    """A method or constructor begins: its parameters are in scope, or a record's fields, which stand for them."""
    function = _function_at(context, row)
    context.functions[-1] = function
    if function.canonical:
        function.setters = list(enumerate(record_fields(function.owner)))
        return
    for number, parameter in enumerate(function.parameter_rows):
        _, name_row, _ = parameter_parts(context.unit, parameter)
        local = context.declare(name_row, function.parameters[number], row, parameter=True)
        if local.variable != NONE:
            local.variable = context.values.parameter(function, number)
        local.number = number


def leave_function(context: Context, row: int) -> None:
    """It ends."""
    function = context.function
    if function is None or context.class_ is None:
        return
    if function.kind == "constructor" and not function.delegates:
        _implicit_super(context, function, row)
    context.functions[-1] = None


def _function_at(context: Context, row: int) -> Function:
    class_ = context.classes[-1]
    candidates = (
        class_.constructors
        if context.unit.kind[row] in _CONSTRUCTORS
        else class_.methods.get(context.unit.says(context.unit.child(row, "name")), ())
    )
    found = next((function for function in candidates if function.row == row), None)
    return found or _stray(context, class_, row)


def _stray(context: Context, class_: Class, row: int) -> Function:
    """A function that broken code has at a place where none may stand."""
    name_row = class_.unit.child(row, "name")
    made = Function("method", class_, class_.unit.says(name_row) if name_row != NONE else "", row)
    context.found_functions.append(made)
    return made


def _implicit_super(context: Context, function: Function, row: int) -> None:
    """A constructor that does not say ``super(...)`` calls the one without arguments."""
    if function.explicit_super:
        return
    place = context.unit.child(row, "name")
    site = implicit_super_site(context.values.this_in(function), function)
    if site is not None:
        site.unit, site.start, site.end = context.unit.number, context.unit.start[place], context.unit.end[place]
        site.order = (site.start, -1)
        context.values.call(site)


def implicit_super_site(this: int, function: Function) -> Site | None:
    """The call of the superclass's constructor without arguments, if that is in the repository."""
    for above in function.owner.supers:
        if above.head.interface or above.head.library:
            continue
        for constructor in above.head.constructors:
            needed = len(constructor.parameter_rows) - (1 if constructor.variadic else 0)
            if needed == 0:
                return Site(function, 0, 0, 0, (0, 0), constructor, this, [], NONE, certain=True)
    return None


def enter_initializer(context: Context, row: int) -> None:
    """A static block, or a block of the class's body, begins."""
    if context.unit.kind[row] == "static_initializer":
        context.functions[-1] = context.classes[-1].static_initializer
    elif context.unit.kind[context.unit.parent[row]] in _CLASS_BODIES and context.function is None:
        context.functions[-1] = context.classes[-1].instance_initializer


def leave_initializer(context: Context, row: int) -> None:
    """It ends."""
    unit = context.unit
    if unit.kind[row] == "static_initializer" or unit.kind[unit.parent[row]] in _CLASS_BODIES:
        context.functions[-1] = None


def enter_constant(context: Context, row: int) -> None:
    """An enum's constant: made when the enum is initialised."""
    context.functions[-1] = context.classes[-1].static_initializer


def enter_declarator(context: Context, row: int) -> None:
    """A variable; where it is a field, its initialiser runs with the class or with each constructor."""
    unit = context.unit
    if unit.kind[unit.parent[row]] in ("field_declaration", "constant_declaration"):
        class_ = context.classes[-1]
        field = class_.fields.get(unit.says(unit.child(row, "name")))
        static = field is not None and field.static
        context.functions[-1] = class_.static_initializer if static else class_.instance_initializer


def leave_declarator(context: Context, row: int) -> None:
    """A variable has its first value."""
    unit, values = context.unit, context.values
    value = unit.child(row, "value")
    holder = unit.parent[row]
    kind = unit.kind[holder]
    if kind in ("field_declaration", "constant_declaration"):
        field = context.classes[-1].fields.get(unit.says(unit.child(row, "name")))
        if field is not None and value != NONE:
            if field.static:
                values.copy(context.held[value], values.static_field(field))
            else:
                values.store(context.this_of(context.classes[-1]), field, context.held[value])
            context.refer("write", unit.child(row, "name"), field)
        context.functions[-1] = None
    elif kind == "local_variable_declaration":
        declared = _declared_or(context, holder, row, value)
        local = context.declare(unit.child(row, "name"), declared, holder)
        if value != NONE:
            values.copy(context.held[value], local.variable)


def _declared_or(context: Context, holder: int, row: int, value: int) -> Type | None:
    """The declared type of a local variable; of ``var`` that of its value."""
    unit = context.unit
    type_row = unit.child(holder, "type")
    if unit.says(type_row) == "var":
        return context.types[value] if value != NONE else None
    dimensions = unit.child(row, "dimensions")
    return context.declared(type_row, unit.says(dimensions).count("[") if dimensions != NONE else 0)


ENTER: Final[dict[str, Handler]] = {
    **dict.fromkeys(TYPE_KINDS, enter_type),
    **dict.fromkeys(FUNCTION_KINDS, enter_function),
    "class_body": enter_body,
    "static_initializer": enter_initializer,
    "block": enter_initializer,
    "enum_constant": enter_constant,
    "variable_declarator": enter_declarator,
}
"""What entering a node does."""

LEAVE: Final[dict[str, Handler]] = {
    **dict.fromkeys(TYPE_KINDS, leave_type),
    **dict.fromkeys(FUNCTION_KINDS, leave_function),
    "class_body": leave_body,
    "static_initializer": leave_initializer,
    "block": leave_initializer,
    "variable_declarator": leave_declarator,
}
"""What leaving a node does."""
