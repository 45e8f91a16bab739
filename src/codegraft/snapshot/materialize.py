"""PostgreSQL -> frozen NetworkX graph with every property, for people who want to look.

Tensors do not come this way (see :mod:`codegraft.snapshot.fetch`): a view with every property costs kilobytes a node.
"""

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import networkx as nx
from psycopg2 import sql
from psycopg2.extensions import connection as Connection

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import LISTED, SnapshotInfo
from codegraft.snapshot.fetch import EDGES, NODES, Dangling, SnapshotReader, parse_snapshot_id
from codegraft.snapshot.models import FrozenDict, SnapshotEdge, SnapshotGraph, SnapshotNode, frozen_object
from codegraft.snapshot.postgres.database import connect, open_database

BATCH = 20_000
"""Rows that the client holds beside the result."""

T = TypeVar("T")


def materialize_snapshot(snapshot_id: str, dsn: str | None = None, dangling: Dangling = "error") -> SnapshotGraph:
    """Load one snapshot as a frozen ``MultiDiGraph``.

    Nodes carry ``kind``, ``label`` and ``properties`` (filePath, parentId, data, location, createdAt, updatedAt,
    snapshotId); edges carry ``kind`` and ``properties`` (id, filePath, version, createdAt, snapshotId). Nodes are
    sorted by id, edges by (source, target, kind, id), mappings by key, and nothing in the result can be changed:
    neither graph nor attributes. ``graph.copy()`` gives a graph that can.

    Args:
        snapshot_id: UUID in any spelling.
        dsn: ``None`` for the database that params.yaml chooses, ``embedded``, ``env``, or a connection string.
        dangling: ``error`` refuses edges whose end is not in the snapshot, ``drop`` leaves them out.

    Raises:
        SnapshotError: unknown, empty, half-loaded or inconsistent snapshot.
        DatabaseError: the database cannot be reached or read.
    """
    snapshot_id = parse_snapshot_id(snapshot_id)
    with open_database(dsn) as database, connect(database, read_only=True) as connection, _without_cyclic_gc():
        reader = SnapshotReader(connection, database.schema, snapshot_id)
        info = reader.info()
        nodes = sorted(_fetch_nodes(connection, database.schema, snapshot_id), key=lambda node: node.id)
        edges = sorted(_fetch_edges(connection, database.schema, snapshot_id), key=_edge_order)
        reader.check_whole(len(nodes), len(edges))
    with _without_cyclic_gc():
        kept = _with_known_ends(edges, {node.id for node in nodes}, dangling)
        return SnapshotGraph(_frozen_graph(info, nodes, kept), tuple(nodes), tuple(kept), info)


def _fetch_nodes(connection: Connection, schema: str, snapshot_id: str) -> Iterator[SnapshotNode]:
    columns = ("id", "type", "originalType", "filePath", "parentId", "data", "location", "createdAt", "updatedAt")
    load, when = _memoised(_DECODER.decode), _memoised(_iso_time)
    for row in _rows(connection, schema, NODES, columns, snapshot_id):
        node, kind, label, path, parent, data, location, created, updated = row
        properties = FrozenDict(
            createdAt=when(created),
            data=load(data),
            filePath=path,
            location=load(location),
            parentId=parent,
            snapshotId=snapshot_id,
            updatedAt=when(updated),
        )
        yield SnapshotNode(node, kind, label, properties)


def _fetch_edges(connection: Connection, schema: str, snapshot_id: str) -> Iterator[SnapshotEdge]:
    columns = ("fromId", "toId", "kind", "id", "filePath", "version", "createdAt")
    when = _memoised(_iso_time)
    for source, target, kind, edge, path, version, created in _rows(connection, schema, EDGES, columns, snapshot_id):
        properties = FrozenDict(
            createdAt=when(created), filePath=path, id=edge, snapshotId=snapshot_id, version=int(version)
        )
        yield SnapshotEdge(source, target, kind, properties)


def _rows(
    connection: Connection, schema: str, table: str, columns: tuple[str, ...], snapshot_id: str
) -> Iterator[tuple[Any, ...]]:
    """Rows as texts, through a server-side cursor so that the client holds one batch at a time."""
    query = sql.SQL('SELECT {columns} FROM {table} WHERE "snapshotId" = {id}').format(
        columns=sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(column)) for column in columns),
        table=sql.Identifier(schema, table),
        id=sql.Literal(snapshot_id),
    )
    with connection.cursor(name=f"codegraft_{table}") as cursor:
        cursor.itersize = BATCH
        cursor.execute(query)
        yield from cursor


def _edge_order(edge: SnapshotEdge) -> tuple[str, str, str, str]:
    return edge.source, edge.target, edge.kind or "", edge.properties["id"]


def _with_known_ends(edges: list[SnapshotEdge], known: set[str], dangling: Dangling) -> list[SnapshotEdge]:
    loose = [edge for edge in edges if edge.source not in known or edge.target not in known]
    if not loose:
        return edges
    if dangling == "error":
        listed = "\n".join(f"  {edge.source} -> {edge.target}" for edge in loose[:LISTED])
        raise SnapshotError(f"{len(loose)} edges have an end that is no node of this snapshot, first:\n{listed}")
    return [edge for edge in edges if edge.source in known and edge.target in known]


def _frozen_graph(info: SnapshotInfo, nodes: list[SnapshotNode], edges: list[SnapshotEdge]) -> nx.MultiDiGraph:
    """The graph that ``add_node`` and ``add_edge`` would make of sorted records, with frozen attributes.

    Filled from within: ``add_edge`` takes three times as long for checks that rows with known ends do not need, and
    NetworkX has no public way to an attribute dict of another type. ``nx.freeze`` guards the graph's methods only;
    frozen attributes guard what ``graph.nodes[n]`` and ``graph.edges[e]`` give.
    """
    graph = nx.MultiDiGraph()
    for node in nodes:
        name, kind, label, properties = node
        graph._node[name] = FrozenDict(kind=kind, label=label, properties=properties)
        graph._succ[name], graph._pred[name] = {}, {}
    for source, target, kind, properties in edges:
        parallel = graph._succ[source].setdefault(target, {})
        parallel[len(parallel)] = FrozenDict(kind=kind, properties=properties)
        graph._pred[target][source] = parallel
    graph.graph = FrozenDict(snapshot_id=info.id, snapshot_version=info.version, root_path=info.root_path)
    return nx.freeze(graph)


_DECODER = json.JSONDecoder(object_pairs_hook=frozen_object)


def _iso_time(text: str) -> str:
    return text.replace(" ", "T")


def _memoised(function: Callable[[str], T]) -> Callable[[str | None], T | None]:
    """Many nodes say the same (``{"name": "self"}``); frozen results are shared between them."""
    seen: dict[str | None, T | None] = {None: None}

    def look_up(text: str | None) -> T | None:
        if text is not None and text not in seen:
            seen[text] = function(text)
        return seen[text]

    return look_up


@contextmanager
def _without_cyclic_gc() -> Iterator[None]:
    """Millions of live objects and no cycles: each collection would walk them all for nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
