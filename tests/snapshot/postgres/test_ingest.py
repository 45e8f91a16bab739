"""Loading rows: whole or not at all, once, and exactly."""

import subprocess
import sys
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import psutil
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from psycopg2 import sql

from codegraft.errors import DatabaseError, SnapshotError
from codegraft.snapshot.postgres.binaries import MAJOR
from codegraft.snapshot.postgres.copy_text import CopyStream, csv_block, uuid_strings
from codegraft.snapshot.postgres.database import Database, connect
from codegraft.snapshot.postgres.ingest import (
    Ingested,
    create_tables,
    delete_snapshot,
    drop_older_builds,
    ingest_rows,
    list_snapshots,
)
from codegraft.snapshot.postgres.server import embedded_server
from tests.postgres import tcp_server

TEXTS = pa.dictionary(pa.int32(), pa.string())
NODES = pa.schema(
    [
        ("id", pa.binary(16)),
        ("filePath", TEXTS),
        ("type", TEXTS),
        ("parentId", pa.binary(16)),
        ("data", pa.string()),
        ("location", pa.string()),
        ("originalType", TEXTS),
    ]
)
EDGES = pa.schema(
    [
        ("id", pa.binary(16)),
        ("fromId", pa.binary(16)),
        ("toId", pa.binary(16)),
        ("kind", TEXTS),
        ("filePath", TEXTS),
        ("version", pa.int32()),
    ]
)


def snapshot(seed: int = 0, nodes: int = 50, **changes: Any) -> SimpleNamespace:
    """Rows of a random tree with as many edges; ``changes`` replace the first cells of a node column."""
    random = np.random.default_rng(seed)
    ids = [random.bytes(16) for _ in range(nodes)]
    columns: dict[str, list[Any]] = {
        "id": ids,
        "filePath": [f"repository/file_{i // 10}.py" for i in range(nodes)],
        "type": [["Module", "Call", "Identifier"][i % 3] for i in range(nodes)],
        "parentId": [ids[int(random.integers(0, i))] if i else None for i in range(nodes)],
        "data": [f'{{"name": "n{i}"}}' for i in range(nodes)],
        "location": [None if i % 7 == 0 else f'{{"startLine": {i}}}' for i in range(nodes)],
        "originalType": [None if i % 5 == 0 else "call" for i in range(nodes)],
    }
    for column, values in changes.items():
        columns[column] = [*values, *columns[column][len(values) :]]
    ends = random.integers(0, max(nodes, 1), (nodes, 2))
    edges = {
        "id": [random.bytes(16) for _ in range(nodes)],
        "fromId": [ids[i] for i in ends[:, 0]],
        "toId": [ids[i] for i in ends[:, 1]],
        "kind": ["Call"] * nodes,
        "filePath": columns["filePath"],
        "version": [1] * nodes,
    }
    return SimpleNamespace(
        nodes=pa.table(columns, schema=NODES),
        edges=pa.table(edges, schema=EDGES),
        info={
            "id": str(uuid.UUID(bytes=random.bytes(16))),
            "snapshotVersion": "v1",
            "rootPath": "sources",
            "nodes": nodes,
            "edges": nodes,
        },
    )


def fetch(database: Database, statement: str, *tables: str) -> list[tuple[Any, ...]]:
    with connect(database, read_only=True) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(*map(database.table, tables)))
        return cursor.fetchall()


def execute(database: Database, statement: str, *tables: str) -> None:
    with connect(database, read_only=False) as connection:
        connection.cursor().execute(sql.SQL(statement).format(*map(database.table, tables)))


def expected(rows: SimpleNamespace, table: str) -> list[tuple[Any, ...]]:
    """Rows as a client reads them, made one by one."""
    made = []
    for row in getattr(rows, table).to_pylist():
        cells = [str(uuid.UUID(bytes=cell)) if isinstance(cell, bytes) else cell for cell in row.values()]
        made.append(tuple(cells))
    return sorted(made)


def read_nodes(database: Database) -> list[tuple[Any, ...]]:
    columns = '"id"::text, "filePath", "type", "parentId"::text, "data"::text, "location"::text, "originalType"'
    return sorted(fetch(database, f"SELECT {columns} FROM {{}}", "AstNode"))


def read_edges(database: Database) -> list[tuple[Any, ...]]:
    columns = '"id"::text, "fromId"::text, "toId"::text, "kind", "filePath", "version"'
    return sorted(fetch(database, f"SELECT {columns} FROM {{}}", "GraphEdge"))


