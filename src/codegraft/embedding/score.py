"""What a prediction of hidden kinds is worth: scores, and what they are held against."""

from dataclasses import dataclass

import numpy as np
import torch
from sklearn.metrics import f1_score
from torch import Tensor


@dataclass(frozen=True)
class Score:
    """Quality on the hidden nodes.

    Attributes:
        accuracy: share of nodes whose most probable kind is the true one (of equals, the first counts).
        repository_accuracy: the same within each held-out repository, averaged over repositories, so that a large one
            weighs no more than a small one.
        macro_f1: F1 per kind, averaged over the kinds that occur among the true ones.
        cross_entropy: mean of -ln p(true kind), in nats.
    """

    accuracy: float
    repository_accuracy: float
    macro_f1: float
    cross_entropy: float


def score(true: Tensor, log_probability: Tensor, group: Tensor) -> Score:
    """Score predictions. Shapes: ``true``, ``group`` (the repository) int64 [M], ``log_probability`` float [M, K]."""
    predicted = log_probability.argmax(dim=1)
    right = (predicted == true).double()
    counts = torch.bincount(group)
    per_group = torch.bincount(group, weights=right)[counts > 0] / counts[counts > 0]
    return Score(
        accuracy=float(right.mean()),
        repository_accuracy=float(per_group.mean()),
        macro_f1=float(f1_score(true, predicted, labels=np.unique(true), average="macro", zero_division=0.0)),
        cross_entropy=-float(log_probability[torch.arange(len(true)), true].double().mean()),
    )


def conditional_table(kind: Tensor, given: Tensor, kinds: int, conditions: int) -> Tensor:
    """ln p(kind | condition) by counting, one added to each count: float64 [conditions, kinds].

    Shapes: ``kind`` and ``given`` int64 [M].
    """
    counts = torch.bincount(given * kinds + kind, minlength=conditions * kinds).double().view(conditions, kinds)
    return (counts + 1.0).log() - (counts + 1.0).sum(dim=1, keepdim=True).log()
