"""The export as a textbook would write it: dict rows, a NetworkX graph, Python lists, pickle.

It is the peer that :mod:`benchmarks.export` compares with, so it does what such code does, no more and no less: all
columns, ORDER BY in the server, canonical properties, a frozen ``MultiDiGraph``, one tensor write per node.
"""

import json
import pickle
from pathlib import Path
from typing import Any

import networkx as nx
import psycopg2
import psycopg2.extras
import torch

from codegraft.snapshot.kinds import bucket_of


def export(dsn: str, snapshot_id: str, path: Path) -> dict[str, Any]:
    """Fetch, build the graph, map, make tensors, pickle."""
    graph = materialize(dsn, snapshot_id)
    mapping = {node: row for row, node in enumerate(sorted(graph.nodes))}
    sources, targets = [], []
    for source, target in graph.edges():
        sources.append(mapping[source])
        targets.append(mapping[target])
    x = torch.zeros((len(mapping), 6), dtype=torch.float32)
    for node, attributes in graph.nodes(data=True):
        x[mapping[node], bucket_of(attributes["kind"])] = 1.0
    edge_index = torch.tensor([sources, targets], dtype=torch.long)
    bundle = {"x": x, "edge_index": edge_index, "node_mapping": mapping}
    with path.open("wb") as file:
        pickle.dump(bundle, file)
    return bundle


def materialize(dsn: str, snapshot_id: str) -> nx.MultiDiGraph:
    """All rows as dicts, canonical properties, a frozen graph."""
    connection = psycopg2.connect(dsn)
    try:
        with connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as cursor:
            cursor.execute(
                'SELECT id, "filePath", type, "snapshotId", data, location, "originalType", "createdAt", "updatedAt" '
                'FROM "AstNode" WHERE "snapshotId" = %s ORDER BY id',
                (snapshot_id,),
            )
            nodes = cursor.fetchall()
            cursor.execute(
                'SELECT id, "fromId", "toId", kind, "filePath", "snapshotId", version, "createdAt" '
                'FROM "GraphEdge" WHERE "snapshotId" = %s ORDER BY "fromId", "toId", kind',
                (snapshot_id,),
            )
            edges = cursor.fetchall()
    finally:
        connection.close()
    graph = nx.MultiDiGraph()
    for row in nodes:
        keys = ("filePath", "data", "location", "snapshotId", "createdAt", "updatedAt")
        properties = _canonical({key: row[key] for key in keys})
        graph.add_node(row["id"], kind=row["type"], label=row["originalType"], properties=properties)
    records = []
    for row in edges:
        keys = ("id", "filePath", "snapshotId", "version", "createdAt")
        records.append((row["fromId"], row["toId"], row["kind"], _canonical({key: row[key] for key in keys})))
    records.sort(key=lambda edge: (*edge[:3], json.dumps(edge[3], sort_keys=True, default=str)))
    for source, target, kind, properties in records:
        graph.add_edge(source, target, kind=kind, properties=properties)
    return nx.freeze(graph)


def _canonical(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _canonical(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_canonical(item) for item in value]
    return value.isoformat() if hasattr(value, "isoformat") else value
