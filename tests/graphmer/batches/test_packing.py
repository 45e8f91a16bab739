import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.batches.packing import pack

CAPACITY = np.array([10, 4])
NEEDS = st.lists(st.tuples(st.integers(1, 10), st.integers(0, 4)), max_size=30)


def plain_pack(needs: list[tuple[int, int]], capacity: list[int]) -> list[int]:
    """Best fit, longest first: the row with the least length left of those that hold the window."""
    left: list[list[int]] = []
    rows = [0] * len(needs)
    for window in sorted(range(len(needs)), key=lambda window: -needs[window][0]):
        fitting = [
            row for row in range(len(left)) if all(a >= b for a, b in zip(left[row], needs[window], strict=True))
        ]
        if not fitting:
            left.append(list(capacity))
            fitting = [len(left) - 1]
        best = min(fitting, key=lambda row: left[row][0])
        left[best] = [a - b for a, b in zip(left[best], needs[window], strict=True)]
        rows[window] = best
    return rows


@given(NEEDS)
def test_rows_are_those_of_the_plain_packer(needs):
    table = np.array(needs, np.int64).reshape(-1, 2)
    assert pack(table, CAPACITY).tolist() == plain_pack(needs, CAPACITY.tolist())


@given(NEEDS)
def test_no_row_holds_more_than_it_can_and_none_is_skipped(needs):
    table = np.array(needs, np.int64).reshape(-1, 2)
    row = pack(table, CAPACITY)
    held = np.zeros((len(needs), 2), np.int64)
    np.add.at(held, row, table)
    assert (held <= CAPACITY).all()
    assert set(row.tolist()) == set(range(len(set(row.tolist()))))


def test_short_windows_fill_what_long_ones_leave():
    assert pack(np.array([[4], [7], [3], [6]]), np.array([10])).tolist() == [1, 0, 0, 1]


def test_a_window_that_no_row_holds_is_named():
    with pytest.raises(ModelError, match="window 1 needs"):
        pack(np.array([[4, 1], [5, 5]]), CAPACITY)
