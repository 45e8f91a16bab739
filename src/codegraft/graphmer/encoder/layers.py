"""The layers of the encoder."""

from typing import Any

import torch
from torch import Tensor, nn
from torch.utils.checkpoint import checkpoint

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.attention import Attention, Surroundings, surroundings_of
from codegraft.graphmer.encoder.config import GraphMERConfig


class Layer(nn.Module):
    """Attention, then two maps with GELU between; each reads the normalised nodes and is added to the nodes.

    Shapes:
        - **input:** [B, T, hidden]; **relations:** [relations + 1, 2 * hidden] or None
        - **output:** [B, T, hidden]
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.before_attention = nn.LayerNorm(config.hidden)
        self.attention = Attention(config)
        self.before_feed_forward = nn.LayerNorm(config.hidden)
        self.widen = nn.Linear(config.hidden, config.feed_forward)
        self.narrow = nn.Linear(config.feed_forward, config.hidden)
        self.dropout = nn.Dropout(config.dropout)

    def forward(self, nodes: Tensor, around: Surroundings, relations: Tensor | None) -> Tensor:
        """The nodes after the layer."""
        nodes = nodes + self.dropout(self.attention(self.before_attention(nodes), around, relations))
        inner = nn.functional.gelu(self.widen(self.before_feed_forward(nodes)))
        added: Tensor = self.dropout(self.narrow(inner))
        return nodes + added


class Stack(nn.Module):
    """Embedded nodes through all layers; relations of leaves have vectors of their own for each.

    Attributes:
        recompute: whether training keeps the input of each layer alone, and computes the rest again going back.

    Shapes:
        - **input:** [B, T, hidden]
        - **output:** [B, T, hidden], normalised
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.config = config
        self.recompute = False
        self.layers = nn.ModuleList(Layer(config) for _ in range(config.layers))
        self.norm = nn.LayerNorm(config.hidden)
        tables = config.layers if config.use_rel_attention_bias else 0
        # Zeros: at first attention knows no relation, and learns where one helps.
        self.relations = nn.ParameterList(torch.zeros(config.relations + 1, 2 * config.hidden) for _ in range(tables))

    def forward(self, nodes: Tensor, batch: Batch) -> Tensor:
        """The nodes after the last layer."""
        around = surroundings_of(batch, self.config, computing_type(nodes))
        relations = list(self.relations) or [None] * len(self.layers)
        for layer, table in zip(self.layers, relations, strict=True):
            nodes = applied(layer, nodes, around, table, recompute=self.recompute)
        output: Tensor = self.norm(nodes)
        return output


def applied(layer: nn.Module, *inputs: Any, recompute: bool) -> Tensor:
    """What a layer makes of its inputs; see ``recompute`` of :class:`Stack`."""
    if recompute and torch.is_grad_enabled():
        output: Tensor = checkpoint(layer, *inputs, use_reentrant=False)
    else:
        output = layer(*inputs)
    return output


def computing_type(values: Tensor) -> torch.dtype:
    """What matrix products of these values are computed in, autocast or not."""
    device = values.device.type
    if torch.amp.is_autocast_available(device) and torch.is_autocast_enabled(device):
        return torch.get_autocast_dtype(device)
    return values.dtype
