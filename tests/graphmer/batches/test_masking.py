import os
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphmer.batches.draws import Draws, Purpose
from codegraft.graphmer.batches.masking import Masked
from codegraft.graphmer.chains.chains import Chains, Leaf
from codegraft.graphmer.chains.ragged import row_of
from codegraft.graphmer.chains.specials import DOT, MASK, SPECIALS
from codegraft.kg.splits.model import Part
from tests.graphmer.chains.chain_cases import (
    SHAPE,
    VOCABULARY,
    masker,
    name_parts,
    plain_ask,
    plain_mask,
    random_chains,
)

SEEDS = st.integers(0, 2**63 - 1)


def masks(chains, masked: Masked) -> list[tuple[list[int], list[bool], dict[int, bool]]]:
    """Tokens, asked and groups of each window."""
    window = row_of(chains.group_offsets)[masked.groups]
    place = masked.groups - chains.group_offsets[window]
    return [
        (
            masked.tokens[begin:end].tolist(),
            masked.asked[begin:end].tolist(),
            dict(zip(place[window == number].tolist(), masked.hidden[window == number].tolist(), strict=True)),
        )
        for number, (begin, end) in enumerate(zip(chains.root_offsets[:-1], chains.root_offsets[1:], strict=True))
    ]


@given(SEEDS, st.integers(0, 9), st.integers(0, 2**40), st.sampled_from([0.05, 0.15, 0.6]), st.booleans())
def test_masks_are_those_of_the_plain_masker(seed, epoch, windows_seed, rate, visible):
    chains = random_chains(windows_seed, windows=6)
    drawer = masker(mlm_rate=rate, mnm_rate=rate, visible_leaves=visible)
    plain = [plain_mask(chain, drawer, seed, epoch) for chain in chains]
    found = masks(chains, drawer.mask(chains, Draws(seed, epoch)))
    assert found == [(one.tokens, one.asked, one.groups) for one in plain]


@given(st.integers(0, 2**40), st.booleans(), st.data())
def test_groups_that_are_asked_for_by_name_are_hidden_as_the_plain_masker_hides_them(windows_seed, visible, data):
    chains = random_chains(windows_seed, windows=4)
    drawer, total = masker(visible_leaves=visible), len(chains.relation)
    hidden = np.array(data.draw(st.lists(st.booleans(), min_size=total, max_size=total)), np.bool_)
    bounds = zip(chains.group_offsets[:-1], chains.group_offsets[1:], strict=True)
    plain = [plain_ask(chain, drawer, hidden[a:b].tolist()) for chain, (a, b) in zip(chains, bounds, strict=True)]
    before = chains.tokens.copy()
    assert masks(chains, drawer.ask(chains, hidden)) == [(one.tokens, one.asked, one.groups) for one in plain]
    np.testing.assert_array_equal(chains.tokens, before)


@given(SEEDS, st.permutations(range(8)), st.integers(1, 7))
def test_a_window_is_masked_alike_in_any_company_and_order(seed, order, cut):
    chains, draws = random_chains(seed, windows=8), Draws(seed, 3)
    together = masks(chains, masker().mask(chains, draws))
    for windows in (order[:cut], order[cut:]):
        some = chains.select(np.array(windows))
        assert masks(some, masker().mask(some, draws)) == [together[window] for window in windows]


def test_what_is_masked_is_numbers_and_flags_of_the_promised_types():
    chains = random_chains(2, windows=5)
    hidden = np.zeros(len(chains.relation), np.bool_)
    for masked in (masker().mask(chains, Draws(0, 1)), masker().ask(chains, hidden)):
        assert [column.dtype for column in masked] == [np.int64, np.bool_, np.int64, np.bool_]


def test_another_process_draws_the_same_masks():
    code = (
        "from codegraft.graphmer.batches.draws import Draws\n"
        "from tests.graphmer.chains.chain_cases import masker, random_chains\n"
        "masked = masker().mask(random_chains(5, 20), Draws(7, 2))\n"
        "print(masked.tokens.tolist(), masked.groups[masked.hidden].tolist())\n"
    )
    masked = masker().mask(random_chains(5, 20), Draws(7, 2))
    here = f"{masked.tokens.tolist()} {masked.groups[masked.hidden].tolist()}\n"
    other = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": "1"},
    )
    assert other.stdout == here


def test_each_epoch_and_each_seed_masks_otherwise():
    chains = random_chains(1, windows=20)
    drawn = [masker().mask(chains, Draws(*draws)).tokens.tolist() for draws in ((0, 0), (0, 1), (1, 1))]
    assert drawn[0] != drawn[1] != drawn[2] != drawn[0]


