from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import GraphColumns, SnapshotInfo, format_ids, order_edges, parse_ids
from codegraft.snapshot.select import keep_component, keep_kinds, keep_neighbourhood, keep_rows
from tests.snapshot.graphs import uid

KINDS = ("Call", "Function", "Module")


def columns_of(nodes, pairs, kinds=None):
    source, target = (np.array([pair[i] for pair in pairs], np.int64) for i in range(2))
    edge_index, edge_type = order_edges(source, target, np.zeros(len(pairs), np.int64), nodes, 1)
    kind = np.array(kinds if kinds is not None else [i % 3 for i in range(nodes)], np.int64)
    parent = np.arange(-1, nodes - 1)
    ids = parse_ids([uid(i) for i in range(nodes)])
    info = SnapshotInfo(uid(1), "v1", "r")
    return GraphColumns(info, ids, kind, KINDS, edge_index, edge_type, ("Call",), parent=parent)


graphs = st.integers(1, 12).flatmap(
    lambda n: st.tuples(st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=20))
)


def kept_numbers(columns):
    everyone = {uid(i): i for i in range(12)}
    return {everyone[text] for text in format_ids(columns.ids)}


@given(graphs, st.integers(0, 3), st.integers(0, 11))
def test_neighbourhood_is_what_breadth_first_search_finds(graph, hops, start):
    nodes, pairs = graph
    start %= nodes
    oracle = nx.Graph(pairs)
    oracle.add_nodes_from(range(nodes))
    expected = set(nx.single_source_shortest_path_length(oracle, start, cutoff=hops))
    assert kept_numbers(keep_neighbourhood(columns_of(nodes, pairs), uid(start), hops)) == expected


@given(graphs)
def test_components_come_by_size_then_lowest_id(graph):
    nodes, pairs = graph
    oracle = nx.Graph(pairs)
    oracle.add_nodes_from(range(nodes))
    expected = sorted(nx.connected_components(oracle), key=lambda part: (-len(part), min(part)))
    columns = columns_of(nodes, pairs)
    assert [kept_numbers(keep_component(columns, rank)) for rank in range(len(expected))] == expected
    with pytest.raises(SnapshotError, match=f"there are {len(expected)}"):
        keep_component(columns, len(expected))


@given(graphs)
def test_kinds_induce_the_subgraph(graph):
    nodes, pairs = graph
    part = keep_kinds(columns_of(nodes, pairs), ["Call"])
    kept = [i for i in range(nodes) if i % 3 == 0]
    assert kept_numbers(part) == set(kept)
    rows = {i: row for row, i in enumerate(kept)}
    expected = sorted((rows[a], rows[b]) for a, b in pairs if a in rows and b in rows)
    assert list(zip(*part.edge_index.tolist(), strict=True)) == expected
    assert part.parent.tolist() == [rows.get(i - 1, -1) for i in kept]


def test_what_is_kept_keeps_its_file_and_its_place_in_it():
    file, location = np.array([2, 0, 1, 0]), np.arange(16, dtype=np.int32).reshape(4, 4)
    columns = replace(columns_of(4, []), file=file, files=("a", "b", "c"), location=location)
    part = keep_rows(columns, np.array([True, False, True, True]))
    assert (part.file.tolist(), part.location.tolist()) == ([2, 1, 0], location[[0, 2, 3]].tolist())
    assert part.kind.tolist() == columns.kind[[0, 2, 3]].tolist()
    bare = keep_rows(replace(columns_of(4, []), parent=None), np.array([False, True, False, False]))
    assert (bare.parent, bare.file, bare.location) == (None, None, None)


def test_a_node_whose_parent_went_becomes_a_root_and_edges_keep_their_type():
    edge_index, edge_type = np.array([[0, 1, 1, 2], [1, 2, 3, 3]]), np.array([0, 1, 2, 1])
    columns = replace(columns_of(4, []), edge_index=edge_index, edge_type=edge_type, parent=np.array([-1, 0, 3, 1]))
    part = keep_rows(columns, np.array([False, True, True, True]))
    assert part.parent.tolist() == [-1, 2, 0]
    assert (part.edge_index.tolist(), part.edge_type.tolist()) == ([[0, 0, 1], [1, 2, 2]], [1, 2, 1])


def test_a_selection_that_keeps_nothing_is_refused():
    with pytest.raises(SnapshotError, match=r"^the selection keeps no node$"):
        keep_rows(columns_of(3, []), np.zeros(3, bool))


def test_several_unknown_kinds_are_named():
    with pytest.raises(SnapshotError, match=r"^no node of kind Klass, Zeal; this snapshot has Call, Function$"):
        keep_kinds(columns_of(2, []), ["Zeal", "Call", "Klass"])


def test_a_component_beyond_the_last_is_refused_with_how_many_there_are():
    with pytest.raises(SnapshotError, match=r"^component 2 was asked for, but there are 2 \(0 to 1\)$"):
        keep_component(columns_of(3, [(0, 1)]), 2)


def test_unknown_kind_names_those_there_are():
    with pytest.raises(SnapshotError, match="no node of kind Klass; this snapshot has Call, Function, Module"):
        keep_kinds(columns_of(3, []), ["Klass"])


def test_unknown_node_is_an_error():
    with pytest.raises(SnapshotError, match=rf"^node {uid(99)} is not in snapshot {uid(1)}$"):
        keep_neighbourhood(columns_of(3, []), uid(99), 1)
