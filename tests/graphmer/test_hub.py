"""The encoder in the hub's format: saved, read again, and refused when it is something else."""

import json
import random

import pytest
import torch
from safetensors.torch import load_file, save_file

from codegraft.errors import ModelError
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.hub import PretrainedGraphMER
from codegraft.graphmer.training.checkpoint import Meaning, TrainedEncoder
from tests.graphmer.encoder.encoder_batches import RELATIONS, random_batch, tiny


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)


@pytest.fixture
def trained():
    torch.manual_seed(0)
    meaning = Meaning(tiny(), "a" * 64, tuple(f"relation_{number}" for number in range(RELATIONS)))
    return TrainedEncoder(GraphMER(meaning.config).eval(), meaning, {"seed": 0, "step": 30})


@pytest.fixture
def saved(trained, tmp_path):
    PretrainedGraphMER.of(trained).save_pretrained(tmp_path / "saved")
    return tmp_path / "saved"


def test_a_saved_encoder_comes_back_whole(trained, saved):
    assert sorted(path.name for path in saved.iterdir()) == ["README.md", "config.json", "model.safetensors"]
    loaded = PretrainedGraphMER.from_pretrained(saved).trained()
    assert (loaded.meaning, loaded.trained_on, loaded.model.training) == (trained.meaning, trained.trained_on, False)
    weights = trained.model.state_dict()
    assert loaded.model.state_dict().keys() == weights.keys()
    assert all(torch.equal(tensor, weights[name]) for name, tensor in loaded.model.state_dict().items())


def test_it_says_what_its_network_says(trained, saved):
    batch = random_batch(random.Random(3))
    with torch.inference_mode():
        assert torch.equal(PretrainedGraphMER.from_pretrained(saved)(batch), trained.model(batch))


def test_a_loaded_encoder_can_be_saved_again(saved, tmp_path):
    PretrainedGraphMER.from_pretrained(saved).save_pretrained(tmp_path / "twice")
    for name in ("config.json", "model.safetensors", "README.md"):
        assert (tmp_path / "twice" / name).read_bytes() == (saved / name).read_bytes()


def test_the_card_has_metadata_and_what_the_encoder_was_trained_on(saved):
    card = (saved / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\n")
    assert "library_name: codegraft" in card
    assert "- seed: 0\n- step: 30" in card
    assert "{{" not in card


def without_a_weight(saved):
    weights = load_file(saved / "model.safetensors")
    weights.pop("network.token.weight")
    save_file(weights, saved / "model.safetensors")


def cut_off(saved):
    (saved / "model.safetensors").write_bytes((saved / "model.safetensors").read_bytes()[:-9])


def of_another_size(saved):
    config = json.loads((saved / "config.json").read_text())
    config["meaning"]["config"]["vocabulary"] += 1
    (saved / "config.json").write_text(json.dumps(config))


def without_a_tokenizer(saved):
    config = json.loads((saved / "config.json").read_text())
    del config["meaning"]["tokenizer"]
    (saved / "config.json").write_text(json.dumps(config))


def with_a_weight_more(saved):
    weights = load_file(saved / "model.safetensors")
    save_file({**weights, "more": torch.zeros(2)}, saved / "model.safetensors")


def with_a_weight_that_is_no_number(saved):
    weights = load_file(saved / "model.safetensors")
    weights["network.token.weight"][3] = torch.nan
    save_file(weights, saved / "model.safetensors")


def with_a_relation_less(saved):
    config = json.loads((saved / "config.json").read_text())
    config["meaning"]["relations"].pop()
    (saved / "config.json").write_text(json.dumps(config))


def without_weights(saved):
    (saved / "model.safetensors").unlink()


def without_a_config(saved):
    (saved / "config.json").unlink()


def with_a_list_as_config(saved):
    (saved / "config.json").write_text("[]")


@pytest.mark.parametrize(
    "harm",
    [
        without_a_weight,
        with_a_weight_more,
        with_a_weight_that_is_no_number,
        cut_off,
        without_weights,
        of_another_size,
        without_a_tokenizer,
        with_a_relation_less,
        without_a_config,
        with_a_list_as_config,
    ],
)
def test_what_is_damaged_is_refused(saved, harm):
    harm(saved)
    with pytest.raises(ModelError, match=r"saved: .*save it again"):
        PretrainedGraphMER.from_pretrained(saved)


def test_a_message_says_which_weight_is_wrong(saved):
    without_a_weight(saved)
    with pytest.raises(ModelError, match=r"network\.token\.weight"):
        PretrainedGraphMER.from_pretrained(saved)


def test_where_nothing_is_that_is_said(tmp_path):
    with pytest.raises(ModelError, match=r"none: neither a directory here nor reached on the hub"):
        PretrainedGraphMER.from_pretrained("none", cache_dir=tmp_path)


def test_another_tokenizer_is_refused(saved):
    PretrainedGraphMER.from_pretrained(saved, tokenizer="a" * 64)
    with pytest.raises(
        ModelError, match=r"saved: made with tokenizer aaa.*, expected bbb.*; encode texts with its own"
    ):
        PretrainedGraphMER.from_pretrained(saved, tokenizer="b" * 64)
