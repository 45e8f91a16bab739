"""The columnar export from PostgreSQL, held against plain Python and against the NetworkX way."""

import subprocess
import sys
import threading
from dataclasses import replace

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg2 import sql
from torch_geometric.data import Batch, Data
from torch_geometric.loader import DataLoader
from torch_geometric.nn import GCNConv

from codegraft.errors import BundleError, DatabaseError, SnapshotError
from codegraft.snapshot.audit import audit_bundle
from codegraft.snapshot.bundle import load_tensor_bundle
from codegraft.snapshot.export import Layout, Selection, bundle_of, run_export_pipeline
from codegraft.snapshot.fetch import parse_snapshot_id
from codegraft.snapshot.materialize import materialize_snapshot
from codegraft.snapshot.postgres.database import connect
from codegraft.snapshot.postgres.ingest import create_tables
from codegraft.snapshot.tensors import (
    create_edge_features,
    create_edge_index,
    create_feature_matrix_v1,
    create_feature_matrix_v2,
    create_node_mapping,
)
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import EXAMPLE, OTHER_SNAPSHOT, SNAPSHOT, TinySnapshot, as_dsn, insert, uid

pytestmark = pytest.mark.postgres

FULL = Layout("v2", parent_edges=True, edge_features=True, files=True)


@pytest.fixture
def tables(database):
    create_tables(database)
    return database


@pytest.fixture
def loaded(tables):
    insert(tables, EXAMPLE)
    return tables


def assert_same(bundle, expected):
    assert bundle.manifest == expected.manifest
    assert bundle.tensors().keys() == expected.tensors().keys()
    for name, tensor in expected.tensors().items():
        assert bundle.tensors()[name].dtype == tensor.dtype, name
        assert torch.equal(bundle.tensors()[name], tensor), name


@pytest.mark.parametrize("layout", [Layout(), FULL, Layout("v1", parent_edges=True)], ids=repr)
def test_export_equals_plain_python(loaded, layout):
    assert_same(run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), layout=layout), bundle_of(example_columns(), layout))


node_kinds = st.sampled_from(["Module", "Call", "Class", "Unknown", "", "Very odd kind ✓"])
snapshots = st.integers(1, 8).flatmap(
    lambda n: st.builds(
        TinySnapshot,
        nodes=st.tuples(
            *(
                st.tuples(st.just(i), node_kinds, st.none() if i == 0 else st.one_of(st.none(), st.integers(0, i - 1)))
                for i in range(n)
            )
        ).map(list),
        edges=st.lists(
            st.tuples(st.integers(0, n - 1), st.integers(0, n - 1), st.sampled_from(["Call", "Import", "odd"])),
            max_size=12,
        ),
        files=st.dictionaries(st.integers(0, n - 1), st.sampled_from(["b.py", "c d/é.py"])),
    )
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(snapshots)
def test_any_small_snapshot_gives_the_same_tensors_three_ways(tables, snapshot):
    with connect(tables, read_only=False) as connection, connection.cursor() as cursor:
        cursor.execute(sql.SQL("TRUNCATE {} CASCADE").format(tables.table("Snapshot")))
    insert(tables, snapshot)
    bundle = run_export_pipeline(SNAPSHOT, dsn=as_dsn(tables), layout=FULL)
    assert_same(bundle, bundle_of(example_columns(snapshot), FULL))
    graph_way = run_export_pipeline(SNAPSHOT, dsn=as_dsn(tables), layout=Layout("v2", edge_features=True))
    whole = materialize_snapshot(SNAPSHOT, as_dsn(tables))
    mapping = create_node_mapping(whole.graph)
    assert mapping == bundle.node_mapping
    assert torch.equal(create_edge_index(whole.graph, mapping), graph_way.edge_index)
    assert torch.equal(create_feature_matrix_v1(whole.nodes, mapping), graph_way.x[:, :6])
    assert torch.equal(create_feature_matrix_v2(whole.nodes, mapping), graph_way.x)
    file_of = {node.id: node.properties["filePath"] for node in whole.nodes}
    assert torch.equal(create_edge_features(whole.edges, file_of), graph_way.edge_attr)


def test_unlisted_kinds_are_other_and_named(tables):
    insert(tables, TinySnapshot([(1, "Module", None), (2, "JSXElement", 1), (3, "JSXElement", 1)], []))
    bundle = run_export_pipeline(SNAPSHOT, dsn=as_dsn(tables))
    assert bundle.x.argmax(1).tolist() == [0, 5, 5]
    assert bundle.manifest["other_kinds"] == {"JSXElement": 2}


def test_a_null_kind_is_other(loaded):
    """Our schema forbids it; somebody else's table may not."""
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        table = loaded.table("AstNode")
        cursor.execute(sql.SQL("ALTER TABLE {} ALTER type DROP NOT NULL").format(table))
        cursor.execute(sql.SQL("UPDATE {} SET type = NULL WHERE id = %s").format(table), (uid(2),))
    bundle = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded))
    assert bundle.x[1].tolist() == [0, 0, 0, 0, 0, 1]
    assert bundle.manifest["other_kinds"] == {"": 1}
    assert materialize_snapshot(SNAPSHOT, as_dsn(loaded)).nodes[1].kind is None


