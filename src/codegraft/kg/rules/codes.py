"""The tables of a knowledge graph as integer codes, which is what the rules compare."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.kg.ontology import Language, Ontology

Codes = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


class Finding(NamedTuple):
    """What one rule found: how much it checked, the rows that are wrong, and what to tell people about such a row."""

    checked: int
    rows: Codes
    text: Callable[[int], str]


@dataclass(frozen=True)
class GraphCodes:
    """Triples and entities of a graph, and the columns of them that rules need, each made on first use.

    Codes count the sorted names of relations and of entity types; a name that is in neither has the next code. Nodes
    count the rows of ``entities``; ids that are no entity follow.
    """

    triples: pa.Table
    entities: pa.Table
    ontology: Ontology

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """Names of the relations by their codes."""
        return tuple(sorted(self.ontology.relations))

    @cached_property
    def relation(self) -> Codes:
        """[t] relation codes."""
        return codes_in(self.triples["relation"], self.relations)

    @cached_property
    def head_type(self) -> Codes:
        """[t] entity type codes, as the triples say."""
        return codes_in(self.triples["head_type"], self.ontology.types)

    @cached_property
    def tail_type(self) -> Codes:
        """[t] entity type codes, as the triples say."""
        return codes_in(self.triples["tail_type"], self.ontology.types)

    @cached_property
    def entity_type(self) -> Codes:
        """[e] entity type codes, as the entities say."""
        return codes_in(self.entities["type"], self.ontology.types)

    @property
    def head(self) -> Codes:
        """[t] nodes."""
        return self._ends[0]

    @property
    def tail(self) -> Codes:
        """[t] nodes."""
        return self._ends[1]

    @cached_property
    def nodes(self) -> int:
        """How many nodes there are: entities and ids that are none."""
        return max(len(self.entities), 1 + int(max(ends.max(initial=-1) for ends in self._ends)))

    @cached_property
    def repeated(self) -> Codes:
        """Rows of triples that an earlier row says already."""
        key = (self.head * (len(self.relations) + 1) + self.relation) * self.nodes + self.tail
        # Rows come nearly in this order, which a stable sort merges instead of sorting.
        ordered = np.sort(key, kind="stable")
        if not (ordered[1:] == ordered[:-1]).any():
            return np.empty(0, np.int64)
        order = np.argsort(key, kind="stable")
        return np.sort(order[1:][np.diff(key[order]) == 0])

    def rows(self, relation: str) -> Codes:
        """Rows of a relation's triples, each triple once."""
        rows = self._by_relation[relation]
        return rows if not len(self.repeated) else np.setdiff1d(rows, self.repeated)

    def type_mask(self, names: frozenset[str]) -> Mask:
        """[types + 1] whether the entity type of that code is among the names."""
        return np.array([name in names for name in self.ontology.types] + [False])

    def in_language(self, rows: Codes, language: Language) -> Codes:
        """Those of the rows of triples whose code is in a language."""
        return rows[np.flatnonzero(self._language[rows] == self.ontology.languages.index(language))]

    def describe(self, row: int) -> str:
        """A triple for people: ids and place."""
        triple = self.triples.slice(row, 1).to_pylist()[0]
        place = f"{triple['repository']}/{triple['file']}:{triple['line_start']}"
        return f"{triple['head']} {triple['relation']} {triple['tail']} ({place})"

    @cached_property
    def _language(self) -> Codes:
        return codes_in(self.triples["language"], self.ontology.languages)

    @cached_property
    def _by_relation(self) -> dict[str, Codes]:
        order = np.argsort(self.relation.astype(np.uint8), kind="stable")
        bounds = np.searchsorted(self.relation[order], np.arange(len(self.relations) + 1))
        return {name: order[bounds[code] : bounds[code + 1]] for code, name in enumerate(self.relations)}

    @cached_property
    def _ends(self) -> tuple[Codes, Codes]:
        names = combined(self.entities["id"])
        (head, heads), (tail, tails) = (dictionary(self.triples[name]) for name in ("head", "tail"))
        rows = [pc.index_in(values, value_set=names) for values in (heads, tails)]
        if any(found.null_count for found in rows):
            strange = [values.filter(found.is_null()) for values, found in zip((heads, tails), rows, strict=True)]
            names = pa.concat_arrays([names, pa.concat_arrays(strange).unique()])
            rows = [pc.index_in(values, value_set=names) for values in (heads, tails)]
        return _int64(rows[0])[head], _int64(rows[1])[tail]


def combined(column: pa.ChunkedArray) -> pa.Array:
    """A column as one array."""
    return column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)


def dictionary(column: pa.ChunkedArray) -> tuple[Codes, pa.Array]:
    """A string column as codes and the strings that they stand for."""
    if not pa.types.is_dictionary(column.type):
        column = column.dictionary_encode()
    array = combined(column.unify_dictionaries())
    return _int64(array.indices), array.dictionary


def integers(column: pa.ChunkedArray) -> Codes:
    """A column of integers."""
    return _int64(combined(column))


def codes_in(column: pa.ChunkedArray, names: pa.Array | Sequence[str]) -> Codes:
    """A string column as positions in ``names``; ``len(names)`` where it is not there."""
    codes, values = dictionary(column)
    positions = pc.index_in(values, value_set=pa.array(names, pa.string())).fill_null(len(names))
    return _int64(positions)[codes]


def _int64(array: pa.Array) -> Codes:
    return np.asarray(array.to_numpy(zero_copy_only=False), np.int64)
