"""What the seen part of a graph tells about a question, without reading code: one number a candidate for each way.

Counting (how often a candidate stands at this end of the relation: anywhere, in the repository, in the file of the
known entity), names (trigrams of ids, and who contains whom by them), types, and neighbours: entities that share
neighbours with the known one are asked what they are joined to by the relation, as collaborative filtering does
(Sarwar et al., "Item-based collaborative filtering recommendation algorithms", WWW 2001).
"""

from functools import cached_property
from typing import Final, NamedTuple

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer

from codegraft.graphmer.linking.graph import OUTSIDE, Floats, LinkGraph, Longs, Questions, Side

EVIDENCE: Final = (
    *("frequency", "never", "in_repository", "never_in_repository", "in_file", "with_file"),
    *("type", "same_file", "outside", "name", "parent", "child", "alike", "neighbours"),
)
"""The ways, in the order of :meth:`Evidence.features`."""

_TYPES_UNSEEN: Final = 0.01
"""What a pair of types that no triple of a relation has counts as."""

_SCALE: Final = 10.0
"""Of similarities before their logarithm: they are mostly well below one."""


class _Around(NamedTuple):
    """The seen triples of a repository, among its m candidates.

    Attributes:
        candidates: [m] rows of entities.
        place: [n] place of each entity among them, -1 for others.
        counts: [R, m] how often each stands at the asked end of each relation.
        by_file: CSR [files * R, m], the same of the triples whose known end lies in each file.
        with_file: CSR [files, m] the same, over all relations.
        joined: for each relation CSR [m, m] from known to asked ends.
        neighbours: CSR [m, m] of all relations and directions; each column has unit length.
    """

    candidates: Longs
    place: Longs
    counts: Floats
    by_file: sp.csr_matrix
    with_file: sp.csr_matrix
    joined: list[sp.csr_matrix]
    neighbours: sp.csr_matrix


