"""The wrong function, one too few, or one told the wrong thing."""

import ast
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_FUNCTIONS: Final[dict[str, tuple[str, ...]]] = {
    "min": ("max",),
    "max": ("min",),
    "any": ("all",),
    "all": ("any",),
    "sum": ("max", "len"),
    "sorted": ("list",),
    "ceil": ("floor",),
    "floor": ("ceil",),
    "bisect_left": ("bisect_right",),
    "bisect_right": ("bisect_left",),
    "bisect": ("bisect_left",),
    "permutations": ("combinations",),
    "combinations": ("permutations", "combinations_with_replacement"),
    "combinations_with_replacement": ("combinations",),
    "gcd": ("lcm",),
    "lcm": ("gcd",),
    "heappush": ("heappushpop",),
    "ord": ("int",),
    "hex": ("oct",),
    "bin": ("hex",),
    "isqrt": ("sqrt",),
    "log2": ("log10", "log"),
    "log10": ("log2", "log"),
    "log": ("log2",),
    "sin": ("cos",),
    "cos": ("sin",),
}
_METHODS: Final[dict[str, tuple[str, ...]]] = {
    **_FUNCTIONS,
    "append": ("extend", "appendleft"),
    "extend": ("append",),
    "appendleft": ("append",),
    "pop": ("popleft",),
    "popleft": ("pop",),
    "add": ("discard",),
    "discard": ("remove", "add"),
    "remove": ("discard",),
    "find": ("rfind", "index"),
    "rfind": ("find",),
    "index": ("count", "find"),
    "count": ("index",),
    "startswith": ("endswith",),
    "endswith": ("startswith",),
    "upper": ("lower", "title"),
    "lower": ("upper",),
    "isupper": ("islower",),
    "islower": ("isupper",),
    "isalpha": ("isalnum",),
    "isalnum": ("isalpha",),
    "isdigit": ("isalpha", "isalnum"),
    "lstrip": ("rstrip",),
    "rstrip": ("lstrip",),
    "ljust": ("rjust",),
    "rjust": ("ljust",),
    "keys": ("values",),
    "values": ("keys",),
    "union": ("intersection",),
    "intersection": ("union",),
    "difference": ("intersection",),
    "issubset": ("issuperset",),
    "issuperset": ("issubset",),
    "update": ("add",),
    "setdefault": ("get",),
    "search": ("match",),
    "match": ("search",),
    "partition": ("rpartition",),
}
_DEQUE_ONLY: Final = frozenset({"popleft", "appendleft"})
_WRAPPED_STEPS: Final = frozenset({"abs", "sorted", "reversed", "set"})
_METHOD_STEPS: Final = frozenset({"lower", "upper", "casefold", "replace"})
"""Not `strip`: most lines have nothing to strip."""


@operator("wrong_call", ast.Call)
def similar_call(program: Program, node: ast.Call) -> Iterator[Edit]:
    """The function next to the right one is called: smallest for largest, any for all, append for extend."""
    func = node.func
    if isinstance(func, ast.Name):
        for other in _FUNCTIONS.get(func.id, ()):
            if _is_available(program, func.id, other):
                yield program.replaced(func, other.encode())
    elif isinstance(func, ast.Attribute):
        for other in _METHODS.get(func.attr, ()):
            if other not in _DEQUE_ONLY or b"deque" in program.code:
                yield program.renamed(func, other)


@operator("missing_statement", ast.Call)
def dropped_call(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A step inside an expression is forgotten: the absolute value, the set, lower case."""
    func = node.func
    if isinstance(func, ast.Name) and func.id in _WRAPPED_STEPS and len(node.args) == 1 and not node.keywords:
        yield program.replaced(node, program.text(node.args[0]))
    elif isinstance(func, ast.Attribute) and func.attr in _METHOD_STEPS:
        yield Edit(program.end(func.value), program.end(node), b"")


@operator("missing_statement", ast.BinOp)
def dropped_remainder(program: Program, node: ast.BinOp) -> Iterator[Edit]:
    """A result is not reduced by the modulus."""
    if isinstance(node.op, ast.Mod) and not isinstance(node.left, ast.Constant | ast.JoinedStr):
        left, _ = program.operands(node, [node.left, node.right])
        yield Edit(left.end, program.end(node), b"")


@operator("number_precision", ast.Call)
def wrong_rounding(program: Program, node: ast.Call) -> Iterator[Edit]:
    """A number is rounded in another way than is asked for, or goes through a float that cannot hold it."""
    func = node.func
    if isinstance(func, ast.Name) and func.id == "round" and len(node.args) == 2:
        yield Edit(program.end(node.args[0]), program.end(node.args[1]), b"")
    elif isinstance(func, ast.Name) and func.id == "round":
        yield program.replaced(func, b"int")
    elif isinstance(func, ast.Attribute) and func.attr == "isqrt":
        arguments = program.code[program.end(func) : program.end(node)]
        yield program.replaced(node, b"int(" + program.text(func.value) + b".sqrt" + arguments + b")")
    elif isinstance(func, ast.Name) and func.id in {"Fraction", "Decimal"} and len(node.args) == 1:
        yield program.replaced(func, b"float")


@operator("wrong_order", ast.Call)
def sort_order(program: Program, node: ast.Call) -> Iterator[Edit]:
    """Things are sorted the wrong way round, or by something else than they should be."""
    if not _sorts(node.func):
        return
    parts: list[ast.expr | ast.keyword] = [*node.args, *node.keywords]
    for position, part in enumerate(parts):
        if isinstance(part, ast.keyword) and part.arg in {"reverse", "key"}:
            yield without_part(program, parts, position)
    if not any(keyword.arg == "reverse" for keyword in node.keywords):
        close = program.end(node) - 1
        yield Edit(close, close, b", reverse=True" if parts else b"reverse=True")


def without_part(program: Program, parts: list[ast.expr | ast.keyword], position: int) -> Edit:
    """The edit that drops one argument of a call, with its comma."""
    if position:
        return Edit(program.end(parts[position - 1]), program.end(parts[position]), b"")
    end = program.start(parts[1]) if len(parts) > 1 else program.end(parts[0])
    return Edit(program.start(parts[0]), end, b"")


def _sorts(func: ast.expr) -> bool:
    return (isinstance(func, ast.Name) and func.id == "sorted") or (
        isinstance(func, ast.Attribute) and func.attr == "sort"
    )


def _is_available(program: Program, name: str, other: str) -> bool:
    """Whether a function can be called here: one that is built in, or imported like the one it replaces."""
    return other in _BUILT_IN or (name not in _BUILT_IN and other.encode() in program.code)


_BUILT_IN: Final = frozenset(
    {"min", "max", "any", "all", "sum", "len", "sorted", "list", "ord", "int", "zip", "bin", "hex", "oct"}
)
