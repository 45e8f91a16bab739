import numpy as np
import pytest

from codegraft.kg.score.callgraph import call_edges
from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, CodeModel, Definitions, References, SourceFile


def model(files, definitions, references, *, language="python", externals=()):
    """A code model of definitions (file, kind, qualified) and references (kind, source, target or external)."""
    zeros, rows = np.zeros(len(definitions), np.int32), np.zeros(len(references), np.int32)
    places = dict.fromkeys(("owner", "start", "end", "line_start", "line_end"), zeros)
    where = dict.fromkeys(("file", "start", "end", "line_start", "line_end"), rows)
    names = tuple(qualified for _, _, qualified in definitions)
    targets = [names.index(to) if to in names else -1 for _, _, to in references]
    return CodeModel(
        language=language,
        files=tuple(SourceFile(path, language, "", 1) for path in files),
        definitions=Definitions(
            kind=np.array([DEFINITION_KINDS.index(kind) for _, kind, _ in definitions], np.uint8),
            flags=np.zeros(len(definitions), np.uint16),
            file=np.array([file for file, _, _ in definitions], np.int32),
            name=names,
            qualified=names,
            signature=("",) * len(names),
            **places,
        ),
        references=References(
            kind=np.array([REFERENCE_KINDS.index(kind) for kind, _, _ in references], np.uint8),
            resolution=np.zeros(len(references), np.uint8),
            source=np.array([names.index(source) for _, source, _ in references], np.int32),
            target=np.array(targets, np.int32),
            external=np.array([externals.index(to) if to in externals else -1 for *_, to in references], np.int32),
            **where,
        ),
        externals=tuple(externals),
        externals_kind=("",) * len(externals),
    )


MAIN = (0, "module", "main")


def test_calls_are_edges_between_dotted_names():
    definitions = [MAIN, (0, "class", "main.A"), (0, "method", "main.A.run"), (0, "function", "main.f")]
    calls = [("call", "main", "main.f"), ("call", "main.A.run", "main.f"), ("call", "main", "main.f")]
    assert call_edges([model(["main.py"], definitions, calls)]) == {("main", "main.f"), ("main.A.run", "main.f")}


@pytest.mark.parametrize("kind", [kind for kind in REFERENCE_KINDS if kind != "call"])
@pytest.mark.parametrize("target", ["main.A", "os.PathLike"])
def test_other_references_are_no_edges(kind, target):
    definitions = [MAIN, (0, "class", "main.A")]
    code = model(["main.py"], definitions, [(kind, "main", target)], externals=["os.PathLike"])
    assert call_edges([code]) == set()


def test_calls_that_nobody_resolved_are_no_edges():
    assert call_edges([model(["main.py"], [MAIN], [("call", "main", None)])]) == set()


def test_builtins_and_externals_have_their_names():
    externals = ["builtins.map", "builtins.str.join", "os.path.join"]
    calls = [("call", "main", external) for external in externals]
    assert call_edges([model(["main.py"], [MAIN], calls, externals=externals)]) == {
        ("main", "<builtin>.map"),
        ("main", "<builtin>.str.join"),
        ("main", "os.path.join"),
    }


@pytest.mark.parametrize(
    ("path", "qualified", "module"),
    [
        ("main.py", "main", "main"),
        ("main.py", "", "main"),
        ("pkg/__init__.py", "pkg", "pkg"),
        ("pkg/__init__.py", "pkg.__init__", "pkg"),
        ("pkg/sub/mod.py", "mod", "pkg.sub.mod"),
        ("src/mod.py", "mod", "src.mod"),
        ("__init__.py", "case", "__init__"),
    ],
)
def test_modules_are_named_by_their_place_in_the_folder(path, qualified, module):
    inner = f"{qualified}.A.run" if qualified else "A.run"
    definitions = [(0, "module", qualified), (0, "method", inner)]
    found = call_edges([model([path], definitions, [("call", qualified, inner)])])
    assert found == {(module, f"{module}.A.run")}


def test_names_of_one_file_do_not_rename_those_of_another():
    definitions = [(0, "module", "a"), (0, "function", "a.b"), (1, "module", "b"), (1, "function", "b.b")]
    calls = [("call", "a", "b.b"), ("call", "b", "a.b")]
    assert call_edges([model(["x/a.py", "b.py"], definitions, calls)]) == {("x.a", "b.b"), ("b", "x.a.b")}


def test_java_names_are_those_of_the_model():
    definitions = [(0, "module", "demo"), (0, "method", "demo.A:run(int)"), (0, "method", "demo.A:stop()")]
    callees = ["demo.A:stop()", "java.util.List:add", "builtins.Tool:use"]
    calls = [("call", "demo.A:run(int)", callee) for callee in callees]
    code = model(["demo/A.java"], definitions, calls, language="java", externals=callees[1:])
    assert call_edges([code]) == {("demo.A:run(int)", callee) for callee in callees}


def test_both_languages_of_a_folder_share_one_graph():
    python = model(["main.py"], [MAIN, (0, "function", "main.f")], [("call", "main", "main.f")])
    java = model(
        ["A.java"], [(0, "method", "A:a()"), (0, "method", "A:b()")], [("call", "A:a()", "A:b()")], language="java"
    )
    assert call_edges([python, java]) == {("main", "main.f"), ("A:a()", "A:b()")}
