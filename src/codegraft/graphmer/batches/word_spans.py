"""Which roots the encoder is asked for: spans of whole words, drawn anew in each epoch.

Spans and gaps alternate along a window as a renewal process in equilibrium: a span has 1 to 7 words by a geometric law
(SpanBERT, Joshi et al. 2020), a gap has one word at least, by a geometric law whose mean makes every word, the first of
a window too, masked with the same probability. So spans never touch, need no rejected trials, and are drawn for all
windows at once.
"""

from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.errors import ParamsError
from codegraft.graphmer.batches.draws import Draws, Law, Purpose, Words, happens, law
from codegraft.graphmer.batches.runs import number_in, sums_in
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import offsets_of, row_of

Longs = npt.NDArray[np.int64]

LONGEST: Final = 7
_STOPS: Final = 0.2
_LENGTH_WEIGHTS: Final = np.cumprod(np.full(LONGEST, 1.0 - _STOPS))
_MEANS: Final = 24
"""Of the mean gap, how many the longest has: what is longer would come once in 2**34 draws."""


class SpanLaw(NamedTuple):
    """How spans and gaps follow each other.

    Attributes:
        rate: share of the words that lie in a span.
        lengths: words of a span.
        rests: words of a span that a window begins in the middle of.
        gaps: words between two spans.
    """

    rate: float
    lengths: Law
    rests: Law
    gaps: Law


class Spans(NamedTuple):
    """S spans, window by window and in order.

    Attributes:
        window: int64 [S], place of the window.
        start: int64 [S], the first root, counted over all windows.
        length: int64 [S], roots.
        fate: uint64 [S], a uniform word of 32 bits: what becomes of the span.
    """

    window: Longs
    start: Longs
    length: Longs
    fate: Words


def span_law(rate: float) -> SpanLaw:
    """The law under which each word is masked with probability ``rate``.

    Raises:
        ParamsError: so many words cannot be masked while a word is left between spans.
    """
    length = np.arange(1, LONGEST + 1)
    mean = float((length * _LENGTH_WEIGHTS).sum() / _LENGTH_WEIGHTS.sum())
    highest = mean / (mean + 1.0)
    if not 0.0 < rate < highest:
        raise ParamsError(
            f"graphmer.mlm_rate: {rate} is not between 0 and {highest:.2f}, where a word stays in each gap"
        )
    goes_on = 1.0 - rate / (mean * (1.0 - rate))
    gaps = int(_MEANS / (1.0 - goes_on))
    return SpanLaw(
        rate=rate,
        lengths=law(_LENGTH_WEIGHTS),
        rests=law(np.cumsum(_LENGTH_WEIGHTS[::-1])[::-1]),
        gaps=law(np.cumprod(np.full(gaps, goes_on))),
    )


def draw_spans(chains: Chains, draws: Draws, spans: SpanLaw, most: int) -> Spans:
    """The spans of each window in this epoch, which have ``most`` roots in all at most: those beyond are left out."""
    bounds, word_offsets = _words(chains)
    words = np.diff(word_offsets)
    window = row_of(offsets_of(words // 2 + 1))
    window, start, stop, fate = _alternate(draws, spans, words, window, chains.window[window])
    first = bounds[word_offsets[window] + start]
    length = bounds[word_offsets[window] + stop] - first
    fits = sums_in(window, length) <= most
    return Spans(window[fits], first[fits], length[fits], fate[fits])


def _alternate(
    draws: Draws, spans: SpanLaw, words: Longs, window: Longs, name: npt.NDArray[Any]
) -> tuple[Longs, Longs, Longs, Words]:
    """Gap, span, gap, span, until the window ends: window, first word, word behind the last, and fate of each span."""
    item = number_in(window)
    for_length, for_gap, fate, for_begin = draws.uniform(Purpose.SPAN, name, item)
    inside = (item == 0) & happens(for_begin, spans.rate)
    length = np.where(inside, spans.rests.draw(for_length), spans.lengths.draw(for_length))
    gap = np.where(inside, 0, spans.gaps.draw(for_gap))
    stop = sums_in(window, gap + length)
    there = stop - length < words[window]
    cut = np.minimum(stop, words[window])
    return window[there], (stop - length)[there], cut[there], fate[there]


def _words(chains: Chains) -> tuple[Longs, Longs]:
    """First root of each word, then the number of roots; and for each window the number of its first word."""
    begins = chains.word_start.copy()
    begins[chains.root_offsets[:-1][np.diff(chains.root_offsets) > 0]] = True
    before = offsets_of(begins)
    return np.append(np.flatnonzero(begins), len(begins)), before[chains.root_offsets]
