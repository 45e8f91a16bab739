"""From packed graphs and their labels to mini-batches.

A batch holds programs, several of a problem, and beside them graphs of texts without their import statements, which
alone teach the imports: a text that shows its imports has them as features.
"""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import torch
from torch import Tensor

from codegraft.errors import ModelError
from codegraft.graphsage.sparse import SparseMatrix
from codegraft.programs.dataset import Dataset
from codegraft.programs.graph import FEATURES
from codegraft.programs.packed import PackedGraphs, concatenate
from codegraft.programs.vocabulary import Vocabularies, bug_mask, indicators

Array = npt.NDArray[Any]
Rows = npt.NDArray[np.int64]

TOGETHER: Final = 8
"""Programs of a problem that meet in a batch: the ranking and the contrastive term compare them."""

NOBODY: Final = -1
"""Code of what has no problem, or no family."""


@dataclass(frozen=True)
class Labels:
    """What is known of B graphs; a label counts where its mask is set.

    Attributes:
        confidence: float32 [B], part of its problem's tests that the program passes.
        has_confidence: bool [B].
        problem: int64 [B], code of the problem that a program is for, or ``NOBODY``.
        family: int64 [B], code that a program shares with its mutants, or ``NOBODY``.
        imports: float32 [B, I], 1 where the text imports the module.
        knows_imports: bool [B, 1].
        bugs: float32 [B, K], 1 where the program has the mistake.
        knows_bugs: bool [B, K].
    """

    confidence: Tensor
    has_confidence: Tensor
    problem: Tensor
    family: Tensor
    imports: Tensor
    knows_imports: Tensor
    bugs: Tensor
    knows_bugs: Tensor

    def __getitem__(self, rows: Tensor) -> "Labels":
        return Labels(*(getattr(self, field.name)[rows] for field in fields(self)))

    def to(self, device: torch.device) -> "Labels":
        """A copy on a device."""
        return Labels(*(getattr(self, field.name).to(device, non_blocking=True) for field in fields(self)))


class Batch(NamedTuple):
    """B graphs side by side with their labels; the first four are what the model takes.

    Attributes:
        x: [N, 978].
        edge_index: int64 [2, E].
        graph: int64 [N].
        graphs: B.
        labels: of the B graphs.
    """

    x: SparseMatrix
    edge_index: Tensor
    graph: Tensor
    graphs: int
    labels: Labels


@dataclass(frozen=True)
class Examples:
    """All graphs of a data set with their labels, on the CPU.

    Attributes:
        graphs: programs and functions first, then the texts without imports.
        rows: of both, :data:`codegraft.programs.examples.EXAMPLES_SCHEMA`.
        whole: how many of them are programs and functions as they are.
        labels: of all.
        vocabularies: names of the columns of the imports and bugs.
    """

    graphs: PackedGraphs
    rows: pa.Table
    whole: int
    labels: Labels
    vocabularies: Vocabularies

    def split(self, name: str) -> "Split":
        """Numbers of the graphs of a split."""
        there = np.flatnonzero(np.asarray(self.rows["split"]) == name)
        return Split(programs=there[there < self.whole], imports=there[there >= self.whole])

    def batch(self, rows: Rows, device: torch.device) -> Batch:
        """The graphs of these numbers, in this order, on a device."""
        edge_index, graph = _edges(self.graphs, rows)
        labels = self.labels[torch.from_numpy(rows)]
        x = _features(self.graphs, rows).to(device)
        return Batch(x, edge_index.to(device), graph.to(device), len(rows), labels.to(device))

    def root_mean_square(self, rows: Rows) -> Tensor:
        """Of each feature over the units of these graphs, one at least: float32 [978]."""
        x = _features(self.graphs, rows)
        total = torch.bincount(x.column, x.value.double().square(), minlength=FEATURES)
        return (total / x.shape[0]).sqrt().float()

    def in_order(self, rows: Rows, size: int, device: torch.device) -> Iterator[Batch]:
        """The graphs of these numbers, ``size`` at a time."""
        for begin in range(0, len(rows), size):
            yield self.batch(rows[begin : begin + size], device)


class Split(NamedTuple):
    """Numbers of graphs: of programs and functions as they are, and of texts without imports; ascending."""

    programs: Rows
    imports: Rows


def examples_of(dataset: Dataset) -> Examples:
    """The graphs of a data set, with labels as tensors.

    Raises:
        ModelError: a feature is not finite.
    """
    whole, bare = dataset.programs, dataset.imports
    for name, taught in (("programs", whole), ("imports", bare)):
        if not np.isfinite(taught.graphs.value).all():
            raise ModelError(f"{name}: a feature is not finite; run `dvc repro --force featurize`")
    rows = pa.concat_tables([whole.rows, bare.rows])
    return Examples(
        concatenate([whole.graphs, bare.graphs]),
        rows,
        len(whole.graphs),
        _labels(rows, len(whole.graphs), dataset.vocabularies),
        dataset.vocabularies,
    )


