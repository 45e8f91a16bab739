import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.chains.chains import Chains
from tests.graphmer.chains.chain_cases import SHAPE, flat, masker, random_chains, windows_in

CHAINS = random_chains(11, windows=60)
SEEDS = st.integers(0, 2**63 - 1)


def one_by_one(chains: Chains, draws: Draws) -> list[tuple[int, ...]]:
    """Every window in a batch of its own."""
    singly = (chains.select(np.array([place])) for place in range(len(chains)))
    return windows_in(Epoch(one, masker(SHAPE._replace(rows=1)), draws)[0] for one in singly)


def in_order(chains: Chains) -> list[tuple[int, ...]]:
    epoch = Epoch(chains, masker(), Draws(0, 1))
    return windows_in(epoch[index] for index in range(len(epoch)))


@settings(max_examples=10)
@given(SEEDS, st.integers(0, 5), st.integers(1, 4))
def test_an_epoch_has_every_window_once_masked_as_if_it_were_alone(seed, number, together):
    draws = Draws(seed, number)
    epoch = Epoch(CHAINS, masker(), draws, together)
    assert len(epoch) % together == 0
    assert sorted(windows_in(epoch[index] for index in range(len(epoch)))) == sorted(one_by_one(CHAINS, draws))


def test_epochs_differ_in_their_order():
    first, second = (windows_in([Epoch(CHAINS, masker(), Draws(0, number))[0]]) for number in (1, 2))
    assert [len(window) for window in first] != [len(window) for window in second]


def test_windows_come_in_an_order_that_neither_their_length_nor_their_company_decides():
    chains = random_chains(6, windows=200, groups=0)
    alone = chains.select(np.flatnonzero(np.diff(chains.root_offsets) > SHAPE.length // 2))  # each fills a row
    order = in_order(alone)
    sizes = [len(window) for window in order]
    assert sorted(sizes) != sizes != sorted(sizes, reverse=True)
    half = alone.select(np.arange(0, len(alone), 2))
    assert in_order(half) == [window for window in order if window in set(in_order(half))]


def test_a_batch_does_not_depend_on_those_asked_for_before():
    epoch = Epoch(CHAINS, masker(), Draws(0, 1))
    forward = flat(epoch[index] for index in range(len(epoch)))
    assert flat(epoch[index] for index in reversed(range(len(epoch)))) == forward[::-1]
    with pytest.raises(IndexError):
        epoch[len(epoch)]


def test_rows_are_nearly_full():
    chains = random_chains(2, windows=2000, roots=30, groups=6)
    epoch = Epoch(chains, masker(SHAPE._replace(groups=60, masked_tokens=60, masked_groups=30)), Draws(0, 1))
    nodes = sum(int((epoch[index].window >= 0).sum()) for index in range(len(epoch)))
    assert epoch.fill == nodes / (epoch.rows * SHAPE.length)
    assert epoch.fill > 0.98


def test_what_is_packed_in_two_goes_is_all_there():
    chains = random_chains(4, windows=2100, roots=6, groups=1)
    epoch = Epoch(chains, masker(SHAPE._replace(rows=64)), Draws(0, 1))
    assert len(windows_in(epoch[index] for index in range(len(epoch)))) == 2100


@pytest.mark.parametrize(
    ("sizes", "message"), [({"length": 20}, "window of 39 roots"), ({"tail_slots": 3}, "tail of 4 tokens")]
)
def test_what_a_row_cannot_hold_is_said_before_training(sizes, message):
    with pytest.raises(ModelError, match=message):
        Epoch(CHAINS, masker(SHAPE._replace(**sizes)), Draws(0, 1))
