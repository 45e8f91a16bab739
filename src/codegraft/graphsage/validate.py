"""What a network says of graphs whose labels are known, and how far that is off."""

from collections.abc import Iterable

import numpy as np
import torch

from codegraft.graphsage.batches import Examples, Rows, Split, training_batches
from codegraft.graphsage.evaluate.ranking import within_problem_auroc
from codegraft.graphsage.losses import Losses, losses, passed
from codegraft.graphsage.model import GraphSAGE, Predictions
from codegraft.params import Graphsage

PREDICT_AT_ONCE = 128
"""Graphs in a batch where nothing is learned; changes memory and not the result."""

_FIXED = 0
"""Seed and epoch of the batches that the validation loss is taken over: the same in every epoch of every run."""


@torch.no_grad()
def predict(model: GraphSAGE, examples: Examples, rows: Rows) -> Predictions:
    """What a network says of the graphs of these numbers, in this order, on the CPU."""
    model.eval()
    device = next(model.parameters()).device
    said = [model(*batch[:4]) for batch in examples.in_order(rows, PREDICT_AT_ONCE, device)]
    return Predictions(*(torch.cat(parts).cpu() for parts in zip(*said, strict=True)))


@torch.no_grad()
def validation_losses(model: GraphSAGE, examples: Examples, split: Split, params: Graphsage) -> dict[str, float]:
    """Mean of each term of the loss over batches like those of the training, ``total`` and ``deciding``.

    ``deciding`` is the total without the contrastive term: that one is many times as large as what is left to gain in
    the others, and on problems that were not trained on it stays about that of chance.
    """
    model.eval()
    device = next(model.parameters()).device
    batches = training_batches(examples, split, params.batch_size, _FIXED, _FIXED)
    found = []
    for rows in batches:
        batch = examples.batch(rows, device)
        terms = losses(model(*batch[:4]), batch.labels, params.temperature)
        found.append(torch.stack([*terms, terms.total(params.loss_weights)]))
    means = mean_terms(found)
    return {**means, "deciding": means["total"] - params.loss_weights.embedding * means["embedding"]}


def mean_terms(batches: Iterable[torch.Tensor]) -> dict[str, float]:
    """Means over batches of stacked terms, by name; ``total`` is the last."""
    mean = torch.stack(list(batches)).mean(dim=0)
    return dict(zip((*Losses._fields, "total"), mean.tolist(), strict=True))


def auroc_within_problem(model: GraphSAGE, examples: Examples, rows: Rows) -> float | None:
    """Mean, over problems that have both, of the AUROC of right programs against wrong ones; None without such one."""
    labels = examples.labels[torch.from_numpy(rows)]
    tried = labels.has_confidence.numpy()
    if not tried.any():
        return None
    problem = np.unique(labels.problem.numpy()[tried], return_inverse=True)[1]
    logit = predict(model, examples, rows[tried]).confidence.double().numpy()
    statistic = within_problem_auroc(logit, passed(labels).numpy()[tried], problem)
    value = float(statistic(np.ones((1, problem.max() + 1)))[0])
    return None if np.isnan(value) else value
