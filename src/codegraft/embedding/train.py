"""Label-free node encoders: hide the kind of some nodes, predict it from their neighbourhood.

The kinds that are predicted are the kinds that the network reads: the snapshot's full vocabulary, since the six feature
buckets could not tell a call from an identifier. ``x`` is not used: its v2 columns would give the answer away.

Every method is judged on the same hidden nodes of held-out repositories. The last epoch is what counts: the curve over
epochs is shown, and never chosen from.
"""

from dataclasses import asdict, dataclass
from typing import Any

import torch
from torch import Tensor, nn

from codegraft.embedding.data import (
    FileBatch,
    FileGraph,
    Split,
    file_graph,
    hidden_rows,
    pack,
    sample_files,
    split_files,
)
from codegraft.embedding.model import EncoderInfo, KindPredictor
from codegraft.embedding.score import Score, conditional_table, interval, score
from codegraft.errors import BundleError
from codegraft.params import EmbedNodes
from codegraft.progress import track
from codegraft.snapshot.bundle import TensorBundle

EVALUATION = 0
"""The epoch whose masks choose the nodes to judge on; training counts from 1."""

FEWEST = 10
"""Fewer nodes to judge on say nothing, and t-SNE cannot place them."""


@dataclass(frozen=True)
class Task:
    """Batches on one device, and the nodes of ``held_out`` that every method is judged on.

    Attributes:
        hidden: rows of each held-out batch whose kind is hidden.
        kind, parent_kind: int64 [M], of the hidden nodes, batch after batch, on the CPU.
    """

    snapshot: str
    graph: FileGraph
    split: Split
    train: list[FileBatch]
    held_out: list[FileBatch]
    hidden: list[Tensor]
    kind: Tensor
    parent_kind: Tensor


@dataclass(frozen=True)
class Run:
    """One training: the network, its mean loss in each epoch, its scores before the first and after each."""

    predictor: KindPredictor
    losses: list[float]
    scores: list[Score]


def build_task(bundle: TensorBundle, params: EmbedNodes, seed: int, device: torch.device) -> Task:
    """Split, sample and pack a bundle; draw the nodes to judge on.

    Raises:
        BundleError: the bundle lacks files, kinds or syntax-tree edges, or has too little code to judge on.
    """
    graph = file_graph(bundle)
    split = split_files(graph, params.test_share, seed)
    train, held_out = (
        pack(graph, sample_files(graph, files, nodes, seed), params.batch_nodes)
        for files, nodes in ((split.train, params.train_nodes), (split.held_out, params.test_nodes))
    )
    hidden = [
        hidden_rows(len(batch.kind), params.mask_share, seed, EVALUATION, at) for at, batch in enumerate(held_out)
    ]
    judged = sum(len(rows) for rows in hidden)
    if judged < FEWEST:
        raise BundleError(f"only {judged} nodes of held-out code to judge on: take more code into the snapshot")
    picked = list(zip(held_out, hidden, strict=True))
    return Task(
        bundle.manifest["snapshot"]["id"],
        graph,
        split,
        [batch.to(device) for batch in train],
        [batch.to(device) for batch in held_out],
        [rows.to(device) for rows in hidden],
        torch.cat([batch.kind[rows] for batch, rows in picked]),
        torch.cat([batch.parent_kind[rows] for batch, rows in picked]),
    )


def new_predictor(task: Task, layers: int, hidden: int, seed: int) -> KindPredictor:
    """An untrained network on the task's device; the seed alone decides its weights."""
    torch.manual_seed(seed)
    info = EncoderInfo(task.graph.kinds, layers, hidden, seed, task.snapshot, task.split.held_out_groups)
    return KindPredictor(info).to(task.train[0].kind.device)


def train(task: Task, layers: int, seed: int, params: EmbedNodes, *, head_only: bool = False) -> Run:
    """Train one network by Adam with a rate that falls linearly to zero.

    Args:
        task: what to train and judge on.
        layers: depth of the encoder.
        seed: decides weights, masks and the order of batches.
        params: width, epochs, rate and share of hidden kinds.
        head_only: leave the encoder as it was initialised, to see what its training is worth.
    """
    predictor = new_predictor(task, layers, params.hidden, seed)
    predictor.encoder.requires_grad_(not head_only)
    optimizer = torch.optim.Adam([weight for weight in predictor.parameters() if weight.requires_grad], params.lr)
    decay = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, params.epochs * len(task.train))
    generator = torch.Generator().manual_seed(seed)
    run = Run(predictor, [], [evaluate(predictor, task)])
    for epoch in range(1, params.epochs + 1):
        losses = []
        for at in torch.randperm(len(task.train), generator=generator).tolist():
            batch = task.train[at]
            rows = hidden_rows(len(batch.kind), params.mask_share, seed, epoch, at).to(batch.kind.device)
            losses.append(_step(predictor, optimizer, batch, rows))
            decay.step()
        run.losses.append(float(torch.stack(losses).mean()))
        run.scores.append(evaluate(predictor, task))
    return run


