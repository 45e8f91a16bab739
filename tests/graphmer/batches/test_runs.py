import numpy as np

from codegraft.graphmer.batches.runs import number_in, sums_in


def test_numbers_begin_anew_in_every_row():
    assert number_in(np.array([0, 0, 2, 2, 2, 5])).tolist() == [0, 1, 0, 1, 2, 0]


def test_sums_begin_anew_in_every_row():
    assert sums_in(np.array([0, 0, 2, 2, 2, 5]), np.array([1, 2, 3, 4, 5, 6])).tolist() == [1, 3, 3, 7, 12, 6]


def test_no_items_have_no_numbers():
    assert number_in(np.zeros(0)).tolist() == sums_in(np.zeros(0), np.zeros(0, np.int64)).tolist() == []
