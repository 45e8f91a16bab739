"""What one file says of its graph nodes, as columns."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE, captures_of
from codegraft.parsing.syntax import Scope, Syntax
from codegraft.parsing.vocabulary import TEXTS, kind
from codegraft.snapshot.extract.declarations import Named, find_declarations

Ints = npt.NDArray[np.int32]

NAMED: Final = (kind("Identifier"), kind("Variable"), kind("Parameter"))
"""Kinds whose own text is their name, unless a piece of it was captured as ``text.name``."""

NAME: Final = TEXTS.index("text.name")


@dataclass(frozen=True)
class FileFacts:
    """Columns over the n graph nodes of a file in document order, node 0 being the Module.

    Attributes:
        language: key of ``parsing.languages.LANGUAGES``.
        kind, detail, role: [n] codes of ``parsing.vocabulary``; of a name's bindings only declarations are Variables.
        start, end: [n] bytes in the file's UTF-8 text.
        parent: [n] enclosing node, -1 for the Module.
        scope: [n] number of the scope that the node is evaluated in, -1 for the Module.
        name: [n] number in ``names``, or -1.
        names: every name in the file, in order of appearance.
        scopes: every scope, outer ones first; 0 is the Module's.
        declared: [d] declaration nodes in document order, and ``declared_in``: [d] the scope of each.
    """

    language: str
    kind: Ints
    detail: Ints
    role: Ints
    start: Ints
    end: Ints
    parent: Ints
    scope: Ints
    name: Ints
    names: tuple[str, ...]
    scopes: tuple[Scope, ...]
    declared: Ints
    declared_in: Ints


def read_facts(syntax: Syntax) -> FileFacts:
    """Columns of a parsed file."""
    captures = captures_of(syntax.language)
    kinds = np.array([capture.code for capture in captures], dtype=np.int32)[syntax.capture]
    details = np.array([capture.detail for capture in captures], dtype=np.int32)[syntax.capture]
    names = _names(syntax, kinds.tolist())
    nodes = Named(kinds.tolist(), details.tolist(), syntax.scope.tolist(), names)
    declarations = find_declarations(syntax.language, nodes, syntax.scopes)
    codes = {name: code for code, name in enumerate(dict.fromkeys(name for name in names if name is not None))}
    return FileFacts(
        language=syntax.language,
        kind=declarations.kind,
        detail=details,
        role=syntax.role.astype(np.int32),
        start=syntax.start.astype(np.int32),
        end=syntax.end.astype(np.int32),
        parent=syntax.parent.astype(np.int32),
        scope=syntax.scope.astype(np.int32),
        name=np.array([NONE if name is None else codes[name] for name in names], dtype=np.int32),
        names=tuple(codes),
        scopes=syntax.scopes,
        declared=declarations.nodes,
        declared_in=declarations.scopes,
    )


def _names(syntax: Syntax, kinds: Sequence[int]) -> list[str | None]:
    """Name of each node, where it has one."""
    spans: list[tuple[int, int] | None] = [
        span if code in NAMED else None
        for code, span in zip(kinds, zip(syntax.start.tolist(), syntax.end.tolist(), strict=True), strict=True)
    ]
    for text in syntax.texts:
        if text.code == NAME:
            spans[text.node] = (text.start, text.end)
    return [None if span is None else syntax.snippet(*span) for span in spans]
