"""Rule 2: a stage's ``params`` are exactly the keys that it reads, and what DVC would overlook in them.

``load_params`` is the only way to params.yaml, so the keys that a stage reads stand in its modules as attribute chains:
``load_params().export``, or ``params.seed`` after ``params = load_params()``. A section that is passed on counts whole,
and so does one whose keys are all read. What a stage's imports read counts as read by the stage.

``python -m tests.pipeline.reads`` prints the list of every stage as dvc.yaml should have it.
"""

import ast
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml
from dvc_data.hashfile.meta import Meta
from pydantic import BaseModel

from codegraft.params import Params
from tests.pipeline.declared import ROOT, once, stages
from tests.pipeline.deps import needed_modules
from tests.pipeline.source import called, modules, parameters, renamed, strings, tree

Key = tuple[str, ...]
EVERYTHING: Key = ()
READER = "codegraft.params"
FILE = "PARAMS_FILE"
HIDDEN = (Meta.PARAM_SIZE, Meta.PARAM_NFILES)


def faults(root: Path) -> list[str]:
    """Keys that are read and not tracked, tracked and not read, or unknown."""
    found = list(other_readers(root))
    values = yaml.safe_load((root / "params.yaml").read_text(encoding="utf-8"))
    for stage in once(stages(root)):
        tracked, read = stage.params, keys_to_track(root, values, stage.module)
        found += [
            f"{stage.written}: tracks {key}, which params.yaml lacks" for key in tracked if not has_key(values, key)
        ]
        found += [f"{stage.written}: reads {key}, which its params do not name" for key in read if key not in tracked]
        found += [f"{stage.written}: tracks {key}, which it does not read" for key in tracked if key not in read]
    return found


def keys_to_track(root: Path, values: dict[str, Any], stage_module: str) -> list[str]:
    """Keys that a stage reads, and those of them that DVC sees only where they are named."""
    read = keys_read(syntax_trees(root, stage_module))
    return sorted({*read, *(hidden for key in read for hidden in hidden_keys(values, key))})


def hidden_keys(values: dict[str, Any], key: str) -> Iterator[str]:
    """Keys inside a tracked section that DVC's run cache takes for the size of a file, and so leaves out of its hash.

    With another value for one of them it would restore the outputs of the old one.
    """
    section: Any = values
    for name in key.split("."):
        section = section.get(name) if isinstance(section, dict) else None
    for name in section if isinstance(section, dict) else ():
        if name in HIDDEN:
            yield f"{key}.{name}"
        yield from hidden_keys(values, f"{key}.{name}")


def syntax_trees(root: Path, stage_module: str) -> list[ast.Module]:
    """A stage's module and all that it imports, but for the reader itself."""
    return [tree(modules(root)[name]) for name in sorted(needed_modules(root, stage_module) - {READER})]


def keys_read(syntax: Iterable[ast.Module]) -> list[str]:
    """Keys that modules read, broadest only, sorted; ``*`` when all of the parameters are passed on."""
    keys = {key for module in syntax for key in uses(module, aliases(module))}
    sections = {key[:length] for key in keys for length in range(1, len(key))}
    keys |= {section for section in sections if {(*section, name) for name in fields(section)} <= keys}
    broadest = {key for key in keys if not any(key[:length] in keys for length in range(len(key)))}
    return sorted(".".join(key) or "*" for key in broadest)


def aliases(module: ast.Module) -> dict[str, Key]:
    """Variables that hold the parameters or a part of them."""
    bound: dict[str, Key] = {}
    for node in ast.walk(module):
        for name, value in bindings(node):
            key = key_of(value, bound)
            if key is not None:
                bound[name] = key
    return bound


def bindings(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Pairs of (variable, value) that an assignment makes."""
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        yield node.targets[0].id, node.value
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and isinstance(node.target, ast.Name) and node.value:
        yield node.target.id, node.value


def key_of(node: ast.expr, bound: dict[str, Key]) -> Key | None:
    """The key that an expression stands for; ``None`` when it is no parameter."""
    if isinstance(node, ast.Call) and called(node) == "load_params":
        return EVERYTHING
    if isinstance(node, ast.NamedExpr):
        return key_of(node.value, bound)
    if isinstance(node, ast.Name):
        return bound.get(node.id)
    if isinstance(node, ast.Attribute):
        key = key_of(node.value, bound)
        # A method or property reads whatever it likes of its section.
        return key if key is None or node.attr not in fields(key) else (*key, node.attr)
    return None


def fields(key: Key) -> set[str]:
    """Names under a section of the parameters."""
    model: Any = Params
    for part in key:
        model = model.model_fields[part].annotation
    return set(model.model_fields) if isinstance(model, type) and issubclass(model, BaseModel) else set()


def uses(node: ast.AST, bound: dict[str, Key]) -> Iterator[Key]:
    """Keys of the outermost parameter expressions below ``node``, alias definitions apart."""
    bound = {name: key for name, key in bound.items() if name not in parameters(node)}
    for child in ast.iter_child_nodes(node):
        key = key_of(child, bound) if isinstance(child, ast.expr) else None
        is_definition = any(value is child for _, value in bindings(node))
        is_target = isinstance(getattr(child, "ctx", None), ast.Store)
        if key is None:
            yield from uses(child, bound)
        elif not (is_definition or is_target):
            yield key


def other_readers(root: Path) -> Iterator[str]:
    """Modules of stages that name the file, and so may read it unseen by this check."""
    known = modules(root)
    for name in sorted({one for stage in stages(root) for one in needed_modules(root, stage.module)} - {READER}):
        file = known[name]
        if "params.yaml" in strings(tree(file)):
            yield f"{name}: names params.yaml; use load_params"
        for line, function in renamed(tree(file), {"load_params"}):
            yield f"{name}:{line}: another name for {function} hides what is read"
        yield from (f"{name}:{line}: uses {FILE}; use load_params" for line in uses_of_file(tree(file)))


def uses_of_file(module: ast.Module) -> Iterator[int]:
    """Lines that do more with the file's path than ask whether it exists."""
    asked = {node.value for node in ast.walk(module) if isinstance(node, ast.Attribute) and node.attr == "exists"}
    for node in ast.walk(module):
        of_name = isinstance(node, ast.Name) and node.id == FILE
        of_module = isinstance(node, ast.Attribute) and node.attr == FILE
        is_renamed = isinstance(node, ast.alias) and node.name == FILE and node.asname
        if is_renamed or ((of_name or of_module) and node not in asked):
            yield node.lineno


def has_key(values: Any, key: str) -> bool:
    for part in key.split("."):
        if not isinstance(values, dict) or part not in values:
            return False
        values = values[part]
    return True


def main() -> None:
    values = yaml.safe_load((ROOT / "params.yaml").read_text(encoding="utf-8"))
    for stage in once(stages(ROOT)):
        keys = keys_to_track(ROOT, values, stage.module)
        sys.stdout.write("\n".join([f"  {stage.written}:", "    params:", *(f"      - {key}" for key in keys)]) + "\n")


if __name__ == "__main__":
    main()
