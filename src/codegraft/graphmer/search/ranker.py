"""Which function is meant: words and meaning together, as a probability.

    ranker = load_ranker("models/graphmer_search", CodeTokenizer.load())
    pool = Pool.of(FieldBags.of(fields), ranker)
    probability = ranker.probabilities([words_of("read a file")], pool)

The probability is that of a function, if one of the pool is meant.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file
from scipy.special import softmax

from codegraft.errors import ModelError, plain
from codegraft.files import atomic_directory, read_file, refuse_unbounded
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.search.conditional_logit import fit_weights
from codegraft.graphmer.search.embedding import Embedding
from codegraft.graphmer.search.fields import FIELDS, FieldBags
from codegraft.graphmer.search.lexical import Lexical

SEARCH_DIRECTORY: Final = Path("models/graphmer_search")
WEIGHTS_FILE: Final = "model.safetensors"
CONFIG_FILE: Final = "config.json"

SCORES: Final = (*FIELDS, "meaning")
"""What is mixed: the words of each field, and the cosine of the vectors."""

_KIND: Final = "graphmer search"
_TRAIN: Final = "train it with `dvc repro train_search`"

Floats = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True, eq=False)
class Ranker:
    """A mix that was fitted.

    Attributes:
        embedding: of meaning.
        mix: float64 [scores] weight of each of :data:`SCORES`.
        tokenizer: of the embedding.
        trained_on: where it comes from: plain data.
    """

    embedding: Embedding
    mix: Floats
    tokenizer: CodeTokenizer
    trained_on: Mapping[str, Any] = field(default_factory=dict)

    @classmethod
    def fit(
        cls,
        embedding: Embedding,
        tokenizer: CodeTokenizer,
        functions: FieldBags,
        queries: list[list[str]],
        right: npt.NDArray[np.bool_],
        trained_on: Mapping[str, Any],
    ) -> "Ranker":
        """The best mix for these n functions and q queries; ``right`` [q, n] are the answers."""
        even = cls(embedding, np.ones(len(SCORES)), tokenizer, trained_on)
        return cls(embedding, fit_weights(even.parts(queries, even.pool(functions)), right), tokenizer, trained_on)

    def pool(self, functions: FieldBags) -> "Pool":
        """Functions, ready to be asked."""
        return Pool(Lexical.of(functions), self.embedding.functions(functions, self.tokenizer))

    def parts(self, queries: list[list[str]], pool: "Pool") -> Floats:
        """[scores, q, n] what is mixed."""
        meaning = self.embedding.queries(queries, self.tokenizer) @ pool.vectors.T
        return np.concatenate([pool.lexical.scores(queries), meaning[None]])

    def scores(self, queries: list[list[str]], pool: "Pool") -> Floats:
        """float64 [q, n] logits of queries, each as :func:`codegraft.graphmer.search.words.words_of` divides it."""
        return np.tensordot(self.mix, self.parts(queries, pool), 1)

    def probabilities(self, queries: list[list[str]], pool: "Pool") -> Floats:
        """float64 [q, n] that a function is meant, if one of the pool is; rows add up to 1."""
        shares: Floats = softmax(self.scores(queries, pool), axis=1)
        return shares


@dataclass(frozen=True, eq=False)
class Pool:
    """n functions to choose from: their words, and their vectors, float32 [n, d]."""

    lexical: Lexical
    vectors: npt.NDArray[np.float32]


def save_ranker(directory: str | Path, ranker: Ranker) -> None:
    """Write a ranker as a directory of its own; equal rankers give equal bytes.

    Raises:
        ModelError: it cannot be written; what stood there stays.
    """
    config = {
        "kind": _KIND,
        "mix": dict(zip(SCORES, ranker.mix.tolist(), strict=True)),
        "tokenizer": ranker.tokenizer.digest,
        "trained_on": dict(ranker.trained_on),
    }
    try:
        with atomic_directory(directory) as temporary:
            text = json.dumps(config, indent=2, sort_keys=True, allow_nan=False)
            (temporary / CONFIG_FILE).write_text(text + "\n", encoding="utf-8")
            save_file(dict(ranker.embedding.tensors()), temporary / WEIGHTS_FILE)
    except OSError as error:
        raise ModelError(f"{directory}: cannot be written ({error}); make room, then {_TRAIN}") from None


def load_ranker(directory: str | Path, tokenizer: CodeTokenizer) -> Ranker:
    """Read what :func:`save_ranker` wrote.

    Raises:
        ModelError: there is nothing, it is damaged, or was made with another tokenizer.
    """
    place = Path(directory)
    try:
        config = json.loads(read_file(place / CONFIG_FILE))
        refuse_unbounded(place / WEIGHTS_FILE)
        tensors = load_file(place / WEIGHTS_FILE)
    except FileNotFoundError as error:
        raise ModelError(f"{error.filename or place}: no such file; {_TRAIN}") from None
    except (OSError, ValueError, KeyError, RecursionError, SafetensorError) as error:
        raise ModelError(f"{place}: damaged ({plain(error)}); {_TRAIN}") from None
    try:
        return _ranker(config, tensors, tokenizer)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ModelError(f"{place}: not a search that fits ({plain(error)}); {_TRAIN}") from None


def _ranker(config: Any, tensors: Mapping[str, Any], tokenizer: CodeTokenizer) -> Ranker:
    if config["kind"] != _KIND:
        raise ModelError(f"is a {config['kind']}, expected a {_KIND}")
    if config["tokenizer"] != tokenizer.digest:
        raise ModelError(f"made with the tokenizer {config['tokenizer']}, expected {tokenizer.digest}")
    mix = np.array([config["mix"][name] for name in SCORES], np.float64)
    if not np.isfinite(mix).all():
        raise ModelError("the mix holds what is not a finite number")
    return Ranker(Embedding(**tensors), mix, tokenizer, dict(config["trained_on"]))
