"""Java names that stand for values: variables, fields, ``this``; assignments to them."""

from typing import Final

from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, Class, Field, Local, Type

_NOT_VALUES: Final = frozenset(
    {
        *(("method_invocation", "name"), ("field_access", "field"), ("variable_declarator", "name")),
        *(("method_declaration", "name"), ("class_declaration", "name"), ("interface_declaration", "name")),
        *(("enum_declaration", "name"), ("record_declaration", "name"), ("annotation_type_declaration", "name")),
        *(("constructor_declaration", "name"), ("compact_constructor_declaration", "name")),
        *(("formal_parameter", "name"), ("catch_formal_parameter", "name"), ("resource", "name")),
        *(("enhanced_for_statement", "name"), ("instanceof_expression", "name"), ("enum_constant", "name")),
        *(("annotation", "name"), ("marker_annotation", "name"), ("element_value_pair", "key")),
        *(("annotation_type_element_declaration", "name"), ("lambda_expression", "parameters")),
    }
)

_NO_VALUES_IN: Final = frozenset(
    {
        *("package_declaration", "import_declaration", "scoped_identifier", "labeled_statement", "break_statement"),
        *("continue_statement", "inferred_parameters", "type_parameter", "type_pattern", "record_pattern_component"),
        *("scoped_type_identifier", "receiver_parameter", "module_declaration"),
    }
)


def leave_identifier(context: Context, row: int) -> None:
    """A name that may stand for a value: a variable, a field, or a class before a dot."""
    unit = context.unit
    kind = unit.kind[unit.parent[row]]
    if (kind, unit.field[row]) in _NOT_VALUES or kind in _NO_VALUES_IN:
        return
    if kind == "method_reference" and unit.parent[row] + 1 != row:
        return
    name = unit.says(row)
    if kind == "switch_label" and (field := _enum_label(context, row, name)) is not None:
        context.refer("read", row, field)
        return
    found = context.lookup(name, row)
    if isinstance(found, Local):
        context.types[row] = context.type_of_local(found)
        context.held[row] = found.variable
        context.refer(_access(context, row), row, found)
        context.local_at[row] = found
    elif isinstance(found, Field):
        _use_field(context, row, row, found, None)
    elif found is not None:
        context.denoted[row] = found
        if found.kind != "type variable" and not found.library:
            context.refer("type", row, found)


def _enum_label(context: Context, row: int, name: str) -> Field | None:
    """A constant after ``case``, which is named without its enum."""
    above = context.unit.parent[row]
    while above != NONE and context.unit.kind[above] != "switch_expression":
        above = context.unit.parent[above]
    condition = context.unit.child(above, "condition") if above != NONE else NONE
    type_ = context.types[condition] if condition != NONE else None
    return type_.head.fields.get(name) if type_ is not None and type_.head.kind == "enum" else None


def _access(context: Context, row: int) -> str:
    """Whether a name is read or written: on the left of ``=`` it is not read."""
    unit = context.unit
    above = unit.parent[row]
    if unit.kind[above] == "assignment_expression" and unit.field[row] == "left":
        return "write"
    return "write" if unit.kind[above] == "update_expression" else "read"


def _use_field(context: Context, row: int, name_row: int, field: Field, base: int | None) -> None:
    """A field is named; without a base, an instance's is of ``this``, or of an object of a class around."""
    values = context.values
    context.field_at[row] = field
    access = _access(context, row)
    if field.owner.library:
        context.types[row] = field.type
        return
    context.refer(access, name_row, field)
    context.types[row] = field.type
    if field.static:
        if not context.is_constant(field):
            context.use(field.owner, row)
        if values.carries(field.type):
            context.held[row] = values.static_field(field)
        return
    if base is None:
        context.own_field.add(row)
        base = context.this_of(_holder(context, field))
    context.base_at[row] = base
    if values.carries(field.type) and access == "read":
        context.held[row] = values.variable()
        values.load(base, field, context.held[row])


def _holder(context: Context, field: Field) -> Class:
    """The nearest class around that has a field."""
    around = [class_ for class_ in reversed(context.classes) if context.members.extends(class_, field.owner)]
    return around[0] if around else context.classes[-1]


