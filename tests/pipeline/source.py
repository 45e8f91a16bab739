"""The modules under src/ as syntax trees, and what they import."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules(root: Path) -> dict[str, Path]:
    """Dotted name -> file of every module under src/."""
    found = {}
    for file in sorted((root / "src").rglob("*.py")):
        parts = file.relative_to(root / "src").with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = file
    return found


@cache
def tree(file: Path) -> ast.Module:
    return _parsed(file.read_text(encoding="utf-8"))


@cache
def _parsed(text: str) -> ast.Module:
    """One tree for equal files: the copies that faults are planted in differ in a line or two."""
    return ast.parse(text)


def imports(root: Path, name: str) -> frozenset[str]:
    """Dotted names that a module's import statements may mean, wherever they stand in it.

    ``from a import b`` gives ``a`` and ``a.b``: whether ``b`` is a module is not known here.
    """
    return _imports(tree(modules(root)[name]), package_of(root, name))


@cache
def _imports(module: ast.Module, package: str) -> frozenset[str]:
    return frozenset(target for node in ast.walk(module) for target in _targets(node, package))


def _targets(node: ast.AST, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        source = origin(node, package)
        yield source
        yield from (f"{source}.{alias.name}" for alias in node.names)


def origin(node: ast.ImportFrom, package: str) -> str:
    """The module that ``from ... import`` in a module of ``package`` refers to, its dots resolved."""
    if not node.level:
        return str(node.module)
    parts = package.split(".")
    return ".".join([*parts[: len(parts) - node.level + 1], *([node.module] if node.module else [])])


def package_of(root: Path, name: str) -> str:
    """The package that relative imports of a module start from."""
    return name if modules(root)[name].name == "__init__.py" else name.rpartition(".")[0]


@cache
def strings(syntax: ast.AST) -> frozenset[str]:
    """Every string that stands in a module or expression, the fixed parts of f-strings too."""
    constants = (node.value for node in ast.walk(syntax) if isinstance(node, ast.Constant))
    return frozenset(value for value in constants if isinstance(value, str))


def called(node: ast.Call) -> str:
    """Last part of the called name: ``import_module`` of ``importlib.import_module(...)``."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def parameters(node: ast.AST) -> list[str]:
    """Names that a function or lambda takes; none for any other node."""
    if not isinstance(node, Function | ast.Lambda):
        return []
    return [argument.arg for argument in (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)]


def renamed(module: ast.Module, names: set[str]) -> Iterator[tuple[int, str]]:
    """Line and function wherever one of ``names`` is imported under another name, or used without being called."""
    calls = {node.func for node in ast.walk(module) if isinstance(node, ast.Call)}
    for node in ast.walk(module):
        if isinstance(node, ast.alias) and node.asname and node.name in names:
            yield node.lineno, node.name
        elif isinstance(node, ast.Name | ast.Attribute) and node not in calls:
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in names and isinstance(node.ctx, ast.Load):
                yield node.lineno, name
