"""Columns of syntax nodes against a walk of the tree, and texts that break parsers."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from codegraft.parsing.captured import MAX_DEPTH, MAX_ERROR_TOKENS
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.nodes import MODULE, SPELLED, node_kinds, read_nodes
from tests.symbols.sources import PROGRAMS, library_files

SAME_NAME = {
    **{
        kind: kind for kind in ("block", "type", "attribute", "call", "subscript", "slice", "set", "dictionary", "pair")
    },
    **{kind: kind for kind in ("await", "yield", "lambda", "decorator", "type_parameter")},
}
KIND_OF_TYPE = SAME_NAME | {
    **dict.fromkeys(("parameters", "lambda_parameters"), "parameters"),
    **dict.fromkeys(("string", "concatenated_string"), "string"),
    **dict.fromkeys(("integer", "float"), "number"),
    **dict.fromkeys(("none", "true", "false", "ellipsis"), "constant"),
    **dict.fromkeys(("binary_operator", "comparison_operator"), "operation"),
    **dict.fromkeys(("unary_operator", "not_operator"), "unary"),
    **dict.fromkeys(("tuple", "expression_list", "pattern_list", "tuple_pattern"), "tuple"),
    **dict.fromkeys(("list", "list_pattern"), "list"),
    **dict.fromkeys(("list_splat", "list_splat_pattern"), "splat"),
    **dict.fromkeys(("dictionary_splat", "dictionary_splat_pattern"), "splat2"),
    **dict.fromkeys(("default_parameter", "typed_default_parameter"), "default"),
    **dict.fromkeys(("import_statement", "import_from_statement", "future_import_statement"), "import"),
    **dict.fromkeys(("list_comprehension", "set_comprehension"), "comprehension"),
    **dict.fromkeys(("generator_expression", "dictionary_comprehension"), "comprehension"),
    **{f"{kind}_statement": kind for kind in ("return", "raise", "for", "while", "global", "nonlocal", "delete")},
    **{f"{kind}_definition": name for kind, name in (("function", "function"), ("class", "class"))},
    "decorated_definition": "decorated",
    "with_item": "with",
    "case_pattern": "case",
    "as_pattern": "as",
    "identifier": "name",
    "assignment": "assignment",
    "augmented_assignment": "augmented",
    "boolean_operator": "choice",
    "conditional_expression": "conditional",
    "for_in_clause": "for_in",
    **dict.fromkeys(("keyword_argument", "keyword_pattern"), "keyword"),
    "class_pattern": "pattern",
    "named_expression": "walrus",
    "typed_parameter": "typed",
    "keyword_separator": "star",
    "except_clause": "except",
}
"""Kinds of Python syntax by the grammar's names, once more and by hand."""

PATTERNS = ("case_pattern", "class_pattern", "keyword_pattern")
OPERATIONS = {"binary_operator": "operator", "comparison_operator": "operators"}


def kind_of(node):
    """Kind of a piece of syntax, which for some depends on where it stands; empty if it is of none."""
    if node.type == "dotted_name" and node.named_child_count > 1 and node.parent.type in PATTERNS:
        return "attribute"
    if node.type == "splat_pattern" and node.parent.type == "dict_pattern":
        return "case"
    return KIND_OF_TYPE.get(node.type, "")


def walked(text):
    """(kind, start, end) of the nodes that a plain walk of the tree meets, enclosing ones first."""
    found = []
    pending = [LANGUAGES["python"].parse(text).root_node]
    while pending:
        node = pending.pop()
        if node.parent is None:
            found.append((MODULE, 0, len(text)))
        elif node.end_byte > node.start_byte and node.is_named and (kind := kind_of(node)):
            found.append((kind, node.start_byte, node.end_byte))
        if node.type in OPERATIONS:
            signs = node.children_by_field_name(OPERATIONS[node.type])
            found += [("operator", sign.start_byte, sign.end_byte) for sign in signs if sign.end_byte > sign.start_byte]
        pending += reversed(node.children)
    return found


def read(text):
    nodes = read_nodes("python", text)
    kinds = node_kinds("python")
    codes = zip(nodes.kind.tolist(), nodes.start.tolist(), nodes.end.tolist(), strict=True)
    return [(kinds[code], start, end) for code, start, end in codes], nodes


def assert_is_a_walk_of_the_tree(text):
    found, nodes = read(text)
    assert sorted(found) == sorted(walked(text))
    assert found[0] == (MODULE, 0, len(text))
    assert found[1:] == sorted(found[1:], key=lambda node: (node[1], -node[2]))
    around = []
    for _, start, end in found:
        while around and around[-1] <= start and len(around) > 1:
            around.pop()
        assert not around or end <= around[-1]
        around.append(end)
    for (kind, start, end), name in zip(found, nodes.name.tolist(), strict=True):
        kept = end - start <= SPELLED["python"].get(kind, -1)
        assert (nodes.names[name] if name >= 0 else None) == (text[start:end] if kept else None)
    assert nodes.breaks.tolist() == [place for place, byte in enumerate(text) if byte == 10]
    assert len(set(nodes.names)) == len(nodes.names)


@settings(max_examples=40)
@given(PROGRAMS)
def test_nodes_are_those_of_a_walk_in_document_order(program):
    assert_is_a_walk_of_the_tree(program.encode())


