"""Which variables a program could have named instead of the one it names, and what each seems to hold."""

import ast
from typing import Final, NamedTuple

from codegraft.programs.mutate.source import Program

NEAREST: Final = 4
"""How many other variables are offered for one use; people take one that is near by mistake."""

_COMPREHENSIONS: Final = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
_CALLS: Final = {
    **dict.fromkeys(("int", "len", "sum", "abs", "float", "ord", "round", "max", "min", "pow"), "number"),
    **dict.fromkeys(("list", "sorted", "split", "readlines", "tuple", "deque"), "sequence"),
    **dict.fromkeys(("input", "str", "strip", "rstrip", "join", "readline", "chr", "lower", "upper"), "text"),
    **dict.fromkeys(("dict", "Counter", "defaultdict"), "mapping"),
    **dict.fromkeys(("set", "frozenset"), "set"),
}
_LITERALS: Final[dict[type[ast.expr], str]] = {
    ast.List: "sequence",
    ast.ListComp: "sequence",
    ast.Dict: "mapping",
    ast.DictComp: "mapping",
    ast.Set: "set",
    ast.SetComp: "set",
    ast.JoinedStr: "text",
}


class Variable(NamedTuple):
    """A name that is bound somewhere.

    Attributes:
        name: the name.
        holds: ``number``, ``sequence``, ``text``, ``mapping`` or ``set``; how it is bound where that does not say.
        start, end: where in the text it can be read.
    """

    name: str
    holds: str
    start: int
    end: int


def variables(program: Program) -> dict[ast.AST, list[Variable]]:
    """The variables of each function and of the module, in the order in which they are bound."""
    found: dict[ast.AST, list[Variable]] = {}
    for node in program.nodes:
        if isinstance(node, ast.arg) or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)):
            found.setdefault(program.functions[node], []).append(_variable(program, node))
    return found


def others(program: Program, known: dict[ast.AST, list[Variable]], use: ast.Name) -> list[str]:
    """Names that could stand in place of ``use``: bound before, holding the same, the nearest first."""
    place = program.start(use)
    seen = [variable for variable in known.get(program.functions[use], []) if variable.start <= place < variable.end]
    holds = {variable.holds for variable in seen if variable.name == use.id}
    near = [variable.name for variable in reversed(seen) if variable.holds in holds and variable.name != use.id]
    return list(dict.fromkeys(name for name in near if name.strip("_")))[:NEAREST]


def _variable(program: Program, node: ast.Name | ast.arg) -> Variable:
    if isinstance(node, ast.arg):
        return Variable(node.arg, _use(program, node), program.start(node), len(program.code))
    binder = program.parents[node]
    while isinstance(binder, ast.Tuple | ast.List | ast.Starred):
        binder = program.parents[binder]
    start, end = program.end(node), len(program.code)
    if isinstance(binder, ast.Assign | ast.AugAssign | ast.AnnAssign):
        start = program.end(binder)
    elif isinstance(binder, ast.comprehension):
        whole = program.parents[binder]
        if isinstance(whole, _COMPREHENSIONS):
            start, end = program.start(whole), program.end(whole)
    return Variable(node.id, _held(binder, node) or _use(program, node), start, end)


def _held(binder: ast.AST, node: ast.Name) -> str:
    """What a binding puts into a variable; empty where it does not say."""
    if isinstance(binder, ast.For | ast.comprehension):
        return _turn(binder.iter, node is binder.target, binder.target, node)
    if isinstance(binder, ast.AugAssign):
        return "number" if not isinstance(binder.op, ast.Add) else _value(binder.value)
    if isinstance(binder, ast.Assign):
        return _value(binder.value) if node in binder.targets else _unpacked(binder.value)
    if isinstance(binder, ast.AnnAssign | ast.NamedExpr) and binder.value is not None:
        return _value(binder.value)
    return ""


def _turn(iterated: ast.expr, whole: bool, target: ast.expr, node: ast.Name) -> str:
    """What a loop over ``iterated`` gives its variable."""
    name = _called(iterated)
    if whole:
        return "number" if name == "range" else ""
    first = isinstance(target, ast.Tuple) and target.elts[0] is node
    return "number" if name == "enumerate" and first else ""


def _unpacked(value: ast.expr) -> str:
    if isinstance(value, ast.Call) and _called(value) == "map" and isinstance(value.args[0], ast.Name):
        return _CALLS.get(value.args[0].id, "")
    if isinstance(value, ast.Tuple):
        kinds = {_value(part) for part in value.elts}
        return kinds.pop() if len(kinds) == 1 else ""
    return ""


def _value(value: ast.expr) -> str:
    if isinstance(value, ast.Constant):
        return "number" if isinstance(value.value, int | float) else "text" if isinstance(value.value, str) else ""
    if isinstance(value, ast.BinOp):
        sides = {_value(value.left), _value(value.right)}
        return next((kind for kind in ("sequence", "text", "number") if kind in sides), "")
    if isinstance(value, ast.UnaryOp):
        return _value(value.operand)
    return _LITERALS.get(type(value), "") or _CALLS.get(_called(value), "")


def _called(node: ast.expr) -> str:
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name
    return ""


def _use(program: Program, node: ast.Name | ast.arg) -> str:
    """What a variable holds as its uses show it; else where it comes from, so that like is exchanged for like."""
    name = node.id if isinstance(node, ast.Name) else node.arg
    uses = program.names[program.functions[node], name]
    shown = next((kind for use in uses if (kind := _shown(program, use))), "")
    return shown or ("parameter" if isinstance(node, ast.arg) else type(program.parents[node]).__name__)


def _shown(program: Program, use: ast.AST) -> str:
    above = program.parents[use]
    match above:
        case ast.Subscript(value=value) if value is use:
            return "sequence"
        case ast.Subscript(slice=index) if index is use:
            return "number"
        case ast.Call(func=ast.Name(id="range")):
            return "number"
        case ast.Call(func=ast.Name(id="len" | "sorted" | "enumerate" | "sum")):
            return "sequence"
        case ast.For(iter=iterated) | ast.comprehension(iter=iterated) if iterated is use:
            return "sequence"
        case ast.BinOp(op=ast.Sub() | ast.FloorDiv() | ast.Div() | ast.Pow()):
            return "number"
        case ast.BinOp(left=left, right=right) | ast.Compare(left=left, comparators=[right]):
            return "number" if "number" in (_constant(left), _constant(right)) else ""
    return ""


def _constant(node: ast.expr) -> str:
    return _value(node) if isinstance(node, ast.Constant) else ""
