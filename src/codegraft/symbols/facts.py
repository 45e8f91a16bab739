"""What one file says about names, as columns: the input of :func:`codegraft.symbols.resolve`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE, captures_of
from codegraft.parsing.syntax import Scope, Syntax, Text
from codegraft.parsing.vocabulary import TEXTS, kind
from codegraft.symbols.public_names import ALL, public_names
from codegraft.symbols.scopes import Named, bind

Ints = npt.NDArray[np.int32]

IMPORT: Final = kind("Import")
NAMED: Final = (kind("Identifier"), kind("Variable"), kind("Parameter"))
"""Kinds whose own text is their name, unless a piece of it was captured as ``text.name``."""

NAME, MODULE, MODIFIER, IMPORTED, ALIAS = (
    TEXTS.index(name) for name in ("text.name", "text.module", "text.modifier", "texts.imported", "texts.alias")
)


class ImportFact(NamedTuple):
    """One name that an import brings.

    ``from module import name`` and ``import static module.name`` have a ``name`` (``*`` for all), ``import module``
    has none. ``bound`` is the Variable or Identifier that stands for it in the file, or -1. ``top`` says that it
    stands for the first part of ``module`` alone, as in Python's ``import a.b``.
    """

    node: int
    module: str
    name: str | None
    bound: int
    top: bool = False
    static: bool = False


@dataclass(frozen=True)
class FileFacts:
    """Names in one file: columns over its n graph nodes in document order, node 0 being the Module.

    Attributes:
        repository: name of the repository; imports prefer their own.
        path: POSIX path within the repository.
        language: key of ``parsing.languages.LANGUAGES``.
        kind, detail, role: [n] codes of ``parsing.vocabulary``; of a name's bindings only declarations are Variables.
        parent: [n] enclosing node, -1 for the Module.
        scope: [n] number of the scope that the node is evaluated in, -1 for the Module.
        name: [n] number in ``names``, or -1.
        names: every name in the file, in order of appearance.
        scopes: every scope, outer ones first; 0 is the Module's.
        declared: [d] declaration nodes in document order, and ``declared_in``: [d] the scope of each.
        holds: [d] how each holds its name there: ``scopes.SETTLED``, ``REBOUND`` or ``CONTESTED``.
        target: [n] the declaration in this file that a name refers to, or -1.
        imports: every name that is imported.
        public: names that a Python module lists in ``__all__``: none if they are computed, ``None`` without a list.
    """

    repository: str
    path: str
    language: str
    kind: Ints
    detail: Ints
    role: Ints
    parent: Ints
    scope: Ints
    name: Ints
    names: tuple[str, ...]
    scopes: tuple[Scope, ...]
    declared: Ints
    declared_in: Ints
    holds: Ints
    target: Ints
    imports: tuple[ImportFact, ...]
    public: frozenset[str] | None


def read_facts(syntax: Syntax, repository: str, path: str) -> FileFacts:
    """Facts about names in a parsed file, with names resolved as far as the file alone tells."""
    captures = captures_of(syntax.language)
    kinds = np.array([capture.code for capture in captures], dtype=np.int32)[syntax.capture]
    details = np.array([capture.detail for capture in captures], dtype=np.int32)[syntax.capture]
    names = _names(syntax, kinds.tolist())
    nodes = Named(
        start=syntax.start.tolist(),
        end=syntax.end.tolist(),
        parent=syntax.parent.tolist(),
        kind=kinds.tolist(),
        detail=details.tolist(),
        role=syntax.role.tolist(),
        scope=syntax.scope.tolist(),
        name=names,
    )
    bindings = bind(syntax.language, nodes, syntax.scopes)
    codes = {name: code for code, name in enumerate(dict.fromkeys(name for name in names if name is not None))}
    return FileFacts(
        repository=repository,
        path=path,
        language=syntax.language,
        kind=bindings.kind,
        detail=details,
        role=syntax.role.astype(np.int32),
        parent=syntax.parent.astype(np.int32),
        scope=syntax.scope.astype(np.int32),
        name=np.array([NONE if name is None else codes[name] for name in names], dtype=np.int32),
        names=tuple(codes),
        scopes=syntax.scopes,
        declared=bindings.declared,
        declared_in=bindings.declared_in,
        holds=bindings.holds,
        target=bindings.target,
        imports=tuple(_imports(syntax, kinds)),
        public=public_names(syntax, kinds.tolist(), names) if ALL in codes else None,
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


def _imports(syntax: Syntax, kinds: npt.NDArray[np.int32]) -> Iterator[ImportFact]:
    texts: dict[int, list[Text]] = {}
    for text in syntax.texts:
        if kinds[text.node] == IMPORT:
            texts.setdefault(text.node, []).append(text)
    within = np.flatnonzero(kinds[syntax.parent] == IMPORT).tolist()
    bound = {start: node for node, start in zip(within, syntax.start[within].tolist(), strict=True)}
    read = _java_import if syntax.language == "java" else _python_import
    for node, parts in texts.items():
        yield from read(syntax, node, parts, bound)


def _python_import(syntax: Syntax, node: int, parts: list[Text], bound: dict[int, int]) -> Iterator[ImportFact]:
    module = next((syntax.snippet(part.start, part.end) for part in parts if part.code == MODULE), None)
    following = [*parts[1:], None]
    for part, after in zip(parts, following, strict=True):
        if part.code != IMPORTED:
            continue
        name = syntax.snippet(part.start, part.end).replace(" ", "")
        alias = after if after is not None and after.code == ALIAS else None
        variable = bound.get((alias or part).start, NONE)
        if module is None:
            yield ImportFact(node, name, None, variable, top=alias is None)
        else:
            yield ImportFact(node, module.replace(" ", ""), name, variable)


def _java_import(syntax: Syntax, node: int, parts: list[Text], bound: dict[int, int]) -> Iterator[ImportFact]:
    texts = {part.code: "".join(syntax.snippet(part.start, part.end).split()) for part in parts}
    module, imported, static = texts.get(MODULE), texts.get(IMPORTED), MODIFIER in texts
    if module is None:
        return
    if imported == "*":
        yield ImportFact(node, module, "*", NONE, static=static)
    elif static:
        owner, _, member = module.rpartition(".")
        yield ImportFact(node, owner, member, NONE, static=True)
    else:
        yield ImportFact(node, module, None, NONE)
