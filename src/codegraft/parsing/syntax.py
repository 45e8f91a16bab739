"""Source text -> columns of graph nodes in document order: the captured syntax, put together as a tree."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captured import HIDDEN, Entries, run_query
from codegraft.parsing.captures import NONE
from codegraft.parsing.languages import LANGUAGES

Ints = npt.NDArray[np.int64]


class Scope(NamedTuple):
    """A scope: code of its kind (``vocabulary.SCOPES``), the node that owns it, the scope around it (-1: none)."""

    kind: int
    owner: int
    parent: int


class Text(NamedTuple):
    """Bytes ``start`` to ``end`` of the source are data of ``node``, in field ``vocabulary.TEXTS[code]``."""

    node: int
    code: int
    start: int
    end: int


@dataclass(frozen=True)
class Syntax:
    """The graph nodes of one file in document order, so that parents come before children; node 0 is the Module.

    Attributes:
        language: key of ``LANGUAGES``.
        text: the source, UTF-8.
        start, end: [n] byte offsets into ``text``.
        type: [n] number of the grammar's node type (``captures.syntax_types``).
        capture: [n] number of the capture that gave the node its kind (``captures.captures_of``).
        role: [n] code of ``vocabulary.ROLES``, or -1.
        parent: [n] -1 for the Module.
        depth: [n] 0 for the Module.
        scope: [n] number of the scope that the node is evaluated in, -1 for the Module.
        scopes: every scope, outer ones first; scope 0 is the Module's.
        texts: pieces of source text that are data of nodes, in document order.
        broken: the text is not valid code; what was understood is here.
        cut: some syntax was left out, see :func:`~codegraft.parsing.captured.run_query`.
    """

    language: str
    text: bytes
    start: Ints
    end: Ints
    type: Ints
    capture: Ints
    role: Ints
    parent: Ints
    depth: Ints
    scope: Ints
    scopes: tuple[Scope, ...]
    texts: tuple[Text, ...]
    broken: bool
    cut: bool

    def snippet(self, start: int, end: int) -> str:
        """Source text between two byte offsets. Null characters, which JSON in a database cannot hold, are replaced."""
        return self.text[start:end].decode("utf-8", "replace").replace("\0", "\ufffd")


def read_syntax(language: str, text: bytes) -> Syntax:
    """Parse UTF-8 ``text`` and map it to graph nodes. Never fails; time is linear in the length of the text."""
    tree = LANGUAGES[language].parse(text)
    entries, cut = run_query(language, tree)
    columns, scopes, texts = _build(entries)
    start, end, type_, capture, role, parent, depth, scope = columns
    return Syntax(
        language=language,
        text=text,
        start=start,
        end=end,
        type=type_,
        capture=capture,
        role=role,
        parent=parent,
        depth=depth,
        scope=scope,
        scopes=tuple(scopes),
        texts=tuple(texts),
        broken=tree.root_node.has_error,
        cut=cut,
    )


def _build(entries: Entries) -> tuple[list[Ints], list[Scope], list[Text]]:
    """Parents, depths and scopes, by a stack of what is open at the current byte.

    An open entry is (end, nearest node, scope for its children, role that they inherit from transparent syntax).
    """
    rows: list[tuple[int, ...]] = []
    scopes: list[Scope] = []
    texts: list[Text] = []
    depths: list[int] = []
    hidden_until = NONE
    open_entries = [(entries.end[0] + 1, NONE, NONE, NONE)]
    for start, end, type_, capture, role, scope_kind, outer, codes in zip(*entries, strict=True):
        while open_entries[-1][0] <= start:
            open_entries.pop()
        _, parent, scope, inherited = open_entries[-1]
        if codes:
            texts += [Text(parent, code, start, end) for code in codes]
        if end <= hidden_until:
            continue
        if capture == HIDDEN:
            hidden_until = end
            continue
        if outer:
            scope = scopes[scope].parent
        if role == NONE:
            role = inherited
        node = parent
        if capture != NONE:
            node = len(rows)
            depth = depths[parent] + 1 if parent != NONE else 0
            depths.append(depth)
            rows.append((start, end, type_, capture, role, parent, depth, scope))
            role = NONE
        if scope_kind != NONE:
            scopes.append(Scope(scope_kind, node, scope))
            scope = len(scopes) - 1
        open_entries.append((end, node, scope, role))
    return list(np.ascontiguousarray(np.array(rows, dtype=np.int64).T)), scopes, texts
