"""Finding nodes by their bytes, against a search through all of them."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.parsing.syntax import read_syntax
from codegraft.snapshot.extract.facts import read_facts
from codegraft.snapshot.extract.spans import CALL, CLASS, FUNCTION, IDENTIFIER, Spans
from tests.parsing.test_hard_input import CODE

PYTHON = "class A:\n    def f(self, x=lambda y: y):\n        return self.g(x)(A.f)\n\n\n@A\ndef g(): a.b.c()\n"
JAVA = "class A { B f(int x) { return new B(x).g(this.h(x), new a.C<>()); } }"


def spans(*files):
    return Spans([read_facts(read_syntax(language, text.encode())) for language, text in files])


def search(found, nodes, **wanted):
    """The first node with these positions, or -1."""
    return next((row for row in nodes if all(getattr(found, name)[row] == at for name, at in wanted.items())), -1)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from(["python", "java"]), CODE), min_size=1, max_size=3))
def test_nodes_are_found_by_span_and_by_end(files):
    found = spans(*((language, text.encode("utf-8", "replace").decode()) for language, text in files))
    for code in (CALL, CLASS, FUNCTION, IDENTIFIER):
        nodes = [row for row, kind in enumerate(found.kind) if kind == code]
        expected = [search(found, nodes, start=a, end=b) for a, b in zip(found.start, found.end, strict=True)]
        assert found.spanning(code, found.start, found.end).tolist() == expected
        ending = [search(found, nodes, end=end) for end in found.end]
        assert found.ending((code,), found.end).tolist() == ending


def named(found, text, rows):
    return [None if row < 0 else text[found.start[row] : found.end[row]] for row in rows]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [("python", PYTHON, [None, "g", "c"]), ("java", JAVA, ["g", "B", "h", "C"])],
)
def test_a_call_knows_the_name_of_what_it_calls(language, text, names):
    found = spans((language, text))
    assert named(found, text, found.called[found.kind == CALL]) == names


def test_a_call_is_found_from_the_name_of_what_it_calls_on():
    found = spans(("java", JAVA))
    starts = [JAVA.index("new B("), JAVA.index("h(x)"), JAVA.index("B(x)"), JAVA.index("x)")]
    ends = [JAVA.index(".g"), JAVA.index(", new"), JAVA.index(".g"), JAVA.index(".g")]
    rows = found.calling(np.array(starts), np.array(ends))
    assert named(found, JAVA, rows) == ["new B(x)", "this.h(x)", "new B(x)", None]


def test_new_is_found_from_its_class_on():
    found = spans(("java", JAVA), ("python", PYTHON))
    positions = np.array([JAVA.index("B(x)"), JAVA.index("a.C"), 0])
    assert named(found, JAVA, found.making(positions)) == ["new B(x)", "new a.C<>()", None]


def test_a_name_is_declared_by_the_innermost_parameter_around_it():
    found = spans(("python", PYTHON))
    places = [PYTHON.index("x=lambda"), PYTHON.index("y: y"), PYTHON.index("A.f")]
    starts = np.array(places)
    assert named(found, PYTHON, found.declaring(starts, starts + 1)) == ["x=lambda y: y", "y", None]
