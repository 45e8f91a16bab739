"""Systems that search code, side by side: what chance, names, words, vectors and their mix find."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.evaluation.code_search import Estimator, SearchTask
from codegraft.graphmer.search.bags import Bags
from codegraft.graphmer.search.embedding import unit
from codegraft.graphmer.search.fields import FIELDS, FieldBags
from codegraft.graphmer.search.lexical import bm25_weights, inverse_document_frequency
from codegraft.graphmer.search.ranker import SCORES, Ranker
from codegraft.graphmer.search.train import SourceFunction
from codegraft.graphmer.search.words import words_of

Floats = npt.NDArray[np.floating[Any]]

_NAME = FIELDS.index("name")
_MEANING = SCORES.index("meaning")
_CODE = tuple(map(FIELDS.index, ("name", "parameters", "body")))


class SearchedPool(NamedTuple):
    """The functions of repositories that are held out, and two ways to ask for each.

    Attributes:
        task: what counts as right.
        functions: n.
        queries: [n] words of the documentation.
        nameless: [n] the same without words of the function's own name, which is harder.
    """

    task: SearchTask
    functions: FieldBags
    queries: list[list[str]]
    nameless: list[list[str]]

    @classmethod
    def of(cls, functions: Sequence[SourceFunction]) -> "SearchedPool":
        """The documented ones among functions of held-out repositories.

        Raises:
            ModelError: too few are documented.
        """
        documented = [function for function in functions if function.function.documentation]
        task = SearchTask.of(
            [function.function.documentation for function in documented],
            [function.repository for function in documented],
        )
        fields = [function.fields for function in documented]
        queries = [words_of(function.function.documentation) for function in documented]
        nameless = [
            [word for word in query if word not in own.name] for query, own in zip(queries, fields, strict=True)
        ]
        return cls(task, FieldBags.of(fields), queries, nameless)

    def evaluate(
        self, trained: Sequence[Ranker], untrained: Sequence[Ranker], estimator: Estimator
    ) -> Mapping[str, Any]:
        """MRR@10 of each system, of both ways to ask, each with its interval.

        Args:
            trained: of each seed.
            untrained: of each seed, too.
            estimator: over the repositories of ``task``.
        """
        systems: Mapping[str, Callable[[list[list[str]]], list[Floats]]] = {
            "name_tf_idf": lambda queries: [name_similarity(self.functions, queries)],
            "bm25": lambda queries: [plain_bm25(self.functions, queries)],
            "untrained_embedding": lambda queries: self._parts(untrained, queries),
            "untrained_mix": lambda queries: self.mixes(untrained, queries),
            "embedding": lambda queries: self._parts(trained, queries),
            "mix": lambda queries: self.mixes(trained, queries),
        }
        asked = {"mrr_at_10": self.queries, "mrr_at_10_without_name_words": self.nameless}
        return {
            "functions": len(self.task),
            "documentations": int(self.task.answer.max()) + 1,
            "chance": self.task.chance(),
            **{
                figure: {name: self.task.figures(scores(queries), estimator) for name, scores in systems.items()}
                for figure, queries in asked.items()
            },
        }

    def _parts(self, rankers: Sequence[Ranker], queries: list[list[str]]) -> list[Floats]:
        return [ranker.parts(queries, ranker.pool(self.functions))[_MEANING] for ranker in rankers]

    def mixes(self, rankers: Sequence[Ranker], queries: list[list[str]]) -> list[Floats]:
        """[q, n] of each seed what its mix gives to functions."""
        return [ranker.scores(queries, ranker.pool(self.functions)) for ranker in rankers]


def name_similarity(functions: FieldBags, queries: list[list[str]]) -> Floats:
    """[q, n] cosine of TF-IDF between queries and the names of functions."""
    width = len(functions.vocabulary)
    names, asked = functions.bags[_NAME].matrix(width), _known(functions, queries)
    rarity = inverse_document_frequency(names)
    name_vectors, query_vectors = (unit(counts.toarray() * rarity) for counts in (names, asked))
    similar: Floats = query_vectors @ name_vectors.T
    return similar


def plain_bm25(functions: FieldBags, queries: list[list[str]]) -> Floats:
    """[q, n] BM25 of queries and the words of name, parameters and body, which are one text."""
    width = len(functions.vocabulary)
    name, parameters, body = (functions.bags[field].matrix(width) for field in _CODE)
    counts = name + parameters + body
    asked = _known(functions, queries)
    asked.data[:] = 1.0
    scores: Floats = (asked @ bm25_weights(counts, inverse_document_frequency(counts))).toarray()
    return scores


def _known(functions: FieldBags, queries: list[list[str]]) -> Any:
    """CSR [q, words] of counts of the words that the functions have, too."""
    known = [[word for word in query if word in functions.vocabulary] for query in queries]
    return Bags.of(known, functions.vocabulary).matrix(len(functions.vocabulary))
