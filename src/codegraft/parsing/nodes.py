"""Source text -> columns of the syntax nodes that name resolution looks at.

Tree-sitter gives a capture as one object a node; each is read once, into columns, and put into document order by its
span. What names say is kept as numbers, so that nothing later looks at text again.
"""

from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import tree_sitter

from codegraft.parsing.captured import MAX_DEPTH, excess, first_error
from codegraft.parsing.languages import LANGUAGES

_LAST: Final = (1 << 30) - 1

SPELLED: Final[dict[str, dict[str, int]]] = {
    "python": {
        "name": _LAST,  # a definition has its name, however long
        "string": 60,
        "number": 20,
        "operator": 20,
        "constant": 10,
        "slice": 20,
        "import": 100_000,
    },
}
"""Kinds whose text is kept, by language, unless it is longer than so many bytes."""

Ints = npt.NDArray[np.int32]

PYTHON2: Final = "python2"
"""Kind of statements that only Python 2 has."""

MODULE: Final = "module"
"""Kind of the first node of every file: all of it."""


class Nodes(NamedTuple):
    """The nodes of one file in document order: a node follows all that enclose it. Node 0 is the whole file.

    ``kind`` [n] numbers ``node_kinds(language)``; ``start`` and ``end`` [n] are bytes; ``name`` [n] numbers ``names``,
    -1 for nodes whose text is not kept. ``breaks`` are the bytes of all line feeds. ``error_line`` is the line of the
    first syntax error, ``python2_line`` that of the first statement that only Python 2 has, 0 without one; ``cut`` says
    that syntax was left out, being too deep or too broken.
    """

    kind: npt.NDArray[np.uint8]
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]
    name: npt.NDArray[np.int32]
    names: tuple[bytes, ...]
    breaks: npt.NDArray[np.int32]
    error_line: int
    python2_line: int
    cut: bool

    @property
    def problems(self) -> tuple[str, ...]:
        """What may be missing and why, for people."""
        said = (
            (self.error_line, f"syntax error at line {self.error_line}"),
            (self.python2_line, f"Python 2 at line {self.python2_line}"),
            (self.cut, f"syntax nested deeper than {MAX_DEPTH} levels, or too broken, is left out"),
        )
        return tuple(text for holds, text in said if holds)


@cache
def node_query(language: str) -> tree_sitter.Query:
    """The query whose captures are a language's nodes."""
    source = files(__package__).joinpath(f"{language}_nodes.scm").read_text(encoding="utf-8")
    return tree_sitter.Query(LANGUAGES[language].grammar, source)


@cache
def node_kinds(language: str) -> tuple[str, ...]:
    """Kinds of nodes of a language: the query's captures in their order, and the module.

    Where two nodes have the same span, the earlier kind encloses the later.
    """
    query = node_query(language)
    return (MODULE, *(query.capture_name(index) for index in range(query.capture_count)))


def read_nodes(language: str, text: bytes) -> Nodes:
    """Parse UTF-8 ``text``. Never fails; time is linear in its length."""
    tree = LANGUAGES[language].parse(text)
    root = tree.root_node
    deep, wide = excess(root)
    starts: list[int] = [0]
    ends: list[int] = [len(text)]
    kinds, times = [0], [1]
    spelled: list[int] = [-1]
    names = _Numbers()
    python2_line = 0
    if not wide:
        cursor = tree_sitter.QueryCursor(node_query(language))
        cursor.set_max_start_depth(MAX_DEPTH)
        found = cursor.captures(root)
        python2_line = min((node.start_point.row + 1 for node in found.get(PYTHON2, ())), default=0)
        for code, kind in enumerate(node_kinds(language)):
            if not (nodes := found.get(kind)):
                continue
            kind_starts = [node.start_byte for node in nodes]
            kind_ends = [node.end_byte for node in nodes]
            starts += kind_starts
            ends += kind_ends
            kinds.append(code)
            times.append(len(nodes))
            if longest := SPELLED[language].get(kind):
                spelled += [
                    names[text[start:end]] if end - start <= longest else -1
                    for start, end in zip(kind_starts, kind_ends, strict=True)
                ]
            else:
                spelled += [-1] * len(nodes)
    breaks = (np.frombuffer(text, dtype=np.uint8) == ord("\n")).nonzero()[0].astype(np.int32)
    columns = _sorted(np.array(kinds, dtype=np.uint8).repeat(times), starts, ends, spelled)
    return Nodes(*columns, tuple(names), breaks, first_error(root), python2_line, deep or wide)


class _Numbers(dict[bytes, int]):
    """Numbers of names, given when first asked for."""

    def __missing__(self, name: bytes) -> int:
        return self.setdefault(name, len(self))


def _sorted(
    kind: npt.NDArray[np.uint8], starts: list[int], ends: list[int], spelled: list[int]
) -> tuple[npt.NDArray[np.uint8], Ints, Ints, Ints]:
    """Kind, start, end and name in document order; nodes without text, which the parser made up, are left out."""
    start, end, name = np.array(starts, np.int32), np.array(ends, np.int32), np.array(spelled, np.int32)
    order_key = (start.astype(np.int64) << 36) | ((_LAST - end.astype(np.int64)) << 6) | kind
    order = np.argsort(order_key)
    order = order[(end > start)[order] | (order == 0)]
    return kind[order], start[order], end[order], name[order]
