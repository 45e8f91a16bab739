"""Import statements read from their text, against Python's own parser."""

import ast
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.parsing.nodes import node_kinds
from codegraft.symbols.python.imports import imported_names
from tests.symbols.sources import compiles, forest_of, library_files

KINDS = node_kinds("python")

NO_NAME = -1

_words = st.sampled_from(["a", "b", "as_", "importer", "from_x", "é", "_"])
_gaps = st.sampled_from([" ", "  ", "\t", " \\\n  "])
_inner = st.sampled_from(["", " ", "\n  ", " # b as c, (import x)\n"])


@st.composite
def statements(draw):
    """One import statement in any layout."""

    def dotted():
        dot = draw(st.sampled_from([".", " . ", ". "]))
        return dot.join(draw(st.lists(_words, min_size=1, max_size=3)))

    def renamed(name):
        return name + (f"{draw(_gaps)}as{draw(_gaps)}{draw(_words)}" if draw(st.booleans()) else "")

    gap, count = draw(_gaps), draw(st.integers(1, 3))
    if draw(st.booleans()):
        return f"import{gap}" + draw(st.sampled_from([", ", ",", " ,\t"])).join(renamed(dotted()) for _ in range(count))
    dots = draw(st.sampled_from(["", "", ".", "..", ". .", "...", ".... "]))
    path = dotted() if not dots or draw(st.booleans()) else ""
    before = draw(_gaps) if path or draw(st.booleans()) else ""
    gap = draw(st.sampled_from(["", " "])) if dots else gap
    if draw(st.integers(0, 5)) == 0:
        return f"from{gap}{dots}{path}{before}import *"
    names = [renamed(draw(_words)) for _ in range(count)]
    if draw(st.booleans()):
        pad = draw(_inner)
        return (
            f"from{gap}{dots}{path}{before}import{draw(st.sampled_from(['', ' ']))}({pad}"
            + f",{pad}".join(names)
            + draw(st.sampled_from(["", ",", f",{pad}"]))
            + f"{pad})"
        )
    return f"from{gap}{dots}{path}{before}import{draw(_gaps)}" + ", ".join(names)


def parsed(text):
    """(module, name, what is bound, whether it is the top of the module, line) of each imported name."""
    found = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                bound = alias.asname or alias.name.partition(".")[0]
                found.append((alias.name, None, bound, alias.asname is None, node.lineno))
        elif isinstance(node, ast.ImportFrom) and node.module != "__future__":
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                bound = None if alias.name == "*" else alias.asname or alias.name
                found.append((module, alias.name, bound, False, node.lineno))
    return sorted(found, key=repr)


def read(text):
    forest = forest_of(text)
    lines = forest.lines(forest.file, forest.start).tolist()
    return sorted(
        (
            (
                fact.module,
                fact.name,
                None if fact.bound < 0 else forest.names[fact.bound].decode(),
                fact.top,
                lines[fact.node],
            )
            for fact in imported_names(forest)
        ),
        key=repr,
    )


@settings(max_examples=250)
@given(st.lists(statements(), min_size=1, max_size=3).map(lambda parts: "\n".join(parts) + "\n").filter(compiles))
def test_imports_in_any_layout_are_python_s(text):
    assert read(text) == parsed(text)


def test_imports_of_real_files_are_python_s():
    files = library_files(60)
    assert sum(len(parsed(text)) for text in files.values()) > 300
    wrong = {path: set(read(text)) ^ set(parsed(text)) for path, text in files.items() if read(text) != parsed(text)}
    assert not wrong


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("import a.b.c", [("a.b.c", None, "a", True)]),
        ("import a.b as c, d", [("a.b", None, "c", False), ("d", None, "d", True)]),
        ("from . import a", [(".", "a", "a", False)]),
        ("from .. a import (b as c,)", [("..a", "b", "c", False)]),
        ("from .a.b import *", [(".a.b", "*", None, False)]),
        ("from __future__ import annotations", []),
        (
            "import a; from b import c; import d",
            [("a", None, "a", True), ("b", "c", "c", False), ("d", None, "d", True)],
        ),
        ("from a import (b, # c\n  d)", [("a", "b", "b", False), ("a", "d", "d", False)]),
    ],
)
def test_forms_of_imports(text, facts):
    assert [fact[:4] for fact in read(text)] == facts


def test_an_import_that_binds_points_to_the_name_that_it_binds():
    text = "import a.b as c, a.d\nfrom e import a as g, h\nfrom i import *\n"
    forest = forest_of(text)
    spans = [(int(forest.start[fact.place]), int(forest.end[fact.place])) for fact in imported_names(forest)]
    assert [text[start:end] for start, end in spans] == ["c", "a", "g", "h", "from i import *"]
    assert spans[1] == (17, 18)
    assert [KINDS[forest.kind[fact.node]] for fact in imported_names(forest)] == ["import"] * 5


@pytest.mark.parametrize(
    "text",
    [
        "import",
        "import ,",
        "from",
        "from a",
        "from a import",
        "from import a",
        "from . import",
        "import a as",
        "from a import (b",
        "from a import b as",
        "import a.",
        "from a..b import c",
        "import a b",
        "from a import *, b",
        "import (a)",
        "import 1",
    ],
)
def test_broken_imports_bring_at_most_their_words(text):
    for tail in ("", "\nx = 1\n"):
        forest = forest_of(text + tail)
        for fact in imported_names(forest):
            assert fact.bound == NO_NAME or forest.names[fact.bound].decode() in text + tail
            assert fact.module
