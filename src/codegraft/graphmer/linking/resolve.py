"""Which entity of a graph somebody means by what they typed.

The first of these that anything has: its id; its name without the repository, ``pkg.mod.Class.method``; the end of
that, ``Class.method`` or ``method``. Arguments and numbers (``method(int)``, ``method#2``) may be left out, a class in
a class is ``Outer.Inner`` or ``Outer$Inner``, and the end of a file's path is a name of it, ``build/cache.py``.
"""

import re
from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import Final

import numpy as np

from codegraft.errors import KnowledgeGraphError
from codegraft.graphmer.linking.graph import Flags, LinkGraph, Longs
from codegraft.graphmer.linking.printing import shown

_LISTED: Final = 8
"""Candidates that a message names."""

_NEAREST: Final = 3
_GRAM: Final = 3
_MORE: Final = re.compile(r"\(.*|#\d+$")
"""Of a name, what tells it from others that are called alike."""

_DOTS: Final = str.maketrans(":$", "..")


def resolve(graph: LinkGraph, symbol: str, allowed: Flags | None = None) -> int:
    """The row of the entity that is meant.

    Of several that are called alike those are meant that a repository defines.

    Args:
        graph: whose entity it is.
        symbol: what somebody typed.
        allowed: [n] entities that may stand there; another is meant only if none of them is called so.

    Raises:
        KnowledgeGraphError: it is the name of several, which the message lists, or of none; then it names the nearest.
    """
    names = _names(graph)
    everything = np.arange(len(names))
    rows = everything[:0] if allowed is None else _called(graph, names, symbol, np.flatnonzero(allowed))
    if not len(rows):
        rows = _called(graph, names, symbol, everything)
    if len(rows) == 1:
        return int(rows[0])
    if len(rows):
        listed = ", ".join(shown(graph.ids[row]) for row in rows[:_LISTED].tolist())
        more = f", and {len(rows) - _LISTED} more" if len(rows) > _LISTED else ""
        raise KnowledgeGraphError(f"{shown(symbol)}: {len(rows)} are called so; say which: {listed}{more}")
    nearest = ", ".join(map(shown, _nearest(symbol, names))) or "none"
    raise KnowledgeGraphError(f"{shown(symbol)}: not in the graph; names like it: {nearest}")


def _names(graph: LinkGraph) -> list[str]:
    """[n] names without the repository, dots between their parts; that of a file is its path."""
    names = [id_.partition(":")[2].removeprefix("<target>") for id_ in graph.ids]
    return [name if is_file else name.translate(_DOTS) for name, is_file in zip(names, _is_file(graph), strict=True)]


def _is_file(graph: LinkGraph) -> list[bool]:
    """[n] what is a file."""
    return [name == "File" for name in np.array(graph.types)[graph.type].tolist()]


def _called(graph: LinkGraph, names: Sequence[str], symbol: str, among: Longs) -> Longs:
    """The entities ``among`` these that a symbol names, by the first of the ways in which it names any."""
    is_file, rows = _is_file(graph), among.tolist()
    wanted = symbol.translate(_DOTS), symbol
    ends = "." + wanted[0], "/" + symbol
    bare = [_MORE.sub("", names[row]) for row in rows]
    ways = (
        (graph.ids[row] == symbol for row in rows),
        (names[row] == wanted[is_file[row]] for row in rows),
        (name == wanted[is_file[row]] for name, row in zip(bare, rows, strict=True)),
        (names[row].endswith(ends[is_file[row]]) for row in rows),
        (name.endswith(ends[is_file[row]]) for name, row in zip(bare, rows, strict=True)),
    )
    found = (_where(among, way) for way in ways if symbol)
    return next((_own(graph, some) for some in found if len(some)), among[:0])


def _where(rows: Longs, fits: Iterable[bool]) -> Longs:
    return rows[np.fromiter(fits, np.bool_, len(rows))]


def _own(graph: LinkGraph, rows: Longs) -> Longs:
    """Of these entities those that a repository defines, if any is."""
    own = rows[~graph.outside[rows]]
    return own if len(own) else rows


def _nearest(symbol: str, names: Iterable[str]) -> list[str]:
    """The names whose ends, of as many parts as the symbol has, share most of their runs of signs with it."""
    parts = symbol.count(".") + 1
    ends = {".".join(_MORE.sub("", name).rsplit(".", parts)[-parts:]) for name in names}
    wanted = _grams(symbol)
    alike = {end: _likeness(wanted, _grams(end)) for end in ends}
    return [end for end in nlargest(_NEAREST, sorted(alike), key=alike.__getitem__) if alike[end]]


def _grams(text: str) -> set[str]:
    """Runs of ``_GRAM`` signs, those over the ends included."""
    edge = "\0" * (_GRAM - 1)
    padded = edge + text.lower() + edge
    return {padded[first : first + _GRAM] for first in range(len(padded) - _GRAM + 1)}


def _likeness(one: set[str], other: set[str]) -> float:
    """Share of runs that two have in common (Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))
