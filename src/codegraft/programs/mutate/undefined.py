"""Names that nothing defines, and calls that nothing can take: what the first run of a program would have shown."""

import ast
import builtins
from collections.abc import Iterator
from typing import Final

from codegraft.programs.mutate.calls import without_part
from codegraft.programs.mutate.operator import operator
from codegraft.programs.mutate.source import Edit, Program

_SHORT: Final = 3
"""A name of fewer letters is rather written in the wrong case than misspelt."""

_FOREIGN_CONSTANTS: Final = {"True": b"true", "False": b"false", "None": b"null"}
_FOREIGN_METHODS: Final = {
    "append": ("push", "add"),
    "strip": ("trim",),
    "lower": ("toLowerCase",),
    "upper": ("toUpperCase",),
    "startswith": ("startsWith",),
    "endswith": ("endsWith",),
    "join": ("concat",),
    "pop": ("shift",),
    "items": ("entries", "iteritems"),
    "add": ("append", "push"),
    "get": ("getOrDefault",),
    "isdigit": ("isNumber",),
    "sort": ("sorted",),
    "find": ("indexOf",),
    "index": ("indexOf",),
}
_OF_ONE: Final = frozenset({"append", "extend", "add", "join", "startswith", "endswith"})
"""Methods that take one argument."""


@operator("undefined_name", ast.Module)
def misspelt_name(program: Program, _: ast.Module) -> Iterator[Edit]:
    """A name is written with a letter too few, or in the wrong case."""
    known = {name for _, name in program.names}.union(dir(builtins))
    for node in program.nodes:
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            wrong = _misspelt(node.id) if len(node.id) >= _SHORT else node.id.swapcase()
            if wrong not in known:
                yield program.replaced(node, wrong.encode())


@operator("undefined_name", ast.Attribute)
def misspelt_method(program: Program, node: ast.Attribute) -> Iterator[Edit]:
    """A method is written with a letter too few."""
    call = program.parents.get(node)
    if isinstance(call, ast.Call) and call.func is node and len(node.attr) >= _SHORT:
        yield program.renamed(node, _misspelt(node.attr))


@operator("undefined_name", ast.Attribute, ast.Constant)
def foreign_name(program: Program, node: ast.Attribute | ast.Constant) -> Iterator[Edit]:
    """A method or constant has the name that another language, or another class, gives it."""
    if isinstance(node, ast.Constant):
        if (word := _FOREIGN_CONSTANTS.get(str(node.value))) and program.text(node) == str(node.value).encode():
            yield program.replaced(node, word)
    elif isinstance(program.parents.get(node), ast.Call):
        for name in _FOREIGN_METHODS.get(node.attr, ()):
            yield program.renamed(node, name)


@operator("undefined_name", ast.Import, ast.ImportFrom)
def missing_import(program: Program, node: ast.Import | ast.ImportFrom) -> Iterator[Edit]:
    """What a program uses is not imported."""
    if edit := program.removed(node):
        yield edit


@operator("undefined_name", ast.Import)
def missing_module(program: Program, node: ast.Import) -> Iterator[Edit]:
    """A part of a module is used without naming the module, which alone is imported."""
    known = {part.asname or part.name for part in node.names}
    for other in program.nodes:
        if isinstance(other, ast.Attribute) and isinstance(other.value, ast.Name) and other.value.id in known:
            yield program.replaced(other, other.attr.encode())


@operator("undefined_name", ast.ImportFrom)
def module_for_its_part(program: Program, node: ast.ImportFrom) -> Iterator[Edit]:
    """A module is imported where a part of it is used by its own name."""
    if node.module and not node.level:
        yield program.replaced(node, b"import " + node.module.encode())


@operator("undefined_name", ast.Assign)
def missing_value(program: Program, node: ast.Assign) -> Iterator[Edit]:
    """A variable is used that has no value yet."""
    target = node.targets[0]
    if isinstance(target, ast.Name) and program.names[program.functions[node], target.id][0] is target:
        edit = program.removed(node)
        if edit is not None:
            yield edit


@operator("undefined_name", ast.FunctionDef)
def missing_function(program: Program, node: ast.FunctionDef) -> Iterator[Edit]:
    """A function is called that was never written."""
    if not node.decorator_list and (edit := program.removed(node)):
        yield edit


@operator("wrong_arguments", ast.Module)
def wrong_number_of_arguments(program: Program, _: ast.Module) -> Iterator[Edit]:
    """A function of one's own is called with an argument too few or too many, or a method with none."""
    own = {node.name for node in program.nodes if isinstance(node, ast.FunctionDef)}
    for node in program.nodes:
        if not isinstance(node, ast.Call) or not node.args or isinstance(node.args[-1], ast.Starred):
            continue
        last = node.args[-1]
        if isinstance(node.func, ast.Name) and node.func.id in own:
            yield without_part(program, [*node.args], len(node.args) - 1)
            yield Edit(program.end(last), program.end(last), b", " + program.text(last))
        elif isinstance(node.func, ast.Attribute) and node.func.attr in _OF_ONE and len(node.args) == 1:
            yield Edit(program.start(last), program.end(last), b"")


@operator("wrong_arguments", ast.FunctionDef)
def missing_self(program: Program, node: ast.FunctionDef) -> Iterator[Edit]:
    """A method does not take the object that it belongs to."""
    given = node.args.args
    if isinstance(program.parents[node], ast.ClassDef) and given and given[0].arg == "self":
        end = program.start(given[1]) if len(given) > 1 else program.end(given[0])
        yield Edit(program.start(given[0]), end, b"")


def _misspelt(name: str) -> str:
    """The name without a letter in its middle."""
    middle = len(name) // 2
    return name[:middle] + name[middle + 1 :]
