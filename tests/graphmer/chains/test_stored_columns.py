import numpy as np
import pytest
from hypothesis import given

from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.soundness import UnsoundError
from codegraft.graphmer.chains.stored_columns import from_stored, to_stored
from tests.graphmer.chains.chain_cases import random_chains
from tests.graphmer.chains.chain_graphs import MANY


@given(MANY)
def test_what_is_kept_gives_the_same_columns_again(chains):
    packed = Chains.pack(chains)
    again = from_stored(to_stored(packed)).arrays()
    for name, column in packed.arrays().items():
        assert column.dtype == again[name].dtype
        assert np.array_equal(column, again[name]), name


def test_values_take_no_more_bytes_than_they_need():
    chains = random_chains(3, windows=50)
    stored = to_stored(chains)
    assert {stored[name].dtype for name in ("tokens", "token_length", "root_lengths", "anchor", "splits")} == {
        np.dtype(np.uint8)
    }
    assert stored["window"].dtype == np.min_scalar_type(chains.window.max())
    assert stored["triple"].dtype == np.min_scalar_type(chains.triple.max())
    size = sum(column.nbytes for column in chains.arrays().values())
    assert sum(column.nbytes for column in stored.values()) < size / 3


def kept(**changes):
    stored = to_stored(random_chains(3, windows=5)) | changes
    return {name: column for name, column in stored.items() if column is not None}


@pytest.mark.parametrize(
    ("stored", "message"),
    [
        (kept(tokens=None), "tokens is missing or extra"),
        (kept(colour=np.zeros(3)), "colour is missing or extra"),
        (kept(tokens=np.zeros(3)), "tokens is float64, expected unsigned"),
        (kept(word_start=np.zeros(3, np.uint8)), "word_start is uint8, expected bool"),
        (kept(triple=np.array([2**31], np.uint32)), "triple holds a value above 2147483647"),
        (kept(token_length=np.zeros(3, np.uint8)), "token_length or first_byte has not as many"),
        (kept(first_byte=np.zeros(4, np.uint8)), "token_length or first_byte has not as many"),
        (kept(first_byte=np.full(5, 2**31 - 1, np.uint32)), "token_end holds a value above"),
    ],
)
def test_what_no_chains_have_is_refused(stored, message):
    with pytest.raises(UnsoundError, match=message):
        from_stored(stored)
