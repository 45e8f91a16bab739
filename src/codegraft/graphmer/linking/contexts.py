"""The code beside what a question asks for: tokens around its mentions and around the name of the known entity.

What the code says of the answer itself is hidden: every token that spells the last part of its name, wherever it stands
in the window. A question whose known entity no window names has no context, and neither has one that asks for a head.
"""

from typing import Final, NamedTuple

import numpy as np

from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import places, row_of, spans
from codegraft.graphmer.chains.specials import PAD, SPECIALS
from codegraft.graphmer.linking.graph import Flags, Longs

REACH: Final = 8
"""Tokens on each side of a mention."""

MENTIONS: Final = 3
"""Mentions of an answer that are read at most: the first ones."""


class Context(NamedTuple):
    """Tokens on both sides of G groups' mentions, nearest first; PAD where there is none.

    Attributes:
        before, after: int64 [G, MENTIONS + 1, REACH]; the last row is around the name of the known entity.
    """

    before: Longs
    after: Longs


class Contexts:
    """Contexts of triples, by the window in which each hangs.

    Args:
        chains: windows with the triples that hang in them, of all parts.
        triples: T, how many triples the graph has.
    """

    def __init__(self, chains: Chains, triples: int) -> None:
        self._chains = chains
        self._window = row_of(chains.group_offsets)
        self.group = np.full(triples, -1)
        # A triple that hangs in several windows is read in the first.
        self.group[chains.triple[::-1]] = np.arange(len(chains.triple))[::-1]

    def of(self, triples: Longs) -> Context:
        """Contexts of these triples; -1, and what hangs nowhere, has none."""
        before = np.full((len(triples), MENTIONS + 1, REACH), PAD, np.int64)
        after = before.copy()
        hung = np.flatnonzero(self.hangs(triples))
        before[hung], after[hung] = self._around(self.group[triples[hung]])
        return Context(before, after)

    def hangs(self, triples: Longs) -> Flags:
        """bool [t] which of these triples hang in a window; -1 is none."""
        hung: Flags = (triples >= 0) & (self.group[triples] >= 0)
        return hung

    def window(self, triples: Longs) -> Longs:
        """int64 [t] the places of their windows among the chains."""
        window: Longs = self._window[self.group[triples]]
        return window

    def mentioned(self, triples: Longs) -> Flags:
        """bool [t] whether the window of each triple spells the name of its tail."""
        offsets, group = self._chains.mention_offsets, self.group[triples]
        spelled: Flags = self.hangs(triples) & (offsets[group + 1] > offsets[group])
        return spelled

    def _around(self, group: Longs) -> tuple[Longs, Longs]:
        chains, first = self._chains, self._chains.mention_offsets[group]
        window = self._window[group]
        begin, end = chains.root_offsets[window], chains.root_offsets[window + 1]
        number = np.diff(chains.mention_offsets)[group]
        mention = np.minimum(first[:, None] + np.arange(MENTIONS), len(chains.mention_start) - 1)
        there = np.arange(MENTIONS) < number[:, None]
        anchor = chains.anchor[group].astype(np.int64)[:, None]
        start = np.append(chains.mention_start[mention], anchor, axis=1) + begin[:, None]
        stop = np.append(chains.mention_stop[mention], anchor + chains.head_length[group][:, None], axis=1)
        there = np.append(there, np.ones_like(anchor, bool), axis=1)
        step = np.arange(REACH)
        before = start[:, :, None] - 1 - step
        after = stop[:, :, None] + begin[:, None, None] + step
        inside = (before >= begin[:, None, None]) & there[:, :, None], (after < end[:, None, None]) & there[:, :, None]
        return self._read(group, before, inside[0]), self._read(group, after, inside[1])

    def _read(self, group: Longs, root: Longs, inside: Flags) -> Longs:
        """Tokens of these roots [G, ...], but PAD for those that are outside or spell the answer."""
        tokens = self._chains.tokens[np.where(inside, root, 0)].astype(np.int64)
        own = np.arange(len(group)).reshape(-1, *[1] * (root.ndim - 1)) * len(self._chains.tokens)
        spells = np.isin(own + root, self._spelling(group))
        return np.where(inside & ~spells & (tokens >= SPECIALS), tokens, PAD)

    def _spelling(self, group: Longs) -> Longs:
        """The roots that spell the answers of these groups, each by its number and that of the group here."""
        chains = self._chains
        mention = places(chains.mention_offsets, group)
        row = np.repeat(np.arange(len(group)), np.diff(chains.mention_offsets)[group])
        start, stop = (ends[mention].astype(np.int64) for ends in (chains.mention_start, chains.mention_stop))
        first = start + chains.root_offsets[self._window[group]][row] + row * len(chains.tokens)
        return spans(first, stop - start)
