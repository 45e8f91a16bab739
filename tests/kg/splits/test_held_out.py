import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from codegraft.kg.splits.held_out import hold_out

UNITS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 2)), max_size=30)
SHARES = st.tuples(st.floats(0.05, 0.45), st.floats(0.05, 0.45))


def held(units, shares, order=None):
    weight = np.array([weight for weight, _ in units], np.int64)
    stratum = np.array([stratum for _, stratum in units], np.int64)
    order = np.arange(len(units)) if order is None else np.array(order, np.int64)
    return hold_out(weight, stratum, order, shares).tolist()


@given(UNITS, SHARES, st.randoms(use_true_random=False))
def test_each_stratum_gives_its_share_up_to_the_lightest_unit_that_stays(units, shares, generator):
    order = generator.sample(range(len(units)), len(units))
    places = held(units, shares, order)
    for stratum in {stratum for _, stratum in units}:
        mine = [
            (place, weight) for place, (weight, own) in zip(places, units, strict=True) if own == stratum and weight
        ]
        stays = [weight for place, weight in mine if place == -1]
        taken = [[weight for place, weight in mine if place == number] for number in range(2)]
        assert bool(stays) == bool(mine)
        for share, weights in zip(shares, taken, strict=True):
            wanted = share * sum(weight for _, weight in mine)
            assert sum(weights) <= wanted or len(weights) == 1
            assert sum(weights) > wanted - min(stays, default=0) - 1e-9 or len(stays) == 1
        assert [len(weights) > 0 for weights in taken] == [len(mine) > 1, len(mine) > 2]


@given(UNITS, SHARES)
def test_units_that_weigh_nothing_stay(units, shares):
    assert {place for place, (weight, _) in zip(held(units, shares), units, strict=True) if not weight} <= {-1}


def test_units_are_taken_in_order_as_long_as_they_fit():
    assert held([(10, 0)] * 10, (0.2, 0.1), [3, 7, 5, 0, 1, 2, 4, 6, 8, 9]) == [-1, -1, -1, 0, -1, 1, -1, 0, -1, -1]
    assert held([(90, 0), (5, 0), (5, 0)], (0.06, 0.05)) == [-1, 0, 1]


def test_where_nothing_fits_the_lightest_is_taken():
    assert held([(50, 0), (30, 0), (40, 0)], (0.1, 0.1)) == [-1, 0, 1]
