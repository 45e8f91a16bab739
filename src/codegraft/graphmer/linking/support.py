"""What of a graph supports an answer, in triples that a person can look up.

Nobody can look up a score. For an answer (head, relation, tail) these are the seen triples from which a reader of the
code would guess the same: others like the head have the tail, the head has others like the tail, and the head's
module imports the tail's.
"""

from enum import StrEnum
from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.linking.graph import OUTSIDE, LinkGraph, Longs

Doubles = npt.NDArray[np.float64]

_NONE: Final = -1
_LITTLE: Final = 0.1
_TYPES: Final = ("Class", "ExceptionType", "Interface")


class Why(StrEnum):
    """How a triple supports an answer.

    The kinds stand in the order of how often, among candidates of which a seen triple says this, one was an answer
    (semantic validation triples of the default graph): heads with much in common 15 %, in the same class or file 5 %
    and 4 %, neighbours of another answer 2 %, what a module imports 0.3 %.
    """

    SAME_CLASS = "in the same class"
    SAME_FILE = "in the same file"
    ALIKE = "has much in common"
    BESIDE = "beside the answer"
    IMPORT = "imports its module"


class Support(NamedTuple):
    """A row of the triples, and why it is shown."""

    triple: int
    why: Why


class Supports:
    """Finds what supports answers among the seen triples of a graph."""

    def __init__(self, graph: LinkGraph) -> None:
        self._graph = graph
        seen = np.flatnonzero(graph.seen)
        self._from = _Index(graph.head[seen], seen)
        self._to = _Index(graph.tail[seen], seen)
        self._alike = _Index(self._neighbour[seen], seen)

    def of(self, head: int, relation: int, tail: int, most: int = 3) -> list[Support]:
        """At most so many triples that support this one, which is none of them, the most telling first.

        Args:
            head, tail: rows of entities.
            relation: a number of ``graph.relations``.
            most: how many.
        """
        found = [*self._other_heads(head, relation, tail, most), *self._other_tails(head, relation, tail, most)]
        return [*found, *self._imports(head, tail, relation)][:most]

    def _other_heads(self, head: int, relation: int, tail: int, most: int) -> list[Support]:
        """Triples by which other heads have the tail, by what these have in common with the head in question."""
        graph = self._graph
        rows = self._to.rows(tail)
        rows = rows[(graph.relation[rows] == relation) & (graph.head[rows] != head)]
        others = graph.head[rows]
        common, near = self._in_common(head)[others], self._share(graph.file, head, others)
        # A head of the same file tells about twice as much as another with as much in common (logistic regression over
        # validation triples); that it is of the same class, too, adds little.
        telling = (_LITTLE + common) * np.where(near, 2, 1)
        chosen = np.lexsort((rows, -telling))[:most]
        chosen = chosen[near[chosen] | (common[chosen] > 0)]
        in_class = self._share(self._class, head, others)
        why = np.select([in_class, near], [Why.SAME_CLASS, Why.SAME_FILE], Why.ALIKE)
        return [Support(int(rows[place]), Why(why[place])) for place in chosen.tolist()]

    def _other_tails(self, head: int, relation: int, tail: int, most: int) -> list[Support]:
        """Triples by which the head has others that are defined beside the tail, those of its class first."""
        graph = self._graph
        rows = self._from.rows(head)
        others = graph.tail[rows]
        rows = rows[(graph.relation[rows] == relation) & (others != tail) & self._share(graph.file, tail, others)]
        apart = ~self._share(self._class, tail, graph.tail[rows])
        return [Support(row, Why.BESIDE) for row in rows[np.lexsort((rows, apart))][:most].tolist()]

    def _imports(self, head: int, tail: int, relation: int) -> list[Support]:
        """The triple by which the module of the head's file imports that of the tail's."""
        graph = self._graph
        modules = self._module_of[graph.file[head]], self._module_of[graph.file[tail]]
        if _NONE in modules or modules == (head, tail) or "imports" not in graph.relations:
            return []
        rows = self._from.rows(modules[0])
        rows = rows[(graph.relation[rows] == graph.relations.index("imports")) & (graph.tail[rows] == modules[1])]
        return [Support(row, Why.IMPORT) for row in rows.tolist()]

    def _in_common(self, head: int) -> Doubles:
        """[n] what each entity has in common with this one: for each triple that differs in the head alone, the
        inverse logarithm of how many have it (Adamic and Adar 2003)."""
        common = np.zeros(len(self._graph.ids))
        for neighbour in np.unique(self._neighbour[self._from.rows(head)]).tolist():
            heads = self._graph.head[self._alike.rows(neighbour)]
            common[heads] += 1 / np.log2(2 + len(heads))
        return common

    @cached_property
    def _neighbour(self) -> Longs:
        """[T] a number for the relation and tail of each triple."""
        graph = self._graph
        number: Longs = np.unique(graph.relation * len(graph.ids) + graph.tail, return_inverse=True)[1]
        return number

    @cached_property
    def _class(self) -> Longs:
        """[n] the type that declares each entity, -1 for none."""
        graph = self._graph
        types = np.isin(graph.type, [place for place, name in enumerate(graph.types) if name in _TYPES])
        owns = [place for place, name in enumerate(graph.relations) if name in ("contains", "declares")]
        rows = np.flatnonzero(graph.seen & np.isin(graph.relation, owns) & types[graph.head])
        owner = np.full(len(graph.ids), _NONE)
        owner[graph.tail[rows]] = graph.head[rows]
        return owner

    @cached_property
    def _module_of(self) -> Longs:
        """[files + 1] the module of each file, -1 for none; the last is that of no file."""
        graph = self._graph
        module = np.full(int(graph.file.max(initial=OUTSIDE)) + 2, _NONE)
        rows = np.flatnonzero((graph.type == _number(graph.types, "Module")) & (graph.file != OUTSIDE))
        module[graph.file[rows]] = rows
        return module

    @staticmethod
    def _share(place: Longs, entity: int, others: Longs) -> npt.NDArray[np.bool_]:
        """[m] whether others stand where an entity does, which is somewhere."""
        return np.asarray((place[others] == place[entity]) & (place[entity] != _NONE))


class _Index:
    """Rows by the number that stands in them."""

    def __init__(self, numbers: Longs, rows: Longs) -> None:
        order = np.argsort(numbers, kind="stable")
        self._numbers, self._rows = numbers[order], rows[order]

    def rows(self, number: int) -> Longs:
        """Ascending."""
        first, end = np.searchsorted(self._numbers, [number, number + 1])
        return self._rows[first:end]


def _number(names: tuple[str, ...], name: str) -> int:
    return names.index(name) if name in names else _NONE
