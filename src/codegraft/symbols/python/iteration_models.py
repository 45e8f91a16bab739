"""What builtins do that iterate: they call functions with elements, and give containers of them."""

from collections.abc import Mapping, Sequence
from typing import Final

from codegraft.symbols.python.calls import Model
from codegraft.symbols.python.model_parts import apply, at, elements_of, keyword, listed, tuples
from codegraft.symbols.python.objects import (
    ANY,
    CONTAINER,
    INSTANCE,
)
from codegraft.symbols.python.program import KEYWORD_SLOTS, Argument
from codegraft.symbols.python.rules import Rules
from codegraft.symbols.python.tree import NONE


def _map(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    given = [elements_of(rules, variable, place) for slot, variable in arguments if 0 < slot < KEYWORD_SLOTS]
    listed(rules, place, apply(rules, at(arguments, 0), place, given), result)


def _filter(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    elements = elements_of(rules, at(arguments, 1), place)
    apply(rules, at(arguments, 0), place, [elements])
    listed(rules, place, elements, result)


def _reduce(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    elements = elements_of(rules, at(arguments, 1), place)
    rules.flow.copy(apply(rules, at(arguments, 0), place, [elements, elements]), result)


def _sorted(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    elements = elements_of(rules, at(arguments, 0), place)
    apply(rules, keyword(rules, arguments, "key"), place, [elements])
    listed(rules, place, elements, result)


def _extreme(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    several = at(arguments, 1) != NONE
    elements = rules.flow.variable() if several else elements_of(rules, at(arguments, 0), place)
    for slot, variable in arguments if several else ():
        if 0 <= slot < KEYWORD_SLOTS:
            rules.flow.copy(variable, elements)
    apply(rules, keyword(rules, arguments, "key"), place, [elements])
    rules.flow.copy(elements, result)


def _collect(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    """``list(x)`` and its like: the same elements, in their places where these are known."""
    made = rules.flow.value(CONTAINER, place)
    rules.flow.add(result, made)
    if (source := at(arguments, 0)) != NONE:
        rules.flow.when(source, _pour, rules, made, place)


def _pour(value: int, rules: Rules, made: int, place: int) -> None:
    if rules.flow.kinds[value] == CONTAINER and rules.objects.container_type(value) != "dict":
        rules.objects.merge(value, made)
    else:
        rules.iterate(value, rules.objects.element(made, ANY), place)


def _reversed(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    listed(rules, place, elements_of(rules, at(arguments, 0), place), result)


def _iter(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    source = at(arguments, 0)
    if at(arguments, 1) != NONE:  # called until it gives the second argument
        rules.flow.copy(apply(rules, source, place, []), rules.objects.element(_made(rules, place, result), ANY))
    elif source != NONE:
        rules.flow.when(source, _iterator, rules, result, place)


def _made(rules: Rules, place: int, result: int) -> int:
    """A new container as the result."""
    made = rules.flow.value(CONTAINER, place)
    rules.flow.add(result, made)
    return made


def _iterator(value: int, rules: Rules, result: int, place: int) -> None:
    if rules.flow.kinds[value] == INSTANCE:
        rules.send(value, "__iter__", place, (), result)
    else:
        rules.flow.add(result, value)


def _next(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    if (source := at(arguments, 0)) != NONE:
        rules.flow.when(source, rules.step, result, place)


def _enumerate(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    tuples(rules, place, [rules.flow.variable(), elements_of(rules, at(arguments, 0), place)], result)


def _zip(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    columns = [elements_of(rules, variable, place) for slot, variable in arguments if 0 <= slot < KEYWORD_SLOTS]
    tuples(rules, place, columns, result)


def _dict(rules: Rules, place: int, arguments: Sequence[Argument], result: int) -> None:
    made = rules.flow.value(CONTAINER, place)
    rules.flow.add(result, made)
    update(rules, made, place, arguments, NONE)


def update(rules: Rules, container: int, place: int, arguments: Sequence[Argument], result: int) -> None:
    """``container.update(...)``, and what ``dict(...)`` does with its arguments."""
    for slot, variable in arguments:
        if slot >= KEYWORD_SLOTS:
            rules.flow.copy(variable, rules.objects.element(container, slot - KEYWORD_SLOTS))
        else:
            rules.flow.when(variable, _merge, rules, container, place)


def _merge(value: int, rules: Rules, container: int, place: int) -> None:
    if rules.flow.kinds[value] != CONTAINER:
        return
    if rules.objects.container_type(value) == "dict":
        rules.objects.merge(value, container)
    else:  # pairs, or the elements of a set
        pairs = rules.flow.variable()
        rules.iterate(value, pairs, place)
        rules.flow.when(pairs, rules.get_item, rules.objects.index(1), rules.objects.element(container, ANY), place)


ITERATION: Final[Mapping[str, Model]] = {
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.sorted": _sorted,
    "builtins.min": _extreme,
    "builtins.max": _extreme,
    "builtins.list": _collect,
    "builtins.tuple": _collect,
    "builtins.set": _collect,
    "builtins.frozenset": _collect,
    "builtins.reversed": _reversed,
    "builtins.iter": _iter,
    "builtins.aiter": _iter,
    "builtins.next": _next,
    "builtins.anext": _next,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "collections.deque": _collect,
    "functools.reduce": _reduce,
    "itertools.chain": _reversed,
}
"""Models by the external name of the function."""
