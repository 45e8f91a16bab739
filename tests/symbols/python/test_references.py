"""What Python code refers to: one row for each thing that a place means."""

import os
import subprocess
import sys
from collections import Counter

import numpy as np
import pytest

from codegraft.symbols.model import DEFINITION_KINDS, REFERENCE_KINDS, RESOLUTIONS
from tests.symbols.sources import Model, library_files


def arrows(source, *kinds):
    return Model({"m.py": source}).arrows(*kinds)


# Calls


def test_calls_lead_from_the_innermost_definition_to_what_is_called():
    source = """
    def f(): return g()
    def g(): return [f() for _ in f()]
    class A:
        f()
        def h(self): return lambda: self.h()
    f(g())
    """
    assert arrows(source, "call") == {
        "m.f -> m.g",
        "m.g -> m.f",
        "m.A -> m.f",
        "m.A.h.<lambda1> -> m.A.h",
        "m -> m.f",
        "m -> m.g",
    }


def test_making_an_object_is_a_reference_to_its_class_and_to_its_constructor():
    source = """
    class A:
        def __init__(self): pass
    class B(A): pass
    class C: pass
    def f(): return A(), B(), C()
    """
    assert arrows(source, "instantiate") == {"m.f -> m.A", "m.f -> m.B", "m.f -> m.C"}
    assert arrows(source, "call") == {"m.f -> m.A.__init__"}


def test_calls_out_of_the_repository_are_external_names():
    source = """
    import os, os.path as p
    from re import compile as c
    def f(x): return print(os.getcwd(), p.join("a"), c("b"), "a".join(x), len)
    """
    assert arrows(source, "call") == {
        "m.f -> <builtins.print>",
        "m.f -> <os.getcwd>",
        "m.f -> <os.path.join>",
        "m.f -> <re.compile>",
        "m.f -> <builtins.str.join>",
    }


def test_calls_of_what_nobody_knows_are_counted():
    rows = list(Model({"m.py": "def f(x):\n    x()\n    x.y().z()\n    g()\n"}).rows())
    unresolved = [(arrow, place) for kind, arrow, how, place in rows if (kind, how) == ("call", "unresolved")]
    assert sorted(unresolved) == [("m.f -> ?", text) for text in ("g()", "x()", "x.y()", "x.y().z()")]


def test_what_the_text_alone_says_is_exact_and_what_values_say_is_inferred():
    source = """
    import m
    def f(): pass
    def g(h): h()
    class A:
        def a(self): self.a()
    g(f)
    f()
    m.f()
    k = f
    k()
    if f: l = f
    else: l = g
    l()
    A().a()
    """
    model = Model({"m.py": source})
    how = {(arrow, place): how for kind, arrow, how, place in model.rows() if kind == "call"}
    assert how["m -> m.g", "g(f)"] == how["m -> m.f", "f()"] == how["m -> m.f", "m.f()"] == "exact"
    assert how["m.A.a -> m.A.a", "self.a()"] == "exact"
    assert how["m.g -> m.f", "h()"] == how["m -> m.f", "k()"] == how["m -> m.A.a", "A().a()"] == "inferred"
    assert how["m -> m.f", "l()"] == how["m -> m.g", "l()"] == "inferred"


def test_a_call_on_super_goes_up_from_the_class_around_it():
    source = """
    class A:
        def f(self): pass
    class B(A):
        def f(self): super().f()
    class C(B):
        def f(self): super(C, self).f()
    """
    assert {"m.B.f -> m.A.f", "m.C.f -> m.B.f"} <= arrows(source, "call")


# Classes


def test_bases_are_inherited_from_the_class_itself():
    model = Model({"m.py": "import abc\nclass A: pass\nclass B(A, abc.ABC, metaclass=abc.ABCMeta): pass\n"})
    assert model.arrows("inherit") == {"m.B -> m.A", "m.B -> <abc.ABC>"}
    assert model.places("inherit") == {"m.B -> m.A": "A", "m.B -> <abc.ABC>": "abc.ABC"}


