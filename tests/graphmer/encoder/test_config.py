"""What no encoder can be made of is refused by name."""

import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.encoder.config import SIZES, GraphMERConfig
from tests.graphmer.encoder.encoder_batches import tiny


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ({"vocabulary": 0}, "vocabulary is 0; expected 1 at least"),
        ({"relations": -1}, "relations is -1"),
        ({"tail_slots": 0}, "tail_slots is 0"),
        ({"dropout": 1.0}, "dropout is 1.0; expected at least 0 and less than 1"),
        ({"paper_mode": True}, "paper_mode has no positions; set use_positions to false"),
        ({"paper_mode": True, "use_positions": False}, "set use_rel_attention_bias to false"),
    ],
)
def test_what_cannot_be_is_refused(parts, message):
    with pytest.raises(ModelError, match=message):
        tiny(**parts)


def test_heads_must_split_the_width_in_pairs():
    with pytest.raises(ModelError, match="hidden is 66; expected a multiple of 8, twice the heads"):
        GraphMERConfig(vocabulary=9, relations=1, hidden=66, layers=1, heads=4, feed_forward=8)


@pytest.mark.parametrize("size", SIZES)
def test_every_named_size_can_be_made(size):
    assert GraphMERConfig.of_size(size, vocabulary=512, relations=3).head_width in {32, 64}
