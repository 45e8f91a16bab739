"""Units of JavaScript and TypeScript: classes, functions and imports, by a small query; names are not resolved."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Final

import numpy as np
import tree_sitter
import tree_sitter_javascript
import tree_sitter_typescript

from codegraft.parsing.captured import MAX_DEPTH, excess, first_error
from codegraft.parsing.nodes import Nodes
from codegraft.programs.units import CLASS, CONTAINS, FUNCTION, IMPORT, IMPORTS, NONE, Ints, Tree, Units, edge_rows
from codegraft.symbols.python.kinds import KINDS
from codegraft.symbols.python.tree import Forest

_GRAMMARS: Final[dict[str, Callable[[], object]]] = {
    "javascript": tree_sitter_javascript.language,
    "typescript": tree_sitter_typescript.language_tsx,
}
_NAMED: Final = frozenset({"name", "import"})


@cache
def _grammar(language: str) -> tree_sitter.Language:
    return tree_sitter.Language(_GRAMMARS[language]())


@cache
def _query(language: str) -> tree_sitter.Query:
    names = ("javascript",) if language == "javascript" else ("javascript", "typescript")
    texts = [files(__package__).joinpath(f"{name}.scm").read_text(encoding="utf-8") for name in names]
    return tree_sitter.Query(_grammar(language), "\n".join(texts))


def read_script(language: str, text: bytes) -> Nodes:
    """Syntax of JavaScript or TypeScript, in the kinds of ``python_nodes.scm``. Never fails."""
    root = tree_sitter.Parser(_grammar(language)).parse(text).root_node
    deep, wide = excess(root)
    rows = [(0, -len(text), KINDS["module"], NONE)]
    names: dict[bytes, int] = {}
    if not wide:
        cursor = tree_sitter.QueryCursor(_query(language))
        cursor.set_max_start_depth(MAX_DEPTH)
        for kind, nodes in cursor.captures(root).items():
            for node in nodes:
                start, end = node.start_byte, node.end_byte
                code = names.setdefault(text[start:end], len(names)) if kind in _NAMED else NONE
                if end > start:
                    rows.append((start, -end, KINDS[kind], code))
    rows[1:] = sorted(rows[1:])
    start_, end_, kind_, name_ = np.array(rows, dtype=np.int32).T
    breaks = (np.frombuffer(text, dtype=np.uint8) == ord("\n")).nonzero()[0].astype(np.int32)
    error = first_error(root)
    return Nodes(kind_.astype(np.uint8), start_, -end_, name_, tuple(names), breaks, error, 0, deep or wide)


def script_units(nodes: list[Nodes], offsets: Ints) -> tuple[Tree, Units]:
    """Syntax and units of texts that begin at ``offsets`` of all texts joined."""
    forest = Forest(nodes)
    shift = offsets[forest.file]
    tree = Tree(forest.kind, forest.start + shift, forest.end + shift, forest.parent.astype(np.int64))
    table = np.full(256, NONE, dtype=np.int64)
    table[[KINDS["module"], KINDS["class"], KINDS["function"], KINDS["import"]]] = 0, CLASS, FUNCTION, IMPORT
    node = (table[forest.kind] >= 0).nonzero()[0]
    kind = table[forest.kind[node]].astype(np.uint8)
    row_of = np.full(len(forest) + 1, NONE, dtype=np.int64)
    row_of[node] = np.arange(len(node))
    row_of[node[kind == IMPORT]] = NONE
    around = forest.parent.astype(np.int64)
    while len(up := ((around >= 0) & (row_of[around] < 0)).nonzero()[0]):
        around[up] = around[around[up]]
    owner = row_of[around[node]]
    names = [_name(forest, int(at), int(code)) for at, code in zip(node, kind, strict=True)]
    inner, brought = ((kind == CLASS) | (kind == FUNCTION)).nonzero()[0], (kind == IMPORT).nonzero()[0]
    none = np.empty(0, dtype=np.int64)
    edges = edge_rows(len(node), (owner[inner], inner, CONTAINS), (owner[brought], brought, IMPORTS))
    first = np.searchsorted(forest.file[node], np.arange(len(forest.first)))
    return tree, Units(
        first, kind, tree.start[node], tree.end[node], owner, names, names, edges, none, none, none.astype(np.bool_)
    )


def _name(forest: Forest, node: int, kind: int) -> bytes:
    """What a unit is called: the text of its first name, of an import the whole statement's source."""
    if kind == 0:
        return b""
    child = node + 1
    if kind == IMPORT:
        said = forest.names[forest.name[node]] if forest.name[node] >= 0 else b""
        return said.rpartition(b"from")[2].strip(b" ;'\"")
    named = forest.last[node] >= 0 and forest.kind[child] == KINDS["name"] and forest.name[child] >= 0
    return forest.names[forest.name[child]] if named else b""