def test_methods_override_the_nearest_one_above():
    source = """
    class A:
        def f(self): pass
        def g(self): pass
        @property
        def p(self): pass
        @staticmethod
        def s(): pass
    class B(A):
        def f(self): pass
        @property
        def p(self): pass
    class C(B):
        def f(self): pass
        def g(self): pass
        @staticmethod
        def s(): pass
        def new(self): pass
    """
    model = Model({"m.py": source})
    assert model.arrows("override") == {
        "m.B.f -> m.A.f",
        "m.B.p -> m.A.p",
        "m.C.f -> m.B.f",
        "m.C.g -> m.A.g",
        "m.C.s -> m.A.s",
    }
    assert set(model.resolved("override").values()) == {"exact"}


def test_a_method_overrides_the_first_of_its_order():
    source = """
    class A:
        def f(self): pass
    class B(A): pass
    class C(A):
        def f(self): pass
    class D(B, C):
        def f(self): pass
    """
    assert arrows(source, "override") == {"m.C.f -> m.A.f", "m.D.f -> m.C.f"}


# Imports


@pytest.mark.parametrize(
    ("statement", "targets"),
    [
        ("import p.a", {"p.a"}),
        ("import p.a as x, p", {"p.a", "p"}),
        ("from p import a", {"p.a"}),
        ("from . import a, s", {"p.a", "p.s"}),
        ("from .a import f", {"p.a"}),
        ("from .s import t", {"p.s.t"}),
        ("from .s.t import u as v", {"p.s.t"}),
        ("from .a import *", {"p.a"}),
        ("from .s import (\n  t,  # here\n)", {"p.s.t"}),
        ("import os.path", {"<os.path>"}),
        ("from os import path", {"<os>"}),
        ("from .missing import x", {"?"}),
        ("from ...above import x", {"?"}),
        ("from __future__ import annotations", set()),
    ],
)
def test_imports_refer_to_modules(statement, targets):
    files = {
        "p/__init__.py": "",
        "p/a.py": "def f(): pass\n",
        "p/s/__init__.py": "",
        "p/s/t.py": "u = 1\n",
        "p/m.py": f"def f():\n    pass\n{statement}\n",
    }
    assert Model(files).arrows("import") == {f"p.m -> {target}" for target in targets}


def test_names_come_through_imports_however_they_are_renamed():
    main = "import p\nfrom p import g, b as c\nfrom p.star import f\ng(), c.f(), f(), p.g(), p.A(), p.a._hidden()\n"
    files = {
        "p/__init__.py": "from .a import f as g, A\nfrom . import a as b\n",
        "p/a.py": "def f(): pass\nclass A: pass\ndef _hidden(): pass\n",
        "p/star.py": "from .a import *\nfrom p import *\n",
        "m.py": main,
    }
    model = Model(files)
    assert model.arrows("call") == {"m -> p.a.f", "m -> p.a._hidden"}
    assert model.arrows("instantiate") == {"m -> p.a.A"}
    assert set(model.resolved("call").values()) == {"exact"}


# Variables and attributes


def test_reads_and_writes_of_module_variables():
    files = {
        "a.py": "x = 1\ny: int\nx += 1\ndef f():\n    global x\n    x = 2\n    z = x\n    return y, z\n",
        "b.py": "import a\nfrom a import x\na.x = a.y\nprint(x)\n",
    }
    model = Model(files)
    assert model.arrows("write") == {"a -> a.x", "a -> a.y", "a.f -> a.x", "b -> a.x"}
    assert model.arrows("read") >= {"a.f -> a.x", "a.f -> a.y", "b -> a.y"}
    assert not [arrow for arrow in model.arrows("read", "write") if ".z" in arrow]


