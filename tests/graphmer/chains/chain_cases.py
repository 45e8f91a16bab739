"""Random chains, and the plainest way to mask one window: what the masker promises, said again token by token."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import torch

from codegraft.graphmer.batches.batch import Batch, Shape
from codegraft.graphmer.batches.draws import Law
from codegraft.graphmer.batches.masking import Masker
from codegraft.graphmer.batches.word_spans import span_law
from codegraft.graphmer.chains.chains import Chain, Chains, Leaf
from codegraft.graphmer.chains.specials import DOT, MASK, SPECIALS
from codegraft.kg.splits.model import Part

VOCABULARY = 50
RELATIONS = 5
ENTITIES = 6
SHAPE = Shape(rows=3, length=64, groups=12, masked_tokens=16, masked_groups=4, tail_slots=4, head_tokens=3)


def masker(shape: Shape = SHAPE, mlm_rate: float = 0.15, mnm_rate: float = 0.3, visible_leaves: bool = True) -> Masker:
    return Masker(shape, VOCABULARY, mlm_rate, mnm_rate, visible_leaves)


def random_chains(seed: int, windows: int, roots: int = 40, groups: int = 10, tail_slots: int = 4) -> Chains:
    """Windows of 1 to ``roots`` roots and 0 to ``groups`` triples among few entities, so that pairs come twice."""
    generator = np.random.default_rng(seed)
    names = [_name(generator, int(generator.integers(1, tail_slots + 1))) for _ in range(ENTITIES)]
    first = int(generator.integers(0, 1000))
    chains = []
    for window in range(first, first + windows):
        size = int(generator.integers(1, roots + 1))
        anchors = sorted(generator.integers(0, size, generator.integers(0, groups + 1)).tolist())
        leaves = [_leaf(generator, anchor, size, 100 * window + place, names) for place, anchor in enumerate(anchors)]
        ends = np.cumsum(generator.integers(1, 9, size)).tolist()
        tokens = _tokens(generator, size, least=0)
        word_start = tuple((generator.random(size) < 0.6).tolist())
        chains.append(Chain(window, Part.TRAIN, tokens, (0, *ends[:-1]), tuple(ends), word_start, tuple(leaves)))
    return Chains.pack(chains)


def _leaf(generator: np.random.Generator, anchor: int, roots: int, triple: int, names: list[tuple[int, ...]]) -> Leaf:
    head, tail = generator.integers(0, ENTITIES, 2).tolist()
    starts = sorted(generator.integers(0, roots, generator.integers(0, 3)).tolist())
    return Leaf(
        anchor=anchor,
        head_length=int(generator.integers(1, min(5, roots - anchor) + 1)),
        relation=int(generator.integers(1, RELATIONS + 1)),
        tail=names[tail],
        shortened=False,
        head_entity=head,
        tail_entity=tail,
        triple=triple,
        part=Part.TRAIN,
        splits=(Part.TRAIN,) * 3,
        mentions=tuple((start, int(generator.integers(start, min(start + 4, roots))) + 1) for start in starts),
    )


def _tokens(generator: np.random.Generator, count: int, least: int = SPECIALS) -> tuple[int, ...]:
    """Tokens of which few are below ``SPECIALS``, and none below ``least``."""
    tokens = generator.integers(SPECIALS, VOCABULARY, count)
    return tuple(np.where(generator.random(count) < 0.05, np.maximum(least, tokens % SPECIALS), tokens).tolist())


def _name(generator: np.random.Generator, count: int) -> tuple[int, ...]:
    """Few different tokens, some of them dots, so that parts of names come twice."""
    return tuple(DOT + token % 10 for token in _tokens(generator, count))


def name_parts(tail: tuple[int, ...]) -> list[tuple[int, ...]]:
    """What is between the dots of a name."""
    dots = [-1, *(place for place, token in enumerate(tail) if token == DOT), len(tail)]
    return [tail[before + 1 : dot] for before, dot in pairwise(dots)]


def plain_philox(seed: int, epoch: int, purpose: int, window: int, item: int) -> tuple[int, int, int, int]:
    """Philox4x32-10 on plain numbers."""
    a, b, c, d = item, window, epoch, purpose
    low, high = seed % 2**32, seed // 2**32
    for _ in range(10):
        left, right = a * 0xD2511F53, c * 0xCD9E8D57
        a, b, c, d = (right >> 32) ^ b ^ low, right % 2**32, (left >> 32) ^ d ^ high, left % 2**32
        low, high = (low + 0x9E3779B9) % 2**32, (high + 0xBB67AE85) % 2**32
    return a, b, c, d


@dataclass
class PlainMasked:
    """One window as the encoder sees it: its roots, which are asked for, and its groups by place with their fate."""

    tokens: list[int]
    asked: list[bool]
    groups: dict[int, bool]


def plain_mask(chain: Chain, masker: Masker, seed: int, epoch: int) -> PlainMasked:
    """What ``Masker.mask`` does, for one window."""
    tokens, asked = list(chain.tokens), [False] * len(chain.tokens)
    for places, fate in _plain_spans(chain, masker, seed, epoch):
        for place in places:
            if chain.tokens[place] >= SPECIALS:
                asked[place] = True
                random = plain_philox(seed, epoch, 2, chain.window, place)[0]
                if fate < round(0.8 * 2**32):
                    tokens[place] = MASK
                elif fate < round(0.9 * 2**32):
                    tokens[place] = SPECIALS + (random * (masker.vocabulary - SPECIALS) >> 32)
    return _without_mentions(chain, tokens, asked, _plain_groups(chain, masker, seed, epoch))


def plain_ask(chain: Chain, masker: Masker, hidden: list[bool]) -> PlainMasked:
    """What ``Masker.ask`` does, for one window: its groups that are asked for come before the others."""
    order = sorted(range(len(hidden)), key=lambda place: not hidden[place])
    groups = _plain_there(chain, masker, order, [place for place in order if hidden[place]])
    return _without_mentions(chain, list(chain.tokens), [False] * len(chain.tokens), groups)


def _without_mentions(chain: Chain, tokens: list[int], asked: list[bool], groups: dict[int, bool]) -> PlainMasked:
    for place, hidden in groups.items():
        for start, stop in chain.groups[place].mentions if hidden else ():
            tokens[start:stop] = [MASK] * (stop - start)
    return PlainMasked(tokens, asked, dict(sorted(groups.items())))


def _plain_spans(chain: Chain, masker: Masker, seed: int, epoch: int) -> Iterator[tuple[range, int]]:
    """Gap, span, gap, span, ... : the roots of each span and its fate."""
    begins = [place for place, starts in enumerate(chain.word_start) if starts or place == 0] + [len(chain.tokens)]
    law = span_law(masker.mlm_rate)
    word, number, taken = 0, 0, 0
    while word < len(begins) - 1:
        for_length, for_gap, fate, for_begin = plain_philox(seed, epoch, 1, chain.window, number)
        inside = number == 0 and for_begin < round(masker.mlm_rate * 2**32)
        word += 0 if inside else _plain_draw(law.gaps, for_gap)
        length = _plain_draw(law.rests if inside else law.lengths, for_length)
        if word < len(begins) - 1:
            places = range(begins[word], begins[min(word + length, len(begins) - 1)])
            taken += len(places)
            if taken <= masker.shape.masked_tokens:
                yield places, fate
        word, number = word + length, number + 1


def _plain_draw(law: Law, word: int) -> int:
    return 1 + sum(word >= bound for bound in law.bounds.tolist())


def _plain_groups(chain: Chain, masker: Masker, seed: int, epoch: int) -> dict[int, bool]:
    """The groups that are there, in a random order; whether each is hidden."""
    words = [plain_philox(seed, epoch, 3, chain.window, leaf.triple)[0] for leaf in chain.groups]
    order = sorted(range(len(words)), key=lambda place: words[place])
    hidden = [place for place in order if words[place] < round(masker.mnm_rate * 2**32)][: masker.shape.masked_groups]
    return _plain_there(chain, masker, order, hidden)


def _plain_there(chain: Chain, masker: Masker, order: list[int], hidden: list[int]) -> dict[int, bool]:
    """The groups, in this order, that tell nothing of the hidden ones and find room; whether each is hidden."""
    shape = masker.shape
    asked = [{chain.groups[place].head_entity, chain.groups[place].tail_entity} for place in hidden]
    told = {name_parts(chain.groups[place].tail)[-1] for place in hidden}
    there: dict[int, bool] = {}
    nodes, groups = len(chain.tokens), 0
    for place in order:
        leaf = chain.groups[place]
        answers = not told.isdisjoint(name_parts(leaf.tail)) or {leaf.head_entity, leaf.tail_entity} in asked
        if place not in hidden and (answers or not masker.visible_leaves):
            continue
        nodes, groups = nodes + (shape.tail_slots if place in hidden else len(leaf.tail)), groups + 1
        if nodes <= shape.length and groups <= shape.groups:
            there[place] = place in hidden
    return there


def windows_in(batches: Iterable[Batch]) -> list[tuple[int, ...]]:
    """The places and anchors of nodes of each window, which tell windows from each other, in their order."""
    found = []
    for batch in batches:
        for row in range(len(batch.window)):
            numbers = batch.window[row]
            for number in range(int(numbers.max()) + 1):
                here = numbers == number
                asked = torch.isin(torch.nonzero(here)[:, 0], batch.mlm_position[row])
                nodes = torch.stack(
                    [batch.tokens[row][here], batch.root[row][here], batch.slot[row][here], asked.long()]
                )
                found.append(tuple(nodes.flatten().tolist()))
    return found


def flat(batches: Iterable[Batch]) -> list[list]:
    return [[tensor.tolist() for tensor in batch] for batch in batches]
