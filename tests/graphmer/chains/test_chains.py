"""Leafy chains as columns."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.chains.chains import Chain, Chains, concatenate
from codegraft.graphmer.chains.soundness import check_chains
from codegraft.kg.splits.model import Part
from tests.graphmer.chains.chain_graphs import MANY, RELATIONS, TAIL_SLOTS, VOCABULARY


@given(MANY)
def test_decoding_what_was_encoded_gives_the_same_chains(chains):
    assert list(Chains.pack(chains)) == chains


@given(MANY)
def test_encoding_what_was_decoded_gives_the_same_columns(chains):
    packed = Chains.pack(chains)
    again = Chains.pack(list(packed)).arrays()
    for name, column in packed.arrays().items():
        assert column.dtype == again[name].dtype
        assert np.array_equal(column, again[name])


@given(MANY)
def test_any_chains_are_sound(chains):
    check_chains(Chains.pack(chains), VOCABULARY, RELATIONS, TAIL_SLOTS)


@given(MANY, st.data())
def test_windows_are_selected_in_any_order_and_again(chains, data):
    chosen = data.draw(st.lists(st.integers(0, len(chains) - 1), max_size=7)) if chains else []
    selected = Chains.pack(chains).select(np.array(chosen, np.int64))
    assert list(selected) == [chains[place] for place in chosen]


@given(MANY, st.data())
def test_groups_are_kept_where_they_are(chains, data):
    total = sum(len(chain.groups) for chain in chains)
    keep = iter(flags := data.draw(st.lists(st.booleans(), min_size=total, max_size=total)))
    expected = [chain._replace(groups=tuple(group for group in chain.groups if next(keep))) for chain in chains]
    assert list(Chains.pack(chains).keep_groups(np.array(flags, np.bool_))) == expected


@given(MANY, st.sampled_from(Part))
def test_a_part_has_its_windows_with_their_groups_of_it(chains, part):
    expected = [
        chain._replace(groups=tuple(group for group in chain.groups if group.part == part))
        for chain in chains
        if chain.part == part
    ]
    assert list(Chains.pack(chains).of_part(part)) == expected


@given(st.lists(MANY, max_size=3))
def test_parts_are_joined_in_their_order(parts):
    joined = concatenate([Chains.pack(chains) for chains in parts])
    assert list(joined) == [chain for chains in parts for chain in chains]


@given(MANY)
def test_the_code_of_a_window_begins_behind_the_tokens_that_have_no_place(chains):
    packed = Chains.pack(chains)
    headings = [sum(a == b for a, b in zip(chain.token_start, chain.token_end, strict=True)) for chain in chains]
    assert packed.code_offsets.tolist() == [
        first + heading for first, heading in zip(packed.root_offsets[:-1].tolist(), headings, strict=True)
    ]


def test_the_code_of_a_window_begins_behind_its_heading():
    def window(heading, code):
        starts = (7,) * (heading + 1) + tuple(range(8, 7 + code))
        ends = (7,) * heading + tuple(range(8, 8 + code))
        return Chain(0, 0, (1,) * len(starts), starts, ends, (True,) * len(starts), ())

    packed = Chains.pack([window(2, 3), window(0, 1), window(3, 2)])
    assert packed.code_offsets.tolist() == [2, 5, 9]


def test_nothing_joined_is_nothing_and_columns_keep_their_types():
    assert len(concatenate([])) == 0
    check_chains(concatenate([Chains.pack([])] * 2), VOCABULARY, RELATIONS, TAIL_SLOTS)


@given(MANY)
def test_windows_are_counted_from_both_ends(chains):
    packed = Chains.pack(chains)
    assert [packed[place - len(chains)] for place in range(len(chains))] == chains
    with pytest.raises(IndexError):
        packed[len(chains)]
