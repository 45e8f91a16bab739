"""One draw of the task: which repositories are held out, which files stand for them, which nodes are judged.

The kinds that are predicted are the kinds that the network reads: the snapshot's full vocabulary, since the six feature
buckets could not tell a call from an identifier. ``x`` is not used: its v2 columns would give the answer away.

A seed draws all of it anew. What varies from seed to seed is therefore also which code was held out, and an interval
over seeds speaks of other repositories too, not of other initial weights only.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

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
from codegraft.errors import BundleError
from codegraft.params import EmbedNodes
from codegraft.progress import track
from codegraft.snapshot.bundle import TensorBundle

EVALUATION = 0
"""The epoch whose masks choose the nodes to judge on; training counts from 1."""

FEWEST = 10
"""Fewer nodes to judge on say nothing."""


@dataclass(frozen=True)
class Task:
    """Batches on one device, and the M nodes of ``held_out`` that every method is judged on.

    Attributes:
        seed: what everything here was drawn with.
        hidden: rows of each held-out batch whose kind is hidden.
        kind, parent_kind: int64 [M], of the hidden nodes, batch after batch, on the CPU.
        group: int64 [M], code of the repository of each (of its file, where a single repository is split).
    """

    seed: int
    graph: FileGraph
    split: Split
    train: list[FileBatch]
    held_out: list[FileBatch]
    hidden: list[Tensor]
    kind: Tensor
    parent_kind: Tensor
    group: Tensor

    @property
    def device(self) -> torch.device:
        """Where the batches are."""
        return self.train[0].kind.device

    def training_masks(self, params: EmbedNodes, epoch: int) -> Iterator[tuple[FileBatch, Tensor]]:
        """Every training batch with the rows that are hidden in it in that epoch, in the order of the batches."""
        for at, batch in enumerate(self.train):
            yield batch, self.training_mask(params, epoch, at)

    def training_mask(self, params: EmbedNodes, epoch: int, at: int) -> Tensor:
        """Rows that are hidden in training batch ``at`` in that epoch."""
        rows = hidden_rows(len(self.train[at].kind), params.mask_share, self.seed, epoch, at)
        return rows.to(self.device)


def build_tasks(bundle: TensorBundle, params: EmbedNodes, device: torch.device) -> list[Task]:
    """One task for each of ``params.seeds``.

    Raises:
        BundleError: the bundle lacks files, kinds or syntax-tree edges, or has too little code to judge on.
    """
    graph = file_graph(bundle)
    return [build_task(graph, params, seed, device) for seed in track(params.seeds, "tasks", unit="task")]


def build_task(graph: FileGraph, params: EmbedNodes, seed: int, device: torch.device) -> Task:
    """Split, sample and pack a graph; draw the nodes to judge on.

    Raises:
        BundleError: too little code to judge on, or to draw with ``params.tsne_perplexity``.
    """
    split = split_files(graph, params.test_share, seed)
    train, held_out = (
        pack(graph, sample_files(graph, files, nodes, seed), params.batch_nodes)
        for files, nodes in ((split.train, params.train_nodes), (split.held_out, params.test_nodes))
    )
    hidden = [
        hidden_rows(len(batch.kind), params.mask_share, seed, EVALUATION, at) for at, batch in enumerate(held_out)
    ]
    _enough(sum(map(len, hidden)), params.tsne_perplexity, seed)
    rows = torch.cat([batch.rows[picked] for batch, picked in zip(held_out, hidden, strict=True)]).numpy()
    file = graph.file[rows]
    group = graph.repository[file] if split.by == "repository" else file
    return Task(
        seed,
        graph,
        split,
        [batch.to(device) for batch in train],
        [batch.to(device) for batch in held_out],
        [picked.to(device) for picked in hidden],
        *(
            torch.from_numpy(np.ascontiguousarray(codes))
            for codes in (graph.kind[rows], graph.parent_kind[rows], group)
        ),
    )


def _enough(judged: int, perplexity: float, seed: int) -> None:
    """Refuse what would be judged on next to nothing, or drawn with another perplexity than was asked for."""
    needed = max(FEWEST, math.floor(perplexity) + 1)
    if judged < needed:
        raise BundleError(
            f"only {judged} nodes of held-out code to judge on (seed {seed}), where {needed} are needed: take more "
            f"code into the snapshot, or lower embed_nodes.tsne_perplexity ({perplexity}; at least {FEWEST} nodes)"
        )
