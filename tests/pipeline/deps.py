"""Rule 1: a stage depends on every project file that it imports, on the pins, and on nothing that it does not use.

The walk is static and errs on the side of too many: imports inside functions and under ``TYPE_CHECKING`` count, a
string that is a module's dotted name counts (``-m``, ``import_module``), a package's ``__init__`` counts with each of
its modules. A data file (.scm, .sql) is needed by the modules of its package that name its suffix.

``python -m tests.pipeline.deps`` prints the list of every stage as dvc.yaml should have it.
"""

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.pipeline.declared import ROOT, Stage, once, stages
from tests.pipeline.source import called, imports, modules, renamed, strings, tree

DYNAMIC = {"import_module", "__import__", "run_module", "run_path", "spec_from_file_location"}
MARKERS = {"py.typed"}
PINS = "requirements.txt"


def faults(root: Path) -> list[str]:
    """What dvc.yaml's ``deps`` lack, and what they name in vain."""
    made = {path for stage in stages(root) for path in stage.outputs}
    by_stage = [
        f"{stage.written}: {fault}" for stage in once(stages(root)) for fault in stage_faults(root, stage, made)
    ]
    return [*unseen_imports(root), *unread_data(root), *by_stage]


def stage_faults(root: Path, stage: Stage, made: set[str]) -> Iterator[str]:
    if stage.module not in modules(root):
        yield f"module {stage.module} does not exist"
        return
    listed, needed = stage.paths("deps"), needed_files(root, stage.module)
    if PINS not in listed:
        yield f"{PINS} is not in its deps, though versions of packages make its result"
    yield from (f"uses {path}, which is not in its deps" for path in needed if path not in listed)
    for path in listed:
        if path.startswith("src/") and path not in needed:
            yield f"depends on {path}, which it does not use"
        if path not in made and not (root / path).exists():
            yield f"dep {path} does not exist"
        if listed.count(path) > 1:
            yield f"dep {path} stands twice"


def needed_files(root: Path, module: str) -> list[str]:
    """Every file under src/ that ``module`` needs, as sorted POSIX paths."""
    reached = needed_modules(root, module)
    files = {modules(root)[name] for name in reached}
    files |= {data for data, readers in data_readers(root).items() if readers & reached}
    return sorted(file.relative_to(root).as_posix() for file in files)


def needed_modules(root: Path, module: str) -> set[str]:
    """``module`` and every project module that it imports, directly or not."""
    known = modules(root)
    reached: set[str] = set()
    waiting = [module]
    while waiting:
        name = waiting.pop()
        if name in known and name not in reached:
            reached.add(name)
            waiting += [name.rpartition(".")[0], *imports(root, name), *strings(tree(known[name]))]
    return reached


def unseen_imports(root: Path) -> Iterator[str]:
    """Imports whose target is computed: the walk cannot follow them."""
    for name, file in modules(root).items():
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Call) and called(node) in DYNAMIC and not is_plain(node.args):
                yield f"{name}:{node.lineno}: {called(node)}() of a computed name hides an import from this check"
        for line, function in renamed(tree(file), DYNAMIC):
            yield f"{name}:{line}: another name for {function} hides an import from this check"


def is_plain(args: list[ast.expr]) -> bool:
    """Whether the first argument is a module's full name, written out."""
    return bool(args) and isinstance(args[0], ast.Constant) and not str(args[0].value).startswith(".")


@cache
def data_readers(root: Path) -> dict[Path, frozenset[str]]:
    """Data file in a package -> the modules of that package which name its suffix in a string."""
    readers = {}
    for file in sorted((root / "src" / "codegraft").rglob("*.*")):
        if file.suffix != ".py" and "__pycache__" not in file.parts and file.name not in MARKERS:
            package = next(parent for parent in file.parents if (parent / "__init__.py").exists())
            near = {name: path for name, path in modules(root).items() if path.parent == package}
            readers[file] = frozenset(name for name, path in near.items() if names_suffix(path, file.suffix))
    return readers


def names_suffix(module: Path, suffix: str) -> bool:
    return any(suffix in text for text in strings(tree(module)))


def unread_data(root: Path) -> Iterator[str]:
    for file, readers in data_readers(root).items():
        if not readers:
            yield f"{file.relative_to(root).as_posix()}: no module of its package names its suffix"


def main() -> None:
    for stage in once(stages(ROOT)):
        lines = [f"  {stage.written}:", "    deps:"]
        lines += [f"      - {path}" for path in stage.paths("deps") if not path.startswith("src/")]
        lines += [f"      - {path}" for path in needed_files(ROOT, stage.module)]
        sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
