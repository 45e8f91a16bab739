from collections import Counter

import pytest

from codegraft.demo.columns import Columns
from codegraft.demo.picture import MOST_LINKS, MOST_NODES, RELATIONS, TYPES, picture_of
from tests.demo.graphs import read
from tests.demo.places import SHOP


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    _, graph = read(tmp_path_factory.mktemp("picture") / "shop", SHOP)
    return graph, picture_of(Columns(graph))


def named(picture):
    names = [node.entity.qualified for node in picture.nodes]
    return {(names[link.source], link.relation, names[link.target]): link.statements for link in picture.links}


def test_links_are_what_the_parts_of_nodes_say_of_each_other(shop):
    graph, picture = shop
    drawn = {node.entity.qualified for node in picture.nodes}
    rows = graph.triples.to_pylist()
    parent = {row["tail"]: row["head"] for row in rows if row["relation"] in ("contains", "declares")}
    first = {"shop:app.App.java": "shop:app.App"}

    def owner(id_):
        while id_ is not None and id_.partition(":")[2] not in drawn:
            id_ = first.get(id_, parent.get(id_))
        return id_ and id_.partition(":")[2]

    expected = Counter()
    for row in rows:
        relation = {"implements": "inherits_from"}.get(row["relation"], row["relation"])
        ends = owner(row["head"]), owner(row["tail"])
        if relation in RELATIONS and None not in ends and ends[0] != ends[1]:
            expected[ends[0], relation, ends[1]] += 1
    assert named(picture) == expected


def test_of_a_java_file_the_first_type_is_drawn_and_of_python_the_module_too(shop):
    _, picture = shop
    types = {node.entity.qualified: node.type for node in picture.nodes}
    assert types["app.App"] == types["app.Counter"] == "Class"
    assert types["shop.stock"] == "Module"
    assert types["shop.stock.Unknown"] == "ExceptionType"
    assert "app.App.java" not in types
    assert set(types.values()) <= set(TYPES)


def test_nodes_stand_by_file_and_line(shop):
    _, picture = shop
    places = [(node.entity.file.rpartition("/")[0], node.entity.file, node.entity.line) for node in picture.nodes]
    assert places == sorted(places)


def test_what_leads_out_and_in_adds_up(shop):
    _, picture = shop
    assert sum(node.out for node in picture.nodes) == sum(node.into for node in picture.nodes) == len(picture.links)


def test_what_there_is_no_room_for_is_counted(tmp_path):
    files = {f"m{number:03}.py": "".join(f"import m{other:03}\n" for other in range(number)) for number in range(150)}
    _, graph = read(tmp_path / "many", files)
    picture = picture_of(Columns(graph))
    assert (len(picture.nodes), picture.nodes_left_out) == (MOST_NODES, 150 - MOST_NODES)
    assert (len(picture.links), picture.links_left_out) == (MOST_LINKS, MOST_NODES * (MOST_NODES - 1) // 2 - MOST_LINKS)


def test_an_anonymous_class_is_called_by_where_it_is(tmp_path):
    code = "class Outer {\n  Runnable r = new Runnable() { public void run() { go(); } };\n  void go() {}\n}\n"
    _, graph = read(tmp_path / "java", {"Outer.java": code})
    assert "Outer.1" in {node.name for node in picture_of(Columns(graph)).nodes}


def test_code_without_a_link_is_drawn_all_the_same(tmp_path):
    _, graph = read(tmp_path / "one", {"one.py": "x = 1\n"})
    picture = picture_of(Columns(graph))
    assert ([node.name for node in picture.nodes], picture.links) == (["one"], [])