def test_reads_and_writes_of_attributes_of_self_and_of_known_objects():
    source = """
    class A:
        k = 1
        def __init__(self): self.x = self.k
        def f(self): return self.x
    class B(A):
        def g(self): self.x = 2
    a = A()
    a.x = a.k
    A.k = 2
    """
    model = Model({"m.py": source})
    assert model.arrows("write") >= {"m.A -> m.A.k", "m.A.__init__ -> m.A.x", "m -> m.A.x", "m -> m.A.k", "m -> m.a"}
    assert model.arrows("read") >= {"m.A.__init__ -> m.A.k", "m.A.f -> m.A.x", "m -> m.A.k", "m -> m.a"}
    assert "m.B.g -> m.A.x" not in model.arrows("read")


def test_local_variables_are_nobody_s_business():
    assert arrows("def f(a):\n    b = a\n    return [c for c in b]\n", "read", "write") == set()


# Exceptions


def test_raised_and_caught_exceptions():
    source = """
    class E(Exception): pass
    BOTH = (E, OSError)
    def make(): return E()
    def f():
        try: pass
        except E: raise
        raise E
    def g():
        try: pass
        except (KeyError, E) as e: raise E("a") from e
    def h():
        try: pass
        except BOTH: raise make()
    def i():
        e = E()
        raise e
    def j(): raise NotImplementedError
    def k():
        try: pass
        except* E: pass
        except: raise unknown
    """
    model = Model({"m.py": source})
    assert model.arrows("raise") == {
        "m.f -> m.E",
        "m.g -> m.E",
        "m.h -> m.E",
        "m.i -> m.E",
        "m.j -> <builtins.NotImplementedError>",
    }
    assert model.arrows("catch") == {
        "m.f -> m.E",
        "m.g -> m.E",
        "m.g -> <builtins.KeyError>",
        "m.h -> m.E",
        "m.h -> <builtins.OSError>",
        "m.k -> m.E",
    }
    kinds = dict(zip(model.model.externals, model.model.externals_kind, strict=True))
    assert {kinds[f"builtins.{name}"] for name in ("NotImplementedError", "KeyError", "OSError")} == {"exception"}


# Types and decorators


def test_annotations_name_types_and_return_types():
    source = """
    import typing
    class A: pass
    class B:
        a: A
        def f(self, x: A, *y: typing.Any, z: A | None = None) -> A: v: B = x
    w: list[A] = []
    def g() -> dict[str, A]: pass
    """
    model = Model({"m.py": source})
    targets = Counter(arrow.partition(" -> ")[2] for kind, arrow, _, _ in model.rows() if kind == "type")
    assert targets == {"m.A": 4, "m.B": 1, "<typing.Any>": 1, "<builtins.list>": 1}
    returned = Counter(arrow for kind, arrow, _, _ in model.rows() if kind == "return")
    assert returned == {"m.B.f -> m.A": 1, "m.g -> <builtins.dict>": 1, "m.g -> <builtins.str>": 1, "m.g -> m.A": 1}


def test_an_annotation_in_quotes_says_what_it_says_without_them():
    source = "class A:\n    def f(self, a: 'A') -> 'A': return a\n"
    assert arrows(source, "return") == {"m.A.f -> m.A"}
    assert {arrow.partition(" -> ")[2] for arrow in arrows(source, "type")} == {"m.A"}


def test_without_annotation_a_function_returns_the_classes_of_its_values():
    source = """
    class A:
        def me(self): return self
    def f(): return A()
    def g(): return f()
    def h(): return A
    def i(): return 1
    """
    model = Model({"m.py": source})
    assert model.arrows("return") == {"m.A.me -> m.A", "m.f -> m.A", "m.g -> m.A"}
    assert set(model.resolved("return").values()) == {"inferred"}


def test_decorators_belong_to_what_they_decorate():
    source = """
    import functools
    def d(f): return f
    def e(x): return d
    class K: pass
    @d
    @e(1)
    @functools.cache
    def f(): pass
    @d
    class A:
        @d
        @property
        async def g(self): pass
    """
    assert arrows(source, "decorate") == {
        "m.f -> m.d",
        "m.f -> m.e",
        "m.f -> <functools.cache>",
        "m.A -> m.d",
        "m.A.g -> m.d",
        "m.A.g -> <builtins.property>",
    }


