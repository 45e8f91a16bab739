"""Mistakes in conditions: turned round, thinned out, or not there."""

import ast
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_LOOSE: Final = (ast.BoolOp, ast.IfExp, ast.Lambda, ast.NamedExpr)
"""What nobody writes a `not` before by mistake."""

_NEGATED: Final[dict[type[ast.cmpop], bytes]] = {
    ast.In: b"not in",
    ast.NotIn: b"in",
    ast.Is: b"is not",
    ast.IsNot: b"is",
    ast.Eq: b"!=",
    ast.NotEq: b"==",
    ast.Lt: b">=",
    ast.GtE: b"<",
    ast.Gt: b"<=",
    ast.LtE: b">",
}
_FUNCTIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef)
_LOOPS: Final = (ast.For, ast.While, ast.AsyncFor)
_LEAVING: Final = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_EXITS: Final = frozenset({"exit", "quit"})


@operator("inverted_condition", ast.If, ast.While, ast.IfExp)
def inverted_condition(program: Program, node: ast.If | ast.While | ast.IfExp) -> Iterator[Edit]:
    """A `not` is forgotten or one too many, so that the two cases change places."""
    yield from _inverted(program, node.test)


@operator("inverted_condition", ast.comprehension)
def inverted_filter(program: Program, node: ast.comprehension) -> Iterator[Edit]:
    """A comprehension keeps what it should leave out."""
    for test in node.ifs:
        yield from _inverted(program, test)


@operator("missing_condition", ast.BoolOp)
def dropped_condition(program: Program, node: ast.BoolOp) -> Iterator[Edit]:
    """One of several conditions is forgotten."""
    spans = program.operands(node, node.values)
    yield Edit(spans[0].start, spans[1].start, b"")
    for before, span in pairwise(spans):
        yield Edit(before.end, span.end, b"")


@operator("missing_condition", ast.comprehension)
def dropped_filter(program: Program, node: ast.comprehension) -> Iterator[Edit]:
    """A comprehension takes everything where it should choose."""
    if len(node.ifs) == 1:
        end, start = program.end(node.iter), program.start(node.ifs[0])
        opening = program.code.rfind(b"if", end, start)
        if program.trimmed(opening + len(b"if"), start).end == opening + len(b"if"):
            yield Edit(program.trimmed(end, opening).end, program.end(node.ifs[0]), b"")


@operator("missing_condition", ast.If)
def missing_branch(program: Program, node: ast.If) -> Iterator[Edit]:
    """One of the cases that have to be told apart is forgotten: the first, one in the middle or the last."""
    if _is_base_case(program, node):
        return
    if _is_elif(program, node.orelse):
        yield _without_first_branch(program, node)
    elif node.orelse:
        yield from _without_last_branches(program, node)


@operator("missing_edge_case", ast.If)
def missing_edge_case(program: Program, node: ast.If) -> Iterator[Edit]:
    """Empty, smallest or otherwise special input is not looked at first."""
    if _is_guard(node) and not _is_recursive(program, node) and not program.within(node, _LOOPS):
        yield from _without(program, node)


@operator("missing_edge_case", ast.IfExp)
def missing_special_value(program: Program, node: ast.IfExp) -> Iterator[Edit]:
    """The value for a special case is left out of an expression that chooses."""
    if not _is_recursive(program, node):
        for kept, dropped in ((node.body, node.orelse), (node.orelse, node.body)):
            if isinstance(dropped, ast.Constant) and not isinstance(kept, ast.Constant):
                yield program.replaced(node, program.text(kept))


@operator("missing_edge_case", ast.Call)
def missing_default(program: Program, node: ast.Call) -> Iterator[Edit]:
    """What to take when there is nothing is not said: no default for `max`, `next` or `get`."""
    match node:
        case ast.Call(
            func=ast.Name(id="max" | "min"), args=[_, *_], keywords=[*_, ast.keyword(arg="default") as default]
        ):
            behind = node.keywords[-2] if len(node.keywords) > 1 else node.args[-1]
            yield Edit(program.end(behind), program.end(default), b"")
        case ast.Call(func=ast.Name(id="next") | ast.Attribute(attr="get" | "pop"), args=[key, default]):
            yield Edit(program.end(key), program.end(default), b"")


