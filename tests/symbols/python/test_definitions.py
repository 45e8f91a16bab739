"""What Python files define: names, owners, places and flags."""

import ast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.symbols.model import DEFINITION_KINDS, Flag
from tests.symbols.sources import PROGRAMS, Model, library_files


def kinds(source, path="m.py"):
    return Model({"p/__init__.py": "", path: source}).kinds()


def test_functions_classes_and_methods_are_named_by_what_is_around_them():
    source = """
    def f():
        def g():
            class A:
                def h(self): pass
    class B:
        class C:
            def f(self): pass
        async def g(self): pass
    """
    assert kinds(source, "p/q.py") == [
        "function p.q.f",
        "function p.q.f.g",
        "class p.q.f.g.A",
        "method p.q.f.g.A.h",
        "class p.q.B",
        "class p.q.B.C",
        "method p.q.B.C.f",
        "method p.q.B.g",
    ]


def test_lambdas_count_within_what_is_around_them():
    source = """
    a = [lambda: 1, lambda: lambda: 2]
    def f(x=lambda: 3): return lambda: 4, lambda: 5
    class A:
        b = lambda self: 6
    c = [lambda: x for x in a]
    """
    assert [name for name in kinds(source) if name.startswith("lambda")] == [
        "lambda m.<lambda1>",
        "lambda m.<lambda2>",
        "lambda m.<lambda2>.<lambda1>",
        "lambda m.<lambda3>",
        "lambda m.f.<lambda1>",
        "lambda m.f.<lambda2>",
        "lambda m.A.<lambda1>",
        "lambda m.<lambda4>",
    ]


def test_variables_are_those_of_modules_and_classes_bound_by_no_definition():
    source = """
    a = 1
    a = 2
    b, (c, *d) = e = a
    for f in a: g: int
    with a as h, a as [i]: pass
    try: pass
    except E as j: pass
    import k
    from l import m as n
    if (o := a): pass
    [p for p in a if (q := p)]
    def r(s, *t): u = 1
    r = 2
    lambda v: v
    w.x = y[0] = 1
    class A:
        z = 1
    match a:
        case [aa, 1]: pass
    """
    names = "abcdefghijoq"
    expected = ["variable m." + name for name in (*names, "aa")] + ["attribute m.A.z"]
    assert sorted(name for name in kinds(source) if name.split()[0] in ("variable", "attribute")) == sorted(expected)


def test_global_names_bound_in_functions_and_classes_belong_to_the_module():
    source = """
    def f():
        global a, g
        a = 1
        def g(): pass
    class A:
        global b
        b = 1
    """
    model = Model({"m.py": source})
    assert {"variable m.a", "variable m.b"} <= set(model.kinds())
    assert not (model.flags("m.a") | model.flags("m.b")) & Flag.LOCAL


def test_attributes_are_what_methods_bind_on_their_first_parameter():
    source = """
    class A:
        known = 1
        def f(this, other):
            this.a = this.a = 1
            this.b: int = 2
            (this.c, [this.d]) = this.e.f = 3
            this.known = other.g = 4
            this.h += 1
            for this.i in other: pass
            with other as this.j: pass
            def g(): this.k = 5
            lambda: [this.l for _ in other]
            this[0] = self.n = 6
        @classmethod
        def g(cls): cls.o = 7
        @staticmethod
        def static(first): first.p = 8
    def f(self): self.q = 9
    """
    names = sorted(name for name in kinds(source) if name.startswith("attribute"))
    assert names == [f"attribute m.A.{name}" for name in ("a", "b", "c", "d", "h", "i", "j", "k", "known", "o")]


def test_the_owner_of_an_attribute_is_its_class():
    model = Model({"m.py": "class A:\n    def f(self):\n        self.x = 1\n"})
    definitions = model.definitions
    assert definitions.owner[model.row("m.A.x")] == model.row("m.A")
    assert definitions.owner[model.row("m.A.f")] == model.row("m.A")
    assert definitions.owner[model.row("m.A")] == model.row("m")
    assert definitions.owner[model.row("m")] == -1


