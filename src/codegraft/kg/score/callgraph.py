"""The call graph of a code model, in the names that call-graph ground truth is written in."""

from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath
from typing import Final

import numpy as np

from codegraft.symbols.model import NONE, REFERENCE_KINDS, CodeModel

Edge = tuple[str, str]
"""Caller and callee."""

CALL: Final = REFERENCE_KINDS.index("call")


def call_edges(models: Iterable[CodeModel]) -> set[Edge]:
    """Edges (caller, callee) of every call that was resolved, to a definition or to an external name.

    Python names are dotted from the folder that was analysed, whatever package root the model chose:
    ``package.module.Class.method``, ``package`` for its ``__init__.py``, ``<builtin>.map`` for what needs no import.
    Java names are the model's own, ``package.Class:method(int)``.
    """
    return {edge for model in models for edge in _edges(model)}


def _edges(model: CodeModel) -> set[Edge]:
    references, names = model.references, _names(model)
    externals = [_external(model.language, name) for name in model.externals]
    calls = references.kind == CALL
    inside = np.flatnonzero(calls & (references.target != NONE))
    outside = np.flatnonzero(calls & (references.external != NONE))
    defined = zip(references.source[inside].tolist(), references.target[inside].tolist(), strict=True)
    unknown = zip(references.source[outside].tolist(), references.external[outside].tolist(), strict=True)
    return {(names[caller], names[callee]) for caller, callee in defined} | {
        (names[caller], externals[callee]) for caller, callee in unknown
    }


def _names(model: CodeModel) -> Sequence[str]:
    """Name of each definition in the ground truth."""
    definitions = model.definitions
    if model.language != "python":
        return definitions.qualified
    modules: dict[int, tuple[str, str]] = {}
    names = []
    for file, qualified in zip(definitions.file.tolist(), definitions.qualified, strict=True):
        written, module = modules.setdefault(file, (qualified, _module(model.files[file].path)))
        inner = qualified.removeprefix(written).lstrip(".")
        names.append(f"{module}.{inner}" if inner else module)
    return names


def _module(path: str) -> str:
    """Dotted name of a Python file from the folder that was analysed."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def _external(language: str, name: str) -> str:
    builtin = language == "python" and name.startswith("builtins.")
    return f"<builtin>.{name.removeprefix('builtins.')}" if builtin else name
