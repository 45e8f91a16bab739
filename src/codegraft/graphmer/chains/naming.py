"""Which word of a window names the head of a triple: that is where the triple hangs.

Files are not named, though headings could: what a file defines, its module contains and its classes declare, so that
each of their triples would tell the tail of another.
"""

from typing import Final

import numpy as np

from codegraft.graphmer.chains.corpus import Corpus
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.mentions import NONE
from codegraft.graphmer.chains.ragged import Longs, row_of

_MODULE: Final = 2
"""The file's name stands so many words before the names of the definitions: its suffix is between them."""


def naming_words(material: Material, corpus: Corpus) -> Longs:
    """int64 [T] the word that names the head of each triple, -1 for none.

    In the window whose code says the triple it is the name that the head's definition gives, or that in the heading;
    where the window has neither, it is the name that the definition gives elsewhere.
    """
    definition = np.full(len(material.home), NONE)
    definition[corpus.scopes.entity] = np.arange(len(corpus.scopes.entity))
    defined = corpus.word_at(corpus.scopes.file, corpus.scopes.name)
    window = corpus.holding(material.said_in, material.start)
    defining = _at(defined, definition[material.head])
    in_heading = _heading_words(corpus, window, _from_end(material, corpus, definition[material.head], window))
    said_here = _at(row_of(corpus.words.offsets), defining) == window
    return np.where(said_here | (in_heading == NONE), defining, in_heading)


def _from_end(material: Material, corpus: Corpus, definition: Longs, window: Longs) -> Longs:
    """int64 [T] how many words before its end a window's heading names each head, 0 if it does not.

    Its last words are the names of the definitions around the code, outermost first. ``definition`` [T]: the head.
    """
    around = _at(corpus.scope, window)
    is_module = material.is_module[material.head] & (material.home[material.head] == _at(corpus.file, window))
    from_end = np.where(is_module, _at(corpus.scopes.depth, around) + 1 + _MODULE, 0)
    for steps in range(1, int(corpus.scopes.depth.max(initial=-1)) + 2):
        from_end[(around == definition) & (around != NONE)] = steps
        around = _at(corpus.scopes.parent, around)
    return from_end


def _heading_words(corpus: Corpus, window: Longs, from_end: Longs) -> Longs:
    """int64 [T] the word that stands so many words before the end of a window's heading, -1 if there is none."""
    there = (window != NONE) & (from_end > 0) & (from_end <= _at(corpus.heading_words, window))
    return np.where(there, _at(corpus.words.offsets[:-1] + corpus.heading_words, window) - from_end, NONE)


def _at(column: Longs, rows: Longs) -> Longs:
    """The values of rows, -1 for the row -1."""
    return np.append(column, NONE)[rows]
