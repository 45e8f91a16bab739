"""PostgreSQL -> :class:`GraphColumns`, by binary COPY and numpy.

Every text column that is a vocabulary (kinds, file paths) crosses the wire as an 8-byte hash, so that each row has a
fixed width and a whole COPY stream is one structured array; the few distinct texts are asked for once. PostgreSQL only
scans: sorting and joining in numpy is several times faster than its ``ORDER BY`` and needs no index.

All statements run in the caller's one ``REPEATABLE READ READ ONLY`` transaction, hence on one state of the database.
"""

import uuid
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray
from psycopg2 import sql
from psycopg2.extensions import connection as Connection

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import (
    LISTED,
    GraphColumns,
    IdIndex,
    Ids,
    Longs,
    SnapshotInfo,
    format_ids,
    order_edges,
    sort_ids,
)
from codegraft.snapshot.kinds import EDGE_KINDS, NODE_KINDS

NODES, EDGES = "AstNode", "GraphEdge"

Dangling = Literal["error", "drop"]

_NIL = uuid.UUID(int=0)
_HEADER = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_FIELD = {name: np.dtype(layout) for name, layout in (("uuid", (np.uint8, 16)), ("int8", ">i8"), ("int4", ">i4"))}


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
        edge_kind, edge_kinds = reader.vocabulary(EDGES, "kind", edges["kind"], EDGE_KINDS)
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
        location = np.stack([nodes[key][order] for key in _LOCATION], axis=1).astype(np.int32)
    dropped = len(edges) - edge_index.shape[1] + orphans
    return GraphColumns(
        info, ids, kind, kinds, edge_index, edge_type, edge_kinds, parent, file, files, location, dropped
    )


_LOCATION = ("startLine", "startCol", "endLine", "endCol")
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
        fields |= {key: ("int4", f"COALESCE((location->>'{key}')::int4, -1)") for key in _LOCATION}
    return fields


@dataclass(frozen=True)
class SnapshotReader:
    """The questions that an export asks about one snapshot."""

    connection: Connection
    schema: str
    snapshot_id: str

    def info(self) -> SnapshotInfo:
        """The snapshot's own row."""
        found = self._rows('SELECT "snapshotVersion", "rootPath" FROM {table} WHERE id = {id}', "Snapshot")
        if not found:
            raise SnapshotError(
                f'snapshot {self.snapshot_id} is unknown: no such row in "{self.schema}"."Snapshot"; '
                "`codegraft snapshot list` shows what is there"
            )
        return SnapshotInfo(self.snapshot_id, *found[0])

    def check_whole(self, nodes: int, edges: int) -> None:
        """Refuse a snapshot without nodes, or with another number of rows than was loaded."""
        if not nodes:
            raise SnapshotError(
                f"snapshot {self.snapshot_id} is empty: it has no nodes; "
                "load it again with `codegraft snapshot ingest --replace`"
            )
        exists = self._rows("SELECT to_regclass({name}) IS NOT NULL", "SnapshotCount")[0][0]
        counted = exists and self._rows('SELECT nodes, edges FROM {table} WHERE "snapshotId" = {id}', "SnapshotCount")
        if counted and counted[0] != (nodes, edges):
            raise SnapshotError(
                f"snapshot {self.snapshot_id} is not whole: {nodes} nodes and {edges} edges are there, "
                f"{counted[0][0]} and {counted[0][1]} were loaded; "
                "load it again with `codegraft snapshot ingest --replace`"
            )

    def copy(self, table: str, fields: dict[str, tuple[str, str]]) -> NDArray[np.void]:
        """One fixed-width table scan as a structured array."""
        query = f"COPY (SELECT {', '.join(expression for _, expression in fields.values())} FROM {{table}} "
        query += 'WHERE "snapshotId" = {id}) TO STDOUT (FORMAT BINARY)'
        buffer = BytesIO()
        with self.connection.cursor() as cursor:
            cursor.copy_expert(self._compose(query, table), buffer)
        return _decode(buffer, {name: kind for name, (kind, _) in fields.items()})

    def vocabulary(
        self, table: str, column: str, hashes: NDArray[Any], expected: Sequence[str]
    ) -> tuple[Longs, tuple[str, ...]]:
        """Hashes -> codes into the sorted texts that occur. Texts beyond ``expected`` cost one more scan."""
        present, inverse = _distinct(hashes.astype(np.int64))
        texts = self._texts(table, column, expected)
        if not np.isin(present, np.fromiter(texts, np.int64, len(texts))).all():
            query = "SELECT DISTINCT COALESCE({column}, '') FROM {table} WHERE \"snapshotId\" = {id}"
            texts = self._texts(table, column, [text for (text,) in self._rows(query, table, column)])
        names = [texts[value] for value in present.tolist()]
        ranks = np.argsort(np.argsort(names)) if names else np.empty(0, np.int64)
        return ranks.astype(np.int64)[inverse], tuple(sorted(names))

    def _texts(self, table: str, column: str, candidates: Sequence[str]) -> dict[int, str]:
        query = "SELECT hashtextextended(text, 0), text FROM unnest({texts}::text[]) AS text"
        texts = dict(self._rows(query, table, column, list(candidates)))
        if len(texts) != len(set(candidates)):
            raise SnapshotError(f'two texts of "{table}"."{column}" share a 64-bit hash; rename one of them')
        return texts

    def _rows(self, query: str, table: str, column: str = "id", texts: Sequence[str] = ()) -> list[Any]:
        with self.connection.cursor() as cursor:
            cursor.execute(self._compose(query, table, column, texts))
            return cursor.fetchall()

    def _compose(self, query: str, table: str, column: str = "id", texts: Sequence[str] = ()) -> sql.Composed:
        name = sql.Identifier(self.schema, table)
        return sql.SQL(query).format(
            table=name,
            name=sql.Literal(name.as_string(self.connection)),
            column=sql.Identifier(column),
            id=sql.Literal(self.snapshot_id),
            texts=sql.Literal(list(texts)),
        )


