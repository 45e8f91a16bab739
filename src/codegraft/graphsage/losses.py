r"""What training minimises: one term a head, each over the programs whose label for it is known.

A term without a label in a batch is 0, never NaN.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from codegraft.graphsage.batches import Labels
from codegraft.graphsage.model import Predictions
from codegraft.params import LossWeights


class Losses(NamedTuple):
    """A scalar for each term, before its weight."""

    confidence: Tensor
    ranking: Tensor
    embedding: Tensor
    imports: Tensor
    bugs: Tensor

    def total(self, weights: LossWeights) -> Tensor:
        """The weighted sum of the terms; one of weight 0 has no part in it."""
        weighted = [getattr(self, name) * weight for name, weight in weights if weight > 0]
        return torch.stack(weighted).sum() if weighted else self.confidence * 0


def losses(predictions: Predictions, labels: Labels, temperature: float) -> Losses:
    """All terms for a batch; ``temperature`` divides the similarities of the contrastive one."""
    binary = nn.functional.binary_cross_entropy_with_logits
    right = passed(labels).to(predictions.confidence.dtype)
    return Losses(
        confidence=masked_mean(binary(predictions.confidence, right, reduction="none"), labels.has_confidence),
        ranking=ranking_loss(predictions.confidence, labels),
        embedding=contrastive_loss(predictions.embedding, labels.problem, labels.family, temperature),
        imports=masked_mean(binary(predictions.imports, labels.imports, reduction="none"), labels.knows_imports),
        bugs=masked_mean(binary(predictions.bugs, labels.bugs, reduction="none"), labels.knows_bugs),
    )


def passed(labels: Labels) -> Tensor:
    """Bool [B], whether a program is known to pass all its tests: what its confidence is about.

    Not the share of tests: a program with one mistake in it passes more of them than one that people got wrong, and
    neither is right.
    """
    return labels.has_confidence & (labels.confidence == 1)


def masked_mean(values: Tensor, mask: Tensor) -> Tensor:
    """Mean of the values where the mask, broadcast to them, is set; 0 where it is nowhere set."""
    mask = mask.expand_as(values).to(values.dtype)
    return (values * mask).sum() / mask.sum().clamp(min=1)


def ranking_loss(logit: Tensor, labels: Labels) -> Tensor:
    r"""Logistic loss of right programs against the wrong ones :math:`W(i)` that try to solve the same problem:

    .. math:: \operatorname{mean}_i \operatorname{mean}_{j \in W(i)} \ln \left( 1 + e^{s_j - s_i} \right)

    It asks for what the evaluation asks: which of two attempts is right, whatever the problem. Every right program that
    has wrong ones beside it weighs the same, so that a lone pair is not drowned by a problem with many attempts.
    """
    right = passed(labels)
    wrong = labels.has_confidence & ~right
    pairs = right[:, None] & wrong[None, :] & _equal(labels.problem)
    loss = nn.functional.softplus(logit[None, :] - logit[:, None]).masked_fill(~pairs, 0.0)
    rivals = pairs.sum(dim=1)
    return masked_mean(loss.sum(dim=1) / rivals.clamp(min=1), rivals > 0)


def contrastive_loss(embedding: Tensor, problem: Tensor, family: Tensor, temperature: float) -> Tensor:
    r"""Supervised contrastive loss, `"Supervised Contrastive Learning" <https://arxiv.org/abs/2004.11362>`_:

    .. math::
        \operatorname{mean}_i \frac{-1}{|P(i)|} \sum_{p \in P(i)}
            \ln \frac{e^{z_i \cdot z_p / \tau}}{\sum_{a \in A(i)} e^{z_i \cdot z_a / \tau}}

    where :math:`P(i)` are programs for the same problem and :math:`A(i)` all programs, both without those of its own
    family: a program and its mutants are alike whatever they solve, and would teach only that.

    Shapes:
        - **embedding:** [B, width] of unit length; **problem** and **family:** int64 [B], negative where there is none
    """
    known = problem >= 0
    others = known[:, None] & known[None, :] & ~_equal(family)
    others.fill_diagonal_(fill_value=False)
    positives = others & _equal(problem)
    similarity = (embedding @ embedding.T / temperature).masked_fill(~others, -torch.inf)
    # A row of nothing but -inf has a NaN as its gradient; such a row has no positives, so any number will do.
    similarity = similarity.masked_fill(~others.any(dim=1, keepdim=True), 0.0)
    chance = similarity.log_softmax(dim=1).masked_fill(~positives, 0.0)
    number = positives.sum(dim=1)
    return masked_mean(-chance.sum(dim=1) / number.clamp(min=1), number > 0)


def _equal(code: Tensor) -> Tensor:
    """[B, B] whether two have the same code, a negative one being nobody's."""
    return (code[:, None] == code[None, :]) & (code >= 0)[:, None]
