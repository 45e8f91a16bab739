"""Contexts are the tokens beside mentions, without any that spells the answer."""

import numpy as np
import pytest

from codegraft.graphmer.chains.specials import PAD, SPECIALS
from codegraft.graphmer.linking.contexts import MENTIONS, REACH, Contexts
from tests.graphmer.linking.hidden import own


@pytest.fixture(scope="module")
def contexts():
    return Contexts(own().chains, len(own().graph.triples))


def beside(tokens, hidden, start, stop):
    """Tokens before and after, nearest first."""

    def read(places):
        kept = [tokens[place] if 0 <= place < len(tokens) and place not in hidden else PAD for place in places]
        return [token if token >= SPECIALS else PAD for token in kept]

    return read(range(start - 1, start - 1 - REACH, -1)), read(range(stop, stop + REACH))


def test_they_are_what_stands_beside_the_first_mentions_and_the_head(contexts):
    triples = np.arange(len(own().graph.triples))
    found = contexts.of(triples)
    hung = set()
    for chain in own().chains:
        for leaf in chain.groups:
            hung.add(leaf.triple)
            hidden = {place for first, stop in leaf.mentions for place in range(first, stop)}
            places = [*leaf.mentions[:MENTIONS]] + [None] * (MENTIONS - len(leaf.mentions[:MENTIONS]))
            places.append((leaf.anchor, leaf.anchor + leaf.head_length))
            for row, place in enumerate(places):
                before, after = ([PAD] * REACH,) * 2 if place is None else beside(chain.tokens, hidden, *place)
                assert found.before[leaf.triple, row].tolist() == before
                assert found.after[leaf.triple, row].tolist() == after
            assert contexts.mentioned(np.array([leaf.triple])) == bool(leaf.mentions)
    np.testing.assert_array_equal(contexts.hangs(triples), np.isin(triples, list(hung)))
    assert (found.before[~np.isin(triples, list(hung))] == PAD).all()


def test_no_triple_has_no_context(contexts):
    found = contexts.of(np.array([-1, -1]))
    assert (found.before == PAD).all()
    assert (found.after == PAD).all()
    assert not contexts.hangs(np.array([-1])).any()
