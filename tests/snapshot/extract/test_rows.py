"""Source code -> rows."""

import ast
import hashlib
import json
import os
import subprocess
import sys
import uuid
from collections import Counter
from importlib.util import find_spec
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import SnapshotError
from codegraft.snapshot.extract.rows import build_snapshot, read_rows, write_rows
from codegraft.snapshot.kinds import EDGE_KINDS, NODE_KINDS
from tests.parsing.test_hard_input import CODE
from tests.snapshot.source_tables import sources

PROJECT = {
    "one/pkg/__init__.py": "from .a import f\n",
    "one/pkg/a.py": "y = 1\ndef f(x=1):\n    return f(x) + g()\n\n\nclass C(B):\n    def m(self):\n        self.m()\n",
    "one/empty.py": "",
    "one/broken.py": "def f(:\n  x = = 1\ny = 2\n",
    "two/A.java": "package p; class A { int x; void f(int y) { f(x); new A().f(y); } }",
}


def node_rows(files):
    return build_snapshot(sources(files)).nodes.to_pylist()


def check(rows):
    """What holds for the rows of every snapshot."""
    nodes, edges = rows.nodes.to_pylist(), rows.edges.to_pylist()
    place = {node["id"]: at for at, node in enumerate(nodes)}
    assert len(place) == len(nodes) == rows.info["nodes"]
    for at, node in enumerate(nodes):
        assert node["id"].version == 8
        assert node["type"] in NODE_KINDS
        assert canonical(node["data"]) == node["data"]
        assert canonical(node["location"]) == node["location"]
        assert "\\u0000" not in node["data"].replace("\\\\", "")
        if node["parentId"] is None:
            assert node["type"] == "Module"
            continue
        parent = nodes[place[node["parentId"]]]
        assert place[node["parentId"]] < at
        assert parent["filePath"] == node["filePath"]
        assert begin(parent) <= begin(node) < end(node) <= end(parent)
    positions = [(node["filePath"], begin(node), *(-part for part in end(node))) for node in nodes]
    assert positions == sorted(positions)
    keys = [(place[edge["fromId"]], edge["kind"], edge["toId"]) for edge in edges]
    assert keys == sorted(keys)
    assert len({edge["id"] for edge in edges}) == len(edges) == len(set(keys)) == rows.info["edges"]
    for edge in edges:
        assert edge["kind"] in EDGE_KINDS
        assert edge["toId"] in place
        assert edge["filePath"] == nodes[place[edge["fromId"]]]["filePath"]
        assert edge["kind"] == "Call" or edge["fromId"] != edge["toId"]


def canonical(text):
    return json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def begin(node):
    location = json.loads(node["location"])
    return location["startLine"], location["startCol"]


def end(node):
    location = json.loads(node["location"])
    return location["endLine"], location["endCol"]


def test_rows_of_a_project_hold_together():
    rows = build_snapshot(sources(PROJECT))
    check(rows)
    assert {node["filePath"] for node in rows.nodes.to_pylist()} == set(PROJECT)
    assert {edge["kind"] for edge in rows.edges.to_pylist()} == set(EDGE_KINDS)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(st.sampled_from(["py", "java"]), st.one_of(CODE, st.text(max_size=40))), min_size=1, max_size=4)
)
def test_rows_of_any_text_hold_together(texts):
    check(build_snapshot(sources({f"r/f{at}.{suffix}": valid(text) for at, (suffix, text) in enumerate(texts)})))


def valid(text):
    return text.encode("utf-8", "replace").decode()


def test_every_file_has_a_module_that_names_it():
    modules = [node for node in node_rows(PROJECT) if node["type"] == "Module"]
    assert [json.loads(node["data"])["path"] for node in modules] == sorted(PROJECT)


def test_data_says_children_by_field_and_leaves_empty_lists_out():
    nodes = {node["type"]: node for node in node_rows({"r/m.py": "f(1, k=x)\n"})}
    ids = {str(node["id"]): node["originalType"] for node in nodes.values()}
    call = json.loads(nodes["Call"]["data"])
    assert call.keys() == {"args", "calleeId", "raw"}
    assert call["raw"] == "f(1, k=x)"
    assert ids[call["args"][0]] == "integer"
    assert json.loads(nodes["Literal"]["data"]) == {"literalType": "number", "value": "1"}
    assert json.loads(nodes["Module"]["data"]).keys() == {"body", "path"}
    bare = json.loads(next(node for node in node_rows({"r/m.py": "f()\n"}) if node["type"] == "Call")["data"])
    assert bare.keys() == {"calleeId", "raw"}