class TestText:
    @given(st.lists(st.none() | st.binary(min_size=16, max_size=16)), st.integers(0, 3))
    def test_ids_are_written_as_python_writes_them(self, ids: list[bytes | None], start: int):
        column = pa.array(ids, pa.binary(16))[start:]
        assert uuid_strings(column).to_pylist() == [None if i is None else str(uuid.UUID(bytes=i)) for i in ids[start:]]

    def test_uuid_extension_type_is_an_id_too(self):
        ids = pa.array([b"\x01" * 16], pa.uuid())
        block = csv_block(pa.record_batch({"id": ids}), {})
        assert block.to_pybytes() == b'"01010101-0101-0101-0101-010101010101"\n'

    def test_null_differs_from_the_empty_string(self):
        batch = pa.record_batch({"a": pa.array([None, "", 'q"\n,']), "b": pa.array([1, None, 2], pa.int32())})
        assert csv_block(batch, {"c": "x"}).to_pybytes() == b',1,"x"\n"",,"x"\n"q""\n,",2,"x"\n'

    @given(st.lists(st.binary(max_size=9), max_size=6), st.integers(1, 5))
    def test_a_stream_is_its_blocks_in_order(self, blocks: list[bytes], size: int):
        stream = CopyStream(pa.py_buffer(block) for block in blocks)
        parts = list(iter(lambda: stream.read(size), b""))
        assert b"".join(parts) == b"".join(blocks)
        assert max(map(len, parts), default=0) <= size


