"""Loading the rows of a snapshot into PostgreSQL, all or nothing; listing and removing what is there."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Protocol

import psycopg2
import pyarrow as pa
from psycopg2 import extensions, sql

from codegraft.errors import SnapshotError
from codegraft.snapshot.postgres.copy_rows import copy_rows, reason
from codegraft.snapshot.postgres.database import Database, connect
from codegraft.snapshot.postgres.tables import (
    add_keys,
    drop_tables,
    exists,
    lock,
    make_tables,
    stand_alone,
    statement,
)

_LIST: Final = """
    SELECT s."id"::text, s."snapshotVersion", s."rootPath", s."createdAt",
           coalesce(n."rows", 0), coalesce(e."rows", 0),
           (c."nodes", c."edges") = (coalesce(n."rows", 0), coalesce(e."rows", 0))
    FROM {Snapshot} s
    LEFT JOIN (SELECT "snapshotId", count(*) AS "rows" FROM {AstNode} GROUP BY 1) n ON n."snapshotId" = s."id"
    LEFT JOIN (SELECT "snapshotId", count(*) AS "rows" FROM {GraphEdge} GROUP BY 1) e ON e."snapshotId" = s."id"
    LEFT JOIN {counts} c ON c."snapshotId" = s."id"
    ORDER BY s."createdAt", s."id"