def _decode(buffer: BytesIO, fields: dict[str, str]) -> NDArray[np.void]:
    """View a binary COPY stream of fixed-width rows; every count and length in it is checked."""
    layout: list[Any] = [("fields", ">i2")]
    for name, kind in fields.items():
        layout += [(f"{name} length", ">i4"), (name, _FIELD[kind])]
    row = np.dtype(layout)
    view = buffer.getbuffer()
    count, rest = divmod(len(view) - len(_HEADER) - 2, row.itemsize)
    rows = np.frombuffer(view, row, max(count, 0), len(_HEADER))
    whole = rest == 0 and bytes(view[: len(_HEADER)]) == _HEADER and bytes(view[-2:]) == b"\xff\xff"
    whole = whole and bool((rows["fields"] == len(fields)).all())
    whole = whole and all((rows[f"{name} length"] == row[name].itemsize).all() for name in fields)
    if not whole:
        raise SnapshotError("the COPY stream has another layout than expected: are the id columns of type uuid?")
    return rows


def _distinct(values: Longs) -> tuple[Longs, Longs]:
    """``np.unique`` with inverse, for few distinct values: the inverse is a search in a tiny table, not a sort."""
    present = np.unique(values)
    return present, np.searchsorted(present, values)


def _sorted_index(ids: Ids) -> tuple[Ids, Longs, IdIndex]:
    ids, order = sort_ids(ids)
    return ids, order, IdIndex(ids)


def _known_ends(edges: NDArray[np.void], source: Longs, target: Longs, dangling: Dangling) -> Any:
    """Index of the edges whose two ends are nodes of the snapshot."""
    loose = (source < 0) | (target < 0)
    if not loose.any():
        return slice(None)
    if dangling == "error":
        first = np.flatnonzero(loose)[:LISTED]
        ends = zip(format_ids(edges["fromId"][first]), format_ids(edges["toId"][first]), strict=True)
        listed = "\n".join(f"  {start} -> {end}" for start, end in ends)
        raise SnapshotError(
            f"{np.count_nonzero(loose)} edges have an end that is no node of this snapshot, first:\n{listed}\n"
            "repair the snapshot, or export with dangling=drop, which counts them in the manifest"
        )
    return ~loose


def _parent_rows(index: IdIndex, ids: Ids, parents: Ids, dangling: Dangling) -> tuple[Longs, int]:
    """Row of each node's parent, -1 for a root, and how many parents are not in the snapshot."""
    rows = index.rows(parents)
    lost = np.flatnonzero((rows < 0) & parents.any(axis=1))
    if len(lost) and dangling == "error":
        raise SnapshotError(
            f"{len(lost)} nodes have a parent outside this snapshot, first {format_ids(ids[lost[:LISTED]])}; "
            "repair the snapshot, or export with dangling=drop"
        )
    return rows, len(lost)
