"""Statements that are missing, or stand in the wrong place."""

import ast
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_SIMPLE: Final = (ast.Assign, ast.AugAssign, ast.Expr)
_LOOPS: Final = (ast.For, ast.While)


@operator("missing_statement", ast.Expr, ast.AugAssign)
def deleted_statement(program: Program, node: ast.Expr | ast.AugAssign) -> Iterator[Edit]:
    """A step of the algorithm is forgotten: a counter is not moved on, a result not kept, a mark not set."""
    if (edit := program.removed(node)) and not _is_the_only_output(program, node):
        yield edit


@operator("missing_statement", ast.Assign)
def deleted_assignment(program: Program, node: ast.Assign) -> Iterator[Edit]:
    """A variable or a cell is not brought up to date."""
    if all(_is_known(program, node, target) for target in node.targets) and (edit := program.removed(node)):
        yield edit


@operator("missing_return", ast.Return)
def missing_return(program: Program, node: ast.Return) -> Iterator[Edit]:
    """A result is worked out and not returned."""
    if _gives_nothing(node) or program.within(node, _LOOPS):
        return
    if isinstance(node.value, ast.Name | ast.Constant):
        if edit := program.removed(node):
            yield edit
    else:
        yield Edit(
            program.start(node), program.trimmed(program.start(node) + len(b"return"), program.end(node)).start, b""
        )


@operator("wrong_order", *_SIMPLE)
def swapped_statements(program: Program, node: ast.Assign | ast.AugAssign | ast.Expr) -> Iterator[Edit]:
    """Two steps of which one needs the other are taken in the wrong order."""
    block = program.blocks[node]
    for following in block[block.index(node) + 1 :][:1]:
        between = program.code[program.end(node) : program.start(following)]
        if isinstance(following, _SIMPLE) and b"#" not in between and _depend(program, node, following):
            text = program.text(following) + between + program.text(node)
            yield Edit(program.start(node), program.end(following), text)


@operator("wrong_order", *_LOOPS)
def inside_the_loop(program: Program, node: ast.For | ast.While) -> Iterator[Edit]:
    """What should happen after a loop is indented one level too far and happens in each of its turns."""
    block = program.blocks[node]
    position = block.index(node) + 1
    outer, inner = program.indentation(node), program.indentation(node.body[-1])
    if node.orelse or outer is None or inner is None or position == len(block):
        return
    after = block[position]
    if program.indentation(after) == outer and isinstance(after, (*_SIMPLE, ast.Return)) and _has_one_line(after):
        line = program.lines[after.lineno - 1]
        yield Edit(line, program.start(after), inner)


@operator("wrong_order", *_LOOPS)
def outside_the_loop(program: Program, node: ast.For | ast.While) -> Iterator[Edit]:
    """The last step of a loop is not indented and is taken only once, after it."""
    last, outer = node.body[-1], program.indentation(node)
    inner = program.indentation(last)
    if outer is None or inner is None or node.orelse or len(node.body) == 1:
        return
    if isinstance(last, _SIMPLE) and _has_one_line(last):
        yield Edit(program.lines[last.lineno - 1], program.start(last), outer)


@operator("wrong_call", ast.Break, ast.Continue)
def break_or_continue(program: Program, node: ast.Break | ast.Continue) -> Iterator[Edit]:
    """A loop is left where it should go on, or goes on where it should be left."""
    yield program.replaced(node, b"continue" if isinstance(node, ast.Break) else b"break")


def _gives_nothing(node: ast.Return) -> bool:
    return node.value is None or (isinstance(node.value, ast.Constant) and node.value.value is None)


def _is_the_only_output(program: Program, node: ast.stmt) -> bool:
    """Whether a program prints nothing without a statement: a mistake that nobody hands in."""
    return program.text(node).startswith(b"print") and program.code.count(b"print") == 1


def _has_one_line(node: ast.stmt) -> bool:
    return node.lineno == node.end_lineno


def _depend(program: Program, first: ast.stmt, second: ast.stmt) -> bool:
    """Whether it matters which comes first, and neither way fails for want of a name."""
    writes, then_writes = _written(first), _written(second)
    needs, then_needs = _read(first), _read(second)
    if _bound(first) & then_needs and not all(_is_known(program, first, name) for name in _targets(first)):
        return False
    return bool(writes & (then_needs | then_writes) or needs & then_writes)


def _targets(node: ast.stmt) -> list[ast.expr]:
    return node.targets if isinstance(node, ast.Assign) else []


def _bound(node: ast.stmt) -> set[str]:
    return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Store)}


def _read(node: ast.stmt) -> set[str]:
    read = {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name) and isinstance(inner.ctx, ast.Load)}
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        read.add(node.target.id)
    return read


def _written(node: ast.stmt) -> set[str]:
    """Variables that a statement binds or changes in place: by an index, an attribute or a method."""
    written = _bound(node)
    for inner in ast.walk(node):
        if isinstance(inner, ast.Subscript | ast.Attribute) and isinstance(inner.ctx, ast.Store):
            written |= _root(inner)
        elif isinstance(inner, ast.Call) and isinstance(inner.func, ast.Attribute):
            written |= _root(inner.func)
    return written


def _root(node: ast.expr) -> set[str]:
    while isinstance(node, ast.Subscript | ast.Attribute):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()


def _is_known(program: Program, statement: ast.stmt, target: ast.expr) -> bool:
    """Whether what is assigned exists before: cells and attributes do, names that were bound further up do."""
    if isinstance(target, ast.Tuple | ast.List):
        return all(_is_known(program, statement, part) for part in target.elts)
    if not isinstance(target, ast.Name):
        return True
    return any(
        isinstance(node, ast.arg) or isinstance(node.ctx, ast.Store)
        for node in program.names[program.functions[statement], target.id]
        if program.start(node) < program.start(statement)
    )
