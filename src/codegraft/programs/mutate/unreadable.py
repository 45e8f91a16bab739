"""Text that Python cannot read: a sign too few, a wrong indentation, or an end that comes too early."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_BLOCKS: Final = (ast.If, ast.For, ast.While, ast.FunctionDef)
_STATEMENTS: Final = (ast.Assign, ast.AugAssign, ast.Expr, ast.Return, ast.If, ast.For, ast.While)
_CLOSED: Final = (ast.Call, ast.Subscript, ast.List, ast.ListComp)
_KEPT: Final = 4
"""One part in so many of a text is there at least before it breaks off."""

_BEFORE: Final = (
    b"This program reads the input and prints the answer:\n\n",
    b"First the values are read, then the result is worked out step by step.\n\n",
    b"```python\n",
)
_AFTER: Final = (
    b"\nEvery value is looked at once, so it takes little time.\n",
    b"\n```\nThe loop stops as soon as the answer is known.\n",
    b"\nNote: the input must not be empty.\n",
)


@operator("syntax_error", *_BLOCKS)
def missing_colon(program: Program, node: ast.If | ast.For | ast.While | ast.FunctionDef) -> Iterator[Edit]:
    """The line that opens a block does not end in a colon."""
    body = program.start(node.body[0])
    colon = program.code.find(b":", _end_of_head(program, node), body)
    if colon >= 0:
        yield Edit(colon, colon + 1, b"")


@operator("syntax_error", *_CLOSED)
def unbalanced_bracket(program: Program, node: ast.expr) -> Iterator[Edit]:
    """A bracket is not closed, or closed twice."""
    end = program.end(node)
    yield Edit(end - 1, end, b"")
    yield Edit(end, end, program.code[end - 1 : end])


@operator("syntax_error", ast.Constant)
def missing_quote(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """A string is not closed."""
    text = program.text(node)
    if isinstance(node.value, str) and text[-3:-2] != text[-1:]:
        yield Edit(program.end(node) - 1, program.end(node), b"")


@operator("syntax_error", ast.Call, ast.List, ast.Tuple)
def missing_comma(program: Program, node: ast.Call | ast.List | ast.Tuple) -> Iterator[Edit]:
    """Two arguments or elements have nothing between them."""
    for left, right in pairwise(node.args if isinstance(node, ast.Call) else node.elts):
        comma = program.code.find(b",", program.end(left), program.start(right))
        if comma >= 0:
            yield Edit(comma, comma + 1, b" ")


@operator("syntax_error", ast.Compare)
def assignment_for_comparison(program: Program, node: ast.Compare) -> Iterator[Edit]:
    """One equals sign stands where two are meant."""
    if len(node.ops) == 1 and isinstance(node.ops[0], ast.Eq):
        yield Edit(*program.operator(node.left, node.comparators[0]), b"=")


@operator("syntax_error", *_STATEMENTS)
def wrong_indentation(program: Program, node: ast.stmt) -> Iterator[Edit]:
    """A line begins further right than its block, or the first of a block no further than what opens it."""
    own = program.indentation(node)
    if own is None:
        return
    line, start = program.lines[node.lineno - 1], program.start(node)
    above = program.parents[node]
    outer = program.indentation(above) if isinstance(above, ast.stmt) else None
    if program.blocks[node][0] is node and outer is not None:
        yield Edit(line, start, outer)
    yield Edit(line, start, own + b" ")
    yield Edit(line, start, own + b"    ")


@operator("syntax_error", ast.AugAssign, ast.BoolOp, ast.UnaryOp)
def signs_of_another_language(program: Program, node: ast.AugAssign | ast.BoolOp | ast.UnaryOp) -> Iterator[Edit]:
    """A sign is taken from another language: one added by two plus signs, a condition joined by ampersands."""
    if isinstance(node, ast.AugAssign):
        is_one = isinstance(node.value, ast.Constant) and node.value.value == 1
        signs = {ast.Add: b"++", ast.Sub: b"--"}.get(type(node.op))
        if is_one and signs:
            yield Edit(program.end(node.target), program.end(node), signs)
    elif isinstance(node, ast.BoolOp):
        for left, right in pairwise(node.values):
            yield Edit(*program.operator(left, right), b"&&" if isinstance(node.op, ast.And) else b"||")
    elif isinstance(node.op, ast.Not):
        yield Edit(program.start(node), program.start(node) + len(b"not"), b"!")


@operator("syntax_error", ast.Module)
def stray_explanation(program: Program, _: ast.Module) -> Iterator[Edit]:
    """Words about the program stand before or behind it and are no comment."""
    for text in _BEFORE:
        yield Edit(0, 0, text)
    for text in _AFTER:
        yield Edit(len(program.code), len(program.code), text)


@operator("unfinished", *_STATEMENTS)
def broken_off(program: Program, node: ast.stmt) -> Iterator[Edit]:
    """The text ends in the middle of a line."""
    start, end = program.start(node), program.end(node)
    line_end = program.code.find(b"\n", start)
    middle = (start + min(end, line_end if line_end >= 0 else end)) // 2
    if start * _KEPT > len(program.code) and program.code[start:middle].isascii():
        yield Edit(middle, len(program.code), b"")


@operator("unfinished", ast.FunctionDef)
def placeholder(program: Program, node: ast.FunctionDef) -> Iterator[Edit]:
    """A function is announced and not written."""
    first = node.body[1 if len(node.body) > 1 and ast.get_docstring(node) is not None else 0]
    yield Edit(program.start(first), program.end(node.body[-1]), b"pass")


def _end_of_head(program: Program, node: ast.If | ast.For | ast.While | ast.FunctionDef) -> int:
    """An offset behind all that a block's first line holds before its colon."""
    if isinstance(node, ast.If | ast.While):
        return program.end(node.test)
    if isinstance(node, ast.For):
        return program.end(node.iter)
    parts = [part for part in ast.walk(node.args) if isinstance(part, ast.expr | ast.arg)]
    ends = [program.end(part) for part in (*parts, node.returns) if part is not None]
    return max(ends, default=program.start(node))
