"""What all parts of the features are computed from: the texts of a batch as arrays."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.programs.features.blocks import Blocks, Counts
from codegraft.programs.features.tokens import Tokens
from codegraft.programs.features.vocabulary import CLASSES, DECISIONS, WORDS
from codegraft.programs.units import NONE, Ints, Tree, Units
from codegraft.symbols.python.kinds import KINDS, among

SCALE: Final = 8.0
"""What logarithms of counts are divided by."""

Floats = npt.NDArray[np.float32]
Numbers = npt.NDArray[Any]
Columns = dict[str, Numbers]
"""Values of units or blocks, by column; counts are not scaled yet."""


def scaled(counts: npt.NDArray[np.generic]) -> Floats:
    """Counts as ``log(1 + count) / 8``."""
    found: Floats = np.log1p(counts.astype(np.float32))
    found /= np.float32(SCALE)
    return found


def share(part: npt.NDArray[np.generic], whole: npt.NDArray[np.generic]) -> Floats:
    """Part by whole, 0 where there is no whole."""
    found: Floats = part.astype(np.float32) / np.maximum(whole, 1).astype(np.float32)
    return found


def shares(pairs: Mapping[str, tuple[Numbers, Numbers, float]]) -> Columns:
    """Part by whole and unit of each column, 0 where there is no whole."""
    part, whole, unit = zip(*pairs.values(), strict=True)
    found = np.array(part, dtype=np.float64).astype(np.float32)
    found /= np.maximum(np.array(whole, dtype=np.float64), 1).astype(np.float32)
    found /= np.array(unit, dtype=np.float32)[:, None]
    return dict(zip(pairs, found, strict=True))


class Lines:
    """Lines of all texts: where each begins and ends, and the block and first token of each, -1 for none."""

    def __init__(self, facts: "Facts") -> None:
        breaks = np.flatnonzero(facts.bytes == ord("\n"))
        starts = np.concatenate([[0], breaks[:-1] + 1])
        last = np.searchsorted(breaks, facts.offsets[1:] - 1)
        joins = (starts[last] == breaks[last]) & (starts[last] > facts.offsets[:-1])
        kept = np.ones(len(breaks), dtype=np.bool_)
        kept[last[joins]] = False  # only the line feed that joins texts
        self.start: Ints = starts[kept]
        self.end: Ints = breaks[kept]
        token = np.searchsorted(facts.tokens.start, self.start)
        padded = np.append(facts.tokens.start, np.iinfo(np.int64).max)
        inside = padded[token] < self.end
        self.token: Ints = np.where(inside, token, NONE)
        self.first: Ints = np.where(inside, padded[token], self.start)
        self.block = facts.blocks.holding(np.minimum(self.first, np.maximum(self.end - 1, self.start)))
        self.length: Ints = self.end - self.start
        self.indent: Ints = self.first - self.start


class Facts:
    """Texts with their tokens, syntax, units, and counts by block.

    Attributes:
        offsets: [texts + 1] where each text begins in all of them joined by line feeds; the last is the end.
        bytes: all texts joined.
        block: [t] the innermost block of each token; ``node_block`` [m] that of each node of the syntax.
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

    @cached_property
    def lines(self) -> Lines:
        """Lines of all texts."""
        return Lines(self)

    @cached_property
    def text_of(self) -> Ints:
        """[n] the text of each unit."""
        return np.repeat(np.arange(len(self.texts)), np.diff(self.units.first))

    @cached_property
    def follows(self) -> "npt.NDArray[np.bool_]":
        """[t - 1] whether each token but the first is of the text of the one before it."""
        text = np.searchsorted(self.offsets, self.tokens.start, side="right")
        found: npt.NDArray[np.bool_] = text[1:] == text[:-1]
        return found

    @cached_property
    def token_count(self) -> Counts:
        """[b] tokens."""
        return self.total(self.block)

    @cached_property
    def line_count(self) -> Counts:
        """[b] lines."""
        return self.total(self.lines.block)

    def total(self, block: Ints) -> Counts:
        """[b] how many of some things each block holds, from the innermost block of each thing."""
        return self.blocks.summed(np.bincount(block, minlength=len(self.blocks)))

    def totals(self, things: Mapping[str, Ints]) -> Columns:
        """[b] of each of some things how many each block holds, from the innermost block of each."""
        own = np.array([np.bincount(block, minlength=len(self.blocks)) for block in things.values()])
        return dict(zip(things, self.blocks.summed(own.T).T, strict=True))

    def sums(self, block: Ints, weights: npt.NDArray[np.generic]) -> npt.NDArray[np.float64]:
        """[b] sums of the weights of some things in each block; whole numbers stay exact."""
        own = np.bincount(block, weights=weights, minlength=len(self.blocks))
        total = np.concatenate([[0.0], np.cumsum(own)])
        found: npt.NDArray[np.float64] = total[self.blocks.stop] - total[:-1]
        return found

    def counted(self, block: Ints, code: Ints, width: int) -> Counts:
        """[b, width] how many of some things each block holds, by code; codes below 0 do not count."""
        return self.blocks.summed(self.blocks.counted(block, code, width))

    @cached_property
    def words(self) -> Counts:
        """[b, words + 1] tokens by code of ``vocabulary.CODES``."""
        return self.counted(self.block, self.tokens.word, len(WORDS) + 1)

    @cached_property
    def classes(self) -> Counts:
        """[b, classes] tokens by class."""
        return self.counted(self.block, self.tokens.kind, len(CLASSES))

    @cached_property
    def nodes(self) -> Counts:
        """[b, kinds] nodes of the syntax by kind."""
        return self.counted(self.node_block, self.tree.kind.astype(np.int64), len(KINDS))

    @cached_property
    def lengths(self) -> npt.NDArray[np.float64]:
        """[2, b, classes] bytes of tokens by class, and their squares added up."""
        width, exact = len(CLASSES), self.tokens.length.astype(np.float64)
        place = self.block * width + self.tokens.kind
        own = [np.bincount(place, weights, len(self.blocks) * width) for weights in (exact, exact * exact)]
        total = np.zeros((2, len(self.blocks) + 1, width))
        np.cumsum(np.array(own).reshape(2, -1, width), axis=1, out=total[:, 1:])
        found: npt.NDArray[np.float64] = total[:, self.blocks.stop] - total[:, :-1]
        return found

    @cached_property
    def functions(self) -> Counts:
        """[b] functions, the block itself included."""
        found: Counts = self.nodes[:, KINDS["function"]]
        return found

    @cached_property
    def decisions(self) -> Counts:
        """[b] branches, loops, handlers, ``and`` and ``or``."""
        found: Counts = self.words[:, DECISIONS].sum(axis=1)
        return found

    @cached_property
    def node_depth(self) -> Ints:
        """[m] nodes of the syntax around each node."""
        ended = np.searchsorted(np.sort(self.tree.end), self.tree.start, side="right")
        found: Ints = np.maximum(np.arange(len(self.tree.start)) - ended, 0)
        return found

    @cached_property
    def _bounds(self) -> tuple[Ints, Ints]:
        """[m] the first token in each node of the syntax, and the first after it."""
        tokens = self.tokens.start
        return np.searchsorted(tokens, self.tree.start), np.searchsorted(tokens, self.tree.end)

    def depth(self, *kinds: str) -> Ints:
        """[t] how many nodes of some kinds each token stands in."""
        chosen = np.flatnonzero(among(self.tree.kind, *kinds))
        first, after = self._bounds
        number = len(self.tokens.start)
        opened = np.bincount(first[chosen], minlength=number + 1)
        opened -= np.bincount(after[chosen], minlength=number + 1)
        found: Ints = np.cumsum(opened)[:number]
        return found

    @cached_property
    def parameters(self) -> "npt.NDArray[np.bool_]":
        """[m] name nodes that are parameters of functions."""
        tree = self.tree
        above = np.maximum(tree.parent, 0)
        names = among(tree.kind, "name")
        is_first = np.arange(len(tree.kind)) == above + 1
        holder = np.maximum(tree.parent[above], 0)
        outermost = np.maximum(tree.parent[holder], 0)
        wrap = ("default", "typed", "splat", "splat2")
        direct = among(tree.kind[above], "parameters")
        once = among(tree.kind[above], *wrap) & is_first & among(tree.kind[holder], "parameters")
        twice = among(tree.kind[above], "splat", "splat2") & is_first & among(tree.kind[holder], "typed")
        twice &= among(tree.kind[outermost], "parameters")
        found: npt.NDArray[np.bool_] = names & (direct | once | twice)
        return found

    @cached_property
    def _before(self) -> Ints:
        """[t] start of the token before that is equal, -1 for the first."""
        known, number = self.tokens.known, len(self.tokens.known)
        order = np.sort((known << 32) | np.arange(number))
        place = order & 0xFFFFFFFF
        before = np.full(number, NONE, dtype=np.int64)
        same = (order[1:] >> 32) == (order[:-1] >> 32)
        before[place[1:][same]] = self.tokens.start[place[:-1][same]]
        return before

    @cached_property
    def distinct(self) -> Counts:
        """[b, classes] distinct tokens by class: those that have no equal before them in the block."""
        width = len(CLASSES)
        block, before, kind = self.block, self._before, self.tokens.kind
        found = np.zeros(len(self.blocks) * width, dtype=np.int64)
        while len(block):
            new = np.flatnonzero(before < self.blocks.start[block])
            block, before, kind = block[new], before[new], kind[new]
            found += np.bincount(block * width + kind, minlength=len(found))
            block = self.blocks.around[block]
            inside = np.flatnonzero(block >= 0)
            block, before, kind = block[inside], before[inside], kind[inside]
        return found.reshape(-1, width)

    @cached_property
    def names(self) -> tuple[list[bytes], Ints, Ints]:
        """The distinct names of units, [n] the number of each unit's, [n] units of the text that share it."""
        numbers = {name: number for number, name in enumerate(dict.fromkeys(self.units.name))}
        own = np.array([numbers[name] for name in self.units.name], dtype=np.int64)
        _, place, times = np.unique(self.text_of * len(numbers) + own, return_inverse=True, return_counts=True)
        return list(numbers), own, times[place]
