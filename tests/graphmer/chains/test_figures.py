"""The figures of chains."""

import json

import numpy as np
import pytest

from codegraft.graphmer.chains.figures import describe
from codegraft.graphmer.chains.leaves import Fate
from tests.graphmer.chains import corpora


@pytest.fixture(scope="module")
def figures():
    return describe(corpora.encoded(), {"copies": 0})


def test_figures_are_json_without_gaps(figures):
    assert json.loads(json.dumps(figures, allow_nan=False)) == figures
    assert figures["leaks"] == {"copies": 0}


def test_everything_is_counted_once(figures):
    encoding = corpora.encoded()
    assert sum(figures["windows"].values()) == len(encoding.chains)
    assert sum(figures["roots"].values()) == len(encoding.chains.tokens)
    assert sum(part["total"] for part in figures["groups"].values()) == len(encoding.chains.anchor)
    for part in figures["groups"].values():
        assert sum(part["by_relation"].values()) == part["total"]


def test_every_triple_is_hung_or_has_a_reason(figures):
    triples = figures["triples"]
    hung = round(triples["hung_share"] * triples["total"])
    assert hung + sum(triples["not_hung"].values()) == triples["total"]
    assert set(triples["not_hung"]) == {fate.name.lower() for fate in Fate} - {"hung"}


def test_tails_out_of_the_window_are_those_without_a_mention(figures):
    groups = [group for chain in corpora.encoded().chains for group in chain.groups]
    tails = figures["tails"]
    assert tails["out_of_window_share"] == pytest.approx(np.mean([not group.mentions for group in groups]))
    assert tails["called_as_head_share"] == pytest.approx(
        np.mean([group.anchor in [first for first, _ in group.mentions] for group in groups])
    )
    assert tails["called_as_head_share"] > 0
    assert tails["shortened"] == sum(group.shortened for group in groups)
    assert tails["tokens_mean"] == pytest.approx(np.mean([len(group.tail) for group in groups]))
    assert 0 < tails["out_of_window_share"] < 1


def test_the_tokenizer_is_measured_by_its_bytes(figures):
    encoding = corpora.encoded()
    size = sum(row["end"] - row["start"] for row in encoding.windows.to_pylist())
    code = int((encoding.chains.root_offsets[1:] - encoding.chains.code_offsets).sum())
    assert figures["tokenizer"]["bytes_per_token"] == pytest.approx(size / code)
