"""Partitions put together as the tables of the graph."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.build.entities import Entities
from codegraft.kg.build.entity_types import ENTITY_TYPES, EXTERNAL_TYPES, TYPE
from codegraft.kg.build.joined import Rows
from codegraft.kg.build.partition import Partition
from codegraft.kg.build.relations import RELATIONS, Triples, relate
from codegraft.kg.store import ENTITIES_SCHEMA, TRIPLES_SCHEMA
from codegraft.progress import track
from codegraft.symbols.model import NONE, RESOLUTIONS

_OUTSIDE: Final = "<"
"""What ids from outside begin with, and those of no repository."""


@dataclass(frozen=True)
class Tables:
    """The graph.

    Attributes:
        triples: the columns of ``store.TRIPLES_SCHEMA``.
        entities: the columns of ``store.ENTITIES_SCHEMA``.
        unsaid: number of statements of each kind that no relation says.
    """

    triples: pa.Table
    entities: pa.Table
    unsaid: Mapping[str, int]


class _Block(NamedTuple):
    """Entities whose ids stand together when all are sorted: a repository's, or those from outside."""

    prefix: str
    repository: str
    entities: Entities
    paths: tuple[str, ...]


def assemble(partitions: Sequence[Partition]) -> Tables:
    """Put partitions together, at least one, in any order.

    What is outside is shared: its entities have the type for which any repository has the strongest evidence, and the
    relations of every repository follow from that.

    Raises:
        KnowledgeGraphError: two partitions are of the same repository.
    """
    partitions = sorted(partitions, key=lambda part: part.repository)
    for before, part in pairwise(partitions):
        if before.repository == part.repository:
            raise KnowledgeGraphError(f"repository {part.repository!r}: there are two of this name; rename one")
    outside = _share(partitions)
    blocks = _blocks(partitions, outside)
    said, unsaid = _say(partitions, outside, blocks)
    entities = _entity_table(blocks)
    return Tables(_triple_table(said, partitions, entities), entities, unsaid)


def _blocks(partitions: Iterable[Partition], outside: Entities) -> list[_Block]:
    own = [_Block(f"{part.repository}:", part.repository, part.entities, _paths(part)) for part in partitions]
    return sorted([*own, _Block(_OUTSIDE, "", outside, ("",))], key=lambda block: block.prefix)


def _paths(part: Partition) -> tuple[str, ...]:
    """Path of each file, and at the end, where -1 finds it, that of none."""
    return (*(file.path for file in part.files), "")


def _say(
    partitions: Iterable[Partition], outside: Entities, blocks: Sequence[_Block]
) -> tuple[list[Triples], Mapping[str, int]]:
    """The triples of each repository, between rows of the whole graph; and what none of them could say."""
    firsts = accumulate((len(block.entities.id) for block in blocks), initial=0)
    first = {block.prefix: row for block, row in zip(blocks, firsts, strict=False)}
    row_of = {id_: row for row, id_ in enumerate(outside.id)}
    said: list[Triples] = []
    unsaid: Counter[str] = Counter()
    for part in track(partitions, "relations", unit="repository"):
        shared = np.array([row_of[id_] for id_ in part.outside.id], np.int32)
        own = np.arange(len(part.entities.id), dtype=np.int32) + first[f"{part.repository}:"]
        types = np.concatenate([part.entities.type, outside.type[shared]])
        triples, lost = relate(part.statements, types, np.concatenate([own, shared + first[_OUTSIDE]]))
        said.append(triples)
        unsaid.update(lost)
    return said, dict(sorted(unsaid.items()))


