"""From a query to functions of a directory, as a person or a program reads them."""

import textwrap
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphmer.search.index import Index
from codegraft.graphmer.search.lexical import Lexical
from codegraft.graphmer.search.ranker import Pool, Ranker
from codegraft.graphmer.search.table import field_bags, vectors
from codegraft.graphmer.search.words import words_of
from codegraft.symbols.python.modules import PythonModules

_SHOWN: Final = 40
"""Characters of a query that a message repeats."""

_WIDTH: Final = 100
"""Characters of documentation that are shown."""


class Answer(NamedTuple):
    """A function that may be meant.

    Attributes:
        rank: from 1.
        probability: that it is meant, if a function of the directory is.
        qualified: dotted name, module or package included.
        path: of its file, in the directory.
        line: of its beginning, from 1.
        says: the first paragraph of its documentation, else its signature.
    """

    rank: int
    probability: float
    qualified: str
    path: str
    line: int
    says: str


class _Place(NamedTuple):
    repository: str
    path: str
    language: str


class Searcher:
    """An index that is asked."""

    def __init__(self, index: Index, ranker: Ranker) -> None:
        self._ranker = ranker
        self._table = index.table
        self._pool = Pool(Lexical.of(field_bags(index.table)), vectors(index.table))
        places = [_Place(index.texts.repository, file.path, file.language) for file, _ in index.texts.files]
        modules = PythonModules(places)
        self._module = {
            place.path: modules.name(number) for number, place in enumerate(places) if place.language == "python"
        }

    def ask(self, query: str, limit: int) -> list[Answer]:
        """The likeliest functions, at most ``limit``; those that are equally likely by path and line.

        Raises:
            ModelError: there is no word in the query.
        """
        words = words_of(query)
        if not words:
            raise ModelError(f"the query {query[:_SHOWN]!r} has no word; say what the function does")
        probability = self._ranker.probabilities([words], self._pool)[0]
        best = np.argsort(-probability, kind="stable")[:limit]
        rows = self._table.take(pa.array(best)).to_pylist()
        return [
            self._answer(rank, row, float(chance))
            for rank, (row, chance) in enumerate(zip(rows, probability[best], strict=True), start=1)
        ]

    def _answer(self, rank: int, row: dict[str, Any], probability: float) -> Answer:
        qualified = ".".join(filter(None, (self._module.get(row["path"]), row["scope"], row["name"])))
        says = row["documentation"] or row["signature"]
        return Answer(rank, probability, qualified, row["path"], row["line_start"], says)


def shown(answer: Answer, directory: Path) -> str:
    """An answer in two lines."""
    says = textwrap.shorten(answer.says, _WIDTH, placeholder=" ...")
    place = f"{directory / answer.path}:{answer.line}"
    return f"{answer.rank:>3}. {answer.probability:>4.0%}  {answer.qualified}  {place}\n            {says}"
