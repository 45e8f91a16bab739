"""The example snapshot in columns, made without any of the code under test's readers."""

import numpy as np

from codegraft.snapshot.columns import GraphColumns, SnapshotInfo, parse_ids
from codegraft.snapshot.kinds import EDGE_TYPES, NODE_KINDS
from tests.snapshot.graphs import EXAMPLE, TinySnapshot, uid


def example_columns(snapshot: TinySnapshot = EXAMPLE) -> GraphColumns:
    """Plain Python over sorted lists: the oracle for every quicker way."""
    nodes = sorted(snapshot.nodes)
    row = {number: index for index, (number, _, _) in enumerate(nodes)}
    kinds = (*NODE_KINDS, *sorted({kind for _, kind, _ in nodes} - set(NODE_KINDS)))
    edge_types = (*EDGE_TYPES, *sorted({kind for *_, kind in snapshot.edges} - set(EDGE_TYPES)))
    edges = sorted((row[a], row[b], edge_types.index(kind)) for a, b, kind in snapshot.edges)
    files = tuple(sorted({snapshot.path(number) for number in row}))
    location = [list(snapshot.location(number).values()) for number in row]
    return GraphColumns(
        snapshot=SnapshotInfo(snapshot.id, "v1", "repo"),
        ids=parse_ids([uid(number) for number in row]),
        kind=np.array([kinds.index(kind) for _, kind, _ in nodes], np.int64),
        kinds=kinds,
        edge_index=np.array([[a, b] for a, b, _ in edges], np.int64).reshape(-1, 2).T.copy(),
        edge_type=np.array([kind for *_, kind in edges], np.int64),
        edge_types=edge_types,
        parent=np.array([-1 if parent is None else row[parent] for *_, parent in nodes], np.int64),
        file=np.array([files.index(snapshot.path(number)) for number in row], np.int64),
        files=files,
        location=np.array(location, np.int32).reshape(-1, 4),
    )
