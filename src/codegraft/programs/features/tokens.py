"""Text -> tokens as columns: one pass of one regular expression that covers every byte, and a table of known tokens."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.vocabulary import CLASS, CLASSES, CODES, KEYWORDS, PUNCTUATION, SYNONYMS

BUCKETS: Final = 64
"""Buckets that parts of names fall into."""

Ints = npt.NDArray[np.int64]

_WORD: Final = rb"[A-Za-z_$\x80-\xff][\w$\x80-\xff]*+"
_NUMBER: Final = rb"0[xXbBoO][\da-fA-F_]++[lLnN]?|\.?\d[\d_]*+(?:\.[\d_]*+)?(?:[eE][+-]?\d++)?[jJlLfFdDnN]?"
_LINE_STRING: Final = rb'"(?:[^"\\\n]|\\[\s\S])*+"?|' rb"'(?:[^'\\\n]|\\[\s\S])*+'?"
_TRIPLE: Final = rb'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"""|\\?\Z)|' rb"'''(?:[^'\\]|\\[\s\S]|'(?!''))*+(?:'''|\\?\Z)"
_TEXT_BLOCK: Final = rb'"""(?:[^"\\]|\\[\s\S]|"(?!""))*+(?:"""|\\?\Z)'
_BACKTICKS: Final = rb"`(?:[^`\\]|\\[\s\S])*+`?"
_HASH: Final = rb"#[^\n]*+"
_SLASHES: Final = rb"//[^\n]*+|/\*[\s\S]*?(?:\*/|\Z)"
_BLANK: Final = rb"\s++"
_REST: Final = rb"[\s\S]"

_PYTHON: Final = (
    rb"->|:=|\.\.\.|\*\*=?|//=?|<<=?|>>=?|<>|[-+*/%&|^@!=<>]=?",
    (_WORD, _BLANK, rb"[()\[\],]", _TRIPLE, _LINE_STRING, _HASH, _NUMBER),
)
_BRACES: Final = (
    rb"->|=>|::|\.\.\.|\+\+|--|&&|\|\||\?\?|\?\.|[!=]==|\*\*|<<=?|>>>?=?|[-+*/%&|^!=<>]=?",
    (_WORD, _BLANK, rb"[()\[\],;{}]", _SLASHES, _TEXT_BLOCK, _LINE_STRING, _BACKTICKS, _NUMBER),
)


def _pattern(operators: bytes, first: Sequence[bytes]) -> "re.Pattern[bytes]":
    return re.compile(b"|".join((*first, operators, _REST)))


PATTERNS: Final = {
    "python": _pattern(*_PYTHON),
    "java": _pattern(*_BRACES),
    "javascript": _pattern(*_BRACES),
    "typescript": _pattern(*_BRACES),
}
"""By language; every byte of a text belongs to one match."""

_PARTS: Final = re.compile(rb"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+|[\x80-\xff]+")
_QUOTES: Final = frozenset(b"\"'`")
_COMMENTS: Final = frozenset(b"#/")
_BLANKS: Final = frozenset(b" \t\n\r\f\v")
_DIGITS: Final = frozenset(b"0123456789")
_LETTERS: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_$")
_OPERATOR: Final = frozenset(b"-+*/%&|^@!=<>~?:")
_PUNCTUATION: Final = frozenset(word.encode() for word in PUNCTUATION)
_DOT: Final = ord(".")
_COMMENT_SHORT: Final = CLASS["comment_short"]
_COMMENT_LONG: Final = CLASS["comment_long"]
_NONE: Final = -1
_KEYWORDS: Final = frozenset(word.encode() for word in (*KEYWORDS, *(word for word in SYNONYMS if word.isalpha())))
_LARGE, _HUGE = 1_000, 1_000_000
_LONG_STRING, _LONG_COMMENT, _LONG_NAME = 40, 40, 24
_FEW: Final = 1 << 12
_MOST_KNOWN: Final = 1 << 17


class Tokens(NamedTuple):
    """Tokens of some texts, one after the other, but white space.

    Attributes:
        start, length: [t] bytes of all texts joined.
        known: [t] number that equal tokens share; strings and comments share one by their class.
        word: [t] code of ``vocabulary.CODES``, or 0.
        kind: [t] code of ``vocabulary.CLASSES``.
        bucket: [t] the hash bucket of the whole token, 0 to ``BUCKETS`` - 1.
        parts: [t] buckets of a name's first and of its last part, -1 for other tokens.
    """

    start: Ints
    length: Ints
    known: Ints
    word: Ints
    kind: Ints
    bucket: Ints
    parts: tuple[Ints, Ints]


class _Numbers(dict[bytes, int]):
    """Numbers of tokens, given when first asked for; ``rows`` [known] say what each token is."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = [(0, code, crc32(name.encode()) % BUCKETS, _NONE, _NONE) for code, name in enumerate(CLASSES)]

    def __missing__(self, token: bytes) -> int:
        """Strings and comments are known by their class alone, and white space is nothing."""
        first = token[0]
        if first in _QUOTES:
            return _string_class(token)
        if token not in CODES:
            if first in _COMMENTS and len(token) > 1:
                return _COMMENT_LONG if len(token) > _LONG_COMMENT else _COMMENT_SHORT
            if first in _BLANKS:
                return self.setdefault(token, _NONE)
        self.rows.append(_row(token))
        return self.setdefault(token, len(self.rows) - 1)


class Lexicon:
    """What tokens say, worked out once for each. Forgets when it knows too many; no answer depends on earlier ones."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._numbers = _Numbers()
        self._columns = np.empty((5, _FEW), dtype=np.int64)
        self._filled = 0

    def read(self, texts: Sequence[tuple[str, bytes]], offsets: Ints) -> Tokens:
        """Tokens of texts, each with its language, that begin at ``offsets`` of all texts joined."""
        if len(self._numbers) > _MOST_KNOWN:
            self._forget()
        starts, lengths, known = [], [], []
        for (language, text), offset in zip(texts, offsets.tolist(), strict=True):
            found = PATTERNS[language].findall(text)
            length = np.fromiter(map(len, found), np.int64, len(found))
            starts.append(np.cumsum(length) - length + offset)
            lengths.append(length)
            known.append(np.fromiter(map(self._numbers.__getitem__, found), np.int64, len(found)))
        number = np.concatenate(known)
        said = number != _NONE
        number = number[said]
        word, kind, bucket, first, last = self._table()
        return Tokens(
            np.concatenate(starts)[said],
            np.concatenate(lengths)[said],
            number,
            word[number],
            kind[number],
            bucket[number],
            (first[number], last[number]),
        )

    def _table(self) -> Ints:
        """[5, known or more] word, class, bucket, buckets of the first and last part; room doubles as it is needed."""
        rows, filled = self._numbers.rows, self._filled
        if len(rows) > self._columns.shape[1]:
            room = np.empty((5, 2 * len(rows)), dtype=np.int64)
            room[:, :filled] = self._columns[:, :filled]
            self._columns = room
        if len(rows) > filled:
            self._columns[:, filled : len(rows)] = np.array(rows[filled:], dtype=np.int64).T
            self._filled = len(rows)
        return self._columns


def _row(token: bytes) -> tuple[int, int, int, int, int]:
    """Word, class, bucket, buckets of the first and last part of a token that is no string, comment or white space."""
    first = token[0]
    word = CODES.get(token, 0)
    bucket = crc32(token) % BUCKETS
    if _is_letter(first):
        if token in _KEYWORDS:
            return word, CLASS["keyword"], bucket, _NONE, _NONE
        parts = _PARTS.findall(token)
        ends = (crc32(parts[0].lower()) % BUCKETS, crc32(parts[-1].lower()) % BUCKETS) if parts else (_NONE, _NONE)
        return word, _name_class(token), bucket, *ends
    if first in _DIGITS or (first == _DOT and len(token) > 1 and token[1] in _DIGITS):
        return word, _number_class(token), bucket, _NONE, _NONE
    kind = "punctuation" if token in _PUNCTUATION else "operator" if first in _OPERATOR else "other"
    return word, CLASS[kind], bucket, _NONE, _NONE


def _is_letter(first: int) -> bool:
    return first >= 128 or first in _LETTERS


def _string_class(token: bytes) -> int:
    """Class of a string literal, which starts with its quote."""
    quote = token[:1]
    if token[:3] == quote * 3 and len(token) > 2:
        return CLASS["string_triple"]
    if b"\\" in token:
        return CLASS["string_escaped"]
    inside = len(token) - 2
    if inside > 1:
        return CLASS["string_long"] if inside > _LONG_STRING else CLASS["string_short"]
    return CLASS["string_one"] if inside > 0 else CLASS["string_empty"]


def _name_class(token: bytes) -> int:
    """Class of a name by its style; the first that fits."""
    bare = token.strip(b"_")
    if len(token) > _LONG_NAME:
        style = "long"
    elif len(token) == 1:
        style = "single"
    elif token.startswith(b"__") and token.endswith(b"__"):
        style = "dunder"
    elif token.startswith(b"_"):
        style = "private"
    elif any(byte in _DIGITS for byte in token):
        style = "with_digit"
    elif bare.isupper():
        style = "upper"
    elif bare.islower():
        style = "snake" if b"_" in bare else "lower"
    else:
        style = "camel" if bare[:1].islower() else "pascal"
    return CLASS[f"name_{style}"]


def _number_class(token: bytes) -> int:
    """Class of a number literal by its value."""
    plain = token.replace(b"_", b"").rstrip(b"lLnN")
    if not plain.isdigit():
        based = plain[:1] == b"0" and plain[1:2] in b"xXbBoO" and len(plain) > 1
        return CLASS["number_other_base" if based else "number_float"]
    if len(plain) > len(str(_HUGE)):
        return CLASS["number_huge"]
    value = int(plain)
    exact = {0: "zero", 1: "one", 2: "two", 10: "ten"}.get(value)
    if exact is None:
        exact = "small" if value < _LARGE else "large" if value < _HUGE else "huge"
    return CLASS[f"number_{exact}"]
