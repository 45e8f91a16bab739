"""Linkers come back from disk as they were, and nothing else passes for one."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphmer.linking.store import read_linkers, write_linkers
from tests.graphmer.linking.codes import linker_of, tokenizer


@pytest.fixture
def place(tmp_path):
    write_linkers(tmp_path / "linker", {10: linker_of(1), 2: linker_of(0)})
    return tmp_path / "linker"


def changed(place, change):
    file = place / "seed_2.pt"
    content = torch.load(file, weights_only=True)
    change(content)
    torch.save(content, file)


def test_they_come_back_in_the_order_of_seeds(place):
    read = read_linkers(place, tokenizer().digest)
    assert list(read) == [2, 10]
    for seed, written in ((2, linker_of(0)), (10, linker_of(1))):
        np.testing.assert_array_equal(read[seed].weights, written.weights)
        assert read[seed].relations == written.relations
        for one, other in zip(read[seed].reader.parameters(), written.reader.parameters(), strict=True):
            assert torch.equal(one, other)


def test_equal_linkers_give_equal_bytes(place, tmp_path):
    write_linkers(tmp_path / "again", {2: linker_of(0)})
    assert (tmp_path / "again/seed_2.pt").read_bytes() == (place / "seed_2.pt").read_bytes()


def test_another_tokenizer_is_refused(place):
    with pytest.raises(ModelError, match="trained with the tokenizer"):
        read_linkers(place, "0" * 64)


def test_an_empty_place_is_refused(tmp_path):
    with pytest.raises(ModelError, match="no linker is here; train it again: `dvc repro train_linker`"):
        read_linkers(tmp_path)


CHANGES = {
    "a missing key": lambda content: content.pop("weights"),
    "other features": lambda content: content.update(features=["guess"]),
    "weights that are no numbers": lambda content: content["weights"].fill_(float("nan")),
    "weights of another shape": lambda content: content.update(weights=content["weights"][:, :3].clone()),
    "a reader of another width": lambda content: content["config"].update(width=16),
    "a reader of nothing": lambda content: content.update(config=3),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_what_is_no_linker_is_refused_by_name(place, change):
    changed(place, change)
    with pytest.raises(ModelError, match=r"seed_2\.pt: not a linker of this program"):
        read_linkers(place)


def test_damage_is_refused(place):
    file = place / "seed_2.pt"
    file.write_bytes(file.read_bytes()[:-100])
    with pytest.raises(ModelError, match=r"seed_2\.pt: damaged"):
        read_linkers(place)


def test_a_linker_without_its_reader_says_what_the_graph_says():
    linker = linker_of(0)
    assert replace(linker, weights=linker.without_reader).weights is linker.without_reader
