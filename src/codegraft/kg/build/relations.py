"""Statements said in relations: which relation each is, by what it leads to, and each triple once."""

from collections.abc import Mapping
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.kg.build.entity_types import ENTITY_TYPES, TYPE, Types
from codegraft.kg.build.joined import Rows
from codegraft.kg.build.statements import STATEMENT, STATEMENT_KINDS, Codes, Statements

RELATIONS: Final = (
    *("annotated_with", "calls", "catches", "contains", "declares", "defines", "depends_on", "implements", "imports"),
    *("inherits_from", "instantiates", "invokes", "overrides", "produces", "raises", "reads_from", "returns", "tests"),
    *("uses", "writes_to"),
)
"""Relations that are stored, sorted: their codes are in the order of their names."""

RELATION: Final = {name: code for code, name in enumerate(RELATIONS)}
NO_RELATION: Final = 255

_CLASSES: Final = ("Class", "ExceptionType", "Type")
_INTERFACES: Final = ("Interface", "Annotation")
_FUNCTIONS: Final = ("Function", "Method", "Test")
_NAMED: Final = dict.fromkeys((*_CLASSES, *_INTERFACES, "API"), "uses")
_MADE: Final = _NAMED | dict.fromkeys(_CLASSES, "instantiates") | {"API": "invokes"}

RELATION_OF: Final[Mapping[str, Mapping[str, str]]] = {
    "call": _MADE | dict.fromkeys(_FUNCTIONS, "calls"),
    "instantiate": _MADE,
    "inherit": dict.fromkeys(_CLASSES, "inherits_from") | dict.fromkeys(_INTERFACES, "implements"),
    "implement": dict.fromkeys(_CLASSES, "inherits_from") | dict.fromkeys(_INTERFACES, "implements"),
    "override": dict.fromkeys(("Method", "Test", "API"), "overrides"),
    "import": dict.fromkeys(("Module", "Library"), "imports"),
    "read": _NAMED | {"Variable": "reads_from"},
    "write": _NAMED | {"Variable": "writes_to"},
    "type": _NAMED,
    "return": dict.fromkeys((*_CLASSES, *_INTERFACES), "returns"),
    "raise": {"ExceptionType": "raises"},
    "catch": {"ExceptionType": "catches"},
    "decorate": dict.fromkeys(("Annotation", *_FUNCTIONS, "Class", "ExceptionType", "Variable"), "annotated_with"),
    "define": dict.fromkeys(ENTITY_TYPES, "defines"),
    "contain": dict.fromkeys(ENTITY_TYPES, "contains"),
    "declare": dict.fromkeys(ENTITY_TYPES, "declares"),
    "produce": {"BuildTarget": "produces"},
    "depend": {"Library": "depends_on"},
    "test": dict.fromkeys(("Function", "Method", "Class", "ExceptionType"), "tests"),
}
"""Relation by kind of statement and type of its tail; what is not here is said by no relation.

Calling a class makes an object of it. Whether a base is extended or implemented depends on what it is, not on the word
in the source: Python has only one. Interfaces extend interfaces, see :func:`relation_codes`.
"""

_NEVER_OF_ITSELF: Final = [RELATION[name] for name in ("contains", "implements", "inherits_from", "overrides")]
"""Source that says so is wrong, or was understood wrongly: ``class A(A)`` means an earlier ``A``."""


class Triples(NamedTuple):
    """Triples of one repository, each once, sorted by (head, relation, tail).

    Attributes:
        head, tail: [t] rows of the whole graph's entities.
        relation: [t] codes of ``RELATIONS``.
        resolution: [t] codes of ``RESOLUTIONS``, the surest of all places.
        file, start, end, line_start, line_end: [t] the first place, by file and start.
        occurrences: [t] number of places.
    """

    head: Rows
    relation: Codes
    tail: Rows
    resolution: Codes
    file: Rows
    start: Rows
    end: Rows
    line_start: Rows
    line_end: Rows
    occurrences: Rows


def relate(statements: Statements, types: Types, rows: Rows) -> tuple[Triples, Mapping[str, int]]:
    """Say statements in relations.

    Args:
        statements: of one repository.
        types: [n] entity types of its entities and of those outside, on which the whole graph agrees.
        rows: [n] rows of these entities in the whole graph, where they are sorted by id.

    Returns:
        The triples, and the number of statements of each kind that no relation says.
    """
    relation = relation_codes(statements, types)
    said = relation != NO_RELATION
    said &= ~(np.isin(relation, _NEVER_OF_ITSELF) & (statements.head == statements.tail))
    lost = np.bincount(statements.kind[~said], minlength=len(STATEMENT_KINDS))
    triples = _by_triple(statements, relation, rows, np.flatnonzero(said))
    return triples, {name: int(lost[code]) for name, code in STATEMENT.items() if lost[code]}


def relation_codes(statements: Statements, types: Types) -> Codes:
    """Relation [s] of each statement, ``NO_RELATION`` for none."""
    relation = _TABLE[statements.kind, types[statements.tail]]
    extends = np.flatnonzero(relation == RELATION["implements"])
    is_interface = np.isin(types[statements.head[extends]], [TYPE[name] for name in _INTERFACES])
    relation[extends[is_interface]] = RELATION["inherits_from"]
    return relation


def _by_triple(statements: Statements, relation: Codes, rows: Rows, said: npt.NDArray[np.intp]) -> Triples:
    place = statements.file[said].astype(np.int64) << 32 | statements.start[said]
    said = said[np.argsort(place, kind="stable")]
    head, tail = rows[statements.head[said]], rows[statements.tail[said]]
    keys = (head.astype(np.int64) * len(RELATIONS) + relation[said]) * (int(rows.max()) + 1) + tail
    by_key = np.argsort(keys, kind="stable")
    keys, said = keys[by_key], said[by_key]
    firsts = np.flatnonzero(np.diff(keys, prepend=-1))
    first = said[firsts]
    return Triples(
        head=rows[statements.head[first]],
        relation=relation[first],
        tail=rows[statements.tail[first]],
        resolution=_least(statements.resolution[said], firsts),
        file=statements.file[first],
        start=statements.start[first],
        end=statements.end[first],
        line_start=statements.line_start[first],
        line_end=statements.line_end[first],
        occurrences=np.diff(firsts, append=len(said)).astype(np.int32),
    )


def _least(values: Codes, firsts: npt.NDArray[np.intp]) -> Codes:
    """The least of each run of values; ``RESOLUTIONS`` begins with the surest."""
    return np.minimum.reduceat(values, firsts) if len(firsts) else values[:0]


def _table() -> Codes:
    table = np.full((len(STATEMENT_KINDS), len(ENTITY_TYPES)), NO_RELATION, np.uint8)
    for kind, by_type in RELATION_OF.items():
        for type_, relation in by_type.items():
            table[STATEMENT[kind], TYPE[type_]] = RELATION[relation]
    return table


_TABLE: Final = _table()