def leave_this(context: Context, row: int) -> None:
    """``this`` and ``super``."""
    class_ = context.class_
    if class_ is None:
        return
    arguments = tuple(Type(variable) for variable in class_.type_parameters.values())
    context.types[row] = Type(class_, arguments)
    context.held[row] = context.this_of(class_)
    if context.unit.kind[row] == "super":
        context.types[row] = next((above for above in class_.supers if not above.head.interface), None)


def leave_field_access(context: Context, row: int) -> None:
    """``object.name``: a field, a nested class, a class of a package, ``Outer.this``."""
    unit = context.unit
    object_row, name_row = unit.child(row, "object"), unit.child(row, "field")
    if object_row == NONE or name_row == NONE:
        return
    if unit.kind[name_row] == "this":
        outer = context.denoted.get(object_row)
        if outer is not None:
            context.types[row] = Type(outer, tuple(Type(var) for var in outer.type_parameters.values()))
            context.held[row] = context.this_of(outer)
        return
    name = unit.says(name_row)
    holder = context.denoted.get(object_row)
    type_ = context.types[object_row]
    if holder is None and type_ is None:
        _package_member(context, row)
        return
    head = holder if holder is not None else type_.head if type_ is not None else None
    if head is None:
        return
    if head.kind == "array":
        context.types[row] = context.primitive("int")
        return
    if field := context.members.field(head, name):
        base = None if unit.kind[object_row] == "this" else context.held[object_row]
        _use_field(context, row, name_row, field, base)
        if type_ is not None:
            context.types[row] = context.bound(type_, field.owner, field.type)
    elif holder is not None and (nested := context.names.member_type(holder, name)):
        context.denoted[row] = nested


def _package_member(context: Context, row: int) -> None:
    """``a.b.Type``: the text is all that is known of what stands before."""
    dotted = context.unit.dotted(row)
    found = context.names.class_named(dotted) if dotted.replace(".", "").replace("_", "").isalnum() else None
    if found is not None:
        context.denoted[row] = found


def leave_assignment(context: Context, row: int) -> None:
    """``left = right``; what it stores is also its value."""
    unit = context.unit
    left, right = unit.child(row, "left"), unit.child(row, "right")
    if left == NONE or right == NONE:
        return
    context.types[row] = context.types[left]
    context.held[row] = context.held[right]
    if context.held[right] != NONE:
        _assign(context, left, right)


def _assign(context: Context, left: int, right: int) -> None:
    unit, values = context.unit, context.values
    value = context.held[right]
    if unit.kind[left] == "array_access":
        values.store(context.held[unit.child(left, "array")], None, value)
    elif (local := context.local_at.get(left)) is not None:
        context.reassigned.add(local)
        if _replaces(context, left, local):
            local.variable = values.variable()
        values.copy(value, local.variable)
    elif (field := context.field_at.get(left)) is not None and not field.owner.library:
        if field.static:
            values.copy(value, values.static_field(field))
            return
        function, passed = context.function, context.local_at.get(right)
        unchanged = passed is not None and passed.parameter and passed not in context.reassigned
        if context.sets_own(left) and function is not None and unchanged and passed in function.locals:
            function.setters.append((passed.number, field))
        else:
            values.store(context.base_at.get(left, NONE), field, value)


def _replaces(context: Context, left: int, local: Local) -> bool:
    """Whether what a variable held before is gone from here on: no branch and no loop goes around the assignment."""
    unit = context.unit
    statement = unit.parent[unit.parent[left]]
    block = unit.parent[statement]
    if unit.kind[statement] != "expression_statement" or local.owner is not context.function or local.variable == NONE:
        return False
    return block == local.scope or (local.parameter and unit.parent[block] == local.scope)


LEAVE: Final[dict[str, Handler]] = {
    "identifier": leave_identifier,
    "this": leave_this,
    "super": leave_this,
    "field_access": leave_field_access,
    "assignment_expression": leave_assignment,
}
"""What leaving a node does."""
