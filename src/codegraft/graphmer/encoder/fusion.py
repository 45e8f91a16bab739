"""H-GAT: leaves know, in the embedding layer, by which relation they hang on which head."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.encoder.config import GraphMERConfig

SLOPE = 0.01
"""Slope of the leaky ReLU below 0, as in the paper."""


class Mapped(NamedTuple):
    """Heads and what leaves are compared with, after the map of their group's relation.

    Attributes:
        heads: [B, G, M, d] tokens of the head.
        score: [B, G, M] the head's part of the logit.
        leaf: [B, G, d], of which the product with a leaf's vector is the leaf's part of the logit.
    """

    heads: Tensor
    score: Tensor
    leaf: Tensor


class RelationMap(nn.Module):
    r"""The map of a relation, :math:`W_r = W \operatorname{diag}(\mathbf{g}_r)`, and its two attention vectors.

    The paper has a d x d matrix for each relation; here they share one, and each has a vector of d factors.

    Shapes:
        - **input:** heads [B, G, M, d]; relation int64 [B, G]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.shared = nn.Linear(config.hidden, config.hidden, bias=False)
        self.factor = nn.Parameter(torch.normal(1.0, 0.5, (config.relations + 1, config.hidden)))
        self.of_leaf, self.of_head = (attention_vectors(config) for _ in range(2))

    def forward(self, heads: Tensor, relation: Tensor) -> Mapped:
        """The heads under the map of their relation, and what leaves are compared with."""
        mapped = self.shared(heads * self.factor[relation][:, :, None])
        score = (mapped @ self.of_head[relation][..., None]).squeeze(-1)
        leaf = (self.of_leaf @ self.shared.weight) * self.factor
        return Mapped(mapped, score, leaf[relation])


class Fusion(nn.Module):
    r"""What a leaf :math:`\mathbf{t}_i` gains from the tokens :math:`\mathbf{h}_j` of its head, by relation :math:`r`:

    .. math::
        e_{ij} = \operatorname{LeakyReLU} \left( \mathbf{a}_r^\top [W_r \mathbf{t}_i \,\|\, W_r \mathbf{h}_j] \right),
        \quad \alpha_{ij} = \operatorname{softmax}_j(e_{ij}),
        \quad \mathbf{t}_i' = \mathbf{t}_i + \sum_j \alpha_{ij} W_r \mathbf{h}_j

    as in the `GraphMERT paper <https://arxiv.org/abs/2510.09580>`_, for all groups at once: heads are mapped once a
    group, not once a leaf, and the sum is one product of [T, G M] and [G M, d] a row.

    Shapes:
        - **input:** [B, T, d] embedded tokens
        - **output:** [B, T, d]; roots, padding and leaves whose head has no token are as they were
    """

    def __init__(self, relation_map: nn.Module) -> None:
        super().__init__()
        self.relation_map = relation_map

    def forward(self, nodes: Tensor, batch: Batch) -> Tensor:
        """The nodes, the leaves with what they gained."""
        mapped: Mapped = self.relation_map(gathered(nodes, batch.heads), batch.group_relation)
        group = batch.group.clamp(min=0)
        leaf = (nodes @ mapped.leaf.transpose(1, 2)).gather(2, group[:, :, None])
        logit = nn.functional.leaky_relu(leaf + picked(mapped.score, group), SLOPE)
        weight = masked_softmax(logit, picked(batch.heads != NONE, group))
        own = batch.group[:, :, None] == torch.arange(batch.heads.shape[1], device=group.device)
        weights = own[..., None] * weight[:, :, None]
        return nodes + weights.flatten(2) @ mapped.heads.flatten(1, 2)


def attention_vectors(config: GraphMERConfig) -> nn.Parameter:
    """[relations + 1, d], a vector for each relation and one for none; its products are as large as what it meets."""
    return nn.Parameter(torch.normal(0.0, config.hidden**-0.5, (config.relations + 1, config.hidden)))


def gathered(nodes: Tensor, position: Tensor) -> Tensor:
    """Vectors of nodes [B, T, d] at positions [B, ...] of their row: [B, ..., d]. Where there is none, any vector."""
    return picked(nodes, position.flatten(1).clamp(min=0)).view(*position.shape, nodes.shape[2])


def picked(values: Tensor, index: Tensor) -> Tensor:
    """[B, N, d] rows of values [B, L, d] by an index [B, N]."""
    return values.gather(1, index[:, :, None].expand(-1, -1, values.shape[2]))


def masked_softmax(logit: Tensor, counts: Tensor) -> Tensor:
    """Softmax over the last dimension among those that count; 0 for the others, and where none counts."""
    least = logit.masked_fill(~counts, torch.finfo(logit.dtype).min)
    return least.softmax(dim=-1) * counts
