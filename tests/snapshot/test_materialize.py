import pickle

import networkx as nx
import pytest
from networkx.utils import graphs_equal
from psycopg2 import sql

from codegraft.errors import SnapshotError
from codegraft.snapshot.materialize import materialize_snapshot
from codegraft.snapshot.models import SnapshotEdge, SnapshotNode
from codegraft.snapshot.postgres.database import connect
from codegraft.snapshot.postgres.ingest import create_tables
from tests.snapshot.graphs import EXAMPLE, OTHER_SNAPSHOT, SNAPSHOT, TinySnapshot, as_dsn, insert, uid

pytestmark = pytest.mark.postgres


@pytest.fixture
def loaded(database):
    create_tables(database)
    insert(database, EXAMPLE)
    return database


@pytest.fixture
def snapshot(loaded):
    return materialize_snapshot(SNAPSHOT, as_dsn(loaded))


def test_records_are_sorted_and_complete(snapshot):
    assert [node.id for node in snapshot.nodes] == [uid(number) for number in (1, 2, 3, 4, 5, 8, 9)]
    assert [(edge.source, edge.target, edge.kind) for edge in snapshot.edges] == sorted(
        (uid(a), uid(b), kind) for a, b, kind in EXAMPLE.edges
    )
    node = snapshot.nodes[2]
    assert (node.kind, node.label) == ("Identifier", "identifier")
    assert node.properties["parentId"] == uid(5)
    assert node.properties["filePath"] == "repo/a.py"
    assert node.properties["location"] == EXAMPLE.location(3)
    assert node.properties["updatedAt"] == "2026-01-02T03:04:05"
    assert node.properties["data"]["list"] == ({"a": 2, "b": 1},)


def test_properties_are_canonical(snapshot):
    for node in snapshot.nodes:
        assert list(node.properties) == sorted(node.properties)
        assert list(node.properties["data"]) == ["list", "name", "z"]
    assert list(snapshot.edges[0].properties) == ["createdAt", "filePath", "id", "snapshotId", "version"]


def test_the_graph_is_the_one_that_networkx_would_build(snapshot):
    expected = nx.MultiDiGraph(**snapshot.graph.graph)
    for node in snapshot.nodes:
        expected.add_node(node.id, kind=node.kind, label=node.label, properties=node.properties)
    for edge in snapshot.edges:
        expected.add_edge(edge.source, edge.target, kind=edge.kind, properties=edge.properties)
    assert graphs_equal(snapshot.graph, expected)
    assert list(snapshot.graph.edges(keys=True)) == list(expected.edges(keys=True))
    assert list(snapshot.graph.in_edges(uid(4), keys=True)) == list(expected.in_edges(uid(4), keys=True))
    assert snapshot.graph.number_of_edges() == 6


@pytest.mark.parametrize(
    "change",
    [
        lambda graph: graph.add_node("new"),
        lambda graph: graph.remove_node(uid(1)),
        lambda graph: graph.add_edge(uid(1), uid(2)),
        lambda graph: graph.remove_edge(uid(1), uid(9)),
        lambda graph: graph.clear(),
    ],
)
def test_the_graph_cannot_be_changed(snapshot, change):
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        change(snapshot.graph)


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.graph.nodes[uid(1)].update(kind="x"),
        lambda s: s.graph.nodes[uid(1)].__setitem__("kind", "x"),
        lambda s: s.graph.edges[uid(1), uid(9), 0].pop("kind"),
        lambda s: s.graph.graph.clear(),
        lambda s: s.nodes[0].properties.__setitem__("a", 1),
        lambda s: s.nodes[0].properties["data"].setdefault("a", 1),
        lambda s: s.nodes[0].properties["data"]["list"][0].__delitem__("a"),
        lambda s: s.edges[0].properties.popitem(),
    ],
)
def test_attributes_cannot_be_changed_either(snapshot, change):
    with pytest.raises(TypeError, match="frozen snapshot"):
        change(snapshot)


def test_records_cannot_be_changed_and_can_be_hashed(snapshot):
    with pytest.raises(AttributeError):
        snapshot.nodes[0].kind = "x"
    assert len({*snapshot.nodes, *snapshot.nodes}) == len(snapshot.nodes)
    assert SnapshotNode("a").properties == {}
    assert SnapshotEdge("a", "b").kind is None


def test_a_copy_can_be_changed(snapshot):
    copy = snapshot.graph.copy()
    copy.add_node("new", kind="x")
    copy.nodes["new"]["kind"] = "y"
    copy.nodes[uid(1)]["kind"] = "z"
    assert snapshot.graph.nodes[uid(1)]["kind"] == "Module"


def test_a_pickled_snapshot_stays_frozen(snapshot):
    again = pickle.loads(pickle.dumps(snapshot))
    assert again.nodes == snapshot.nodes
    assert nx.is_frozen(again.graph)
    with pytest.raises(TypeError):
        again.graph.nodes[uid(1)]["kind"] = "x"


def test_two_loads_are_equal(loaded, snapshot):
    again = materialize_snapshot(SNAPSHOT.upper().replace("-", ""), as_dsn(loaded))
    assert again.nodes == snapshot.nodes
    assert again.edges == snapshot.edges


def test_other_snapshots_stay_out(loaded, snapshot):
    shifted = TinySnapshot([(20, "Module", None), (21, "Call", 20)], [(20, 21, "Call")], OTHER_SNAPSHOT)
    insert(loaded, shifted)
    again = materialize_snapshot(SNAPSHOT, as_dsn(loaded))
    assert again.nodes == snapshot.nodes
    assert len(materialize_snapshot(OTHER_SNAPSHOT, as_dsn(loaded)).nodes) == 2


def test_dangling_edges(loaded):
    insert(loaded, TinySnapshot([(20, "Module", None)], [(20, 99, "Call")], OTHER_SNAPSHOT))
    with pytest.raises(SnapshotError, match=f"1 edges have an end that is no node.*\n  {uid(20)} -> {uid(99)}"):
        materialize_snapshot(OTHER_SNAPSHOT, as_dsn(loaded))
    dropped = materialize_snapshot(OTHER_SNAPSHOT, as_dsn(loaded), dangling="drop")
    assert dropped.edges == ()
    assert dropped.dropped_edges == 1
    assert list(dropped.graph) == [uid(20)]


def test_a_parent_in_another_snapshot(loaded):
    insert(loaded, TinySnapshot([(20, "Module", 1)], [], OTHER_SNAPSHOT))
    with pytest.raises(SnapshotError, match=f"1 parents have an end that is no node.*\n  {uid(1)} -> {uid(20)}"):
        materialize_snapshot(OTHER_SNAPSHOT, as_dsn(loaded))
    assert len(materialize_snapshot(OTHER_SNAPSHOT, as_dsn(loaded), dangling="drop").nodes) == 1


def test_a_row_of_megabytes(loaded):
    """A Module lists its statements in one row."""
    with connect(loaded, read_only=False) as connection, connection.cursor() as cursor:
        query = sql.SQL("UPDATE {} SET data = jsonb_build_object('body', repeat('x', 5000000)) WHERE id = %s")
        cursor.execute(query.format(loaded.table("AstNode")), (uid(9),))
    assert len(materialize_snapshot(SNAPSHOT, as_dsn(loaded)).nodes[-1].properties["data"]["body"]) == 5_000_000
