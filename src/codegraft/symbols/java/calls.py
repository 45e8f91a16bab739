"""Java calls of methods: what they give, and what is passed."""

from typing import Final

from codegraft.symbols.java.callbacks import add_callbacks
from codegraft.symbols.java.choice import LAMBDAS, choose
from codegraft.symbols.java.context import Choice, Context, Handler
from codegraft.symbols.java.declarations import NONE, Function, Type, component_read
from codegraft.symbols.java.hierarchy import substitute
from codegraft.symbols.java.inference import inferred
from codegraft.symbols.java.lookup import ENUM_METHODS, argument_rows, look_up
from codegraft.symbols.java.overloads import expanded
from codegraft.symbols.java.sites import Site

_STREAMS: Final = frozenset(f"java.util.stream.{name}Stream" for name in ("", "Int", "Long", "Double"))
"""What describes work that the library does later."""


def leave_invocation(context: Context, row: int) -> None:
    """``object.name(arguments)``."""
    unit = context.unit
    choice = look_up(context, row)
    name_row = unit.child(row, "name")
    if choice is None:
        context.note_call(row, name_row, None)
        return
    if _read_component(context, row, name_row, choice) or _list_constants(context, row, choice):
        return
    arguments = argument_rows(context, row)
    method = choose(context, choice, arguments)
    if method is None:
        outside = choice.outside or _one_owner(choice.methods)
        if not outside:
            context.note_call(row, name_row, None)
        else:
            _call_outside(context, row, name_row, outside, choice, arguments)
        return
    give_type(context, row, method, choice, arguments)
    _call(context, row, name_row, method, choice, arguments)


def _read_component(context: Context, row: int, name_row: int, choice: Choice) -> bool:
    """A record's component is read by the method that the compiler makes for it."""
    holder = choice.holder
    field = component_read(holder.head, context.unit.says(name_row)) if holder is not None else None
    if field is None or holder is None or argument_rows(context, row):
        return False
    context.refer("read", name_row, field)
    context.types[row] = context.bound(holder, holder.head, field.type)
    if context.values.carries(context.types[row]):
        context.held[row] = context.values.variable()
        context.values.load(choice.receiver, field, context.held[row])
    return True


def _list_constants(context: Context, row: int, choice: Choice) -> bool:
    """``values()`` and ``valueOf(name)`` of an enum, which the compiler writes, give its constants."""
    holder, values = choice.holder, context.values
    name = context.unit.says(context.unit.child(row, "name"))
    if holder is None or holder.head.kind != "enum" or choice.methods or name not in ENUM_METHODS:
        return False
    context.use(holder.head, row)
    constants = [values.static_field(field) for field in holder.head.fields.values() if field.constant]
    context.held[row] = values.variable()
    if name == "values":
        context.types[row] = context.names.array_of(holder)
        values.new_array(context.held[row], constants)
    else:
        context.types[row] = holder
        for constant in constants:
            values.copy(constant, context.held[row])
    return True


def _one_owner(methods: list[Function]) -> str:
    """Name of the library's methods of which a call means one, without the parameters that would say which."""
    owners = {method.owner for method in methods}
    return f"{methods[0].owner.binary}:{methods[0].name}" if len(owners) == 1 and methods[0].owner.library else ""


def give_type(context: Context, row: int, method: Function, choice: Choice, arguments: list[int]) -> None:
    """The type of what a call returns."""
    returns = method.returns
    if returns is None:
        return
    bindings = inferred(context, row, method, choice.holder, arguments)
    context.types[row] = substitute(returns, bindings) if bindings else returns
    if context.types[row] is None and returns.head.kind == "type variable" and returns.head.supers:
        context.types[row] = Type(returns.head.supers[0].head)
    if method.name == "getClass" and method.owner is context.names.object:
        context.types[row] = Type(returns.head, (choice.holder,))


def make_site(
    context: Context, row: int, name_row: int, method: Function | None, choice: Choice, arguments: list[int]
) -> Site:
    """The place of a call, with the variables of its arguments."""
    unit = context.unit
    held = [context.held[argument] for argument in arguments]
    order = context.order(row)
    start = unit.start[name_row]
    site = Site(context.caller, unit.number, start, unit.end[row], order, method, choice.receiver, held, NONE)
    if method is not None and method.variadic and len(arguments) == len(method.parameter_rows):
        last = context.types[arguments[-1]]
        site.spread = last is not None and last.head.kind == "array"
    return site


def _call(context: Context, row: int, name_row: int, method: Function, choice: Choice, arguments: list[int]) -> None:
    members, values = context.members, context.values
    site = make_site(context, row, name_row, method, choice, arguments)
    site.certain = choice.mode == "exact"
    if values.carries(context.types[row]):
        site.result = context.held[row] = values.variable()
    if method.owner.library:
        site.outside = method.qualified
        call_library(context, site, method, arguments)
        return
    if method.static:
        site.receiver = NONE
        context.use(method.owner, row)
    final = method.static or "private" in method.modifiers or choice.mode == "exact"
    site.certain = final or (not method.abstract and not members.is_overridden(method))
    values.call(site)


def call_library(context: Context, site: Site, method: Function, arguments: list[int]) -> None:
    """A call of a method of the library that is known; functional interfaces among its parameters are called back."""
    for number, type_ in enumerate(expanded(method, len(arguments))):
        if type_ is not None and (functional := context.called_back(type_.head)) is not None:
            site.callbacks.append((number, functional))
    returns = method.returns
    site.lazy = not method.static and returns is not None and returns.head.binary in _STREAMS
    context.values.call_library(site, returns)
    add_callbacks(site, method, context.values, context.names)


def _call_outside(
    context: Context, row: int, name_row: int, outside: str, choice: Choice, arguments: list[int]
) -> None:
    """A call of a method of which nothing but the name is known: it may call back every function that it is given."""
    site = make_site(context, row, name_row, None, choice, arguments)
    site.result = context.held[row] = context.values.variable()
    site.callbacks = [(number, None) for number, row in enumerate(arguments) if context.unit.kind[row] in LAMBDAS]
    site.outside = outside
    context.values.call_library(site, None)


LEAVE: Final[dict[str, Handler]] = {
    "method_invocation": leave_invocation,
}
"""What leaving a node does."""
