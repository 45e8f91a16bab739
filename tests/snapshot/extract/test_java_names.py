"""Java names and calls of a snapshot, across files."""

import pytest

from tests.snapshot.extract.projects import Project

HELPER = "package p; public class Helper { public Helper self() { return this; } public void run(int a) {} }"


def calls(source, **files):
    named = {f"{name.replace('_', '/')}.java": text for name, text in files.items()}
    return {line for line in Project({"A.java": source, **named}).calls if line.startswith("A.java")}


def test_methods_are_found_by_the_declared_type_of_a_variable():
    source = """
    import p.Helper;
    class A {
        Helper field;
        void f(Helper parameter, java.util.List<Helper> list) {
            field.run(1);
            parameter.run(2);
            for (Helper each : list) each.run(3);
            Helper local = parameter.self(); local.run(4);
            var made = new Helper(); made.run(5);
            if (field instanceof Helper found) found.run(6);
            parameter.self().self().run(7);
            this.field.run(8);
            list.run(9);
        }
    }
    """
    found = calls(source, p_Helper=HELPER)
    assert {line for line in found if line.endswith("run")} == {
        f"A.java:{line} -> p/Helper.java:1 Function run" for line in (5, 6, 7, 8, 9, 10, 11, 12)
    }
    assert "A.java:9 -> p/Helper.java:1 Class Helper" in found


def test_of_overloads_the_arguments_decide():
    source = """
    class A {
        void f(int a) {}
        void f(int a, int b) {}
        void g(int a) {}
        void g(String a) {}
        void h(String a, Object... rest) {}
        void use() { f(1); f(1, 2); f(); g(1); h("", 1, 2); h(""); h(); }
    }
    """
    assert calls(source) == {
        "A.java:7 -> A.java:2 Function f",
        "A.java:7 -> A.java:3 Function f",
        "A.java:7 -> A.java:4 Function g",
        "A.java:7 -> A.java:6 Function h",
    }


def test_members_are_inherited_and_found_around():
    project = Project(
        {
            "q/Base.java": "package q; class Base<T> { protected int count; void m(int x) {} static class Part {} }",
            "q/Face.java": "package q; interface Face { int LIMIT = 1; default void d() {} }",
            "q/A.java": """
            package q;
            class A extends Base<A> implements Face {
                A() { super(); this.m(count); }
                void m(int x) { super.m(LIMIT); d(); }
                class Inner { void go() { m(1); A.this.d(); Part p = new Part(); } }
            }
            """,
        }
    )
    assert project.calls == {
        "q/A.java:3 -> q/A.java:4 Function m",
        "q/A.java:4 -> q/Base.java:1 Function m",
        "q/A.java:4 -> q/Face.java:1 Function d",
        "q/A.java:5 -> q/A.java:4 Function m",
        "q/A.java:5 -> q/Face.java:1 Function d",
        "q/A.java:5 -> q/Base.java:1 Class Part",
    }
    assert "q/A.java:3 count -> q/Base.java:1 Variable count" in project.references
    assert "q/A.java:4 LIMIT -> q/Face.java:1 Variable LIMIT" in project.references
    assert project.imports == set()  # of one package


def test_a_constructor_of_a_class_that_only_implements_calls_nothing_known():
    assert calls("class A implements Face { A() { super(); } } interface Face {}") == set()


def test_types_are_imported_one_by_one_on_demand_statically_or_by_full_name():
    util = "package p.q; public class Util { public static int twice(int x) { return x; } }"
    sources = {
        "import p.q.Util;": "Util.twice(1)",
        "import p.q.*;": "Util.twice(1)",
        "import static p.q.Util.twice;": "twice(1)",
        "import static p.q.Util.*;": "twice(1)",
        "// by its full name": "p.q.Util.twice(1)",
    }
    for statement, call in sources.items():
        found = calls(f"{statement}\nclass A {{ int x = {call}; }}", p_q_Util=util)
        assert found == {"A.java:2 -> p/q/Util.java:1 Function twice"}, statement


def test_enum_constants_and_records_have_their_type():
    source = """
    class A {
        enum E { ONE { void x() { foo(); } }; void foo() {} }
        record R(E e) { void g() { e.foo(); } }
        void f() { E.ONE.foo(); new R(E.ONE).g(); }
    }
    """
    assert calls(source) == {
        "A.java:2 -> A.java:2 Function foo",
        "A.java:3 -> A.java:2 Function foo",
        "A.java:4 -> A.java:2 Function foo",
        "A.java:4 -> A.java:3 Class R",
        "A.java:4 -> A.java:3 Function g",
    }


def test_a_class_of_two_repositories_is_that_of_the_own_one():
    part = "package p; public class Part { public static void f() {} }"
    main = "package p; class Main { void g() { Part.f(); } }"
    own = Project({"one:p/Part.java": part, "two:p/Part.java": part, "two:p/Main.java": main})
    assert own.resolution.callee.max() > own.resolution.first[1]
    assert Project({"one:p/Part.java": part, "two:p/Part.java": part, "app:p/Main.java": main}).calls == set()


def test_classes_that_inherit_in_a_circle_end():
    assert calls("class A extends B { void f() { g(); } } class B extends A { void h() { f(); } }") == {
        "A.java:1 -> A.java:1 Function f"
    }