def test_data_names_definitions_bindings_and_imports():
    source = "from a.b import c as d\nclass A(B):\n    def f(self, x=1): pass\nfor i in d: i = 2\n"
    found = {(node["type"], json.loads(node["data"]).get("name")) for node in node_rows({"r/m.py": source})}
    assert found >= {("Class", "A"), ("Function", "f"), ("Parameter", "self"), ("Parameter", "x"), ("Identifier", "B")}
    assert {name for kind, name in found if kind == "Variable"} == {"d", "i"}
    import_ = json.loads(next(node for node in node_rows({"r/m.py": source}) if node["type"] == "Import")["data"])
    assert import_ == {"module": "a.b", "imported": ["c"], "alias": ["d"], "raw": "from a.b import c as d"}


def test_long_text_is_cut_and_says_so():
    data = json.loads(
        next(node for node in node_rows({"r/m.py": f"'{'é' * 1_000}'\n"}) if node["type"] == "Literal")["data"]
    )
    assert data == {"literalType": "string", "value": f"'{'é' * 199}", "truncated": True}


def test_columns_count_bytes_and_lines_end_with_a_line_feed():
    nodes = node_rows({"r/m.py": "\ufeffé = 'ü'; x\r\n\ty\n"})
    place = {json.loads(node["data"]).get("name"): (*begin(node), *end(node)) for node in nodes}
    assert place["é"] == (0, 3, 0, 5)
    assert place["x"] == (0, 14, 0, 15)
    assert place["y"] == (1, 1, 1, 2)


def test_nodes_of_one_span_have_ids_of_their_own():
    nodes = node_rows({"r/m.py": "x"})
    assert [node["type"] for node in nodes] == ["Module", "ExpressionStatement", "Identifier"]
    assert len({node["location"] for node in nodes}) == 1
    assert len({node["id"] for node in nodes}) == 3


def test_ids_tell_content_path_and_snapshot_apart():
    ids = [
        {node["id"] for node in node_rows(files)}
        for files in ({"r/a.py": "x = 1"}, {"r/b.py": "x = 1"}, {"r/a.py": "x = 2"}, {"r/a.py": "x = 1", "r/b.py": ""})
    ]
    assert not any(ids[0] & other for other in ids[1:])


def test_ids_do_not_change(monkeypatch):
    monkeypatch.setattr("codegraft.snapshot.extract.identity.extractor", lambda: "the same code")
    rows = build_snapshot(sources({"r/m.py": "def f(): f()\n"}))
    said = [str(row["id"]) for row in (*rows.nodes.to_pylist(), *rows.edges.to_pylist())]
    assert rows.info["id"] == "4020ff4e-47b9-8d56-b5c8-b331e5fae1ba"
    assert hashlib.sha256("".join(said).encode()).hexdigest()[:16] == "c36bbf33f98fb754"


def test_the_order_of_sources_does_not_matter():
    table = sources(PROJECT)
    backwards = table.take(pa.array(range(table.num_rows - 1, -1, -1)))
    assert build_snapshot(table).nodes.equals(build_snapshot(backwards).nodes)


SCRIPT = """
import sys
import pyarrow.parquet as pq
from codegraft.snapshot.extract import normalise
from codegraft.snapshot.extract.rows import build_snapshot, write_rows
normalise.SERIAL_BYTES, normalise.BATCH_BYTES = 0, int(sys.argv[4])
write_rows(build_snapshot(pq.read_table(sys.argv[1]), jobs=int(sys.argv[2])), sys.argv[3])
"""


def test_bytes_are_equal_under_any_hash_seed_and_any_split_of_the_work(tmp_path):
    root = Path(find_spec("networkx").origin).parent
    files = {f"networkx/{path.name}": path.read_text(encoding="utf-8") for path in sorted(root.glob("*.py"))}
    pq.write_table(sources(PROJECT | files), tmp_path / "sources.parquet")
    digests = set()
    for seed, jobs, batch in (("0", "1", "100000000"), ("1", "1", "1"), ("2", "2", "20000")):
        out = tmp_path / seed
        arguments = [str(tmp_path / "sources.parquet"), jobs, str(out), batch]
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", SCRIPT, *arguments], check=True, env=environment)
        digests.add(tuple(hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())))
    assert len(digests) == 1


def test_rows_survive_their_files(tmp_path):
    rows = build_snapshot(sources(PROJECT))
    write_rows(rows, tmp_path / "snapshot")
    again = read_rows(tmp_path / "snapshot")
    assert again.nodes.equals(rows.nodes)
    assert again.edges.equals(rows.edges)
    assert again.info == rows.info
    assert isinstance(uuid.UUID(again.info["id"]), uuid.UUID)
    assert sorted(path.name for path in (tmp_path / "snapshot").iterdir()) == [
        "edges.parquet",
        "nodes.parquet",
        "snapshot.json",
    ]


