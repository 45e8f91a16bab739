import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.demo.columns import NONE, Columns, circles
from tests.demo.graphs import read
from tests.demo.places import SHOP

EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=25)


def reached(edges, start):
    """What can be reached from a node by one edge at least."""
    found, pending = set(), [start]
    while pending:
        node = pending.pop()
        new = {stop for begin, stop in edges if begin == node} - found
        found |= new
        pending += new
    return found


@given(EDGES)
def test_a_circle_is_all_that_reach_each_other(edges):
    source, target = np.array(edges, np.int64).reshape(-1, 2).T
    nodes = sorted({node for edge in edges for node in edge})
    groups = {
        tuple(sorted({node} | {other for other in reached(edges, node) if node in reached(edges, other)}))
        for node in nodes
    }
    found = circles(source, target)
    assert sorted(map(tuple, found)) == sorted(group for group in groups if len(group) > 1)
    assert [len(group) for group in found] == sorted(map(len, found), reverse=True)


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    _, graph = read(tmp_path_factory.mktemp("columns") / "shop", SHOP)
    return graph, Columns(graph)


def test_everything_but_the_repository_and_the_outside_lies_in_something(shop):
    graph, columns = shop
    parents = {columns.types[row] for row in np.flatnonzero(columns.parent == NONE)}
    assert parents <= {
        "Repository",
        "API",
        "Library",
        "Type",
        "ExceptionType",
        "Interface",
        "BuildTarget",
        "Annotation",
    }
    names = graph.entities["id"].to_pylist()
    row = names.index("shop:shop.till.Till.pay")
    assert names[columns.parent[row]] == "shop:shop.till.Till"


def test_an_entity_tells_its_place(shop):
    graph, columns = shop
    row = graph.entities["id"].to_pylist().index("shop:shop.stock.Stock")
    [entity] = columns.entities(np.array([row]))
    assert (entity.name, entity.qualified, entity.type) == ("Stock", "shop.stock.Stock", "Class")
    assert (entity.language, entity.file, entity.line) == ("python", "shop/stock.py", 6)
