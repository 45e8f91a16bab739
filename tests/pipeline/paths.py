"""Rule 1, the other half: the data that a stage reads and writes is what dvc.yaml says it does.

A stage module names its files itself or imports a constant that does (``SOURCES_FILE``); a user's own directories come
from params.yaml. Each such path is one of the stage's deps or outputs, or lies below one; none is declared in vain.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from tests.pipeline.declared import Stage, stages
from tests.pipeline.source import modules, origin, package_of, strings, tree

DATA = re.compile(r"(data|models|metrics|plots)(/[\w.-]+)*/?")


def faults(root: Path) -> list[str]:
    """Data paths that a stage names and dvc.yaml does not, or the other way round."""
    given = set(texts(yaml.safe_load((root / "params.yaml").read_text(encoding="utf-8"))))
    known = [stage for stage in stages(root) if stage.module in modules(root)]
    return [f"{stage.name}: {fault}" for stage in known for fault in stage_faults(root, stage, given)]


def stage_faults(root: Path, stage: Stage, given: set[str]) -> Iterator[str]:
    named = set(data_paths(root, stage.module))
    declared = {path for path in (*stage.paths("deps"), *stage.outputs) if DATA.fullmatch(path)}
    yield from (
        f"names {path}, which is no dep or output of it" for path in sorted(named) if not covers(declared, path)
    )
    for path in sorted(declared - given):
        if not any(covers({path}, name) for name in named):
            yield f"{path} is declared, but its module does not name it"


def covers(declared: set[str], path: str) -> bool:
    return any(part.as_posix() in declared for part in (Path(path), *Path(path).parents))


def data_paths(root: Path, module: str) -> Iterator[str]:
    """Paths in a module's strings and in those of the constants that it imports."""
    found = set(strings(tree(modules(root)[module])))
    for node in ast.walk(tree(modules(root)[module])):
        if isinstance(node, ast.ImportFrom):
            found |= {
                text
                for alias in node.names
                for text in constant(root, origin(node, package_of(root, module)), alias.name)
            }
    return (text.rstrip("/") for text in found if DATA.fullmatch(text))


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
