"""Answers to "the graph is too large": keep some kinds, a neighbourhood, or one connected component.

Each function takes the whole snapshot in columns and gives a smaller one; rows stay sorted by id.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import GraphColumns, IdIndex, Longs, parse_ids


def keep_kinds(columns: GraphColumns, kinds: Sequence[str]) -> GraphColumns:
    """Nodes of the given kinds and the edges between them.

    Raises:
        SnapshotError: a kind does not occur in this snapshot.
    """
    present = [columns.kinds[code] for code in np.unique(columns.kind)]
    unknown = sorted(set(kinds) - set(present))
    if unknown:
        raise SnapshotError(f"no node of kind {', '.join(unknown)}; this snapshot has {', '.join(present)}")
    wanted = np.array([kind in kinds for kind in columns.kinds])
    return keep_rows(columns, wanted[columns.kind])


def keep_neighbourhood(columns: GraphColumns, node_id: str, hops: int) -> GraphColumns:
    """Nodes that at most ``hops`` edges, taken in either direction, separate from ``node_id``.

    Raises:
        SnapshotError: there is no such node.
    """
    row = int(IdIndex(columns.ids).rows(parse_ids([node_id]))[0])
    if row < 0:
        raise SnapshotError(f"node {node_id} is not in snapshot {columns.snapshot.id}")
    source, target = columns.edge_index
    reached = np.zeros(columns.nodes, bool)
    reached[row] = True
    for _ in range(hops):
        touched = reached[source] | reached[target]
        before = np.count_nonzero(reached)
        reached[source[touched]] = True
        reached[target[touched]] = True
        if np.count_nonzero(reached) == before:
            break
    return keep_rows(columns, reached)


def keep_component(columns: GraphColumns, rank: int) -> GraphColumns:
    """The weakly connected component of the given rank by size, 0 for the largest; ties by lowest id.

    Raises:
        SnapshotError: there are fewer components.
    """
    ones = np.ones(columns.edges, np.int8)
    adjacency = coo_matrix((ones, tuple(columns.edge_index)), shape=(columns.nodes, columns.nodes))
    count, label = connected_components(adjacency, directed=False)
    if rank >= count:
        raise SnapshotError(f"component {rank} was asked for, but there are {count} (0 to {count - 1})")
    first = np.full(count, columns.nodes)
    np.minimum.at(first, label, np.arange(columns.nodes))
    by_size = np.lexsort((first, -np.bincount(label, minlength=count)))
    return keep_rows(columns, label == by_size[rank])


def keep_rows(columns: GraphColumns, kept: NDArray[np.bool_]) -> GraphColumns:
    """The induced subgraph of the rows where ``kept`` [N] is true. A node whose parent went becomes a root."""
    if not kept.any():
        raise SnapshotError("the selection keeps no node")
    new_row = np.where(kept, np.cumsum(kept) - 1, -1)
    edges = kept[columns.edge_index].all(axis=0)
    return replace(
        columns,
        ids=columns.ids[kept],
        kind=columns.kind[kept],
        edge_index=new_row[columns.edge_index[:, edges]],
        edge_type=columns.edge_type[edges],
        parent=None if columns.parent is None else _parents(columns.parent, kept, new_row),
        file=None if columns.file is None else columns.file[kept],
        location=None if columns.location is None else columns.location[kept],
    )


def _parents(parent: Longs, kept: NDArray[np.bool_], new_row: Longs) -> Longs:
    return np.where(parent[kept] >= 0, new_row[parent[kept]], -1)
