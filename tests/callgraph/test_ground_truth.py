"""The Python cases say what happens: their call graphs equal what a profiler sees when they run."""

import builtins
import json
import pkgutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from codegraft.kg.score.score import read_truth
from tests.callgraph.prepared import prepare

SUITE = Path(__file__).parent / "python"
ROOT = Path(__file__).parents[2]
CASES = sorted(file.parent.relative_to(SUITE).as_posix() for file in SUITE.rglob("main.py"))
CATEGORIES = (
    *("args", "assignments", "builtins", "classes", "decorators", "dicts", "direct_calls", "dynamic", "exceptions"),
    *("external", "functions", "generators", "imports", "kwargs", "lambdas", "lists", "mro", "returns"),
)
DECLARATIONS = ("staticmethod", "classmethod", "property")
"""Built-in decorators that say what a method is: by convention no calls."""


def trace(suite):
    command = [sys.executable, "-m", "tests.callgraph.tracer", str(suite)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def traced():
    return trace(SUITE)


def read_sources(case):
    """What the sources of a case spell out: its modules, scopes and classes, and who calls which names."""
    readers = [prepare(case, file)[1] for file in sorted(case.rglob("*.py"))]
    roots = {reader.path[0].split(".")[0] for reader in readers}
    own = {name.rpartition(".")[2] for reader in readers for name in reader.scopes}
    called = {(scope, name) for reader in readers for scope, name in reader.called}
    imported = {edge for reader in readers for edge in reader.called_imports}
    return SimpleNamespace(
        names={name for reader in readers for name in reader.scopes | reader.classes},
        roots=roots,
        builtin={
            (scope, f"<builtin>.{name}")
            for scope, name in called
            if hasattr(builtins, name) and name not in own and name not in DECLARATIONS
        },
        external={edge for edge in imported if edge[1].split(".")[0] not in roots},
    )


def faults(case, observed):
    """What is wrong with the ground truth of a case."""
    truth, sources = read_truth(case), read_sources(case)
    own = {edge for edge in truth if edge[1].split(".")[0] in sources.roots}
    builtin = {edge for edge in truth if edge[1].startswith("<builtin>.")}
    return [
        *lines("is a caller that is not there", {edge for edge in truth if edge[0] not in sources.names}),
        *lines("is missing", pairs(observed["own"]) - own),
        *lines("is invented", own - pairs(observed["own"])),
        *builtin_faults(builtin, observed, sources),
        *external_faults(truth - own - builtin, observed, sources),
    ]


def builtin_faults(edges, observed, sources):
    """Calls of built-in functions are seen, calls of built-in classes only spelled; methods need not be listed."""
    seen = {(caller, callee.replace("builtins.", "<builtin>.", 1)) for caller, callee in observed["builtin"]}
    functions = {edge for edge in seen if edge[1].count(".") == 1 and edge[1] != "<builtin>.__build_class__"}
    return [
        *lines("is missing", (functions | sources.builtin) - edges),
        *lines("is invented", edges - seen - sources.builtin),
    ]


def external_faults(edges, observed, sources):
    """Calls of functions are seen under the names that they give themselves, calls of classes only spelled."""
    seen = pairs(observed["external"])
    unseen = {edge for edge in edges if not seen & {edge, (edge[0], own_name(edge[1]))}}
    spelled = {edge for edge in sources.external if isinstance(resolved(edge[1]), type)}
    return [
        *lines("is missing", (sources.external | {edge for edge in seen if edge[1].startswith("ext.")}) - edges),
        *lines("is invented", unseen - spelled),
    ]


def own_name(dotted):
    """``posixpath.join`` of ``os.path.join``: the name that a function gives itself."""
    found = resolved(dotted)
    return dotted if found is None else f"{found.__module__}.{found.__qualname__}"


def resolved(dotted):
    try:
        return pkgutil.resolve_name(dotted)
    except (ImportError, AttributeError):
        return None


def pairs(edges):
    return {tuple(edge) for edge in edges}


def lines(fault, edges):
    return [f"{caller} -> {callee} {fault}" for caller, callee in sorted(edges)]


@pytest.mark.parametrize("case", CASES)
def test_the_call_graph_of_a_case_is_what_runs(case, traced):
    assert faults(SUITE / case, traced[case]) == []


def test_every_category_has_its_cases():
    found = [case.split("/")[0] for case in CASES]
    assert set(found) == set(CATEGORIES)
    assert min(map(found.count, CATEGORIES)) >= 10


def test_no_case_stands_twice():
    texts = ["".join(file.read_text() for file in sorted((SUITE / case).rglob("*.py"))) for case in CASES]
    assert len(set(texts)) == len(texts)


SOURCE = """
import math
import ext
from collections import deque

def first():
    pass

def second():
    return len([])

class Kind:
    @property
    def size(self):
        return (lambda: [first() for _ in "a"])()

def items():
    yield first()

Kind().size
for item in items():
    second()
list(str(math.sqrt(4)))
deque()
ext.Job.start()
"""
TRUTH = {
    "main": [
        *("main.Kind.size", "main.items", "main.second", "<builtin>.list", "<builtin>.str"),
        *("math.sqrt", "collections.deque", "ext.Job.start"),
    ],
    "main.Kind.size": ["main.Kind.size.<lambda1>"],
    "main.Kind.size.<lambda1>": ["main.first"],
    "main.items": ["main.first"],
    "main.second": ["<builtin>.len"],
}


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """The faults of one case under any ground truth."""
    case = tmp_path_factory.mktemp("suite") / "case"
    case.mkdir()
    (case / "main.py").write_text(SOURCE)
    observed = trace(case.parent)["case"]

    def write(truth):
        (case / "callgraph.json").write_text(json.dumps(truth))
        return faults(case, observed)

    return write


def test_a_true_call_graph_has_no_faults(planted):
    assert planted(TRUTH) == []


@pytest.mark.parametrize(("caller", "callee"), [(caller, callee) for caller in TRUTH for callee in TRUTH[caller]])
def test_an_edge_that_is_not_written_is_named(planted, caller, callee):
    kept = [name for name in TRUTH[caller] if name != callee]
    assert planted({**TRUTH, caller: kept}) == [f"{caller} -> {callee} is missing"]


@pytest.mark.parametrize(
    "callee",
    [
        *("main.first", "main.Kind.size.<lambda1>", "main.Kind", "main", "main.absent"),
        *(
            "<builtin>.len",
            "<builtin>.property",
            "<builtin>.str.join",
            "math.floor",
            "math.absent",
            "collections.Counter",
        ),
        *("ext.stop", "ext.Job"),
    ],
)
def test_an_edge_that_is_invented_is_named(planted, callee):
    assert planted({**TRUTH, "main": [*TRUTH["main"], callee]}) == [f"main -> {callee} is invented"]


def test_a_caller_that_is_not_there_is_named(planted):
    assert planted({**TRUTH, "main.absent": ["<builtin>.len"]})[0] == (
        "main.absent -> <builtin>.len is a caller that is not there"
    )
