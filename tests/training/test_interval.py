import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from codegraft.training.interval import interval


@given(st.lists(st.floats(-10, 10), min_size=2, max_size=8))
def test_an_interval_is_students(values):
    result = interval(values)
    assert result.mean == pytest.approx(np.mean(values), abs=1e-9)
    error = np.std(values, ddof=1) / math.sqrt(len(values))
    low, high = (result.mean + stats.t.isf(tail, len(values) - 1) * error for tail in (0.975, 0.025))
    assert (result.low, result.high) == pytest.approx((low, high), abs=1e-6)