@pytest.mark.postgres
class TestLoading:
    def test_every_cell_arrives(self, database: Database):
        rows = snapshot()
        done = ingest_rows(rows, database)
        assert done == Ingested(rows.info["id"], 50, 50, loaded=True)
        assert read_nodes(database) == expected(rows, "nodes")
        assert read_edges(database) == expected(rows, "edges")
        assert fetch(database, 'SELECT "id"::text, "snapshotVersion", "rootPath" FROM {}', "Snapshot") == [
            (rows.info["id"], "v1", "sources")
        ]
        stamps = 'SELECT count(DISTINCT "updatedAt"), count(DISTINCT "createdAt"), max("updatedAt") FROM {}'
        assert fetch(database, stamps, "AstNode")[0][:2] == (1, 1)

    def test_a_second_snapshot_joins_the_first_and_keeps_the_keys(self, database: Database):
        first, second = snapshot(1), snapshot(2)
        ingest_rows(first, database)
        ingest_rows(second, database)
        assert read_nodes(database) == sorted(expected(first, "nodes") + expected(second, "nodes"))
        assert read_edges(database) == sorted(expected(first, "edges") + expected(second, "edges"))

    def test_difficult_text_arrives_unchanged(self, database: Database):
        paths = ["", "\\.", "a,b", 'quo"te', "new\nline", "tab\tü😀", "\\N", "NULL"]
        rows = snapshot(filePath=paths, data=['{"raw": "\\"x\\\\\\n,\\t\\u00fc"}'])
        ingest_rows(rows, database)
        assert [row[1] for row in read_nodes(database)] == [row[1] for row in expected(rows, "nodes")]

    @pytest.mark.parametrize("nodes", [0, 1])
    def test_the_smallest_snapshots_load(self, database: Database, nodes: int):
        rows = snapshot(nodes=nodes)
        assert ingest_rows(rows, database).nodes == nodes
        assert ingest_rows(rows, database).loaded is False

    def test_many_batches_are_one_table(self, database: Database, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr("codegraft.snapshot.postgres.copy_rows.BATCH_ROWS", 7)
        rows = snapshot()
        ingest_rows(rows, database)
        assert read_nodes(database) == expected(rows, "nodes")

    def test_again_changes_nothing(self, database: Database):
        rows = snapshot()
        ingest_rows(rows, database)
        before = fetch(database, "SELECT xmin::text, * FROM {} ORDER BY id", "AstNode")
        assert ingest_rows(rows, database) == Ingested(rows.info["id"], 50, 50, loaded=False)
        assert fetch(database, "SELECT xmin::text, * FROM {} ORDER BY id", "AstNode") == before

    def test_a_snapshot_that_lost_rows_is_an_error_until_it_is_replaced(self, database: Database):
        rows, other = snapshot(1), snapshot(2)
        ingest_rows(rows, database)
        ingest_rows(other, database)
        lost = uuid.UUID(bytes=rows.edges["id"][0].as_py())
        execute(database, f"DELETE FROM {{}} WHERE id = '{lost}'", "GraphEdge")
        with pytest.raises(SnapshotError, match=r"49 of 50 edges.*--replace"):
            ingest_rows(rows, database)
        assert ingest_rows(rows, database, replace=True).loaded
        assert read_edges(database) == sorted(expected(rows, "edges") + expected(other, "edges"))
        assert all(found.whole for found in list_snapshots(database))

    def test_replacing_what_is_not_there_loads_it(self, database: Database):
        assert ingest_rows(snapshot(), database, replace=True).loaded

    def test_processes_that_load_the_same_at_once_load_it_once(self, database: Database):
        with ThreadPoolExecutor(4) as pool:
            outcomes = list(pool.map(lambda _: ingest_rows(snapshot(nodes=2000), database).loaded, range(4)))
        assert sorted(outcomes) == [False, False, False, True]
        assert fetch(database, "SELECT count(*) FROM {}", "AstNode") == [(2000,)]

    def test_different_snapshots_at_once_all_arrive(self, database: Database):
        with ThreadPoolExecutor(4) as pool:
            assert all(pool.map(lambda seed: ingest_rows(snapshot(seed), database).loaded, range(4)))
        assert fetch(database, "SELECT count(*) FROM {}", "AstNode") == [(200,)]


@pytest.mark.postgres
class TestTables:
    def test_columns_keys_and_indexes_are_those_of_the_deployment(self, database: Database):
        ingest_rows(snapshot(), database)
        columns = fetch(
            database,
            "SELECT column_name, data_type, is_nullable, column_default IS NOT NULL, datetime_precision "
            f"FROM information_schema.columns WHERE table_schema = '{database.schema}' AND table_name = 'AstNode' "
            "ORDER BY ordinal_position",
        )
        assert columns == [
            ("id", "uuid", "NO", False, None),
            ("filePath", "text", "NO", False, None),
            ("type", "text", "NO", False, None),
            ("parentId", "uuid", "YES", False, None),
            ("snapshotId", "uuid", "NO", False, None),
            ("data", "jsonb", "NO", False, None),
            ("location", "jsonb", "YES", False, None),
            ("originalType", "text", "YES", False, None),
            ("createdAt", "timestamp without time zone", "NO", True, 3),
            ("updatedAt", "timestamp without time zone", "NO", False, 3),
        ]
        indexes = fetch(database, f"SELECT indexname FROM pg_indexes WHERE schemaname = '{database.schema}'")
        assert {name for (name,) in indexes} == {
            *("AstNode_pkey", "AstNode_type_idx", "AstNode_filePath_idx", "AstNode_parentId_idx"),
            *("GraphEdge_pkey", "GraphEdge_fromId_idx", "GraphEdge_toId_idx", "GraphEdge_kind_idx"),
            *("GraphEdge_filePath_idx", "GraphEdge_snapshotId_idx"),
            *("Snapshot_pkey", "Snapshot_snapshotVersion_idx", "SnapshotCount_pkey"),
        }
        foreign = fetch(
            database,
            "SELECT conname, confdeltype::text, confupdtype::text, convalidated FROM pg_constraint "
            f"WHERE contype = 'f' AND connamespace = '\"{database.schema}\"'::regnamespace ORDER BY 1",
        )
        names = (
            "AstNode_parentId_fkey",
            "AstNode_snapshotId_fkey",
            "GraphEdge_snapshotId_fkey",
            "SnapshotCount_snapshotId_fkey",
        )
        assert foreign == [(name, "c", "c", True) for name in names]

    def test_tables_can_be_made_without_a_snapshot_and_again(self, database: Database):
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(lambda _: create_tables(database), range(3)))
        assert list_snapshots(database) == []
        assert ingest_rows(snapshot(), database).loaded

    def test_deleting_a_snapshot_takes_everything_of_it(self, database: Database):
        ingest_rows(snapshot(), database)
        execute(database, "DELETE FROM {}", "Snapshot")
        for table in ("AstNode", "GraphEdge", "SnapshotCount"):
            assert fetch(database, "SELECT count(*) FROM {}", table) == [(0,)]

    def test_tables_of_an_existing_deployment_are_used_as_they_are(self, database: Database):
        ingest_rows(snapshot(1), database)
        execute(database, "DROP TABLE {}", "SnapshotCount")
        execute(database, "ALTER TABLE {} ADD COLUMN extra text", "AstNode")
        assert [found.whole for found in list_snapshots(database)] == [None]
        ingest_rows(snapshot(2), database)
        assert sorted(str(found.whole) for found in list_snapshots(database)) == ["None", "True"]

    def test_half_of_the_tables_is_not_our_schema(self, database: Database):
        ingest_rows(snapshot(), database)
        execute(database, "DROP TABLE {}", "GraphEdge")
        with pytest.raises(DatabaseError, match="GraphEdge is not there"):
            ingest_rows(snapshot(), database)

    def test_a_user_without_rights_on_the_database_may_use_a_schema_of_their_own(self, tmp_path: Path):
        with tcp_server(tmp_path, "secret") as server:
            execute(server.database, "CREATE ROLE guest LOGIN PASSWORD 'g'; CREATE SCHEMA own AUTHORIZATION guest")
            as_guest = dict(server.database.parameters) | {"user": "guest", "password": "g"}
            assert ingest_rows(snapshot(), Database(as_guest, schema="own")).loaded
            with pytest.raises(DatabaseError, match="lacks a right"):
                ingest_rows(snapshot(), Database(as_guest, schema="public"))


