"""Imports: what is found agrees with Python's own parser, and what is left of a text says nothing of them."""

import ast
import random
import warnings
from pathlib import Path
from types import ModuleType

import pytest
import torch_geometric
from hypothesis import given
from hypothesis import strategies as st

import codegraft
from codegraft.programs.imports import imported_modules, without_imports


@pytest.mark.parametrize(
    ("code", "language", "modules"),
    [
        ("import os.path as p", "python", ("os",)),
        ("import os, sys as s, a.b", "python", ("a", "os", "sys")),
        ("from collections.abc import Iterable as I", "python", ("collections",)),
        ("from math import (\n    sqrt,  # a root ) of\n    pi,\n)", "python", ("math",)),
        ("from math import \\\n    sqrt\nimport \\\n  re", "python", ("math", "re")),
        ("from . import x\nfrom .a import b\nfrom.. import c", "python", ()),
        ("from __future__ import annotations", "python", ()),
        ("def f():\n\timport heapq;from bisect import*", "python", ("bisect", "heapq")),
        ("if x: import json", "python", ("json",)),
        ("try:\n    import numpy\nexcept ImportError:\n    numpy = None", "python", ("numpy",)),
        ("s = 'import os'\n# import re\n'''\nimport sys\n'''\nimportlib = reimport = x.important", "python", ()),
        ("raise A from b; x = yield_from_import", "python", ()),
        ("import naïve", "python", ("naïve",)),
        ("print 'Python 2'\nimport string\ndef f(:\n  from itertools import count", "python", ("itertools", "string")),
        ("x = (1, (2\nimport os", "python", ("os",)),
        ("import java.util.List;\nimport java.util.concurrent.*;", "java", ("java.util",)),
        ("import static java.lang.Math.max;", "java", ("java.lang",)),
        (
            "import static org.junit.Assert.*; import org.apache.commons.lang3.A;",
            "java",
            ("org.apache.commons", "org.junit"),
        ),
        (
            '/* import java.io.A; */ // import java.io.B;\nclass A { String s = "import java.io.C;"; char c = \'"\'; }',
            "java",
            (),
        ),
        ("class {{{ import java.io.File", "java", ("java.io",)),
        ("import os", "typescript", ()),
    ],
)
def test_the_modules_of_a_text_are_found(code: str, language: str, modules: tuple[str, ...]) -> None:
    assert imported_modules(code, language) == modules


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("import os\nx = 1\n", "x = 1\n"),
        ("x = 1\nimport os", "x = 1\n"),
        ("import os; x = 1", "x = 1"),
        ("x = 1; import os", "x = 1"),
        ("x = 1; import os  # for its name\ny", "x = 1\ny"),
        ("x = 1; import os; import re; y = 2", "x = 1; y = 2"),
        ("import os; import re  # both\nx", "x"),
        ("if x: import os\nelse: import re; y()", "if x: pass\nelse: y()"),
        ("from a import (\n  b,  # c\n  d,\n)  # e\nx\n", "x\n"),
        ("def f():\n    import os\n\n    # why\n    import re\n    return os", "def f():\n\n    # why\n    return os"),
        ("def f():\n    import os  # it\n    import re\nx", "def f():\n    pass\nx"),
        ("try:\n  import a\nexcept E:\n  import b\nelse:\n  x\n", "try:\n  pass\nexcept E:\n  pass\nelse:\n  x\n"),
        ("class A:\n    '''Doc.'''\n    import os\n", "class A:\n    '''Doc.'''\n"),
        ("if x:\n    if y:\n        import os\n    import re\n", "if x:\n    if y:\n        pass\n"),
        ("if x:\n    import re\n    if y:\n        import os\n", "if x:\n    if y:\n        pass\n"),
        ("def f(\n    a,\n):\n    import os\r\n", "def f(\n    a,\n):\n    pass\r\n"),
        ("import os\r\nif a: import b\r\nx\r\n", "if a: pass\r\nx\r\n"),
        ("x = 'import os'\n", "x = 'import os'\n"),
        ("", ""),
    ],
)
def test_statements_go_and_all_else_stays(code: str, expected: str) -> None:
    assert without_imports(code, "python") == expected


