"""What programs consist of: modules, classes, functions, variables and imports, and how these refer to each other."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]

MODULE, CLASS, FUNCTION, VARIABLE, IMPORT = range(5)
"""Codes of ``graph.UNIT_KINDS``."""

CONTAINS, CALLS, USES, DEFINES, INHERITS, IMPORTS = range(6)
"""Codes of ``graph.EDGE_TYPES``."""

NONE: Final = -1
_TYPES: Final = 6


class Tree(NamedTuple):
    """Syntax of some texts, one after the other, each in document order with the whole text first.

    ``kind`` [m] numbers ``parsing.nodes.node_kinds("python")`` whatever the language; ``start`` and ``end`` [m] are
    bytes of all texts joined; ``parent`` [m] is -1 for the first of each text.
    """

    kind: npt.NDArray[np.uint8]
    start: Ints
    end: Ints
    parent: Ints


class Units(NamedTuple):
    """Units of some texts, one after the other, each in document order with its module first.

    Attributes:
        first: [texts + 1] first unit of each text, then n.
        kind: [n] 0 module, 1 class, 2 function, 3 variable, 4 import.
        start, end: [n] bytes of all texts joined.
        owner: [n] unit in which it is defined, -1 for modules.
        name: own name of each; of an import what it imports, such as ``os.path.join``.
        bound: [n] name under which an import is known, else its own.
        edges: [3, e] source, target, type; sorted, each once.
        used: [u] variable that is read or written at a node; ``node`` [u] is the node, ``written`` [u] says which.
    """

    first: Ints
    kind: npt.NDArray[np.uint8]
    start: Ints
    end: Ints
    owner: Ints
    name: list[bytes]
    bound: list[bytes]
    edges: Ints
    used: Ints
    node: Ints
    written: Mask


def edge_rows(number: int, *parts: tuple[Ints, Ints, int]) -> Ints:
    """[3, e] edges from (sources, targets, type), sorted by source, target and type, each once.

    Ends below 0 are nothing that could be referred to. ``number`` is that of all units.
    """
    sources, targets = (np.concatenate(ends) for ends in zip(*(part[:2] for part in parts), strict=True))
    types = np.array([code for *_, code in parts]).repeat([len(part[0]) for part in parts])
    keys = np.sort((((sources * number) + targets) * _TYPES + types)[(sources >= 0) & (targets >= 0)])
    new = np.ones(len(keys), dtype=np.bool_)
    new[1:] = keys[1:] != keys[:-1]
    ends, codes = np.divmod(keys[new], _TYPES)
    return np.array((*np.divmod(ends, number), codes))