class Evidence:
    """Evidence of a graph.

    Args:
        graph: whose seen triples speak.
    """

    def __init__(self, graph: LinkGraph) -> None:
        self.graph = graph
        self._kept: tuple[int, Side, _Around] | None = None

    def features(self, questions: Questions, candidates: Longs) -> Floats:
        """[F, Q, m] numbers, F ways in the order of :data:`EVIDENCE`; the higher, the more a way speaks for it.

        Args:
            questions: Q of them.
            candidates: [m] those of the questions' repository.
        """
        graph, known, relation = self.graph, questions.known, questions.relation
        around = self._around(questions.repository, questions.side)
        found = np.empty((len(EVIDENCE), len(questions), len(candidates)), np.float32)
        anywhere = self._anywhere[questions.side][:, candidates]
        here = around.counts
        file, filed = graph.file[known], graph.file[known] != OUTSIDE
        rows = np.where(filed, file, 0)
        found[0], found[1] = np.log1p(anywhere)[relation], (anywhere == 0)[relation]
        found[2], found[3] = np.log1p(here)[relation], (here == 0)[relation]
        found[4] = np.log1p(around.by_file[rows * len(graph.relations) + relation].toarray()) * filed[:, None]
        found[5] = np.log1p(around.with_file[rows].toarray()) * filed[:, None]
        found[6] = self._types[questions.side][relation, graph.type[known]][:, graph.type[candidates]]
        found[7] = (file[:, None] == graph.file[candidates]) & filed[:, None]
        found[8] = graph.outside[candidates]
        found[9] = (self._trigrams[known] @ self._trigrams[candidates].T).toarray()
        parent = self.parent
        found[10] = parent[known][:, None] == candidates
        found[11] = parent[candidates] == known[:, None]
        found[12:] = _neighbours(around, around.place[known], relation)
        return found

    @cached_property
    def parent(self) -> Longs:
        """[n] row of the entity that each one's id says to contain it, -1 for none."""
        rows = {id_: row for row, id_ in enumerate(self.graph.ids)}
        return np.array([_parent(id_, rows) for id_ in self.graph.ids], np.int64)

    @cached_property
    def _trigrams(self) -> sp.csr_matrix:
        weigh = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), sublinear_tf=True, dtype=np.float32)
        return weigh.fit_transform([id_.replace("/", ".") for id_ in self.graph.ids])

    @cached_property
    def _anywhere(self) -> tuple[Floats, Floats]:
        """For each side [R, n] how often each entity stands at the asked end of each relation."""
        return self._counted(self.graph.tail), self._counted(self.graph.head)

    def _counted(self, asked: Longs) -> Floats:
        graph, size = self.graph, (len(self.graph.relations), len(self.graph.ids))
        place = np.ravel_multi_index((graph.relation[graph.seen], asked[graph.seen]), size)
        return np.bincount(place, minlength=size[0] * size[1]).reshape(size).astype(np.float32)

    @cached_property
    def _types(self) -> tuple[Floats, Floats]:
        """For each side [R, types, types] logarithm of the share of asked types, given relation and known type."""
        return self._typed(Side.TAIL), self._typed(Side.HEAD)

    def _typed(self, side: Side) -> Floats:
        graph = self.graph
        known, asked = (graph.type[end[graph.seen]] for end in graph.ends(side))
        counts = np.full((len(graph.relations), len(graph.types), len(graph.types)), _TYPES_UNSEEN)
        np.add.at(counts, (graph.relation[graph.seen], known, asked), 1.0)
        shares: Floats = np.log(counts / counts.sum(axis=2, keepdims=True)).astype(np.float32)
        return shares

    def _around(self, repository: int, side: Side) -> _Around:
        """What is around; that of the last repository is kept, since questions come repository by repository."""
        if self._kept is None or self._kept[:2] != (repository, side):
            self._kept = repository, side, self._look_around(repository, side)
        return self._kept[2]

    def _look_around(self, repository: int, side: Side) -> _Around:
        graph = self.graph
        candidates = graph.candidates(repository)
        place = np.full(len(graph.ids), -1)
        place[candidates] = np.arange(len(candidates))
        own = np.flatnonzero(graph.seen & (graph.said_in == repository))
        known, asked = (end[own] for end in graph.ends(side))
        relation, relations, m = graph.relation[own], len(graph.relations), len(candidates)
        filed = graph.file[known] != OUTSIDE
        file, files = graph.file[known][filed], int(graph.file.max(initial=0)) + 1
        counts = np.zeros((relations, m), np.float32)
        np.add.at(counts, (relation, place[asked]), 1.0)
        both = _matrix(np.append(place[known], place[asked]), np.append(place[asked], place[known]), (m, m))
        both.data[:] = 1.0
        length = np.sqrt(np.maximum(np.asarray(both.sum(axis=0)).ravel(), 1.0))
        return _Around(
            candidates=candidates,
            place=place,
            counts=counts,
            by_file=_matrix(file * relations + relation[filed], place[asked][filed], (files * relations, m)),
            with_file=_matrix(file, place[asked][filed], (files, m)),
            joined=[
                _matrix(place[known][relation == one], place[asked][relation == one], (m, m))
                for one in range(relations)
            ],
            neighbours=(both @ sp.diags((1.0 / length).astype(np.float32))).tocsr(),
        )


def _neighbours(around: _Around, known: Longs, relation: Longs) -> Floats:
    """[2, Q, m] how alike each candidate and the known entity are, and how much those alike speak for it."""
    alike = (around.neighbours[known] @ around.neighbours.T).tocsr()
    speak = np.empty((len(known), len(around.candidates)), np.float32)
    for one in np.unique(relation).tolist():
        rows = relation == one
        speak[rows] = (alike[rows] @ around.joined[one]).toarray()
    return np.log1p(_SCALE * np.stack([alike.toarray(), speak]))


def _matrix(row: Longs, column: Longs, shape: tuple[int, int]) -> sp.csr_matrix:
    matrix = sp.csr_matrix((np.ones(len(row), np.float32), (row, column)), shape=shape)
    matrix.sum_duplicates()
    return matrix


def _parent(id_: str, rows: dict[str, int]) -> int:
    """The row of the longest beginning of an id that is an id itself and ends where one of its parts does."""
    for end in range(len(id_) - 1, 0, -1):
        if id_[end] in "./$" and id_[:end] in rows:
            return rows[id_[:end]]
        if id_[end] == ":":
            return rows.get(id_[: end + 1], -1) if end + 1 < len(id_) else -1
    return -1