"""
_NO_COUNTS: Final = '(SELECT NULL::uuid AS "snapshotId", 0 AS "nodes", 0 AS "edges")'


class Rows(Protocol):
    """What is loaded: :class:`codegraft.snapshot.extract.rows.SnapshotRows`, or anything of its shape."""

    @property
    def nodes(self) -> pa.Table:
        """Columns id, filePath, type, parentId, data, location, originalType."""

    @property
    def edges(self) -> pa.Table:
        """Columns id, fromId, toId, kind, filePath, version."""

    @property
    def info(self) -> dict[str, Any]:
        """Keys id, snapshotVersion, rootPath, nodes, edges."""


@dataclass(frozen=True)
class Ingested:
    """Outcome of :func:`ingest_rows`; ``loaded`` is False when the snapshot was there already."""

    snapshot_id: str
    nodes: int
    edges: int
    loaded: bool


@dataclass(frozen=True)
class SnapshotSummary:
    """A snapshot in a database.

    ``whole`` says whether all rows that were loaded are still there, None where that was not written down (a database
    that something else filled).
    """

    id: str
    version: str
    root_path: str
    created_at: datetime
    nodes: int
    edges: int
    whole: bool | None


def ingest_rows(rows: Rows, database: Database, *, replace: bool = False) -> Ingested:
    """Load a snapshot in one transaction; a snapshot that is there and whole is left as it is.

    Schema and tables are made when they are absent. Of several processes that load at once one loads and the others
    wait for it.

    Args:
        rows: the snapshot's rows.
        database: where to load them; the user needs the right to write, and to create tables where there are none.
        replace: delete the snapshot's rows first if some are there.

    Raises:
        SnapshotError: the snapshot is there but not whole, or PostgreSQL refuses a row.
        DatabaseError: PostgreSQL cannot be reached or refuses us.
    """
    snapshot_id = str(rows.info["id"])
    counts = (rows.nodes.num_rows, rows.edges.num_rows)
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        fresh = make_tables(cursor, database)
        if replace:
            _delete(cursor, database, snapshot_id)
        elif not fresh and _is_loaded(cursor, database, snapshot_id, counts):
            return Ingested(snapshot_id, *counts, loaded=False)
        _load(cursor, database, rows, fresh)
    return Ingested(snapshot_id, *counts, loaded=True)


def drop_older_builds(database: Database, root_path: str, keep: str) -> None:
    """Drop the tables if all that they hold is other snapshots of ``root_path``.

    Filling new tables is four times as fast as adding to filled ones, and a cache need not grow with every build.

    Args:
        database: the database; where it holds anything else, or ``keep``, nothing happens.
        root_path: what ``"Snapshot"."rootPath"`` says of the builds, ``data/sources.parquet``. What a user ingests has
            a directory's name there, which cannot hold a slash.
        keep: id of the build that is wanted.
    """
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        lock(cursor, database)
        if not exists(cursor, database, "Snapshot"):
            return
        query = 'SELECT coalesce(bool_and("rootPath" = %s AND "id" <> %s), false) FROM {Snapshot}'
        cursor.execute(statement(query, database), (root_path, keep))
        ((outdated,),) = cursor
        if outdated:
            drop_tables(cursor, database)


def delete_snapshot(database: Database, snapshot_id: str) -> bool:
    """Delete a snapshot and all its rows in one transaction; False when it was not there.

    The tables go too when they hold nothing else, which takes no time and lets the next snapshot load faster. Those of
    a deployment, which has other tables beside them, stay.

    Args:
        database: the database; the user needs the right to delete, or owns the tables.
        snapshot_id: UUID of the snapshot, whole or not.

    Raises:
        DatabaseError: PostgreSQL cannot be reached or refuses us.
    """
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        lock(cursor, database)
        if not exists(cursor, database, "Snapshot"):
            return False
        cursor.execute(statement('SELECT bool_or("id" = %s), count(*) FROM {Snapshot}', database), (snapshot_id,))
        ((found, snapshots),) = cursor
        if found and snapshots == 1 and stand_alone(cursor, database):
            drop_tables(cursor, database)
        elif found:
            _delete(cursor, database, snapshot_id)
    return bool(found)


def create_tables(database: Database) -> None:
    """Make schema, tables, keys and indexes where they are absent, without a snapshot in them.

    Raises:
        DatabaseError: PostgreSQL cannot be reached or refuses us.
    """
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        if make_tables(cursor, database):
            add_keys(cursor, database)


def list_snapshots(database: Database) -> list[SnapshotSummary]:
    """All snapshots of a database, oldest first; none where there are no tables.

    Raises:
        DatabaseError: PostgreSQL cannot be reached.
    """
    with connect(database, read_only=True) as connection, connection.cursor() as cursor:
        if not exists(cursor, database, "Snapshot"):
            return []
        counted = exists(cursor, database, "SnapshotCount")
        counts = database.table("SnapshotCount") if counted else sql.SQL(_NO_COUNTS)
        cursor.execute(statement(_LIST, database, counts=counts))
        return [SnapshotSummary(*row) for row in cursor]


def _is_loaded(cursor: extensions.cursor, database: Database, snapshot_id: str, counts: tuple[int, int]) -> bool:
    """Whether all rows are there; some but not all of them are an error."""
    cursor.execute(statement('SELECT 1 FROM {Snapshot} WHERE "id" = %s', database), (snapshot_id,))
    if cursor.fetchone() is None:
        return False
    there = []
    for table in ("AstNode", "GraphEdge"):
        cursor.execute(
            statement('SELECT count(*) FROM {table} WHERE "snapshotId" = %s', database, table=database.table(table)),
            (snapshot_id,),
        )
        there += [count for (count,) in cursor]
    if tuple(there) != counts:
        raise SnapshotError(
            f"snapshot {snapshot_id} is there but not whole: {there[0]} of {counts[0]} nodes, "
            f"{there[1]} of {counts[1]} edges; load it again with `codegraft snapshot ingest --replace`"
        )
    return True


def _delete(cursor: extensions.cursor, database: Database, snapshot_id: str) -> None:
    """Delete the rows; the one in ``SnapshotCount``, where there is that table, goes with the one in ``Snapshot``."""
    for table, column in (("GraphEdge", "snapshotId"), ("AstNode", "snapshotId"), ("Snapshot", "id")):
        delete = statement(
            "DELETE FROM {table} WHERE {column} = %s",
            database,
            table=database.table(table),
            column=sql.Identifier(column),
        )
        cursor.execute(delete, (snapshot_id,))


def _load(cursor: extensions.cursor, database: Database, rows: Rows, fresh: bool) -> None:
    info = rows.info
    cursor.execute("SELECT LOCALTIMESTAMP(3)::text")
    ((now,),) = cursor
    cursor.execute(
        statement(
            'INSERT INTO {Snapshot} ("id", "snapshotVersion", "rootPath", "createdAt") VALUES (%s, %s, %s, %s)',
            database,
        ),
        (info["id"], info["snapshotVersion"], info["rootPath"], now),
    )
    snapshot = {"snapshotId": str(info["id"])}
    copy_rows(cursor, database, "AstNode", rows.nodes, snapshot | {"updatedAt": now}, fresh)
    copy_rows(cursor, database, "GraphEdge", rows.edges, snapshot, fresh)
    if fresh:
        try:
            add_keys(cursor, database)
        except psycopg2.IntegrityError as error:
            raise SnapshotError(f"PostgreSQL refuses the rows: {reason(error)}; nothing was loaded") from None
    cursor.execute(
        statement('INSERT INTO {SnapshotCount} ("snapshotId", "nodes", "edges") VALUES (%s, %s, %s)', database),
        (info["id"], rows.nodes.num_rows, rows.edges.num_rows),
    )
    cursor.execute(statement("ANALYZE {AstNode}, {GraphEdge}", database))