@pytest.mark.parametrize("path", list(library_files(12)))
def test_nodes_of_real_files_are_those_of_a_walk(path):
    assert_is_a_walk_of_the_tree(library_files(12)[path])


def test_every_kind_is_met_where_the_language_has_it():
    text = b"""
@d
class A(B, k=1):
    x: int = -1 + 2 if not a[0:1] and None else 1.5
    async def f(self, a=1, b: int = 2, *c, d: int, **e) -> int:
        global g
        for i, [j, *k] in {1: 2, **e}: await i
        while (y := {1}): yield y
        with a as b, c: return [x for x in "s"], lambda *, k: (1, *a)
        try: raise E
        except E as e: del e; a += 1
        match a:
            case {"k": 1}: b.c(k=1) < 2
            case a.B(c=1): pass
        def g():
            nonlocal x
            import os
type T[P] = int
def h[P: int](): 1
print "said"
"""
    met = {kind for kind, _, _ in read(text)[0]}
    assert set(node_kinds("python")) - met == set()


@settings(max_examples=200)
@given(st.binary(max_size=60) | st.text("ab(:.=[\n \t\r'\"\\)]{}@#,*é\0\ufeff", max_size=60).map(str.encode))
@example(b"\0")
@example(b"x = '\xe9\xff'\ny\n")
@example(b"\xef\xbb\xbfx = 1\n")
@example(b"x = 1\r\ny = 2\r\n")
def test_any_bytes_give_nested_nodes_inside_the_text(text):
    found, nodes = read(text)
    assert_is_a_walk_of_the_tree(text)
    assert found[0] == (MODULE, 0, len(text))
    assert 0 <= nodes.error_line <= text.count(b"\n") + 1


@pytest.mark.parametrize(
    ("text", "line"), [(b"x = 1\n", 0), (b"", 0), (b"x\ny = = 1\nz\n", 2), (b"a\nb\nif x\n", 3), (b"f(", 1)]
)
def test_the_first_broken_line_is_told(text, line):
    assert read_nodes("python", text).error_line == line


def test_a_syntax_error_leaves_the_rest():
    found, nodes = read(b"def before(): pass\n\nx = = 1 )\n\ndef after(): pass\n")
    assert {nodes.names[name] for name in nodes.name[nodes.name >= 0]} >= {b"before", b"after"}
    assert [kind for kind, _, _ in found].count("function") == 2


def test_python_2_is_read_as_far_as_it_goes():
    found, nodes = read(b"def f():\n    print 'x', y\n    exec code\n    raise E, 'm'\n\ndef g(): pass\n")
    assert [kind for kind, _, _ in found].count("function") == 2
    assert b"code" in nodes.names


def test_lines_may_end_in_any_way():
    unix = read_nodes("python", b"if a:\n\tb\n\tc = 1\nd\n")
    dos = read_nodes("python", b"if a:\r\n\tb\r\n\tc = 1\r\nd\r\n")
    assert unix.kind.tolist() == dos.kind.tolist()
    assert set(unix.names) == set(dos.names)


def test_long_literals_are_not_kept_and_names_of_any_length_are():
    nodes = read_nodes("python", b"a" * 5_000 + b" = '" + b"b" * 60 + b"'\nc = '" + b"d" * 58 + b"'\n")
    assert nodes.names == (b"a" * 5_000, b"c", b"'" + b"d" * 58 + b"'")


def test_an_error_of_too_many_tokens_leaves_the_module():
    start = time.process_time()
    nodes = read_nodes("python", b"[" * 30_000)
    assert time.process_time() - start < 5
    assert (nodes.kind.tolist(), nodes.cut, nodes.error_line > 0) == ([0], True, True)
    assert MAX_ERROR_TOKENS < 30_000


@pytest.mark.parametrize(
    "text",
    [
        b"(" * 5_000 + b"1" + b")" * 5_000,
        b"a" + b".b()" * 5_000,
        b"a + " * 5_000 + b"1",
        b"".join(b" " * depth + b"if a:\n" for depth in range(300)) + b" " * 300 + b"f(" * 5_000 + b")" * 5_000,
    ],
    ids=["parentheses", "calls", "sum", "blocks and calls"],
)
def test_deep_nesting_is_cut_in_bounded_time(text):
    start = time.process_time()
    nodes = read_nodes("python", text)
    assert time.process_time() - start < 5
    assert nodes.cut
    assert len(nodes.kind) < 4 * MAX_DEPTH


def test_fifty_thousand_lines_take_seconds_at_most():
    line = b"value = other.method(first, key='text')[0] + 1  # comment\n"
    start = time.process_time()
    nodes = read_nodes("python", line * 50_000)
    assert time.process_time() - start < 10
    assert len(nodes.breaks) == 50_000
    assert len(nodes.names) == 9


def test_problems_say_what_is_wrong_and_where():
    assert read_nodes("python", b"x = 1\n").problems == ()
    assert read_nodes("python", b"x = 1\nprint x\nexec y\n").problems == ("Python 2 at line 2",)
    assert read_nodes("python", b"x = 1\n\ndef f(:\n").problems == ("syntax error at line 3",)
    assert "nested deeper" in read_nodes("python", b"(" * 5000 + b")" * 5000).problems[0]
