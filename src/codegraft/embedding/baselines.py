"""What a trained encoder has to beat, on the very nodes that it is judged on.

Three tables are counted on the training files. ``majority`` always says the most frequent kind. ``parent_kind`` says
the most frequent kind under a parent of that kind, and is told it even where the networks find it hidden.
``neighbour_kinds`` looks up which kinds the node has among its visible in-neighbours, and which among its visible
out-neighbours. Counted on enough code it is the best guess from those sets, so a network of one layer can beat it by
little else than how often each kind occurs there; the step to two layers shows what lies further off.

The fourth, ``random_encoder``, is the network with its encoder as initialised and its head fitted to convergence. It
says what training the encoder is worth. With one layer that is about nothing: a random projection loses little of the
counts around a node, and a head that reads it on both sides of ReLU makes as much of them as training does.
"""

from collections.abc import Iterable

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from codegraft.embedding.data import FileBatch
from codegraft.embedding.score import Score, conditional_table, score
from codegraft.embedding.task import Task
from codegraft.embedding.train import new_predictor, over_hidden
from codegraft.params import EmbedNodes
from codegraft.progress import track

FIRST = 1
"""The epoch whose masks choose the nodes that a head is fitted on."""

HEAD_STEPS = 500
"""Most steps of L-BFGS for a head; those of the default parameters end before."""

GRADIENT = 1e-4
"""Largest slope of the loss along any weight at which a head counts as converged, scikit-learn's default."""


def table_baselines(task: Task, params: EmbedNodes) -> dict[str, Score]:
    """Scores of the tables: majority, parent_kind, neighbour_kinds."""
    kind = torch.cat([batch.kind for batch in task.train]).cpu()
    parent_kind = torch.cat([batch.parent_kind for batch in task.train]).cpu()
    kinds = len(task.graph.kinds)
    frequency = conditional_table(kind, torch.zeros_like(kind), kinds, 1)
    by_parent = conditional_table(kind, parent_kind, kinds, kinds + 1)
    predictions = {
        "majority": frequency.expand(len(task.kind), kinds),
        "parent_kind": by_parent[task.parent_kind],
        "neighbour_kinds": by_neighbours(task, params, by_parent[task.parent_kind]),
    }
    return {name: score(task.kind, prediction, task.group) for name, prediction in predictions.items()}


def by_neighbours(task: Task, params: EmbedNodes, back_off: Tensor) -> Tensor:
    r"""ln p(kind | kinds of visible in-neighbours, of visible out-neighbours) of the hidden nodes: float64 [M, K].

    Counted on all nodes that the networks are trained on, under the same masks, as
    :math:`(n_k + p_k) / (n + 1)` where :math:`\ln p` is ``back_off`` [M, K]: a neighbourhood that training never
    showed falls back to it, and one that it showed often hardly feels it.
    """
    kinds = len(task.graph.kinds)
    seen = [pair for epoch in range(1, params.epochs + 1) for pair in task.training_masks(params, epoch)]
    kind = torch.cat([batch.kind[rows] for batch, rows in seen]).cpu()
    keys = _neighbourhoods(seen, kinds), _neighbourhoods(zip(task.held_out, task.hidden, strict=True), kinds)
    places = np.unique(np.concatenate(keys), return_inverse=True)[1]
    train_place, place = places[: len(kind)], places[len(kind) :]
    counts = np.bincount(train_place * kinds + kind.numpy(), minlength=(int(places.max()) + 1) * kinds)
    found = torch.from_numpy(counts.reshape(-1, kinds)[place]).double()
    return (found + back_off.exp()).log() - (found.sum(dim=1, keepdim=True) + 1).log()


def random_encoders(tasks: list[Task], params: EmbedNodes) -> dict[int, list[Score]]:
    """Scores of :func:`random_encoder` for every depth, in the order of ``tasks``."""
    plan = [(layers, task) for layers in params.layers for task in tasks]
    scores: dict[int, list[Score]] = {layers: [] for layers in params.layers}
    for layers, task in track(plan, "heads on random encoders", unit="run"):
        scores[layers].append(random_encoder(task, layers, params))
    return scores


def random_encoder(task: Task, layers: int, params: EmbedNodes) -> Score:
    """Score of the encoder that training starts from, a head fitted to the nodes hidden in the first epoch.

    The head reads the embedding before and after ReLU: an untrained encoder has not learnt what to put on which side.
    """
    encoder, kinds = new_predictor(task, layers, params.hidden).encoder, len(task.graph.kinds)
    seen = list(task.training_masks(params, FIRST))
    kind = torch.cat([batch.kind[rows] for batch, rows in seen]).cpu()
    with torch.no_grad():
        hidden = [encoder(batch.masked(rows, kinds), batch.edge_index)[rows].cpu() for batch, rows in seen]
    head = fit_head(_both_sides(torch.cat(hidden)), kind, kinds)
    with torch.no_grad():
        logits = head(_both_sides(over_hidden(encoder, task)))
    return score(task.kind, logits.double().log_softmax(dim=1), task.group)


def fit_head(features: Tensor, kind: Tensor, kinds: int) -> nn.Linear:
    """Logistic regression on standardised features, to convergence by L-BFGS; scikit-learn's default penalty.

    Minimises the mean cross-entropy plus half the squared weights over M. The standardisation is folded into the head.

    Shapes: ``features`` float32 [M, width], ``kind`` int64 [M].
    """
    deviation, mean = torch.std_mean(features, dim=0, correction=0)
    deviation = torch.where(deviation > 0, deviation, 1.0)
    scaled = (features - mean) / deviation
    head = nn.Linear(features.shape[1], kinds)
    nn.init.zeros_(head.weight)
    nn.init.zeros_(head.bias)
    optimizer: torch.optim.Optimizer = torch.optim.LBFGS(
        head.parameters(), max_iter=HEAD_STEPS, tolerance_grad=GRADIENT, line_search_fn="strong_wolfe"
    )

    def loss() -> float:
        optimizer.zero_grad()
        value = nn.functional.cross_entropy(head(scaled), kind) + head.weight.square().sum() / (2 * len(kind))
        torch.autograd.backward(value)
        return float(value.detach())

    optimizer.step(loss)
    with torch.no_grad():
        head.weight.div_(deviation)
        head.bias.sub_(head.weight @ mean)
    return head


def _both_sides(embedding: Tensor) -> Tensor:
    return torch.cat([embedding, embedding.relu()], dim=1)


def _present(batch: FileBatch, rows: Tensor, kinds: int) -> NDArray[np.bool_]:
    """Which visible kinds the hidden nodes have among in-neighbours, then among out-neighbours: [hidden, 2 kinds]."""
    kind = batch.masked(rows, kinds)
    present = torch.zeros(2, len(kind), kinds + 1, dtype=torch.bool, device=kind.device)
    source, target = batch.edge_index
    present[0, target, kind[source]] = True
    present[1, source, kind[target]] = True
    sides: NDArray[np.bool_] = present[:, rows, :kinds].transpose(0, 1).flatten(1).cpu().numpy()
    return sides


def _neighbourhoods(pairs: Iterable[tuple[FileBatch, Tensor]], kinds: int) -> NDArray[np.void]:
    """A key for each hidden node, equal where the sets of visible kinds are equal on both sides: [M]."""
    bits = np.concatenate([np.packbits(_present(batch, rows, kinds), axis=1) for batch, rows in pairs])
    return np.ascontiguousarray(bits).view(np.dtype((np.void, bits.shape[1]))).ravel()
