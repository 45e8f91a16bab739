"""The questions that a reader asks PostgreSQL about one snapshot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from psycopg2 import sql
from psycopg2.extensions import connection as Connection
from pyarrow import csv

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import Longs, SnapshotInfo, vocabulary

NODES, EDGES = "AstNode", "GraphEdge"

_HEADER = b"PGCOPY\n\xff\r\n\x00" + bytes(8)
_FIELD = {name: np.dtype(layout) for name, layout in (("uuid", (np.uint8, 16)), ("int8", ">i8"), ("int4", ">i4"))}
_CSV_LINES = csv.ParseOptions(newlines_in_values=True)


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

    def records(self, table: str, columns: Sequence[str], order: Sequence[str]) -> Iterator[tuple[str | None, ...]]:
        """Whole rows as texts, sorted by ``order``; Arrow parses and sorts four times as fast as a cursor hands out."""
        listed = sql.SQL(", ").join(map(sql.Identifier, columns)).as_string(self.connection)
        query = f'COPY (SELECT {listed} FROM {{table}} WHERE "snapshotId" = {{id}}) TO STDOUT (FORMAT CSV)'
        buffer = BytesIO()
        with self.connection.cursor() as cursor:
            cursor.copy_expert(self._compose(query, table), buffer)
        size = buffer.tell()
        if not size:
            return iter(())
        buffer.seek(0)
        # One block: Arrow refuses a row that is longer than a block, and a Module lists all its statements in one.
        whole = csv.ReadOptions(column_names=list(columns), block_size=max(size, 1 << 20))
        try:
            rows = csv.read_csv(buffer, whole, _CSV_LINES, _texts(columns))
        except pa.ArrowException as error:
            raise SnapshotError(f'"{table}": more than Arrow can take in one piece ({error}); export tensors') from None
        rows = rows.sort_by([(column, "ascending") for column in order])
        return zip(*(column.to_pylist() for column in rows.columns), strict=True)

    def vocabulary(
        self, table: str, column: str, hashes: NDArray[Any], expected: Sequence[str]
    ) -> tuple[Longs, tuple[str, ...]]:
        """Hashes -> codes into :func:`vocabulary`. Texts beyond ``expected`` cost one more scan."""
        present, inverse = _distinct(hashes.astype(np.int64))
        texts = self._texts(table, column, expected)
        if not np.isin(present, np.fromiter(texts, np.int64, len(texts))).all():
            query = "SELECT DISTINCT COALESCE({column}, '') FROM {table} WHERE \"snapshotId\" = {id}"
            texts = self._texts(table, column, [text for (text,) in self._rows(query, table, column)])
        names = [texts[value] for value in present.tolist()]
        words = vocabulary(names, expected)
        code = {word: number for number, word in enumerate(words)}
        return np.array([code[name] for name in names], np.int64)[inverse], words

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


def _texts(columns: Sequence[str]) -> csv.ConvertOptions:
    """Every column as text; in PostgreSQL's CSV an empty field is NULL and a quoted one the empty string."""
    return csv.ConvertOptions(
        column_types=dict.fromkeys(columns, pa.string()),
        null_values=[""],
        strings_can_be_null=True,
        quoted_strings_can_be_null=False,
    )
