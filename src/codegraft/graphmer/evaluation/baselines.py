"""What a model that links has to beat: systems that count what is seen, compare names, or know nothing.

All answer the questions of :mod:`codegraft.graphmer.linking.graph`, and read nothing but names and seen triples.
"""

import re
from typing import Final

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

from codegraft.graphmer.linking.graph import Floats, LinkGraph, Longs, Questions, Side
from codegraft.graphmer.search.lexical import bm25_weights, inverse_document_frequency

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[^\W_A-Za-z\d]+")

_WIDTH: Final = 32


class RelationFrequency:
    """How often the candidate is at the asked end of a seen triple of the relation, in any repository."""

    def __init__(self, graph: LinkGraph) -> None:
        self._counts = {side: _ends_by(graph, graph.relation, len(graph.relations), side) for side in Side}

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] counts."""
        return _looked_up(self._counts[questions.side], questions.relation, candidates)


class RepositoryPopularity:
    """How often the candidate is at the asked end of a seen triple of the relation in the question's repository."""

    def __init__(self, graph: LinkGraph) -> None:
        self._relations = len(graph.relations)
        place = graph.said_in * self._relations + graph.relation
        places = len(graph.repositories) * self._relations
        self._counts = {side: _ends_by(graph, place, places, side) for side in Side}

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] counts."""
        place = questions.repository * self._relations + questions.relation
        return _looked_up(self._counts[questions.side], place, candidates)


class CharacterTrigrams:
    """How alike the ids of the known entity and of the candidate are: cosine of TF-IDF vectors of their 3-grams."""

    def __init__(self, graph: LinkGraph) -> None:
        vectors = TfidfVectorizer(analyzer="char", ngram_range=(3, 3), lowercase=False, dtype=np.float32)
        self._vectors = vectors.fit_transform(graph.ids)

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] cosines."""
        return _products(self._vectors, self._vectors, questions.known, candidates)


class BM25:
    """How well the words of the candidate's id match a query, by BM25.

    Args:
        graph: whose ids are split into words at dots, underscores and humps.
        neighbours: whether the query is made of the ids of the known entity and of all that seen triples join to it,
            and not of its own alone.
    """

    def __init__(self, graph: LinkGraph, *, neighbours: bool = False) -> None:
        words = CountVectorizer(analyzer=words_of, dtype=np.float32).fit_transform(graph.ids)
        self._queries = words + _seen_links(graph) @ words if neighbours else words
        self._weights = bm25_weights(words, inverse_document_frequency(words)).T.tocsr()

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] sums over the words of the query."""
        return _products(self._queries, self._weights, questions.known, candidates)


class Constant:
    """The same score for everything."""

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] zeros."""
        return np.zeros((len(questions), len(candidates)), np.float32)


class Untrained:
    """Products of random vectors of the known entity, the relation and the candidate: DistMult before it is trained."""

    def __init__(self, graph: LinkGraph, seed: int) -> None:
        generator = np.random.default_rng(seed)
        self._entities: Floats = generator.standard_normal((len(graph.ids), _WIDTH), dtype=np.float32)
        self._relations: Floats = generator.standard_normal((len(graph.relations), _WIDTH), dtype=np.float32)

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] sums of products."""
        known = self._entities[questions.known] * self._relations[questions.relation]
        return np.asarray(known @ self._entities[candidates].T, np.float32)


def words_of(id_: str) -> list[str]:
    """The words of an id in lower case: ``shop:cart.addItem_2`` is shop, cart, add, item, 2."""
    return [word.lower() for word in _WORD.findall(id_)]


def _ends_by(graph: LinkGraph, place: Longs, places: int, side: Side) -> csr_matrix:
    """[places, n] how many seen triples of a place have an entity at the asked end."""
    _, ends = graph.ends(side)
    seen = graph.seen
    ones = np.ones(np.count_nonzero(seen), np.float32)
    return csr_matrix((ones, (place[seen], ends[seen])), shape=(places, len(graph.ids)))


def _looked_up(counts: csr_matrix, place: Longs, candidates: Longs) -> Floats:
    """[Q, m] counts of each candidate in each of these places."""
    places, row = np.unique(place, return_inverse=True)
    found: Floats = counts[places].toarray()[row[:, None], candidates]
    return found


def _products(queries: csr_matrix, documents: csr_matrix, known: Longs, candidates: Longs) -> Floats:
    """[Q, m] inner products of rows, and 0 for the known entity: triples hardly ever join an entity to itself."""
    distinct, row = np.unique(known, return_inverse=True)
    products: Floats = (queries[distinct] @ documents[candidates].T).toarray()
    products[distinct[:, None] == candidates] = 0
    return products[row]


def _seen_links(graph: LinkGraph) -> csr_matrix:
    """[n, n] ones where a seen triple joins two entities, in either direction."""
    head, tail = graph.head[graph.seen], graph.tail[graph.seen]
    ends = np.concatenate([head, tail]), np.concatenate([tail, head])
    links = csr_matrix((np.ones(2 * len(head), np.float32), ends), shape=(len(graph.ids),) * 2)
    links.data[:] = 1  # as one where several triples join the same two
    return links
