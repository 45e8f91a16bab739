"""The learning rate rises in a straight line, falls as a cosine, and is never 0."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.training.schedule import learning_rate
from tests.graphmer.training.cases import small_params

PARAMS = small_params()


def rates(**changes):
    params = PARAMS.model_copy(update=changes)
    return [learning_rate(step, params) for step in range(1, params.steps + 1)]


def test_it_rises_to_the_rate_and_falls_again():
    assert rates(steps=7, warmup=4, lr=1.0) == pytest.approx([0.25, 0.5, 0.75, 1.0, 0.853553, 0.5, 0.146447], rel=1e-5)


def test_without_warm_up_it_only_falls():
    found = rates(steps=5, warmup=0, lr=1.0)
    assert found == sorted(found, reverse=True)


@given(st.integers(1, 50), st.integers(0, 80))
def test_it_is_never_0_and_never_above_the_rate(steps, warmup):
    found = rates(steps=steps, warmup=warmup, lr=0.5)
    assert all(0 < rate <= 0.5 for rate in found)