def test_one_node_and_no_edge(tables):
    insert(tables, TinySnapshot([(1, "Module", None)]))
    bundle = run_export_pipeline(SNAPSHOT, dsn=as_dsn(tables), layout=FULL)
    assert bundle.x.shape == (1, 29)
    assert bundle.edge_index.shape == (2, 0)
    assert bundle.edge_attr.shape == (0, 10)
    assert bundle.manifest["isolated_share"] == {"with_parent": 1.0, "without_parent": 1.0}


def test_an_exported_file_passes_its_audit(loaded, tmp_path):
    for suffix in (".safetensors", ".pkl"):
        path = tmp_path / f"b{suffix}"
        run_export_pipeline(SNAPSHOT, path, as_dsn(loaded), layout=FULL)
        report = audit_bundle(path)
        assert report.passed, report.render()
        assert load_tensor_bundle(path).manifest["snapshot"]["id"] == SNAPSHOT


@pytest.mark.parametrize(
    "spelling", [SNAPSHOT.upper(), SNAPSHOT.replace("-", ""), "{" + SNAPSHOT + "}", f"  {SNAPSHOT}\n"]
)
def test_every_spelling_of_an_id_is_one_snapshot(spelling):
    assert parse_snapshot_id(spelling) == SNAPSHOT


@pytest.mark.parametrize("wrong", ["", "abc", "'; DROP TABLE x; --", "11111111-1111-8111-8111-11111111111"])
def test_what_is_no_uuid_is_said(wrong):
    with pytest.raises(SnapshotError, match="is not a UUID"):
        run_export_pipeline(wrong)


def test_unknown_snapshot(loaded):
    with pytest.raises(SnapshotError, match=f"{OTHER_SNAPSHOT} is unknown"):
        run_export_pipeline(OTHER_SNAPSHOT, dsn=as_dsn(loaded))


def test_empty_snapshot(tables):
    insert_row_only(tables)
    with pytest.raises(SnapshotError, match="is empty"):
        run_export_pipeline(SNAPSHOT, dsn=as_dsn(tables))


def insert_row_only(database):
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        statement = sql.SQL("INSERT INTO {} VALUES (%s, 'v1', 'r', now())").format(database.table("Snapshot"))
        cursor.execute(statement, (SNAPSHOT,))


@pytest.mark.parametrize("lost", ["AstNode", "GraphEdge"])
def test_a_snapshot_that_lost_rows_is_refused(loaded, lost):
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        counts = sql.SQL("INSERT INTO {} VALUES (%s, 7, 6)").format(loaded.table("SnapshotCount"))
        cursor.execute(counts, (SNAPSHOT,))
    run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded))
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        table = loaded.table(lost)
        cursor.execute(sql.SQL("DELETE FROM {t} WHERE id = (SELECT id FROM {t} LIMIT 1)").format(t=table))
    for read in (run_export_pipeline, materialize_snapshot):
        with pytest.raises(SnapshotError, match="is not whole"):
            read(SNAPSHOT, dsn=as_dsn(loaded))


def test_nodes_without_their_snapshot_row_are_refused(loaded):
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        for table in ("AstNode", "GraphEdge"):
            name = sql.Identifier(f"{table}_snapshotId_fkey")
            cursor.execute(sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(loaded.table(table), name))
        cursor.execute(sql.SQL("DELETE FROM {}").format(loaded.table("Snapshot")))
    with pytest.raises(SnapshotError, match="is unknown"):
        run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded))


