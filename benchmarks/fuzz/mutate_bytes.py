"""Changes that any file may suffer: bits, pieces, repeats, numbers that lie."""

import random
from collections.abc import Callable, Sequence
from typing import Final

LONGEST: Final = 200_000
"""Bytes of an input."""

_ODD: Final = (0, 1, 0x7F, 0x80, 0xFF)
_NUMBERS: Final = (
    0,
    1,
    0x7F,
    0x80,
    0xFF,
    0x7FFF,
    0xFFFF,
    0x7FFFFFFF,
    0x80000000,
    0xFFFFFFFF,
    1 << 40,
    (1 << 63) - 1,
    (1 << 64) - 1,
)

Change = Callable[[random.Random, bytes], bytes]


def size_of(draws: random.Random, most: int) -> int:
    """A size from 1 on, small ones as often as large ones."""
    return min(most, int(2 ** (draws.random() * most.bit_length())))


def _flip(draws: random.Random, text: bytes) -> bytes:
    at = draws.randrange(len(text))
    return text[:at] + bytes([text[at] ^ 1 << draws.randrange(8)]) + text[at + 1 :]


def _odd_byte(draws: random.Random, text: bytes) -> bytes:
    at = draws.randrange(len(text))
    return text[:at] + bytes([draws.choice(_ODD)]) + text[at + 1 :]


def _delete(draws: random.Random, text: bytes) -> bytes:
    at = draws.randrange(len(text))
    return text[:at] + text[at + size_of(draws, len(text)) :]


def _repeat(draws: random.Random, text: bytes) -> bytes:
    at = draws.randrange(len(text))
    end = at + size_of(draws, len(text))
    return text[:end] + text[at:end] * min(size_of(draws, 1_000), LONGEST // max(end - at, 1)) + text[end:]


def _move(draws: random.Random, text: bytes) -> bytes:
    at, to = draws.randrange(len(text)), draws.randrange(len(text))
    piece = text[at : at + size_of(draws, len(text))]
    return text[:to] + piece + text[to + draws.choice((0, len(piece))) :]


def _cut(draws: random.Random, text: bytes) -> bytes:
    return text[: draws.randrange(len(text))]


def _number(draws: random.Random, text: bytes) -> bytes:
    at, width = draws.randrange(len(text)), draws.choice((1, 2, 4, 8))
    number = (draws.choice(_NUMBERS) + draws.choice((-1, 0, 0, 1))) % (1 << 8 * width)
    return text[:at] + number.to_bytes(width, draws.choice(("little", "big"))) + text[at + width :]


def _noise(draws: random.Random, text: bytes) -> bytes:
    at = draws.randrange(len(text))
    return text[:at] + draws.randbytes(size_of(draws, 64)) + text[at:]


CHANGES: Final[Sequence[Change]] = (_flip, _flip, _odd_byte, _delete, _repeat, _move, _cut, _number, _number, _noise)


def spliced(draws: random.Random, one: bytes, other: bytes) -> bytes:
    """The beginning of one file and the end of another."""
    return one[: draws.randrange(len(one) + 1)] + other[draws.randrange(len(other) + 1) :]


def changed(draws: random.Random, text: bytes, others: Sequence[bytes], most: int = 4) -> bytes:
    """A file with one change or several."""
    for _ in range(draws.randint(1, most)):
        if not text or draws.random() < 0.1:
            text = spliced(draws, text, draws.choice(others))
        else:
            text = draws.choice(CHANGES)(draws, text)
    return text[:LONGEST]
