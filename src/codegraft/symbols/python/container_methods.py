"""What methods of lists, dicts and sets do with what they are given."""

from collections.abc import Mapping, Sequence
from typing import Final

from codegraft.symbols.python.calls import ContainerMethod
from codegraft.symbols.python.iteration_models import update
from codegraft.symbols.python.model_parts import apply, at, keyword, listed, tuples
from codegraft.symbols.python.objects import (
    ALL,
    ANY,
    KEYS,
)
from codegraft.symbols.python.program import KEYWORD_SLOTS, Argument
from codegraft.symbols.python.rules import Rules
from codegraft.symbols.python.tree import NONE


def _append(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    for slot, variable in arguments:
        if 0 <= slot < KEYWORD_SLOTS:
            rules.flow.copy(variable, rules.objects.element(container, ANY))


def _extend(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    if (source := at(arguments, 0)) != NONE:
        rules.flow.when(source, rules.iterate, rules.objects.element(container, ANY), place)


def _pop(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    key = _key(rules, place)
    for element in rules.objects.read(container, key):
        rules.flow.copy(element, result)
    if (default := at(arguments, 1)) != NONE:
        rules.flow.copy(default, result)


def _set_default(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    _pop(rules, container, place, arguments, result)
    if (default := at(arguments, 1)) != NONE:
        rules.flow.copy(default, rules.objects.element(container, _key(rules, place)))


def _key(rules: Rules, place: int) -> int:
    """Key of the first argument of ``get`` or ``pop``."""
    children = list(rules.program.children(place))
    return rules.program.key(children[1]) if len(children) > 1 else ANY


def _values(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    listed(rules, place, rules.objects.element(container, ALL), result)


def _keys(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    listed(rules, place, rules.objects.element(container, KEYS), result)


def _items(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    columns = [rules.objects.element(container, KEYS), rules.objects.element(container, ALL)]
    tuples(rules, place, columns, result)


def _copy(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    rules.flow.add(result, container)


def _sort(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    apply(rules, keyword(rules, arguments, "key"), place, [rules.objects.element(container, ALL)])


METHODS: Final[Mapping[str, ContainerMethod]] = {
    "append": _append,
    "add": _append,
    "appendleft": _append,
    "insert": _append,
    "extend": _extend,
    "pop": _pop,
    "popleft": _pop,
    "get": _pop,
    "setdefault": _set_default,
    "update": update,
    "values": _values,
    "keys": _keys,
    "items": _items,
    "copy": _copy,
    "sort": _sort,
}
"""Models of methods of builtin containers."""
