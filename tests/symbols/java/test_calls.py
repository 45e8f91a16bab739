"""Which methods Java calls run: names, overloads, dispatch, values that flow, initialisers."""

from pathlib import Path

import pytest

from codegraft.kg.score.callgraph import call_edges
from codegraft.kg.score.score import score
from tests.symbols.java.code_models import calls, model

SUITE = Path(__file__).parents[2] / "callgraph" / "java"


def edges_of(case):
    return call_edges(
        [model({path.relative_to(case).as_posix(): path.read_bytes() for path in sorted(case.rglob("*.java"))})]
    )


def test_the_suite_of_cases_is_found_nearly_whole():
    total = score(SUITE, edges_of).total
    assert total.precision >= 0.98
    assert total.recall >= 0.95


def test_a_call_reaches_the_objects_that_flow_to_it_and_no_others():
    source = """
    class Animal { void speak() { } }
    class Dog extends Animal { void speak() { } }
    class Cat extends Animal { void speak() { } }
    class Main {
        void known() { Animal animal = new Dog(); animal.speak(); }
        void either(boolean big) { Animal animal = big ? new Dog() : new Cat(); animal.speak(); }
        void unknown(Animal animal) { animal.speak(); }
    }
    """
    assert calls(source, "Main:known") == {"Dog:speak"}
    assert calls(source, "Main:either") == {"Dog:speak", "Cat:speak"}
    assert calls(source, "Main:unknown") == {"Animal:speak", "Dog:speak", "Cat:speak"}


def test_objects_keep_their_own_fields():
    source = """
    interface Job { void run(); }
    class One implements Job { public void run() { } }
    class Two implements Job { public void run() { } }
    class Box { private Job job; Box(Job job) { this.job = job; } Job get() { return job; } }
    class Main { void f() { new Box(new One()).get().run(); } void g() { new Box(new Two()).get().run(); } }
    """
    assert calls(source, "Main:f") == {"Box:<init>", "Box:get", "One:run"}
    assert calls(source, "Main:g") == {"Box:<init>", "Box:get", "Two:run"}


@pytest.mark.parametrize(
    ("call", "parameters"),
    [
        ("f(1)", "int"),
        ("f('c')", "int"),
        ("f(1L)", "long"),
        ("f(1.5f)", "double"),
        ('f("s")', "java.lang.String"),
        ('f("s" + 1)', "java.lang.String"),
        ("f((Object) null)", "java.lang.Object"),
        ("f(new StringBuilder())", "java.lang.Object"),
        ("f(Integer.valueOf(1))", "java.lang.Integer"),
        ("f(1, 2)", "int[]"),
        ("f()", "int[]"),
        ("f(new int[0])", "int[]"),
        ("f(list.get(0))", "java.lang.String"),
        ("f(list.size())", "int"),
        ("f(() -> 1)", "java.util.function.IntSupplier"),
        ("f(x -> { })", "java.util.function.IntConsumer"),
    ],
)
def test_the_types_of_arguments_choose_an_overload(call, parameters):
    kinds = ("int", "long", "double", "String", "Object", "Integer", "int...", "IntSupplier", "IntConsumer")
    overloads = " ".join(f"void f({kind} a) {{ }}" for kind in kinds)
    found = model(f"""
    import java.util.*;
    import java.util.function.*;
    class Main {{ {overloads} void use(List<String> list) {{ {call}; }} }}
    """)
    assert {
        callee for caller, callee in call_edges([found]) if caller.startswith("Main:use") and "Main:f" in callee
    } == {f"Main:f({parameters})"}


def test_arguments_that_leave_an_overload_open_leave_the_call_unresolved():
    source = "class Main { void f(Runnable a) { } void f(Comparable a) { } void g() { f(nobody()); } }"
    assert calls(source, "Main:g", outside=True) == {"?"}


def test_lambdas_run_where_their_interface_is_called():
    source = """
    import java.util.*;
    import java.util.function.*;
    class Main {
        private final Map<String, Runnable> tasks = new HashMap<>();
        void add(Runnable task) { tasks.put("a", task); }
        void runAll() { for (Runnable task : tasks.values()) task.run(); }
        void setUp() { add(() -> one()); add(this::two); }
        void one() { } void two() { }
        Supplier<Runnable> later() { return () -> () -> one(); }
        void now() { later().get().run(); }
        void given() { List.of(1, 2).forEach(x -> two()); }
    }
    """
    assert calls(source, "Main:runAll") == {"Main:<lambda1>", "Main:two"}
    assert calls(source, "Main:setUp") == {"Main:add"}
    assert calls(source, "Main:now") == {"Main:later", "Main:<lambda2>", "Main:<lambda3>"}
    assert calls(source, "Main:given") == {"Main:<lambda4>"}


