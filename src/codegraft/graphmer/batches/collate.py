"""From masked windows and the rows they go to, to a batch; without a loop over windows or tokens."""

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch

from codegraft.graphmer.batches.batch import NONE, Batch, Shape
from codegraft.graphmer.batches.masking import Masked
from codegraft.graphmer.batches.runs import number_in, sums_in
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import offsets_of, places, row_of, spans
from codegraft.graphmer.chains.specials import EOT, MASK, PAD

Longs = npt.NDArray[np.int64]


class _Layout(NamedTuple):
    """Where everything lies. Of n windows, R roots, G groups and L leaves.

    Attributes:
        row: [n], of each window.
        begin: [n], position of its first root in its row.
        roots: [n], how many it has.
        owner: [G], window of each group.
        leaves: [G], how many it has.
        leaf: [G], position of its first leaf in its row.
        number: [G], of the group in its row.
    """

    row: Longs
    begin: Longs
    roots: Longs
    owner: Longs
    leaves: Longs
    leaf: Longs
    number: Longs


def needs(chains: Chains, masked: Masked, tail_slots: int) -> Longs:
    """What each window takes of what :func:`capacity` says a row has. int64 [n, 4]."""
    owner, leaves = _leaves(chains, masked, tail_slots)
    taken = np.zeros((len(chains), 4), np.int64)
    taken[:, 0] = np.diff(chains.root_offsets)
    np.add.at(taken[:, 0], owner, leaves)
    taken[:, 1] = np.bincount(owner, minlength=len(chains))
    taken[:, 2] = np.diff(offsets_of(masked.asked)[chains.root_offsets])
    taken[:, 3] = np.bincount(owner[masked.hidden], minlength=len(chains))
    return taken


def capacity(shape: Shape) -> Longs:
    """What a row has: nodes, groups, roots that are asked for, groups that are. int64 [4]."""
    return np.array([shape.length, shape.groups, shape.masked_tokens, shape.masked_groups])


def collate(chains: Chains, masked: Masked, row: Longs, shape: Shape) -> Batch:
    """The batch of these windows.

    Args:
        chains: n windows, in the order in which they lie in their rows.
        masked: what is masked of them.
        row: [n] row of each window, ascending, below ``shape.rows``; a row may be empty.
        shape: of the batch. What a row cannot hold raises an IndexError: packing is to see to it.
    """
    layout = _layout(chains, masked, row, shape.tail_slots)
    columns = _nodes(chains, masked, layout, shape) | _heads(chains, masked, layout, shape)
    columns |= _asked_roots(chains, masked, layout, shape) | _asked_groups(chains, masked, layout, shape)
    return Batch(**{name: torch.from_numpy(column) for name, column in columns.items()})


def _leaves(chains: Chains, masked: Masked, tail_slots: int) -> tuple[Longs, Longs]:
    """Window of each group that is there, and how many leaves it has."""
    owner = row_of(chains.group_offsets)[masked.groups]
    return owner, np.where(masked.hidden, tail_slots, np.diff(chains.tail_offsets)[masked.groups])


def _layout(chains: Chains, masked: Masked, row: Longs, tail_slots: int) -> _Layout:
    owner, leaves = _leaves(chains, masked, tail_slots)
    size, roots = needs(chains, masked, tail_slots)[:, 0], np.diff(chains.root_offsets)
    begin = sums_in(row, size) - size
    leaf = begin[owner] + roots[owner] + sums_in(owner, leaves) - leaves
    return _Layout(row, begin, roots, owner, leaves, leaf, number_in(row[owner]))


