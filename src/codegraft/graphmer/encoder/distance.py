r"""Distances in the leafy chain graph in closed form, and how attention falls with them.

The graph of a window: its roots are a chain, the leaves of a group hang on their anchor, and are themselves a chain.
One more than the length of the shortest path is

.. math::
    d_{ij} = \begin{cases}
        \min(|s_i - s_j|, 2) + 1 & \text{leaves of one group, in slots } s \\
        |r_i - r_j| + l_i + l_j + 1 & \text{otherwise}
    \end{cases}

with :math:`r` the index of the root, or of a leaf's anchor, and :math:`l` 1 for a leaf and 0 for a root; from a node to
itself that is 1.
"""

import math
from typing import Final

import torch
from torch import Tensor

from codegraft.graphmer.batches.batch import Batch

DISTANCES: Final = 130
"""Distances that are told apart: those of 128 roots with leaves. A longer one counts as the longest."""

DECAY: Final = 0.6
"""Base of the decay; the paper's lambda."""

STEEPEST: Final = 8.0
"""How many times as fast as the paper's decay that of the first head is; that of the last is as many times slower."""


def graph_distances(batch: Batch) -> Tensor:
    """[B, T, T] int32, 1 to ``DISTANCES``; between nodes of different windows any of these."""
    # Narrow numbers, in place: what is T x T costs as much time as memory.
    root, slot, group = batch.root.int(), batch.slot.int(), batch.group.int()
    leaf = (slot > 0).int()
    steps = _between(root).add_(leaf[:, :, None]).add_(leaf[:, None, :])
    same_group = (group[:, :, None] == group[:, None, :]) & (group >= 0)[:, :, None]
    steps = torch.where(same_group, _between(slot).clamp_(max=2), steps)
    return steps.add_(1).clamp_(max=DISTANCES)


def same_window(batch: Batch) -> Tensor:
    """[B, T, T] whether one node attends to another; padding attends to padding, so that no row is without a key."""
    return batch.window[:, :, None] == batch.window[:, None, :]


def attention_bias(batch: Batch, heads: int, dtype: torch.dtype, *, decay: bool) -> Tensor:
    r"""[B, H or 1, T, T] what is added to the logits of attention: minus infinity between windows, and the decay

    .. math:: b_{hij} = m_h \ln(\lambda) \operatorname{GELU} \left( \sqrt{d_{ij}} - 1 \right)

    with the slopes :math:`m_h` of the heads falling geometrically from ``STEEPEST`` to its inverse: what the paper
    multiplies logits by becomes, as a summand, what attention itself is multiplied by. It needs no gradient, so that
    the fused kernels take it, and every layer shares it.
    """
    apart = ~same_window(batch)
    if not decay:
        return torch.zeros_like(apart, dtype=dtype).masked_fill_(apart, -math.inf)[:, None]
    slopes = STEEPEST ** torch.linspace(1, -1, heads, device=apart.device)
    steps = torch.arange(DISTANCES + 1, device=apart.device)
    table = math.log(DECAY) * torch.nn.functional.gelu(steps.clamp(min=1).sqrt() - 1)
    falls = table.to(dtype)[graph_distances(batch)].masked_fill_(apart, -math.inf)
    return falls[:, None] * slopes.to(dtype)[:, None, None]


def _between(index: Tensor) -> Tensor:
    return (index[:, :, None] - index[:, None, :]).abs()
