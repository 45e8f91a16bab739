"""Rule 1, the other half: the data that a stage reads and writes is what dvc.yaml says it does.

A stage module names its files itself or imports a constant that does (``SOURCES_FILE``); a user's own directories come
from params.yaml. Each such path is one of the stage's deps or outputs, or lies below one; none is declared in vain.
Other modules name data only in constants, and a stage names no other file of the repository.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.pipeline.declared import Stage, covers, homes, stages
from tests.pipeline.deps import needed_modules
from tests.pipeline.source import Function, modules, origin, package_of, strings, tree

RELATIVE = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_./-]{0,199}")
DATA = re.compile(r"(data|models|metrics|plots)(/[\w.-]+)*/?")


def faults(root: Path) -> list[str]:
    """Data paths that a stage names and dvc.yaml does not, or the other way round."""
    given = set(texts(yaml.safe_load((root / "params.yaml").read_text(encoding="utf-8"))))
    known = [stage for stage in stages(root) if stage.module in modules(root)]
    of_stages = [f"{stage.name}: {fault}" for stage in known for fault in stage_faults(root, stage, given)]
    return [*hidden_paths(root, {stage.module for stage in known}), *of_stages]


def hidden_paths(root: Path, of_stages: set[str]) -> Iterator[str]:
    """Data paths inside the modules that stages import: no stage can be seen to use them."""
    imported = set().union(*(needed_modules(root, module) for module in of_stages))
    for name in sorted(imported - of_stages):
        named = {text for node in tree(modules(root)[name]).body if not is_constant(node) for text in strings(node)}
        paths = sorted(text for text in named if "/" in text and DATA.fullmatch(text))
        yield from (f"{name}: names {path}; let a stage hand it over, or make it a constant" for path in paths)


def is_constant(node: ast.stmt) -> bool:
    """``SOURCES_FILE = ...`` at the top of a module."""
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return bool(targets) and all(isinstance(target, ast.Name) and target.id.isupper() for target in targets)


def stage_faults(root: Path, stage: Stage, given: set[str]) -> Iterator[str]:
    named, home = set(data_paths(root, stage.module)), homes(root)
    known = {home.get(path, path) for path in (*stage.paths("deps"), *stage.outputs)}
    declared = {path for path in known if DATA.fullmatch(path)}
    files = {text for text in strings(tree(modules(root)[stage.module])) if is_file(root, text)}
    for path in sorted(files - named - set(stage.paths("deps"))):
        yield f"names {path}, which is no dep of it"
    yield from (
        f"names {path}, which is no dep or output of it" for path in sorted(named) if not covers(declared, path)
    )
    for path in sorted(declared - given):
        if not any(covers({path}, name) for name in named):
            yield f"{path} is declared, but its module does not name it"


def is_file(root: Path, text: str) -> bool:
    """Whether a string is the path of a file of the repository."""
    return bool(RELATIVE.fullmatch(text)) and (root / text).is_file()


def data_paths(root: Path, module: str) -> Iterator[str]:
    """Paths in a module's strings, in those of the constants that it imports and in the defaults of the functions."""
    found = set(strings(tree(modules(root)[module])))
    for node in ast.walk(tree(modules(root)[module])):
        if isinstance(node, ast.ImportFrom):
            source = origin(node, package_of(root, module))
            for alias in node.names:
                found |= constant(root, source, alias.name) | defaults(root, source, alias.name)
    return (text.rstrip("/") for text in found if DATA.fullmatch(text))


def defaults(root: Path, module: str, name: str) -> set[str]:
    """Strings in the defaults of a project module's function, and in the constants of that module that they name."""
    if module not in modules(root):
        return set()
    functions = (node for node in tree(modules(root)[module]).body if isinstance(node, Function) and node.name == name)
    given = [value for node in functions for value in (*node.args.defaults, *node.args.kw_defaults) if value]
    names = {part.id for value in given for part in ast.walk(value) if isinstance(part, ast.Name)}
    return {text for value in given for text in strings(value)}.union(*(constant(root, module, part) for part in names))


def constant(root: Path, module: str, name: str) -> set[str]:
    """Strings in the value of an upper-case name of a project module, wherever that has it from."""
    if module not in modules(root) or not name.isupper():
        return set()
    found: set[str] = set()
    for node in tree(modules(root)[module]).body:
        if isinstance(node, ast.ImportFrom) and name in {alias.asname or alias.name for alias in node.names}:
            found |= constant(root, origin(node, package_of(root, module)), name)
        elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value and name in ast.unparse(node).split("=")[0]:
            found |= strings(node.value)
    return found


def texts(value: Any) -> Iterator[str]:
    """Every string in nested YAML."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from texts(item)
