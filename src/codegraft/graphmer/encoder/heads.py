"""What comes between a node's vector and the token that should stand there."""

import torch
from torch import Tensor, nn

from codegraft.graphmer.encoder.config import GraphMERConfig


class TokenHead(nn.Module):
    """A map, GELU and LayerNorm, then the product with the tokens' embeddings, which the encoder shares with the head.

    Shapes:
        - **input:** nodes [..., hidden], only those that are asked for; embedding [vocabulary, hidden]
        - **output:** [..., vocabulary] logits
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.dense = nn.Linear(config.hidden, config.hidden)
        self.norm = nn.LayerNorm(config.hidden)
        self.decoder_bias = nn.Parameter(torch.zeros(config.vocabulary))

    def forward(self, nodes: Tensor, embedding: Tensor) -> Tensor:
        """Logits of all tokens for each node."""
        asked = self.norm(nn.functional.gelu(self.dense(nodes)))
        return nn.functional.linear(asked, embedding, self.decoder_bias)
