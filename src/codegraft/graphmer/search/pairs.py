"""What the dual encoder learns from: functions, and the words that each is asked for by."""

import math
from collections.abc import Hashable, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy import sparse

from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.bags import Bags
from codegraft.graphmer.search.embedding import spell, token_counts
from codegraft.graphmer.search.fields import FieldBags, Fields

Longs = npt.NDArray[np.int64]

_TELLING_WORDS: Final = 2
"""A name of fewer words is no query."""

_TELLING_BODY: Final = 8
"""A body of fewer words says little beyond the name."""


class Pair(NamedTuple):
    """A function of a repository, and the words that ask for it."""

    repository: str
    function: Fields
    text: list[str]


def pair_of(repository: str, function: Fields, documentation: list[str]) -> Pair | None:
    """A function with what asks for it: its documentation, or else the name, which is then taken out of the function.

    None for a function without documentation of which name or body say too little.
    """
    if documentation:
        return Pair(repository, function, documentation)
    if len(function.name) < _TELLING_WORDS or len(function.body) < _TELLING_BODY:
        return None
    return Pair(repository, function._replace(name=[]), function.name)


class Pairs:
    """n pairs in columns, as tokens.

    Attributes:
        columns: of each field, then of the text, CSR [n, V].
        repository, text: int64 [n] equal numbers for equal ones.
    """

    def __init__(self, pairs: Sequence[Pair], tokenizer: CodeTokenizer) -> None:
        functions = FieldBags.of(pair.function for pair in pairs)
        texts = Bags.of((pair.text for pair in pairs), functions.vocabulary)
        spelled = spell(functions.vocabulary, tokenizer)
        self.columns = [token_counts(bags, spelled) for bags in (*functions.bags, texts)]
        self.repository = _numbers([pair.repository for pair in pairs])
        self.text = _numbers([tuple(pair.text) for pair in pairs])

    def __len__(self) -> int:
        return len(self.repository)

    def documents(self) -> Any:
        """CSR [2 n, V]: functions, then texts, with the tokens that are in them."""
        *fields, text = self.columns
        return sparse.vstack([sum(fields[1:], fields[0]), text], format="csr")

    def batches(self, size: int, generator: np.random.Generator) -> Iterator[Longs]:
        """Every pair once: rows of batches, each of one repository and of at most ``size``, in random order."""
        batches: list[Longs] = []
        for repository in range(int(self.repository.max(initial=-1)) + 1):
            rows = generator.permutation(np.flatnonzero(self.repository == repository))
            batches += np.array_split(rows, math.ceil(len(rows) / size))
        yield from (batches[place] for place in generator.permutation(len(batches)))


def _numbers(values: Sequence[Hashable]) -> Longs:
    number = {value: place for place, value in enumerate(dict.fromkeys(values))}
    return np.array([number[value] for value in values], np.int64)
