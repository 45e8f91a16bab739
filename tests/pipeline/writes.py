"""Rule 5: outputs appear whole or not at all, so nothing writes a file but through ``codegraft.files``.

The path that a call writes to has to mention a *safe* name: one bound to what ``atomic_write``, ``atomic_directory`` or
an in-memory buffer gives, a name derived from such a one, or a parameter called ``temporary``. Whoever calls a function
that has such a parameter must hand it something safe in turn.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.pipeline.source import Function, called, modules, parameters, tree

RECEIVER = -1

MAKERS = {"atomic_write", "atomic_directory", "BytesIO", "StringIO", "BufferOutputStream"}
PROMISE = "temporary"
EXEMPT = {
    "codegraft.files": "is the one way",
    "codegraft.snapshot.postgres.server": "locks, log and data of a running PostgreSQL: state, never an output",
    "codegraft.programs.sandbox.server": "what programs may write to, and switches of the kernel: never an output",
}
WRITERS = {
    **dict.fromkeys(("write_text", "write_bytes", "touch", "symlink_to", "hardlink_to"), RECEIVER),
    **dict.fromkeys(("savefig", "imsave", "savez", "savez_compressed", "savetxt", "tofile", "memmap"), 0),
    **dict.fromkeys(("to_csv", "to_parquet", "to_json", "to_pickle", "to_feather", "to_hdf"), 0),
    **dict.fromkeys(("ParquetWriter", "CSVWriter", "RecordBatchFileWriter"), 0),
    **dict.fromkeys(("save_file", "save_model", "write_table", "write_csv", "write_feather", "write_dataset"), 1),
    **dict.fromkeys(("copyfile", "copy2", "copytree", "move"), 1),
    **dict.fromkeys(("NamedTemporaryFile", "mkstemp"), 2),
}
"""Names of calls that write wherever they occur -> which argument is the path."""

QUALIFIED = {
    **dict.fromkeys(("numpy.save", "os.open", "os.truncate"), 0),
    **dict.fromkeys(("torch.save", "joblib.dump", "shutil.copy"), 1),
    **dict.fromkeys(("os.rename", "os.replace", "os.link", "os.symlink"), 1),
}
"""Calls whose bare name means something else in other hands -> which argument is the path."""


def faults(root: Path) -> list[str]:
    """Calls under src/ that write straight to a final path."""
    promised = functions_with_promise(root)
    return [
        f"{name}:{call.lineno}: {ast.unparse(call.func)}() does not write through atomic_write or atomic_directory"
        for name, file in modules(root).items()
        if not any(f"{name}.".startswith(f"{exempt}.") for exempt in EXEMPT)
        for call in unsafe_calls(tree(file), promised)
    ]


def functions_with_promise(root: Path) -> dict[str, int]:
    """Functions that have a parameter ``temporary`` -> its place among the arguments of a call."""
    functions = (node for file in modules(root).values() for node in ast.walk(tree(file)) if isinstance(node, Function))
    return {
        function.name: [name for name in parameters(function) if name not in {"self", "cls"}].index(PROMISE)
        for function in functions
        if PROMISE in parameters(function)
    }


def unsafe_calls(module: ast.Module, promised: dict[str, int]) -> Iterator[ast.Call]:
    """Writing calls of a module whose path is not safe; ``promised`` as :func:`functions_with_promise` gives it."""
    imported = imported_names(module)
    for call, safe in calls(module, frozenset()):
        place = promised.get(called(call), written(call, imported))
        if place is not None and not any(mentions(path, safe) for path in paths(call, place)):
            yield call


def imported_names(module: ast.Module) -> dict[str, str]:
    """Name -> what it was imported from: ``copy`` -> ``shutil.copy``, ``np`` -> ``numpy``."""
    found = {}
    for node in ast.walk(module):
        if isinstance(node, ast.Import | ast.ImportFrom):
            source = f"{node.module}." if isinstance(node, ast.ImportFrom) else ""
            found |= {alias.asname or alias.name: f"{source}{alias.name}" for alias in node.names}
    return found


def calls(scope: ast.AST, inherited: frozenset[str]) -> Iterator[tuple[ast.Call, frozenset[str]]]:
    """Calls of one function (or module) and of the functions inside it, each with the names that are safe there."""
    own = list(own_nodes(scope))
    safe = inherited - set(parameters(scope)) | ({PROMISE} & set(parameters(scope)))
    safe = grown(safe, [pair for node in own for pair in bindings(node)])
    for node in own:
        if isinstance(node, ast.Call):
            yield node, safe
        elif isinstance(node, Function | ast.Lambda):
            yield from calls(node, safe)


def paths(call: ast.Call, place: int) -> list[ast.expr]:
    """The expression that says where a call writes; all keywords when it is not among the positional arguments."""
    if place == RECEIVER:
        return [call.func]
    return call.args[place : place + 1] or [keyword.value for keyword in call.keywords]


def own_nodes(scope: ast.AST) -> Iterator[ast.AST]:
    """Nodes of a scope; a function inside it is given, its body is not."""
    for child in ast.iter_child_nodes(scope):
        yield child
        if not isinstance(child, Function | ast.Lambda):
            yield from own_nodes(child)


def bindings(node: ast.AST) -> Iterator[tuple[ast.expr, ast.expr]]:
    """Pairs of (target, value): assignments, ``with … as``, ``for … in``."""
    if isinstance(node, ast.Assign):
        yield from ((target, node.value) for target in node.targets)
    elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
        yield node.target, node.value
    elif isinstance(node, ast.withitem) and node.optional_vars:
        yield node.optional_vars, node.context_expr
    elif isinstance(node, ast.For):
        yield node.target, node.iter


def grown(safe: frozenset[str], pairs: list[tuple[ast.expr, ast.expr]]) -> frozenset[str]:
    """``safe`` and every name that is bound to something made from it, until nothing is added."""
    added = {
        node.id
        for target, value in pairs
        if mentions(value, safe)
        or any(isinstance(node, ast.Call) and called(node) in MAKERS for node in ast.walk(value))
        for node in ast.walk(target)
        if isinstance(node, ast.Name)
    }
    return safe if added <= safe else grown(safe | added, pairs)


def mentions(node: ast.AST, names: frozenset[str]) -> bool:
    return any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node))


def written(call: ast.Call, imported: dict[str, str]) -> int | None:
    """Which argument of a call that creates, opens for writing, or moves a file is the path; ``None`` for any other."""
    first, dot, rest = ast.unparse(call.func).partition(".")
    qualified = f"{imported.get(first, first)}{dot}{rest}"
    name = qualified.rpartition(".")[2]
    if qualified in QUALIFIED:
        return QUALIFIED[qualified]
    if name == "open":
        return opened(call) if opens_for_writing(call) else None
    if name in {"rename", "replace"}:
        # Path.replace takes one argument, str.replace two, dataclasses.replace keywords.
        return 0 if isinstance(call.func, ast.Attribute) and len(call.args) == 1 and not call.keywords else None
    return WRITERS.get(name)


def opened(call: ast.Call) -> int:
    return RECEIVER if isinstance(call.func, ast.Attribute) and len(call.args) <= 1 else 0


def opens_for_writing(call: ast.Call) -> bool:
    """``open(path, "w")``, ``gzip.open(path, "wb")``, ``path.open("x")``; a mode that is computed counts as writing."""
    is_method = isinstance(call.func, ast.Attribute) and not (len(call.args) > 1)
    positional = call.args[0 if is_method else 1 :][:1]
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or positional
    return any(not (isinstance(mode, ast.Constant) and re.fullmatch(r"[rbtU]*", str(mode.value))) for mode in modes)
