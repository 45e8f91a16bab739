"""What the encoder is asked for and what it may see of each window, drawn anew in each epoch.

Roots: spans of whole words (:mod:`~codegraft.graphmer.batches.word_spans`); of ten spans eight become [MASK], one
random tokens, one stays. Leaves: a share of the groups, each with its whole tail. Nothing else may tell the tail: its
mentions among the roots become [MASK], and a visible group is left out whose tail has the last part of its name for a
part of its own, whatever its head (``DatasetInfo.features`` tells ``Mixin.features``, and ``Repo.git`` tells ``Repo``),
or that joins the same two entities the other way round.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.batches.batch import Shape
from codegraft.graphmer.batches.draws import Draws, Purpose, below, happens
from codegraft.graphmer.batches.runs import number_in, sums_in
from codegraft.graphmer.batches.word_spans import SpanLaw, draw_spans, span_law
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import lengths, offsets_of, places, row_of, spans
from codegraft.graphmer.chains.specials import DOT, MASK, SPECIALS

Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_MASKED: Final = 0.8
_MASKED_OR_RANDOM: Final = 0.9


class Masked(NamedTuple):
    """Windows as the encoder sees them in an epoch. R roots in all.

    Attributes:
        tokens: int64 [R], of the roots.
        asked: bool [R], which roots are to be recovered.
        groups: int64 [G], ascending; places of the groups that are there, visible or not.
        hidden: bool [G], which of them are to be recovered.
    """

    tokens: Longs
    asked: Flags
    groups: Longs
    hidden: Flags


@dataclass(frozen=True)
class Masker:
    """Draws what is masked.

    Attributes:
        shape: of the batches; a window takes no more than a row has.
        vocabulary: tokens there are; random ones are drawn from those that are not special.
        mlm_rate: share of the words that are asked for.
        mnm_rate: share of the groups that are asked for.
        visible_leaves: whether groups that are not asked for hang on the code too. Without them the encoder reads code
            alone, and leaves are only where it answers.
    """

    shape: Shape
    vocabulary: int
    mlm_rate: float
    mnm_rate: float
    visible_leaves: bool

    def mask(self, chains: Chains, draws: Draws) -> Masked:
        """These windows in an epoch; of each, a function of its own row, the seed and the epoch alone."""
        window = row_of(chains.group_offsets)
        word = draws.uniform(Purpose.GROUP, chains.window[window], chains.triple)[0]
        order = np.lexsort((word, window))
        drawn = happens(word[order], self.mnm_rate) & (number_in(window[order]) < self.shape.masked_groups)
        groups, hidden = self._groups(chains, order, drawn)
        tokens, asked = self._roots(chains, draws)
        tokens[_mentions(chains, groups[hidden])] = MASK
        return Masked(tokens, asked, groups, hidden)

    def ask(self, chains: Chains, hidden: Flags) -> Masked:
        """These windows when these groups [G] of theirs are asked for, and no root is."""
        order = np.lexsort((~hidden, row_of(chains.group_offsets)))
        groups, asked = self._groups(chains, order, hidden[order])
        tokens = chains.tokens.astype(np.int64)
        tokens[_mentions(chains, groups[asked])] = MASK
        return Masked(tokens, np.zeros(len(tokens), np.bool_), groups, asked)

    @cached_property
    def _spans(self) -> SpanLaw:
        return span_law(self.mlm_rate)

    def _roots(self, chains: Chains, draws: Draws) -> tuple[Longs, Flags]:
        tokens, asked = chains.tokens.astype(np.int64), np.zeros(len(chains.tokens), np.bool_)
        drawn = draw_spans(chains, draws, self._spans, self.shape.masked_tokens)
        place = spans(drawn.start, drawn.length)
        window, fate = np.repeat(drawn.window, drawn.length), np.repeat(drawn.fate, drawn.length)
        ordinary = tokens[place] >= SPECIALS
        place, window, fate = place[ordinary], window[ordinary], fate[ordinary]
        asked[place] = True
        word = draws.uniform(Purpose.REPLACEMENT, chains.window[window], place - chains.root_offsets[window])[0]
        random = SPECIALS + below(word, self.vocabulary - SPECIALS)
        kept = np.where(happens(fate, _MASKED_OR_RANDOM), random, tokens[place])
        tokens[place] = np.where(happens(fate, _MASKED), MASK, kept)
        return tokens, asked

    def _groups(self, chains: Chains, order: Longs, drawn: Flags) -> tuple[Longs, Flags]:
        """Places of the groups that are there, and which are hidden: of each window as many as there is room for.

        Args:
            chains: of G groups.
            order: int64 [G] of the groups, window by window, those that are hidden first.
            drawn: bool [G] which of them are, in this order.
        """
        window = row_of(chains.group_offsets)[order]
        there = drawn | (~_answers(chains, order, window, drawn) & self.visible_leaves)
        there &= self._fits(chains, order, window, drawn, there)
        hidden, present = np.zeros(len(order), np.bool_), np.zeros(len(order), np.bool_)
        hidden[order], present[order] = drawn, there
        groups = np.flatnonzero(present)
        return groups, hidden[groups]

    def _fits(self, chains: Chains, group: Longs, window: Longs, hidden: Flags, there: Flags) -> Flags:
        """Which groups find room in a row, when those before them took theirs."""
        leaves = np.where(hidden, self.shape.tail_slots, np.diff(chains.tail_offsets)[group]) * there
        roots = np.diff(chains.root_offsets)[window]
        fits: Flags = roots + sums_in(window, leaves) <= self.shape.length
        return fits & (sums_in(window, there.astype(np.int64)) <= self.shape.groups)


def _answers(chains: Chains, group: Longs, window: Longs, hidden: Flags) -> Flags:
    """Which groups name the tail of a hidden group of their window, or have its two entities."""
    head, tail = chains.head_entity[group], chains.tail_entity[group]
    same_pair = _as_hidden(hidden, window, np.minimum(head, tail), np.maximum(head, tail))
    offsets, parts = _name_parts(chains, group)
    owner, own = row_of(offsets), np.zeros(len(parts), np.bool_)
    own[offsets[1:][hidden] - 1] = True
    names_it = _as_hidden(own, window[owner], *parts.T)
    told: Flags = np.bincount(owner[names_it], minlength=len(group)) > 0
    return same_pair | told


def _name_parts(chains: Chains, group: Longs) -> tuple[Longs, npt.NDArray[np.int32]]:
    """What is between the dots of these groups' tails: offsets [G + 1] of P parts, and [P, longest] tokens, then -1."""
    tokens = chains.tail_tokens[places(chains.tail_offsets, group)]
    owner, dots = np.repeat(np.arange(len(group)), lengths(chains.tail_offsets, group)), tokens == DOT
    offsets = offsets_of(1 + np.bincount(owner[dots], minlength=len(group)))
    part = (offsets[owner] + sums_in(owner, dots.astype(np.int64)))[~dots]
    place = number_in(part)
    parts = np.full((offsets[-1], place.max(initial=-1) + 1), -1, np.int32)
    parts[part, place] = tokens[~dots]
    return offsets, parts


def _as_hidden(hidden: Flags, *keys: npt.NDArray[Any]) -> Flags:
    """Which rows are hidden or have all keys of one that is. ``keys``: [n] each."""
    order = np.lexsort(keys)
    differs = np.zeros(max(len(order) - 1, 0), np.bool_)
    for key in keys:
        differs |= key[order][1:] != key[order][:-1]
    kind = np.zeros(len(order), np.int64)
    kind[order] = np.cumsum(np.append(False, differs))[: len(order)]
    told: Flags = np.bincount(kind[hidden], minlength=len(kind))[kind] > 0
    return told


def _mentions(chains: Chains, groups: Longs) -> Longs:
    """Places, among all roots, of the tokens that name the tails of these groups."""
    mention = places(chains.mention_offsets, groups)
    window = row_of(chains.group_offsets)[row_of(chains.mention_offsets)[mention]]
    start = chains.mention_start[mention].astype(np.int64)
    return spans(chains.root_offsets[window] + start, chains.mention_stop[mention] - start)
