"""Names of entities as tokens: the last part alone, and the whole qualified name."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from codegraft.graphmer.chains.ragged import lengths, offsets_of, places
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.graph import Longs

_SEPARATORS: Final = re.compile(r"[.:/$]")
_REPEAT: Final = re.compile(r"#\d+$")


class Bag(NamedTuple):
    """Tokens of n texts, one text after the other.

    Attributes:
        tokens: int64 [t].
        offsets: int64 [n] where each begins.
    """

    tokens: Tensor
    offsets: Tensor


class Texts(NamedTuple):
    """Tokens of n texts, to take some of.

    Attributes:
        tokens: int32 [t].
        offsets: int64 [n + 1].
    """

    tokens: npt.NDArray[np.int32]
    offsets: Longs

    def of(self, rows: Longs, owners: Longs | None = None, count: int = 0) -> Bag:
        """The texts of these rows.

        Args:
            rows: [k] texts, in this order.
            owners: [k] ascending: texts of one owner become one; by default each is its own.
            count: how many owners there are; some may own nothing.
        """
        size = lengths(self.offsets, rows)
        if owners is not None:
            size = np.bincount(owners, size, minlength=count).astype(np.int64)
        tokens = self.tokens[places(self.offsets, rows)].astype(np.int64)
        return Bag(torch.from_numpy(tokens), torch.from_numpy(offsets_of(size)[:-1]))


class Spelling(NamedTuple):
    """How n entities are spelled.

    Attributes:
        name: the last part of each name.
        whole: the qualified name, without its repository, its parameters and its number among its namesakes.
    """

    name: Texts
    whole: Texts


def spell(ids: Sequence[str], tokenizer: CodeTokenizer) -> Spelling:
    """The spelling of the entities with these ids."""
    whole = [_whole(id_) for id_ in ids]
    last = [_SEPARATORS.split(text)[-1] for text in whole]
    return Spelling(*(Texts(encoded.tokens, encoded.offsets) for encoded in map(tokenizer.encode, (last, whole))))


def _whole(id_: str) -> str:
    scope, _, name = id_.partition(":")
    return _REPEAT.sub("", (name or scope).partition("(")[0])