@given(SEEDS)
def test_specials_are_never_asked_for_nor_put_in(seed):
    chains = random_chains(seed, windows=6)
    masked = masker(mlm_rate=0.7).mask(chains, Draws(seed, 1))
    assert (chains.tokens[masked.asked] >= SPECIALS).all()
    changed = masked.tokens[masked.tokens != chains.tokens]
    assert ((changed == MASK) | ((changed >= SPECIALS) & (changed < VOCABULARY))).all()


def test_of_ten_spans_eight_are_masked_one_is_random_and_one_stays():
    chains = random_chains(0, windows=3000, groups=0)
    masked = masker().mask(chains, Draws(0, 1))
    asked = masked.tokens[masked.asked]
    assert (asked == MASK).mean() == pytest.approx(0.8, abs=0.03)
    assert (asked == chains.tokens[masked.asked]).mean() == pytest.approx(0.1, abs=0.03)
    assert (masked.tokens == chains.tokens)[~masked.asked].all()


def test_as_many_groups_are_hidden_as_the_rate_says():
    chains = random_chains(0, windows=1000, groups=4)
    assert masker().mask(chains, Draws(0, 1)).hidden.sum() / len(chains.relation) == pytest.approx(0.3, abs=0.03)


@given(SEEDS)
def test_no_visible_leaf_names_a_hidden_tail_and_no_root_does(seed):
    chains = random_chains(seed, windows=6)
    masked = masker().mask(chains, Draws(seed, 1))
    for chain, (tokens, _, groups) in zip(chains, masks(chains, masked), strict=True):
        hidden = [chain.groups[place] for place, is_hidden in groups.items() if is_hidden]
        seen = [chain.groups[place] for place, is_hidden in groups.items() if not is_hidden]
        told = {frozenset((leaf.head_entity, leaf.tail_entity)) for leaf in hidden}
        assert told.isdisjoint(frozenset((leaf.head_entity, leaf.tail_entity)) for leaf in seen)
        assert {leaf.tail_entity for leaf in hidden}.isdisjoint(leaf.tail_entity for leaf in seen)
        own = {name_parts(leaf.tail)[-1] for leaf in hidden}
        assert own.isdisjoint(part for leaf in seen for part in name_parts(leaf.tail))
        assert all(set(tokens[slice(*mention)]) == {MASK} for leaf in hidden for mention in leaf.mentions)


@pytest.mark.parametrize(
    ("hidden", "visible", "shown"),
    [
        ((DOT + 1, DOT, DOT + 2), (DOT + 3, DOT, DOT + 2), False),
        ((DOT + 2,), (DOT + 2, DOT, DOT + 3), False),
        ((DOT + 2, DOT, DOT + 3), (DOT + 2,), True),
        ((DOT + 2,), (DOT + 2, DOT + 3), True),
    ],
)
def test_a_visible_tail_with_the_last_part_of_a_hidden_one_is_left_out(hidden, visible, shown):
    chains = random_chains(0, windows=1, groups=0)
    leaf = Leaf(0, 1, 1, (), False, 0, 0, 0, Part.TRAIN, (Part.TRAIN,) * 3, ())
    words = Draws(0, 1).uniform(Purpose.GROUP, np.repeat(chains.window, 20), np.arange(20))[0]
    is_hidden, is_visible = int(words.argmin()), int(words.argmax())
    groups = (
        leaf._replace(tail=hidden, triple=is_hidden, head_entity=1, tail_entity=2),
        leaf._replace(tail=visible, triple=is_visible, head_entity=3, tail_entity=4),
    )
    masked = masker(mnm_rate=0.5).mask(Chains.pack([chains[0]._replace(groups=groups)]), Draws(0, 1))
    assert masked.hidden.tolist() == [True, False][: 1 + shown]


@given(SEEDS)
def test_a_window_never_takes_more_than_a_row_has(seed):
    chains = random_chains(seed, windows=6, groups=40)
    window = row_of(chains.group_offsets)
    masked = masker().mask(chains, Draws(seed, 1))
    leaves = np.where(masked.hidden, SHAPE.tail_slots, np.diff(chains.tail_offsets)[masked.groups])
    nodes = np.diff(chains.root_offsets) + np.bincount(window[masked.groups], leaves, len(chains))
    assert nodes.max() <= SHAPE.length
    assert np.bincount(window[masked.groups]).max(initial=0) <= SHAPE.groups
    assert np.bincount(window[masked.groups[masked.hidden]]).max(initial=0) <= SHAPE.masked_groups


def test_a_group_that_finds_no_room_is_there_in_another_epoch():
    chains = random_chains(3, windows=1, roots=40, groups=60)
    seen = set()
    for epoch in range(60):
        masked = masker().mask(chains, Draws(0, epoch))
        assert len(masked.groups) < len(chains.relation)
        seen.update(masked.groups.tolist())
    assert seen == set(range(len(chains.relation)))
