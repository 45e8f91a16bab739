import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.batches.word_spans import LONGEST, draw_spans, span_law
from tests.graphmer.chains.chain_cases import SHAPE, random_chains

SEEDS = st.integers(0, 2**63 - 1)


@given(SEEDS, st.floats(0.05, 0.7))
def test_spans_are_whole_words_and_never_touch(seed, rate):
    chains = random_chains(seed, windows=6)
    drawn = draw_spans(chains, Draws(seed, 1), span_law(rate), most=SHAPE.masked_tokens)
    bounds = set(np.flatnonzero(chains.word_start).tolist()) | set(chains.root_offsets.tolist())
    stop = drawn.start + drawn.length
    assert bounds.issuperset(drawn.start.tolist())
    assert bounds.issuperset(stop.tolist())
    same = drawn.window[1:] == drawn.window[:-1]
    assert (drawn.start[1:] > stop[:-1])[same].all()
    words = [sum(bound in bounds for bound in range(*span)) for span in zip(drawn.start, stop, strict=True)]
    assert max(words, default=0) <= LONGEST
    assert np.bincount(drawn.window, weights=drawn.length).max(initial=0) <= SHAPE.masked_tokens


def test_every_word_is_asked_for_as_often_as_the_rate_says():
    chains = random_chains(0, windows=4000, roots=30, groups=0)
    words = draw_spans(chains, Draws(0, 1), span_law(0.15), most=1000)
    assert words.length.sum() / len(chains.tokens) == pytest.approx(0.15, abs=0.005)
    first = np.isin(chains.root_offsets[:-1], words.start)
    assert first.mean() == pytest.approx(0.15, abs=0.02)


@pytest.mark.parametrize("rate", [0.0, 0.8])
def test_a_rate_that_leaves_no_gaps_is_refused(rate):
    with pytest.raises(ParamsError, match="mlm_rate"):
        span_law(rate)
