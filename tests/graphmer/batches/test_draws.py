import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.batches.draws import Draws, Purpose, below, happens, law, philox
from tests.graphmer.chains.chain_cases import plain_philox

WORD = st.integers(0, 2**32 - 1)


@pytest.mark.parametrize(
    ("key", "counter", "expected"),
    [
        ((0, 0), (0, 0, 0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((0xFFFFFFFF,) * 2, (0xFFFFFFFF,) * 4, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        (
            (0xA4093822, 0x299F31D0),
            (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344),
            (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1),
        ),
    ],
)
def test_philox_gives_the_known_answers_of_its_authors(key, counter, expected):
    words = philox(key, tuple(np.array([word], np.uint64) for word in counter))
    assert tuple(words[:, 0].tolist()) == expected


@given(st.integers(0, 2**63 - 1), st.integers(0, 2**31), st.sampled_from(Purpose), st.lists(st.tuples(WORD, WORD)))
def test_a_draw_depends_on_what_it_is_for_alone(seed, epoch, purpose, pairs):
    windows, items = np.array(pairs, np.int64).reshape(-1, 2).T
    words = Draws(seed, epoch).uniform(purpose, windows, items)
    assert words.T.tolist() == [list(plain_philox(seed, epoch, purpose, *pair)) for pair in pairs]


def test_words_are_uniform():
    words = Draws(1, 1).uniform(Purpose.SPAN, np.zeros(100_000), np.arange(100_000))
    counts = np.apply_along_axis(np.bincount, 1, (words >> np.uint64(28)).astype(np.int64))
    assert np.abs(counts / 6250 - 1).max() < 0.06  # 4.7 standard deviations


def test_below_takes_every_number_and_no_other():
    words = np.array([0, 2**32 // 3 + 1, 2**32 - 1], np.uint64)
    assert below(words, 3).tolist() == [0, 1, 2]


def test_happens_as_often_as_it_should():
    words = np.array([0, 2**30 - 1, 2**30, 2**32 - 1], np.uint64)
    assert happens(words, 0.25).tolist() == [True, True, False, False]


def test_a_law_has_its_weights():
    words = np.arange(0, 2**32, 2**16, dtype=np.uint64)
    counts = np.bincount(law(np.array([5.0, 0.0, 3.0])).draw(words), minlength=4)
    assert counts.tolist() == [0, 40960, 0, 24576]
