import sys
from collections import Counter

import networkx as nx
import pytest
import torch
from hypothesis import given
from torch_geometric.nn import HeteroConv, SAGEConv

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.convert import to_hetero_data, to_networkx, to_triples_factory
from codegraft.kg.load import select, with_inverses
from codegraft.symbols.model import RESOLUTIONS
from tests.kg.graphs import entity, graph, graphs, random_graph, small_graph, triple


def empty():
    return graph([], [])


def edges_of(data):
    """Triples and resolutions as their ends' ids, counted store by store."""
    return Counter(
        (data[head].id[i], relation, data[tail].id[j], data.resolutions[code])
        for head, relation, tail in data.edge_types
        for i, j, code in zip(
            *data[head, relation, tail].edge_index.tolist(), data[head, relation, tail].resolution.tolist(), strict=True
        )
    )


def rows_of(kg):
    return Counter((row["head"], row["relation"], row["tail"], row["resolution"]) for row in kg.triples.to_pylist())


def check_hetero(kg):
    data = to_hetero_data(kg)
    entities = kg.entities.to_pylist()
    assert edges_of(data) == rows_of(kg)
    kinds = {(row["head_type"], row["relation"], row["tail_type"]) for row in kg.triples.to_pylist()}
    assert data.edge_types == sorted(kinds)
    assert data.node_types == sorted({row["type"] for row in entities})
    for name in data.node_types:
        assert data[name].id == [row["id"] for row in entities if row["type"] == name]
        assert data[name].id == kg.entities["id"].take(data[name].row.numpy()).to_pylist()
        assert data[name].num_nodes == len(data[name].id)
    for store in data.edge_stores:
        assert store.edge_index.dtype == store.resolution.dtype == torch.int64
        assert set(kg.triples["relation"].take(store.row.numpy()).to_pylist()) == {store._key[1]}


def test_hetero_data_of_a_small_graph():
    check_hetero(small_graph())


@given(graphs())
def test_hetero_data_holds_each_triple_once(kg):
    check_hetero(kg)


def test_hetero_data_of_a_larger_graph():
    check_hetero(random_graph(5_000, 800))


def test_hetero_data_of_nothing():
    data = to_hetero_data(empty())
    assert (data.node_types, data.edge_types) == ([], [])


def test_hetero_data_trains():
    data = to_hetero_data(
        with_inverses(
            small_graph(), {name: f"{name}_inverse" for name in ("contains", "declares", "defines", "invokes")}
        )
    )
    assert data.validate()
    features = {name: torch.ones(data[name].num_nodes, 2) for name in data.node_types}
    convolution = HeteroConv({kind: SAGEConv((2, 2), 3) for kind in data.edge_types})
    out = convolution(features, data.edge_index_dict)
    assert out["Method"].shape == (1, 3)


def test_resolution_codes_do_not_depend_on_the_part():
    kg = small_graph()
    whole, part = to_hetero_data(kg), to_hetero_data(select(kg, relations=["calls"]))
    assert whole.resolutions == part.resolutions == list(RESOLUTIONS)
    assert edges_of(part) == Counter({edge: n for edge, n in edges_of(whole).items() if edge[1] == "calls"})


def test_an_end_that_is_no_entity_is_named():
    kg = small_graph()
    broken = type(kg)(
        kg.triples, kg.entities.filter([id_ != "shop:cart.total" for id_ in kg.entities["id"].to_pylist()]), {}
    )
    with pytest.raises(KnowledgeGraphError, match=r"1 ids are no entities, such as the head shop:cart\.total"):
        to_hetero_data(broken)


def test_an_unknown_resolution_is_named():
    one = entity("r:a")
    with pytest.raises(KnowledgeGraphError, match="resolution guessed is unknown; expected exact, inferred"):
        to_hetero_data(graph([triple(one, "calls", one, resolution="guessed")], [one]))


def check_factory(kg):
    factory = to_triples_factory(kg)
    rows = {(row["head"], row["relation"], row["tail"]) for row in kg.triples.to_pylist()}
    assert {tuple(row) for row in factory.triples.tolist()} == rows
    assert factory.num_triples == len(rows)
    ends = {end for head, _, tail in rows for end in (head, tail)}
    assert factory.entity_to_id == {name: i for i, name in enumerate(sorted(ends))}
    assert factory.relation_to_id == {name: i for i, name in enumerate(sorted({relation for _, relation, _ in rows}))}


def test_triples_factory_of_a_small_graph(pykeen):
    check_factory(small_graph())


def test_triples_factory_numbers_names_in_their_order(pykeen):
    check_factory(random_graph(2_000, 500))


def test_triples_factory_names_one_statement_of_two_repositories_once(pykeen):
    one = entity("<library>:numpy", "Library")
    kg = graph([triple(one, "uses", one, repository=name) for name in "ab"], [one])
    assert to_triples_factory(kg).mapped_triples.tolist() == [[0, 0, 0]]


def test_without_pykeen_the_message_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pykeen.triples", None)
    with pytest.raises(KnowledgeGraphError, match="`pip install pykeen`"):
        to_triples_factory(small_graph())


def check_networkx(kg):
    found = to_networkx(kg)
    assert dict(found.nodes(data=True)) == {row.pop("id"): row for row in kg.entities.to_pylist()}
    rows = kg.triples.to_pylist()
    assert found.number_of_edges() == len(rows)
    for row in rows:
        ends = row.pop("head"), row.pop("tail"), row.pop("head_type"), row.pop("tail_type")
        assert found.edges[ends[0], ends[1], row["relation"]] == row


def test_networkx_of_a_small_graph():
    check_networkx(small_graph())


@given(graphs())
def test_networkx_holds_every_column(kg):
    check_networkx(kg)


def test_networkx_answers_questions():
    found = to_networkx(small_graph())
    assert isinstance(found, nx.MultiDiGraph)
    assert nx.has_path(found, "tool:run", "<builtin>:print")
    assert found.nodes["shop:cart.alone"]["type"] == "Function"


def test_a_factory_of_no_triples_is_refused():
    pytest.importorskip("pykeen")
    with pytest.raises(KnowledgeGraphError, match="triples: none"):
        to_triples_factory(empty())
