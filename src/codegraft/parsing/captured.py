"""Running a query over a parsed file: what was captured, one row a syntax node, enclosing nodes first.

Tree-sitter hands captures out in no order, one object each. Every attribute of a node is read once, into columns; order
comes from the spans: sorted by (start, -end, -size), a node follows all that encloses it.
"""

from typing import Final, NamedTuple

import numpy as np
import tree_sitter

from codegraft.parsing.captures import NONE, Capture, captures_of
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.vocabulary import role, scope

MAX_DEPTH: Final = 1_000
"""Syntax nested deeper than this is left out: a query pays for every pattern that waits, so for depth squared."""

MAX_ERROR_TOKENS: Final = 20_000
"""A file with an error of more tokens is not code: a query pays for their number squared."""

HIDDEN: Final = -2
"""Stands in the ``capture`` column where neither the node nor anything in it is a graph node."""

_ROOT_SIZE: Final = 1 << 62


class Entries(NamedTuple):
    """Columns of equal length: the bytes from ``start`` to ``end`` are a node of grammar type ``type``.

    ``capture`` is the number of the capture that gave the kind, ``NONE`` for transparent syntax, or ``HIDDEN``;
    ``role`` and ``scope`` are codes or ``NONE``; ``texts`` are the codes of the fields that this text goes to.
    """

    start: list[int]
    end: list[int]
    type: list[int]
    capture: list[int]
    role: list[int]
    scope: list[int]
    outer: list[bool]
    texts: list[tuple[int, ...]]


class Marks:
    """What the captures of one file say about its syntax nodes, by node number."""

    def __init__(self) -> None:
        self.nodes: dict[int, tree_sitter.Node] = {}
        self.capture: dict[int, int] = {}
        self.role: dict[int, int] = {}
        self.scope: dict[int, int] = {}
        self.outer: set[int] = set()
        self.members: list[tree_sitter.Node] = []
        self.texts: dict[int, tuple[int, ...]] = {}

    def add(self, number: int, capture: Capture, nodes: list[tree_sitter.Node]) -> None:
        """Take in all nodes of one capture; later captures override earlier ones."""
        ids = [node.id for node in nodes]
        self.nodes.update(zip(ids, nodes, strict=True))
        match capture.family, capture.name:
            case "kind", _:
                self.capture.update(dict.fromkeys(ids, number))
            case "role", _:
                self.role.update(dict.fromkeys(ids, capture.code))
            case "scope", _:
                self.scope.update(dict.fromkeys(ids, capture.code))
            case "text", _:
                self.capture.update({key: NONE for key in ids if self.capture.get(key) != HIDDEN})
                self.texts.update({key: (*self.texts.get(key, ()), capture.code) for key in ids})
            case _, "hidden":
                self.capture.update(dict.fromkeys(ids, HIDDEN))
            case _, "inside":
                self.capture.update(dict.fromkeys(ids, NONE))
            case _, "outer":
                self.outer.update(ids)
            case _, "member":
                self.members += nodes


def run_query(language: str, tree: tree_sitter.Tree) -> tuple[Entries, bool]:
    """Captured syntax of a file, and whether some was left out for being nested too deep or too broken to read.

    The first row is the root, a Module from the first byte to the last whatever the grammar says. Syntax without
    text (what the parser made up to repair the code) is not there. Each ``@member`` has an extra row, for its
    ``object.name``.
    """
    root = tree.root_node
    deep, wide = excess(root)
    marks = Marks()
    if not wide:
        cursor = tree_sitter.QueryCursor(LANGUAGES[language].query)
        cursor.set_max_start_depth(MAX_DEPTH)
        found = cursor.captures(root)
        for number, capture in enumerate(captures_of(language)):
            if nodes := found.get(capture.name):
                marks.add(number, capture, nodes)
    return _sorted(language, root, marks), deep or wide


def excess(root: tree_sitter.Node) -> tuple[bool, bool]:
    """Whether the tree is deeper than ``MAX_DEPTH``, and whether an error in it is wider than ``MAX_ERROR_TOKENS``.

    Only nodes with enough descendants to matter are entered, so ordinary files cost next to nothing.
    """
    deep = False
    pending = [(root, 0)]
    while pending:
        node, depth = pending.pop()
        if node.is_error and node.child_count > MAX_ERROR_TOKENS:
            return deep, True
        if depth >= MAX_DEPTH:
            deep = True
        else:
            pending += [(child, depth + 1) for child in node.children if child.descendant_count > MAX_DEPTH - depth]
    return deep, False


def first_error(root: tree_sitter.Node) -> int:
    """Line of the first error or missing piece in document order, 0 without one."""
    node = root
    if not root.has_error:
        return 0
    while not (node.is_error or node.is_missing):
        inside = [child for child in node.children if child.has_error or child.is_missing]
        if not inside:
            break
        node = inside[0]
    return node.start_point.row + 1


def _sorted(language: str, root: tree_sitter.Node, marks: Marks) -> Entries:
    number_of = {capture.name: number for number, capture in enumerate(captures_of(language))}
    ids = [key for key, node in marks.nodes.items() if key != root.id and node.end_byte > node.start_byte]
    nodes = [marks.nodes[key] for key in ids]
    calls = [(call, name) for call in marks.members if (name := call.child_by_field_name("name")) is not None]
    extra = [number_of["MemberExpression"]] * len(calls)
    start = [0, *(node.start_byte for node in nodes), *(call.start_byte for call, _ in calls)]
    end = [root.end_byte, *(node.end_byte for node in nodes), *(name.end_byte for _, name in calls)]
    size = [_ROOT_SIZE, *(node.descendant_count for node in nodes), *(call.descendant_count for call, _ in calls)]
    types = [root.kind_id, *(node.kind_id for node in nodes), *(call.kind_id for call, _ in calls)]
    capture = [number_of["Module"], *(marks.capture.get(key, NONE) for key in ids), *extra]
    roles = [NONE, *(marks.role.get(key, NONE) for key in ids), *(role("field.callee") for _ in calls)]
    scopes = [scope("module"), *(marks.scope.get(key, NONE) for key in ids), *(NONE for _ in calls)]
    outer = [False, *(key in marks.outer for key in ids), *(False for _ in calls)]
    texts = [(), *(marks.texts.get(key, ()) for key in ids), *(() for _ in calls)]
    order = np.lexsort((-np.array(size), -np.array(end), np.array(start))).tolist()
    columns = (start, end, types, capture, roles, scopes, outer, texts)
    return Entries(*([column[row] for row in order] for column in columns))
