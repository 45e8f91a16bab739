"""Any leafy chains, by hypothesis."""

from hypothesis import strategies as st

from codegraft.graphmer.chains.chains import Chain, Leaf
from codegraft.kg.splits.model import Part

VOCABULARY, RELATIONS, TAIL_SLOTS = 30, 4, 5

TOKENS = st.integers(0, VOCABULARY - 1)
ROWS = st.integers(0, 2**31 - 1)
PARTS = st.sampled_from([int(part) for part in Part])


@st.composite
def leaves(draw, roots):
    """A group on a window of so many roots."""
    anchor = draw(st.integers(0, roots - 1))
    starts = draw(st.lists(st.integers(0, roots - 1), max_size=3))
    return Leaf(
        anchor=anchor,
        head_length=draw(st.integers(1, roots - anchor)),
        relation=draw(st.integers(1, RELATIONS)),
        tail=tuple(draw(st.lists(TOKENS, min_size=1, max_size=TAIL_SLOTS))),
        shortened=draw(st.booleans()),
        head_entity=draw(ROWS),
        tail_entity=draw(ROWS),
        triple=draw(ROWS),
        part=draw(PARTS),
        splits=draw(st.tuples(PARTS, PARTS, PARTS)),
        mentions=tuple((start, draw(st.integers(start + 1, roots))) for start in starts),
    )


@st.composite
def chains(draw):
    """A window with any groups, by anchor; it may be empty."""
    tokens = draw(st.lists(TOKENS, max_size=6))
    bounds = sorted(draw(st.lists(ROWS, min_size=len(tokens) + 1, max_size=len(tokens) + 1)))
    groups = draw(st.lists(leaves(len(tokens)), max_size=4)) if tokens else []
    return Chain(
        window=draw(ROWS),
        part=draw(PARTS),
        tokens=tuple(tokens),
        token_start=tuple(bounds[:-1]),
        token_end=tuple(bounds[1:]),
        word_start=tuple(draw(st.lists(st.booleans(), min_size=len(tokens), max_size=len(tokens)))),
        groups=tuple(sorted(groups, key=lambda group: group.anchor)),
    )


MANY = st.lists(chains(), max_size=5)
