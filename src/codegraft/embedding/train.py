"""Label-free node encoders: hide the kind of some nodes, predict it from their neighbourhood.

The last epoch is what counts: the curve over epochs is shown, and never chosen from. The default epochs are few and the
networks not trained to their end: the rate falls to zero, so the curve ends flat, but on the first seed of the default
sources twice the epochs gained 0.4 to 1.5 points of accuracy.
"""

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from codegraft.embedding.data import FileBatch
from codegraft.embedding.model import EncoderInfo, KindPredictor
from codegraft.embedding.score import Score, score
from codegraft.embedding.task import Task
from codegraft.params import EmbedNodes
from codegraft.progress import track


@dataclass(frozen=True)
class Run:
    """One training: the network, its mean loss in each epoch, its scores before the first and after each."""

    predictor: KindPredictor
    losses: list[float]
    scores: list[Score]


def new_predictor(task: Task, layers: int, hidden: int) -> KindPredictor:
    """An untrained network on the task's device; the task's seed alone decides its weights."""
    torch.manual_seed(task.seed)
    graph, held_out = task.graph, task.split.held_out_groups
    return KindPredictor(EncoderInfo(graph.kinds, layers, hidden, task.seed, graph.snapshot, held_out)).to(task.device)


def train(task: Task, layers: int, params: EmbedNodes) -> Run:
    """Train one network by Adam with a rate that falls linearly to zero.

    The task's seed decides weights, masks and the order of batches.
    """
    predictor = new_predictor(task, layers, params.hidden)
    optimizer = torch.optim.Adam(predictor.parameters(), params.lr)
    decay = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, params.epochs * len(task.train))
    generator = torch.Generator().manual_seed(task.seed)
    run = Run(predictor, [], [evaluate(predictor, task)])
    for epoch in range(1, params.epochs + 1):
        losses = []
        for at in torch.randperm(len(task.train), generator=generator).tolist():
            losses.append(_step(predictor, optimizer, task.train[at], task.training_mask(params, epoch, at)))
            decay.step()
        run.losses.append(float(torch.stack(losses).mean()))
        run.scores.append(evaluate(predictor, task))
    return run


def train_all(tasks: list[Task], params: EmbedNodes) -> dict[int, list[Run]]:
    """Runs of every depth, in the order of ``tasks``."""
    plan = [(layers, task) for layers in params.layers for task in tasks]
    runs: dict[int, list[Run]] = {layers: [] for layers in params.layers}
    for layers, task in track(plan, "node encoders", unit="run"):
        runs[layers].append(train(task, layers, params))
    return runs


def evaluate(predictor: KindPredictor, task: Task) -> Score:
    """Score a network on the task's hidden nodes."""
    return score(task.kind, over_hidden(predictor, task).double().log_softmax(dim=1), task.group)


@torch.no_grad()
def over_hidden(network: nn.Module, task: Task) -> Tensor:
    """What a network gives for the task's hidden nodes, on the CPU: [M, width]."""
    code = len(task.graph.kinds)
    return torch.cat(
        [
            network(batch.masked(rows, code), batch.edge_index)[rows].cpu()
            for batch, rows in zip(task.held_out, task.hidden, strict=True)
        ]
    )


def _step(model: KindPredictor, optimizer: torch.optim.Optimizer, batch: FileBatch, rows: Tensor) -> Tensor:
    optimizer.zero_grad()
    logits = model(batch.masked(rows, len(model.encoder.info.kinds)), batch.edge_index)
    loss = nn.functional.cross_entropy(logits[rows], batch.kind[rows])
    torch.autograd.backward(loss)
    optimizer.step()
    return loss.detach()
