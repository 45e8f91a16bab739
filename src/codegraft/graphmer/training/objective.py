"""Encoder and losses as one module, so that whatever wraps it (for several processes, or shards) sees every weight."""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.losses import Losses, losses, surprise
from codegraft.graphmer.encoder.regularisers import Rules


class Said(NamedTuple):
    """What the encoder says to a batch, in the shapes of its targets; where nothing is asked, any numbers.

    Attributes:
        root_loss: [B, P].
        root_right: bool [B, P].
        slot_loss: [B, Q, K].
        slot_right: bool [B, Q, K].
    """

    root_loss: Tensor
    root_right: Tensor
    slot_loss: Tensor
    slot_right: Tensor


class Objective(nn.Module):
    """What training minimises, term by term."""

    def __init__(self, model: GraphMER, rules: Rules) -> None:
        super().__init__()
        self.model = model
        self.rules = rules

    def forward(self, batch: Batch, counts: Losses) -> Tensor:
        """[5] the terms of :class:`~codegraft.graphmer.encoder.losses.Losses`, as shares of a step with so many."""
        hidden = self.model(batch)
        return torch.stack(list(losses(self.model, hidden, batch, self.rules, counts)))

    def answer(self, batch: Batch) -> Said:
        """How surprising each target is, and whether it is what the encoder puts first."""
        hidden, targets = self.model(batch), (batch.mlm_target, batch.mnm_target.clamp(min=0))
        logits = (self.model.mlm_logits(hidden, batch), self.model.mnm_logits(hidden, batch))
        root_loss, slot_loss = map(surprise, logits, targets)
        root_right, slot_right = (said.argmax(dim=-1) == target for said, target in zip(logits, targets, strict=True))
        return Said(root_loss, root_right, slot_loss, slot_right)
