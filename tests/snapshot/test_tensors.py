from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.snapshot.kinds import BUCKETS, KIND_TO_BUCKET
from codegraft.snapshot.models import SnapshotEdge, SnapshotNode
from codegraft.snapshot.tensors import (
    EDGE_FEATURE_NAMES,
    FEATURE_NAMES,
    create_edge_features,
    create_edge_index,
    create_feature_matrix_v1,
    create_feature_matrix_v2,
    create_node_mapping,
    edge_attributes_of,
    features_of,
    tree_depth,
)
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import EXAMPLE, uid


def test_kind_to_bucket_is_the_one_of_the_schema():
    expected = {
        0: {"Module", "Block"},
        1: {"Function", "Conditional", "Loop", "Return"},
        2: {"Variable", "Parameter", "Assignment", "Literal"},
        3: {"Call", "MemberExpression", "Identifier"},
        4: {"ExpressionStatement", "Import"},
        5: {"Unknown"},
    }
    assert {bucket: {k for k, b in KIND_TO_BUCKET.items() if b == bucket} for bucket in range(6)} == expected
    assert BUCKETS == ("Container", "Logic", "Data", "Reference", "Statement", "Other")


@given(st.sets(st.text(max_size=4), max_size=20))
def test_mapping_is_ascending_and_complete(names):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(names)
    assert create_node_mapping(graph) == {name: row for row, name in enumerate(sorted(names))}


def test_edge_index_follows_the_graph_and_keeps_parallel_edges():
    graph = nx.MultiDiGraph([("a", "b"), ("a", "b"), ("c", "a"), ("b", "b")])
    edge_index = create_edge_index(graph, create_node_mapping(graph))
    assert edge_index.dtype == torch.int64
    assert edge_index.is_contiguous()
    assert edge_index.tolist() == [[0, 0, 1, 2], [1, 1, 1, 0]]


def test_no_edges_give_an_empty_index():
    graph = nx.MultiDiGraph()
    graph.add_node("a")
    assert create_edge_index(graph, {"a": 0}).shape == (2, 0)


def test_an_end_without_a_row_is_named():
    with pytest.raises(ValueError, match=r"1 edge ends have no row in node_to_idx, first \['b'\]"):
        create_edge_index(nx.MultiDiGraph([("a", "b")]), {"a": 0})


@pytest.mark.parametrize(("kind", "bucket"), [*KIND_TO_BUCKET.items(), ("Class", 5), ("", 5), ("module", 5), (None, 5)])
def test_v1_puts_each_kind_into_its_bucket(kind, bucket):
    x = create_feature_matrix_v1([SnapshotNode("a", kind)], {"a": 0})
    assert x.dtype == torch.float32
    assert x.tolist() == [[float(i == bucket) for i in range(6)]]


def test_v1_rows_follow_any_mapping():
    nodes = [SnapshotNode("a", "Module"), SnapshotNode("b", "Call")]
    assert create_feature_matrix_v1(nodes, {"a": 1, "b": 0}).argmax(1).tolist() == [3, 0]


def test_v1_of_nothing():
    assert create_feature_matrix_v1([], {}).shape == (0, 6)


@pytest.mark.parametrize("matrix", [create_feature_matrix_v1, create_feature_matrix_v2])
def test_nodes_and_mapping_must_agree(matrix):
    with pytest.raises(ValueError, match="missing 1 node ids") as caught:
        matrix([SnapshotNode("a"), SnapshotNode("x")], {"a": 0, "b": 1})
    assert str(caught.value) == (
        "missing 1 node ids from nodes list (first ['b']); found 1 node ids not present in node_to_idx (first ['x'])"
    )
    with pytest.raises(ValueError, match=r"^the rows in node_to_idx are not 0 to 1, each once$"):
        matrix([SnapshotNode("a"), SnapshotNode("b")], {"a": 0, "b": 0})
    with pytest.raises(ValueError, match=r"^1 node ids stand twice in the nodes list$"):
        matrix([SnapshotNode("a"), SnapshotNode("a")], {"a": 0})


def test_of_many_ids_that_do_not_agree_the_first_ten_are_named():
    names = [f"n{number:02}" for number in range(24)]
    with pytest.raises(ValueError, match="missing 12") as caught:
        create_feature_matrix_v1([SnapshotNode(name) for name in names[:12]], dict.fromkeys(names[12:], 0))
    missing, extra, _ = str(caught.value).split("; ")
    assert missing == f"missing 12 node ids from nodes list (first {names[12:22]})"
    assert extra == f"found 12 node ids not present in node_to_idx (first {names[:10]})"
    with pytest.raises(ValueError, match="edge ends") as caught:
        create_edge_index(nx.MultiDiGraph([(name, "z") for name in names[:12]]), {"z": 0})
    assert str(caught.value) == f"12 edge ends have no row in node_to_idx, first {names[:10]}"