@pytest.mark.postgres
class TestRefusals:
    @pytest.mark.parametrize("first", [True, False], ids=["new tables", "old tables"])
    @pytest.mark.parametrize(
        ("changes", "said"),
        [
            ({"data": ["{}", "{}", "{not json"]}, r'"AstNode" row 2 \(id {third}\), column data: .*json'),
            ({"data": ["{}", "{}", '{"raw": "\\u0000"}']}, r'"AstNode" row 2 \(id {third}\), column data: .*Unicode'),
            ({"type": ["Module", "Call", "a\0b"]}, r'"AstNode" row 2 \(id {third}\).*'),
            ({"type": ["Module", "Call", None]}, r'"AstNode" row 2 \(id {third}\).*null'),
            ({"parentId": [None, None, b"x" * 16]}, r"parentId.*78787878-7878"),
            ({"id": [b"x" * 16, b"y" * 16, b"y" * 16]}, r"79797979-7979"),
        ],
    )
    def test_a_refused_row_is_named_and_nothing_stays(
        self, database: Database, first: bool, changes: dict[str, Any], said: str
    ):
        if not first:
            ingest_rows(snapshot(9), database)
        rows = snapshot(1, **changes)
        third = uuid.UUID(bytes=rows.nodes["id"][2].as_py())
        with pytest.raises(SnapshotError, match=said.replace("{third}", str(third))) as caught:
            ingest_rows(rows, database)
        assert "nothing was loaded" in str(caught.value)
        if first:
            assert fetch(database, f"SELECT count(*) FROM pg_namespace WHERE nspname = '{database.schema}'") == [(0,)]
        else:
            assert read_nodes(database) == expected(snapshot(9), "nodes")
            assert [found.whole for found in list_snapshots(database)] == [True]

    def test_a_killed_loader_leaves_nothing(self, database: Database):
        code = (
            "import sys, json\n"
            "from codegraft.snapshot.postgres.database import Database\n"
            "from codegraft.snapshot.postgres import copy_rows, ingest\n"
            "from tests.snapshot.postgres.test_ingest import snapshot\n"
            "blocks = copy_rows.csv_block\n"
            "def slowly(batch, constants):\n"
            "    slowly.calls += 1\n"
            "    if slowly.calls > 3:\n"
            "        print('loading', flush=True)\n"
            "        sys.stdin.read()\n"
            "    return blocks(batch, constants)\n"
            "slowly.calls, copy_rows.csv_block, copy_rows.BATCH_ROWS = 0, slowly, 2000\n"
            f"database = Database({dict(database.parameters)!r}, {database.schema!r})\n"
            "ingest.ingest_rows(snapshot(nodes=20000), database)\n"
        )
        command = [sys.executable, "-c", code]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as loader:
            assert loader.stdout is not None
            assert loader.stdout.readline() == "loading\n"
            loader.kill()
            loader.communicate()
        assert ingest_rows(snapshot(), database).loaded
        assert fetch(database, "SELECT count(*) FROM {}", "AstNode") == [(50,)]

    def test_what_was_loaded_survives_the_death_of_the_server(self, tmp_path: Path):
        rows = snapshot(nodes=20_000)
        with embedded_server(tmp_path) as database:
            ingest_rows(rows, database)
            main = psutil.Process(int((tmp_path / f"data-{MAJOR}" / "postmaster.pid").read_text().split()[0]))
            main.kill()
            main.wait(10)
            with embedded_server(tmp_path) as again:
                assert read_nodes(again) == expected(rows, "nodes")


