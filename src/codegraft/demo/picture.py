"""Which modules and types are drawn, and what leads from one to the other.

Everything that is defined in a module or type counts as part of it: a call from a method of ``A`` to a function of
module ``b`` is a link from ``A`` to ``b``. Of a Java file its first type is drawn, which says the same as its module.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np

from codegraft.demo.columns import NONE, Columns, Entity, Longs

MOST_NODES: Final = 120
MOST_LINKS: Final = 500
"""What a picture of the width of a screen can show."""

TYPES: Final = ("Module", "Class", "Interface", "ExceptionType")
"""What is drawn."""

RELATIONS: Final = ("imports", "inherits_from", "instantiates", "calls")
"""What is drawn between; implementing is drawn as inheriting."""

_DRAWN_AS: Final = {"implements": "inherits_from", "Annotation": "Interface"}
_DEEPEST: Final = 64


class Link(NamedTuple):
    """Statements of one relation between what two nodes hold; numbers of nodes."""

    source: int
    target: int
    relation: str
    statements: int


class Node(NamedTuple):
    """What is drawn: its name there, one of :data:`TYPES`, and how many links lead out and in."""

    entity: Entity
    name: str
    type: str
    out: int
    into: int


@dataclass(frozen=True)
class Picture:
    """A graph to draw.

    Attributes:
        nodes: by file and line, so that neighbours belong together.
        links: those that matter most first.
        nodes_left_out, links_left_out: how many there was no room for.
    """

    nodes: list[Node]
    links: list[Link]
    nodes_left_out: int
    links_left_out: int


def picture_of(columns: Columns) -> Picture:
    """The best connected modules and types of a repository."""
    can = np.isin(columns.types, [*TYPES, *_DRAWN_AS]) & _inside(columns)
    stands_for = _instead_of_modules(columns, can)
    can[np.flatnonzero(stands_for != NONE)] = False
    links = _links(columns, _owners(columns, can, stands_for))
    degree = np.bincount([end for link in links for end in link[:2]], minlength=len(can))
    rows = np.flatnonzero(can)
    chosen = rows[np.argsort(-degree[rows], kind="stable")[:MOST_NODES]]
    drawn = np.zeros_like(can)
    drawn[chosen] = True
    links = _links(columns, _owners(columns, drawn, stands_for))
    entities = sorted(columns.entities(chosen), key=_order)
    number = {entity.row: place for place, entity in enumerate(entities)}
    shown = [link._replace(source=number[link.source], target=number[link.target]) for link in links[:MOST_LINKS]]
    nodes = [_node(entity, place, shown) for place, entity in enumerate(entities)]
    return Picture(nodes, shown, len(rows) - len(chosen), len(links) - len(shown))


def _order(entity: Entity) -> tuple[str, str, int, bool, int]:
    """By folder, file and line; a module before what it begins with."""
    folder, _, name = entity.file.rpartition("/")
    return folder, name, entity.line, entity.type != "Module", entity.row


def _node(entity: Entity, place: int, links: list[Link]) -> Node:
    out = sum(link.source == place for link in links)
    into = sum(link.target == place for link in links)
    # Java's anonymous classes are called 1, 2, ...; what they are in tells more.
    name = entity.qualified.rpartition(".")[2].replace("$", ".") if entity.name.isdigit() else entity.name
    return Node(entity, name, _DRAWN_AS.get(entity.type, entity.type), out, into)


def _inside(columns: Columns) -> Longs:
    """bool [n] what the repository defines: everything else has no file."""
    rows = np.arange(len(columns.types))
    return np.array([bool(entity.file) for entity in columns.entities(rows)], bool)


def _instead_of_modules(columns: Columns, can: Longs) -> Longs:
    """int64 [n] for a Java module with a type in it the first of them, else ``NONE``."""
    instead = np.full(len(columns.types), NONE)
    rows = np.flatnonzero(can & (columns.types != "Module") & (columns.parent != NONE))
    for entity in sorted(columns.entities(rows), key=lambda entity: (entity.line, entity.row), reverse=True):
        parent = columns.parent[entity.row]
        if entity.language == "java" and columns.types[parent] == "Module":
            instead[parent] = entity.row
    return instead


def _owners(columns: Columns, drawn: Longs, stands_for: Longs) -> Longs:
    """int64 [n] the drawn node that each entity is part of, ``NONE`` for none."""
    up = np.where(stands_for != NONE, stands_for, columns.parent)
    here = np.arange(len(drawn))
    owner = np.where(drawn | (up == NONE), here, up)
    for _ in range(_DEEPEST.bit_length()):
        owner = owner[owner]
    return np.where(drawn[owner], owner, NONE)


def _links(columns: Columns, owner: Longs) -> list[Link]:
    """Links between owners, by rows of entities: inheritance, which is said once, then the most statements."""
    found: list[Link] = []
    for relation in RELATIONS:
        rows = columns.of(relation, *(name for name, drawn in _DRAWN_AS.items() if drawn == relation))
        source, target = owner[columns.head[rows]], owner[columns.tail[rows]]
        between = (source != NONE) & (target != NONE) & (source != target)
        pairs, counts = np.unique(np.stack([source[between], target[between]], 1), axis=0, return_counts=True)
        found += [
            Link(start, stop, relation, count)
            for (start, stop), count in zip(pairs.tolist(), counts.tolist(), strict=True)
        ]
    return sorted(found, key=lambda link: (link.relation != "inherits_from", -link.statements, link))
