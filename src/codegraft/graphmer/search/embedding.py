"""Search by meaning: words of code and of prose as vectors of one space, summed with learned weights.

Words are cut into tokens of the encoder's tokenizer, so that one that nobody has seen is still made of known pieces.
Each field of a function, and a query, is a weighted sum of the vectors of its tokens; the unit vectors of the fields
add up to that of the function. Cosines compare. This is plain NumPy: a query must not wait for PyTorch to load.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy import sparse

from codegraft.errors import ModelError
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.bags import Bags, Vocabulary
from codegraft.graphmer.search.fields import FIELDS, FieldBags

Floats = npt.NDArray[np.float32]

TEXT: Final = len(FIELDS)
"""Row of the token weights that queries use, after those of the fields."""

_LEAST: Final = np.float32(1e-12)


@dataclass(frozen=True, eq=False)
class Embedding:
    """A dual encoder of V tokens in d dimensions.

    Attributes:
        tokens: float32 [V, d].
        weights: float32 [fields + 1, V], not negative: how much a token counts in each field, last in a query.
        scales: float32 [fields]: how much each field counts.
    """

    tokens: Floats
    weights: Floats
    scales: Floats

    def __post_init__(self) -> None:
        size, shapes = len(self.tokens), (self.weights.shape, self.scales.shape)
        if self.tokens.ndim != 2 or shapes != ((len(FIELDS) + 1, size), (len(FIELDS),)):
            raise ModelError(f"an embedding with weights of shapes {shapes} does not fit tokens {self.tokens.shape}")
        for name, values in self.tensors().items():
            if values.dtype != np.float32 or not np.isfinite(values).all():
                raise ModelError(f"an embedding whose {name} are not finite numbers of 32 bits")

    def tensors(self) -> Mapping[str, Floats]:
        """All there is, by name."""
        return {"tokens": self.tokens, "weights": self.weights, "scales": self.scales}

    @cached_property
    def digest(self) -> str:
        """SHA-256 of all numbers."""
        content = hashlib.sha256()
        for name, values in sorted(self.tensors().items()):
            content.update(f"{name} {values.shape}\n".encode() + values.astype("<f4").tobytes())
        return content.hexdigest()

    def functions(self, functions: FieldBags, tokenizer: CodeTokenizer) -> Floats:
        """float32 [n, d] unit vectors; zeros for a function without words."""
        spelled = spell(functions.vocabulary, tokenizer)
        parts = (
            unit(self._sums(field, bags, spelled)) * scale
            for field, (bags, scale) in enumerate(zip(functions.bags, self.scales, strict=True))
        )
        return unit(sum(parts, start=np.zeros((len(functions), self.tokens.shape[1]), np.float32)))

    def queries(self, queries: list[list[str]], tokenizer: CodeTokenizer) -> Floats:
        """float32 [q, d] unit vectors; zeros for a query without words."""
        vocabulary = Vocabulary()
        bags = Bags.of(queries, vocabulary)
        return unit(self._sums(TEXT, bags, spell(vocabulary, tokenizer)))

    def _sums(self, field: int, bags: Bags, spelled: Any) -> Floats:
        sums: Floats = (token_counts(bags, spelled) @ sparse.diags_array(self.weights[field])) @ self.tokens
        return sums


def spell(vocabulary: Vocabulary, tokenizer: CodeTokenizer) -> Any:
    """float32 CSR [words, V]: the tokens of each word, in all of length 1 whatever their number."""
    encoded = tokenizer.encode(vocabulary)
    lengths = np.diff(encoded.offsets)
    shares = np.repeat(1.0 / np.sqrt(np.maximum(lengths, 1)), lengths).astype(np.float32)
    return sparse.csr_matrix((shares, encoded.tokens, encoded.offsets), (len(vocabulary), tokenizer.vocabulary))


def token_counts(bags: Bags, spelled: Any) -> Any:
    """float32 CSR [n, V]: tokens of texts; a word that occurs c times counts 1 + log c."""
    counts = bags.matrix(spelled.shape[0])
    counts.data = 1.0 + np.log(counts.data)
    return counts @ spelled


def unit(vectors: Floats) -> Floats:
    """Rows divided by their length; those of length zero stay."""
    scaled: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _LEAST)
    return scaled
