"""The code model of Java repositories: the contract that everything else builds on, whatever the text says."""

import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.symbols.model import DEFINITION_KINDS, NONE, RESOLUTIONS, Flag
from tests.symbols.java.code_models import model, references

PROJECT = {
    "demo/Shape.java": """
        package demo;
        import java.util.List;
        public interface Shape {
            double area();
            default String label(int... sizes) { return "shape" + area(); }
        }
    """,
    "demo/Circle.java": """
        package demo;
        public final class Circle implements Shape {
            private static final double PI = 3.0;
            static int made;
            private final double radius;
            static { made = count(); }
            static int count() { return 0; }
            Circle(double radius) { this.radius = radius; }
            @Override public double area() { Runnable r = () -> count(); r.run(); return PI * radius; }
            static class Part<T extends Shape> { T whole; void set(T whole) { this.whole = whole; } }
        }
    """,
    "demo/Main.java": """
        package demo;
        public class Main {
            public static void main(String[] args) {
                Shape shape = new Circle(1) ;
                new Object() { void run() { shape.area(); } }.run();
                class Local { }
                throw new Failure();
            }
            @Test void checks() { }
            static class Failure extends RuntimeException { }
        }
    """,
    "demo/package-info.java": "package demo;",
}

SNIPPETS = [
    *("class A extends A { A a() { return a().a(); } }", "class A extends B {} class B extends A {}", "}", "class X {"),
    *("enum E { P { void f() {} }, Q; void f() { values(); } }", "interface I { void f(); } class C implements I {"),
    *("record R(int a, R r) { R { r.a(); } }", "void f() { g(); }", "int x = y -> z;", "new A() { int q = f(1); }"),
    *("import a.b.*;", "package p;", "@interface N { int v() default 1; }", "<T extends T> void g(T t) { t.g(t); }"),
    *("switch (x) { case A a -> a.f(); }", "try (A a = new A()) { } catch (A | B e) { throw e; }", "A::f", "\0", "é("),
]


def check_contract(found):
    """What ``symbols.model`` promises of definitions and references."""
    definitions, rows = found.definitions, found.references
    count = len(definitions.kind)
    modules = np.flatnonzero(definitions.kind == DEFINITION_KINDS.index("module"))
    assert definitions.file[modules].tolist() == list(range(len(found.files)))
    assert (definitions.owner[modules] == NONE).all()
    others = np.setdiff1d(np.arange(count), modules)
    assert (definitions.owner[others] >= 0).all()
    assert (definitions.file[definitions.owner[others]] == definitions.file[others]).all()
    assert (definitions.start[definitions.owner[others]] <= definitions.start[others]).all()
    assert (np.diff(definitions.file) >= 0).all()
    same = np.flatnonzero(np.diff(definitions.file) == 0)
    assert (np.diff(definitions.start)[same] >= 0).all()
    assert (definitions.start <= definitions.end).all()
    assert (definitions.line_start >= 1).all()
    assert (definitions.line_start <= definitions.line_end).all()
    assert len(definitions.name) == len(definitions.qualified) == len(definitions.signature) == count
    keys = (rows.external, rows.target, rows.kind, rows.end, rows.start, rows.file)
    assert (np.lexsort(keys) == np.arange(len(rows.kind))).all()
    unresolved = rows.resolution == RESOLUTIONS.index("unresolved")
    external = rows.resolution == RESOLUTIONS.index("external")
    assert ((rows.source >= 0) & (rows.source < count)).all()
    assert ((rows.target >= 0) == ~(unresolved | external)).all()
    assert ((rows.external >= 0) == external).all()
    assert rows.target.max(initial=NONE) < count
    assert list(found.externals) == sorted(set(found.externals))
    assert set(rows.external[external].tolist()) == set(range(len(found.externals)))
    assert len(found.externals_kind) == len(found.externals)
    assert "" not in found.externals


def test_the_model_of_a_project_keeps_the_contract():
    check_contract(model(PROJECT))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(SNIPPETS), min_size=1, max_size=5).map("\n".join), max_size=3))
def test_broken_code_keeps_the_contract_too(texts):
    check_contract(model({f"p{number}/F{number}.java": text.encode() for number, text in enumerate(texts)}))


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_code_with_pieces_cut_out_keeps_the_contract(data):
    files = {path: text.encode() for path, text in PROJECT.items()}
    for path, text in files.items():
        start = data.draw(st.integers(0, len(text)))
        files[path] = text[:start] + text[start + data.draw(st.integers(0, 60)) :]
    check_contract(model(files))


def test_qualified_names_are_those_that_the_compiler_gives():
    found = model(PROJECT).definitions
    names = {
        name: DEFINITION_KINDS[kind]
        for name, kind in zip(found.qualified, found.kind, strict=True)
        if DEFINITION_KINDS[kind] not in ("variable", "parameter")
    }
    assert names == {
        "demo.Circle.java": "module",
        "demo.Circle": "class",
        "demo.Circle.PI": "attribute",
        "demo.Circle.made": "attribute",
        "demo.Circle.radius": "attribute",
        "demo.Circle:<clinit>()": "initializer",
        "demo.Circle:count()": "method",
        "demo.Circle:<init>(double)": "constructor",
        "demo.Circle:area()": "method",
        "demo.Circle:<lambda1>": "lambda",
        "demo.Circle$Part": "class",
        "demo.Circle$Part.whole": "attribute",
        "demo.Circle$Part:set(demo.Shape)": "method",
        "demo.Main.java": "module",
        "demo.Main": "class",
        "demo.Main:main(java.lang.String[])": "method",
        "demo.Main$1": "class",
        "demo.Main$1:run()": "method",
        "demo.Main$1Local": "class",
        "demo.Main:checks()": "method",
        "demo.Main$Failure": "class",
        "demo.Shape.java": "module",
        "demo.Shape": "interface",
        "demo.Shape:area()": "method",
        "demo.Shape:label(int[])": "method",
        "demo": "module",
    }