def test_definitions_that_repeat_have_a_row_each():
    source = "def f(): 1\ndef f(): 2\nclass f: pass\n"
    assert kinds(source) == ["function m.f", "function m.f", "class m.f"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spans_and_lines_are_of_the_whole_definition_with_its_decorators(end):
    function = "@a\n@b(1)\ndef f(a,\n\tb):\n\treturn 'ß'"
    source = f"# é\nx = 'ü'; y = 1\n{function}\n\nclass C:\n\t'''d\n\te'''\n\tz = 1; w = lambda: 2\n"
    model = Model({"m.py": source.replace("\n", end).encode()})
    assert model.text("m.y") == "y"
    assert model.lines("m.y") == (2, 2)
    assert model.text("m.f") == function.replace("\n", end)
    assert model.lines("m.f") == (3, 7)
    assert model.lines("m.C") == (9, 12)
    assert model.text("m.C.w") == "w"
    assert model.text("m.C.<lambda1>") == "lambda: 2"
    assert model.lines("m.C.<lambda1>") == (12, 12)


def test_a_byte_order_mark_moves_bytes_and_not_lines():
    model = Model({"m.py": b"\xef\xbb\xbfdef f(): pass\n"})
    assert model.text("m.f") == "def f(): pass"
    assert model.lines("m.f") == (1, 1)


def test_modules_are_named_by_their_path_and_are_their_whole_file():
    model = Model({"p/__init__.py": "", "p/a.py": "x = 1\n", "p/__main__.py": b"\n\n", "setup.py": "1"})
    definitions = model.definitions
    rows = [row for row, kind in enumerate(definitions.kind) if DEFINITION_KINDS[kind] == "module"]
    assert [definitions.qualified[row] for row in rows] == ["p", "p.a", "p.__main__", "setup"]
    assert [definitions.name[row] for row in rows] == ["p", "a", "__main__", "setup"]
    assert [(int(definitions.start[row]), int(definitions.end[row])) for row in rows] == [
        (0, 0),
        (0, 6),
        (0, 2),
        (0, 1),
    ]
    assert definitions.file[rows].tolist() == [0, 1, 2, 3]
    assert [model.lines(name) for name in ("p", "p.a", "p.__main__", "setup")] == [(1, 1), (1, 1), (1, 2), (1, 1)]


FLAGS = """
import abc, unittest
from abc import abstractmethod
from functools import cached_property
async def coroutine(): pass
def generator(): yield 1
def delegating(): return (yield from ())
def maker():
    def local(): pass
    return lambda: (yield)
def variadic(*args): pass
def keywords(**kwargs): pass
def _hidden(): pass
class _Hidden: pass
_constant = 1
class A:
    @staticmethod
    def static(): pass
    @classmethod
    def of_class(cls): pass
    def __new__(cls): pass
    def __init_subclass__(cls): pass
    @property
    def prop(self): pass
    @cached_property
    def cached(self): pass
    @abstractmethod
    def abstract(self): pass
    @abc.abstractmethod
    def abstract2(self): pass
    async def asynchronous(self): yield 1
    def __private(self): pass
    def __dunder__(self): pass
class E(ValueError): pass
class E2(E): pass
class E3(unknown.SomeError): pass
class P(abc.ABC): pass
class Case(unittest.TestCase):
    def test_it(self): pass
    def helper(self): pass
"""


@pytest.mark.parametrize(
    ("name", "flag"),
    [
        ("coroutine", Flag.ASYNC),
        ("generator", Flag.GENERATOR),
        ("delegating", Flag.GENERATOR),
        ("maker.local", Flag.LOCAL),
        ("maker.<lambda1>", Flag.GENERATOR),
        ("variadic", Flag.VARIADIC),
        ("_hidden", Flag.PRIVATE),
        ("_Hidden", Flag.PRIVATE),
        ("_constant", Flag.PRIVATE),
        ("A.static", Flag.STATIC),
        ("A.of_class", Flag.CLASS_METHOD),
        ("A.prop", Flag.PROPERTY),
        ("A.cached", Flag.PROPERTY),
        ("A.abstract", Flag.ABSTRACT),
        ("A.abstract2", Flag.ABSTRACT),
        ("A.asynchronous", Flag.ASYNC | Flag.GENERATOR),
        ("A.__private", Flag.PRIVATE),
        ("A.__dunder__", Flag.PUBLIC),
        ("E", Flag.EXCEPTION),
        ("E2", Flag.EXCEPTION),
        ("P", Flag.PROTOCOL),
        ("Case.test_it", Flag.TEST),
    ],
)
def test_flags(name, flag):
    assert Model({"m.py": FLAGS}).flags(f"m.{name}") & flag == flag


def test_flags_are_given_to_no_others():
    model = Model({"m.py": FLAGS})
    kinds_of = {flag: set() for flag in Flag}
    for name, bits in zip(model.definitions.qualified, model.definitions.flags.tolist(), strict=True):
        for flag in Flag(bits):
            kinds_of[flag].add(name.removeprefix("m."))
    assert kinds_of[Flag.ASYNC] == {"coroutine", "A.asynchronous"}
    assert kinds_of[Flag.GENERATOR] == {"generator", "delegating", "maker.<lambda1>", "A.asynchronous"}
    assert kinds_of[Flag.LOCAL] == {"maker.local", "maker.<lambda1>"}
    assert kinds_of[Flag.PROPERTY] == {"A.prop", "A.cached"}
    assert kinds_of[Flag.ABSTRACT] == {"A.abstract", "A.abstract2"}
    assert kinds_of[Flag.TEST] == {"Case.test_it"}
    assert kinds_of[Flag.PROTOCOL] == {"P"}
    assert kinds_of[Flag.EXCEPTION] >= {"E", "E2"}
    assert kinds_of[Flag.EXCEPTION] <= {"E", "E2", "E3"}
    assert kinds_of[Flag.VARIADIC] == {"variadic"}
    assert kinds_of[Flag.MAIN] == set()


def test_tests_are_those_of_test_modules_and_test_cases():
    source = "def test_a(): pass\ndef helper(): pass\nclass TestA:\n    def test_b(self): pass\n"
    for path, expected in (("test_m.py", True), ("m_test.py", True), ("m.py", False)):
        model = Model({path: source})
        module = path.removesuffix(".py")
        assert bool(model.flags(f"{module}.test_a") & Flag.TEST) is expected
        assert bool(model.flags(f"{module}.TestA.test_b") & Flag.TEST) is expected
        assert not model.flags(f"{module}.helper") & Flag.TEST


@pytest.mark.parametrize(
    ("path", "source", "main"),
    [
        ("m.py", 'if __name__ == "__main__": f()', True),
        ("m.py", "if '__main__' == __name__: f()", True),
        ("p/__main__.py", "f()", True),
        ("m.py", "print(__name__)", False),
        ("m.py", "def f():\n    return __name__ == '__main__'", False),
    ],
)
def test_modules_that_run_as_programs(path, source, main):
    model = Model({path: source})
    assert bool(Flag(int(model.definitions.flags[0])) & Flag.MAIN) is main


def test_rows_come_by_file_in_document_order_and_every_owner_comes_first():
    files = {path: text for path, text in library_files(12).items() if len(text) < 20_000}
    definitions = Model(files).definitions
    rows = range(len(definitions.kind))
    assert sorted(rows, key=lambda row: (definitions.file[row], row)) == list(rows)
    modules = [row for row in rows if DEFINITION_KINDS[definitions.kind[row]] == "module"]
    assert [row for row in rows if definitions.owner[row] < 0] == modules
    for row in rows:
        owner = definitions.owner[row]
        if owner >= 0:
            assert definitions.file[owner] == definitions.file[row]
            assert definitions.qualified[row] == f"{definitions.qualified[owner]}.{definitions.name[row]}"


def python_definitions(text):
    """``(name, first line, last line)`` of all functions and classes by Python's own parser, decorators included."""
    return sorted(
        (node.name, min([node.lineno, *(part.lineno for part in node.decorator_list)]), node.end_lineno)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    )


def without_comments(lines, first, last):
    """The last line of a definition, less the comments after it, which the grammar takes for part of it."""
    while last > first and lines[last - 1].strip()[:1] in (b"", b"#"):
        last -= 1
    return last


def test_functions_and_classes_of_real_files_are_python_s():
    files = {path: text for path, text in library_files(60).items() if len(text) < 20_000}
    definitions = Model(files).definitions
    code = [DEFINITION_KINDS.index(kind) for kind in ("function", "method", "class")]
    for file, (path, text) in enumerate(files.items()):
        lines = text.splitlines()
        rows = np.flatnonzero((definitions.file == file) & np.isin(definitions.kind, code))
        spans = zip(definitions.line_start[rows].tolist(), definitions.line_end[rows].tolist(), strict=True)
        found = [
            (definitions.name[row], first, without_comments(lines, first, last))
            for row, (first, last) in zip(rows.tolist(), spans, strict=True)
        ]
        assert sorted(found) == python_definitions(text), path


BAD = {
    "syntax error": b"def f(:\n  x = = (\nclass\n@\n",
    "python 2": b"print 'x', y\nexec code in space\ntry: pass\nexcept E, e: raise E, 'm'\nprint >>f, `x`, 0777, ur''\n",
    "latin-1": b"# \xe9\nx = '\xe9'\nclass A: pass\ndef f\xe9(): return A()\n",
    "latin-1 imports": b"import \xe9, a\xe9b.c as d\nfrom \xe9 import \xff, b as \xe9\nfrom .\xe9.c import *\n",
    "byte order mark": b"\xef\xbb\xbfdef f(): pass\n",
    "null bytes": b"a = 1\0\nb = '\0'\nimport a\0b\ndef f\0g(): pass\n\0",
    "many lines": b"x = f(1)\n" * 10_000,
    "deep parentheses": b"x = " + b"(" * 5_000 + b"1" + b")" * 5_000 + b"\ny = 1\n",
    "deep calls": b"f(" * 5_000 + b")" * 5_000,
    "long chain": b"a" + b".b()" * 5_000,
    "long sum": b"x = a" + b" + a" * 5_000,
    "deep functions": b"".join(b" " * depth + b"def f():\n" for depth in range(90)) + b" " * 90 + b"pass\n",
    "deep conditions": b"x = " + b"a if b else " * 1_200 + b"c\n",
    "deep lambdas": b"x = " + b"lambda: " * 500 + b"1",
    "a class that inherits from itself": b"class A(A): pass\nA().f()\nclass B(B.C): pass\nB.x\n",
    "classes that inherit from each other": b"class A(B): pass\nclass B(A): pass\nA().f(); super(A).f()\n",
    "duplicate definitions": b"def f(): 1\ndef f(): 2\nclass f: 3\nf = f\nf()\n" * 30,
    "nothing": b"",
    "line ends": b"\r\n\r\r\n\n",
    "broken imports": b"import\nfrom\nfrom . import\nimport a as\nfrom a import (b\n",
    "calls itself": b"def f(x=None): return f(f)(f)(*f, **f)\nf = f(f)\n",
    "decorates itself": b"@f\ndef f(g): return f\n@A\nclass A: pass\n",
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_a_model(name):
    model = Model({"bad.py": BAD[name], "good.py": "from bad import *\nimport bad\ndef f(): return bad.f()\n"})
    assert "function good.f" in model.kinds()
    for _ in model.rows():
        pass


def test_modules_that_import_each_other_are_a_model():
    model = Model(
        {"a.py": "from b import *\nfrom b import x\nimport a\nx = x\n", "b.py": "from a import *\nfrom a import x\n"}
    )
    assert model.arrows("import") == {"a -> b", "a -> a", "b -> a"}


@settings(max_examples=60)
@given(PROGRAMS, st.data())
def test_programs_with_a_piece_cut_out_are_a_model(program, data):
    text = program.encode()
    start, end = sorted(data.draw(st.integers(0, len(text))) for _ in range(2))
    model = Model({"m.py": text[:start] + text[end:], "n.py": text})
    definitions = model.definitions
    assert all(definitions.start <= definitions.end)
    assert all(definitions.line_start <= definitions.line_end)
    assert all(row >= 0 for row in definitions.owner[definitions.kind != DEFINITION_KINDS.index("module")])


@settings(max_examples=100)
@given(st.text("abdefclsimport ()[]{}:=.,*@\n\t'\"#\\\0é", max_size=80))
def test_any_text_is_a_model(text):
    assert Model({"m.py": text.encode()}).definitions.qualified[0] == "m"
