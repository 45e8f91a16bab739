"""Functions of a file, without what documents them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.search.functions import functions_of
from tests.graphmer.search.search_cases import ACCOUNT, MAILS, SHAPES


def test_functions_and_methods_are_found_with_their_places():
    found = functions_of(SHAPES, "python")
    assert [(f.scope, f.name, f.line_start, f.line_end) for f in found] == [
        ("Shape", "area", 2, 7),
        ("Shape", "name", 9, 11),
        ("", "read_config", 14, 17),
    ]
    assert found[0].signature == "def area(self, width, height)"
    assert found[0].parameters == "(self, width, height)"
    assert found[1].signature == "@property def name(self)"


def test_the_documentation_is_apart_from_the_code():
    area, name, read = functions_of(SHAPES, "python")
    assert (area.documentation, name.documentation) == ("Area of the shape.", "")
    assert area.body.strip() == "return width * height"
    assert read.documentation == "Read the settings from a file."
    assert "settings" not in read.body


def test_documentation_of_what_is_inside_is_left_out_too():
    outer, inner = functions_of(MAILS, "python")
    assert (outer.name, inner.scope, inner.documentation) == ("send_message", "send_message", "Text as bytes.")
    assert "Text as bytes" not in outer.body
    assert "def encoded" in outer.body


def test_java_methods_have_the_comment_before_them():
    withdraw, constructor = functions_of(ACCOUNT, "java")
    assert (withdraw.scope, withdraw.name) == ("bank.core.Account", "withdraw")
    assert withdraw.documentation == "Takes amount from the balance."
    assert withdraw.signature == "@Deprecated public long withdraw(long amount)"
    assert (constructor.name, constructor.documentation) == ("Account", "")
    assert "not a documentation" in withdraw.body


@pytest.mark.parametrize(
    ("text", "body"),
    [
        (b"def f():\n    x = 1\n    'no docstring'\n", "'no docstring'"),
        (b"def f():\n    if x:\n        'no docstring'\n", "'no docstring'"),
        (b"def f():\n    return 'no docstring'\n", "'no docstring'"),
    ],
)
def test_a_string_elsewhere_documents_nothing(text, body):
    (found,) = functions_of(text, "python")
    assert (found.documentation, body in found.body) == ("", True)


def test_a_signature_ends_with_what_is_given_back():
    (found,) = functions_of(b"async def f(\n    a,  b\n) -> int:  # says\n    # more\n    return 1\n", "python")
    assert found.signature == "async def f( a, b ) -> int"


def test_a_method_without_a_body_is_found():
    (found,) = functions_of(b"interface A { /** Says. */ int say(int x); }", "java")
    assert (found.body, found.signature, found.documentation) == ("", "int say(int x)", "Says.")


@pytest.mark.parametrize("language", ["python", "java"])
def test_what_is_no_code_defines_nothing(language):
    assert functions_of(b"", language) == []
    assert functions_of(b"\xc3\xa9 ?? ((", language) == []


def test_nesting_without_end_is_left_out():
    text = b"".join(b" " * depth + b"def f():\n" for depth in range(1500))
    assert 0 < len(functions_of(text, "python")) < 1500


@given(st.text(alphabet="def class():\n '\"abc,{}/*@;", max_size=80), st.sampled_from(["python", "java"]))
def test_nothing_makes_it_fail(text, language):
    for function in functions_of(text.encode(), language):
        assert function.name
        assert 1 <= function.line_start <= function.line_end