def test_dangling_edges_are_listed_or_dropped_and_counted(tables):
    insert(tables, EXAMPLE)
    cross = TinySnapshot(
        [(20, "Module", None), (21, "Call", 20)],
        [(20, 21, "Call"), (20, 777, "Call"), (1, 20, "Import")],  # no such node; a node of the other snapshot
        OTHER_SNAPSHOT,
    )
    insert(tables, cross)
    with pytest.raises(SnapshotError, match="2 edges have an end") as caught:
        run_export_pipeline(OTHER_SNAPSHOT, dsn=as_dsn(tables))
    assert f"{uid(20)} -> {uid(777)}" in str(caught.value)
    assert f"{uid(1)} -> {uid(20)}" in str(caught.value)
    bundle = run_export_pipeline(OTHER_SNAPSHOT, dsn=as_dsn(tables), dangling="drop")
    assert bundle.edge_index.tolist() == [[0], [1]]
    assert bundle.manifest["dropped_edges"] == 2


def test_a_parent_in_another_snapshot_is_refused_or_dropped(tables):
    insert(tables, EXAMPLE)
    insert(tables, TinySnapshot([(20, "Module", 1), (21, "Call", 20)], [], OTHER_SNAPSHOT))
    layout = Layout(parent_edges=True)
    with pytest.raises(SnapshotError, match=f"1 parents have an end.*\n  {uid(1)} -> {uid(20)}"):
        run_export_pipeline(OTHER_SNAPSHOT, dsn=as_dsn(tables), layout=layout)
    bundle = run_export_pipeline(OTHER_SNAPSHOT, dsn=as_dsn(tables), layout=layout, dangling="drop")
    assert bundle.edge_index.tolist() == [[0], [1]]
    assert bundle.manifest["dropped_edges"] == 1


def test_selection_by_flag(loaded):
    def kinds(**chosen):
        bundle = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), selection=Selection(**chosen))
        assert bundle.manifest["selection"]
        return bundle.manifest["node_kinds"]

    assert kinds(kinds=("Module", "Call")) == {"Call": 1, "Module": 2}
    assert kinds(around=uid(5), hops=1) == {"Function": 1, "Identifier": 1}
    assert kinds(component=0) == {"Function": 1, "Identifier": 1, "Literal": 1}
    with pytest.raises(SnapshotError, match="no node of kind Loop"):
        kinds(kinds=("Loop",))


@pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
def test_a_selection_survives_its_file(loaded, tmp_path, suffix):
    chosen = Selection(kinds=("Module", "Call"))
    bundle = run_export_pipeline(SNAPSHOT, tmp_path / f"b{suffix}", as_dsn(loaded), selection=chosen)
    assert load_tensor_bundle(tmp_path / f"b{suffix}").manifest == bundle.manifest


def test_features_of_a_selection_are_those_of_the_whole(loaded):
    layout = Layout("v2")
    whole = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), layout=layout)
    part = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), layout=layout, selection=Selection(kinds=("Literal",)))
    (node,) = part.node_mapping
    assert torch.equal(part.x[0], whole.x[whole.node_mapping[node]])
    assert part.x[0, -3] > 0  # its depth, though its ancestors are gone


def test_misspelt_choices_are_refused(loaded):
    for read in (run_export_pipeline, materialize_snapshot):
        with pytest.raises(SnapshotError, match="dangling='eror' is unknown; it is one of error, drop"):
            read(SNAPSHOT, dsn=as_dsn(loaded), dangling="eror")
    with pytest.raises(SnapshotError, match="features='v3' is unknown"):
        Layout("v3")
    with pytest.raises(SnapshotError, match="exclude each other"):
        Selection(around=uid(1), component=0)


def test_an_output_without_a_known_suffix_is_refused_before_the_database_is_asked():
    with pytest.raises(BundleError, match="ends in"):
        run_export_pipeline(SNAPSHOT, "out.txt", "postgresql://127.0.0.1:1/none")


def test_a_concurrent_writer_is_not_seen(loaded, monkeypatch):
    """Nodes are read, then somebody adds a node with an edge to it, then edges are read: one state or the other."""
    from codegraft.snapshot import reader

    before = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded))
    copy = reader.SnapshotReader.copy

    def copy_then_write(this, table, fields):
        rows = copy(this, table, fields)
        if table == reader.NODES:
            insert_more(loaded)
        return rows

    monkeypatch.setattr(reader.SnapshotReader, "copy", copy_then_write)
    assert_same(run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded)), before)
    monkeypatch.undo()
    assert run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded)).manifest["nodes"] == 8


