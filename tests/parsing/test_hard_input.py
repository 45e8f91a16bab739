"""Input that breaks parsers: broken, huge, deep, in odd encodings."""

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.parsing.captured import MAX_DEPTH, MAX_ERROR_TOKENS
from codegraft.parsing.captures import captures_of
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.syntax import read_syntax
from codegraft.parsing.vocabulary import kind
from tests.parsing.outline import kinds

DEEP = {
    "parentheses": (b"(" * 50_000 + b"1" + b")" * 50_000, "python"),
    "open parentheses": (b"(" * 15_000, "python"),
    "calls on calls": (b"a" + b".b()" * 50_000, "python"),
    "subscripts": (b"a" + b"[0]" * 50_000, "python"),
    "sum": (b"a + " * 50_000 + b"1", "python"),
    "assignments": (b"a = " * 50_000 + b"1", "python"),
    "lambdas": (b"lambda: " * 9_000, "python"),
    "lists in a list": (b"[1, " * 20_000, "python"),
    "calls on calls in Java": (b"class A { int x = a" + b".b()" * 50_000 + b"; }", "java"),
    "blocks in Java": (b"class A { void f() " + b"{" * 15_000 + b"}" * 15_000 + b"}", "java"),
}


@pytest.mark.parametrize("name", DEEP)
def test_deep_nesting_is_cut_and_neither_crashes_nor_hangs(name):
    text, language = DEEP[name]
    start = time.process_time()
    syntax = read_syntax(language, text)
    assert time.process_time() - start < 20
    assert syntax.cut or syntax.broken
    assert syntax.depth.max() < 2 * MAX_DEPTH + 5  # Java calls get a node that the grammar has not


def test_what_is_nested_less_deep_is_whole():
    depth = MAX_DEPTH // 3
    syntax = read_syntax("python", b"f(" * depth + b"1" + b")" * depth)
    calls = [captures_of("python")[capture].code for capture in syntax.capture].count(kind("Call"))
    assert (calls, syntax.cut, syntax.broken) == (depth, False, False)


def test_text_with_an_error_of_too_many_tokens_is_its_module_alone():
    syntax = read_syntax("python", b"[" * (MAX_ERROR_TOKENS + 1))
    assert (len(syntax.start), syntax.cut, syntax.broken) == (1, True, True)


def test_a_syntax_error_keeps_the_rest():
    found = kinds("python", "def before(): pass\n\nx = = 1 )\n\ndef after(): pass")
    assert found.count("Function") == 2
    assert "Unknown" in found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("text", [b"", b"\n", b"# only", b"// only", b"\xef\xbb\xbf", b"\0"])
def test_text_with_nothing_to_say_is_a_module(language, text):
    syntax = read_syntax(language, text)
    assert captures_of(language)[syntax.capture[0]].name == "Module"
    assert (syntax.start[0], syntax.parent[0]) == (0, -1)


def test_a_null_byte_breaks_its_statement_only():
    syntax = read_syntax("python", b"a = 1\nb = '\0'\nc = 2\0\nd = 3\n")
    names = {syntax.snippet(int(start), int(end)) for start, end in zip(syntax.start, syntax.end, strict=True)}
    assert {"a", "b", "c", "d"} <= names
    assert not any("\0" in name for name in names)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_line_ends_do_not_change_the_tree(newline):
    unix = read_syntax("python", b"if a:\n\tb\n\tc = 1\nd\n")
    other = read_syntax("python", b"if a:\n\tb\n\tc = 1\nd\n".replace(b"\n", newline))
    assert np.array_equal(unix.capture, other.capture)
    assert np.array_equal(unix.parent, other.parent)


def test_a_byte_order_mark_is_no_part_of_the_code():
    plain, marked = read_syntax("python", b"x = 1"), read_syntax("python", b"\xef\xbb\xbfx = 1")
    assert np.array_equal(plain.capture, marked.capture)
    assert np.array_equal(plain.start[1:] + 3, marked.start[1:])


def test_time_grows_with_the_length_of_the_text():
    unit = b"def f(a, b=1):\n    for x in a.c(b)[1:]:\n        print(x, 'text', b + 2)\n\n\n"
    seconds = []
    for copies in (1_500, 12_000):
        start = time.process_time()
        syntax = read_syntax("python", unit * copies)
        seconds.append((time.process_time() - start) / copies)
        assert not syntax.broken
    assert seconds[1] < 4 * seconds[0]


CODE = st.lists(
    st.sampled_from(
        [
            *(
                "def f(",
                "x",
                "):",
                "\n",
                "\n    ",
                "\t",
                "class A",
                "(",
                ")",
                "[",
                "]",
                "{",
                "}",
                " = ",
                "=",
                ".",
                ",",
                ";",
            ),
            *(
                "import ",
                "from ",
                "*",
                "for ",
                " in ",
                "if ",
                "else",
                "lambda ",
                "return ",
                "'",
                '"',
                "f'{",
                "@",
                "é",
                "\0",
            ),
            *(
                "new ",
                "void ",
                "int ",
                "->",
                "::",
                "<T>",
                "switch",
                "case ",
                "try",
                "catch",
                "1",
                "#",
                "//",
                "/*",
                "🐍",
            ),
        ]
    ),
    max_size=60,
).map("".join)


@given(st.sampled_from(sorted(LANGUAGES)), st.one_of(st.text(), CODE))
def test_any_text_gives_a_tree(language, text):
    syntax = read_syntax(language, text.encode("utf-8", "replace"))
    nodes = np.arange(len(syntax.start))
    parents = syntax.parent[1:]
    assert syntax.parent[0] == -1
    assert ((parents >= 0) & (parents < nodes[1:])).all()
    assert (syntax.start[parents] <= syntax.start[1:]).all()
    assert (syntax.end[parents] >= syntax.end[1:]).all()
    assert (syntax.depth[1:] == syntax.depth[parents] + 1).all()
    assert (np.diff(syntax.start) >= 0).all()
    assert ((syntax.scope[1:] >= 0) & (syntax.scope[1:] < len(syntax.scopes))).all()
    assert all(scope.parent < number for number, scope in enumerate(syntax.scopes))
    assert all(0 <= text.node < len(nodes) for text in syntax.texts)
