"""Search by words: BM25, for each field of a function apart.

The scores are those of Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009). How
rare a word is does not depend on the field: it is counted over whole functions, and never negative.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from codegraft.graphmer.search.bags import Bags, Vocabulary
from codegraft.graphmer.search.fields import FieldBags

K1: Final = 1.2
B: Final = 0.75
"""The usual constants: how soon repetition stops to count, and how much length does."""

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Lexical:
    """The words of n functions, ready to be asked.

    Attributes:
        vocabulary: of the functions.
        weights: of each field a CSR [words, n]: what the word adds to the score of a function.
    """

    vocabulary: Vocabulary
    weights: tuple[Any, ...]

    @classmethod
    def of(cls, functions: FieldBags) -> "Lexical":
        """Weigh the words of functions."""
        width = len(functions.vocabulary)
        counts = [bags.matrix(width) for bags in functions.bags]
        rarity = inverse_document_frequency(sum(counts[1:], counts[0]))
        return cls(functions.vocabulary, tuple(bm25_weights(field, rarity) for field in counts))

    def scores(self, queries: list[list[str]]) -> Floats:
        """float32 [fields, q, n]; a word counts once however often a query has it, and unknown words not at all."""
        known = [sorted({word for word in query if word in self.vocabulary}) for query in queries]
        asked = Bags.of(known, self.vocabulary).matrix(len(self.vocabulary))
        return np.stack([(asked @ field).toarray() for field in self.weights])


def inverse_document_frequency(counts: Any) -> Floats:
    """float32 [words] of texts [n, words]: log(1 + (n - f + 1/2) / (f + 1/2)) of a word in f texts."""
    found = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity: Floats = np.log1p((counts.shape[0] - found + 0.5) / (found + 0.5)).astype(np.float32)
    return rarity


def bm25_weights(counts: Any, rarity: Floats) -> Any:
    """CSR [words, n]: what each word adds to the score of a text.

    Args:
        counts: CSR [n, words] without stored zeros.
        rarity: [words].
    """
    size = np.asarray(counts.sum(axis=1)).ravel()
    relative = size / max(float(size.mean()) if len(size) else 0.0, np.finfo(np.float32).tiny)
    entries = counts.tocoo()
    saturated = entries.data * (K1 + 1) / (entries.data + K1 * (1 - B + B * relative[entries.row]))
    weighted = (rarity[entries.col] * saturated).astype(np.float32)
    return sparse.csr_matrix((weighted, (entries.col, entries.row)), counts.shape[::-1])
