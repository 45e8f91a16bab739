"""Small snapshots for tests, as rows of the three tables."""

import urllib.parse
import uuid
from dataclasses import dataclass, field
from typing import Any

import psycopg2.extras
import pyarrow as pa

from codegraft.snapshot.postgres.database import Database, connect

SNAPSHOT = "11111111-1111-8111-8111-111111111111"
OTHER_SNAPSHOT = "22222222-2222-8222-8222-222222222222"


def uid(number: int) -> str:
    """A UUID that sorts as its number does."""
    return str(uuid.UUID(int=number << 64 | 1 << 63))


@dataclass
class TinySnapshot:
    """Rows as a test writes them: ``nodes`` (number, kind, parent number or None), ``edges`` (from, to, kind)."""

    nodes: list[tuple[int, str, int | None]]
    edges: list[tuple[int, int, str]] = field(default_factory=list)
    id: str = SNAPSHOT
    files: dict[int, str] = field(default_factory=dict)

    def path(self, number: int) -> str:
        return self.files.get(number, "repo/a.py")

    def location(self, number: int) -> dict[str, int]:
        return {"startLine": number, "startCol": 2 * number, "endLine": number + 1, "endCol": 0}

    @property
    def info(self) -> dict[str, Any]:
        counts = {"nodes": len(self.nodes), "edges": len(self.edges)}
        return {"id": self.id, "snapshotVersion": "v1", "rootPath": "repo", **counts}


def insert(database: Database, snapshot: TinySnapshot) -> None:
    """Put rows into tables that exist, without any of the checks of ingest."""
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        table = {name: database.table(name).as_string(connection) for name in ("Snapshot", "AstNode", "GraphEdge")}
        cursor.execute(f"INSERT INTO {table['Snapshot']} VALUES (%s, 'v1', 'repo', now())", (snapshot.id,))
        psycopg2.extras.execute_values(
            cursor,
            f'INSERT INTO {table["AstNode"]} (id, "filePath", type, "parentId", "snapshotId", data, location, '
            '"originalType", "updatedAt") VALUES %s',
            [
                (
                    uid(number), snapshot.path(number), kind, None if parent is None else uid(parent), snapshot.id,
                    psycopg2.extras.Json({"z": 1, "name": f"n{number}", "list": [{"b": 1, "a": 2}]}),
                    psycopg2.extras.Json(snapshot.location(number)), "identifier", "2026-01-02 03:04:05",
                )
                for number, kind, parent in snapshot.nodes
            ],
        )  # fmt: skip
        if snapshot.edges:
            psycopg2.extras.execute_values(
                cursor,
                f'INSERT INTO {table["GraphEdge"]} (id, "fromId", "toId", kind, "filePath", "snapshotId", version) '
                "VALUES %s",
                [
                    (str(uuid.uuid5(uuid.NAMESPACE_OID, f"{snapshot.id}{i}")), uid(a), uid(b), kind, "repo/a.py",
                     snapshot.id, 1)
                    for i, (a, b, kind) in enumerate(snapshot.edges)
                ],
            )  # fmt: skip


EXAMPLE = TinySnapshot(
    nodes=[
        (1, "Module", None),
        (5, "Function", 1),
        (3, "Identifier", 5),
        (2, "Class", 1),
        (4, "Literal", 5),
        (9, "Module", None),
        (8, "Call", 9),
    ],
    edges=[
        (5, 3, "Declares"),
        (3, 4, "Assignment"),
        (3, 4, "Assignment"),  # parallel
        (3, 4, "ResolvesTo"),  # parallel of another kind
        (4, 4, "Call"),  # self-loop
        (1, 9, "Import"),
    ],
    files={9: "other/b.py", 8: "other/b.py"},
)
"""Two files, parallel edges, a self-loop, an isolated node, a kind without a bucket."""


def uuid_column(texts: list[str | None]) -> pa.Array:
    """Arrow column as the rows of the snapshot stage have it."""
    return pa.array([None if text is None else uuid.UUID(text).bytes for text in texts], pa.binary(16))


def as_dsn(database: Database) -> str:
    """Connection string that leads back to the database and its schema."""
    query = urllib.parse.urlencode({"host": database.parameters["host"], "schema": database.schema})
    user, name, port = (database.parameters[key] for key in ("user", "dbname", "port"))
    return f"postgresql://{user}@/{name}?port={port}&{query}"