def test_languages_do_not_mix():
    project = Project({"p/a.py": "def f(): pass\n", "A.java": "import p.a;\nclass A { void g() { f(); } }"})
    assert project.calls == set()
    assert project.imports == set()


def arrows(source, **files):
    named = {f"{name.replace('_', '/')}.java": text for name, text in files.items()}
    return Project({"A.java": source, **named}).references


@pytest.mark.parametrize(
    "use",
    [
        "Outer[] os; int f() { os.clone(); return os.length; }",
        "Outer two[]; int f() { two.clone(); return two.length; }",
        "int f(Outer... os) { os.clone(); return os.length; }",
        "int f(Outer os[]) { os.clone(); return os.length; }",
        "Outer[] mk() { return null; } int f() { mk().clone(); return mk().length; }",
        "Outer mk()[] { return null; } int f() { mk().clone(); return mk().length; }",
        "int f(Outer[][] rows) { for (Outer[] row : rows) { row.clone(); return row.length; } }",
        "int f(Object o) { if (o instanceof Outer[] zz) { zz.clone(); return zz.length; } }",
        "int f(Object o) { switch (o) { case Outer[] zz -> { zz.clone(); return zz.length; } } }",
        "int f() { var os = new Outer[3]; os.clone(); return os.length; }",
        "record R(Outer[] os) { int f() { os.clone(); return os.length; } }",
        "Object f() { Function<Integer, Object> g = Outer[]::clone; }",
    ],
)
def test_an_array_is_not_its_element(use):
    outer = "class Outer { int length; public Outer clone() { return this; } }"
    found = {line for line in arrows(f"class A {{ {use} }}\n{outer}") if "length" in line or "clone" in line}
    assert not any("A.java:2" in line for line in found)


def test_an_array_beside_a_plain_variable_leaves_it_its_type():
    source = "class A { Outer one, two[]; void f() {\n one.run();\n two.run(); } }\nclass Outer { void run() {} }"
    assert calls(source) == {"A.java:2 -> A.java:4 Function run"}


def test_a_method_of_fixed_length_goes_before_a_variadic_one_wherever_it_is():
    source = """
    class A extends Base { void s(Object... a) {} void use() { s("a"); s(1, 2); } }
    class Base { void s(String a) {} }
    """
    assert calls(source) == {"A.java:1 -> A.java:2 Function s", "A.java:1 -> A.java:1 Function s"}


def test_an_overridden_method_is_not_an_overload():
    source = """
    class A extends Base implements Face {
        void f(int a, String b, java.util.List<A> c, B d) {}
        void use(Base base) { f(1, "", null, null); g(); base.f(1, "", null, null); }
    }
    class Base { void f(int a, String b, java.util.List<B> c, B d) {} public void g() {} }
    interface Face { void g(); }
    class B {}
    """
    assert calls(source.replace("java.util.List", "List")) == {
        "A.java:3 -> A.java:2 Function f",
        "A.java:3 -> A.java:5 Function g",
        "A.java:3 -> A.java:5 Function f",
    }


def test_of_two_interfaces_the_lower_one_has_the_method():
    source = """
    class A extends Base implements Lower { void use() { d(); } }
    class Base implements Upper {}
    interface Lower extends Upper { default void d() {} }
    interface Upper { default void d() {} }
    """
    assert calls(source) == {"A.java:1 -> A.java:3 Function d"}


def test_an_inherited_field_goes_before_one_that_is_declared_around():
    source = """
    class A {
        int x;
        class In extends Base { int f() {
            return x; } }
        Base g() { int x = 3; return new Base() { int k() {
            return x; } }; }
        Runnable h(int x, int y) { return new Base() { int k() { int x = 1;
            return x + y; } }; }
    }
    class Base { int x; }
    """
    found = arrows(source)
    assert {"A.java:4 x -> A.java:10 Variable x", "A.java:6 x -> A.java:10 Variable x"} <= found
    assert {"A.java:8 x -> A.java:7 Variable x", "A.java:8 y -> A.java:7 Parameter y"} <= found
    assert {line for line in found if line.startswith(("A.java:4 x", "A.java:6 x"))} == {
        "A.java:4 x -> A.java:10 Variable x",
        "A.java:6 x -> A.java:10 Variable x",
    }


def test_an_inherited_class_goes_before_one_of_the_package():
    source = "class A extends Base { Part p;\n void f() { p.run(); } }\nclass Part { void run() {} }"
    base = "class Base { static class Part { void run() {} } }"
    assert calls(source, Base=base) == {"A.java:2 -> Base.java:1 Function run"}


def test_what_is_private_is_not_inherited():
    source = """
    class A {
        int x; void f() {}
        class In extends Base { int g() { f();
            return x; } }
        class Near extends Kept { void g() { f(); } }
        class Kept { private void f() {} }
    }
    """
    base = "class Base { private int x, y; private void f() {} void use() { f(); } }"
    assert calls(source, Base=base) == {"A.java:3 -> A.java:2 Function f", "A.java:5 -> A.java:2 Function f"}
    assert "A.java:4 x -> A.java:2 Variable x" in arrows(source, Base=base)
    assert "Base.java:1 -> Base.java:1 Function f" in Project({"Base.java": base}).calls
    assert calls("class A extends Base { void g() { f(); } }", Base=base) == set()
