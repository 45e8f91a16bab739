import json
import re

import pytest
import torch
from safetensors.torch import load_file, save_file

from codegraft.errors import ModelError
from codegraft.graphsage.hub import PretrainedGraphSAGE
from tests.graphsage.served import trained


@pytest.fixture(autouse=True)
def _offline(monkeypatch):
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)


@pytest.fixture
def saved(tmp_path):
    PretrainedGraphSAGE.of(trained(tmp_path / "model")).save_pretrained(tmp_path / "saved")
    return tmp_path / "saved"


def test_a_saved_model_comes_back_whole(tmp_path, saved):
    before, after = trained(tmp_path / "again"), PretrainedGraphSAGE.from_pretrained(saved).trained()
    assert sorted(path.name for path in saved.iterdir()) == ["README.md", "config.json", "model.safetensors"]
    assert list(after.vocabularies.imports.items()) == list(before.vocabularies.imports.items())  # their order is data
    assert list(after.vocabularies.bugs.items()) == list(before.vocabularies.bugs.items())
    assert (after.temperature, after.schema, after.trained_on) == (before.temperature, before.schema, before.trained_on)
    assert not after.model.training
    weights = after.model.state_dict()
    assert weights.keys() == before.model.state_dict().keys()
    assert all(torch.equal(weights[name], tensor) for name, tensor in before.model.state_dict().items())


def test_a_loaded_model_can_be_saved_again(tmp_path, saved):
    PretrainedGraphSAGE.from_pretrained(saved).save_pretrained(tmp_path / "twice")
    for name in ("config.json", "model.safetensors", "README.md"):
        assert (tmp_path / "twice" / name).read_bytes() == (saved / name).read_bytes()


def test_a_model_says_what_its_network_says(tmp_path, saved):
    loaded, network = PretrainedGraphSAGE.from_pretrained(saved), trained(tmp_path / "again").model
    inputs = torch.rand(4, 978), torch.tensor([[0, 1], [1, 2]]), torch.tensor([0, 0, 1, 1]), 2
    with torch.inference_mode():
        for mine, theirs in zip(loaded(*inputs), network(*inputs), strict=True):
            assert torch.equal(mine, theirs)


def test_the_card_has_metadata_and_what_the_model_was_trained_on(saved):
    card = (saved / "README.md").read_text(encoding="utf-8")
    assert card.startswith("---\n")
    assert "library_name: codegraft" in card
    assert re.search(r"- epoch: 3\n- seed: 0", card)
    assert "{{" not in card


def changed(saved, kind):
    config = json.loads((saved / "config.json").read_text())
    weights = load_file(saved / "model.safetensors")
    if kind == "no weights":
        (saved / "model.safetensors").write_bytes(b"")
    elif kind == "truncated":
        (saved / "model.safetensors").write_bytes((saved / "model.safetensors").read_bytes()[:-100])
    elif kind == "a weight is missing":
        save_file({name: tensor for name, tensor in weights.items() if name != "network.readout.bias"},
                  saved / "model.safetensors")  # fmt: skip
    elif kind == "another shape":
        save_file(weights | {"network.readout.bias": torch.zeros(3)}, saved / "model.safetensors")
    elif kind == "no config":
        (saved / "config.json").unlink()
    elif kind == "config is no JSON":
        (saved / "config.json").write_text("{")
    elif kind == "another schema":
        (saved / "config.json").write_text(json.dumps(config | {"schema": "0" * 64}))
    elif kind == "fewer names":
        (saved / "config.json").write_text(json.dumps(config | {"vocabularies": {"imports": [], "bugs": []}}))
    elif kind == "vocabulary of another kind":
        (saved / "config.json").write_text(json.dumps(config | {"vocabularies": {"imports": [1]}}))


@pytest.mark.filterwarnings("ignore")  # the client warns of a directory without config.json before we refuse it
@pytest.mark.parametrize(
    "kind",
    ["no weights", "truncated", "a weight is missing", "another shape", "no config", "config is no JSON",
     "another schema", "fewer names", "vocabulary of another kind"],
)  # fmt: skip
def test_what_is_damaged_is_refused(saved, kind):
    changed(saved, kind)
    with pytest.raises(ModelError, match=r"save it again|save the model again|use the version that trained it"):
        PretrainedGraphSAGE.from_pretrained(saved)
