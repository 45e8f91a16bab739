"""Graph -> tensors.

Two ways to the same numbers. ``create_*`` take a NetworkX graph or its records and are for people and small graphs;
:func:`features_of` takes columns and is what the pipeline uses. Every test graph goes through both.

Node features v1, float32 [N, 6]: one-hot of the kind's bucket (:data:`~codegraft.snapshot.kinds.BUCKETS`).

Node features v2, float32 [N, 29]: the six v1 columns, one-hot of the exact kind (18 columns, the last for kinds that
are not listed), then five numbers, each ``log1p`` of a count: lines spanned, start column, depth in the syntax tree,
number of children, line in the file; positions are 0 where the location is unknown.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import networkx as nx
import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from codegraft.snapshot.columns import GraphColumns, Longs
from codegraft.snapshot.kinds import BUCKETS, EDGE_TYPES, LOCATION_KEYS, NODE_KINDS, bucket_of
from codegraft.snapshot.models import SnapshotEdge, SnapshotNode

FeatureVersion = Literal["v1", "v2"]

POSITIONS = ("log_lines", "log_start_column", "log_depth", "log_children", "log_start_line")

FEATURE_NAMES: dict[str, tuple[str, ...]] = {
    "v1": tuple(f"bucket_{name}" for name in BUCKETS),
    "v2": (
        *(f"bucket_{name}" for name in BUCKETS),
        *(f"kind_{name}" for name in NODE_KINDS),
        "kind_unlisted",
        *POSITIONS,
    ),
}
"""Name of each feature column, by version."""

EDGE_FEATURE_NAMES = (*(f"edge_{name}" for name in EDGE_TYPES), "edge_unlisted", "same_file", "self_loop")
"""Columns of :func:`create_edge_features`."""


def create_node_mapping(graph: nx.Graph) -> dict[str, int]:
    """Node id -> row, by ascending id."""
    return {node: row for row, node in enumerate(sorted(graph.nodes, key=str))}


def create_edge_index(graph: nx.Graph, node_to_idx: Mapping[str, int]) -> Tensor:
    """COO edges, int64 [2, E], in the order of ``graph.edges``; a graph that we materialised iterates sorted.

    Raises:
        ValueError: an edge's end has no row.
    """
    edges = [(source, target) for source, target in graph.edges()]
    missing = sorted({str(node) for edge in edges for node in edge if node not in node_to_idx})
    if missing:
        raise ValueError(f"{len(missing)} edge ends have no row in node_to_idx, first {missing[:10]}")
    rows = [(node_to_idx[source], node_to_idx[target]) for source, target in edges]
    return torch.tensor(rows, dtype=torch.int64).reshape(-1, 2).t().contiguous()


def create_feature_matrix_v1(nodes: Sequence[SnapshotNode], node_to_idx: Mapping[str, int]) -> Tensor:
    """One-hot bucket of each node's kind, float32 [N, 6]; row order is that of ``node_to_idx``.

    Raises:
        ValueError: ``nodes`` and ``node_to_idx`` do not hold the same ids.
    """
    _validate_node_set(nodes, node_to_idx)
    bucket = np.empty(len(nodes), np.int64)
    for node in nodes:
        bucket[node_to_idx[node.id]] = bucket_of(node.kind)
    return torch.from_numpy(_one_hot(bucket, len(BUCKETS)))


def create_feature_matrix_v2(nodes: Sequence[SnapshotNode], node_to_idx: Mapping[str, int]) -> Tensor:
    """The v2 features of the module's docstring, float32 [N, 29].

    Reads each node's ``kind`` and its properties ``location`` and ``parentId``.

    Raises:
        ValueError: ``nodes`` and ``node_to_idx`` do not hold the same ids.
    """
    _validate_node_set(nodes, node_to_idx)
    by_row = sorted(nodes, key=lambda node: node_to_idx[node.id])
    rank = {node.id: row for row, node in enumerate(by_row)}
    parent = np.array([rank.get(node.properties.get("parentId", ""), -1) for node in by_row], np.int64)
    location = np.array([_location(node.properties.get("location")) for node in by_row], np.int32).reshape(-1, 4)
    kinds = [node.kind or "" for node in by_row]
    return torch.from_numpy(_features_v2(_kind_buckets(kinds), _kind_codes(kinds), parent, location))


def create_edge_features(edges: Sequence[SnapshotEdge], file_of: Mapping[str, str]) -> Tensor:
    """Edge attributes, float32 [E, 10] (:data:`EDGE_FEATURE_NAMES`), in the order of ``edges``.

    Args:
        edges: edges of the graph.
        file_of: node id -> file path; ``{node.id: node.properties["filePath"] for node in snapshot.nodes}``.
    """
    names, kind = _edge_vocabulary([edge.kind or "" for edge in edges])
    same_file = np.array([file_of[edge.source] == file_of[edge.target] for edge in edges], bool)
    loops = np.array([edge.source == edge.target for edge in edges], bool)
    return torch.from_numpy(_edge_features(names, kind, same_file, loops))


def features_of(columns: GraphColumns, version: FeatureVersion) -> Tensor:
    """``x`` float32 [N, F] of a snapshot in columns; v2 needs ``parent`` and ``location``."""
    buckets = _kind_buckets(columns.kinds)[columns.kind]
    if version == "v1":
        return torch.from_numpy(_one_hot(buckets, len(BUCKETS)))
    if columns.parent is None or columns.location is None:
        raise ValueError("features v2 need the columns parent and location")
    codes = _kind_codes(columns.kinds)[columns.kind]
    return torch.from_numpy(_features_v2(buckets, codes, columns.parent, columns.location))


def edge_attributes_of(columns: GraphColumns) -> Tensor:
    """:func:`create_edge_features` of a snapshot in columns; needs ``file``."""
    if columns.file is None:
        raise ValueError("edge features need the column file")
    source, target = columns.edge_index[0], columns.edge_index[1]
    same_file = np.equal(columns.file[source], columns.file[target])
    return torch.from_numpy(_edge_features(columns.edge_types, columns.edge_type, same_file, np.equal(source, target)))


def _features_v2(buckets: Longs, codes: Longs, parent: Longs, location: NDArray[np.int32]) -> NDArray[np.float32]:
    known = np.all(location >= 0, axis=1)
    start_line, start_column, end_line, _ = np.where(known.reshape(-1, 1), location, 0).T
    lines = np.where(known, np.maximum(end_line - start_line, 0) + 1, 0)
    children = np.bincount(parent[parent >= 0], minlength=len(parent))
    counts = np.stack([lines, start_column, tree_depth(parent), children, start_line], axis=1)
    blocks = [_one_hot(buckets, len(BUCKETS)), _one_hot(codes, len(NODE_KINDS) + 1), np.log1p(counts)]
    return np.concatenate(blocks, axis=1, dtype=np.float32)


def tree_depth(parent: Longs) -> Longs:
    """Depth of each node in a forest given by parent rows (-1 for a root, whose depth is 0).

    Pointer doubling: log2(depth) passes over the array instead of one per level. A cycle, which no syntax tree has,
    ends at the length of the array.
    """
    depth = (parent >= 0).astype(np.int64)
    jump = parent.copy()
    for _ in range(max(len(parent), 1).bit_length()):
        live = np.flatnonzero(jump >= 0)
        if not len(live):
            break
        depth[live] += depth[jump[live]]
        jump[live] = jump[jump[live]]
    return np.minimum(depth, len(parent))


def _one_hot(codes: Longs, width: int) -> NDArray[np.float32]:
    matrix = np.zeros((len(codes), width), np.float32)
    matrix[np.arange(len(codes)), codes] = 1.0
    return matrix


def _kind_buckets(kinds: Iterable[str]) -> Longs:
    return np.array([bucket_of(kind) for kind in kinds], np.int64)


def _kind_codes(kinds: Iterable[str]) -> Longs:
    code = {kind: index for index, kind in enumerate(NODE_KINDS)}
    return np.array([code.get(kind, len(NODE_KINDS)) for kind in kinds], np.int64)


def _edge_vocabulary(kinds: Sequence[str]) -> tuple[tuple[str, ...], Longs]:
    names = tuple(sorted(set(kinds)))
    return names, np.array([names.index(kind) for kind in kinds], np.int64)


def _edge_features(
    names: Sequence[str], kind: Longs, same_file: NDArray[np.bool_], loops: NDArray[np.bool_]
) -> NDArray[np.float32]:
    code = np.array([EDGE_TYPES.index(name) if name in EDGE_TYPES else len(EDGE_TYPES) for name in names], np.int64)
    one_hot = _one_hot(code[kind], len(EDGE_TYPES) + 1)
    return np.column_stack([one_hot, same_file, loops]).astype(np.float32)


def _location(value: Any) -> tuple[int, int, int, int]:
    if not isinstance(value, dict):
        return (-1, -1, -1, -1)
    start_line, start_column, end_line, end_column = (value.get(key, -1) for key in LOCATION_KEYS)
    return start_line, start_column, end_line, end_column


def _validate_node_set(nodes: Sequence[SnapshotNode], node_to_idx: Mapping[str, int]) -> None:
    ids = {node.id for node in nodes}
    missing, extra = sorted(node_to_idx.keys() - ids), sorted(ids - node_to_idx.keys())
    problems = []
    if missing:
        problems.append(f"missing {len(missing)} node ids from nodes list (first {missing[:10]})")
    if extra:
        problems.append(f"found {len(extra)} node ids not present in node_to_idx (first {extra[:10]})")
    if len(ids) != len(nodes):
        problems.append(f"{len(nodes) - len(ids)} node ids stand twice in the nodes list")
    if sorted(node_to_idx.values()) != list(range(len(node_to_idx))):
        problems.append(f"the rows in node_to_idx are not 0 to {len(node_to_idx) - 1}, each once")
    if problems:
        raise ValueError("; ".join(problems))
