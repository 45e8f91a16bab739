"""What the entities of a knowledge graph are called in the tails of triples: as briefly as is unambiguous."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.graphmer.chains.ragged import Longs, offsets_of, row_of, spans
from codegraft.graphmer.chains.specials import DOT
from codegraft.graphmer.chains.tokenizer import CodeTokenizer

_SEPARATORS: Final = re.compile("[.:$]")
_REPEAT: Final = re.compile(r"#\d+$")
_WHOLE: Final = frozenset({"Library", "Repository"})
"""Types whose names are not put together from parts."""


class Names(NamedTuple):
    """Names of n entities.

    Attributes:
        texts: [n] names, dots between their parts; a file's name has slashes.
        own: [n] their last parts, which code says as one word: of a package that of its dotted name.
        token_offsets: int64 [n + 1] and tokens: int32, at most ``tail_slots`` for a name.
        shortened: bool [n] whether a name has more tokens, of which the last are kept.
    """

    texts: list[str]
    own: list[str]
    token_offsets: Longs
    tokens: npt.NDArray[np.int32]
    shortened: npt.NDArray[np.bool_]


def name_entities(entities: pa.Table, seen: npt.NDArray[np.bool_], tokenizer: CodeTokenizer, tail_slots: int) -> Names:
    """Name each entity by its last part, and as many before it as tell it apart.

    What a repository defines is told apart within the repository. Names from outside, which belong to everybody, are
    told apart from those that training has seen: a held-out repository renames nothing. What is qualified alike, as
    overloads are, shares a name.

    Args:
        entities: columns id, type, repository.
        seen: [n] whether a triple of training names the entity.
        tokenizer: makes tokens of names.
        tail_slots: most tokens of a name. A longer one is cut before one of its parts, or, if the last part alone is
            longer, inside it.
    """
    rows = zip(*(entities[name].to_pylist() for name in ("id", "type", "repository")), strict=True)
    qualified = [
        (repository, _qualified(id_, type_), "/" if type_ == "File" else ".") for id_, type_, repository in rows
    ]
    texts = _shortest(qualified, seen)
    encoded = tokenizer.encode(texts)
    first = _first_kept(encoded.tokens, encoded.offsets, tail_slots)
    kept = np.diff(encoded.offsets) - first
    return Names(
        texts,
        [parts[-1] if separator == "/" else parts[-1].rpartition(".")[2] for _, parts, separator in qualified],
        offsets_of(kept),
        encoded.tokens[spans(encoded.offsets[:-1] + first, kept)],
        first > 0,
    )


def _qualified(id_: str, type_: str) -> tuple[str, ...]:
    """Parts of an entity's qualified name, outermost first."""
    scope, _, name = id_.partition(":")
    if type_ in _WHOLE:
        return (name or scope,)
    if type_ == "File":
        return tuple(name.split("/"))
    name = _REPEAT.sub("", name.partition("(")[0].removeprefix("<target>"))
    return tuple(_SEPARATORS.split(name))


def _shortest(qualified: list[tuple[str, tuple[str, ...], str]], seen: npt.NDArray[np.bool_]) -> list[str]:
    """The shortest ending of each name that no other name of its repository has."""
    known = {entity for entity, is_seen in zip(qualified, seen.tolist(), strict=True) if entity[0] or is_seen}
    others = Counter((entity[0], text) for entity in known for text in _endings(entity))
    return [_shortest_of(entity, others, int(entity in known)) for entity in qualified]


def _shortest_of(entity: tuple[str, tuple[str, ...], str], count: Counter[tuple[str, str]], own: int) -> str:
    *endings, whole = _endings(entity)
    return next((text for text in endings if count[entity[0], text] == own), whole)


def _endings(entity: tuple[str, tuple[str, ...], str]) -> Iterator[str]:
    _, parts, separator = entity
    return (separator.join(parts[first:]) for first in reversed(range(len(parts))))


def _first_kept(tokens: npt.NDArray[np.int32], offsets: Longs, tail_slots: int) -> npt.NDArray[np.int64]:
    """[n] how many tokens at the beginning of each name are left out."""
    name, lengths = row_of(offsets), np.diff(offsets)
    excess = np.maximum(lengths - tail_slots, 0)
    place = np.arange(len(tokens)) - offsets[name]
    follows_dot = np.flatnonzero((np.append(-1, tokens[:-1]) == DOT) & (place >= excess[name]) & (place > 0))
    first_part = np.full(len(lengths), len(tokens) + 1)
    np.minimum.at(first_part, name[follows_dot], place[follows_dot])
    return np.where(excess == 0, 0, np.where(first_part < lengths, first_part, excess))
