"""What comes between a node's vector and the token that should stand there."""

import torch
from torch import Tensor, nn

from codegraft.graphmer.encoder.config import GraphMERConfig


class TokenHead(nn.Module):
    """A map, GELU and LayerNorm, then the product with the tokens' embeddings, which the encoder shares with the head.

    Shapes:
        - **input:** nodes [..., hidden], only those that are asked for; embedding [vocabulary, hidden]
        - **output:** [..., vocabulary] logits, float32 under autocast, too
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.dense = nn.Linear(config.hidden, config.hidden)
        self.norm = nn.LayerNorm(config.hidden)
        self.decoder_bias = nn.Parameter(torch.zeros(config.vocabulary))

    def forward(self, nodes: Tensor, embedding: Tensor) -> Tensor:
        """Logits of all tokens for each node."""
        asked = self.norm(nn.functional.gelu(self.dense(nodes)))
        # Apart: logarithms of shares, about -9, would lose all but four bits behind the point in bfloat16.
        return nn.functional.linear(asked, embedding) + self.decoder_bias


class TailHead(TokenHead):
    """A head for the slots of tails, which adds to its logits what counting knows of a relation's tails.

    So the encoder learns what code tells beyond its relation, and begins where counting ends.

    Attributes:
        prior: float32 [relations + 1, tail_slots, vocabulary], logarithms of shares; not learned.

    Shapes:
        - **input:** nodes [B, Q, K, hidden]; embedding [vocabulary, hidden]; relation int64 [B, Q]
        - **output:** [B, Q, K, vocabulary] logits
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__(config)
        size = (config.relations + 1, config.tail_slots, config.vocabulary)
        self.prior: Tensor
        self.register_buffer("prior", torch.zeros(size))

    def of_relation(self, nodes: Tensor, embedding: Tensor, relation: Tensor) -> Tensor:
        """Logits of all tokens for the slots of a group with this relation."""
        logits: Tensor = self(nodes, embedding)
        return logits + self.prior[relation]
