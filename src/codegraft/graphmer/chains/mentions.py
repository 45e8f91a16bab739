"""Where code names entities: definitions by the name they give, tails by every word that spells their own name."""

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

import numpy as np
import pyarrow as pa

from codegraft.graphmer.chains.ragged import Longs, offsets_of, row_of, spans
from codegraft.graphmer.chains.tokenizer import NAME, CodeTokenizer, Encoded

NONE: Final = -1

_FUNCTIONS: Final = ("Function", "Method", "Test")
_TYPES: Final = ("Annotation", "Class", "ExceptionType", "Interface")

_BYTES: Final = rb"[A-Za-z0-9_\x80-\xff]"
_PYTHON: Final = re.compile(rb"\b(?:def|class)[\s\\]+(%b+)" % _BYTES)
_JAVA_TYPE: Final = re.compile(rb"\b(?:class|interface|enum|record)\s+(%b+)" % _BYTES)
_JAVA_FUNCTION: Final = re.compile(rb"(?<![@.])(?<!%b)(%b+)\s*\(" % (_BYTES, _BYTES))

_PATTERNS: Final = {
    **{("python", type_): _PYTHON for type_ in _FUNCTIONS + _TYPES},
    **{("java", type_): _JAVA_TYPE for type_ in _TYPES},
    **{("java", type_): _JAVA_FUNCTION for type_ in _FUNCTIONS},
}
"""What a definition looks like, its name as the group; a name that is not there, as a lambda's, is not found."""


class Words(NamedTuple):
    """The names and numbers in windows, in order.

    Attributes:
        offsets: int64 [W + 1]; the words of window w are ``offsets[w]`` to ``offsets[w + 1]``.
        first, length: int64 [n] the first root of each, counted over all windows, and how many roots it has.
        name: int64 [n] place of its text among the texts that were asked for, -1 if it is none of them.
    """

    offsets: Longs
    first: Longs
    length: Longs
    name: Longs


class Ranges(NamedTuple):
    """Mentions of each of n tails: those of tail i are ``offsets[i]`` to ``offsets[i + 1]``; [m] rows of ``Words``."""

    offsets: Longs
    word: Longs


def find_words(texts: Iterable[str], encoded: Encoded, tokenizer: CodeTokenizer, names: Sequence[str]) -> Words:
    """All names and numbers of windows, whose texts and roots these are; ``names`` are the texts to tell apart."""
    number = {name: place for place, name in enumerate(names)}
    found = [np.array([number.get(word, NONE) for word in NAME.findall(text)], np.int64) for text in texts]
    bounds = np.append(np.flatnonzero(encoded.word_start), len(encoded.tokens))
    is_name = tokenizer.begins_name[encoded.tokens[bounds[:-1]]]
    first, length = bounds[:-1][is_name], np.diff(bounds)[is_name]
    return Words(
        np.searchsorted(first, encoded.offsets), first, length, np.concatenate([np.zeros(0, np.int64), *found])
    )


def find_definitions(texts: Sequence[bytes], file: Longs, entities: pa.Table) -> Longs:
    """int64 [n] the byte at which the name of each entity stands in its definition, -1 for none, as of a lambda.

    Args:
        texts: UTF-8 of the files.
        file: [n] row of the file that defines each entity, -1 for none.
        entities: columns type, name, language, start, end; [n] rows.
    """
    placed = np.flatnonzero(file >= 0)
    rows = entities.select(["type", "name", "language", "start", "end"]).take(pa.array(placed))
    columns = (column.to_pylist() for column in rows.columns)
    byte = np.full(len(file), NONE)
    byte[placed] = [
        _defined_at(texts[row], *entity) for row, *entity in zip(file[placed].tolist(), *columns, strict=True)
    ]
    return byte


def _defined_at(text: bytes, type_: str, name: str, language: str, start: int, end: int) -> int:
    pattern = _PATTERNS.get((language, type_))
    wanted = name.encode()
    found = pattern.finditer(text, start, end) if pattern else ()
    return next((match.start(1) for match in found if match[1] == wanted), NONE)


def find_tails(words: Words, window: Longs, name: Longs) -> Ranges:
    """For each of n tails the words of its window that spell its name.

    Args:
        words: of all windows.
        window: [n] where to look.
        name: [n] what for: numbers of ``words.name``.
    """
    known = np.flatnonzero(words.name >= 0)
    many = max(int(words.name.max(initial=0)), int(name.max(initial=0))) + 1
    key = row_of(words.offsets)[known] * many + words.name[known]
    order = np.argsort(key, kind="stable")
    low, high = (np.searchsorted(key[order], window * many + name, side) for side in ("left", "right"))
    return Ranges(offsets_of(high - low), known[order[spans(low, high - low)]])
