"""What the encoder sees: rows of nodes, several windows packed in each, with what is asked about them."""

import math
from typing import Final, NamedTuple

import torch
from torch import Tensor

from codegraft.params import Graphmer

NONE: Final = -1
"""Stands where there is no position, window, group, target or entity."""

_ROOM: Final = 1.25
_NODES_A_GROUP: Final = 8


class Shape(NamedTuple):
    """Sizes of a batch. They never change during a run, so that a compiled step is compiled once.

    Attributes:
        rows: B, rows of nodes.
        length: T, nodes in a row at most.
        groups: G, leaf groups in a row at most.
        masked_tokens: P, root tokens of a row that the encoder is asked for at most.
        masked_groups: Q, leaf groups of a row that the encoder is asked for at most.
        tail_slots: K, leaves of a masked group, always; of a visible one at most.
        head_tokens: M, tokens of a head's mention that its group knows of at most.
    """

    rows: int
    length: int
    groups: int
    masked_tokens: int
    masked_groups: int
    tail_slots: int
    head_tokens: int


def shape_of(params: Graphmer, tail_slots: int, rows: int) -> Shape:
    """The shape of batches of so many rows, of chains whose tails have so many slots.

    A row has room for a quarter more masked roots than a row of code has on average, for a group to eight nodes, four
    times what the default sources have, and for half as many to be masked as that: enough for windows to fill rows, as
    packing lets none need more.
    """
    groups = math.ceil(params.length / _NODES_A_GROUP)
    return Shape(
        rows=rows,
        length=params.length,
        groups=groups,
        masked_tokens=math.ceil(params.length * params.mlm_rate * _ROOM),
        masked_groups=math.ceil(groups / 2 * params.mnm_rate),
        tail_slots=tail_slots,
        head_tokens=params.head_tokens,
    )


class Batch(NamedTuple):
    """B rows of T nodes with what was masked in them; all tensors int64.

    Windows lie in a row one after another: the roots of a window, then its leaves, group after group. A root is a token
    of the code, a leaf a token of the tail of a triple; a node attends to the nodes of its own window. The number of a
    position counts from the start of its row. ``NONE`` (-1) stands where there is nothing, unless said.

    Attributes:
        tokens: [B, T], after masking; PAD (0) where there is no node.
        window: [B, T], number of the node's window inside the row.
        root: [B, T], index of the root inside its window; of a leaf, that of its anchor; 0 where there is no node.
        slot: [B, T], k >= 1 for the k-th leaf of a group, 0 for a root and where there is no node.
        group: [B, T], number of the leaf's group inside the row; -1 for a root.
        relation: [B, T], relation of the leaf's triple, 1-based; 0 for a root and where there is no node.
        heads: [B, G, M], positions of the first tokens of the mention of the group's head.
        group_relation: [B, G], relation of the group's triple; 0 where there is no group.
        mlm_position: [B, P], positions of the roots to be recovered; those that are there come first.
        mlm_target: [B, P], their tokens; 0 where there is none.
        mnm_group: [B, Q], numbers of the groups whose tail is to be recovered; those that are there come first.
        mnm_position: [B, Q, K], positions of their leaves: all K of a group that is there.
        mnm_target: [B, Q, K], tokens of the tail, then one EOT if there is room, then -1, which does not count.
        tail_entity: [B, Q], row of the tail among the entities.
        head_entity: [B, Q], row of the head among the entities.
    """

    tokens: Tensor
    window: Tensor
    root: Tensor
    slot: Tensor
    group: Tensor
    relation: Tensor
    heads: Tensor
    group_relation: Tensor
    mlm_position: Tensor
    mlm_target: Tensor
    mnm_group: Tensor
    mnm_position: Tensor
    mnm_target: Tensor
    tail_entity: Tensor
    head_entity: Tensor

    def trimmed(self) -> "Batch":
        """The same without the places that no row needs: for devices on which a batch's shape may change."""
        groups, roots, tails = (
            int(there.sum(dim=1).amax().clamp(min=1))
            for there in (self.group_relation > 0, self.mlm_position != NONE, self.mnm_group != NONE)
        )
        kept = {"heads": groups, "group_relation": groups, "mlm_position": roots, "mlm_target": roots}
        kept |= dict.fromkeys(("mnm_group", "mnm_position", "mnm_target", "tail_entity", "head_entity"), tails)
        return self._replace(**{name: getattr(self, name)[:, :number] for name, number in kept.items()})

    def to(self, device: torch.device) -> "Batch":
        """A copy on a device."""
        return Batch(*(tensor.to(device, non_blocking=True) for tensor in self))
