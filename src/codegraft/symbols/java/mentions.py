"""Java types where they are named: in declarations, ``extends``, ``throws``, annotations."""

from typing import Final

from codegraft.symbols.java.context import Context, Handler
from codegraft.symbols.java.declarations import NONE, TYPE_KINDS, Class, Unit
from codegraft.symbols.java.scopes import FUNCTION_KINDS

_TYPE_PARTS: Final = frozenset({"generic_type", "array_type", "annotated_type", "wildcard", "type_arguments"})

_TYPE_LISTS: Final = {
    "throws": "raise",
    "catch_type": "catch",
    "superclass": "inherit",
    "extends_interfaces": "inherit",
}


def leave_type_name(context: Context, row: int) -> None:
    """A type is named: what it is to the declaration around decides the kind of the reference."""
    unit = context.unit
    if unit.kind[unit.parent[row]] == "scoped_type_identifier" or unit.kind[unit.parent[row]] == "type_parameter":
        return
    if unit.kind[row] == "type_identifier" and unit.text[unit.start[row] : unit.end[row]] == b"var":
        return
    found = context.names.find_dotted(unit, row, context.class_, context.function)
    if found is None:
        context.refer("type", row, None)
    elif found.kind != "type variable":
        kind = _kind_of_place(unit, row)
        if kind in ("inherit", "implement") and not _is_super(context, found):
            return
        if kind:
            context.refer(kind, row, found)


def _is_super(context: Context, found: Class) -> bool:
    """Whether the class around really inherits from a type: not where it would inherit from itself."""
    return context.class_ is not None and any(above.head is found for above in context.class_.supers)


def _kind_of_place(unit: Unit, row: int) -> str:
    """Kind of reference that a type's name is; none where the expression around says more."""
    above, argument = unit.parent[row], False
    while unit.kind[above] in _TYPE_PARTS:
        argument = argument or unit.kind[above] == "type_arguments"
        row, above = above, unit.parent[above]
    kind = unit.kind[above]
    if argument:
        return "type"
    if kind == "object_creation_expression":
        return ""
    if kind == "type_list":
        above = unit.parent[above]
        kind = unit.kind[above]
        if kind == "super_interfaces":
            return "implement"
    if kind in _TYPE_LISTS:
        return _TYPE_LISTS[kind]
    if kind in ("method_declaration", "annotation_type_element_declaration") and unit.field[row] == "type":
        return "return"
    return "type"


def leave_annotation(context: Context, row: int) -> None:
    """``@Name`` on a class, method or field."""
    unit = context.unit
    name_row = unit.child(row, "name")
    holder = unit.parent[unit.parent[row]]
    if name_row == NONE or unit.kind[unit.parent[row]] != "modifiers":
        return
    found = context.names.find_dotted(unit, name_row, context.class_, context.function)
    if unit.kind[holder] in TYPE_KINDS or unit.kind[holder] in FUNCTION_KINDS:
        context.refer("decorate", row, found)
    elif unit.kind[holder] in ("field_declaration", "constant_declaration") and context.class_ is not None:
        for declarator in unit.children(holder):
            if unit.kind[declarator] == "variable_declarator":
                field = context.class_.fields.get(unit.says(unit.child(declarator, "name")))
                context.refer("decorate", row, found, field)


LEAVE: Final[dict[str, Handler]] = {
    "type_identifier": leave_type_name,
    "scoped_type_identifier": leave_type_name,
    "marker_annotation": leave_annotation,
    "annotation": leave_annotation,
}
"""What leaving a node does."""