def insert_more(database):
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        cursor.execute(
            sql.SQL(
                'INSERT INTO {} (id, "filePath", type, "snapshotId", data, "updatedAt") '
                "VALUES (%s, 'repo/a.py', 'Call', %s, '{{}}', now())"
            ).format(database.table("AstNode")),
            (uid(50), SNAPSHOT),
        )
        cursor.execute(
            sql.SQL(
                'INSERT INTO {} (id, "fromId", "toId", kind, "filePath", "snapshotId", version) '
                "VALUES (gen_random_uuid(), %s, %s, 'Call', 'repo/a.py', %s, 1)"
            ).format(database.table("GraphEdge")),
            (uid(50), uid(1), SNAPSHOT),
        )


def test_a_session_that_exports_cannot_write(loaded):
    with connect(loaded, read_only=True) as connection, connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        assert cursor.fetchone() == ("repeatable read",)
        cursor.execute("SHOW transaction_read_only")
        assert cursor.fetchone() == ("on",)


def test_text_ids_are_refused_with_a_reason(loaded):
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        table = loaded.table("GraphEdge")
        cursor.execute(sql.SQL('ALTER TABLE {} ALTER "fromId" TYPE text').format(table))
    with pytest.raises(SnapshotError, match="are the id columns of type uuid"):
        run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded))


def test_schema_that_is_absent(loaded):
    elsewhere = replace(loaded, schema="nowhere")
    with pytest.raises(DatabaseError, match="snapshot ingest"):
        run_export_pipeline(SNAPSHOT, dsn=as_dsn(elsewhere))


def test_exports_at_the_same_time_agree(loaded):
    results, threads = [], []
    for _ in range(4):
        export = lambda: results.append(run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded)))  # noqa: E731
        threads.append(threading.Thread(target=export))
        threads[-1].start()
    for thread in threads:
        thread.join()
    assert len({result.manifest["sha256"]["edge_index"] for result in results}) == 1


def test_the_spec_example_trains(loaded):
    """Data, DataLoader, Batch and the GCN of the specification, as written there."""

    class CodeGNN(torch.nn.Module):
        def __init__(self, in_channels, hidden_channels, out_channels):
            super().__init__()
            self.conv1 = GCNConv(in_channels, hidden_channels)
            self.conv2 = GCNConv(hidden_channels, out_channels)

        def forward(self, x, edge_index):
            x = self.conv1(x, edge_index).relu()
            return self.conv2(x, edge_index)

    bundles = [run_export_pipeline(snapshot_id=SNAPSHOT, dsn=as_dsn(loaded)) for _ in range(2)]
    graphs = [Data(x=bundle["x"], edge_index=bundle["edge_index"]) for bundle in bundles]
    batch = Batch.from_data_list(graphs)
    assert batch.num_graphs == 2
    assert batch.x.shape == (14, 6)
    torch.manual_seed(0)
    model = CodeGNN(in_channels=6, hidden_channels=64, out_channels=6)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.05)
    losses = []
    for _ in range(30):
        for data in DataLoader(graphs, batch_size=1, shuffle=False):
            optimizer.zero_grad()
            loss = torch.nn.functional.cross_entropy(model(data.x, data.edge_index), data.x.argmax(1))
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    assert model(batch.x, batch.edge_index).shape == (14, 6)
    assert losses[-1] < losses[0] / 2


def test_rows_are_read_from_any_order(loaded):
    """The heap order changes with every UPDATE; the bundle does not."""
    before = run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), layout=FULL)
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        for number in np.random.default_rng(0).permutation([1, 2, 3, 4, 5, 8, 9]).tolist():
            statement = sql.SQL("UPDATE {} SET \"originalType\" = 'x' WHERE id = %s").format(loaded.table("AstNode"))
            cursor.execute(statement, (uid(number),))
    assert_same(run_export_pipeline(SNAPSHOT, dsn=as_dsn(loaded), layout=FULL), before)


def test_command_line(loaded, tmp_path):
    def codegraft(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "codegraft", *arguments], capture_output=True, text=True, cwd=tmp_path
        )

    out = tmp_path / "b.safetensors"
    database = ("--database", as_dsn(loaded))
    done = codegraft("export", "--snapshot-id", SNAPSHOT, "--output-path", str(out), *database)
    assert (done.returncode, done.stdout) == (0, f"7 nodes, 6 edges, 0 edges dropped\nwrote {out}\n")
    assert codegraft("audit", str(out)).returncode == 0
    failed = codegraft("export", "--snapshot-id", OTHER_SNAPSHOT, *database)
    assert failed.returncode == 1
    assert failed.stderr.startswith(f"error: snapshot {OTHER_SNAPSHOT} is unknown")
    assert "Traceback" not in failed.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["b.safetensors"]
    listed = codegraft("snapshot", "list", *database)
    assert SNAPSHOT in listed.stdout
