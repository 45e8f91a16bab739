"""Which triples hang on the code, and where."""

from enum import IntEnum
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.corpus import Corpus
from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.naming import naming_words
from codegraft.graphmer.chains.parts import Parts, group_parts
from codegraft.graphmer.chains.ragged import Longs, row_of
from codegraft.kg.splits.model import Part


class Fate(IntEnum):
    """What became of a triple."""

    HUNG = 0
    NAMELESS = 1
    """No window names its head: a repository, a file, a lambda."""
    UNASKED = 2
    """No split learns it, or asks for it, in the window that names its head."""
    CROWDED_OUT = 3
    """Its anchor has as many triples as it may."""
    COPY = 4
    """Its window is held out and copies code of an earlier part."""


class Leaves(NamedTuple):
    """Triples that hang: G rows, by anchor.

    Attributes:
        triple: int64 [G].
        word: int64 [G] the word of the code that names the head.
        part: int8 [G] what each may be used for.
    """

    triple: Longs
    word: Longs
    part: Parts


def hang(material: Material, corpus: Corpus, most: int) -> tuple[Leaves, npt.NDArray[np.int8]]:
    """Hang triples on the words that name their heads.

    Args:
        material: where triples are from.
        corpus: the code.
        most: triples of one part on one anchor.

    Returns:
        What hangs, and int8 [T] the :class:`Fate` of each triple.
    """
    word = naming_words(material, corpus)
    named = np.flatnonzero(word >= 0)
    window = row_of(corpus.words.offsets)[word[named]]
    part = group_parts(material.file_part[corpus.file[window]], material.splits[named])
    fate = np.full(len(word), Fate.NAMELESS, np.int8)
    fate[named] = np.where(part == Part.DROPPED, Fate.UNASKED, Fate.CROWDED_OUT)
    asked = part != Part.DROPPED
    triple, part = named[asked], part[asked]
    anchor = word[triple] * len(Part) + part
    chosen = choose(anchor, material.relation[triple], material.tail[triple], part == Part.TRAIN, most)
    fate[triple[chosen]] = Fate.HUNG
    order = chosen[np.argsort(word[triple[chosen]], kind="stable")]
    return Leaves(triple[order], word[triple[order]], part[order]), fate


def choose(anchor: Longs, relation: Longs, tail: Longs, learned: npt.NDArray[np.bool_], most: int) -> Longs:
    """Rows of the triples that hang, at most ``most`` on an anchor, ascending.

    Each relation gives one triple before any gives its second. Of relations, and of the tails of one relation, that
    comes first which training says least often: so ``len`` and ``str``, which say little, do not crowd out the rest.

    Args:
        anchor, relation, tail: [n] numbers.
        learned: [n] whether training learns the triple; only those are counted.
        most: on an anchor.
    """
    relations = int(relation.max(initial=0)) + 1
    of_relation = np.bincount(relation[learned], minlength=relations)[relation]
    of_tail = np.bincount(tail[learned], minlength=int(tail.max(initial=0)) + 1)[tail]
    turn = _rank(anchor * relations + relation, of_tail)
    return np.flatnonzero(_rank(anchor, turn * (len(anchor) + 1) + of_relation) < most)


def _rank(group: Longs, key: Longs) -> Longs:
    """[n] the place of each row among those of its group by key, of equal ones by row."""
    order = np.lexsort((key, group))
    size = np.bincount(np.unique(group, return_inverse=True)[1])
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order)) - np.repeat(np.cumsum(size) - size, size)
    return rank
