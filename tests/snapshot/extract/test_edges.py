"""Edges of small projects, spelled out."""

import json

import pytest

from codegraft.snapshot.extract.rows import build_snapshot
from tests.snapshot.source_tables import sources

PYTHON = """\
import m
x = y.z = f(1)
class A:
    n = g()
    @d(x)
    def h(self, p=k()):
        return [q for q in p if (w := q)]
"""

JAVA = """\
class A {
  int a = 1, b;
  void f(int c) {
    int d = c;
    d += this.a;
    f(d);
    Runnable r = () -> g();
  }
}
"""


def edges(kind, files):
    rows = build_snapshot(sources(files))
    nodes = {node["id"]: _label(node, files) for node in rows.nodes.to_pylist()}
    return {
        f"{nodes[edge['fromId']]} -> {nodes[edge['toId']]}" for edge in rows.edges.to_pylist() if edge["kind"] == kind
    }


def _label(node, files):
    """Line, kind, and the name or the text up to the first space or bracket."""
    location = json.loads(node["location"])
    line = files[node["filePath"]].split("\n")[location["startLine"]][location["startCol"] :]
    name = json.loads(node["data"]).get("name") or line.split(" ")[0].split("(")[0]
    return f"{location['startLine'] + 1} {node['type']}" + (f" {name}" if node["type"] != "Module" else "")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "Call",
            {
                "1 Module -> 2 Identifier f",
                "3 Class A -> 4 Identifier g",
                "3 Class A -> 5 Identifier d",
                "3 Class A -> 6 Identifier k",  # a default is evaluated where the function is defined
            },
        ),
        ("MemberAccess", {"2 Identifier y -> 2 Identifier z"}),
        (
            "Assignment",
            {
                "2 Variable x -> 2 Assignment y.z",
                "2 MemberExpression y.z -> 2 Call f",
                "4 Variable n -> 4 Call g",
                "7 Variable w -> 7 Identifier q",
            },
        ),
        (
            "ResolvesTo",
            {
                "5 Identifier x -> 2 Variable x",
                "7 Identifier p -> 6 Parameter p",
                "7 Identifier q -> 7 Variable q",
            },
        ),
        (
            "Declares",
            {
                "1 Module -> 1 Variable m",
                "1 Module -> 2 Variable x",
                "1 Module -> 3 Class A",
                "3 Class A -> 4 Variable n",
                "3 Class A -> 5 Function h",
                "5 Function h -> 6 Parameter self",
                "5 Function h -> 6 Parameter p",
                "5 Function h -> 7 Variable w",
                "7 Unknown [q -> 7 Variable q",
            },
        ),
    ],
)
def test_python_edges(kind, expected):
    assert edges(kind, {"r/m.py": PYTHON}) == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("Call", {"3 Function f -> 3 Function f", "7 Function  -> 7 Identifier g"}),
        ("MemberAccess", {"5 Identifier this -> 5 Identifier a"}),
        (
            "Assignment",
            {
                "2 Variable a -> 2 Literal 1,",
                "4 Variable d -> 4 Identifier c",
                "5 Identifier d -> 5 MemberExpression this.a;",
                "7 Variable r -> 7 Function ",
            },
        ),
        (
            "ResolvesTo",
            {
                "4 Identifier c -> 3 Parameter c",
                "5 Identifier d -> 4 Variable d",
                "5 Identifier a -> 2 Variable a",
                "6 Identifier f -> 3 Function f",
                "6 Identifier d -> 4 Variable d",
            },
        ),
        (
            "Declares",
            {
                "1 Module -> 1 Class A",
                "1 Class A -> 2 Variable a",
                "1 Class A -> 2 Variable b",
                "1 Class A -> 3 Function f",
                "3 Function f -> 3 Parameter c",
                "3 Block { -> 4 Variable d",
                "3 Block { -> 7 Variable r",
            },
        ),
    ],
)
def test_java_edges(kind, expected):
    assert edges(kind, {"r/A.java": JAVA}) == expected


def test_imports_join_modules():
    files = {"r/a.py": "import b\nimport b\nimport a\n", "r/b.py": "from a import x\n"}
    assert edges("Import", files) == {"1 Module -> 1 Module"}
    assert build_snapshot(sources(files)).report["edges_by_kind"]["Import"] == 2


def test_a_call_from_a_function_to_one_definition_is_one_edge():
    assert edges("Call", {"r/m.py": "def f():\n    f(1)\n    f(2)\n"}) == {"1 Function f -> 1 Function f"}
