"""Counts by block: everything equals a count over the block's own span, one thing at a time."""

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.programs.features.blocks import Blocks
from codegraft.programs.features.counting import COLUMNS, ROWS
from codegraft.programs.features.schema import FEATURE_NAMES
from codegraft.programs.features.tally import ADDED, COUNT_ROWS, COUNTED, HIGHEST, Tally
from codegraft.programs.features.vocabulary import CODES
from codegraft.programs.units import Units

SHAPES = st.recursive(st.just([]), lambda inner: st.lists(inner, max_size=3), max_leaves=12)
THINGS = st.lists(st.tuples(st.integers(0, 99), st.integers(-1, 4), st.integers(0, 50)), max_size=30)


def spans(shape, start=0):
    """Nested spans with text of their own before and after what is inside."""
    inner, at = [], start + 1
    for child in shape:
        found, at = spans(child, at)
        inner += found
    return [(start, at + 1), *inner], at + 1


def blocks_of(shape):
    start, end = np.array(spans(shape)[0], dtype=np.int64).T
    number = len(start)
    none = np.empty(0, dtype=np.int64)
    owner = np.full(number, -1, dtype=np.int64)
    for row in range(1, number):
        owner[row] = max(above for above in range(row) if end[above] >= end[row])
    kind = np.where(owner >= 0, 2, 0).astype(np.uint8)
    names = [b""] * number
    edges, written = np.empty((3, 0), dtype=np.int64), np.empty(0, dtype=np.bool_)
    return Blocks(Units(np.array([0, number]), kind, start, end, owner, names, names, edges, none, none, written))


def holders(blocks, position):
    return [row for row in range(len(blocks)) if blocks.start[row] <= position < blocks.end[row]]


@given(SHAPES, THINGS)
def test_totals_equal_a_walk_over_the_blocks_around_each_thing(shape, things):
    blocks = blocks_of(shape)
    size = int(blocks.end[0])
    position = np.array([place % size for place, _, _ in things], dtype=np.int64)
    code = np.array([code for _, code, _ in things], dtype=np.int64)
    weight = np.array([weight for _, _, weight in things], dtype=np.int64)
    held = blocks.holding(position)
    tally = Tally(blocks)
    tally.count("units", held, code)
    tally.count("tokens", held)
    tally.add("lengths", held, weight, code)
    tally.add("indent", held, weight)
    tally.highest("tree_depth", held, weight)
    totals = tally.totals()
    counts, sums = np.zeros((5, len(blocks))), np.zeros((5, len(blocks)))
    number, total, highest = np.zeros((3, len(blocks)))
    for at, one, heavy in zip(position.tolist(), code.tolist(), weight.tolist(), strict=True):
        for row in holders(blocks, at):
            if one >= 0:
                counts[one, row] += 1
                sums[one, row] += heavy
            number[row] += 1
            total[row] += heavy
            highest[row] = max(highest[row], heavy)
    assert np.array_equal(totals.group("units"), counts)
    assert np.array_equal(totals["tokens"], number)
    assert np.array_equal(totals.sums("lengths")[:5], sums)
    assert not totals.sums("lengths")[5:].any()
    assert np.array_equal(totals.sum("indent"), total)
    assert np.array_equal(totals.highest("tree_depth"), highest)


@given(SHAPES, st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=20))
def test_the_block_around_two_places_holds_both_and_no_block_inside_of_it_does(shape, pairs):
    blocks = blocks_of(shape)
    size = int(blocks.end[0])
    places = np.sort(np.array(pairs, dtype=np.int64).reshape(-1, 2) % size, axis=1)
    early, late = places.T
    found = blocks.block_around(blocks.holding(late), early)
    expected = [
        max(set(holders(blocks, one)) & {row for row in range(len(blocks)) if blocks.start[row] <= other})
        for one, other in zip(late.tolist(), early.tolist(), strict=True)
    ]
    assert found.tolist() == expected


def test_a_place_before_all_blocks_has_none_around():
    blocks = blocks_of([[]])
    assert blocks.block_around(np.array([1, 0]), np.array([-1, -5])).tolist() == [-1, -1]


def test_names_have_rows_of_their_own_with_one_for_nothing_between():
    rows = sorted((place.start, place.stop) for place in COUNT_ROWS.values())
    assert all(stop < following for (_, stop), (following, _) in pairwise(rows))
    assert {name: place.stop - place.start for name, place in COUNT_ROWS.items()} == dict(COUNTED)
    assert not {*COUNTED} & {*ADDED} & {*HIGHEST}


def test_columns_that_are_counts_stand_in_the_rows_of_their_words():
    row_of = {FEATURE_NAMES[column]: row for column, row in zip(COLUMNS.tolist(), ROWS.tolist(), strict=True)}
    assert len(row_of) == len(COLUMNS)
    words = COUNT_ROWS["words"].start
    assert row_of["complexity.keyword_if"] == words + CODES[b"if"]
    assert row_of["semantic.method_append"] == words + CODES[b"append"]
    assert row_of["statistical.tokens"] == COUNT_ROWS["tokens"].start
