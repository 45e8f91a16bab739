"""Names within one file."""

import symtable
from importlib.util import find_spec
from pathlib import Path

import pytest

from codegraft.parsing.syntax import read_syntax
from codegraft.parsing.vocabulary import SCOPES
from codegraft.snapshot.extract.facts import read_facts
from tests.snapshot.extract.projects import Project

NAMELESS = ("lambda", "genexpr", "listcomp", "setcomp", "dictcomp")


def references(source, name="m.py"):
    return {line.replace(f"{name}:", "") for line in Project({name: source}).references}


def test_the_first_binding_is_the_declaration_and_later_ones_are_uses():
    assert references("x = 1\nx = x + 1\n") == {"2 x -> 1 Variable x"}


def test_a_function_sees_the_module_but_not_the_class_around_it():
    source = """
    x = 1
    class A:
        x = 2
        y = x
        def f(self):
            return x
    """
    assert references(source) == {"4 x -> 3 Variable x", "6 x -> 1 Variable x"}


def test_what_is_evaluated_outside_a_function_is_looked_up_outside():
    source = """
    a = 1
    def f(a=a, b: a = 2) -> a:
        return a
    """
    assert references(source) == {"2 a -> 1 Variable a", "3 a -> 2 Parameter a"}


def test_global_and_nonlocal_send_a_name_elsewhere():
    source = """
    def f():
        global g
        g = 1
        n = 0
        def h():
            nonlocal n
            n = g
        return h
    """
    assert references(source) == {
        "2 g -> 3 Variable g",
        "6 n -> 4 Variable n",
        "7 n -> 4 Variable n",
        "7 g -> 3 Variable g",
        "8 h -> 5 Function h",
    }


def test_comprehensions_have_a_scope_of_their_own_except_for_the_first_iterable_and_walrus():
    source = """
    x = [1]
    y = [x for x in x if (z := x)]
    z
    """
    assert references(source) == {
        "2 x -> 1 Variable x",
        "2 x -> 2 Variable x",
        "3 z -> 2 Variable z",
    }


def test_of_two_definitions_the_last_counts_outside_and_the_latest_before_a_use_beside_it():
    source = """
    class A:
        @property
        def x(self): pass
        @x.setter
        def x(self, v): pass
    def f(): pass
    f()
    def f(): f()
    """
    assert references(source) == {
        "4 x -> 2 Function x",
        "7 f -> 6 Function f",
        "8 f -> 8 Function f",
    }


def test_a_class_body_never_sees_a_later_name_of_its_own():
    source = """
    class A:
        def __eq__(self, other: object): pass
        size = len([1])
        @property
        def object(self): pass
        def len(self): pass
        y = y
    """
    assert references(source) == set()


def test_a_class_body_takes_no_name_that_it_binds_later_from_the_function_around():
    source = """
    def f(): pass
    x = 1
    def outer():
        def f(): pass
        class D:
            f()
            x = x
            def f(): pass
            f()
    """
    assert references(source) == {
        "7 x -> 2 Variable x",
        "9 f -> 8 Function f",
    }


def test_what_runs_with_the_module_does_not_see_its_later_names():
    source = """
    f()
    [f for _ in f]
    class A:
        y = f
        def m(self): f
    list = list
    def f(): pass
    class B:
        y = f
    """
    assert references(source) == {"5 f -> 7 Function f", "9 f -> 7 Function f"}


def test_a_name_that_a_function_binds_later_is_the_function_s():
    source = """
    x = 1
    def f():
        while x:
            x = x
    """
    assert references(source) == {"3 x -> 4 Variable x", "4 x -> 4 Variable x"}


def test_every_binding_of_a_name_refers_to_the_first():
    assert references("a = b = a = 1\n_, _ = 1, 2\n") == {"1 a -> 1 Variable a", "2 _ -> 2 Variable _"}


def test_a_class_is_not_its_own_base():
    assert references("class A(A): pass\n") == set()


def test_match_with_except_and_import_bind():
    source = """
    import os.path as p, sys
    with p.open() as f:
        f
    try: sys
    except OSError as e: e
    match f:
        case [a, *b]: a, b
    """
    assert references(source) == {
        "2 p -> 1 Variable p",
        "3 f -> 2 Variable f",
        "4 sys -> 1 Variable sys",
        "5 e -> 5 Variable e",
        "6 f -> 2 Variable f",
        "7 a -> 7 Variable a",
        "7 b -> 7 Variable b",
    }


def test_a_java_variable_holds_from_its_declaration_to_the_end_of_its_block():
    source = """
    class A {
        int x;
        int f(int y) {
            int a = x;
            { int x = a; y = x; }
            for (int x = 0; x < 1; x++) { }
            for (int x : y) f(x);
            return x;
        }
    }
    """
    assert references(source, "A.java") == {
        "4 x -> 2 Variable x",
        "5 a -> 4 Variable a",
        "5 y -> 3 Parameter y",
        "5 x -> 5 Variable x",
        "6 x -> 6 Variable x",
        "7 y -> 3 Parameter y",
        "7 x -> 7 Variable x",
        "7 f -> 3 Function f",
        "8 x -> 2 Variable x",
    }


def test_java_types_and_variables_of_one_name_do_not_mix():
    source = """
    class T {
        T T;
        T f() { return T; }
    }
    """
    assert references(source, "T.java") == {
        "2 T -> 1 Class T",
        "3 T -> 1 Class T",
        "3 T -> 2 Variable T",
    }


def _python_files():
    root = Path(find_spec("networkx").origin).parent
    return sorted((root / "algorithms").glob("*.py"))[:40] + sorted((root / "classes").glob("*.py"))


@pytest.mark.parametrize("path", _python_files(), ids=lambda path: path.stem)
def test_locals_agree_with_the_compiler(path):
    """Every local of every function is declared there, and no other, by CPython's own symbol table."""
    text = path.read_text(encoding="utf-8")
    expected = {}
    pending = [symtable.symtable(text, path.name, "exec")]
    while pending:
        table = pending.pop()
        pending += table.get_children()
        if table.get_type() == "function" and table.get_name() not in NAMELESS:
            bound = {symbol.get_name() for symbol in table.get_symbols() if symbol.is_local() or symbol.is_parameter()}
            expected.setdefault((table.get_name(), table.get_lineno()), set()).update(bound)
    assert _declared(text.encode()) == expected


def _declared(text):
    syntax = read_syntax("python", text)
    facts = read_facts(syntax)
    names_at = {text.node: text.start for text in syntax.texts}
    found = {}
    for number, scope in enumerate(facts.scopes):
        if SCOPES[scope.kind] == "scope.function" and facts.name[scope.owner] >= 0:
            line = syntax.text[: names_at[scope.owner]].count(b"\n") + 1
            found[number] = (facts.names[facts.name[scope.owner]], line)
    names = {key: set() for key in found.values()}
    for node, at in zip(facts.declared.tolist(), facts.declared_in.tolist(), strict=True):
        if at in found:
            names[found[at]].add(facts.names[facts.name[node]])
    return names
