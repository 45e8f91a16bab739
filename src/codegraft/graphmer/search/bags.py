"""Words of texts as numbers and counts, in columns."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy import sparse

from codegraft.graphmer.chains.ragged import offsets_of

Floats = npt.NDArray[np.float32]
Longs = npt.NDArray[np.int64]


class Vocabulary(dict[str, int]):
    """Numbers of words, given when first asked for."""

    def __missing__(self, word: str) -> int:
        return self.setdefault(word, len(self))


@dataclass(frozen=True, eq=False)
class Bags:
    """Words of n texts: those of text i are at ``offsets[i]`` to ``offsets[i + 1]``, each word once a text.

    Attributes:
        offsets: int64 [n + 1].
        words: int64 [m] numbers of a vocabulary.
        counts: float32 [m] how often the text has the word.
    """

    offsets: Longs
    words: Longs
    counts: Floats

    @classmethod
    def of(cls, texts: Iterable[Sequence[str]], vocabulary: Vocabulary) -> "Bags":
        """Count the words of texts; those that are new join the vocabulary."""
        bags = [Counter(words) for words in texts]
        words = np.fromiter((vocabulary[word] for word in chain.from_iterable(bags)), np.int64)
        counts = np.fromiter(chain.from_iterable(bag.values() for bag in bags), np.float32)
        return cls(offsets_of(map(len, bags)), words, counts)

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def matrix(self, width: int) -> Any:
        """float32 CSR [n, width] of counts; words of a higher number are left out."""
        known = self.words < width
        kept = np.concatenate([np.zeros(1, np.int64), np.cumsum(known)])[self.offsets]
        return sparse.csr_matrix((self.counts[known], self.words[known], kept), (len(self), width))