def test_java_loses_whole_lines_of_imports_only() -> None:
    code = "package a;\n\nimport b.C; // why\nimport static d.E.f; import g.*;\nimport h.I; class A { C c; }\n"
    assert without_imports(code, "java") == "package a;\n\nclass A { C c; }\n"


class Stripped(ast.NodeTransformer):
    """Take the import statements out of a tree, the slow way."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        blocks = [name for name in ("body", "orelse", "finalbody") if isinstance(getattr(node, name, None), list)]
        filled = [name for name in blocks if getattr(node, name)]
        super().generic_visit(node)
        for name in filled:
            if not getattr(node, name) and not isinstance(node, ast.Module):
                setattr(node, name, [ast.Pass()])
        return node

    def visit_Import(self, node: ast.Import) -> None:
        return None

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        return None


def modules_of_tree(tree: ast.Module) -> set[str]:
    found = {name.name for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    found |= {
        node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level and node.module
    }
    return {name.partition(".")[0] for name in found} - {"__future__"}


def texts_of(package: ModuleType, number: int) -> list[str]:
    files = sorted(path for folder in package.__path__ for path in Path(folder).rglob("*.py"))
    return [path.read_text(encoding="utf-8") for path in random.Random(0).sample(files, number)]


REAL = texts_of(codegraft, 40) + texts_of(torch_geometric, 60)


@pytest.mark.parametrize("code", REAL, ids=range(len(REAL)))
def test_real_files_give_what_pythons_own_parser_gives(code: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree, left = ast.parse(code), ast.parse(without_imports(code, "python"))
    assert set(imported_modules(code, "python")) == modules_of_tree(tree)
    assert ast.dump(Stripped().visit(tree)) == ast.dump(left)


IMPORTS = st.sampled_from(
    [
        "import {}",
        "import {}.b as c",
        "from {} import d, e",
        "from {} import (\n d,\n  e, # {}\n)",
        "import {}; from {} import *",
    ]
)
OTHERS = st.sampled_from(["x = 1", "f('import x')", "# why", "", "x = [\n1,\n]", "y = '''\nimport y\n'''"])


@st.composite
def blocks(draw: st.DrawFn, indent: str = "", depth: int = 0) -> list[str]:
    """Statements, some of them imports of ``{}``, in blocks that may hold nothing else."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        statement = draw(IMPORTS | OTHERS)
        nests = depth < 3 and draw(st.booleans())
        lines.append(
            indent + statement + draw(st.sampled_from(["", "  # {} is needed" if "import {" in statement else ""]))
        )
        if nests:
            lines.append(indent + draw(st.sampled_from(["if x:", "def f(a: int):  # what: this", "with x as y :"])))
            lines += draw(blocks(indent + "  ", depth + 1))
            lines.append(indent + "  " + draw(IMPORTS))
    return lines


@given(blocks(), st.sampled_from(["\n", "\r\n"]))
def test_the_names_in_import_statements_leave_no_trace(lines: list[str], line_break: str) -> None:
    text = "\n".join(lines).replace("\n", line_break)
    one, two = text.replace("{}", "numpy"), text.replace("{}", "a_much_longer_name")
    ast.parse(one)
    left = without_imports(one, "python")
    assert left == without_imports(two, "python")
    assert "numpy" not in left
    assert imported_modules(left, "python") == ()
    ast.parse(left)


@given(st.text(alphabet="import frs.*(),;:\\\n'\"# \x01a=", max_size=60), st.sampled_from(["python", "java"]))
def test_of_any_text_whatever_nothing_is_left_to_find(text: str, language: str) -> None:
    assert imported_modules(without_imports(text, language), language) == ()


@given(
    st.lists(st.sampled_from([")) def (:", "if", "x = [(", "}", "class :", "print 'a'", "'open", "\\ x"]), max_size=5)
)
def test_text_with_errors_hides_no_statement(garbage: list[str]) -> None:
    code = "\n".join([*garbage, "import secret as s", *garbage, "from secret import (a, b)", *garbage])
    assert imported_modules(code, "python") == ("secret",)
    assert "secret" not in without_imports(code, "python")
