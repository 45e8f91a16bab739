"""When to stop."""

from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.training.patience import Patience


@given(st.lists(st.floats(-5, 5), min_size=1, max_size=30), st.integers(1, 5), st.sampled_from([0.0, 0.5]))
def test_it_ends_after_so_many_epochs_without_progress(losses, epochs, min_delta):
    patience = Patience(epochs, min_delta)
    least, at = float("inf"), -1
    for number, loss in enumerate(losses):
        better = loss < least - min_delta
        if better:
            least, at = loss, number
        assert patience.progressed(loss) == better
        assert (patience.best, patience.waited) == (least, number - at)
        assert patience.at_its_end == (number - at >= epochs)


@pytest.mark.parametrize("before", [[], [1.0]])
def test_nan_is_no_progress(before):
    patience = Patience(2, 0.0)
    for loss in before:
        patience.progressed(loss)
    assert not patience.progressed(nan)
