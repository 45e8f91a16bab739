"""What the code models say, on the nodes of a snapshot."""

import pytest

from tests.snapshot.extract.projects import Project


def test_an_attribute_refers_to_where_its_class_first_sets_it():
    project = Project(
        {
            "m.py": """
            class A:
                kind = 1
                def __init__(self, x):
                    self.x = x
                def f(self):
                    self.x = self.kind
            A(1).x
            """
        }
    )
    assert {line for line in project.references if " x -> m.py:4" in line or "kind" in line} == {
        "m.py:6 x -> m.py:4 Identifier x",
        "m.py:7 x -> m.py:4 Identifier x",
        "m.py:6 kind -> m.py:2 Variable kind",
    }


def test_a_call_leads_to_the_function_that_its_name_means_whatever_wraps_it():
    source = """
    def twice(f):
        def inner(*args): return f(*args)
        return inner
    @twice
    def g(): pass
    @unknown
    class C: pass
    g()
    C()
    """
    assert {line for line in Project({"m.py": source}).calls if line[:6] in ("m.py:8", "m.py:9")} == {
        "m.py:8 -> m.py:4 Function g",
        "m.py:9 -> m.py:6 Class C",
    }


def test_values_are_followed_to_the_one_definition_that_may_run():
    source = """
    def f(): pass
    def g(): pass
    class A:
        def m(self): pass
    def use(run, a):
        run()
        a.m()
    use(f, A())
    either = [f, g][0]
    either()
    for some in (f, g): some()
    """
    assert Project({"m.py": source}).calls == {
        "m.py:6 -> m.py:1 Function f",
        "m.py:7 -> m.py:4 Function m",
        "m.py:8 -> m.py:5 Function use",
        "m.py:8 -> m.py:3 Class A",
        "m.py:10 -> m.py:1 Function f",
    }


@pytest.mark.parametrize(
    ("path", "source", "call"),
    [
        (
            "m.py",
            """
            class Base:
                def m(self): pass
            class Left(Base):
                def m(self): pass
            class Right(Base):
                def m(self): pass
            for each in (Left(), Right()):
                each.m()
            """,
            "m.py:8 -> m.py:2 Function m",
        ),
        (
            "A.java",
            """
            interface Base { void m(); }
            class Left implements Base { public void m() {} }
            class Right implements Base { public void m() {} }
            class A { void use() { go(new Left()); go(new Right()); }
                void go(Base each) {
                    each.m(); } }
            """,
            "A.java:6 -> A.java:1 Function m",
        ),
    ],
)
def test_of_several_methods_that_may_run_the_one_that_all_override_is_called(path, source, call):
    assert {line for line in Project({path: source}).calls if line.endswith("Function m")} == {call}


def test_making_an_object_calls_its_class_and_not_its_constructor():
    python = "class A:\n    def __init__(self): pass\nclass B(A):\n    pass\nA()\nB()\n"
    assert Project({"m.py": python}).calls == {"m.py:5 -> m.py:1 Class A", "m.py:6 -> m.py:3 Class B"}
    java = "class A<T> { A(int x) {}\n static void f() { new A<String>(1);\n new A(1) {}; } }"
    assert Project({"A.java": java}).calls == {"A.java:2 -> A.java:1 Class A", "A.java:3 -> A.java:1 Class A"}


def test_what_a_with_statement_runs_is_not_called_by_the_call_in_it():
    source = """
    class A:
        def __enter__(self): return self
        def __exit__(self, *exc): pass
    def make(): return A()
    with make() as a: pass
    with A(): pass
    """
    assert Project({"m.py": source}).calls == {
        "m.py:4 -> m.py:1 Class A",
        "m.py:5 -> m.py:4 Function make",
        "m.py:6 -> m.py:1 Class A",
    }


def test_a_bare_with_of_a_function_does_not_call_its_result():
    source = """
    class A:
        def __enter__(self): return self
    def make(): return A()
    with make(): pass
    """
    assert "m.py:4 -> m.py:3 Function make" in Project({"m.py": source}).calls


def test_an_imported_variable_is_that_of_the_other_module():
    project = Project({"a.py": "LIMIT = 1\n", "b.py": "from a import LIMIT\n", "c.py": "from b import *\nLIMIT\n"})
    assert project.references == {
        "b.py:1 Variable LIMIT -> a.py:1 Variable LIMIT",
        "c.py:2 LIMIT -> a.py:1 Variable LIMIT",
    }


def test_java_members_types_and_anonymous_classes():
    project = Project(
        {
            "A.java": """
            class A {
                enum E { ONE { int f() { return 1; } }, TWO; int f() { return 2; } }
                record R(int a) {}
                Object o = new Object() { int z; int g() { return z; } };
                int h(R r) { return r.a() + E.TWO.f(); }
            }
            """
        }
    )
    assert {
        "A.java:4 z -> A.java:4 Variable z",
        "A.java:5 R -> A.java:3 Class R",
        "A.java:5 a -> A.java:3 Parameter a",
        "A.java:5 TWO -> A.java:2 Variable TWO",
        "A.java:5 f -> A.java:2 Function f",
    } <= project.references


def test_files_of_an_empty_snapshot_refer_to_nothing():
    resolution = Project({"a.py": "", "A.java": ""}).resolution
    assert (resolution.target == -1).all()
    assert resolution.imports.shape == (0, 2)
