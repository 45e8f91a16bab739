"""Functions of the code by descriptions: questions that somebody asks, and questions made of its own documentation.

A function would be found by its documentation too easily, for that is searched as other words are. So when questions
are documentation, no documentation is searched: which function comes first is then a small test on this very code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.evaluation.code_search import expected_reciprocal_rank
from codegraft.graphmer.search.fields import FieldBags, code_fields, documented_fields
from codegraft.graphmer.search.functions import Function, functions_of
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY, Ranker, load_ranker
from codegraft.graphmer.search.words import words_of
from codegraft.kg.build.texts import Texts

QUERIES: Final = 4
"""Questions that are made of documentation and shown."""

ANSWERS: Final = 3
"""Of each question."""

TESTED: Final = 100
"""Documented functions that are asked for to see how well the search does here."""

SNIPPET_LINES: Final = 10
_LEAST_WORDS: Final = 4
_QUOTED: Final = 40

Floats = npt.NDArray[np.floating[Any]]


class Snippet(NamedTuple):
    """The beginning of a function: its lines, the number of the first, and how many follow."""

    lines: list[str]
    first: int
    more: int


class Answer(NamedTuple):
    """A function that may be meant; ``right`` if the question is its documentation."""

    name: str
    place: str
    probability: float
    right: bool
    snippet: Snippet


class Query(NamedTuple):
    """A question, the function whose documentation it is (empty if it was given), and the answers."""

    text: str
    made_of: str
    answers: list[Answer]


@dataclass(frozen=True)
class Test:
    """How often the search finds functions of this code by their documentation.

    Attributes:
        asked: functions that were asked for.
        first: of how many the right one stood first.
        mrr, words_mrr, chance: MRR@10 of the search, of BM25 over the same words, and of any order.
    """

    asked: int
    first: int
    mrr: float
    words_mrr: float
    chance: float


@dataclass(frozen=True)
class Search:
    """What was asked and found.

    Attributes:
        functions: that may be found.
        queries: with their answers.
        test: None if fewer than two functions are documented.
    """

    functions: int
    queries: list[Query]
    test: Test | None


class _Place(NamedTuple):
    path: str
    text: bytes
    function: Function

    @property
    def name(self) -> str:
        return ".".join(filter(None, (self.function.scope, self.function.name)))


def check_queries(queries: Sequence[str]) -> None:
    """Nothing if all of them can be asked.

    Raises:
        ModelError: there is no word in one.
    """
    for query in queries:
        if not words_of(query):
            raise ModelError(f"the query {query[:_QUOTED]!r} has no word; say what the function does")


def search_of(texts: Texts, given: Sequence[str], models: Path, tokenizer: CodeTokenizer) -> Search:
    """Answer the questions that are given, else some that are made of documentation.

    Raises:
        ModelError: there is no search, it was made with another tokenizer.
    """
    ranker = load_ranker(models / SEARCH_DIRECTORY.relative_to("models"), tokenizer)
    places = [
        _Place(file.path, text, function)
        for file, text in texts.files
        for function in functions_of(text, file.language)
    ]
    if not places:
        return Search(0, [], None)
    documented = _documented(places)
    test, found = _tested(places, documented, ranker) if len(documented) > 1 else (None, [])
    queries = _given(places, given, ranker) if given else found
    return Search(len(places), queries, test)


def _documented(places: Sequence[_Place]) -> list[int]:
    """Functions whose documentation says enough to ask for them, evenly drawn; of equal texts the first."""
    texts = {
        place.function.documentation: number
        for number, place in reversed(list(enumerate(places)))
        if len(words_of(place.function.documentation)) >= _LEAST_WORDS
    }
    found = sorted(texts.values())
    return found[:: max(1, -(-len(found) // TESTED))]


def _given(places: Sequence[_Place], given: Sequence[str], ranker: Ranker) -> list[Query]:
    pool = ranker.pool(FieldBags.of(documented_fields(place.path, place.function) for place in places))
    probabilities = ranker.probabilities([words_of(query) for query in given], pool)
    return [Query(text, "", _answers(places, row, "")) for text, row in zip(given, probabilities, strict=True)]


def _tested(places: Sequence[_Place], documented: list[int], ranker: Ranker) -> tuple[Test, list[Query]]:
    """Ask for documented functions in code without documentation; some of the questions are shown."""
    pool = ranker.pool(FieldBags.of(code_fields(place.path, place.function) for place in places))
    asked = [places[number].function.documentation for number in documented]
    queries = [words_of(text) for text in asked]
    says = np.array([place.function.documentation for place in places])
    right = np.array(asked)[:, None] == says
    scores = ranker.scores(queries, pool)
    words = pool.lexical.scores(queries).sum(axis=0)
    ranks = _reciprocal_ranks(scores, right)
    test = Test(
        asked=len(asked),
        first=int((ranks == 1).sum()),
        mrr=float(ranks.mean()),
        words_mrr=float(_reciprocal_ranks(words, right).mean()),
        chance=float(_reciprocal_ranks(np.zeros_like(scores), right).mean()),
    )
    rows = np.linspace(0, len(asked) - 1, min(QUERIES, len(asked))).round().astype(int).tolist()
    shown = ranker.probabilities([queries[row] for row in rows], pool)
    return test, [
        Query(asked[row], places[documented[row]].name, _answers(places, chances, asked[row]))
        for row, chances in zip(rows, shown, strict=True)
    ]


def _reciprocal_ranks(scores: Floats, right: npt.NDArray[np.bool_]) -> Floats:
    """float64 [q] of the first right function, nothing below rank 10; what scores alike is in any order."""
    best = np.where(right, scores, -np.inf).max(axis=1, keepdims=True)
    level = scores == best
    counts = zip((scores > best).sum(axis=1), level.sum(axis=1), (level & right).sum(axis=1), strict=True)
    return np.array([expected_reciprocal_rank(int(above), int(alike), int(good)) for above, alike, good in counts])


def _answers(places: Sequence[_Place], probabilities: Floats, asked: str) -> list[Answer]:
    best = np.argsort(-probabilities, kind="stable")[:ANSWERS].tolist()
    return [_answer(places[number], float(probabilities[number]), asked) for number in best]


def _answer(place: _Place, probability: float, asked: str) -> Answer:
    first, last = place.function.line_start, place.function.line_end
    end = min(last, first + SNIPPET_LINES - 1)
    lines = place.text.decode().split("\n")[first - 1 : end]
    right = bool(asked) and place.function.documentation == asked
    snippet = Snippet([line.rstrip("\r").expandtabs(4) for line in lines], first, last - end)
    return Answer(place.name, f"{place.path}:{first}", probability, right, snippet)
