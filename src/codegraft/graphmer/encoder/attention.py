"""Attention among the nodes of a window, with rotary positions and relations of leaves."""

from typing import Final, NamedTuple

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.distance import attention_bias

LONGEST_TURN: Final = 10_000.0
"""What the roots to a radian rise towards, pair by pair of a head's numbers, from 1 for the first, as in RoFormer."""


class Surroundings(NamedTuple):
    """What attention needs to know of a batch; made once and shared by the layers.

    Attributes:
        bias: [B, H or 1, T, T], added to the logits.
        relation: [B, T].
        turn: what :func:`rotated` turns queries and keys by; None without positions.
    """

    bias: Tensor
    relation: Tensor
    turn: tuple[Tensor, Tensor] | None


def surroundings_of(batch: Batch, config: GraphMERConfig, dtype: torch.dtype) -> Surroundings:
    """What the layers share, in the type that attention computes in."""
    bias = attention_bias(batch, config.heads, dtype, decay=config.use_decay)
    turn = _turn(batch.root, config.head_width, dtype) if config.use_positions else None
    return Surroundings(bias, batch.relation, turn)


class Attention(nn.Module):
    r"""Attention of several heads whose logits are

    .. math::
        \frac{\left( R_i (\mathbf{q}_i + \mathbf{u}_{r_i}) \right)^\top R_j (\mathbf{k}_j + \mathbf{v}_{r_j})}{\sqrt{W}}
            + b_{ij}

    with :math:`r` the relation of a leaf, and :math:`\mathbf{u}_0 = \mathbf{v}_0 = 0` for roots; :math:`R_i` the
    rotation by the index of the root, `"RoFormer" <https://arxiv.org/abs/2104.09864>`_; and :math:`b` what
    :func:`~codegraft.graphmer.encoder.distance.attention_bias` gives. So every head learns which relations see which,
    and code which relations, without a matrix of T x T numbers that needs a gradient.

    Shapes:
        - **input:** [B, T, hidden]; **relations:** [relations + 1, 2 * hidden], what is added to query and key, or None
        - **output:** [B, T, hidden]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.projection = nn.Linear(config.hidden, 3 * config.hidden)
        self.output = nn.Linear(config.hidden, config.hidden)

    def forward(self, nodes: Tensor, around: Surroundings, relations: Tensor | None) -> Tensor:
        """What each node gathers."""
        rows, length, width = nodes.shape
        asked, value = self.projection(nodes).split([2 * width, width], dim=-1)
        if relations is not None:
            asked = asked + nn.functional.embedding(around.relation, relations.to(asked.dtype), padding_idx=0)
        asked = asked.view(rows, length, 2 * self.heads, -1)
        if around.turn is not None:
            asked = rotated(asked, *around.turn)
        query, key = asked.transpose(1, 2).chunk(2, dim=1)
        value = value.view(rows, length, self.heads, -1).transpose(1, 2)
        gathered = attend(query, key, value, around.bias).transpose(1, 2).reshape(nodes.shape)
        output: Tensor = self.output(gathered)
        return output


def rotated(vectors: Tensor, cosine: Tensor, sine: Tensor) -> Tensor:
    """Vectors [..., W], each number turned with the one that lies half the width away.

    Args:
        vectors: to be turned.
        cosine: of the angles, [..., W].
        sine: of the angles, [..., W], negative in the first half.
    """
    return torch.addcmul(vectors * cosine, vectors.roll(vectors.shape[-1] // 2, -1), sine)


def attend(query: Tensor, key: Tensor, value: Tensor, bias: Tensor) -> Tensor:
    """Softmax of scaled products plus a bias, times the values: all [B, H, T, W], the bias [B, H or 1, T, T]."""
    if query.dtype == torch.bfloat16 and query.device.type == "cpu":
        # The fused CPU kernel is no faster in bfloat16 than in float32; plain products are, and take half of its time.
        logits = (query * query.shape[-1] ** -0.5 @ key.transpose(-2, -1)).add_(bias)
        output: Tensor = logits.softmax(dim=-1) @ value
        return output
    return nn.functional.scaled_dot_product_attention(query, key, value, attn_mask=bias)


def _turn(root: Tensor, width: int, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Cosine and sine [B, T, 1, W] of the angles by which roots [B, T] turn a query or key."""
    half = width // 2
    pace = LONGEST_TURN ** -(torch.arange(half, device=root.device) / half)
    angle = (root[:, :, None] * pace)[:, :, None]
    cosine, sine = angle.cos(), angle.sin()
    return torch.cat([cosine, cosine], dim=-1).to(dtype), torch.cat([-sine, sine], dim=-1).to(dtype)
