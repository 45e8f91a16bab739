"""Mistakes in reading the input and in writing the output."""

import ast
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.calls import without_part
from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_READERS: Final = frozenset({"input", "readline", "read", "readlines"})
_KEEPING_LINE_ENDS: Final = frozenset({"readline", "read"})
_CONVERSIONS: Final = frozenset({b"int", b"float"})
_CASES: Final = (str.upper, str.lower, str.capitalize)
_DECIMALS: Final = ((".9f", ".3f"), (".10f", ".3f"), (".6f", ".2f"), (".2f", ".1f"), (".1f", ".0f"), (".3f", ".2f"))


@operator("input_parsing", ast.Call)
def unconverted_input(program: Program, node: ast.Call) -> Iterator[Edit]:
    """Numbers are read and left as text."""
    if _name(node) == "map" and len(node.args) == 2 and program.text(node.args[0]) in _CONVERSIONS:
        yield program.replaced(node, program.text(node.args[1]))
    elif program.text(node.func) == b"int" and len(node.args) == 1 and _is_read(node.args[0]):
        yield program.replaced(node, program.text(node.args[0]))
        yield program.replaced(node.func, b"float")


@operator("input_parsing", ast.Call)
def wrong_split(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A line is cut at other places than where its parts meet, or not at all."""
    if not isinstance(node.func, ast.Attribute) or node.func.attr not in {"split", "splitlines"}:
        return
    if node.args:
        yield Edit(program.start(node.args[0]), program.end(node) - 1, b"")
    else:
        behind = program.end(node) - 1
        if node.func.attr == "split":
            yield Edit(behind, behind, b'","')
    yield Edit(program.end(node.func.value), program.end(node), b"")


@operator("input_parsing", ast.Call)
def kept_line_end(program: Program, node: ast.Call) -> Iterator[Edit]:
    """The line end becomes part of what was read; `input` leaves it off by itself."""
    func = node.func
    if (
        isinstance(func, ast.Attribute)
        and func.attr in {"strip", "rstrip"}
        and isinstance(func.value, ast.Call)
        and _name(func.value) in _KEEPING_LINE_ENDS
    ):
        yield Edit(program.end(func.value), program.end(node), b"")


@operator("output_format", ast.Call)
def wrong_separator(program: Program, node: ast.Call) -> Iterator[Edit]:
    """Results are run together, or torn apart, by the wrong `sep` or `end`."""
    if _name(node) != "print":
        return
    parts: list[ast.expr | ast.keyword] = [*node.args, *node.keywords]
    for position, part in enumerate(parts):
        if isinstance(part, ast.keyword) and part.arg in {"sep", "end"} and isinstance(part.value, ast.Constant):
            yield without_part(program, parts, position)
            yield program.replaced(part.value, b'""' if part.value.value else b'" "')


@operator("output_format", ast.Starred)
def printed_list(program: Program, node: ast.Starred) -> Iterator[Edit]:
    """A list is printed as Python writes it, with brackets and commas."""
    above = program.parents[node]
    if isinstance(above, ast.Call) and _name(above) == "print":
        yield program.replaced(node, program.text(node.value))


@operator("output_format", ast.Call)
def wrong_joint(program: Program, node: ast.Call) -> Iterator[Edit]:
    """The parts of an answer are joined by nothing, or by a comma."""
    func = node.func
    if isinstance(func, ast.Attribute) and func.attr == "join" and isinstance(func.value, ast.Constant):
        for joint in (b'""', b'", "') if func.value.value else (b'" "',):
            yield program.replaced(func.value, joint)


@operator("output_format", ast.Constant)
def wrong_case(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """YES is printed where Yes is asked for."""
    if (
        not isinstance(node.value, str)
        or len(node.value) < 2
        or not node.value.isalpha()
        or not _is_said(program, node)
    ):
        return
    start = program.text(node).find(node.value.encode())
    if start > 0:
        first = program.start(node) + start
        for case in _CASES:
            yield Edit(first, first + len(node.value.encode()), case(node.value).encode())


@operator("output_format", ast.Constant)
def wrong_decimals(program: Program, node: ast.Constant) -> Iterator[Edit]:
    """A number is printed with other decimals than are asked for."""
    text = program.text(node)
    if isinstance(node.value, str):
        for right, wrong in _DECIMALS:
            place = text.find(right.encode())
            if place >= 0:
                first = program.start(node) + place
                yield Edit(first, first + len(right), wrong.encode())


def _is_said(program: Program, node: ast.Constant) -> bool:
    """Whether a text looks like an answer: printed, returned, chosen between, kept in a variable or a list."""
    above = program.parents[node]
    return isinstance(above, ast.IfExp | ast.Return | ast.Assign) or (
        isinstance(above, ast.Call) and _name(above) in {"print", "append", "write"}
    )


def _is_read(node: ast.expr) -> bool:
    """Whether an expression reads input, or a part of it."""
    return any(isinstance(inner, ast.Call) and _name(inner) in _READERS for inner in ast.walk(node))


def _name(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
