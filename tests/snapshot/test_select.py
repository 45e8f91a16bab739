import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import SnapshotError
from codegraft.snapshot.columns import GraphColumns, SnapshotInfo, format_ids, order_edges, parse_ids
from codegraft.snapshot.select import keep_component, keep_kinds, keep_neighbourhood
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


def test_unknown_kind_names_those_there_are():
    with pytest.raises(SnapshotError, match="no node of kind Klass; this snapshot has Call, Function, Module"):
        keep_kinds(columns_of(3, []), ["Klass"])


def test_unknown_node_is_an_error():
    with pytest.raises(SnapshotError, match="is not in snapshot"):
        keep_neighbourhood(columns_of(3, []), uid(99), 1)
