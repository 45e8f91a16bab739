"""Ragged rows against lists of lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.ragged import lengths, offsets_of, places, row_of, spans

ROWS = st.lists(st.lists(st.integers(0, 99), max_size=5), max_size=8)


@given(ROWS, st.data())
def test_places_find_the_values_of_rows_in_any_order_and_again(rows, data):
    flat = np.array([value for row in rows for value in row], np.int64)
    chosen = data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=9)) if rows else []
    offsets = offsets_of(map(len, rows))
    found = flat[places(offsets, np.array(chosen, np.int64))]
    assert found.tolist() == [value for row in chosen for value in rows[row]]
    assert lengths(offsets, np.array(chosen, np.int64)).tolist() == [len(rows[row]) for row in chosen]


@given(ROWS)
def test_each_value_knows_its_row(rows):
    expected = [number for number, row in enumerate(rows) for _ in row]
    assert row_of(offsets_of(np.array([len(row) for row in rows], np.int64))).tolist() == expected


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5)), max_size=8))
def test_spans_count_up_from_each_start(pairs):
    starts, counts = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    assert spans(starts, counts).tolist() == [first + step for first, count in pairs for step in range(count)]
