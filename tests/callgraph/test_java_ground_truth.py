"""The expected calls of the Java cases are the calls that happen: compiled, run under a debugger, and compared."""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SUITE = Path(__file__).parent / "java"
TRACER = Path(__file__).parent / "java_tracer"
CASES = sorted(path.parent for path in SUITE.rglob("callgraph.json"))
CATEGORIES = (
    *("constructors", "enums_records", "exceptions", "fields", "generics", "imports", "inheritance"),
    *("interface_defaults", "interfaces", "lambdas", "method_references", "nested_types", "overloads"),
    *("static_initialisers", "streams_and_functional", "virtual_calls"),
)

NAME = r"[\w$]+(?:\.[\w$]+)*"
TYPE = rf"{NAME}(?:\[\])*"
NODE = re.compile(rf"{NAME}:(?:<lambda[1-9]\d*>|<clinit>\(\)|(?:<init>|\w+)\((?:{TYPE}(?:,{TYPE})*)?\))")

Edge = tuple[str, str]
Calls = dict[str, list[str]]


@dataclass
class Trace:
    """What the tracer prints of a case, by kind of line (``java_tracer/Tracer.java`` says which there are)."""

    written: set[str] = field(default_factory=set)
    sites: set[Edge] = field(default_factory=set)
    external: set[Edge] = field(default_factory=set)
    calls: set[Edge] = field(default_factory=set)

    def graph(self, *, with_external: bool) -> Calls:
        """The calls by caller, without what is not written and calls nothing (README.md)."""
        edges = set(self.calls)
        while idle := {edge for edge in edges if edge[1] not in self.written | {caller for caller, _ in edges}}:
            edges -= idle
        graph: dict[str, set[str]] = {node: set() for node in self.written}
        for caller, callee in edges | (self.external if with_external else set()):
            graph.setdefault(caller, set()).add(callee)
        return {caller: sorted(callees) for caller, callees in sorted(graph.items())}


def name(case: Path) -> str:
    return case.relative_to(SUITE).as_posix()


def expected(case: Path) -> Calls:
    return json.loads((case / "callgraph.json").read_text())


def is_external(case: Path) -> bool:
    return case.parent.name == "external"


def trace(cases: list[Path], classes: Path) -> dict[Path, Trace]:
    """Compile and run all cases in one virtual machine; ``classes`` is an empty folder for what is compiled."""
    tracer = classes / "tracer"
    subprocess.run(["javac", "-d", tracer, *sorted(TRACER.glob("*.java"))], check=True)
    command = ["java", "--add-modules", "jdk.jdi", "-cp", tracer, "Tracer", classes / "cases", *cases]
    lines = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=300).stdout.splitlines()
    traces: dict[Path, Trace] = defaultdict(Trace)
    for line in lines:
        case, kind, *keys = line.split("\t")
        getattr(traces[Path(case)], kind).add(keys[0] if kind == "written" else tuple(keys))
    return traces


@pytest.fixture(scope="module")
def traces(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Trace]:
    if shutil.which("javac") is None:
        pytest.skip("needs a Java development kit")
    return trace(CASES, tmp_path_factory.mktemp("java"))


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_expected_calls_are_those_that_happen(case, traces):
    assert traces[case].graph(with_external=is_external(case)) == expected(case)


@pytest.mark.slow
@pytest.mark.parametrize("case", CASES, ids=name)
def test_every_call_in_the_text_happens(case, traces):
    calls = {(caller, re.sub(r".*:|\(.*", "", callee)) for caller, callee in traces[case].calls}
    assert traces[case].sites - calls == set()


@pytest.mark.parametrize("case", CASES, ids=name)
def test_the_map_is_sorted_and_whole(case):
    graph = expected(case)
    assert list(graph) == sorted(graph)
    for callees in graph.values():
        assert callees == sorted(set(callees))
    nodes = {*graph, *(callee for callees in graph.values() for callee in callees)}
    assert [node for node in nodes if not NODE.fullmatch(node)] == []
    outside = nodes - set(graph)
    assert all(node.startswith("java.") for node in outside)
    assert bool(outside) == is_external(case)


@pytest.mark.parametrize("category", CATEGORIES)
def test_each_category_has_enough_cases(category):
    assert sum(case.parent.name == category for case in CASES) >= 6


def test_there_is_no_other_category_than_these_and_external():
    assert {case.parent.name for case in CASES} == {*CATEGORIES, "external"}
