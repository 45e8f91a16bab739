import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.collate import capacity, collate, needs
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.packing import pack
from codegraft.graphmer.chains.chains import Chain, Chains
from codegraft.graphmer.chains.specials import EOT, MASK
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.fits import check_batch
from tests.graphmer.chains.chain_cases import (
    RELATIONS,
    SHAPE,
    VOCABULARY,
    PlainMasked,
    masker,
    plain_mask,
    random_chains,
)

SEEDS = st.integers(0, 2**40)


def packed(seed: int, windows: int = 5) -> tuple[Chains, np.ndarray]:
    """Windows that fit into a batch, row by row, and their rows."""
    chains, draws = random_chains(seed, windows), Draws(seed, 1)
    row = pack(needs(chains, masker().mask(chains, draws), SHAPE.tail_slots), capacity(SHAPE))
    place = np.argsort(row, kind="stable")
    place = place[row[place] < SHAPE.rows]
    return chains.select(place), row[place]


def batch_of(seed: int) -> Batch:
    chains, row = packed(seed)
    return collate(chains, masker().mask(chains, Draws(seed, 1)), row, SHAPE)


class PlainRow:
    """A row of a batch, made node by node."""

    def __init__(self) -> None:
        self.nodes: list[tuple[int, int, int, int, int, int]] = []
        self.heads: list[list[int]] = []
        self.group_relation: list[int] = []
        self.mlm: list[tuple[int, int]] = []
        self.mnm: list[tuple[int, list[int], list[int], int, int]] = []
        self.windows = 0

    def add(self, chain: Chain, masked: PlainMasked) -> None:
        begin = len(self.nodes)
        for place, token in enumerate(masked.tokens):
            if masked.asked[place]:
                self.mlm.append((len(self.nodes), chain.tokens[place]))
            self.nodes.append((token, self.windows, place, 0, -1, 0))
        for group, hidden in masked.groups.items():
            self._add_group(chain, group, hidden, begin)
        self.windows += 1

    def _add_group(self, chain: Chain, group: int, hidden: bool, begin: int) -> None:
        leaf, slots = chain.groups[group], SHAPE.tail_slots
        number, first = len(self.heads), len(self.nodes)
        for slot, token in enumerate((MASK,) * slots if hidden else leaf.tail):
            self.nodes.append((token, self.windows, leaf.anchor, slot + 1, number, leaf.relation))
        mention = [begin + leaf.anchor + place for place in range(leaf.head_length)]
        self.heads.append(pad(mention, SHAPE.head_tokens, -1)[: SHAPE.head_tokens])
        self.group_relation.append(leaf.relation)
        if hidden:
            target = pad([*leaf.tail, EOT][:slots], slots, -1)
            positions = list(range(first, first + slots))
            self.mnm.append((number, positions, target, leaf.tail_entity, leaf.head_entity))

    def columns(self) -> list[list]:
        """In the order of ``Batch``."""
        nodes = zip(*pad(self.nodes, SHAPE.length, (0, -1, 0, 0, -1, 0)), strict=True)
        mlm = zip(*pad(self.mlm, SHAPE.masked_tokens, (-1, 0)), strict=True)
        none = [-1] * SHAPE.tail_slots
        mnm = zip(*pad(self.mnm, SHAPE.masked_groups, (-1, none, none, -1, -1)), strict=True)
        heads = pad(self.heads, SHAPE.groups, [-1] * SHAPE.head_tokens)
        relation = pad(self.group_relation, SHAPE.groups, 0)
        return [*map(list, nodes), heads, relation, *map(list, mlm), *map(list, mnm)]


def pad(values: list, length: int, filler: object) -> list:
    return values + [filler] * (length - len(values))


@given(SEEDS)
def test_a_batch_is_that_of_the_plain_packer(seed):
    chains, row = packed(seed)
    rows = [PlainRow() for _ in range(SHAPE.rows)]
    for number, chain in zip(row.tolist(), chains, strict=True):
        rows[number].add(chain, plain_mask(chain, masker(), seed, 1))
    expected = [list(column) for column in zip(*(one.columns() for one in rows), strict=True)]
    for name, column, found in zip(Batch._fields, expected, batch_of(seed), strict=True):
        assert found.tolist() == column, name


@given(SEEDS)
def test_every_batch_has_the_same_shapes(seed):
    rows, length, groups, tokens, hidden, slots, heads = SHAPE
    nodes, one, each = [(rows, length)] * 6, (rows, hidden), (rows, hidden, slots)
    shapes = [*nodes, (rows, groups, heads), (rows, groups), *[(rows, tokens)] * 2, one, each, each, one, one]
    batch = batch_of(seed)
    assert [tuple(tensor.shape) for tensor in batch] == shapes
    assert {tensor.dtype for tensor in batch} == {torch.int64}


@given(SEEDS)
def test_the_length_of_a_hidden_tail_does_not_show(seed):
    batch = batch_of(seed)
    for row, group in zip(*np.nonzero(batch.mnm_group.numpy() >= 0), strict=True):
        leaves = torch.nonzero(batch.group[row] == batch.mnm_group[row, group])[:, 0]
        assert leaves.tolist() == batch.mnm_position[row, group].tolist()
        assert batch.tokens[row, leaves].tolist() == [MASK] * SHAPE.tail_slots
        assert batch.slot[row, leaves].tolist() == list(range(1, SHAPE.tail_slots + 1))


def test_no_windows_give_an_empty_batch():
    chains = random_chains(0, 3).select(np.zeros(0, np.int64))
    batch = collate(chains, masker().mask(chains, Draws(0, 1)), np.zeros(0, np.int64), SHAPE)
    assert (batch.window == -1).all()
    assert (batch.mlm_position == -1).all()
    assert (batch.mnm_target == -1).all()


def test_a_row_that_is_too_short_is_not_overrun():
    chains = random_chains(0, 6)
    with pytest.raises(IndexError):
        collate(chains, masker().mask(chains, Draws(0, 1)), np.zeros(6, np.int64), SHAPE)


@given(SEEDS)
def test_the_encoder_accepts_every_batch(seed):
    sizes = {"tail_slots": SHAPE.tail_slots, "head_tokens": SHAPE.head_tokens}
    config = GraphMERConfig.of_size("tiny", vocabulary=VOCABULARY, relations=RELATIONS, **sizes)
    check_batch(batch_of(seed), config)