@operator("missing_condition", ast.If)
def missing_skip(program: Program, node: ast.If) -> Iterator[Edit]:
    """A loop does not pass over what it should leave alone."""
    if _is_guard(node) and program.within(node, _LOOPS) and not _is_base_case(program, node):
        yield from _without(program, node)


@operator("missing_base_case", ast.If)
def missing_base_case(program: Program, node: ast.If) -> Iterator[Edit]:
    """A recursive function is written without the case in which it stops, or without one of them."""
    if _is_base_case(program, node):
        if _is_elif(program, node.orelse):
            yield _without_first_branch(program, node)
        elif not node.orelse:
            yield from _without(program, node)


@operator("missing_base_case", ast.IfExp)
def missing_base_value(program: Program, node: ast.IfExp) -> Iterator[Edit]:
    """A recursive function in one expression goes on for ever."""
    if _is_recursive(program, node):
        for kept, dropped in ((node.body, node.orelse), (node.orelse, node.body)):
            if _recurs(program, kept) and not _recurs(program, dropped):
                yield program.replaced(node, program.text(kept))


def _inverted(program: Program, test: ast.expr) -> Iterator[Edit]:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        yield program.replaced(test, program.text(test.operand))
    elif isinstance(test, ast.Compare) and len(test.ops) == 1:
        sign = program.operator(test.left, test.comparators[0])
        yield Edit(*sign, _NEGATED[type(test.ops[0])])
    elif not isinstance(test, _LOOSE):
        yield program.replaced(test, b"not " + program.text(test))


def _is_elif(program: Program, orelse: list[ast.stmt]) -> bool:
    if len(orelse) != 1 or not isinstance(orelse[0], ast.If):
        return False
    start = program.start(orelse[0])
    return program.code[start : start + 4] == b"elif"


def _without_first_branch(program: Program, node: ast.If) -> Edit:
    """Without a branch before an `elif`, which becomes an `if` where the branch was one."""
    kept = program.start(node.orelse[0])
    return Edit(program.start(node), kept if program.text(node).startswith(b"elif") else kept + len(b"el"), b"")


def _without_last_branches(program: Program, node: ast.If) -> Iterator[Edit]:
    """Without the lines of the last branch, an `else`; and, where `node` is an `elif`, without those of this one."""
    last, end = node.body[-1], node.orelse[-1]
    kept, dropped = program.own_lines(last), program.own_lines(end)
    if kept and dropped:
        yield Edit(kept.end, dropped.end, b"")
    opening = program.code.find(b"else", program.end(last), program.start(node.orelse[0]))
    if program.text(node).startswith(b"elif") and opening >= 0:
        yield Edit(program.start(node), opening, b"")


def _is_guard(node: ast.If) -> bool:
    """A short branch of its own that ends what is going on."""
    if node.orelse or len(node.body) > 2:
        return False
    last = node.body[-1]
    return isinstance(last, _LEAVING) or (
        isinstance(last, ast.Expr)
        and isinstance(last.value, ast.Call)
        and isinstance(last.value.func, ast.Name | ast.Attribute)
        and _name(last.value.func) in _EXITS
    )


def _without(program: Program, node: ast.If) -> Iterator[Edit]:
    if (edit := program.removed(node)) and not program.text(node).startswith(b"elif"):
        yield edit


def _is_recursive(program: Program, node: ast.AST) -> bool:
    """Whether ``node`` stands in a function that calls itself."""
    function = program.functions[node]
    return isinstance(function, _FUNCTIONS) and _recurs(program, function, function.name)


def _is_base_case(program: Program, node: ast.If) -> bool:
    """Whether a branch of a recursive function returns without going deeper."""
    return (
        _is_recursive(program, node)
        and isinstance(node.body[-1], ast.Return)
        and not any(_recurs(program, statement) for statement in node.body)
    )


def _recurs(program: Program, node: ast.AST, name: str | None = None) -> bool:
    """Whether the function around ``node`` is called in it."""
    if name is None:
        function = program.functions[node]
        name = function.name if isinstance(function, _FUNCTIONS) else ""
    calls = (inner.func for inner in ast.walk(node) if isinstance(inner, ast.Call))
    return any(isinstance(call, ast.Name | ast.Attribute) and _name(call) == name for call in calls)


def _name(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
