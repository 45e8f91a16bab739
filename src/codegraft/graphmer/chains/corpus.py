"""The code of all files in columns: windows with their headings, and the words in them that name something."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from codegraft.graphmer.chains.headings import Headings, write_headings
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.mentions import Words, find_definitions, find_words
from codegraft.graphmer.chains.ragged import Longs, lengths, offsets_of, row_of, spans
from codegraft.graphmer.chains.scopes import Scopes
from codegraft.graphmer.chains.tokenizer import CodeTokenizer, Encoded
from codegraft.graphmer.chains.windows import Windows, cut_files
from codegraft.kg.splits.model import Part


@dataclass(frozen=True, eq=False)
class Corpus:
    """W windows of F files.

    Attributes:
        scopes: the definitions that have a name.
        file: int64 [W] row of the file of each window, ascending.
        scope: int64 [W] row of the definition around the first byte of its code, -1 for none.
        start: int64 [W] that byte.
        roots: tokens of the windows; those of a heading begin and end at the first byte of the code.
        words: names and numbers in the windows; ``words.name`` is a row of the names that were asked for.
        heading_words: int64 [W] how many of its words are in its heading.
    """

    scopes: Scopes
    file: Longs
    scope: Longs
    start: Longs
    roots: Encoded
    words: Words
    heading_words: Longs

    def holding(self, file: Longs, byte: Longs) -> Longs:
        """[n] the window whose code holds this byte of a file."""
        return np.searchsorted(self.file << 32 | self.start, file << 32 | byte, "right") - 1

    def word_at(self, file: Longs, byte: Longs) -> Longs:
        """[n] the word of the code that begins at this byte of a file."""
        return np.searchsorted(self._word_places, file << 32 | byte, "right") - 1

    @cached_property
    def _word_places(self) -> Longs:
        window = row_of(self.words.offsets)
        return self.file[window] << 32 | self.roots.start[self.words.first].astype(np.int64)


def train_tokenizer(material: Material, vocabulary: int) -> CodeTokenizer:
    """A tokenizer that has seen the code that may be learned from, and nothing else.

    Raises:
        ModelError: the vocabulary is too small.
    """
    learned = material.sources["text"].filter(pa.array(material.file_part == Part.TRAIN))
    return CodeTokenizer.train(learned.to_pylist(), vocabulary)


def read_corpus(material: Material, tokenizer: CodeTokenizer, names: list[str], roots: int) -> Corpus:
    """Divide the code into windows of at most ``roots`` tokens; ``names`` are the texts to tell apart among words."""
    texts = material.sources["text"].to_pylist()
    contents = [text.encode() for text in texts]
    code = tokenizer.encode(texts)
    scopes = Scopes.of(material, find_definitions(contents, material.home, material.entities))
    paths, own = material.sources["path"].to_pylist(), material.entities["name"].to_pylist()
    headings = write_headings(paths, scopes, own, tokenizer, roots // 2)
    file_of_token = row_of(code.offsets)
    scope_of_token = scopes.around(file_of_token, code.start)
    heading_of_token = headings.row(file_of_token, scope_of_token)
    windows = cut_files(contents, code, scopes, roots - lengths(headings.offsets, heading_of_token))
    first = windows.offsets[:-1]
    heading = heading_of_token[first]
    joined = _join(code, windows, headings, heading, tokenizer)
    said = zip(heading.tolist(), _code(contents, code, windows), strict=True)
    words = find_words((headings.texts[row] + text for row, text in said), joined, tokenizer, names)
    begins = joined.offsets[:-1] + lengths(headings.offsets, heading)
    return Corpus(
        scopes=scopes,
        file=windows.file,
        scope=scope_of_token[first],
        start=code.start[first].astype(np.int64),
        roots=joined,
        words=words,
        heading_words=np.searchsorted(words.first, begins) - words.offsets[:-1],
    )


def _code(contents: list[bytes], code: Encoded, windows: Windows) -> Iterator[str]:
    """What each window's code says; a sign that its end cuts in two is the replacement character on both sides."""
    start, end = code.start[windows.offsets[:-1]], code.end[windows.offsets[1:] - 1]
    for file, first, stop in zip(windows.file.tolist(), start.tolist(), end.tolist(), strict=True):
        yield contents[file][first:stop].decode("utf-8", "replace")


def _join(code: Encoded, windows: Windows, headings: Headings, heading: Longs, tokenizer: CodeTokenizer) -> Encoded:
    """The tokens of each window: those of its heading, then its code."""
    before, own = lengths(headings.offsets, heading), np.diff(windows.offsets)
    offsets, first, total = offsets_of(before + own), windows.offsets[:-1], len(headings.tokens)
    runs = np.stack([headings.offsets[heading], first + total], axis=1).ravel()
    source = spans(runs, np.stack([before, own], axis=1).ravel())
    tokens = np.concatenate([headings.tokens, code.tokens])[source]
    in_code = source >= total
    place = np.where(in_code, source - total, first[row_of(offsets)])
    end = np.where(in_code, code.end[place], code.start[place])
    return Encoded(offsets, tokens, code.start[place], end, tokenizer.word_starts(tokens, offsets))