def test_v2_says_what_it_promises():
    location = {"startLine": 4, "startCol": 7, "endLine": 6, "endCol": 1}
    nodes = [
        SnapshotNode(
            "m", "Module", properties={"location": {"startLine": 0, "startCol": 0, "endLine": 9, "endCol": 0}}
        ),
        SnapshotNode("f", "Function", properties={"parentId": "m", "location": location}),
        SnapshotNode("w", "Weird", properties={"parentId": "f", "location": None}),
    ]
    x = create_feature_matrix_v2(nodes, {"m": 2, "f": 0, "w": 1})
    named = [dict(zip(FEATURE_NAMES["v2"], row, strict=True)) for row in x.tolist()]
    assert x.shape == (3, 29)
    assert {name for name, value in named[0].items() if value and not name.startswith("log_")} == {
        "bucket_Logic",
        "kind_Function",
    }
    expected = {"lines": 3, "start_column": 7, "depth": 1, "children": 1, "start_line": 4}
    assert {key: round(float(np.expm1(named[0][f"log_{key}"])), 4) for key in expected} == expected
    assert named[1]["kind_unlisted"] == 1.0
    assert named[1]["bucket_Other"] == 1.0
    assert named[1]["log_lines"] == 0.0
    assert round(float(np.expm1(named[1]["log_depth"])), 4) == 2


@given(st.lists(st.integers(-1, 30), max_size=31))
def test_tree_depth_counts_steps_to_the_root(raw):
    parent = np.array([min(p, i - 1) for i, p in enumerate(raw)], np.int64)  # parents stand before their children

    def naive(i):
        return 0 if parent[i] < 0 else 1 + naive(parent[i])

    assert tree_depth(parent).tolist() == [naive(i) for i in range(len(parent))]


def test_tree_depth_of_a_chain_and_of_a_cycle():
    assert tree_depth(np.arange(-1, 9999))[-1] == 9999
    assert tree_depth(np.array([1, 0])).tolist() == [2, 2]
    assert tree_depth(np.array([1, 2, 0, 2, -1])).tolist() == [5, 5, 5, 5, 0]
    assert tree_depth(np.array([], np.int64)).tolist() == []


def records_of(snapshot):
    """The example as records: nodes by number, edges as they stand in columns."""
    nodes = [
        SnapshotNode(
            uid(number),
            kind,
            properties={
                "parentId": None if parent is None else uid(parent),
                "location": snapshot.location(number),
                "filePath": snapshot.path(number),
            },
        )
        for number, kind, parent in snapshot.nodes
    ]
    return nodes, {uid(number): row for row, (number, *_) in enumerate(sorted(snapshot.nodes))}


@pytest.mark.parametrize(("version", "matrix"), [("v1", create_feature_matrix_v1), ("v2", create_feature_matrix_v2)])
def test_columns_and_records_give_the_same_features(version, matrix):
    nodes, rows = records_of(EXAMPLE)
    found = features_of(example_columns(), version)
    assert found.dtype == torch.float32
    assert torch.equal(found, matrix(nodes, rows))
    assert found.shape == (len(nodes), len(FEATURE_NAMES[version]))


def test_columns_and_records_give_the_same_edge_features():
    nodes, _ = records_of(EXAMPLE)
    columns = example_columns()
    names = {row: node.id for row, node in enumerate(sorted(nodes, key=lambda node: node.id))}
    edges = [
        SnapshotEdge(names[source], names[target], columns.edge_types[kind])
        for source, target, kind in zip(*columns.edge_index.tolist(), columns.edge_type.tolist(), strict=True)
    ]
    found = edge_attributes_of(columns)
    assert found.dtype == torch.float32
    assert torch.equal(found, create_edge_features(edges, {node.id: node.properties["filePath"] for node in nodes}))


def test_features_need_their_columns():
    for lacking in ("parent", "location"):
        with pytest.raises(ValueError, match=r"^features v2 need the columns parent and location$"):
            features_of(replace(example_columns(), **{lacking: None}), "v2")
    with pytest.raises(ValueError, match=r"^edge features need the column file$"):
        edge_attributes_of(replace(example_columns(), file=None))


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ({"startLine": 4, "startCol": 3, "endLine": 4, "endCol": 5}, (1, 3, 4)),
        ({"startLine": 4, "startCol": 3, "endLine": 2, "endCol": 5}, (1, 3, 4)),
        ({"startLine": 0, "startCol": 0, "endLine": 0, "endCol": 0}, (1, 0, 0)),
        ({"startLine": 4, "startCol": 3, "endLine": 6}, (0, 0, 0)),
        ({"startLine": 4, "startCol": -1, "endLine": 6, "endCol": 5}, (0, 0, 0)),
        ({}, (0, 0, 0)),
        ("4:3", (0, 0, 0)),
    ],
)
def test_positions_are_counted_where_the_location_is_known(location, expected):
    x = create_feature_matrix_v2([SnapshotNode("a", "Call", properties={"location": location})], {"a": 0})
    named = dict(zip(FEATURE_NAMES["v2"], np.expm1(x[0].numpy()).round(4).tolist(), strict=True))
    assert (named["log_lines"], named["log_start_column"], named["log_start_line"]) == expected


def test_v2_of_nothing():
    assert create_feature_matrix_v2([], {}).shape == (0, 29)


def test_edge_features():
    edges = [SnapshotEdge("a", "b", "Call"), SnapshotEdge("a", "a", "Declares"), SnapshotEdge("b", "a", "Odd")]
    matrix = create_edge_features(edges, {"a": "x.py", "b": "y.py"})
    named = [{n for n, v in zip(EDGE_FEATURE_NAMES, row, strict=True) if v} for row in matrix.tolist()]
    assert named == [{"edge_Call"}, {"edge_Declares", "same_file", "self_loop"}, {"edge_unlisted"}]
    assert create_edge_features([], {}).shape == (0, len(EDGE_FEATURE_NAMES))