def train_all(task: Task, params: EmbedNodes, *, head_only: bool = False) -> dict[int, list[Run]]:
    """Runs of every depth, in the order of ``params.seeds``."""
    plan = [(layers, seed) for layers in params.layers for seed in params.seeds]
    runs: dict[int, list[Run]] = {layers: [] for layers in params.layers}
    for layers, seed in track(plan, "heads on random encoders" if head_only else "node encoders", unit="run"):
        runs[layers].append(train(task, layers, seed, params, head_only=head_only))
    return runs


def evaluate(predictor: KindPredictor, task: Task) -> Score:
    """Score a network on the task's hidden nodes."""
    return score(task.kind, over_hidden(predictor, task).double().log_softmax(dim=1))


@torch.no_grad()
def over_hidden(network: nn.Module, task: Task) -> Tensor:
    """What a network gives for the task's hidden nodes, on the CPU: [M, width]."""
    given = []
    for batch, rows in zip(task.held_out, task.hidden, strict=True):
        given.append(network(_masked(batch.kind, rows, len(task.graph.kinds)), batch.edge_index)[rows].cpu())
    return torch.cat(given)


def baselines(task: Task) -> dict[str, Score]:
    """What needs no network, counted on the training files.

    ``majority`` always says the most frequent kind. ``parent_kind`` says the most frequent kind under a parent of that
    kind, and is told the parent's kind even where the networks find it hidden.
    """
    kind = torch.cat([batch.kind for batch in task.train]).cpu()
    parent_kind = torch.cat([batch.parent_kind for batch in task.train]).cpu()
    kinds = len(task.graph.kinds)
    frequency = conditional_table(kind, torch.zeros_like(kind), kinds, 1).expand(kinds + 1, kinds)
    by_parent = conditional_table(kind, parent_kind, kinds, kinds + 1)
    tables = {"majority": frequency, "parent_kind": by_parent}
    return {name: score(task.kind, table[task.parent_kind]) for name, table in tables.items()}


def metrics(task: Task, runs: dict[int, list[Run]], head_only: dict[int, list[Run]]) -> dict[str, Any]:
    """What a reviewer compares: each depth with its interval over seeds, beside what it has to beat.

    ``untrained_accuracy`` is the network as initialised, ``random_encoder_accuracy`` the same with its head trained.
    ``beats_…`` holds when the 95 % interval of the gain in accuracy over it lies above zero.
    """
    held_against = baselines(task)
    return {
        "layers": {str(depth): _depth_metrics(runs[depth], head_only[depth], held_against) for depth in runs},
        "baselines": {name: asdict(result) for name, result in held_against.items()},
        "nodes": {
            "train": sum(len(batch.kind) for batch in task.train),
            "held_out": sum(len(batch.kind) for batch in task.held_out),
            "evaluated": len(task.kind),
        },
        "split": {"by": task.split.by, "held_out": list(task.split.held_out_groups)},
        "cross_file_edge_share": task.graph.cross_file_share,
    }


def _depth_metrics(runs: list[Run], head_only: list[Run], held_against: dict[str, Score]) -> dict[str, Any]:
    last = [run.scores[-1] for run in runs]
    untrained = [run.scores[0].accuracy for run in runs]
    random_encoder = [run.scores[-1].accuracy for run in head_only]
    return {
        "accuracy": _share([result.accuracy for result in last]),
        "macro_f1": _share([result.macro_f1 for result in last]),
        "cross_entropy": asdict(interval([result.cross_entropy for result in last])),
        "untrained_accuracy": _share(untrained),
        "random_encoder_accuracy": _share(random_encoder),
        **{f"beats_{name}": _beats(last, [result.accuracy] * len(last)) for name, result in held_against.items()},
        "beats_untrained": _beats(last, untrained),
        "beats_random_encoder": _beats(last, random_encoder),
    }


def _beats(results: list[Score], accuracies: list[float]) -> bool:
    """Whether the interval of the gain in accuracy, seed by seed, lies above zero."""
    gains = [result.accuracy - other for result, other in zip(results, accuracies, strict=True)]
    return interval(gains).low > 0.0


def _share(values: list[float]) -> dict[str, float]:
    """Interval of a share, cut to what a share can be."""
    return {name: min(max(value, 0.0), 1.0) for name, value in asdict(interval(values)).items()}


def _step(model: KindPredictor, optimizer: torch.optim.Optimizer, batch: FileBatch, rows: Tensor) -> Tensor:
    optimizer.zero_grad()
    logits = model(_masked(batch.kind, rows, len(model.encoder.info.kinds)), batch.edge_index)
    loss = nn.functional.cross_entropy(logits[rows], batch.kind[rows])
    torch.autograd.backward(loss)
    optimizer.step()
    return loss.detach()


def _masked(kind: Tensor, rows: Tensor, code: int) -> Tensor:
    return kind.index_fill(0, rows, code)
