"""Java text -> its syntax tree as columns.

A walk with tree-sitter's cursor costs a third of what a query that names fields does, and gives parents for nothing.
"""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import tree_sitter

from codegraft.parsing.captured import first_error
from codegraft.parsing.languages import LANGUAGES

MAX_DEPTH: Final = 1_000
"""Syntax nested deeper than this is left out, so that nothing takes time in depth squared."""

KINDS: Final[tuple[str, ...]] = tuple(
    LANGUAGES["java"].grammar.node_kind_for_id(code) or "" for code in range(LANGUAGES["java"].grammar.node_kind_count)
)
"""Names of the grammar's kinds of nodes by their code."""

FIELDS: Final[tuple[str, ...]] = tuple(
    LANGUAGES["java"].grammar.field_name_for_id(code) or "" for code in range(LANGUAGES["java"].grammar.field_count + 1)
)
"""Names of the grammar's fields by their code; 0 is none."""

_SKIPPED: Final = frozenset(KINDS.index(kind) for kind in ("line_comment", "block_comment"))
_LEAVES: Final = frozenset(KINDS.index(kind) for kind in ("string_literal", "character_literal"))
_OPERATOR: Final = FIELDS.index("operator")
_ERROR: Final = 65_535


class JavaSyntax(NamedTuple):
    """The tree of one file in document order: a node's descendants follow it. Row 0 is the file.

    Rows are the named nodes but comments and what is inside of literals, and operators.

    Attributes:
        text: the source, UTF-8.
        kind: [n] codes of ``KINDS``; 0 for what the parser did not understand.
        field: [n] code of ``FIELDS``: what the node is to its parent.
        start, end: [n] bytes of the text.
        parent: [n] row, -1 for the file.
        problems: what is missing from the tree and why.
    """

    text: bytes
    kind: npt.NDArray[np.uint16]
    field: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    parent: npt.NDArray[np.int32]
    problems: tuple[str, ...]


def stops(syntax: JavaSyntax) -> npt.NDArray[np.int32]:
    """[n] the row after a node's last descendant: the first later row that starts where the node has ended."""
    found = np.searchsorted(syntax.start, syntax.end, side="left")
    return np.maximum(found, np.arange(1, len(syntax.start) + 1)).astype(np.int32)


def line_starts(text: bytes) -> npt.NDArray[np.int64]:
    """[lines] byte at which each line begins."""
    breaks = np.flatnonzero(np.frombuffer(text, dtype=np.uint8) == ord("\n"))
    return np.concatenate([[0], breaks + 1])


def read_java(text: bytes) -> JavaSyntax:
    """Parse UTF-8 ``text``. Never fails; time is linear in its length."""
    tree = LANGUAGES["java"].parse(text)
    rows, cut = _walk(tree.walk())
    columns = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    problems = [f"syntax error at line {first_error(tree.root_node)}"] if tree.root_node.has_error else []
    if cut:
        problems.append(f"syntax nested deeper than {MAX_DEPTH} levels is left out")
    kind = np.where(columns[0] == _ERROR, 0, columns[0])
    return JavaSyntax(
        text,
        kind.astype(np.uint16),
        columns[1].astype(np.uint8),
        columns[2].astype(np.int32),
        columns[3].astype(np.int32),
        columns[4].astype(np.int32),
        tuple(problems),
    )


def _walk(cursor: tree_sitter.TreeCursor) -> tuple[list[int], bool]:
    """Columns of all rows, one row after the other, and whether something was too deep.

    What has no text was made up by the parser to repair the code, and is left out.
    """
    rows: list[int] = []
    parents = [-1]
    count, cut = 0, False
    while True:
        node = cursor.node
        if node is None:
            return rows, cut
        enter = False
        if node.is_named or cursor.field_id == _OPERATOR:
            kind, start, end = node.kind_id, node.start_byte, node.end_byte
            if count == 0:
                start = 0
            if kind not in _SKIPPED and (end > start or count == 0):
                rows += (kind, cursor.field_id or 0, start, end, parents[-1])
                enter = kind not in _LEAVES
                if enter and len(parents) > MAX_DEPTH:
                    cut, enter = True, False
                count += 1
        if enter and cursor.goto_first_child():
            parents.append(count - 1)
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return rows, cut
            parents.pop()