@pytest.mark.postgres
class TestListing:
    def test_snapshots_stand_in_order_with_their_counts(self, database: Database):
        small, large = snapshot(1, nodes=3), snapshot(2, nodes=40)
        ingest_rows(large, database)
        ingest_rows(small, database)
        listed = list_snapshots(database)
        assert [(s.id, s.version, s.root_path, s.nodes, s.edges, s.whole) for s in listed] == [
            (large.info["id"], "v1", "sources", 40, 40, True),
            (small.info["id"], "v1", "sources", 3, 3, True),
        ]
        assert listed[0].created_at <= listed[1].created_at

    def test_lost_rows_show(self, database: Database):
        ingest_rows(snapshot(), database)
        execute(database, "DELETE FROM {}", "GraphEdge")
        assert [(s.edges, s.whole) for s in list_snapshots(database)] == [(0, False)]

    def test_a_database_without_tables_has_no_snapshots(self, database: Database):
        assert list_snapshots(database) == []


@pytest.mark.postgres
def test_older_builds_make_room_and_nothing_else_does(database: Database) -> None:
    drop_older_builds(database, "repository", keep=str(uuid.uuid4()))  # no tables yet
    first, second = snapshot(seed=1), snapshot(seed=2)
    root = first.info["rootPath"]
    ingest_rows(first, database)
    drop_older_builds(database, root, keep=first.info["id"])
    drop_older_builds(database, "other root", keep=second.info["id"])
    assert [found.id for found in list_snapshots(database)] == [first.info["id"]]
    drop_older_builds(database, root, keep=second.info["id"])
    assert ingest_rows(second, database).loaded
    assert [found.id for found in list_snapshots(database)] == [second.info["id"]]


@pytest.mark.postgres
def test_a_directory_called_sources_is_nobodys_build(database: Database) -> None:
    users = snapshot()
    assert users.info["rootPath"] == "sources"
    ingest_rows(users, database)
    drop_older_builds(database, "data/sources.parquet", keep=str(uuid.uuid4()))
    assert [found.id for found in list_snapshots(database)] == [users.info["id"]]


def tables_of(database: Database) -> set[str]:
    query = f"SELECT tablename FROM pg_tables WHERE schemaname = '{database.schema}'"
    return {name for (name,) in fetch(database, query)}


@pytest.mark.postgres
class TestDeleting:
    def test_one_of_two_goes_with_all_its_rows(self, database: Database):
        first, second = snapshot(1), snapshot(2)
        ingest_rows(first, database)
        ingest_rows(second, database)
        assert delete_snapshot(database, first.info["id"]) is True
        assert read_nodes(database) == expected(second, "nodes")
        assert read_edges(database) == expected(second, "edges")
        assert fetch(database, 'SELECT "snapshotId"::text FROM {}', "SnapshotCount") == [(second.info["id"],)]
        assert [(found.id, found.whole) for found in list_snapshots(database)] == [(second.info["id"], True)]

    def test_the_only_one_goes_with_its_tables(self, database: Database):
        rows = snapshot()
        ingest_rows(rows, database)
        assert delete_snapshot(database, rows.info["id"]) is True
        assert tables_of(database) == set()
        assert ingest_rows(rows, database).loaded

    def test_tables_of_a_deployment_stay(self, database: Database):
        rows = snapshot()
        ingest_rows(rows, database)
        execute(database, "CREATE TABLE {} ()", "_migrations")
        execute(database, "DROP TABLE {}", "SnapshotCount")
        assert delete_snapshot(database, rows.info["id"]) is True
        assert tables_of(database) == {"Snapshot", "AstNode", "GraphEdge", "_migrations"}
        assert fetch(database, "SELECT count(*) FROM {}", "AstNode") == [(0,)]

    def test_one_that_is_not_there_changes_nothing(self, database: Database):
        assert delete_snapshot(database, str(uuid.uuid4())) is False  # no tables yet
        rows = snapshot()
        ingest_rows(rows, database)
        assert delete_snapshot(database, str(uuid.uuid4())) is False
        assert read_nodes(database) == expected(rows, "nodes")
        assert delete_snapshot(database, rows.info["id"]) is True
        assert delete_snapshot(database, rows.info["id"]) is False

    def test_one_that_lost_rows_can_go(self, database: Database):
        rows = snapshot()
        ingest_rows(rows, database)
        execute(database, "DELETE FROM {}", "GraphEdge")
        assert delete_snapshot(database, rows.info["id"]) is True

    def test_one_that_is_loaded_meanwhile_is_not_lost(self, database: Database):
        first, second = snapshot(1), snapshot(2, nodes=2000)
        ingest_rows(first, database)
        with ThreadPoolExecutor(2) as pool:
            loading = pool.submit(ingest_rows, second, database)
            deleting = pool.submit(delete_snapshot, database, first.info["id"])
            assert (loading.result().loaded, deleting.result()) == (True, True)
        assert read_nodes(database) == expected(second, "nodes")
