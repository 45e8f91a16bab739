"""A batch that does not fit the encoder, or contradicts itself, is refused; nothing is left out in silence."""

import random

import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.encoder.fits import check_batch
from tests.graphmer.encoder.encoder_batches import SHAPE, Group, Window, batch_of, random_batch, tiny

WINDOW = Window([10, 20, 30], [Group(1, 2, 3, [40, 41]), Group(0, 1, 2, [50], masked=True)], {2: 31})
LEAF, MASKED_LEAF = 3, 5


@pytest.mark.parametrize("seed", range(20))
def test_whole_batches_pass(seed):
    check_batch(random_batch(random.Random(seed)), tiny())


@pytest.mark.parametrize(
    ("column", "place", "value", "message"),
    [
        ("tokens", 1, 61, "place 1: a token is outside the vocabulary of 61"),
        ("mlm_target", 0, 61, "a root's target is outside the vocabulary"),
        ("mnm_target", (0, 1), 61, "a tail's target is outside the vocabulary"),
        ("relation", LEAF, 6, "a leaf's relation is not among the 5"),
        ("group_relation", 0, 6, "a group's relation is not among the 5"),
        ("slot", LEAF, 5, "a leaf lies beyond the 4 slots of a group"),
        ("group", LEAF, 8, "a leaf's group is not among the 8 of the row"),
        ("mnm_group", 0, 8, "a masked group is not among the 8 of the row"),
        ("heads", (0, 0), 48, "a head's token is not among the 48 nodes"),
        ("mlm_position", 0, 48, "a masked root is not among the 48 nodes"),
        ("mnm_position", (0, 3), -2, "a masked leaf is not among the 48 nodes"),
        ("relation", LEAF, 2, "a leaf has no relation, or not that of its group"),
        ("group_relation", 0, 0, "a leaf has no relation, or not that of its group"),
        ("slot", LEAF, 0, "a leaf has no slot, or a root has one"),
        ("slot", 0, 1, "a leaf has no slot, or a root has one"),
        ("heads", (0, 0), -1, "a group has no token of its head"),
        ("heads", (0, 1), 9, "a head's tokens lie in two windows"),
        ("heads", (1, 0), 9, "a leaf's head lies in another window"),
        ("heads", (0, 1), LEAF, "a head's token is a leaf"),
        ("mlm_position", 0, LEAF, "a masked root is a leaf"),
        ("mnm_position", (0, 0), LEAF, "a masked leaf belongs to another group"),
        ("mnm_position", (0, 0), -1, "a masked group has not all its leaves"),
    ],
)
def test_what_does_not_fit_is_named(column, place, value, message):
    batch = batch_of([[], [WINDOW, Window([10])]])
    getattr(batch, column)[1][place] = value
    with pytest.raises(ModelError, match=f"row 1, .*{message}"):
        check_batch(batch, tiny())


@pytest.mark.parametrize(("part", "name"), [("head_tokens", "heads"), ("tail_slots", "mnm_position")])
def test_another_number_of_places_is_named(part, name):
    batch = batch_of([[WINDOW]], SHAPE._replace(rows=1))
    with pytest.raises(ModelError, match=f"{name} has . places a group, the encoder 7"):
        check_batch(batch, tiny(**{part: 7}))
