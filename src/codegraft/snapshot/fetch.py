"""PostgreSQL -> :class:`GraphColumns`, by binary COPY and numpy.

Every text column that is a vocabulary (kinds, file paths) crosses the wire as an 8-byte hash, so that each row has a
fixed width and a whole COPY stream is one structured array; the few distinct texts are asked for once. PostgreSQL only
scans: sorting and joining in numpy is several times faster than its ``ORDER BY`` and needs no index.

All statements run in the caller's one ``REPEATABLE READ READ ONLY`` transaction, hence on one state of the database.
"""

import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Literal, get_args

import numpy as np
from numpy.typing import NDArray
from psycopg2.extensions import connection as Connection

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import (
    LISTED,
    GraphColumns,
    IdIndex,
    Ids,
    Longs,
    format_ids,
    order_edges,
    refuse_loose,
    sort_ids,
)
from codegraft.snapshot.kinds import EDGE_TYPES, LOCATION_KEYS, NODE_KINDS
from codegraft.snapshot.reader import EDGES, NODES, SnapshotReader

Dangling = Literal["error", "drop"]

_NIL = uuid.UUID(int=0)


@dataclass(frozen=True)
class Want:
    """Which optional columns to read: ``parents``, ``files`` and ``locations`` cost time and memory."""

    parents: bool = False
    files: bool = False
    locations: bool = False


def parse_snapshot_id(text: str) -> str:
    """Canonical spelling of a snapshot id; every spelling that PostgreSQL accepts as a UUID is fine.

    Raises:
        SnapshotError: it is not a UUID.
    """
    try:
        return str(uuid.UUID(str(text).strip()))
    except ValueError:
        raise SnapshotError(f"snapshot id {text!r} is not a UUID; `codegraft snapshot list` shows them") from None


def check_dangling(policy: str) -> None:
    """Refuse a misspelt policy, which would otherwise drop edges in silence.

    Raises:
        SnapshotError: it is neither ``error`` nor ``drop``.
    """
    if policy not in get_args(Dangling):
        raise SnapshotError(f"dangling={policy!r} is unknown; it is one of {', '.join(get_args(Dangling))}")


def fetch_columns(
    connection: Connection, schema: str, snapshot_id: str, want: Want, dangling: Dangling = "error"
) -> GraphColumns:
    """Read one snapshot.

    Args:
        connection: inside a ``REPEATABLE READ READ ONLY`` transaction.
        schema: the schema that holds the tables; quoted here, so any name is safe.
        snapshot_id: canonical UUID.
        want: optional columns.
        dangling: what to do with edges (and parents) whose end is not a node of this snapshot.

    Raises:
        SnapshotError: the snapshot is unknown, empty or half-loaded, or an edge dangles and ``dangling`` is ``error``.
    """
    check_dangling(dangling)
    reader = SnapshotReader(connection, schema, snapshot_id)
    info = reader.info()
    nodes = reader.copy(NODES, _node_fields(want))
    with ThreadPoolExecutor(2) as pool:  # numpy works without the interpreter lock while the next COPY streams
        sorting = pool.submit(_sorted_index, nodes["id"])
        edges = reader.copy(EDGES, _EDGE_FIELDS)
        reader.check_whole(len(nodes), len(edges))
        ids, order, index = sorting.result()
        ends = [pool.submit(index.rows, edges[end]) for end in ("fromId", "toId")]
        kind, kinds = reader.vocabulary(NODES, "type", nodes["type"][order], NODE_KINDS)
        edge_kind, edge_kinds = reader.vocabulary(EDGES, "kind", edges["kind"], EDGE_TYPES)
        source, target = (end.result() for end in ends)
    kept = _known_ends(edges, source, target, dangling)
    edge_index, edge_type = order_edges(source[kept], target[kept], edge_kind[kept], len(ids), len(edge_kinds))
    parent, file, location, orphans = None, None, None, 0
    files: tuple[str, ...] = ()
    if want.parents:
        parent, orphans = _parent_rows(index, ids, nodes["parentId"][order], dangling)
    if want.files:
        file, files = reader.vocabulary(NODES, "filePath", nodes["filePath"][order], ())
    if want.locations:
        location = np.stack([nodes[key][order] for key in LOCATION_KEYS], axis=1).astype(np.int32)
    dropped = len(edges) - edge_index.shape[1] + orphans
    return GraphColumns(
        info, ids, kind, kinds, edge_index, edge_type, edge_kinds, parent, file, files, location, dropped
    )


_EDGE_FIELDS = {
    "fromId": ("uuid", '"fromId"'),
    "toId": ("uuid", '"toId"'),
    "kind": ("int8", "hashtextextended(COALESCE(kind, ''), 0)"),
}


def _node_fields(want: Want) -> dict[str, tuple[str, str]]:
    """Field name -> (binary type, SQL expression that is never NULL)."""
    fields = {"id": ("uuid", "id"), "type": ("int8", "hashtextextended(COALESCE(type, ''), 0)")}
    if want.parents:
        fields["parentId"] = ("uuid", f"COALESCE(\"parentId\", '{_NIL}')")
    if want.files:
        fields["filePath"] = ("int8", "hashtextextended(COALESCE(\"filePath\", ''), 0)")
    if want.locations:
        fields |= {key: ("int4", f"COALESCE((location->>'{key}')::int4, -1)") for key in LOCATION_KEYS}
    return fields


def _sorted_index(ids: Ids) -> tuple[Ids, Longs, IdIndex]:
    ids, order = sort_ids(ids)
    return ids, order, IdIndex(ids)


def _known_ends(edges: NDArray[np.void], source: Longs, target: Longs, dangling: Dangling) -> Any:
    """Index of the edges whose two ends are nodes of the snapshot."""
    loose = (source < 0) | (target < 0)
    if not loose.any():
        return slice(None)
    if dangling == "error":
        first = edges[loose][:LISTED]
        refuse_loose("edges", format_ids(first["fromId"]), format_ids(first["toId"]), int(loose.sum()))
    return ~loose


def _parent_rows(index: IdIndex, ids: Ids, parents: Ids, dangling: Dangling) -> tuple[Longs, int]:
    """Row of each node's parent, -1 for a root, and how many parents are not in the snapshot."""
    rows = index.rows(parents)
    lost = np.flatnonzero((rows < 0) & parents.any(axis=1))
    if len(lost) and dangling == "error":
        first = lost[:LISTED]
        refuse_loose("parents", format_ids(parents[first]), format_ids(ids[first]), len(lost))
    return rows, len(lost)
