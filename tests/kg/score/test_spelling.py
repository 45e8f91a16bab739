import pytest

from codegraft.kg.score.spelling import judged, respelled

CALLER = "demo.Main:main(java.lang.String[])"


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("demo.Outer.Inner:run()", "demo.Outer$Inner:run()"),
        ("demo.Outer$Inner:run()", "demo.Outer.Inner:run()"),
        ("demo.A:set(int,String)", "demo.A:set(int,java.lang.String)"),
        ("demo.A:set(java.lang.String[])", "demo.A:set(String[])"),
        ("demo.A:set(int, java.util.List<java.util.Map<A,B>>)", "demo.A:set(int,java.util.List)"),
        ("demo.A:set(java.lang.Object...)", "demo.A:set(Object[])"),
        ("demo.A:set(demo.Outer$Inner)", "demo.A:set(demo.Outer.Inner)"),
        ("demo.A:A(int)", "demo.A:<init>(int)"),
        ("demo.Outer$Inner:<init>()", "demo.Outer.Inner:Inner()"),
        ("java.util.List:add", "java.util.List:add(java.lang.Object)"),
    ],
)
def test_java_names_are_compared_whatever_their_spelling(found, expected):
    assert respelled({(CALLER, found)}, {(CALLER, expected)}) == {(CALLER, expected)}
    assert respelled({(found, CALLER)}, {(expected, CALLER)}) == {(expected, CALLER)}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("demo.A:set(int)", "demo.A:set(long)"),
        ("demo.A:set(int)", "demo.B:set(int)"),
        ("demo.A:set(int)", "demo.A:set(int[])"),
        ("demo.A:set()", "demo.A:get()"),
        ("demo.A:set(int)", "demo.A:set()"),
        ("other.A:set()", "demo.A:set()"),
        ("demo.A:<clinit>()", "demo.A:<init>()"),
        ("main.Outer.run", "main.Outer$run"),
    ],
)
def test_different_names_stay_different(found, expected):
    assert respelled({(CALLER, found)}, {(CALLER, expected)}) == {(CALLER, found)}


def test_a_name_that_could_be_either_of_two_is_left_alone():
    expected = {(CALLER, "demo.A:set(a.Name)"), (CALLER, "demo.A:set(b.Name)")}
    assert respelled({(CALLER, "demo.A:set(Name)")}, expected) == {(CALLER, "demo.A:set(Name)")}


def test_a_name_that_is_expected_is_never_taken_for_another():
    expected = {(CALLER, "demo.A:set(a.Name)"), (CALLER, "demo.A:set(b.Name)")}
    assert respelled(expected, expected) == expected


@pytest.mark.parametrize("callee", ["<builtin>.list.append", "java.util.List:add(java.lang.Object)"])
def test_library_methods_are_judged_only_beside_others_of_their_group(callee):
    found = {("main", callee), ("main", "main.f")}
    assert judged(found, {("main", "main.f")}) == {("main", "main.f")}
    assert judged(found, {("main", callee)}) == found


@pytest.mark.parametrize("callee", ["<builtin>.print", "os.path.join", "java.util", "demo.java:run()", "org.a.B:run()"])
def test_all_other_callees_are_always_judged(callee):
    assert judged({("main", callee)}, set()) == {("main", callee)}
