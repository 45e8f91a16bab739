"""Windows: pieces of a file that hold whole functions and classes where they can.

A file is cut where code is least nested: between its definitions rather than between members of a class, between
members rather than inside a function, and there before the least indented line. From one cut the next is the last of
the least nested within reach, so that short neighbours share a window, and long definitions are divided.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.ragged import Longs
from codegraft.graphmer.chains.scopes import Scopes
from codegraft.graphmer.chains.tokenizer import Encoded
from codegraft.progress import track

_INDENTS: Final = 1 << 16
"""More than a line is indented: how deep definitions nest counts before indentation."""

_CLOSING: Final = np.frombuffer(b")]}", np.uint8)
_BLANK: Final = np.frombuffer(b" \t\r\f\v\n", np.uint8)
_LINE_FEED: Final = ord("\n")


class Windows(NamedTuple):
    """W windows of the tokens of all files.

    Attributes:
        offsets: int64 [W + 1]; the tokens of window w are ``offsets[w]`` to ``offsets[w + 1]``.
        file: int64 [W] row of the file of each, ascending.
    """

    offsets: Longs
    file: Longs


class Cuts(NamedTuple):
    """Bytes at which a file may be cut, ascending, and how nested the code there is."""

    place: Longs
    nesting: Longs


def cut_files(texts: Sequence[bytes], encoded: Encoded, scopes: Scopes, room: Longs) -> Windows:
    """Divide all files into windows.

    Args:
        texts: [F] UTF-8 of the files.
        encoded: their T tokens.
        scopes: the definitions of all files.
        room: [T] most tokens in a window that begins with this token.
    """
    bounds = np.searchsorted(scopes.file, np.arange(len(texts) + 1))
    first: list[int] = []
    owner: list[int] = []
    for row, text in enumerate(track(texts, "windows", unit="file")):
        tokens = slice(*encoded.offsets[row : row + 2].tolist())
        if tokens.start == tokens.stop:
            continue
        own = slice(*bounds[row : row + 2])
        cuts = possible_cuts(text, scopes.start[own], scopes.name[own], scopes.end[own])
        windows = cut_file(cuts, encoded.start[tokens], encoded.word_start[tokens], room[tokens])
        first += [tokens.start + token for token in windows]
        owner += [row] * len(windows)
    return Windows(np.array([*first, len(encoded.tokens)], np.int64), np.array(owner, np.int64))


def possible_cuts(text: bytes, start: Longs, name: Longs, end: Longs) -> Cuts:
    """Where the lines of a file begin to say something.

    Lines that begin by closing a bracket are left out, and those between the start of a definition and its name:
    decorators stay with what they decorate.

    Args:
        text: the file.
        start, name, end: [d] bytes at which its definitions start, give their name, and end.
    """
    signs = np.frombuffer(text, np.uint8)
    said = np.flatnonzero(~np.isin(signs, _BLANK))
    lines = np.append(0, np.flatnonzero(signs == _LINE_FEED) + 1)
    line = np.searchsorted(lines, said, "right") - 1
    first = said[np.flatnonzero(np.diff(line, prepend=-1))]
    started, named, ended = (np.sort(column) for column in (start, name, end))
    inside = np.searchsorted(started, first)
    allowed = ~np.isin(signs[first], _CLOSING) & (inside == np.searchsorted(named, first))
    first, inside = first[allowed], inside[allowed]
    indent = first - lines[np.searchsorted(lines, first, "right") - 1]
    depth = inside - np.searchsorted(ended, first, "right")
    return Cuts(first, depth * _INDENTS + np.minimum(indent, _INDENTS - 1))


def cut_file(
    cuts: Cuts, token_start: npt.NDArray[np.int32], word_start: npt.NDArray[np.bool_], room: Longs
) -> list[int]:
    """The first token of each window of a file that has at least one token.

    A line that alone has no room is cut between words, and a word that alone has none, wherever it must.

    Args:
        cuts: of the file.
        token_start: [t] byte at which each token begins.
        word_start: [t] whether it begins a word.
        room: [t] most tokens in a window that begins with it.
    """
    at = np.searchsorted(token_start, cuts.place)
    windows = [0]
    while len(token_start) - (first := windows[-1]) > (most := int(room[first])):
        low, high = np.searchsorted(at, [first, first + most], "right")
        if low < high:
            nesting = cuts.nesting[low:high]
            windows.append(int(at[high - 1 - np.argmin(nesting[::-1])]))
        else:
            words = np.flatnonzero(word_start[first + 1 : first + most + 1])
            windows.append(first + 1 + int(words[-1]) if len(words) else first + most)
    return windows
