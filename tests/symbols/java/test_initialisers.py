"""Which of the Java functions that nobody writes are worth a row."""

from hypothesis import given
from hypothesis import strategies as st

from codegraft.symbols.java.declarations import Function
from codegraft.symbols.java.initialisers import worth_a_row
from tests.symbols.java.code_models import calls

FUNCTIONS = [Function("constructor", None, str(number), number if number < 3 else -1) for number in range(8)]
"""The first three are written."""


def naive(edges):
    kept = set()
    while True:
        more = {source for source, target in edges if source.row == -1 and (target.row != -1 or target in kept)}
        if more <= kept:
            return kept
        kept |= more


@given(st.lists(st.tuples(st.sampled_from(FUNCTIONS), st.sampled_from(FUNCTIONS)), max_size=20))
def test_unwritten_functions_are_kept_if_they_lead_to_written_ones(edges):
    assert worth_a_row(edges) == naive(edges)


def test_every_class_is_initialised_once_at_its_first_use_in_the_order_of_evaluation():
    source = """
    class A { static { } static int a() { return 1; } }
    class B { static { A.a(); } B(int x) { } static void b(int x) { } }
    class C { static { } static int c() { return 1; } }
    class Main {
        public static void main(String[] args) { B.b(C.c()); later(); }
        static void later() { new B(A.a()); C.c(); }
    }
    """
    assert {edge for edge in calls(source) if "<clinit>" in edge.split(" -> ")[1]} == {
        *("Main:main -> C:<clinit>", "Main:main -> B:<clinit>", "B:<clinit> -> A:<clinit>")
    }


def test_an_interface_is_initialised_only_for_its_own_statics_or_its_defaults():
    source = """
    interface Plain { int A = Log.note(); void f(); }
    interface Rich { int B = Log.note(); default void g() { } }
    class Log { static int note() { return 1; } }
    class Impl implements Plain, Rich { public void f() { } static { Log.note(); } }
    class Main {
        public static void main(String[] args) { new Impl(); touch(); }
        static void touch() { int a = Plain.A; }
    }
    """
    assert {edge for edge in calls(source) if edge.endswith("<clinit>")} == {
        *("Main:main -> Impl:<clinit>", "Main:main -> Rich:<clinit>", "Main:touch -> Plain:<clinit>")
    }
