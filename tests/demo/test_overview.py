from collections import defaultdict

import pytest

from codegraft.demo.columns import Columns
from codegraft.demo.overview import overview_of, snapshot_of
from codegraft.snapshot.dataset import code_bundle
from tests.demo.graphs import read
from tests.demo.places import SHOP


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    place = tmp_path_factory.mktemp("overview") / "shop"
    texts, graph = read(place, SHOP)
    return place, texts, graph, overview_of(texts, graph, Columns(graph))


def test_the_snapshot_has_the_nodes_and_edges_of_the_library(shop):
    place, texts, *_ = shop
    manifest = code_bundle(place, include_tests=True).manifest
    found = snapshot_of(texts)
    assert found.nodes == manifest["nodes"] == sum(count.number for count in found.node_kinds)
    assert found.edges == sum(count.number for count in found.edge_kinds) > 0
    assert found.broken == 0


def test_files_that_are_no_code_are_counted_and_alone_give_no_snapshot(tmp_path):
    texts, _ = read(tmp_path / "some", {"a.py": "x = 1\n", "b.py": b"\xff\xfe\x00\x81 ((((" * 50})
    assert snapshot_of(texts).broken == 1
    texts, _ = read(tmp_path / "none", {"b.py": b")))((( \x81 ((((" * 50})
    assert snapshot_of(texts) is None


def test_the_most_called_are_those_that_most_others_call(shop):
    _, _, graph, overview = shop
    callers, places = defaultdict(set), defaultdict(int)
    for row in graph.triples.to_pylist():
        if row["relation"] == "calls" and row["head"] != row["tail"]:
            callers[row["tail"]].add(row["head"])
            places[row["tail"]] += row["occurrences"]
    found = {f"shop:{called.function.qualified}": (called.callers, called.places) for called in overview.most_called}
    assert found == {tail: (len(heads), places[tail]) for tail, heads in callers.items()}


def test_modules_that_import_each_other_are_named(shop):
    *_, overview = shop
    assert overview.import_circles == [["shop.reports", "shop.till"]]


def test_functions_that_call_each_other_are_counted(tmp_path):
    code = "def a():\n    b()\n\ndef b():\n    a()\n\ndef c():\n    c()\n"
    texts, graph = read(tmp_path / "code", {"m.py": code})
    assert overview_of(texts, graph, Columns(graph)).call_circles == 1


def test_files_have_their_lines_definitions_and_problems(tmp_path):
    texts, graph = read(tmp_path / "code", {"m.py": "def a():\n    pass\n\nX = 1\n", "n.py": b"\xef\xbb\xbfy = 2\n"})
    m, n = overview_of(texts, graph, Columns(graph)).files
    assert (m.path, m.language, m.lines, m.definitions, m.problems) == ("m.py", "python", 5, 2, ())
    assert n.problems == ("begins with a byte order mark",)


def test_nobody_is_blamed_for_a_licence_that_was_not_asked_for(shop):
    *_, overview = shop
    assert "licences" not in overview.rules
    assert "acyclicity" in overview.rules
