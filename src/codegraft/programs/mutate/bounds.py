"""Off-by-one mistakes: bounds, indices and counts that are one too small or too large."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_COUNTS: Final = (ast.Name, ast.Call, ast.Attribute, ast.Subscript)
_TIGHTER: Final = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv)
"""Operators beside which an added ` + 1` still adds one to the whole."""


@operator("off_by_one", ast.Call)
def range_bound(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A loop counts one step too few or too many."""
    if isinstance(node.func, ast.Name) and node.func.id == "range":
        for bound in node.args[:2]:
            yield from _shifted(program, bound)


@operator("off_by_one", ast.Subscript)
def index_offset(program: Program, node: ast.Subscript) -> Iterator[Edit]:
    """The neighbour of the element that was meant is read or written."""
    if not isinstance(node.slice, ast.Slice | ast.Tuple):
        yield from _shifted(program, node.slice)


@operator("off_by_one", ast.Slice)
def slice_bound(program: Program, node: ast.Slice) -> Iterator[Edit]:
    """A part of a sequence has one element too few or too many at one of its ends."""
    for bound in (node.lower, node.upper):
        if bound is not None:
            yield from _shifted(program, bound)


@operator("off_by_one", ast.BinOp)
def forgotten_offset(program: Program, node: ast.BinOp) -> Iterator[Edit]:
    """The one that has to be added or subtracted is forgotten."""
    if _is_offset(node):
        left, _ = program.operands(node, [node.left, node.right])
        yield Edit(left.end, program.end(node), b"")


@operator("off_by_one", ast.Call)
def count_offset(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A length is taken for the last index, or the last index for a length."""
    above = program.parents[node]
    if isinstance(node.func, ast.Name) and node.func.id == "len" and not isinstance(above, ast.Subscript | ast.Slice):
        yield from _shifted(program, node)


@operator("off_by_one", ast.For)
def forgotten_start(program: Program, node: ast.For) -> Iterator[Edit]:
    """Counting starts at zero where it should not: the first bound of `range` or `enumerate` is left out."""
    call = node.iter
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name) or not call.args:
        return
    if call.func.id == "range" and len(call.args) == 2:
        yield Edit(program.start(call.args[0]), program.start(call.args[1]), b"")
    elif call.func.id == "enumerate":
        parts: list[ast.expr | ast.keyword] = [*call.args, *call.keywords]
        for before, part in pairwise(parts):
            yield Edit(program.end(before), program.end(part), b"")


def _shifted(program: Program, node: ast.expr) -> Iterator[Edit]:
    """A bound one smaller and one larger, written as people write it."""
    number = whole_number(node)
    if number is not None:
        yield program.replaced(node, b"%d" % (number + 1))
        if number:
            yield program.replaced(node, b"%d" % (number - 1))
    elif isinstance(node, _COUNTS) or (
        isinstance(node, ast.BinOp) and isinstance(node.op, _TIGHTER) and not _is_offset(node)
    ):
        end = program.end(node)
        yield Edit(end, end, b" - 1")
        yield Edit(end, end, b" + 1")


def whole_number(node: ast.expr) -> int | None:
    """The value of a literal integer, signed or not; ``None`` for anything else."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        value = whole_number(node.operand)
        return None if value is None else -value
    if isinstance(node, ast.Constant) and type(node.value) is int:
        return node.value
    return None


def _is_offset(node: ast.expr) -> bool:
    """Whether an expression is something plus or minus one."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub) and whole_number(node.right) == 1