# Rows


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_places_are_bytes_and_lines_of_the_expression(end):
    source = "def f(*a): pass\n\n'é'; f('ü',\n\tf(1))\n"
    model = Model({"m.py": source.replace("\n", end).encode()})
    calls = [row for row, kind in enumerate(model.references.kind) if REFERENCE_KINDS[kind] == "call"]
    text = model.texts[0]
    spans = [text[model.references.start[row] : model.references.end[row]].decode() for row in calls]
    assert spans == ["f('ü',\n\tf(1))".replace("\n", end), "f(1)"]
    lines = [(int(model.references.line_start[row]), int(model.references.line_end[row])) for row in calls]
    assert lines == [(3, 4), (4, 4)]


def library_model():
    return Model({path: text for path, text in library_files(60).items() if len(text) < 20_000})


def test_rows_of_real_files_are_sorted_and_whole():
    model = library_model()
    rows, count = model.references, len(model.definitions.kind)
    columns = [rows.file, rows.start, rows.end, rows.kind, rows.target, rows.external]
    assert np.lexsort(columns[::-1]).tolist() == list(range(len(rows.kind)))
    assert len(rows.kind) > 3_000
    assert ((rows.source >= 0) & (rows.source < count)).all()
    assert (rows.target < count).all()
    assert (rows.external < len(model.model.externals)).all()
    how = np.array(RESOLUTIONS)[rows.resolution]
    assert ((how == "unresolved") == ((rows.target < 0) & (rows.external < 0))).all()
    assert ((how == "external") == (rows.external >= 0)).all()
    assert ((rows.target < 0) | (rows.external < 0)).all()
    assert (model.definitions.file[rows.source] == rows.file).all()
    assert (rows.start < rows.end).all()
    assert (rows.line_start <= rows.line_end).all()


def test_every_place_lies_in_its_source():
    model = library_model()
    rows, found = model.references, model.definitions
    around = (found.start[rows.source] <= rows.start) & (rows.end <= found.end[rows.source])
    assert around.all()


def test_nothing_is_said_twice_of_one_place_but_by_an_import_of_several_names():
    model = library_model()
    rows = model.references
    several = np.array(REFERENCE_KINDS)[rows.kind] != "import"
    columns = (rows.file, rows.start, rows.end, rows.kind, rows.source, rows.target, rows.external)
    said = np.stack([column[several] for column in columns], axis=1)
    unique, times = np.unique(said, axis=0, return_counts=True)
    assert unique[times > 1].tolist() == []


def test_targets_are_of_kinds_that_the_reference_may_have():
    model = library_model()
    kinds = {
        (REFERENCE_KINDS[kind], DEFINITION_KINDS[model.definitions.kind[target]])
        for kind, target in zip(model.references.kind.tolist(), model.references.target.tolist(), strict=True)
        if target >= 0
    }
    functions = {"function", "method", "lambda"}
    allowed = {
        "call": functions,
        "instantiate": {"class"},
        "inherit": {"class"},
        "override": functions,
        "import": {"module"},
        "read": {"attribute", "variable", "class", "module", *functions},
        "write": {"attribute", "variable"},
        "type": {"class"},
        "return": {"class"},
        "raise": {"class"},
        "catch": {"class"},
        "decorate": {*functions, "class"},
    }
    assert [pair for pair in sorted(kinds) if pair[1] not in allowed.get(pair[0], ())] == []


SCRIPT = """
from tests.symbols.python.test_references import library_model
model = library_model()
print([list(model.rows()), model.model.externals, model.definitions.qualified].__repr__())
"""


def test_rows_are_the_same_under_any_hash_seed():
    def said(seed):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        return subprocess.run([sys.executable, "-c", SCRIPT], env=environment, capture_output=True, check=True).stdout

    assert said("1") == said("2") != b""
