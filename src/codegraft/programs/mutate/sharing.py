"""Copies that are not made, and results that are not kept."""

import ast
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_COPIES: Final = frozenset({"list", "dict", "copy", "deepcopy"})
_CACHES: Final = frozenset({"cache", "lru_cache"})
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)


@operator("shared_state", ast.ListComp)
def shared_rows(program: Program, node: ast.ListComp) -> Iterator[Edit]:
    """A table is made of the same row many times, so that writing one cell writes a column."""
    turn = node.generators[0]
    match turn.iter:
        case ast.Call(func=ast.Name(id="range"), args=[count]) if len(node.generators) == 1 and not turn.ifs:
            if _is_list(node.elt) and isinstance(turn.target, ast.Name) and not _mentions(node.elt, turn.target.id):
                times = program.text(count)
                if not isinstance(count, ast.Name | ast.Constant | ast.Call | ast.Subscript | ast.Attribute):
                    times = b"(" + times + b")"
                yield program.replaced(node, b"[" + program.text(node.elt) + b"] * " + times)


@operator("shared_state", ast.Call)
def dropped_copy(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A list is handed on without a copy, and changes later under the one who keeps it."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=[argument], keywords=[]):
            if name in _COPIES and isinstance(argument, ast.Name | ast.Attribute | ast.Subscript):
                yield program.replaced(node, program.text(argument))
        case ast.Call(func=ast.Attribute(value=value, attr="copy"), args=[], keywords=[]):
            yield Edit(program.end(value), program.end(node), b"")


@operator("shared_state", ast.Subscript)
def dropped_slice_copy(program: Program, node: ast.Subscript) -> Iterator[Edit]:
    """The slice that copies a list is left out, and two names mean one list."""
    match node.slice:
        case ast.Slice(lower=None, upper=None, step=None) if isinstance(node.ctx, ast.Load):
            yield Edit(program.end(node.value), program.end(node), b"")


@operator("shared_state", *_FUNCTIONS)
def mutable_default(program: Program, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Edit]:
    """A default is a list or a dict, which is made once and kept from call to call."""
    defaults = zip(node.args.args[::-1], node.args.defaults[::-1], strict=False)
    for parameter, default in defaults:
        if isinstance(default, ast.Constant) and default.value is None:
            for made in _made_when_none(node, parameter.arg):
                yield Edit(program.start(default), program.end(default), program.text(made))


@operator("too_slow", *_FUNCTIONS)
def dropped_cache(program: Program, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Iterator[Edit]:
    """The results of a recursion are not kept, so that it does the same work again and again."""
    for decorator in node.decorator_list:
        func = decorator.func if isinstance(decorator, ast.Call) else decorator
        name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
        if name in _CACHES:
            following = program.line(program.end(decorator))
            yield Edit(program.lines[decorator.lineno - 1], program.lines[following], b"")


@operator("too_slow", ast.If)
def dropped_memo(program: Program, node: ast.If) -> Iterator[Edit]:
    """Results are written down and never looked up."""
    match node:
        case ast.If(
            test=ast.Compare(ops=[ast.In()], comparators=[memo]),
            body=[ast.Return(value=ast.Subscript(value=looked_up))],
            orelse=[],
        ) if program.text(memo) == program.text(looked_up) and not program.text(node).startswith(b"elif"):
            if edit := program.removed(node):
                yield edit


def _is_list(node: ast.expr) -> bool:
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult):
        return isinstance(node.left, ast.List) or isinstance(node.right, ast.List)
    return isinstance(node, ast.List | ast.ListComp)


def _mentions(node: ast.expr, name: str) -> bool:
    return any(isinstance(inner, ast.Name) and inner.id == name for inner in ast.walk(node))


def _made_when_none(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> Iterator[ast.expr]:
    """What a function makes of a parameter that was not given: `if memo is None: memo = {}`."""
    for statement in function.body:
        match statement:
            case ast.If(
                test=ast.Compare(left=ast.Name(id=tested), ops=[ast.Is()]),
                body=[ast.Assign(targets=[ast.Name(id=target)], value=ast.List() | ast.Dict() | ast.Call() as made)],
            ) if tested == target == name:
                yield made