def test_type_arguments_reach_the_parameters_of_lambdas():
    source = """
    import java.util.*;
    import java.util.stream.*;
    class Item { String name() { return ""; } int size() { return 1; } void mark() { } }
    class Main {
        void f(List<Item> items) {
            items.stream().filter(a -> a.size() > 1).sorted(Comparator.comparing(b -> b.name())).forEach(c -> c.mark());
            Map<String, List<Item>> groups = items.stream().collect(Collectors.groupingBy(d -> d.name()));
            groups.get("a").get(0).mark();
        }
    }
    """
    found = calls(source)
    expected = ("Main:<lambda1> -> Item:size", "Main:<lambda2> -> Item:name", "Main:<lambda3> -> Item:mark")
    assert found >= {*expected, "Main:<lambda4> -> Item:name", "Main:f -> Item:mark"}


def test_constructors_run_initialisers_and_their_superclass_first():
    source = """
    class Base { Base() { } }
    class Main extends Base {
        int a = first();
        { second(); }
        Main() { this(1); }
        Main(int a) { third(); }
        int first() { return 1; } void second() { } void third() { }
        static Main make() { return new Main(); }
    }
    """
    edges = call_edges([model(source)])
    assert {callee for caller, callee in edges if caller == "Main:<init>()"} == {"Main:<init>(int)"}
    assert {callee for caller, callee in edges if caller == "Main:<init>(int)"} == {
        *("Base:<init>()", "Main:first()", "Main:second()", "Main:third()")
    }
    assert ("Main:make()", "Main:<init>()") in edges


def test_constructors_that_nobody_writes_are_there_only_if_they_call_something():
    source = """
    class Idle { int a = 1; }
    class Busy { Helper helper = new Helper(); }
    class Busier extends Busy { }
    class Helper { Helper() { } }
    class Main { void f() { new Idle(); new Busier(); } }
    """
    assert calls(source) == {"Main:f -> Busier:<init>", "Busier:<init> -> Busy:<init>", "Busy:<init> -> Helper:<init>"}


def test_the_first_use_of_a_class_initialises_it_after_its_superclass():
    source = """
    class Base { static { Log.note(); } }
    class Derived extends Base { static int made = Log.note(); static final int FIXED = 3; static void use() { } }
    class Log { static int note() { return 1; } }
    class Main {
        public static void main(String[] args) { int three = Derived.FIXED; first(); second(); }
        static void first() { Derived.use(); }
        static void second() { Derived.use(); new Base(); }
    }
    """
    found = calls(source)
    assert {edge for edge in found if edge.endswith("<clinit>")} == {
        "Main:first -> Base:<clinit>",
        "Main:first -> Derived:<clinit>",
    }


def test_what_the_compiler_calls_is_called():
    source = """
    import java.util.*;
    class Range implements Iterable<String> {
        public Iterator<String> iterator() { return new Steps(); }
    }
    class Steps implements Iterator<String> {
        public boolean hasNext() { return false; } public String next() { return ""; }
    }
    class Door implements AutoCloseable { public void close() { } public String toString() { return ""; } }
    class Main { void f() { for (String s : new Range()) { } try (Door door = new Door()) { String s = "a" + door; } } }
    """
    assert calls(source, "Main:f") == {
        *("Range:iterator", "Steps:hasNext", "Steps:next", "Door:close", "Door:toString")
    }


def test_names_outside_of_the_repository_are_told_apart_from_those_that_nobody_knows():
    source = """
    import org.other.Tool;
    import static org.other.Checks.check;
    class Main extends org.other.Base {
        void f(Tool tool, java.util.List<String> list) {
            tool.run(); list.add("a"); check(1); inherited(); new Tool(2); list.get(0).length(); nobody.run();
        }
    }
    """
    assert calls(source, "Main:f", outside=True) == {
        *(
            "org.other.Tool:run",
            "java.util.List:add(java.lang.Object)",
            "org.other.Checks:check",
            "org.other.Base:inherited",
        ),
        *("org.other.Tool:<init>", "java.util.List:get(int)", "java.lang.String:length()", "?"),
    }


def test_private_and_package_private_methods_are_not_overridden_from_elsewhere():
    files = {
        "a/Base.java": """
            package a;
            public class Base {
                public void go() { own(); near(); far(); }
                private void own() { } void near() { } protected void far() { }
            }
        """,
        "b/Below.java": """
            package b;
            public class Below extends a.Base {
                void own() { } void near() { } protected void far() { }
                void run() { new Below().go(); }
            }
        """,
    }
    assert calls(files, "a.Base:go") == {"a.Base:own", "a.Base:near", "b.Below:far"}
