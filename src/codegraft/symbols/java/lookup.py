"""What a Java call may mean by its receiver and name alone."""

from typing import Final

from codegraft.symbols.java.context import Choice, Context
from codegraft.symbols.java.declarations import NONE, Class, Function, Type

ENUM_METHODS: Final = ("values", "valueOf")
"""Methods that the compiler writes for every enum."""


def look_up(context: Context, row: int) -> Choice | None:
    """Methods that an invocation may mean, by its receiver and name alone; worked out once a call."""
    if row not in context.candidates:
        context.candidates[row] = _look_up(context, row)
    return context.candidates[row]


def _look_up(context: Context, row: int) -> Choice | None:
    unit = context.unit
    kind = unit.kind[row]
    if kind == "object_creation_expression":
        return _constructors(context, row)
    if kind == "explicit_constructor_invocation":
        return _other_constructors(context, row)
    if kind == "enum_constant":
        return constructors_of(context.classes[-1], Type(context.classes[-1]))
    object_row, name_row = unit.child(row, "object"), unit.child(row, "name")
    if name_row == NONE:
        return None
    name = unit.says(name_row)
    if unit.inner(row, "super") != NONE:
        return _super_methods(context, object_row, name)
    if object_row == NONE:
        return _methods_around(context, name)
    holder = context.denoted.get(object_row)
    if holder is not None:
        found = context.members.methods(holder, name)
        outside = "" if found or (holder.known and not holder.library) else f"{holder.binary}:{name}"
        return Choice(found, Type(holder), NONE, "static", outside)
    return methods_of(context, context.types[object_row], context.held[object_row], name)


def methods_of(context: Context, type_: Type | None, held: int, name: str) -> Choice | None:
    """Methods of a name that a value of a type has."""
    if type_ is None or type_.head.kind in ("primitive", "null"):
        return None
    head = type_.head
    if head.kind == "array":
        found = context.members.methods(context.names.object, name)
        return Choice(found, type_, held, "virtual")
    found = context.members.methods(head, name)
    outside = ""
    if not found:
        unknown = head if not head.known else context.members.outside_ancestor(head)
        outside = f"{unknown.binary}:{name}" if unknown is not None and unknown.kind == "class" else ""
    return Choice(found, type_, held, "virtual", outside)


def _methods_around(context: Context, name: str) -> Choice | None:
    """A method called by its name alone: of the nearest class around that has it, else imported statically."""
    outside = ""
    for class_ in reversed(context.classes):
        own = Type(class_, tuple(Type(variable) for variable in class_.type_parameters.values()))
        if found := context.members.methods(class_, name):
            return Choice(found, own, context.this_of(class_), "virtual")
        if class_.kind == "enum" and name in ENUM_METHODS:
            return Choice([], own, NONE, "static")
        unknown = context.members.outside_ancestor(class_)
        outside = outside or (f"{unknown.binary}:{name}" if unknown is not None else "")
    imported: list[Function] = []
    for fact in context.unit.imports:
        if fact.static and (fact.wildcard or fact.name.rpartition(".")[2] == name):
            owner_name = fact.name if fact.wildcard else fact.name.rpartition(".")[0]
            owner = context.names.class_named(owner_name)
            if owner is not None:
                imported += [method for method in context.members.methods(owner, name) if method.static]
            elif not fact.wildcard:
                outside = f"{context.names.outside(owner_name).binary}:{name}"
    if imported:
        return Choice(imported, Type(imported[0].owner), NONE, "static")
    wild = [fact for fact in context.unit.imports if fact.static and fact.wildcard]
    if not outside and len(wild) == 1 and context.names.class_named(wild[0].name) is None:
        outside = f"{context.names.outside(wild[0].name).binary}:{name}"
    return Choice([], None, NONE, "static", outside) if outside else None


def _super_methods(context: Context, object_row: int, name: str) -> Choice | None:
    """``super.name()`` and ``Interface.super.name()``."""
    class_ = context.class_
    if class_ is None:
        return None
    qualifier = context.denoted.get(object_row)
    bases = class_.supers
    if qualifier is not None and qualifier.interface:
        bases = [base for base in class_.supers if base.head is qualifier]
    elif qualifier is not None:
        class_, bases = qualifier, qualifier.supers
    for base in bases:
        found = [method for method in context.members.methods(base.head, name) if not method.abstract]
        if found:
            return Choice(found, base, context.this_of(class_), "exact")
    unknown = context.members.outside_ancestor(class_)
    return Choice([], None, NONE, "exact", f"{unknown.binary}:{name}") if unknown is not None else None


def _constructors(context: Context, row: int) -> Choice | None:
    type_ = made_type(context, row)
    return constructors_of(type_.head, type_) if type_ is not None else None


def constructors_of(class_: Class, type_: Type) -> Choice:
    """Constructors of a class."""
    outside = f"{class_.binary}:<init>" if class_.library else ""
    return Choice(class_.constructors, type_, NONE, "exact", outside)


def made_type(context: Context, row: int) -> Type | None:
    """The class after ``new``; of ``outer.new Inner()`` a member of the object's class."""
    unit = context.unit
    type_row = unit.child(row, "type")
    first = row + 1
    if unit.field[first] != "type" and unit.kind[first] not in ("type_arguments", "marker_annotation", "annotation"):
        outer = context.types[first]
        inner = context.names.member_type(outer.head, unit.says(type_row).partition("<")[0]) if outer else None
        if inner is not None:
            return Type(inner)
    return context.declared(type_row) if type_row != NONE else None


def _other_constructors(context: Context, row: int) -> Choice | None:
    """``this(...)`` and ``super(...)``."""
    class_ = context.class_
    if class_ is None:
        return None
    this = context.this_of(class_)
    if context.unit.kind[context.unit.child(row, "constructor")] == "this":
        return Choice(class_.constructors, Type(class_), this, "exact")
    for base in class_.supers:
        if not base.head.interface:
            outside = f"{base.head.binary}:<init>" if base.head.library else ""
            return Choice(base.head.constructors, base, this, "exact", outside)
    return None


def argument_rows(context: Context, row: int) -> list[int]:
    """Rows of a call's arguments."""
    unit = context.unit
    found = unit.child(row, "arguments")
    if found == NONE:
        found = unit.inner(row, "argument_list")
    return list(unit.children(found)) if found != NONE else []
