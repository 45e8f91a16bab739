"""A knowledge graph in numbers, as the parts of the page count it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse import csgraph

from codegraft.kg.splits.string_codes import entity_rows
from codegraft.kg.store import KnowledgeGraph

Longs = npt.NDArray[np.int64]

NONE: Final = -1
"""Stands for the parent of what has none."""

_TREE: Final = ("contains", "declares")


@dataclass(frozen=True, eq=False)
class Entity:
    """An entity of a repository.

    Attributes:
        row: its row.
        name: its own.
        qualified: its id without the repository's name.
        type: of the ontology.
        language: of its file.
        file, line: where it begins; empty and -1 for a name from outside.
    """

    row: int
    name: str
    qualified: str
    type: str
    language: str
    file: str
    line: int


class Columns:
    """n entities and T triples of one repository, by rows.

    Attributes:
        types: [n] names.
        head, tail: int64 [T] rows of entities.
        relations: [T] names.
        occurrences: int64 [T] how often the code says it.
    """

    def __init__(self, graph: KnowledgeGraph) -> None:
        self._entities = graph.entities
        self.types = np.array(graph.entities["type"].to_pylist())
        self.head = entity_rows(graph.triples["head"], graph.entities)
        self.tail = entity_rows(graph.triples["tail"], graph.entities)
        self.relations = np.array(graph.triples["relation"].to_pylist())
        self.occurrences: Longs = graph.triples["occurrences"].to_numpy().astype(np.int64)

    def of(self, *relations: str) -> Longs:
        """Rows of the triples of these relations."""
        return np.flatnonzero(np.isin(self.relations, relations))

    def entities(self, rows: Longs) -> Iterator[Entity]:
        """What stands in these rows."""
        for row, found in zip(rows.tolist(), self._entities.take(rows).to_pylist(), strict=True):
            qualified = found["id"].partition(":")[2]
            place = found["language"], found["file"], found["line_start"]
            yield Entity(row, found["name"], qualified, found["type"], *place)

    @cached_property
    def parent(self) -> Longs:
        """int64 [n] what each entity lies directly in, ``NONE`` for what lies in nothing."""
        rows = self.of(*_TREE)
        parent = np.full(len(self.types), NONE)
        parent[self.tail[rows]] = self.head[rows]
        return parent


def circles(source: Longs, target: Longs) -> list[list[int]]:
    """Nodes that reach each other, the largest groups first; a node that only reaches itself is in none."""
    nodes, ends = np.unique(np.concatenate([source, target]), return_inverse=True)
    if not len(nodes):
        return []
    start, stop = ends[: len(source)], ends[len(source) :]
    matrix = sparse.csr_array((np.ones(len(start), np.int8), (start, stop)), shape=(len(nodes), len(nodes)))
    _, label = csgraph.connected_components(matrix, directed=True, connection="strong")
    groups = [nodes[label == number].tolist() for number in np.flatnonzero(np.bincount(label) > 1)]
    return sorted(groups, key=lambda group: (-len(group), group))
