"""Copying Arrow rows into a table of the database."""

import re
import uuid
from typing import Final

import psycopg2
import pyarrow as pa
from psycopg2 import extensions, sql

from codegraft.errors import SnapshotError
from codegraft.progress import track
from codegraft.snapshot.postgres.copy_text import CopyStream, csv_block
from codegraft.snapshot.postgres.dsn import Database
from codegraft.snapshot.postgres.tables import statement

BATCH_ROWS: Final = 50_000


def copy_rows(
    cursor: extensions.cursor, database: Database, table: str, rows: pa.Table, constants: dict[str, str], fresh: bool
) -> None:
    """Fill a table; ``constants`` are columns with one value, ``fresh`` tells that this transaction made the table.

    Raises:
        SnapshotError: PostgreSQL refuses a row, which the message names.
    """
    batches = rows.to_batches(max_chunksize=BATCH_ROWS)
    blocks = (csv_block(batch, constants) for batch in track(batches, f"load {table}", unit="batch"))
    columns = sql.SQL(", ").join(map(sql.Identifier, [*rows.column_names, *constants]))
    options = sql.SQL("FORMAT csv, FREEZE" if fresh else "FORMAT csv")
    command = statement(
        "COPY {table} ({columns}) FROM STDIN ({options})",
        database,
        table=database.table(table),
        columns=columns,
        options=options,
    )
    try:
        cursor.copy_expert(command, CopyStream(blocks), 1 << 20)
    except (psycopg2.DataError, psycopg2.IntegrityError) as error:
        raise _refused(error, table, rows) from None


def reason(error: psycopg2.Error) -> str:
    """What PostgreSQL says was wrong with a row."""
    return ": ".join(filter(None, (error.diag.message_primary, error.diag.message_detail)))


def _refused(error: psycopg2.Error, table: str, rows: pa.Table) -> SnapshotError:
    """Name the row, which PostgreSQL gives as a line of what was sent."""
    found = re.search(r"^COPY .*?, line (\d+)(?:, column (\w+))?", error.diag.context or "", re.MULTILINE)
    where = f'"{table}"'
    if found:
        number = int(found[1]) - 1
        cell = rows["id"][number].as_py()
        where += f" row {number} (id {uuid.UUID(bytes=cell) if isinstance(cell, bytes) else cell})"
        where += f", column {found[2]}" if found[2] else ""
    return SnapshotError(f"PostgreSQL refuses {where}: {reason(error)}; nothing was loaded")
