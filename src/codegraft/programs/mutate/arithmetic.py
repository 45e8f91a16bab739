"""Mistakes in expressions with operators."""

import ast
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_ARITHMETIC: Final[Mapping[bytes, tuple[bytes, ...]]] = {
    b"+": (b"-", b"*"),
    b"-": (b"+",),
    b"*": (b"+", b"**"),
    b"/": (b"*",),
    b"//": (b"%", b"*"),
    b"%": (b"//",),
    b"**": (b"*",),
    b"&": (b"|", b"^"),
    b"|": (b"&", b"^"),
    b"^": (b"|", b"&"),
    b"<<": (b">>",),
    b">>": (b"<<",),
}
_AUGMENTED: Final[Mapping[bytes, tuple[bytes, ...]]] = {
    b"+=": (b"-=", b"="),
    b"-=": (b"+=", b"="),
    b"*=": (b"+=", b"="),
    b"/=": (b"*=", b"="),
    b"//=": (b"%=", b"-="),
    b"%=": (b"//=",),
    b"**=": (b"*=",),
    b"&=": (b"|=", b"="),
    b"|=": (b"&=", b"="),
    b"^=": (b"|=", b"="),
    b"<<=": (b">>=",),
    b">>=": (b"<<=",),
}
_BOUNDARY: Final[Mapping[bytes, bytes]] = {b"<": b"<=", b"<=": b"<", b">": b">=", b">=": b">"}
_OPPOSITE: Final[Mapping[bytes, bytes]] = {
    b"<": b">",
    b"<=": b">=",
    b">": b"<",
    b">=": b"<=",
}
_EQUALITY: Final[Mapping[bytes, bytes]] = {b"==": b"!=", b"!=": b"=="}
_ORDERED: Final = (ast.Sub, ast.Div, ast.FloorDiv, ast.Mod, ast.LShift, ast.RShift)
_LEVELS: Final = ((ast.Add, ast.Sub), (ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.MatMult), (ast.LShift, ast.RShift))
_NOT_NUMBERS: Final = (ast.List, ast.ListComp, ast.Tuple, ast.JoinedStr, ast.Set, ast.Dict)


@operator("wrong_operator", ast.BinOp)
def arithmetic_operator(program: Program, node: ast.BinOp) -> Iterator[Edit]:
    """The formula has a plus where a minus belongs, or a quotient where a remainder does."""
    if _is_number(node.left) and _is_number(node.right):
        sign = program.operator(node.left, node.right)
        for other in _ARITHMETIC.get(program.code[sign.start : sign.end], ()):
            yield Edit(*sign, other)


@operator("wrong_operator", ast.AugAssign)
def augmented_operator(program: Program, node: ast.AugAssign) -> Iterator[Edit]:
    """A total is overwritten instead of added to, or changed in the wrong direction."""
    sign = program.operator(node.target, node.value)
    for other in _AUGMENTED.get(program.code[sign.start : sign.end], ()):
        if other == b"=" or _is_number(node.value):
            yield Edit(*sign, other)


@operator("wrong_operator", ast.BoolOp)
def boolean_operator(program: Program, node: ast.BoolOp) -> Iterator[Edit]:
    """One of two conditions is thought enough where both are needed, or the other way round."""
    other = b"or" if isinstance(node.op, ast.And) else b"and"
    for left, right in pairwise(node.values):
        yield Edit(*program.operator(left, right), other)


@operator("number_precision", ast.BinOp)
def wrong_division(program: Program, node: ast.BinOp) -> Iterator[Edit]:
    """A quotient is cut off to an integer where the fraction matters, or becomes a float that loses digits."""
    sign = program.operator(node.left, node.right)
    if isinstance(node.op, ast.FloorDiv):
        yield Edit(*sign, b"/")
    elif isinstance(node.op, ast.Div):
        yield Edit(*sign, b"//")


@operator("number_precision", ast.AugAssign)
def wrong_division_in_place(program: Program, node: ast.AugAssign) -> Iterator[Edit]:
    """A number is divided in place with the wrong one of the two divisions."""
    sign = program.operator(node.target, node.value)
    if isinstance(node.op, ast.FloorDiv):
        yield Edit(*sign, b"/=")
    elif isinstance(node.op, ast.Div):
        yield Edit(*sign, b"//=")


@operator("wrong_comparison", ast.Compare)
def comparison_boundary(program: Program, node: ast.Compare) -> Iterator[Edit]:
    """The case of equal values is put on the wrong side."""
    yield from _compared(program, node, _BOUNDARY)


@operator("wrong_comparison", ast.Compare)
def comparison_direction(program: Program, node: ast.Compare) -> Iterator[Edit]:
    """The comparison goes the wrong way round."""
    if not _is_whole_test(program, node):
        yield from _compared(program, node, _EQUALITY)
    yield from _compared(program, node, _OPPOSITE)


@operator("swapped_operands", ast.BinOp)
def swapped_operands(program: Program, node: ast.BinOp) -> Iterator[Edit]:
    """What is subtracted and what it is subtracted from are exchanged; so for quotients, remainders and shifts."""
    if not isinstance(node.op, _ORDERED) or not (_is_number(node.left) and _is_number(node.right)):
        return
    left, right = program.operands(node, [node.left, node.right])
    if _level(node.left) == _level(node) and left.end == program.end(node.left):
        return  # `a - b - c` has no operand `a - b` that a person would see as one
    code = program.code
    text = code[right.start : right.end] + code[left.end : right.start] + code[left.start : left.end]
    if b"#" not in text:
        yield Edit(left.start, right.end, text)


def _compared(program: Program, node: ast.Compare, others: Mapping[bytes, bytes]) -> Iterator[Edit]:
    operands = [node.left, *node.comparators]
    for left, right in pairwise(operands):
        sign = program.operator(left, right)
        other = others.get(program.code[sign.start : sign.end])
        if other:
            yield Edit(*sign, other)


def _is_whole_test(program: Program, node: ast.Compare) -> bool:
    """Whether turning an equality round inverts a condition as a whole, which is another kind of mistake."""
    above = program.parents[node]
    return (isinstance(above, ast.If | ast.While | ast.IfExp) and above.test is node) or isinstance(
        above, ast.comprehension
    )


def _is_number(node: ast.expr) -> bool:
    """Not certainly something else: operators of text and lists have no others to be mistaken for."""
    if isinstance(node, ast.BinOp):
        return _is_number(node.left) and _is_number(node.right)
    if isinstance(node, ast.Constant):
        return not isinstance(node.value, str | bytes)
    return not isinstance(node, _NOT_NUMBERS)


def _level(node: ast.expr) -> int | None:
    """Which operators bind as strongly as this one."""
    if not isinstance(node, ast.BinOp):
        return None
    return next((level for level, kinds in enumerate(_LEVELS) if isinstance(node.op, kinds)), None)