def _share(partitions: Iterable[Partition]) -> Entities:
    """What is outside of all repositories, sorted by id."""
    found: dict[str, tuple[str, str, int]] = {}
    strength = {TYPE[name]: rank for rank, name in enumerate(EXTERNAL_TYPES)}
    for part in partitions:
        outside = part.outside
        types = outside.type.tolist()
        for id_, name, language, type_ in zip(outside.id, outside.name, outside.language, types, strict=True):
            known = found.setdefault(id_, (name, language, type_))
            if type_ != known[2] and strength[type_] < strength[known[2]]:
                found[id_] = (name, language, type_)
    ids = sorted(found)
    nowhere = np.full(len(ids), NONE, np.int32)
    return Entities(
        id=ids,
        name=[found[id_][0] for id_ in ids],
        language=[found[id_][1] for id_ in ids],
        attributes=["{}"] * len(ids),
        type=np.array([found[id_][2] for id_ in ids], np.int8),
        file=nowhere,
        start=nowhere,
        end=nowhere,
        line_start=nowhere,
        line_end=nowhere,
    )


def _triple_table(said: Sequence[Triples], partitions: Sequence[Partition], entities: pa.Table) -> pa.Table:
    sizes, files = [len(triples.head) for triples in said], [triples.file for triples in said]
    joined = Triples(*(np.concatenate(column) for column in zip(*said, strict=True)))
    ids, types = entities["id"].chunk(0), entities["type"].chunk(0)
    type_of = types.indices.to_numpy()
    columns = {
        "head": _words(joined.head, ids),
        "head_type": _words(type_of[joined.head], types.dictionary),
        "relation": _words(joined.relation, RELATIONS),
        "tail": _words(joined.tail, ids),
        "tail_type": _words(type_of[joined.tail], types.dictionary),
        "resolution": _words(joined.resolution, RESOLUTIONS),
        "language": _of_files(files, [[file.language for file in part.files] for part in partitions]),
        "repository": _repeated([part.repository for part in partitions], sizes),
        "version": _repeated([part.version for part in partitions], sizes),
        "licence": _repeated([part.licence for part in partitions], sizes),
        "file": _of_files(files, [_paths(part) for part in partitions]),
        "start": joined.start,
        "end": joined.end,
        "line_start": joined.line_start,
        "line_end": joined.line_end,
        "occurrences": joined.occurrences,
    }
    return pa.table(columns, schema=TRIPLES_SCHEMA)


def _entity_table(blocks: Sequence[_Block]) -> pa.Table:
    parts = [block.entities for block in blocks]
    columns = {
        "id": _strings(part.id for part in parts),
        "type": _words(np.concatenate([part.type for part in parts]), ENTITY_TYPES),
        "name": _strings(part.name for part in parts),
        "language": _strings(part.language for part in parts).dictionary_encode(),
        "repository": _repeated([block.repository for block in blocks], [len(part.id) for part in parts]),
        "file": _of_files([part.file for part in parts], [block.paths for block in blocks]),
        "start": np.concatenate([part.start for part in parts]),
        "end": np.concatenate([part.end for part in parts]),
        "line_start": np.concatenate([part.line_start for part in parts]),
        "line_end": np.concatenate([part.line_end for part in parts]),
        "attributes": _strings(part.attributes for part in parts).dictionary_encode(),
    }
    return pa.table(columns, schema=ENTITIES_SCHEMA)


def _of_files(files: Iterable[Rows], words: Sequence[Sequence[str]]) -> pa.DictionaryArray:
    """For each row of each part the word that its file has in that part's list."""
    vocabulary = sorted(set(chain.from_iterable(words)))
    code_of = {word: code for code, word in enumerate(vocabulary)}
    codes = [np.array([code_of[word] for word in listed], np.int32) for listed in words]
    return _words(np.concatenate([code[rows] for code, rows in zip(codes, files, strict=True)]), vocabulary)


def _repeated(words: Sequence[str], sizes: Sequence[int]) -> pa.DictionaryArray:
    """Each word for as many rows; words may be equal."""
    vocabulary = sorted(set(words))
    codes = np.array([vocabulary.index(word) for word in words], np.int32)
    return _words(np.repeat(codes, sizes), vocabulary)


def _words(codes: npt.NDArray[np.integer[Any]], words: Sequence[str] | pa.Array) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32, copy=False)), pa.array(words, pa.string()))


def _strings(parts: Iterable[Sequence[str]]) -> pa.Array:
    return pa.array(list(chain.from_iterable(parts)), pa.string())
