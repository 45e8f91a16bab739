"""What all features are made of: tokens, syntax and units of the texts of a batch as arrays."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.blocks import Blocks
from codegraft.programs.features.tokens import Tokens
from codegraft.programs.units import CALLS, FUNCTION, NONE, Ints, Mask, Tree, Units
from codegraft.symbols.python.kinds import among

SCALE: Final = 8.0
"""What logarithms of counts are divided by."""

_FAR: Final = np.iinfo(np.int64).max

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[Any]
Columns = dict[str, Numbers]
"""Values of units or blocks, by column; counts are not scaled yet."""
Ratios = Mapping[str, tuple[Numbers, Numbers, float]]
"""Part, whole and unit of columns that are shares."""


def scaled(counts: npt.NDArray[np.generic]) -> Floats:
    """Counts as ``log(1 + count) / 8``."""
    found: Floats = np.log1p(counts.astype(np.float32))
    found /= np.float32(SCALE)
    return found


def share(part: npt.NDArray[np.generic], whole: npt.NDArray[np.generic]) -> Floats:
    """Part by whole, 0 where there is no whole."""
    found: Floats = part.astype(np.float32) / np.maximum(whole, 1).astype(np.float32)
    return found


def shares(pairs: Ratios) -> Columns:
    """Part by whole and unit of each column, 0 where there is no whole."""
    part, whole, unit = zip(*pairs.values(), strict=True)
    found = np.array(part, dtype=np.float64).astype(np.float32)
    found /= np.maximum(np.array(whole, dtype=np.float64), 1).astype(np.float32)
    found /= np.array(unit, dtype=np.float32)[:, None]
    return dict(zip(pairs, found, strict=True))


class Lines:
    """Lines of all texts: where each begins and ends, and the block and first token of each, -1 for none."""

    def __init__(self, facts: "Facts") -> None:
        breaks = (facts.bytes == ord("\n")).nonzero()[0]
        starts = np.concatenate(([0], breaks[:-1] + 1))
        last = breaks.searchsorted(facts.offsets[1:] - 1)
        joins = (starts[last] == breaks[last]) & (starts[last] > facts.offsets[:-1])
        kept = np.ones(len(breaks), dtype=np.bool_)
        kept[last[joins]] = False  # only the line feed that joins texts
        self.start: Ints = starts[kept]
        self.end: Ints = breaks[kept]
        self.after: Ints = facts.tokens.start.searchsorted(self.start)
        following = np.concatenate((facts.tokens.start, [_FAR]))[self.after]
        inside = following < self.end
        self.token: Ints = np.where(inside, self.after, NONE)
        self.first: Ints = np.where(inside, following, self.start)
        self.block = facts.blocks.holding(np.minimum(self.first, np.maximum(self.end - 1, self.start)))
        self.length: Ints = self.end - self.start
        self.indent: Ints = self.first - self.start


class Facts:
    """Texts with their tokens, syntax and units.

    Attributes:
        offsets: [texts + 1] where each text begins in all of them joined by line feeds; the last is the end.
        bytes: all texts joined.
        text_of: [n] the text of each unit; ``block_text`` [b] that of each block.
        block: [t] the innermost block of each token; ``node_block`` [m] that of each node of the syntax.
        above: [m] kind of the parent of each node of the syntax; that of roots is their own.
    """

    def __init__(
        self, texts: Sequence[bytes], languages: Sequence[str], offsets: Ints, tokens: Tokens, tree: Tree, units: Units
    ) -> None:
        self.texts, self.languages, self.offsets = texts, languages, offsets
        self.tokens, self.tree, self.units = tokens, tree, units
        self.bytes = np.frombuffer(b"".join(text + b"\n" for text in texts), dtype=np.uint8)
        self.blocks = Blocks(units)
        self.block = self.blocks.holding(tokens.start)
        self.node_block = self.blocks.holding(tree.start)
        self.text_of: Ints = np.arange(len(texts)).repeat(units.first[1:] - units.first[:-1])
        self.block_text: Ints = self.text_of[self.blocks.row]
        self.above = tree.kind[np.maximum(tree.parent, 0)]
        self.lines = Lines(self)

    @cached_property
    def follows(self) -> Mask:
        """[t - 1] whether each token but the first is of the text of the one before it."""
        text = self.offsets.searchsorted(self.tokens.start, side="right")
        found: Mask = text[1:] == text[:-1]
        return found

    @cached_property
    def node_depth(self) -> Ints:
        """[m] nodes of the syntax around each node."""
        ended = np.sort(self.tree.end).searchsorted(self.tree.start, side="right")
        found: Ints = np.maximum(np.arange(len(ended)) - ended, 0)
        return found

    def depth(self, *kinds: str) -> Ints:
        """[t] how many nodes of some kinds each token stands in."""
        chosen = among(self.tree.kind, *kinds).nonzero()[0]
        tokens, number = self.tokens.start, len(self.tokens.start)
        opened = np.bincount(tokens.searchsorted(self.tree.start[chosen]), minlength=number + 1)
        opened -= np.bincount(tokens.searchsorted(self.tree.end[chosen]), minlength=number + 1)
        found: Ints = opened.cumsum()[:number]
        return found

    @cached_property
    def parameters(self) -> Ints:
        """Name nodes that are parameters of functions."""
        kind, parent = self.tree.kind, self.tree.parent
        names = among(kind, "name").nonzero()[0]
        above = np.maximum(parent[names], 0)
        holder = np.maximum(parent[above], 0)
        wrapped, held = kind[above], kind[holder]
        direct = among(wrapped, "parameters")
        once = among(wrapped, "default", "typed", "splat", "splat2") & among(held, "parameters")
        twice = among(wrapped, "splat", "splat2") & among(held, "typed")
        twice &= among(kind[np.maximum(parent[holder], 0)], "parameters")
        found: Ints = names[direct | ((once | twice) & (names == above + 1))]
        return found

    @cached_property
    def repeated(self) -> tuple[Ints, Ints]:
        """Tokens that have an equal before them in a block around them, and the innermost such block."""
        order = np.sort((self.tokens.known << 32) | np.arange(len(self.block)))
        equal = (order[1:] >> 32 == order[:-1] >> 32).nonzero()[0]
        token, before = order[equal + 1] & 0xFFFFFFFF, order[equal] & 0xFFFFFFFF
        block = self.blocks.block_around(self.block[token], self.tokens.start[before])
        inside = block >= 0
        return token[inside], block[inside]

    @cached_property
    def functions(self) -> Ints:
        """Blocks that are functions."""
        found: Ints = (self.units.kind[self.blocks.row] == FUNCTION).nonzero()[0]
        return found

    @cached_property
    def recursive(self) -> Mask:
        """[b] blocks that call themselves."""
        source, target, kind = self.units.edges
        found = np.zeros(len(self.units.kind), dtype=np.bool_)
        found[source[(kind == CALLS) & (source == target)]] = True
        return found[self.blocks.row]

    @cached_property
    def edges_of_text(self) -> Ints:
        """[texts] edges of each."""
        return np.bincount(self.text_of[self.units.edges[0]], minlength=len(self.texts))

    @cached_property
    def sharing(self) -> Ints:
        """[n] units of the text that have the name of each."""
        numbers: dict[tuple[int, bytes], int] = {}
        named = zip(self.text_of.tolist(), self.units.name, strict=True)
        place = np.array([numbers.setdefault(key, len(numbers)) for key in named], dtype=np.int64)
        found: Ints = np.bincount(place)[place]
        return found
