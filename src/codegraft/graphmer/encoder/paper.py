r"""The equations of the `GraphMERT paper <https://arxiv.org/abs/2510.09580>`_, for comparison.

What differs from ours: the decay multiplies the logits before the softmax, with a learnable offset a head; nothing
knows positions, so a window that is turned round gives the same vectors turned round; every relation has a matrix of
its own; layers normalise after they add; one head answers both questions. The distance is one more than the length of
the shortest path, as in the authors' code. Left out is their token for the whole graph, which no node attends to.
"""

import math
from typing import Final

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.distance import DECAY, graph_distances, same_window
from codegraft.graphmer.encoder.fusion import Mapped, attention_vectors
from codegraft.graphmer.encoder.layers import applied

RELATION_DROPOUT: Final = 0.3
"""Share of the numbers of a relation's matrix and vectors that training drops, for each triple anew."""


class PaperRelationMap(nn.Module):
    """A d x d matrix for each relation.

    Shapes:
        - **input:** heads [B, G, M, d]; relation int64 [B, G]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.matrix = nn.Parameter(torch.normal(0.0, 0.02, (config.relations + 1, config.hidden, config.hidden)))
        self.of_leaf, self.of_head = (attention_vectors(config) for _ in range(2))
        self.dropout = nn.Dropout(RELATION_DROPOUT)

    def forward(self, heads: Tensor, relation: Tensor) -> Mapped:
        """The heads under the matrix of their relation, and what leaves are compared with."""
        matrix, of_leaf, of_head = (
            self.dropout(table[relation]) for table in (self.matrix, self.of_leaf, self.of_head)
        )
        mapped = heads @ matrix.transpose(-2, -1)
        score = (mapped @ of_head[..., None]).squeeze(-1)
        leaf = (of_leaf[..., None, :] @ matrix).squeeze(-2)
        return Mapped(mapped, score, leaf)


class PaperLayer(nn.Module):
    """Attention whose logits are multiplied, then two maps with GELU between; normalised after each addition.

    Shapes:
        - **input:** nodes [B, T, hidden]; factor [B, H or 1, T, T]; apart bool [B, 1, T, T]
        - **output:** [B, T, hidden]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.projection = nn.Linear(config.hidden, 3 * config.hidden)
        self.output = nn.Linear(config.hidden, config.hidden)
        self.after_attention = nn.LayerNorm(config.hidden)
        self.widen = nn.Linear(config.hidden, config.feed_forward)
        self.narrow = nn.Linear(config.feed_forward, config.hidden)
        self.after_feed_forward = nn.LayerNorm(config.hidden)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, nodes: Tensor, factor: Tensor, apart: Tensor) -> Tensor:
        """The nodes after the layer."""
        rows, length, width = nodes.shape
        parts = self.projection(nodes).view(rows, length, 3, self.heads, -1).transpose(1, 3)
        query, key, value = parts.unbind(dim=2)
        logits = query @ key.transpose(-2, -1) * query.shape[-1] ** -0.5 * factor
        weights = self.dropout(logits.masked_fill(apart, -math.inf).softmax(dim=-1))
        gathered = (weights @ value).transpose(1, 2).reshape(rows, length, width)
        nodes = self.after_attention(nodes + self.dropout(self.output(gathered)))
        inner = nn.functional.gelu(self.widen(nodes))
        output: Tensor = self.after_feed_forward(nodes + self.dropout(self.narrow(inner)))
        return output


class PaperStack(nn.Module):
    r"""Embedded nodes through all layers, which share the factors :math:`\lambda^{\operatorname{GELU}(\sqrt{d} - p)}`.

    Attributes:
        recompute: as of :class:`~codegraft.graphmer.encoder.layers.Stack`.

    Shapes:
        - **input:** [B, T, hidden]
        - **output:** [B, T, hidden]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.recompute = False
        self.layers = nn.ModuleList(PaperLayer(config) for _ in range(config.layers))
        self.offset = nn.Parameter(torch.ones(config.heads)) if config.use_decay else None

    def forward(self, nodes: Tensor, batch: Batch) -> Tensor:
        """The nodes after the last layer."""
        apart = ~same_window(batch)[:, None]
        factor = torch.ones_like(apart, dtype=nodes.dtype)
        if self.offset is not None:
            root = graph_distances(batch).to(nodes.dtype).sqrt()[:, None]
            factor = DECAY ** nn.functional.gelu(root - self.offset[:, None, None])
        for layer in self.layers:
            nodes = applied(layer, nodes, factor, apart, recompute=self.recompute)
        return nodes
