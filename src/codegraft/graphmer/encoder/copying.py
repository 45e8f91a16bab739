"""Answers that are words of the window: much of what a masked place asks for stands elsewhere in it."""

from typing import Final

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.chains.specials import SPECIALS
from codegraft.graphmer.encoder.config import GraphMERConfig
from codegraft.graphmer.encoder.fusion import gathered, picked

WIDTH: Final = 64
"""Numbers by which a place and what it might copy are compared."""


class Copying(nn.Module):
    r"""Adds what might be copied to the chances of tokens, as in `CopyNet <https://arxiv.org/abs/1603.06393>`_:

    .. math::
        p_i(v) \propto e^{l_{iv}}
            + \frac{e^{b}}{|N_i|} \sum_{j \in N_i: v_j = v} e^{\mathbf{q}_i^\top \mathbf{k}_j / \sqrt{W}}

    for the logits :math:`l` of a head, and :math:`N_i` the other nodes of the window whose token can be seen.

    Shapes:
        - **input:** logits [B, N, vocabulary] for positions int64 [B, N] of the row; hidden [B, T, hidden]
        - **output:** [B, N, vocabulary] logits, float32
    """

    def __init__(self, config: GraphMERConfig) -> None:
        super().__init__()
        self.query = nn.Linear(config.hidden, WIDTH)
        self.key = nn.Linear(config.hidden, WIDTH)
        self.share = nn.Parameter(torch.zeros(1))

    def forward(self, logits: Tensor, position: Tensor, hidden: Tensor, batch: Batch) -> Tensor:
        """The logits of both ways together."""
        seen = _seen(position.clamp(min=0), batch)
        score = (self.query(gathered(hidden, position)) @ self.key(hidden).transpose(1, 2)).float() * WIDTH**-0.5
        score = (score + self.share).masked_fill(~seen, -torch.inf)
        logits = logits.float()
        most = torch.maximum(logits.amax(dim=2, keepdim=True), score.amax(dim=2, keepdim=True)).detach()
        copied = (score - most).exp() / seen.sum(dim=2, keepdim=True).clamp(min=1)
        tokens = batch.tokens[:, None].expand_as(copied)
        chance = (logits - most).exp().scatter_add(2, tokens, copied)
        # No logarithm of 0, of which the gradient is no number.
        return (chance + torch.finfo(chance.dtype).tiny).log() + most


def _seen(position: Tensor, batch: Batch) -> Tensor:
    """bool [B, N, T]: which nodes a position [B, N] might copy."""
    own = picked(batch.window[..., None], position)
    others = torch.arange(batch.tokens.shape[1], device=position.device) != position[..., None]
    return (batch.window[:, None] == own) & others & (batch.tokens >= SPECIALS)[:, None]
