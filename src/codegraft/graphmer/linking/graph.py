"""A knowledge graph as columns, of which some triples are seen, and questions about those that are not.

A question gives one end of a triple and its relation, and asks for the other end among the candidates: everything that
the question's repository defines, and all names from outside. That is every entity that the triple could name, since
no triple leaves its repository but to such a name.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cached_property
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.graphmer.chains.ragged import spans
from codegraft.kg.ontology import Ontology
from codegraft.kg.splits.string_codes import encode, entity_rows, file_keys, rows_of
from codegraft.kg.store import KnowledgeGraph

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]

OUTSIDE = -1
"""Stands for the repository or the file of an entity that has none."""


class Side(IntEnum):
    """The end of a triple that is asked for."""

    TAIL = 0
    HEAD = 1


@dataclass(frozen=True, eq=False)
class LinkGraph:
    """n entities and T triples.

    Attributes:
        ids: [n] of the entities, as the tables have them.
        types: names of the ontology's types, sorted.
        repositories: names, sorted.
        relations: names of relations that are kept, sorted.
        type: int64 [n] numbers of types.
        repository: int64 [n] numbers of repositories, ``OUTSIDE`` for a name from outside.
        file: int64 [n] number of the file that defines each entity, ``OUTSIDE`` for none.
        head, tail: int64 [T] rows of entities.
        relation: int64 [T] numbers of relations.
        said_in: int64 [T] number of the repository that says each triple.
        seen: bool [T] which triples may be used to answer.
    """

    ids: list[str]
    types: tuple[str, ...]
    repositories: tuple[str, ...]
    relations: tuple[str, ...]
    type: Longs
    repository: Longs
    file: Longs
    head: Longs
    tail: Longs
    relation: Longs
    said_in: Longs
    seen: Flags

    @classmethod
    def of(cls, graph: KnowledgeGraph, seen: Flags, ontology: Ontology) -> "LinkGraph":
        """The columns of a graph of this ontology, of whose triples [T] these are seen.

        Raises:
            KnowledgeGraphError: a triple names an entity that is not among the entities.
        """
        entities, triples = graph.entities, graph.triples
        types, relations = ontology.types, ontology.stored
        repositories, (repository, said_in) = encode(entities["repository"], triples["repository"])
        _, (file,) = encode(file_keys(entities))
        return cls(
            ids=entities["id"].to_pylist(),
            types=types,
            repositories=tuple(repositories.to_pylist()),
            relations=relations,
            type=rows_of(entities["type"], pa.array(types)),
            repository=np.where(_is_empty(entities["repository"]), OUTSIDE, repository),
            file=np.where(_is_empty(entities["file"]), OUTSIDE, file),
            head=entity_rows(triples["head"], entities),
            tail=entity_rows(triples["tail"], entities),
            relation=rows_of(triples["relation"], pa.array(relations)),
            said_in=said_in,
            seen=seen,
        )

    def candidates(self, repository: int) -> Longs:
        """Rows of what a triple of this repository may name, ascending."""
        return np.flatnonzero((self.repository == repository) | (self.repository == OUTSIDE))

    def ends(self, side: Side) -> tuple[Longs, Longs]:
        """Of every triple the end that is given and the one that is asked for."""
        return (self.head, self.tail) if side is Side.TAIL else (self.tail, self.head)

    def truth(self, questions: "Questions", candidates: Longs) -> Flags:
        """bool [Q, m] which of m candidates, ascending, answer each question rightly: by any triple, seen or not."""
        return self._true[questions.side].marks(questions, candidates)

    @cached_property
    def _true(self) -> tuple["KnownAnswers", ...]:
        """For each side what any triple answers."""
        return tuple(KnownAnswers(self, np.arange(len(self.head)), side) for side in Side)

    @cached_property
    def outside(self) -> Flags:
        """[n] which entities are names from outside."""
        outside: Flags = self.repository == OUTSIDE
        return outside


@dataclass(frozen=True, eq=False)
class Questions:
    """Q questions about one repository, all for the same end.

    Attributes:
        side: the end that is asked for.
        repository: number of the repository.
        known: int64 [Q] entities that are given.
        relation: int64 [Q].
        triple: int64 [Q] rows of the triples that were made questions of, -1 for a question without an answer, or
            with several.
    """

    side: Side
    repository: int
    known: Longs
    relation: Longs
    triple: Longs

    def __len__(self) -> int:
        return len(self.known)

    def chunks(self, most: int) -> Iterator[tuple[slice, "Questions"]]:
        """So many questions at most at a time, in order, and which they are."""
        for first in range(0, len(self), most):
            rows = slice(first, first + most)
            yield rows, replace(self, known=self.known[rows], relation=self.relation[rows], triple=self.triple[rows])


class KnownAnswers:
    """Answers that some of a graph's triples give.

    Args:
        graph: whose triples they are.
        rows: of the triples.
        side: the end that is asked for.
    """

    def __init__(self, graph: LinkGraph, rows: Longs, side: Side) -> None:
        known, answer = (ends[rows] for ends in graph.ends(side))
        key = known * len(graph.relations) + graph.relation[rows]
        order = np.argsort(key, kind="stable")
        self._relations = len(graph.relations)
        self._key, self._answer = key[order], answer[order]

    def marks(self, questions: Questions, candidates: Longs) -> Flags:
        """[Q, m] which of the ascending candidates answer each question."""
        key = questions.known * self._relations + questions.relation
        low, high = (np.searchsorted(self._key, key, side=side) for side in ("left", "right"))
        row = np.repeat(np.arange(len(questions)), high - low)
        answer = self._answer[spans(low, high - low)]
        column = np.minimum(np.searchsorted(candidates, answer), len(candidates) - 1)
        there = candidates[column] == answer  # what is known from outside has answers in other repositories
        marks = np.zeros((len(questions), len(candidates)), bool)
        marks[row[there], column[there]] = True
        return marks


class System(Protocol):
    """Anything that answers questions. It may use what is ``seen`` of its graph, and no other triple."""

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] finite numbers, the higher the likelier is each of m candidates to be the answer."""
        ...


def questions_of(graph: LinkGraph, triples: Longs, side: Side) -> Iterator[tuple[Questions, Longs]]:
    """Questions made of these triples, repository by repository, and the place of each among ``triples``."""
    known, _ = graph.ends(side)
    for repository in np.unique(graph.said_in[triples]).tolist():
        place = np.flatnonzero(graph.said_in[triples] == repository)
        rows = triples[place]
        yield Questions(side, repository, known[rows], graph.relation[rows], rows), place


def _is_empty(column: pa.ChunkedArray) -> Flags:
    empty: Flags = pc.equal(column.cast(pa.string()), "").to_numpy()
    return empty
