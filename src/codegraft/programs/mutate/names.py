"""The wrong name, or names in the wrong order."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program
from codegraft.programs.mutate.variables import others, variables

_PAIRS: Final = (
    ("left", "right"),
    ("next", "prev"),
    ("head", "tail"),
    ("first", "last"),
    ("row", "col"),
    ("x", "y"),
    ("start", "end"),
    ("low", "high"),
    ("parent", "child"),
    ("key", "value"),
    ("min", "max"),
    ("real", "imag"),
    ("numerator", "denominator"),
)
_COUNTERPARTS: Final = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
_ANY_ORDER: Final = frozenset({"min", "max", "gcd", "lcm", "print", "isinstance", "hasattr", "getattr", "open", "map"})
_EXCEPTIONS: Final = {
    "ValueError": ("TypeError", "KeyError"),
    "TypeError": ("ValueError",),
    "KeyError": ("IndexError", "ValueError"),
    "IndexError": ("KeyError", "ValueError"),
    "LookupError": ("AttributeError",),
    "ZeroDivisionError": ("ValueError", "OverflowError"),
    "ArithmeticError": ("ValueError",),
    "OverflowError": ("ValueError",),
    "EOFError": ("ValueError", "StopIteration"),
    "StopIteration": ("EOFError", "IndexError"),
    "AttributeError": ("TypeError", "KeyError"),
    "NotImplementedError": ("TypeError",),
    "RuntimeError": ("ValueError",),
    "RecursionError": ("MemoryError",),
    "AssertionError": ("ValueError",),
    "NameError": ("KeyError",),
    "OSError": ("ValueError",),
    "FileNotFoundError": ("PermissionError",),
    "Exception": ("ValueError", "KeyError"),
    "BaseException": ("ValueError",),
}


@operator("variable_misuse", ast.Module)
def variable_misuse(program: Program, _: ast.Module) -> Iterator[Edit]:
    """Another variable is used than the one that was meant, often after copying a line."""
    known = variables(program)
    for node in program.nodes:
        if isinstance(node, ast.Name) and (
            isinstance(node.ctx, ast.Load) or isinstance(program.parents[node], ast.AugAssign)
        ):
            for name in others(program, known, node):
                yield program.replaced(node, name.encode())


@operator("variable_misuse", ast.Module)
def attribute_misuse(program: Program, _: ast.Module) -> Iterator[Edit]:
    """Left is taken for right, head for tail: the counterpart of an attribute that was meant."""
    attributes = [node for node in program.nodes if isinstance(node, ast.Attribute)]
    used = {node.attr for node in attributes}
    for node in attributes:
        other = _COUNTERPARTS.get(node.attr)
        if other in used:
            yield program.renamed(node, other)


@operator("swapped_operands", ast.Call)
def swapped_arguments(program: Program, node: ast.Call) -> Iterator[Edit]:
    """Two arguments of a call are given in the wrong order."""
    name = (
        node.func.id
        if isinstance(node.func, ast.Name)
        else node.func.attr
        if isinstance(node.func, ast.Attribute)
        else ""
    )
    if name not in _ANY_ORDER:
        yield from _swaps(program, node.args)


@operator("swapped_operands", ast.Tuple)
def swapped_elements(program: Program, node: ast.Tuple) -> Iterator[Edit]:
    """The parts of a pair change places: what is unpacked, returned, or used as a key."""
    above = program.parents[node]
    if not isinstance(above, ast.ExceptHandler) and not (isinstance(above, ast.Assign) and _is_same_step(above.value)):
        yield from _swaps(program, node.elts)


@operator("wrong_exception", ast.Raise, ast.ExceptHandler)
def wrong_exception(program: Program, node: ast.Raise | ast.ExceptHandler) -> Iterator[Edit]:
    """An exception of another class is raised than callers expect, or caught than is raised."""
    named = node.exc if isinstance(node, ast.Raise) else node.type
    if isinstance(named, ast.Call):
        named = named.func
    for name in named.elts if isinstance(named, ast.Tuple) else [named]:
        if isinstance(name, ast.Name):
            for other in _EXCEPTIONS.get(name.id, ()):
                yield program.replaced(name, other.encode())


def _swaps(program: Program, parts: list[ast.expr]) -> Iterator[Edit]:
    """Each two neighbours exchanged, with what stands between them left as it is."""
    for first, second in pairwise(parts):
        if not isinstance(first, ast.Starred) and not isinstance(second, ast.Starred) and _are_alike(first, second):
            between = program.code[program.end(first) : program.start(second)]
            text = program.text(second) + between + program.text(first)
            yield Edit(program.start(first), program.end(second), text)


def _is_same_step(value: ast.expr) -> bool:
    """Whether each part of a tuple calls the same: in `a, b = root(a), root(b)` the order says nothing."""
    if not isinstance(value, ast.Tuple) or not all(isinstance(part, ast.Call) for part in value.elts):
        return False
    return len({ast.dump(part.func) for part in value.elts if isinstance(part, ast.Call)}) == 1


def _are_alike(first: ast.expr, second: ast.expr) -> bool:
    """Not literals of two types, which nobody takes for each other."""
    if isinstance(first, ast.Constant) and isinstance(second, ast.Constant):
        return type(first.value) is type(second.value)
    return True
