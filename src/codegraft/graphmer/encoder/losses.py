"""What training minimises: masked tokens, masked tails, and three terms of the ontology, each on its own.

A term of which a batch has no item is 0, never NaN.
"""

from typing import NamedTuple

import torch
from torch import Tensor, nn

from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.encoder.regularisers import Rules, acyclicity, antisymmetry, contrastive
from codegraft.params import GraphmerWeights


class Losses(NamedTuple):
    """A float32 scalar for each term.

    As losses: means, before their weights. As what :func:`counts_of` gives: how many items each is the mean of.

    Attributes:
        mlm: masked roots.
        mnm: masked groups; one is the mean over its slots.
        antisymmetry: masked groups of antisymmetric relations.
        acyclicity: heads and tails of masked groups, once for each acyclic relation.
        contrastive: masked groups.
    """

    mlm: Tensor
    mnm: Tensor
    antisymmetry: Tensor
    acyclicity: Tensor
    contrastive: Tensor

    def total(self, weights: GraphmerWeights) -> Tensor:
        """The weighted sum of the terms."""
        return torch.stack([getattr(self, name) * weight for name, weight in weights]).sum()


def losses(model: GraphMER, hidden: Tensor, batch: Batch, rules: Rules, counts: Losses) -> Losses:
    """All terms for a batch.

    Args:
        model: whose heads answer.
        hidden: [B, T, hidden], the model's output for the batch.
        batch: what was asked.
        rules: what the ontology says of the relations.
        counts: what the sums are divided by: :func:`counts_of` the batch, or, if an optimizer step is made of several
            batches, their sum, so that how it is cut into them changes nothing.
    """
    pairs = model.scorer.pairs(hidden, batch, model.token.weight)
    slots = batch.mnm_target != NONE
    by_slot = surprise(model.mnm_logits(hidden, batch), batch.mnm_target.clamp(min=0)) * slots
    antisymmetric = pairs.there & rules.antisymmetric[pairs.relation]
    sums = Losses(
        mlm=_sum(surprise(model.mlm_logits(hidden, batch), batch.mlm_target), batch.mlm_position != NONE),
        mnm=_sum(by_slot.sum(dim=2) / slots.sum(dim=2).clamp(min=1), pairs.there),
        antisymmetry=_sum(antisymmetry(model.scorer, pairs), antisymmetric),
        acyclicity=_sum(acyclicity(model.scorer, pairs, rules), pairs.there.repeat(1, 2)[:, None]),
        contrastive=_sum(contrastive(model.scorer, pairs, rules), pairs.there),
    )
    return Losses(*(term / count.clamp(min=1) for term, count in zip(sums, counts, strict=True)))


def counts_of(batch: Batch, rules: Rules) -> Losses:
    """How many items of a batch each term is the mean of; add them up over the batches of an optimizer step."""
    there = batch.mnm_group != NONE
    relation = batch.group_relation.gather(1, batch.mnm_group.clamp(min=0))
    groups = there.sum().float()
    return Losses(
        mlm=(batch.mlm_position != NONE).sum().float(),
        mnm=groups,
        antisymmetry=(there & rules.antisymmetric[relation]).sum().float(),
        acyclicity=groups * 2 * len(rules.acyclic),
        contrastive=groups,
    )


def surprise(logits: Tensor, target: Tensor) -> Tensor:
    """[...] natural logarithm of one over the chance that logits [..., vocabulary] give a target."""
    flat = logits.float().flatten(0, -2)
    return nn.functional.cross_entropy(flat, target.flatten(), reduction="none").view_as(target)


def _sum(values: Tensor, there: Tensor) -> Tensor:
    return (values * there).sum()