@pytest.mark.parametrize("name", ["nodes.parquet", "edges.parquet", "snapshot.json"])
def test_a_missing_damaged_or_foreign_file_is_refused_by_name(tmp_path, name):
    write_rows(build_snapshot(sources(PROJECT)), tmp_path)
    good = (tmp_path / name).read_bytes()
    for content in (b"", b"{}", good[: len(good) // 2]):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(SnapshotError):
            read_rows(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(SnapshotError, match=name):
        read_rows(tmp_path)


def test_files_of_two_snapshots_do_not_go_together(tmp_path):
    write_rows(build_snapshot(sources(PROJECT)), tmp_path / "a")
    write_rows(build_snapshot(sources({"r/m.py": "x"})), tmp_path / "b")
    (tmp_path / "a/edges.parquet").replace(tmp_path / "b/edges.parquet")
    with pytest.raises(SnapshotError, match=r"edges\.parquet: .* rows, but snapshot\.json says"):
        read_rows(tmp_path / "b")


def test_no_file_a_file_twice_and_an_unknown_language_are_refused():
    with pytest.raises(SnapshotError, match="no file"):
        build_snapshot(sources({}))
    table = sources({"r/m.py": "x"})
    with pytest.raises(SnapshotError, match=r"r/m\.py is there more than once"):
        build_snapshot(pa.concat_tables([table, table]))
    other = table.set_column(table.column_names.index("language"), "language", pa.array(["cobol"]))
    with pytest.raises(SnapshotError, match=r"r/m\.py: language 'cobol'"):
        build_snapshot(other)
    with pytest.raises(SnapshotError, match="no column sha256"):
        build_snapshot(table.drop_columns(["sha256"]))


def test_the_report_counts_errors_and_what_is_resolved():
    report = build_snapshot(sources(PROJECT)).report
    assert report["files"] == len(PROJECT)
    assert report["files_with_errors"] == 1
    assert report["error_nodes"] >= 1
    assert report["calls"]["resolved_to_definition"] == 5
    assert sum(report["nodes_by_kind"].values()) == report["nodes"]
    assert sum(report["edges_by_kind"].values()) == report["edges"]
    assert report["isolated_share"]["edges_and_tree"] == pytest.approx(1 / report["nodes"])


@pytest.mark.slow
def test_a_file_of_20_megabytes_is_read():
    root = Path(find_spec("networkx").origin).parent
    text = "".join(path.read_text(encoding="utf-8") for path in sorted((root / "algorithms").glob("*.py")))
    rows = build_snapshot(sources({"r/big.py": text * (20_000_000 // len(text))}))
    assert rows.nodes.num_rows > 1_000_000
    assert rows.report["files_cut"] == 0


ORACLE_KINDS = {
    ast.FunctionDef: "Function",
    ast.AsyncFunctionDef: "Function",
    ast.Lambda: "Function",
    ast.ClassDef: "Class",
    ast.Call: "Call",
    ast.Import: "Import",
    ast.ImportFrom: "Import",
    ast.Return: "Return",
    ast.For: "Loop",
    ast.While: "Loop",
    ast.comprehension: "Loop",
    ast.Attribute: "MemberExpression",
    ast.arg: "Parameter",
    ast.Assign: "Assignment",
    ast.AugAssign: "Assignment",
    ast.AnnAssign: "Assignment",
    ast.NamedExpr: "Assignment",
}


@pytest.mark.parametrize("package", ["classes", "readwrite", "utils", "algorithms/isomorphism"])
def test_python_nodes_are_those_of_the_standard_parser(package):
    """Of each kind there are as many as ``ast`` has, in the same places, on real files."""
    root = Path(find_spec("networkx").origin).parent
    for path in sorted((root / package).glob("*.py")):
        # The grammar takes `type(x).y = z` for the declaration of a type.
        text = path.read_text(encoding="utf-8").replace("type(backend_config)", "kind(backend_config)")
        expected, places = Counter(), set()
        for node in ast.walk(ast.parse(text)):
            if kind := ORACLE_KINDS.get(type(node)):
                expected[kind] += len(node.targets) if isinstance(node, ast.Assign) else 1
                # A comprehension has no place there, and `*args` begins after its star.
                places |= set() if isinstance(node, ast.comprehension | ast.arg) else {(kind, *_first(node))}
        nodes = [node for node in node_rows({f"r/{path.name}": text}) if node["type"] in ORACLE_KINDS.values()]
        assert Counter(node["type"] for node in nodes) == expected, path
        inside_strings = _lines_of_formatted_strings(text)
        missing = places - {(node["type"], *begin(node)) for node in nodes}
        assert {place for place in missing if place[1] not in inside_strings} == set(), path


def _first(node):
    """Line and column of a node; a decorated definition begins with its first decorator."""
    if decorators := getattr(node, "decorator_list", []):
        return decorators[0].lineno - 1, decorators[0].col_offset - 1
    return node.lineno - 1, node.col_offset


def _lines_of_formatted_strings(text):
    """Where Python 3.11 gives the parts of formatted strings wrong positions."""
    strings = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.JoinedStr)]
    return {line for node in strings for line in range(node.lineno - 1, node.end_lineno)} | {0}
