"""PostgreSQL -> frozen NetworkX graph with every property, for people who want to look.

Tensors do not come this way (see :mod:`codegraft.snapshot.fetch`): a view with every property costs kilobytes a node.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import networkx as nx

from codegraft.bulk import collector_paused
from codegraft.snapshot.columns import LISTED, SnapshotInfo, refuse_loose
from codegraft.snapshot.fetch import Dangling, check_dangling, parse_snapshot_id
from codegraft.snapshot.models import FrozenDict, SnapshotEdge, SnapshotGraph, SnapshotNode, frozen_object
from codegraft.snapshot.postgres.database import connect, open_database
from codegraft.snapshot.reader import EDGES, NODES, SnapshotReader


def materialize_snapshot(snapshot_id: str, dsn: str | None = None, dangling: Dangling = "error") -> SnapshotGraph:
    """Load one snapshot as a frozen ``MultiDiGraph``.

    Nodes carry ``kind``, ``label`` and ``properties`` (filePath, parentId, data, location, createdAt, updatedAt,
    snapshotId); edges carry ``kind`` and ``properties`` (id, filePath, version, createdAt, snapshotId). Nodes are
    sorted by id, edges by (source, target, kind, id), mappings by key, and nothing in the result can be changed:
    neither graph nor attributes. ``graph.copy()`` gives a graph that can.

    Args:
        snapshot_id: UUID in any spelling.
        dsn: ``None`` for the database that params.yaml chooses, ``embedded``, ``env``, or a connection string.
        dangling: ``error`` refuses edges and parents outside the snapshot, ``drop`` leaves such edges out and counts
            them in ``dropped_edges``.

    Raises:
        SnapshotError: unknown, empty, half-loaded or inconsistent snapshot.
        DatabaseError: the database cannot be reached or read.
    """
    check_dangling(dangling)
    snapshot_id = parse_snapshot_id(snapshot_id)
    with (
        open_database(dsn, create=False) as database,
        connect(database, read_only=True) as connection,
        collector_paused(),
    ):
        reader = SnapshotReader(connection, database.schema, snapshot_id)
        info = reader.info()
        nodes = list(_nodes(reader.records(NODES, _NODE_COLUMNS, order=("id",)), snapshot_id))
        edges = list(_edges(reader.records(EDGES, _EDGE_COLUMNS, order=("fromId", "toId", "kind", "id")), snapshot_id))
        reader.check_whole(len(nodes), len(edges))
        kept = _without_loose_ends(nodes, edges, dangling)
        graph = _frozen_graph(info, nodes, kept)
        return SnapshotGraph(graph, tuple(nodes), tuple(kept), info, dropped_edges=len(edges) - len(kept))


_NODE_COLUMNS = ("id", "type", "originalType", "filePath", "parentId", "data", "location", "createdAt", "updatedAt")
_EDGE_COLUMNS = ("fromId", "toId", "kind", "id", "filePath", "version", "createdAt")


def _nodes(rows: Iterable[tuple[Any, ...]], snapshot_id: str) -> Iterator[SnapshotNode]:
    document, time = _Memo(_document), _Memo(_iso_time)
    for node, kind, label, path, parent, data, location, created, updated in rows:
        properties = FrozenDict(
            createdAt=time[created],
            data=document[data],
            filePath=path,
            location=document[location],
            parentId=parent,
            snapshotId=snapshot_id,
            updatedAt=time[updated],
        )
        yield SnapshotNode(node, kind, label, properties)


def _edges(rows: Iterable[tuple[Any, ...]], snapshot_id: str) -> Iterator[SnapshotEdge]:
    time = _Memo(_iso_time)
    for source, target, kind, edge, path, version, created in rows:
        properties = FrozenDict(
            createdAt=time[created], filePath=path, id=edge, snapshotId=snapshot_id, version=int(version)
        )
        yield SnapshotEdge(source, target, kind, properties)


class _Memo(dict[str | None, Any]):
    """Results by argument. Many nodes say the same (``{"name": "self"}``), and frozen results can be shared."""

    def __init__(self, function: Callable[[str], Any]) -> None:
        super().__init__({None: None})
        self._function = function

    def __missing__(self, text: str) -> Any:
        self[text] = result = self._function(text)
        return result


def _without_loose_ends(nodes: list[SnapshotNode], edges: list[SnapshotEdge], dangling: Dangling) -> list[SnapshotEdge]:
    """Edges whose two ends are nodes of the snapshot; by default every edge and every parent must be."""
    known = {node.id for node in nodes}
    loose = [edge for edge in edges if edge.source not in known or edge.target not in known]
    if dangling == "drop":
        return [edge for edge in edges if edge.source in known and edge.target in known] if loose else edges
    if loose:
        refuse_loose("edges", [e.source for e in loose[:LISTED]], [e.target for e in loose[:LISTED]], len(loose))
    lost = [(parent, node.id) for node in nodes if (parent := node.properties["parentId"]) and parent not in known]
    if lost:
        refuse_loose("parents", [parent for parent, _ in lost[:LISTED]], [node for _, node in lost[:LISTED]], len(lost))
    return edges


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


def _document(text: str) -> Any:
    return _DECODER.raw_decode(text)[0]  # jsonb comes without blanks around it, which decode() would look for


def _iso_time(text: str) -> str:
    return text.replace(" ", "T")