def _nodes(chains: Chains, masked: Masked, at: _Layout, shape: Shape) -> dict[str, Longs]:
    """All that is said of nodes: first the roots are written, then the leaves."""
    size = (shape.rows, shape.length)
    columns = {name: np.zeros(size, np.int64) for name in ("root", "slot", "relation")}
    columns |= {"tokens": np.full(size, PAD, np.int64), "window": np.full(size, NONE), "group": np.full(size, NONE)}
    window = row_of(chains.root_offsets)
    here = at.row[window], at.begin[window] + number_in(window)
    columns["tokens"][here], columns["window"][here] = masked.tokens, number_in(at.row)[window]
    columns["root"][here] = number_in(window)
    group = np.repeat(np.arange(len(masked.groups)), at.leaves)
    slot, owner = number_in(group), at.owner[group]
    here = at.row[owner], at.leaf[group] + slot
    columns["tokens"][here], columns["window"][here] = _leaf_tokens(chains, masked, at), number_in(at.row)[owner]
    columns["root"][here] = chains.anchor[masked.groups][group]
    columns["slot"][here], columns["group"][here] = slot + 1, at.number[group]
    columns["relation"][here] = chains.relation[masked.groups][group]
    return columns


def _leaf_tokens(chains: Chains, masked: Masked, at: _Layout) -> Longs:
    """[L] tokens of the leaves: those of the tail, or [MASK] alone."""
    tokens = np.full(at.leaves.sum(), MASK, np.int64)
    first = np.cumsum(at.leaves) - at.leaves
    seen = ~masked.hidden
    tokens[spans(first[seen], at.leaves[seen])] = chains.tail_tokens[places(chains.tail_offsets, masked.groups[seen])]
    return tokens


def _heads(chains: Chains, masked: Masked, at: _Layout, shape: Shape) -> dict[str, Longs]:
    heads = np.full((shape.rows, shape.groups, shape.head_tokens), NONE)
    relation = np.zeros((shape.rows, shape.groups), np.int64)
    here = at.row[at.owner], at.number
    step = np.arange(shape.head_tokens)
    first = at.begin[at.owner] + chains.anchor[masked.groups]
    heads[here] = np.where(step < chains.head_length[masked.groups, None], first[:, None] + step, NONE)
    relation[here] = chains.relation[masked.groups]
    return {"heads": heads, "group_relation": relation}


def _asked_roots(chains: Chains, masked: Masked, at: _Layout, shape: Shape) -> dict[str, Longs]:
    asked = np.flatnonzero(masked.asked)
    window = row_of(chains.root_offsets)[asked]
    here = at.row[window], number_in(at.row[window])
    position = np.full((shape.rows, shape.masked_tokens), NONE)
    target = np.full((shape.rows, shape.masked_tokens), PAD, np.int64)
    position[here] = at.begin[window] + asked - chains.root_offsets[window]
    target[here] = chains.tokens[asked]
    return {"mlm_position": position, "mlm_target": target}


def _asked_groups(chains: Chains, masked: Masked, at: _Layout, shape: Shape) -> dict[str, Longs]:
    rows, groups, slots = shape.rows, shape.masked_groups, shape.tail_slots
    columns = {name: np.full((rows, groups), NONE) for name in ("mnm_group", "tail_entity", "head_entity")}
    columns |= {name: np.full((rows, groups, slots), NONE) for name in ("mnm_position", "mnm_target")}
    hidden, place = masked.hidden, masked.groups[masked.hidden]
    row = at.row[at.owner[hidden]]
    here = row, number_in(row)
    columns["mnm_group"][here] = at.number[hidden]
    columns["tail_entity"][here], columns["head_entity"][here] = chains.tail_entity[place], chains.head_entity[place]
    columns["mnm_position"][here] = at.leaf[hidden][:, None] + np.arange(slots)
    columns["mnm_target"][here] = tail_targets(chains, place, slots)
    return columns


def tail_targets(chains: Chains, groups: Longs, tail_slots: int) -> Longs:
    """What the leaves of these groups should say: the tail, one EOT if there is room, then ``NONE``. int64 [g, K]."""
    length = np.diff(chains.tail_offsets)[groups]
    slot = np.arange(tail_slots)
    targets = np.where(slot == length[:, None], EOT, NONE)
    targets[slot < length[:, None]] = chains.tail_tokens[places(chains.tail_offsets, groups)]
    return targets
