"""What models of Python functions are made of: their arguments, and the containers that they give."""

from collections.abc import Sequence

from codegraft.symbols.python.objects import (
    ANY,
    CONTAINER,
    PAIR,
)
from codegraft.symbols.python.program import KEYWORD_SLOTS, Argument
from codegraft.symbols.python.rules import Rules
from codegraft.symbols.python.tree import NONE


def at(arguments: Sequence[Argument], slot: int) -> int:
    """Variable of an argument, or -1."""
    return next((variable for at, variable in arguments if at == slot), NONE)


def keyword(rules: Rules, arguments: Sequence[Argument], name: str) -> int:
    """Variable of a keyword argument, or -1."""
    return at(arguments, KEYWORD_SLOTS + rules.program.code(name.encode()))


def elements_of(rules: Rules, iterable: int, place: int) -> int:
    """A variable of what iterating over a variable's values gives."""
    found = rules.flow.variable()
    if iterable != NONE:
        rules.flow.when(iterable, rules.iterate, found, place)
    return found


def apply(rules: Rules, function: int, place: int, given: Sequence[int]) -> int:
    """A variable of what calling a variable's values gives."""
    result = rules.flow.variable()
    if function != NONE:
        rules.flow.when(function, rules.call, place, list(enumerate(given)), result)
    return result


def listed(rules: Rules, place: int, elements: int, result: int, part: int = NONE) -> None:
    """The result is a new container of these elements."""
    made = rules.flow.value(CONTAINER, place, part)
    rules.flow.copy(elements, rules.objects.element(made, ANY))
    rules.flow.add(result, made)


def tuples(rules: Rules, place: int, columns: Sequence[int], result: int) -> None:
    """The result is a container of tuples with these variables at 0, 1 ..."""
    row = rules.flow.value(CONTAINER, place, PAIR)
    for number, column in enumerate(columns):
        rules.flow.copy(column, rules.objects.element(row, rules.objects.index(number)))
    rows = rules.flow.variable()
    rules.flow.add(rows, row)
    listed(rules, place, rows, result)


def literal_argument(rules: Rules, place: int, number: int) -> int:
    """Number of the name that a string argument says, or -1."""
    children = list(rules.program.children(place))
    return rules.program.literal(children[number + 1]) if len(children) > number + 1 else NONE
