"""Wrong literals: constants, start values and defaults."""

import ast
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.bounds import whole_number
from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
_INFINITE: Final = frozenset({"inf", "INF", "maxsize", "infinity"})
_LARGE: Final = 10_000
"""Integers from here on are limits and moduli: a digit goes missing, one more or less makes no difference."""


@operator("wrong_constant", ast.Constant)
def wrong_number(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """A number is mistyped or remembered wrongly: a neighbour, a zero too many or too few."""
    value = node.value
    if type(value) is int and program.text(node).isdigit():
        yield from (program.replaced(node, b"%d" % other) for other in _neighbours(value))
    elif type(value) is float and value and program.text(node).replace(b".", b"").isdigit():
        yield program.replaced(node, repr(value * 10).encode())
        yield program.replaced(node, repr(value / 2).encode())


@operator("wrong_constant", ast.Constant)
def wrong_flag(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """True is written where False belongs; nobody writes a loop that never begins."""
    if isinstance(node.value, bool) and not isinstance(program.parents[node], ast.While):
        yield program.replaced(node, b"%r" % (not node.value))


@operator("wrong_constant", ast.Constant)
def wrong_letter(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """A letter is compared or mapped in the wrong case, or is its neighbour in the alphabet."""
    text = program.text(node)
    if isinstance(node.value, str) and len(text) == 3 and node.value.isalpha() and node.value.isascii():
        quote, letter = text[:1], node.value
        neighbour = chr(ord(letter) + (-1 if letter in "zZ" else 1))
        for other in (letter.swapcase(), neighbour):
            yield program.replaced(node, quote + other.encode() + quote)


@operator("wrong_initial_value", ast.Assign)
def initial_value(program: Program, node: ast.Assign) -> Iterator[Edit]:
    """A variable that is updated later starts at the wrong value, which only some inputs show."""
    target = node.targets[0]
    if isinstance(target, ast.Name) and len(node.targets) == 1 and is_updated(program, node, target.id):
        yield from _other_starts(program, node.value)


@operator("wrong_initial_value", ast.List)
def initial_cells(program: Program, node: ast.List) -> Iterator[Edit]:
    """The cells of a table start at the wrong value."""
    above = program.parents[node]
    if len(node.elts) == 1 and isinstance(above, ast.BinOp) and isinstance(above.op, ast.Mult):
        yield from _other_starts(program, node.elts[0])


@operator("wrong_initial_value", *_FUNCTIONS)
def default_argument(program: Program, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Edit]:
    """A parameter has a default that is right for another use."""
    for default in (*node.args.defaults, *node.args.kw_defaults):
        if default is not None:
            yield from _other_starts(program, default)


def is_updated(program: Program, first: ast.Assign, name: str) -> bool:
    """Whether a variable is written again, or changed in place, after it is first assigned."""
    return any(
        isinstance(node, ast.Name) and _is_change(program, node)
        for node in program.names[program.functions[first], name]
        if program.start(node) > program.end(first)
    )


def _is_change(program: Program, node: ast.Name) -> bool:
    if isinstance(node.ctx, ast.Store):
        return True
    above = program.parents[node]
    return isinstance(above, ast.Attribute) and isinstance(program.parents[above], ast.Call)


def _other_starts(program: Program, value: ast.expr) -> Iterator[Edit]:
    number = whole_number(value)
    if number is not None:
        yield program.replaced(value, b"1" if number == 0 else b"0")
        if abs(number) == 1:
            yield program.replaced(value, b"%d" % -number)
    elif is_infinite(value):
        yield program.replaced(value, b"0")
    elif isinstance(value, ast.UnaryOp) and is_infinite(value.operand):
        yield program.replaced(value, b"0")
        yield program.replaced(value, b"-1")
    elif isinstance(value, ast.List) and not value.elts:
        yield program.replaced(value, b"[0]")
    elif isinstance(value, ast.Constant) and isinstance(value.value, bool):
        yield program.replaced(value, b"%r" % (not value.value))
    elif isinstance(value, ast.Subscript) and isinstance(value.value, ast.Name) and whole_number(value.slice) == 0:
        yield program.replaced(value, b"0")


def is_infinite(node: ast.expr) -> bool:
    """Whether an expression is a way to write infinity: `float("inf")`, `math.inf`, `INF`, `10**9`, `1e18`."""
    match node:
        case ast.Call(func=ast.Name(id="float"), args=[ast.Constant(value=str(text))]):
            return text.strip("+-").lower().startswith("inf")
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name in _INFINITE
        case ast.BinOp(left=ast.Constant(value=10), op=ast.Pow(), right=ast.Constant(value=int(power))):
            return power >= 5
        case ast.Constant(value=float(number)):
            return number >= 1e5
    return False


def _neighbours(value: int) -> Iterator[int]:
    if value >= _LARGE:
        yield value // 10
        yield value * 10
        return
    yield value + 1
    if value:
        yield value - 1
    if value >= 10:
        yield value // 10
