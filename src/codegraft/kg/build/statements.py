"""What a repository's code states, before it is said in relations: one row a place."""

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.kg.build.entities import Entities, Named
from codegraft.kg.build.entity_types import KIND, TYPE
from codegraft.kg.build.joined import Code, Rows, nearest
from codegraft.kg.build.outside import Outside
from codegraft.symbols.model import NONE, REFERENCE_KINDS, RESOLUTIONS

Codes = npt.NDArray[np.uint8]

STATEMENT_KINDS: Final = (*REFERENCE_KINDS, "define", "contain", "declare", "produce", "depend", "test")
"""What references say, and what follows from where definitions stand and from what references say together."""

STATEMENT: Final = {name: code for code, name in enumerate(STATEMENT_KINDS)}

_EXACT: Final = RESOLUTIONS.index("exact")
_MEMBERS: Final = [KIND[name] for name in ("method", "constructor", "initializer", "attribute")]
_CLASSES: Final = [TYPE[name] for name in ("Class", "ExceptionType", "Interface", "Annotation")]


class Statements(NamedTuple):
    """One row a place that says something.

    Attributes:
        kind: [s] codes of ``STATEMENT_KINDS``.
        head: [s] rows of the repository's entities.
        tail: [s] the same; those of outside come after them.
        resolution: [s] codes of ``RESOLUTIONS``.
        file, start, end, line_start, line_end: [s] the place.
    """

    kind: Codes
    head: Rows
    tail: Rows
    resolution: Codes
    file: Rows
    start: Rows
    end: Rows
    line_start: Rows
    line_end: Rows


def state(code: Code, named: Named, outside: Outside) -> Statements:
    """Everything that a repository states.

    A reference inside something that is no entity, such as a parameter's default, is said by what is around it; what
    is imported is said by and of modules. References to what is no entity say nothing.
    """
    parts = [
        _referred(code, named, outside),
        *_defined(code, named),
        *_produced(named),
        *_depended(code, named, outside),
        _tested(code, named),
    ]
    return Statements(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _referred(code: Code, named: Named, outside: Outside) -> Statements:
    references, entity = code.references, named.definition
    modules = entity[code.module]
    importing = references.kind == STATEMENT["import"]
    decorating = references.kind == STATEMENT["decorate"]
    head = _innermost(code, entity, entity != NONE)[references.source]
    head[importing] = modules[references.source[importing]]
    head[decorating] = entity[references.source[decorating]]

    tail = np.where(references.target == NONE, NONE, entity[references.target])
    to_module = importing & (references.target != NONE)
    tail[to_module] = modules[references.target[to_module]]
    away = np.flatnonzero(references.external != NONE)
    meant = outside.plain[references.external[away]]
    for column, rows in ((outside.library, importing[away]), (outside.annotation, decorating[away])):
        meant[rows] = column[references.external[away[rows]]]
    tail[away] = np.where(meant == NONE, NONE, meant + len(named.entities.id))
    rows = np.flatnonzero((head != NONE) & (tail != NONE))
    return _at_references(code, rows, references.kind[rows], head[rows], tail[rows])


def _defined(code: Code, named: Named) -> list[Statements]:
    """Files define, what is around contains, classes declare, the repository contains files."""
    definitions, entity, entities = code.definitions, named.definition, named.entities
    rows = np.flatnonzero(entity != NONE)
    types = np.where(entity == NONE, NONE, entities.type[entity])
    around = _around(code, named, types)
    contained = rows[types[rows] != TYPE["Variable"]]
    members = rows[np.isin(definitions.kind[rows], _MEMBERS)]
    members = members[np.isin(types[definitions.owner[members]], _CLASSES)]
    return [
        _at_entities(entities, "define", named.file[definitions.file[rows]], entity[rows]),
        _at_entities(entities, "contain", around[contained], entity[contained]),
        _at_entities(entities, "contain", np.full_like(named.file, named.repository), named.file),
        _at_entities(entities, "declare", entity[definitions.owner[members]], entity[members]),
    ]


def _around(code: Code, named: Named, types: npt.NDArray[np.int8]) -> Rows:
    """The entity [d] that a definition lies in: around a module its package, around the outermost the repository."""
    owner = code.definitions.owner
    holders = _innermost(code, named.definition, (types != NONE) & (types != TYPE["Variable"]))
    around = np.where(owner == NONE, named.repository, holders[owner])
    modules = np.flatnonzero(owner == NONE).tolist()
    names = [(code.files[code.definitions.file[row]].language, code.definitions.qualified[row]) for row in modules]
    first = dict(zip(reversed(names), reversed(modules), strict=True))
    for row, (language, name) in zip(modules, names, strict=True):
        package = name.rpartition(".")[0]
        while package and (language, package) not in first:
            package = package.rpartition(".")[0]
        if package:
            around[row] = named.definition[first[language, package]]
    return around


def _produced(named: Named) -> list[Statements]:
    rows = np.flatnonzero(named.target != NONE)
    targets = named.target[rows]
    heads = (named.definition[rows], np.full_like(targets, named.repository))
    return [_at_entities(named.entities, "produce", head, targets) for head in heads]


def _depended(code: Code, named: Named, outside: Outside) -> list[Statements]:
    """A module depends on the library that it refers to beyond importing it, the repository on all that it imports."""
    references = code.references
    rows = np.flatnonzero(references.external != NONE)
    libraries = outside.library[references.external[rows]]
    rows, libraries = rows[libraries != NONE], libraries[libraries != NONE] + len(named.entities.id)
    used = references.kind[rows] != STATEMENT["import"]
    depend = np.full(len(rows), STATEMENT["depend"], np.uint8)
    modules = named.definition[code.module[references.source[rows]]]
    return [
        _at_references(code, rows[used], depend[used], modules[used], libraries[used]),
        _at_references(code, rows, depend, np.full_like(libraries, named.repository), libraries),
    ]


def _tested(code: Code, named: Named) -> Statements:
    """A test tests what it runs, itself or in a function inside of it."""
    references, entity = code.references, named.definition
    types = np.where(entity == NONE, NONE, named.entities.type[entity])
    runs = np.isin(references.kind, (STATEMENT["call"], STATEMENT["instantiate"])) & (references.target != NONE)
    rows = np.flatnonzero(runs)
    head = _innermost(code, entity, types == TYPE["Test"])[references.source[rows]]
    tail = entity[references.target[rows]]
    said = (head != NONE) & (tail != NONE)
    kind = np.full(int(said.sum()), STATEMENT["test"], np.uint8)
    return _at_references(code, rows[said], kind, head[said], tail[said])


def _innermost(code: Code, entity: Rows, chosen: npt.NDArray[np.bool_]) -> Rows:
    """The entity [d] of the innermost chosen definition around each one, itself included; -1 for none."""
    found = nearest(code.definitions.owner, chosen)
    return np.where(found == NONE, NONE, entity[found])


def _at_references(code: Code, rows: npt.NDArray[np.intp], kind: Codes, head: Rows, tail: Rows) -> Statements:
    references = code.references
    place = (references.file, references.start, references.end, references.line_start, references.line_end)
    return Statements(kind, head, tail, references.resolution[rows], *(column[rows] for column in place))


def _at_entities(entities: Entities, kind: str, head: Rows, tail: Rows) -> Statements:
    """Statements that stand where their tails do."""
    place = (entities.file, entities.start, entities.end, entities.line_start, entities.line_end)
    codes = (np.full(len(tail), STATEMENT[kind], np.uint8), np.full(len(tail), _EXACT, np.uint8))
    return Statements(codes[0], head, tail, codes[1], *(column[tail] for column in place))
