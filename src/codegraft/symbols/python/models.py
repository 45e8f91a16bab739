"""What builtins and a few functions of the standard library do with the objects and functions that they are given."""

from collections.abc import Mapping, Sequence
from typing import Final

from codegraft.symbols.python.calls import Model
from codegraft.symbols.python.iteration_models import ITERATION
from codegraft.symbols.python.model_parts import at, literal_argument
from codegraft.symbols.python.objects import (
    CLASS,
    INSTANCE,
    OBJECT,
    PARTIAL,
    SAME,
    SUPER,
)
from codegraft.symbols.python.program import KEYWORD_SLOTS, Argument
from codegraft.symbols.python.rules import Rules
from codegraft.symbols.python.tree import NONE


def _getattr(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    name = literal_argument(rules, place, 1)
    if name != NONE and (source := at(arguments, 0)) != NONE:
        rules.flow.when(source, rules.load, name, result, place)
    if (default := at(arguments, 2)) != NONE:
        rules.flow.copy(default, result)


def _setattr(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    name, source, target = literal_argument(rules, place, 1), at(arguments, 2), at(arguments, 0)
    if NONE not in (name, source, target):
        rules.flow.when(target, rules.store, name, source, place)


def _type(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    if len(arguments) == 1:
        rules.flow.when(arguments[0][1], _type_of, rules, result)


def _type_of(value: int, rules: Rules, result: int) -> None:
    if rules.flow.kinds[value] == INSTANCE:
        rules.flow.add(result, rules.flow.value(CLASS, rules.flow.first[value]))


def _super(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    program, flow = rules.program, rules.flow
    if (self_ := at(arguments, 1)) != NONE:
        flow.when(arguments[0][1], _super_of, rules, self_, result)
        return
    method = program.method_around(place)
    if method is not None and method.positional:
        flow.when(method.positional[0], _after, rules, method.owner, result)


def _super_of(value: int, rules: Rules, receiver: int, result: int) -> None:
    if rules.flow.kinds[value] == CLASS:
        rules.flow.when(receiver, _after, rules, rules.flow.first[value], result)


def _after(value: int, rules: Rules, class_: int, result: int) -> None:
    if rules.flow.kinds[value] in (INSTANCE, CLASS):
        rules.flow.add(result, rules.flow.value(SUPER, class_, value))


def _partial(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    if arguments and arguments[0][0] == 0 and rules.program.kind_name(place) == "call":
        rules.flow.add(result, rules.flow.value(PARTIAL, place))


def _same(number: int) -> Model:
    """A function that gives back one of its arguments."""

    def model(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
        if (source := at(arguments, number)) != NONE:
            rules.flow.copy(source, result)

    return model


def _sends(method: str) -> Model:
    """A function that calls a special method of its first argument."""

    def model(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
        if (source := at(arguments, 0)) != NONE:
            rules.flow.when(source, _send, rules, method, place)

    return model


def _send(value: int, rules: Rules, method: str, place: int) -> None:
    if rules.flow.kinds[value] == INSTANCE:
        rules.send(value, method, place, (), rules.flow.variable())


def _print(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    for slot, variable in arguments:
        if 0 <= slot < KEYWORD_SLOTS:
            rules.flow.when(variable, _send, rules, "__str__", place)


def _makes(name: str) -> Model:
    """A function that gives an object of a builtin type."""

    def model(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
        rules.flow.add(result, rules.objects.external(f"builtins.{name}", OBJECT))

    return model


def _text(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    _sends("__str__")(rules, place, arguments, result)
    _makes("str")(rules, place, arguments, result)


def _wraps(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    rules.flow.add(result, rules.flow.value(SAME, place))


TEXT_METHODS: Final = (
    *("capitalize", "casefold", "center", "expandtabs", "format", "format_map", "join", "ljust", "lower", "lstrip"),
    *("removeprefix", "removesuffix", "replace", "rjust", "rstrip", "strip", "swapcase", "title", "translate", "upper"),
    *("zfill",),
)
"""Methods of strings that give strings."""

TRANSPARENT: Final = (
    "abc.abstractmethod",
    "atexit.register",
    "builtins.classmethod",
    "builtins.property",
    "builtins.staticmethod",
    "contextlib.asynccontextmanager",
    "contextlib.contextmanager",
    "copy.copy",
    "copy.deepcopy",
    "dataclasses.dataclass",
    "functools.cache",
    "functools.cached_property",
    "functools.lru_cache",
    "functools.singledispatch",
    "functools.total_ordering",
    "functools.update_wrapper",
    "types.coroutine",
    "typing.final",
    "typing.overload",
)
"""Functions that give their first argument back, or something that does what it does."""

MODELS: Final[Mapping[str, Model]] = {
    **ITERATION,
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.type": _type,
    "builtins.super": _super,
    "builtins.len": _sends("__len__"),
    "builtins.repr": _sends("__repr__"),
    "builtins.str": _text,
    "builtins.print": _print,
    "builtins.int": _sends("__int__"),
    "builtins.float": _sends("__float__"),
    "builtins.bool": _sends("__bool__"),
    "builtins.hash": _sends("__hash__"),
    "builtins.abs": _sends("__abs__"),
    "builtins.input": _makes("str"),
    "builtins.format": _makes("str"),
    "builtins.chr": _makes("str"),
    **{name: _same(0) for name in TRANSPARENT},
    **{f"builtins.str.{name}": _makes("str") for name in TEXT_METHODS},
    "functools.partial": _partial,
    "functools.wraps": _wraps,
    "typing.cast": _same(1),
}
"""Models by the external name of the function."""
