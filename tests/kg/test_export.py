import csv
import json
import re
import subprocess
import sys
from xml.etree import ElementTree

import networkx as nx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg import export
from codegraft.kg.convert import to_networkx, to_triples_factory
from codegraft.kg.export import export_kg
from codegraft.kg.store import TRIPLES_SCHEMA
from tests.kg.graphs import entity, graph, graphs, random_graph, small_graph, triple

AWKWARD = st.text(
    st.sampled_from("ab\t\n\r\x00\x01\x1f\x85\u2028\ufeff\ufffe\U0001f600\"'<>&]\\u0,:#")
    | st.characters(exclude_categories=["Cs"])
)
"""Strings of what TSV, JSON and XML have a meaning for, and of what XML cannot say."""


def one_edge(text):
    """A graph with that id, name, file and repository."""
    end = entity(text, name=text, repository=text, attributes=text)
    return graph([triple(end, "calls", end, file=text, licence=text, repository=text)], [end])


@pytest.fixture
def exported(tmp_path):
    def write(kg, form):
        export_kg(kg, tmp_path / f"kg.{form}", form)
        return tmp_path / f"kg.{form}"

    return write


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("exported")


def statements(kg):
    return [(row["head"], row["relation"], row["tail"]) for row in kg.triples.to_pylist()]


def test_tsv_of_usual_ids_is_plain(exported):
    kg = small_graph()
    text = exported(kg, "tsv").read_text(encoding="utf-8")
    assert text == "".join(f"{head}\t{relation}\t{tail}\n" for head, relation, tail in statements(kg))


@given(graphs(AWKWARD))
@example(one_edge("\ufeffa"))
@example(one_edge('"'))
@example(one_edge("a\tb\r\n"))
def test_tsv_of_any_ids_comes_back(place, kg):
    export_kg(kg, place / "kg.tsv", "tsv")
    with (place / "kg.tsv").open(encoding="utf-8-sig", newline="") as file:
        assert [tuple(row) for row in csv.reader(file, delimiter="\t")] == statements(kg)


def pair(texts):
    """A graph with an edge between two ids."""
    rows = [entity(text) for text in texts]
    return graph([triple(rows[0], "calls", rows[1], repository="r")], rows)


def factories(pykeen, kg, path):
    """The graph as PyKEEN reads its TSV, and as it is loaded."""
    export_kg(kg, path, "tsv")
    return pykeen.TriplesFactory.from_path(path), to_triples_factory(kg)


def test_pykeen_reads_the_tsv_as_it_loads_the_graph(pykeen, tmp_path):
    for kg in (small_graph(), random_graph(3_000, 700)):
        read, loaded = factories(pykeen, kg, tmp_path / "kg.tsv")
        assert read.mapped_triples.equal(loaded.mapped_triples)
        assert (read.entity_to_id, read.relation_to_id) == (loaded.entity_to_id, loaded.relation_to_id)


@given(graphs(AWKWARD).filter(lambda kg: len(kg.triples)))
@example(one_edge("NA"))
@example(pair(["a\0b", "a\0c"]))
@example(one_edge("\ufeffa"))
def test_pykeen_reads_any_ids_from_the_tsv(pykeen, place, kg):
    read, loaded = factories(pykeen, kg, place / "kg.tsv")
    assert {tuple(row) for row in read.triples.tolist()} == set(statements(kg))
    assert read.entity_to_id == loaded.entity_to_id


@given(graphs(AWKWARD))
def test_jsonl_holds_every_column_of_every_triple(place, kg):
    export_kg(kg, place / "kg.jsonl", "jsonl")
    text = (place / "kg.jsonl").read_bytes().decode("ascii")
    assert [json.loads(line) for line in text.splitlines()] == kg.triples.to_pylist()


def test_jsonl_names_the_columns_in_their_order(exported):
    line = exported(small_graph(), "jsonl").read_text().splitlines()[0]
    assert list(json.loads(line)) == TRIPLES_SCHEMA.names


def unescaped(value):
    """What stood there before characters that XML cannot hold were escaped."""
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), value) if isinstance(value, str) else value


def listed(graph, say=lambda value: value):
    """Nodes and edges of a NetworkX graph without empty attributes, which readers of GraphML do not see."""

    def kept(data):
        return sorted((key, say(value)) for key, value in data.items() if value != "")

    nodes = sorted((say(node), kept(data)) for node, data in graph.nodes(data=True))
    return nodes, sorted((say(head), say(tail), kept(data)) for head, tail, data in graph.edges(data=True))


def test_networkx_reads_the_graphml_as_it_loads_the_graph(exported):
    kg = small_graph()
    read = nx.read_graphml(exported(kg, "graphml"))
    assert read.is_directed()
    assert listed(read) == listed(to_networkx(kg))
    assert read.nodes["shop:cart"]["line_start"] == 2


@given(graphs(AWKWARD))
@example(one_edge("\\u0001"))
@example(one_edge("\x01"))
@example(one_edge("]]>\r\n\t "))
@example(one_edge("".join(map(chr, [*range(33), 0x7F, 0x85, 0x2028, 0xFEFF, 0xFFFE, 0xFFFF]))))
def test_graphml_of_any_strings_comes_back(place, kg):
    export_kg(kg, place / "kg.graphml", "graphml")
    read = nx.read_graphml(place / "kg.graphml", force_multigraph=True)
    assert listed(read, unescaped) == listed(to_networkx(kg))


def test_graphml_is_xml_with_two_kinds_of_elements(exported):
    root = ElementTree.parse(exported(small_graph(), "graphml")).getroot()
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert root.tag == f"{space}graphml"
    assert len(root.findall(f"{space}graph/{space}node")) == len(small_graph().entities)
    assert len(root.findall(f"{space}graph/{space}edge")) == len(small_graph().triples)


@pytest.mark.parametrize("form", ["tsv", "jsonl", "graphml"])
def test_batches_make_no_difference(exported, monkeypatch, form):
    kg = random_graph(200, 50)
    whole = exported(kg, form).read_bytes()
    monkeypatch.setattr(export, "_BATCH_ROWS", 7)
    assert exported(kg, form).read_bytes() == whole


@pytest.mark.parametrize("form", ["tsv", "jsonl", "graphml"])
def test_equal_graphs_give_equal_bytes_in_another_process(tmp_path, form):
    code = "import sys; from codegraft.kg.export import export_kg; from tests.kg.graphs import small_graph; "
    code += "export_kg(small_graph(), sys.argv[1], sys.argv[2])"
    for seed in "12":
        command = [sys.executable, "-c", code, tmp_path / seed, form]
        subprocess.run(command, env={"PYTHONHASHSEED": seed}, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_an_empty_graph_is_written(exported):
    kg = graph([], [])
    assert exported(kg, "tsv").read_bytes() == exported(kg, "jsonl").read_bytes() == b""
    assert len(nx.read_graphml(exported(kg, "graphml"))) == 0


def test_an_unknown_form_is_named(tmp_path):
    with pytest.raises(KnowledgeGraphError, match="form 'csv' is unknown; it is one of tsv, jsonl, graphml"):
        export_kg(small_graph(), tmp_path / "kg", "csv")
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_leaves_nothing(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(KnowledgeGraphError, match=r"kg\.tsv: cannot be written"):
        export_kg(small_graph(), tmp_path / "file" / "kg.tsv", "tsv")
