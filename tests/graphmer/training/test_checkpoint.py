"""Encoders on disk: whole, known by what their numbers mean, and refused when they are anything else."""

from dataclasses import replace

import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.training.checkpoint import Meaning, load_checkpoint, load_model, save_checkpoint, save_encoder
from tests.graphmer.encoder.encoder_batches import RELATIONS, tiny

NAMES = tuple(f"relation_{number}" for number in range(RELATIONS))
MEANING = Meaning(tiny(), "a" * 64, NAMES)


@pytest.fixture
def file(tmp_path):
    torch.manual_seed(0)
    save_encoder(tmp_path / "model.pt", MEANING, GraphMER(MEANING.config).state_dict(), {"step": 3})
    return tmp_path / "model.pt"


def rewritten(file, **changes):
    content = torch.load(file, weights_only=True)
    torch.save({**content, **changes}, file)


def test_a_saved_encoder_comes_back_whole(file):
    torch.manual_seed(0)
    expected = GraphMER(MEANING.config).state_dict()
    loaded = load_model(file)
    assert (loaded.meaning, loaded.trained_on, loaded.model.training) == (MEANING, {"step": 3}, False)
    assert all(torch.equal(tensor, expected[name]) for name, tensor in loaded.model.state_dict().items())


def test_equal_encoders_give_equal_bytes(file, tmp_path):
    loaded = load_model(file)
    save_encoder(tmp_path / "again.pt", loaded.meaning, loaded.model.state_dict(), loaded.trained_on)
    assert (tmp_path / "again.pt").read_bytes() == file.read_bytes()


def test_another_tokenizer_is_refused(file):
    load_model(file, tokenizer="a" * 64)
    with pytest.raises(
        ModelError, match=r"model.pt: made with tokenizer aaa.*, expected bbb.*; train the encoder with"
    ):
        load_model(file, tokenizer="b" * 64)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"config": {"hidden": 3}}, "its weights are not those of its encoder"),
        ({"config": {**vars(tiny(vocabulary=62))}}, "its weights are not those of its encoder"),
        ({"relations": NAMES[1:]}, f"{RELATIONS - 1} names of relations, expected {RELATIONS}"),
        ({"model": {}}, "its weights are not those of its encoder"),
        ({"trained_on": 3}, "its weights are not those of its encoder"),
        ({"kind": "graphsage model"}, "is a graphsage model, expected a graphmer model"),
    ],
)
def test_what_is_no_encoder_is_refused(file, changes, message):
    rewritten(file, **changes)
    with pytest.raises(ModelError, match=message):
        load_model(file)


def test_a_message_about_weights_is_one_line(file):
    rewritten(file, model={})
    with pytest.raises(ModelError, match=r"Missing key\(s\) .*token.weight") as caught:
        load_model(file)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 600


@pytest.mark.parametrize("value", [torch.nan, torch.inf])
def test_weights_that_are_no_numbers_are_refused(file, value):
    weights = torch.load(file, weights_only=True)["model"]
    weights["token.weight"][3, 3] = value
    rewritten(file, model=weights)
    with pytest.raises(ModelError, match=r"model\.pt: token\.weight holds what is not a finite number; train"):
        load_model(file)


def test_weights_of_another_type_are_refused(file):
    weights = torch.load(file, weights_only=True)["model"]
    rewritten(file, model={name: tensor.half() for name, tensor in weights.items()})
    with pytest.raises(ModelError, match=r"model\.pt: \S+ is torch\.float16, expected torch\.float32; train"):
        load_model(file)


@pytest.mark.parametrize("changed", [replace(MEANING, tokenizer="b" * 64), replace(MEANING, relations=NAMES[::-1])])
def test_a_checkpoint_with_another_meaning_is_refused(tmp_path, changed):
    save_checkpoint(tmp_path / "last.pt", MEANING, {"position": (1, 1, 1)})
    assert load_checkpoint(tmp_path / "last.pt", MEANING)["position"] == (1, 1, 1)
    with pytest.raises(ModelError, match=r"last.pt: made with \w+ .*, expected .*; train without --resume"):
        load_checkpoint(tmp_path / "last.pt", changed)


def test_a_file_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "last.pt").mkdir()
    with pytest.raises(ModelError, match=r"last.pt: cannot be written: Is a directory; make room"):
        save_checkpoint(tmp_path / "last.pt", MEANING, {})
