"""One repository's share of the graph: what it states, in numbers that mean nothing outside of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from codegraft.kg.build.entities import Entities, name_entities
from codegraft.kg.build.joined import Code, join
from codegraft.kg.build.outside import Outside, name_outside
from codegraft.kg.build.statements import STATEMENT, Statements, state
from codegraft.symbols.model import NONE, REFERENCE_KINDS, CodeModel, References, SourceFile


class Calls(NamedTuple):
    """Call sites by the best that is known of what they call; of those defined, how many within the same file."""

    defined: int
    external: int
    unresolved: int
    same_file: int


@dataclass(frozen=True)
class Partition:
    """One repository.

    Attributes:
        repository, version, licence: of all of it.
        files: what was read, by path.
        entities: what it defines, sorted by id.
        outside: what it refers to beyond that.
        statements: heads and tails are rows of ``entities``, then of ``outside``.
        calls: its call sites.
        unresolved: references of each kind that lead nowhere.
    """

    repository: str
    version: str
    licence: str
    files: tuple[SourceFile, ...]
    entities: Entities
    outside: Outside
    statements: Statements
    calls: Calls
    unresolved: dict[str, int]


def partition(models: Sequence[CodeModel], repository: str, version: str, licence: str) -> Partition:
    """Turn the code models of one repository, at least one, into its share of the graph.

    Raises:
        KnowledgeGraphError: the repository's name would let ids of two repositories meet.
    """
    code = join(models)
    named = name_entities(code, repository, version, licence)
    outside = name_outside(code)
    return Partition(
        repository=repository,
        version=version,
        licence=licence,
        files=code.files,
        entities=named.entities,
        outside=outside,
        statements=state(code, named, outside),
        calls=count_calls(code),
        unresolved=_unresolved(code.references),
    )


def count_calls(code: Code) -> Calls:
    """Count call sites: one that may reach several functions is one, and defined if any of them is."""
    references = code.references
    rows = np.flatnonzero(np.isin(references.kind, (STATEMENT["call"], STATEMENT["instantiate"])))
    place = references.file[rows].astype(np.int64) << 32 | references.start[rows]
    by_place = np.lexsort((references.end[rows], place))
    rows, place = rows[by_place], place[by_place]
    if not len(rows):
        return Calls(0, 0, 0, 0)
    firsts = np.flatnonzero((np.diff(place, prepend=-1) != 0) | (np.diff(references.end[rows], prepend=-1) != 0))
    target = references.target[rows]
    near = (target != NONE) & (code.definitions.file[target] == references.file[rows])
    known = np.select([near, target != NONE, references.external[rows] != NONE], [3, 2, 1], 0)
    unresolved, external, far, near_by = np.bincount(np.maximum.reduceat(known, firsts), minlength=4).tolist()
    return Calls(far + near_by, external, unresolved, near_by)


def _unresolved(references: References) -> dict[str, int]:
    nowhere = (references.target == NONE) & (references.external == NONE)
    counts = np.bincount(references.kind[nowhere], minlength=len(REFERENCE_KINDS)).tolist()
    return {name: count for name, count in zip(REFERENCE_KINDS, counts, strict=True) if count}
