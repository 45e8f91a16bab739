"""The tables of a snapshot database: making them, and statements that name them."""

import hashlib
from importlib.resources import files
from typing import Final

from psycopg2 import extensions, sql

from codegraft.errors import DatabaseError
from codegraft.snapshot.postgres.dsn import Database

TABLES: Final = ("Snapshot", "AstNode", "GraphEdge")
"""Those of an existing deployment; ``SnapshotCount`` is ours."""


def make_tables(cursor: extensions.cursor, database: Database) -> bool:
    """Make what is absent; True if the tables are new, hence empty and without their keys and indexes.

    Others that make or fill tables wait from here on until this transaction ends.

    Raises:
        DatabaseError: some of the tables are there and others are not.
    """
    lock(cursor, database)
    absent = [table for table in TABLES if not exists(cursor, database, table)]
    if absent and len(absent) < len(TABLES):
        raise DatabaseError(f"{database}: table {', '.join(absent)} is not there, but others are: is the schema right?")
    if absent:
        cursor.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", (database.schema,))
        if cursor.fetchone() is None:  # CREATE SCHEMA IF NOT EXISTS wants its right even where the schema exists
            cursor.execute(statement("CREATE SCHEMA {schema}", database))
    if absent or not exists(cursor, database, "SnapshotCount"):
        cursor.execute(statement(_script("schema.sql"), database))
    return bool(absent)


def add_keys(cursor: extensions.cursor, database: Database) -> None:
    """Give tables that :func:`make_tables` made their keys and indexes, after they were filled."""
    cursor.execute(statement(_script("indexes.sql"), database))


def drop_tables(cursor: extensions.cursor, database: Database) -> None:
    """Drop the tables with all that is in them; PostgreSQL refuses where something else depends on them."""
    cursor.execute(statement("DROP TABLE IF EXISTS {GraphEdge}, {AstNode}, {SnapshotCount}, {Snapshot}", database))


def lock(cursor: extensions.cursor, database: Database) -> None:
    """Wait for others that make, fill or drop the tables; they wait until this transaction ends."""
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_lock_key(database),))


def stand_alone(cursor: extensions.cursor, database: Database) -> bool:
    """Whether the schema holds no other table, as that of a deployment does, which would miss these."""
    cursor.execute(
        "SELECT NOT EXISTS (SELECT FROM pg_tables WHERE schemaname = %s AND tablename <> ALL(%s))",
        (database.schema, [*TABLES, "SnapshotCount"]),
    )
    ((alone,),) = cursor
    return bool(alone)


def exists(cursor: extensions.cursor, database: Database, table: str) -> bool:
    """Whether the database's schema has this table."""
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", (database.table(table).as_string(cursor),))
    ((found,),) = cursor
    return bool(found)


def statement(text: str, database: Database, **parts: sql.Composable) -> sql.Composed:
    """SQL with ``{schema}``, the tables' names and further parts filled in, all quoted."""
    tables = {table: database.table(table) for table in (*TABLES, "SnapshotCount")}
    return sql.SQL(text).format(schema=sql.Identifier(database.schema), **tables, **parts)


def _script(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _lock_key(database: Database) -> int:
    digest = hashlib.sha256(f"codegraft ingest {database.schema}".encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
