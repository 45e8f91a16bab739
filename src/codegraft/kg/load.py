"""Reading the knowledge graph, or the part of it that someone wants.

>>> kg = load_kg("data/kg", relations=["calls", "defined_in"], inverses={"defines": "defined_in"})  # doctest: +SKIP

:mod:`codegraft.kg.convert` makes of it what PyG, PyKEEN and NetworkX work with, :mod:`codegraft.kg.export` text.
"""

from collections.abc import Collection, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.store import (
    KG_DIRECTORY,
    TRIPLES_ORDER,
    TRIPLES_SCHEMA,
    KnowledgeGraph,
    canonical,
    read_kg,
)

NO_INVERSES: Final[Mapping[str, str]] = MappingProxyType({})


def load_kg(
    directory: str | Path = KG_DIRECTORY,
    *,
    repositories: Collection[str] | None = None,
    relations: Collection[str] | None = None,
    inverses: Mapping[str, str] = NO_INVERSES,
) -> KnowledgeGraph:
    """Read a graph, or the part of it that is asked for.

    Args:
        directory: where it was written.
        repositories: keep what these say, their entities, and those of others that they refer to.
        relations: keep these, stored or derived; entities stay.
        inverses: stored relation -> the direction that is derived from it and added, such as defines -> defined_in.
            With ``relations``, it is kept if it is one of them.

    Raises:
        KnowledgeGraphError: the graph cannot be read, or does not hold what is asked for.
    """
    return select(with_inverses(read_kg(directory), inverses), repositories, relations)


def select(
    kg: KnowledgeGraph, repositories: Collection[str] | None = None, relations: Collection[str] | None = None
) -> KnowledgeGraph:
    """The part of a graph that :func:`load_kg` describes; ``None`` keeps all.

    Raises:
        KnowledgeGraphError: a repository or relation is not in the graph (the message names those that are), or a
            single text is given for a collection.
    """
    triples, entities = kg.triples, kg.entities
    if relations is not None:
        triples = triples.filter(_among(triples["relation"], relations, "relation"))
    if repositories is not None:
        own = _among(entities["repository"], repositories, "repository")
        triples = triples.filter(pc.is_in(triples["repository"], _values(repositories)))
        ends = pa.concat_arrays([_used(triples[end]) for end in ("head", "tail")])
        entities = entities.filter(pc.or_(own, pc.is_in(entities["id"], ends)))
    return KnowledgeGraph(triples, entities, kg.manifest)


def with_inverses(kg: KnowledgeGraph, inverses: Mapping[str, str]) -> KnowledgeGraph:
    """The graph with a triple (tail, derived, head) beside each (head, stored, tail), sorted as all triples are.

    Raises:
        KnowledgeGraphError: a relation that should be derived is stored.
    """
    if not inverses:
        return kg
    both = sorted(set(_used(kg.triples["relation"]).to_pylist()) & set(inverses.values()))
    if both:
        raise KnowledgeGraphError(f"triples: {', '.join(both)} is stored, so it cannot be derived; leave it out")
    turned = [_turned(kg.triples, stored, derived) for stored, derived in inverses.items()]
    triples = canonical(pa.concat_tables([kg.triples, *turned]), TRIPLES_SCHEMA, "triples")
    keys = [triples[key].chunk(0).indices.to_numpy() for key in reversed(TRIPLES_ORDER)]
    return KnowledgeGraph(triples.take(pa.array(np.lexsort(keys))), kg.entities, kg.manifest)


def _turned(triples: pa.Table, stored: str, derived: str) -> pa.Table:
    """The triples of a relation in the other direction, under the name of that direction."""
    rows = triples.filter(pc.equal(triples["relation"], stored))
    relation = pa.DictionaryArray.from_arrays(pa.array(np.zeros(len(rows), np.int32)), [derived])
    source = {"head": "tail", "tail": "head", "head_type": "tail_type", "tail_type": "head_type"}
    columns = {name: rows[source.get(name, name)] for name in TRIPLES_SCHEMA.names}
    return pa.table(columns | {"relation": relation}, schema=TRIPLES_SCHEMA)


def _among(column: pa.ChunkedArray, wanted: Collection[str], what: str) -> pa.ChunkedArray:
    """Whether each value is one of those that are wanted, all of which have to occur."""
    if isinstance(wanted, str):
        raise KnowledgeGraphError(
            f"{what}: expected a collection of names, found the text {wanted!r}; give [{wanted!r}]"
        )
    known = set(_used(column).to_pylist()) - {""}
    unknown = sorted(set(wanted) - known)
    if unknown:
        raise KnowledgeGraphError(f"no {what} {', '.join(unknown)} in the graph; it holds {', '.join(sorted(known))}")
    return pc.is_in(column, _values(wanted))


def _values(strings: Collection[str]) -> pa.Array:
    return pa.array(sorted(strings), pa.string())


def _used(column: pa.ChunkedArray) -> pa.Array:
    """The distinct strings of a column."""
    return column.unique().cast(pa.string())
