"""Rule 5: outputs appear whole or not at all, so nothing writes a file but through ``codegraft.files``.

A call that writes has to mention a *safe* name: one bound to what ``atomic_write``, ``atomic_directory`` or an
in-memory buffer gives, a name derived from such a one, or a parameter called ``temporary``. Whoever calls a function
that has such a parameter must hand it something safe in turn.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.pipeline.source import Function, called, modules, parameters, tree

MAKERS = {"atomic_write", "atomic_directory", "BytesIO", "StringIO", "BufferOutputStream"}
PROMISE = "temporary"
EXEMPT = {
    "codegraft.files": "is the one way",
    "codegraft.snapshot.postgres.server": "locks, log and data of a running PostgreSQL: state, never an output",
}
WRITERS = {
    *("write_text", "write_bytes", "touch", "symlink_to", "hardlink_to"),
    *("save_file", "save_model", "savefig", "imsave", "savez", "savez_compressed", "savetxt", "tofile", "memmap"),
    *("to_csv", "to_parquet", "to_json", "to_pickle", "to_feather", "to_hdf"),
    *(
        "write_table",
        "write_csv",
        "write_feather",
        "write_dataset",
        "ParquetWriter",
        "CSVWriter",
        "RecordBatchFileWriter",
    ),
    *("copyfile", "copy2", "copytree", "move", "NamedTemporaryFile", "mkstemp"),
}
"""Names of calls that write wherever they occur."""

QUALIFIED = {
    *("np.save", "numpy.save", "torch.save", "joblib.dump", "shutil.copy"),
    *("os.open", "os.rename", "os.replace", "os.link", "os.symlink", "os.truncate"),
}
"""Calls whose bare name means something else in other hands."""


def faults(root: Path) -> list[str]:
    """Calls under src/ that write straight to a final path."""
    promised = functions_with_promise(root)
    return [
        f"{name}:{call.lineno}: {ast.unparse(call.func)}() does not write through atomic_write or atomic_directory"
        for name, file in modules(root).items()
        if name not in EXEMPT
        for call in unsafe_calls(tree(file), frozenset(), promised)
    ]


def functions_with_promise(root: Path) -> set[str]:
    """Names of functions that have a parameter ``temporary``."""
    functions = (node for file in modules(root).values() for node in ast.walk(tree(file)) if isinstance(node, Function))
    return {function.name for function in functions if PROMISE in parameters(function)}


def unsafe_calls(scope: ast.AST, inherited: frozenset[str], promised: set[str]) -> Iterator[ast.Call]:
    """Writing calls of one function (or module) and of the functions inside it."""
    own = list(own_nodes(scope))
    safe = inherited - set(parameters(scope)) | ({PROMISE} & set(parameters(scope)))
    safe = grown(safe, [pair for node in own for pair in bindings(node)])
    for node in own:
        if isinstance(node, ast.Call) and (writes(node) or called(node) in promised) and not mentions(node, safe):
            yield node
        elif isinstance(node, Function | ast.Lambda):
            yield from unsafe_calls(node, safe, promised)


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


def writes(call: ast.Call) -> bool:
    """Whether a call creates, opens for writing, or moves a file."""
    name, qualified = called(call), ast.unparse(call.func)
    if name == "open" and qualified != "os.open":
        return opens_for_writing(call)
    if name in {"rename", "replace"} and qualified not in QUALIFIED:
        # Path.replace takes one argument, str.replace two, dataclasses.replace keywords.
        return isinstance(call.func, ast.Attribute) and len(call.args) == 1 and not call.keywords
    return name in WRITERS or qualified in QUALIFIED


def opens_for_writing(call: ast.Call) -> bool:
    """``open(path, "w")``, ``gzip.open(path, "wb")``, ``path.open("x")``; a mode that is computed counts as writing."""
    is_method = isinstance(call.func, ast.Attribute) and not (len(call.args) > 1)
    positional = call.args[0 if is_method else 1 :][:1]
    modes = [keyword.value for keyword in call.keywords if keyword.arg == "mode"] or positional
    return any(not (isinstance(mode, ast.Constant) and re.fullmatch(r"[rbtU]*", str(mode.value))) for mode in modes)