@pytest.mark.parametrize(
    ("name", "flags"),
    [
        ("demo.Shape", Flag.PUBLIC | Flag.ABSTRACT),
        ("demo.Shape:area()", Flag.PUBLIC | Flag.ABSTRACT),
        ("demo.Shape:label(int[])", Flag.PUBLIC | Flag.DEFAULT | Flag.VARIADIC),
        ("demo.Circle", Flag.PUBLIC),
        ("demo.Circle.PI", Flag.PRIVATE | Flag.STATIC),
        ("demo.Circle:count()", Flag.STATIC),
        ("demo.Circle:<clinit>()", Flag.STATIC),
        ("demo.Circle:<lambda1>", Flag.LOCAL),
        ("demo.Main.java", Flag.MAIN),
        ("demo.Main$1", Flag.LOCAL),
        ("demo.Main$1Local", Flag.LOCAL),
        ("demo.Main:checks()", Flag.TEST),
        ("demo.Main$Failure", Flag.STATIC | Flag.EXCEPTION),
    ],
)
def test_flags_say_what_the_declaration_says(name, flags):
    found = model(PROJECT).definitions
    assert Flag(int(found.flags[found.qualified.index(name)])) == flags


def test_locals_and_parameters_belong_to_their_function():
    found = model(
        "class A { void f(int one) { String two = null; Runnable r = () -> { int three = one; }; } }"
    ).definitions
    owners = {
        found.name[row]: found.qualified[found.owner[row]]
        for row in range(len(found.kind))
        if DEFINITION_KINDS[found.kind[row]] in ("variable", "parameter")
    }
    assert owners == {"one": "A:f(int)", "two": "A:f(int)", "r": "A:f(int)", "three": "A:<lambda1>"}


def test_an_empty_repository_has_an_empty_model():
    check_contract(model({}))
    check_contract(model({"A.java": b""}))


def test_problems_of_files_are_kept():
    found = model({"A.java": "class A { void f( { } }", "B.java": "class B { void g() { new B().g(); } }"})
    assert [file.problems for file in found.files] == [("syntax error at line 1",), ()]
    assert "B:g()" in found.definitions.qualified


def test_deeply_nested_code_is_no_problem_for_the_stack():
    sum_ = " + ".join(["f()"] * 3000)
    chain = "this" + ".g()" * 900
    found = model(f"class A {{ int f() {{ return {sum_}; }} A g() {{ return {chain}; }} }}")
    assert len(found.references.kind) > 1000


def test_the_same_bytes_whatever_the_hash_seed():
    script = (
        "import hashlib; from tests.symbols.java.test_model import PROJECT;"
        " from tests.symbols.java.code_models import model;"
        "m = model(PROJECT); print(hashlib.sha256(repr((m.definitions.qualified, m.externals,"
        " [c.tolist() for c in vars(m.references).values()])).encode()).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", script], env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(digests) == 1


def test_references_of_every_kind_are_found():
    source = """
    package demo;
    import java.util.List;
    import demo.util.Tool;
    @Deprecated
    class A extends Base<String> implements Runnable {
        private Tool tool;
        @Override public void run() { tool = new Tool(); use(tool); }
        List<Tool> use(Tool given) throws java.io.IOException {
            try { return null; } catch (IllegalStateException e) { throw new Failure(); }
        }
    }
    """
    files = {
        "demo/A.java": source,
        "demo/util/Tool.java": "package demo.util; public class Tool {}",
        "demo/Base.java": "package demo; class Base<T> {} class Failure extends Exception {}",
    }
    found = references(
        files, "import", "inherit", "implement", "override", "write", "return", "raise", "catch", "decorate"
    )
    assert {line for line in found if not line.startswith("1 ")} == {
        "2 import demo.A.java -> [java.util.List] (external)",
        "3 import demo.A.java -> demo.util.Tool.java (exact)",
        "4 decorate demo.A -> [java.lang.Deprecated] (external)",
        "5 inherit demo.A -> demo.Base (exact)",
        "5 implement demo.A -> [java.lang.Runnable] (external)",
        "7 decorate demo.A:run() -> [java.lang.Override] (external)",
        "7 override demo.A:run() -> [java.lang.Runnable:run()] (external)",
        "7 write demo.A:run() -> demo.A.tool (exact)",
        "8 return demo.A:use(demo.util.Tool) -> [java.util.List] (external)",
        "8 raise demo.A:use(demo.util.Tool) -> [java.io.IOException] (external)",
        "9 catch demo.A:use(demo.util.Tool) -> [java.lang.IllegalStateException] (external)",
        "9 raise demo.A:use(demo.util.Tool) -> demo.Failure (exact)",
    }


@pytest.mark.parametrize(
    "body",
    [
        "Object a = " + "java.util.List.of(" * 300 + "1" + ")" * 300 + ";",
        "Object a = " + "java.util.List.of(x -> " * 300 + "1" + ")" * 300 + ";",
        "java.util.List<" * 300 + "A" + ">" * 300 + " a;",
        "Object a = " + "true ? 1 : " * 900 + "2;",
        "int" + "[]" * 900 + " a;",
        "void f() " + "{" * 900 + "}" * 900,
        "class B { " * 300 + "}" * 300,
        "Object a = " + "new Object() { Object b = " * 200 + "1" + "; }" * 200 + ";",
        "void f(int x) { " + "if (x > 1) x++; else " * 900 + "x--; }",
    ],
)
def test_nesting_of_every_sort_keeps_the_contract(body):
    check_contract(model(f"class A {{ {body} }}"))
