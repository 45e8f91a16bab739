"""Forests of syntax nodes: nesting found from spans, against one stack."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.parsing.nodes import Nodes, node_kinds, read_nodes
from codegraft.symbols.python.tree import NONE, Forest
from tests.symbols.sources import PROGRAMS, library_files


def nested(spans, breaks=()):
    """Nodes of these spans, which stand in document order."""
    count = len(spans)
    start, end = (np.array([span[side] for span in spans], dtype=np.int32) for side in (0, 1))
    names = np.arange(count, dtype=np.int32) % 3 - 1
    return Nodes(
        kind=(np.arange(count) % len(node_kinds("python"))).astype(np.uint8),
        start=start,
        end=end,
        name=names,
        names=(b"a", b"b"),
        breaks=np.array(sorted(breaks), dtype=np.int32),
        error_line=0,
        python2_line=0,
        cut=False,
    )


def _spans_of(shape, start, open_end):
    """Spans of a tree of lists, every node with text of its own when ``open_end``; returns them and the end."""
    inner, at = [], start
    for child in shape:
        found, at = _spans_of(child, at, open_end)
        inner += found
    end = at + 1 if open_end or not shape else at
    return [(start, end), *inner], end


SHAPES = st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=4), max_leaves=25)
TREES = st.tuples(SHAPES, st.booleans()).map(lambda pair: _spans_of(pair[0], 0, pair[1])[0])


def naive(files):
    """Parent, place, next sibling and last child of each node, by a stack of open nodes."""
    parent, place, after, last, ends = [], [], [], [], []
    for nodes in files:
        around = []
        for start, end in zip(nodes.start.tolist(), nodes.end.tolist(), strict=True):
            while len(around) > 1 and ends[around[-1]] <= start:
                around.pop()
            above, node = around[-1] if around else NONE, len(parent)
            elder = last[above] if around else NONE
            if elder != NONE:
                after[elder] = node
            if around:
                last[above] = node
            for column, value in (
                (parent, above),
                (place, place[elder] + 1 if elder != NONE else 0),
                (after, NONE),
                (last, NONE),
                (ends, end),
            ):
                column.append(value)
            around.append(node)
    return parent, place, after, last


def assert_is_nested_as_by_a_stack(files):
    forest = Forest(files)
    parent, place, after, last = naive(files)
    assert forest.parent.tolist() == parent
    assert forest.place.tolist() == place
    assert forest.after.tolist() == after
    assert forest.last.tolist() == last
    assert forest.parent_kind.tolist() == [
        int(forest.kind[node if above == NONE else above]) for node, above in enumerate(parent)
    ]
    sizes = [len(nodes.kind) for nodes in files]
    assert forest.first.tolist() == [sum(sizes[:file]) for file in range(len(sizes) + 1)]
    assert forest.file.tolist() == [file for file, size in enumerate(sizes) for _ in range(size)]
    assert len(forest) == sum(sizes)


@settings(max_examples=200)
@given(st.lists(TREES.map(nested), min_size=1, max_size=4))
def test_random_trees_are_nested_as_by_a_stack(files):
    assert_is_nested_as_by_a_stack(files)


@settings(max_examples=40)
@given(st.lists(PROGRAMS | st.just(""), min_size=1, max_size=3))
def test_random_programs_are_nested_as_by_a_stack(programs):
    assert_is_nested_as_by_a_stack([read_nodes("python", program.encode()) for program in programs])


def test_real_files_are_nested_as_by_a_stack():
    assert_is_nested_as_by_a_stack([read_nodes("python", text) for text in library_files(12).values()])


def test_a_broken_and_a_deep_file_are_nested_as_by_a_stack():
    texts = [b"def f(:\n  x = = (\nclass", b"f(" * 600 + b")" * 600, b"\0\xff(", b"[" * 900]
    assert_is_nested_as_by_a_stack([read_nodes("python", text) for text in texts])


def test_names_are_numbered_once_for_all_files():
    texts = [b"a = b", b"", b"b, c, 'a'", b"# a\n1 + 2"]
    files = [read_nodes("python", text) for text in texts]
    forest = Forest(files)
    own = [nodes.names[code] if code >= 0 else None for nodes in files for code in nodes.name.tolist()]
    assert [forest.names[code] if code >= 0 else None for code in forest.name.tolist()] == own
    assert forest.names == list(forest.codes)
    assert forest.codes == {name: code for code, name in enumerate(forest.names)}


@settings(max_examples=100)
@given(st.lists(st.text("a\n\r \u2028é", max_size=20).map(str.encode), min_size=1, max_size=4))
def test_lines_are_counted_by_line_feeds_before_a_byte(texts):
    forest = Forest([read_nodes("python", text) for text in texts])
    places = [(file, byte) for file, text in enumerate(texts) for byte in range(len(text) + 1)]
    file, position = (np.array([place[side] for place in places], dtype=np.int32) for side in (0, 1))
    assert forest.lines(file, position).tolist() == [texts[file][:byte].count(b"\n") + 1 for file, byte in places]


@pytest.mark.parametrize("count", [1, 3])
def test_empty_files_are_their_roots(count):
    forest = Forest([read_nodes("python", b"")] * count)
    assert forest.parent.tolist() == [NONE] * count
    assert forest.place.tolist() == [0] * count
    assert forest.lines(forest.file, forest.start).tolist() == [1] * count
