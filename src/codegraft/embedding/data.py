"""A bundle's graph as whole files: held out by repository, sampled, packed into batches, with node kinds to hide.

Two rules keep a result honest. Repositories are held out whole, so that no held-out code was seen in training. And a
batch holds whole files with the edges inside them only, so that what is predicted for a node depends on its own file
and not on what happened to be packed beside it; ``cross_file_share`` says how many edges this leaves out.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from codegraft.errors import BundleError
from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.kinds import PARENT

Longs = NDArray[np.int64]


@dataclass(frozen=True)
class FileGraph:
    """The part of a bundle that the task reads.

    Shapes:
        kind: [N], codes into ``kinds``.
        parent_kind: [N], kind of the syntax-tree parent; ``len(kinds)`` for a root.
        file: [N], codes into ``files``.
        size: [F], nodes of each file.
        repository: [F], codes into ``repositories``.
        edge_index: [2, E] row numbers of the edges whose ends are in one file; ``cross_file_share`` of all are not.

    ``snapshot`` is the id of the snapshot that the bundle was exported from.
    """

    kinds: tuple[str, ...]
    files: tuple[str, ...]
    repositories: tuple[str, ...]
    kind: Longs
    parent_kind: Longs
    file: Longs
    size: Longs
    repository: Longs
    edge_index: Longs
    cross_file_share: float
    snapshot: str


@dataclass(frozen=True)
class Split:
    """Codes of the files on either side, and the groups (repositories, or files) that are held out."""

    by: Literal["repository", "file"]
    train: Longs
    held_out: Longs
    held_out_groups: tuple[str, ...]


@dataclass(frozen=True)
class FileBatch:
    """Some whole files as one graph of n nodes, on one device.

    Shapes:
        kind, parent_kind: int64 [n]. edge_index: int64 [2, e], rows of this batch. rows: int64 [n], rows of the bundle.
    """

    kind: Tensor
    parent_kind: Tensor
    edge_index: Tensor
    rows: Tensor

    def to(self, device: torch.device) -> "FileBatch":
        """The same batch on ``device``."""
        return FileBatch(*(tensor.to(device) for tensor in vars(self).values()))

    def masked(self, rows: Tensor, code: int) -> Tensor:
        """Kinds of the nodes with ``code`` in place of those of ``rows``: int64 [n]."""
        return self.kind.index_fill(0, rows, code)


def file_graph(bundle: TensorBundle) -> FileGraph:
    """Read kinds, files and edges of a bundle.

    Raises:
        BundleError: the bundle was exported without kinds, files or syntax-tree edges.
    """
    if bundle.node_kind is None or bundle.node_file is None or bundle.edge_type is None:
        raise BundleError(
            "the bundle does not say which file and kind each node has (node_file, node_kind): export it with "
            "`dvc repro export`, or in Python with Layout(files=True, parent_edges=True)"
        )
    types = bundle.manifest["edge_types"]
    if not bundle.manifest["parent_edges"]:
        raise BundleError("the bundle has no syntax-tree edges: set export.parent_edges: true in params.yaml")
    kinds, files = tuple(bundle.manifest["node_kind_names"]), tuple(bundle.manifest["files"])
    kind, file, edges = bundle.node_kind.numpy(), bundle.node_file.numpy(), bundle.edge_index.numpy()
    inside = file[edges[0]] == file[edges[1]]
    parent, child = edges[:, inside & (bundle.edge_type.numpy() == types.index(PARENT))]
    parent_kind = np.full(len(kind), len(kinds), np.int64)
    parent_kind[child] = kind[parent]
    names = [path.split("/", 1)[0] for path in files]
    repositories, repository = np.unique(names, return_inverse=True)
    return FileGraph(
        kinds,
        files,
        tuple(repositories.tolist()),
        kind,
        parent_kind,
        file,
        np.bincount(file, minlength=len(files)),
        repository,
        edges[:, inside],
        np.count_nonzero(~inside) / max(len(inside), 1),
        bundle.manifest["snapshot"]["id"],
    )


def split_files(graph: FileGraph, share: float, seed: int) -> Split:
    """Hold out about ``share`` of the repositories, at least one and never all.

    A bundle of one repository is split by file instead: a weaker test, since files of one author resemble each other.

    Raises:
        BundleError: the bundle holds fewer than two files.
    """
    files = np.flatnonzero(graph.size)
    by_repository = len(np.unique(graph.repository[files])) > 1
    group = graph.repository if by_repository else np.arange(len(graph.files))
    groups = np.unique(group[files])
    if len(groups) < 2:
        raise BundleError("a bundle of one file leaves nothing to hold out: take more code into the snapshot")
    count = min(max(round(share * len(groups)), 1), len(groups) - 1)
    chosen = np.sort(np.random.default_rng(seed).choice(groups, count, replace=False))
    out = np.isin(group[files], chosen)
    names = graph.repositories if by_repository else graph.files
    by: Literal["repository", "file"] = "repository" if by_repository else "file"
    return Split(by, files[~out], files[out], tuple(names[code] for code in chosen))


def sample_files(graph: FileGraph, files: Longs, nodes: int, seed: int) -> Longs:
    """Draw files that together hold about ``nodes`` nodes, each repository in proportion to its size.

    Files of a repository are drawn in random order until its part is full; each repository gives one at least.

    Returns:
        File codes in random order, so that neighbours in it come from different repositories.
    """
    generator = np.random.default_rng(seed)
    files = generator.permutation(files)
    total = graph.size[files].sum()
    kept = []
    for code in np.unique(graph.repository[files]):
        mine = files[graph.repository[files] == code]
        held = np.cumsum(graph.size[mine])
        fits = held * total <= held[-1] * nodes
        fits[0] = True
        kept.append(mine[fits])
    return generator.permutation(np.concatenate(kept))


def pack(graph: FileGraph, files: Longs, batch_nodes: int) -> list[FileBatch]:
    """Batches of whole files in the given order; all files that begin within one stretch of ``batch_nodes`` nodes.

    A batch is therefore longer than ``batch_nodes`` by less than its last file.
    """
    order = np.full(len(graph.files), -1, np.int64)
    order[files] = np.arange(len(files))
    place = order[graph.file]
    rows = np.argsort(place, kind="stable")[np.count_nonzero(place < 0) :]
    new_row = np.full(len(place), -1, np.int64)
    new_row[rows] = np.arange(len(rows))
    batch_of_file = (np.cumsum(graph.size[files]) - graph.size[files]) // batch_nodes
    batch_of_node = batch_of_file[place[rows]]
    edges = new_row[graph.edge_index[:, place[graph.edge_index[0]] >= 0]]
    edges = edges[:, np.argsort(edges[0], kind="stable")]
    first = np.flatnonzero(np.diff(batch_of_node, prepend=-1))
    bounds = [*first.tolist(), len(rows)]
    return [_batch(graph, rows[a:b], edges, a) for a, b in pairwise(bounds)]


def hidden_rows(nodes: int, share: float, seed: int, epoch: int, batch: int) -> Tensor:
    """Rows whose kind is hidden: int64, ascending, a ``share`` of ``nodes``, at least one.

    Depends on the arguments alone, so that any step's mask can be drawn again without drawing those before it.
    """
    count = max(round(share * nodes), 1)
    return torch.from_numpy(np.sort(np.random.default_rng((seed, epoch, batch)).permutation(nodes)[:count]))


def _batch(graph: FileGraph, rows: Longs, edges: Longs, first: int) -> FileBatch:
    """The batch of consecutive new rows from ``first``; ``edges`` are sorted by source, and stay within files."""
    begin, end = np.searchsorted(edges[0], [first, first + len(rows)])
    tensors = graph.kind[rows], graph.parent_kind[rows], edges[:, begin:end] - first, rows
    return FileBatch(*(torch.from_numpy(np.ascontiguousarray(tensor)) for tensor in tensors))
