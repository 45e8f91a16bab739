"""Java objects: ``new``, anonymous classes, enum constants, calls of other constructors."""

from typing import Final

from codegraft.symbols.java.calls import call_library, make_site
from codegraft.symbols.java.choice import LAMBDAS, choose
from codegraft.symbols.java.context import Choice, Context, Handler
from codegraft.symbols.java.declarations import NONE, Class, Function, Type
from codegraft.symbols.java.inference import expected, inferred
from codegraft.symbols.java.lookup import argument_rows, constructors_of, look_up
from codegraft.symbols.java.sites import Site


def leave_creation(context: Context, row: int) -> None:
    """``new Type(arguments)``, with a body or without."""
    unit, values = context.unit, context.values
    arguments = argument_rows(context, row)
    choice = look_up(context, row)
    type_row = unit.child(row, "type")
    made = unit.class_at.get(row)
    if choice is None or choice.holder is None:
        context.refer("instantiate", type_row, None)
        return
    method = choose(context, choice, arguments)
    context.types[row] = _made(context, choice.holder, method, arguments, row)
    context.held[row] = values.variable()
    if made is not None:
        _create_anonymous(context, row, made, method, choice, arguments)
        return
    class_ = choice.holder.head
    context.refer("instantiate", type_row, class_)
    context.use(class_, row, before=True)
    site = make_site(context, row, type_row, method, choice, arguments)
    site.order = context.order(row)
    site.result = context.held[row]
    if class_.library and method is not None:
        site.outside = method.qualified
    elif class_.library:
        site.outside = f"{class_.binary}:<init>"
    if class_.library:
        _create_outside(context, site, class_, method, arguments)
    else:
        site.certain = True
        values.construct(site, class_)


def _made(context: Context, holder: Type, method: Function | None, arguments: list[int], row: int) -> Type:
    """The type of a new object: of a diamond what its arguments or the variable that it is for say."""
    if holder.args or not holder.head.type_parameters:
        return holder
    asked = expected(context, row)
    if asked is not None and asked.args:
        if asked.head is holder.head:
            return asked
        bindings: dict[Class, Type | None] = dict.fromkeys(holder.head.type_parameters.values())
        own = Type(holder.head, tuple(Type(variable) for variable in holder.head.type_parameters.values()))
        upper = context.members.as_super(own, asked.head)
        for inner, given in zip(upper.args if upper is not None else (), asked.args, strict=False):
            context.members.infer(inner, given, bindings)
        return Type(holder.head, tuple(bindings.values()))
    if method is not None:
        bindings = inferred(context, row, method, None, arguments)
        return Type(holder.head, tuple(bindings.get(variable) for variable in holder.head.type_parameters.values()))
    return holder


def _create_outside(context: Context, site: Site, class_: Class, method: Function | None, arguments: list[int]) -> None:
    values = context.values
    made = values.variable()
    result, site.result, site.receiver = site.result, NONE, made
    if class_.type_parameters or not class_.known:
        values.new_object(class_, made)
    values.copy(made, result)
    if method is not None:
        call_library(context, site, method, arguments)
    else:
        site.callbacks = [(number, None) for number, row in enumerate(arguments) if context.unit.kind[row] in LAMBDAS]
        values.call_library(site, None)


def _create_anonymous(
    context: Context, row: int, made: Class, method: Function | None, choice: Choice, arguments: list[int]
) -> None:
    """An anonymous class: its constructor, which nobody writes, passes the arguments on to the superclass's."""
    unit, values = context.unit, context.values
    constructor = made.constructors[0]
    type_row = unit.child(row, "type") if unit.kind[row] != "enum_constant" else unit.child(row, "name")
    context.refer("instantiate", type_row, made)
    context.use(made, row, before=True)
    site = make_site(context, row, type_row, constructor, choice, [])
    site.receiver, site.result, site.certain = NONE, context.held[row], True
    values.construct(site, made)
    if method is not None and not method.owner.library and not method.owner.interface:
        inner = make_site(context, row, type_row, method, choice, arguments)
        inner.source, inner.receiver, inner.certain = constructor, values.this_in(constructor), True
        values.call(inner)
    elif choice.holder is not None and choice.holder.head.library and not choice.holder.head.interface:
        context.note_call(row, type_row, f"{choice.holder.head.binary}:<init>")


def leave_explicit(context: Context, row: int) -> None:
    """``this(...)`` or ``super(...)`` at the start of a constructor."""
    function, choice = context.function, look_up(context, row)
    if function is None:
        return
    word = context.unit.child(row, "constructor")
    delegates = context.unit.kind[word] == "this"
    function.delegates = function.delegates or delegates
    function.explicit_super = not delegates
    if choice is None:
        return
    arguments = argument_rows(context, row)
    method = choose(context, choice, arguments)
    if method is None or method.owner.library:
        context.note_call(row, word, method.qualified if method is not None else choice.outside or None)
        return
    site = make_site(context, row, word, method, choice, arguments)
    site.certain = True
    context.values.call(site)


def leave_constant(context: Context, row: int) -> None:
    """An enum's constant is made by a constructor of the enum, or of its own class."""
    unit, values = context.unit, context.values
    enum = context.classes[-1]
    choice = constructors_of(enum, Type(enum))
    arguments = argument_rows(context, row)
    method = choose(context, choice, arguments)
    name_row = unit.child(row, "name")
    field = enum.fields.get(unit.says(name_row))
    context.held[row] = values.static_field(field) if field is not None else values.variable()
    made = unit.class_at.get(row)
    if made is not None:
        _create_anonymous(context, row, made, method, choice, arguments)
    else:
        site = make_site(context, row, name_row, method, choice, arguments)
        site.result, site.certain = context.held[row], True
        values.construct(site, enum)
    context.functions[-1] = None


LEAVE: Final[dict[str, Handler]] = {
    "object_creation_expression": leave_creation,
    "explicit_constructor_invocation": leave_explicit,
    "enum_constant": leave_constant,
}
"""What leaving a node does."""