def training_batches(examples: Examples, split: Split, size: int, seed: int, epoch: int) -> list[Rows]:
    """Numbers of the graphs of each batch of an epoch; a function of its arguments alone.

    Every graph of the split is in one batch. A batch has ``size`` programs, the last what is left, and its share of the
    texts without imports.
    """
    generator = np.random.default_rng([seed, epoch])
    order = _problems_together(split.programs, examples.labels.problem.numpy()[split.programs], generator)
    batches = [order[begin : begin + size] for begin in range(0, len(order), size)]
    bare = generator.permutation(split.imports)
    shares = (
        np.array_split(bare, len(batches)) if batches else [bare[at : at + size] for at in range(0, len(bare), size)]
    )
    return [np.concatenate(parts) for parts in zip(batches or [bare[:0]] * len(shares), shares, strict=True)]


def _features(graphs: PackedGraphs, rows: Rows) -> SparseMatrix:
    """[N, 978] features of the units of these graphs, which stay as sparse as they are kept."""
    units = graphs.node_offset[rows], graphs.node_offset[rows + 1]
    values = graphs.value_offset[units[0]], graphs.value_offset[units[1]]
    offset = np.concatenate([[0], np.cumsum(_joined(np.diff(graphs.value_offset), *units))])
    column, value = _joined(graphs.column, *values).astype(np.int64), _joined(graphs.value, *values)
    return SparseMatrix(torch.from_numpy(offset), torch.from_numpy(column), torch.from_numpy(value), FEATURES)


def _edges(graphs: PackedGraphs, rows: Rows) -> tuple[Tensor, Tensor]:
    """int64 [2, E] the edges among the units of these graphs, and int64 [N] the place of each unit's graph."""
    units = graphs.node_offset[rows + 1] - graphs.node_offset[rows]
    edges = graphs.edge_offset[rows], graphs.edge_offset[rows + 1]
    shift = np.repeat(np.cumsum(units) - units, edges[1] - edges[0])
    edge_index = _joined(graphs.edge_index, *edges) + shift
    return torch.from_numpy(edge_index), torch.from_numpy(np.repeat(np.arange(len(rows)), units))


def _joined(array: Array, begin: Rows, end: Rows) -> Array:
    """Runs of an array's last axis, one after the other."""
    runs = zip(begin.tolist(), end.tolist(), strict=True)
    return np.concatenate([array[..., :0], *(array[..., start:stop] for start, stop in runs)], axis=-1)


def _problems_together(rows: Rows, problem: Array, generator: np.random.Generator) -> Rows:
    """The rows in a random order in which those of a problem come ``TOGETHER`` at a time."""
    mixed = generator.permutation(len(rows))
    mixed = mixed[np.argsort(problem[mixed], kind="stable")]
    begins = np.flatnonzero(np.diff(problem[mixed], prepend=NOBODY - 1))
    place = np.arange(len(mixed)) - np.repeat(begins, np.diff(np.append(begins, len(mixed))))
    chunk = np.cumsum((place % TOGETHER == 0) | (problem[mixed] == NOBODY)) - 1
    rank = generator.permutation(chunk[-1] + 1 if len(chunk) else 0)
    return rows[mixed[np.argsort(rank[chunk], kind="stable")]]


def _labels(rows: pa.Table, whole: int, vocabularies: Vocabularies) -> Labels:
    program = np.arange(len(rows)) < whole
    confidence, tried = np.asarray(rows["confidence"]), np.asarray(rows["has_confidence"]) & program
    kinds, exceptions = (np.asarray(rows[name]) & program for name in ("knows_kinds", "knows_exceptions"))
    attempt = program & (np.asarray(rows["verdict"]) != "")
    parent, own = np.asarray(rows["parent"]), np.asarray(rows["program"])
    return Labels(
        confidence=torch.from_numpy(confidence.astype(np.float32)),
        has_confidence=torch.from_numpy(tried),
        problem=torch.from_numpy(_codes(np.asarray(rows["problem"]), attempt)),
        family=torch.from_numpy(_codes(np.where(parent == "", own, parent), attempt)),
        imports=_indicators(rows["imports"], vocabularies.imports),
        knows_imports=torch.from_numpy(~program[:, None]),
        bugs=_indicators(rows["bugs"], vocabularies.bugs),
        knows_bugs=torch.from_numpy(bug_mask(kinds, exceptions, vocabularies.bugs)),
    )


def _codes(names: Array, counts: Array) -> Rows:
    """A number for each name, ``NOBODY`` where it does not count."""
    return np.where(counts, np.unique(names.astype(str), return_inverse=True)[1], NOBODY)


def _indicators(lists: pa.ChunkedArray, names: dict[str, int]) -> Tensor:
    return torch.from_numpy(indicators(lists.to_pylist(), names).astype(np.float32))
