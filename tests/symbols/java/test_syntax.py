"""Java text as columns of syntax."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.symbols.java.syntax import FIELDS, KINDS, MAX_DEPTH, line_starts, read_java, stops

PIECES = st.sampled_from(
    [
        "class A {",
        "}",
        " void f() {",
        "int x = 1;",
        "x -> x",
        "f(a, b)",
        "new A() {",
        "\n",
        "/* c */",
        '"s"',
        "@B ",
        "é",
    ]
)


def described(syntax):
    text = syntax.text
    return [
        (KINDS[kind], FIELDS[field], text[start:end].decode())
        for kind, field, start, end in zip(syntax.kind, syntax.field, syntax.start, syntax.end, strict=True)
    ]


def test_named_nodes_and_operators_are_rows_in_document_order():
    found = described(read_java(b"class A { int x = 1 + 2; // rest\n}"))
    assert [(kind, field) for kind, field, _ in found] == [
        ("program", ""),
        ("class_declaration", ""),
        ("identifier", "name"),
        ("class_body", "body"),
        ("field_declaration", ""),
        ("integral_type", "type"),
        ("variable_declarator", "declarator"),
        ("identifier", "name"),
        ("binary_expression", "value"),
        ("decimal_integer_literal", "left"),
        ("+", "operator"),
        ("decimal_integer_literal", "right"),
    ]


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_parents_enclose_their_children_and_subtrees_end_at_stop(source):
    syntax = read_java(source.encode())
    naive = np.arange(1, len(syntax.kind) + 1)
    for row in range(len(syntax.kind) - 1, 0, -1):
        parent = syntax.parent[row]
        assert parent < row
        assert syntax.start[parent] <= syntax.start[row] < syntax.end[row] <= syntax.end[parent]
        naive[parent] = max(naive[parent], naive[row])
    assert stops(syntax).tolist() == naive.tolist()


@given(st.binary(max_size=80))
def test_no_text_is_refused(text):
    syntax = read_java(text)
    assert (syntax.start[0], syntax.parent[0]) == (0, -1)


def test_what_is_wrong_is_said_with_its_line():
    assert read_java(b"class A {}").problems == ()
    assert read_java(b"class A {\n  void f( {}\n}\n").problems == ("syntax error at line 2",)


def test_what_is_nested_too_deep_is_left_out_and_said():
    deep = b"class A { int x = " + b"(" * 3 * MAX_DEPTH + b"1" + b")" * 3 * MAX_DEPTH + b"; }"
    syntax = read_java(deep)
    assert syntax.problems == (f"syntax nested deeper than {MAX_DEPTH} levels is left out",)
    assert len(syntax.kind) == pytest.approx(MAX_DEPTH, abs=10)


@given(st.text("ab\n\r", max_size=40))
def test_lines_begin_after_each_newline(text):
    starts = line_starts(text.encode()).tolist()
    assert starts == [0, *(place + 1 for place, char in enumerate(text) if char == "\n")]
