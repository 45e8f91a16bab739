"""What is written down of a training as it goes: numbers by step, and scores now and then."""

from typing import NamedTuple

from codegraft.graphmer.batches.scores import Scores
from codegraft.params import Graphmer


class StepRecord(NamedTuple):
    """What a step came to.

    Attributes:
        step: its number, from 1.
        epoch: that its windows are of.
        lr: learning rate.
        norm: of the gradient before it was clipped.
        mlm, mnm, antisymmetry, acyclicity, contrastive: terms of the loss, before their weights.
    """

    step: int
    epoch: int
    lr: float
    norm: float
    mlm: float
    mnm: float
    antisymmetry: float
    acyclicity: float
    contrastive: float


class Evaluation(NamedTuple):
    """Scores on what is held out after a step; step 0 is before training."""

    step: int
    scores: Scores

    def loss(self, params: Graphmer) -> float:
        """What the best encoder has least of: the losses of roots and tails, with their weights."""
        weights = params.loss_weights
        return weights.mlm * self.scores.mlm_loss + weights.mnm * self.scores.mnm_loss


def best_of(evaluations: list[Evaluation], params: Graphmer) -> Evaluation:
    """The evaluation of the least loss, but for that before training; of equal ones the first."""
    return min(evaluations[1:], key=lambda evaluation: evaluation.loss(params))
