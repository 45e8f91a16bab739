"""Networks on disk: what is saved is loaded, and what is not a network is refused with what to do."""

import dataclasses
import os
import pickle
import re

import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphsage import checkpoint
from codegraft.graphsage.checkpoint import (
    load_checkpoint,
    load_model_for_inference,
    save_checkpoint,
    save_model_for_inference,
)
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.programs.features.schema import schema_hash
from codegraft.programs.vocabulary import Vocabularies

CONFIG = ModelConfig(imports=2, bugs=1, inputs=6, hidden=(8, 8, 4), embedding=7)
VOCABULARIES = Vocabularies({"os": 9, "re": 7}, {"off_by_one": 8})
X, EDGES = torch.ones(2, 6), torch.tensor([[0], [1]])
GRAPH = torch.zeros(2, dtype=torch.int64)


def network(seed=0, config=CONFIG):
    torch.manual_seed(seed)
    return GraphSAGE(config)


def stepped(model):
    """An optimizer that has made a step, so that it has a state."""
    optimizer = torch.optim.AdamW(model.parameters(), 1e-2, fused=True)
    torch.autograd.backward(sum(part.sum() for part in model(X, EDGES, GRAPH, 1)))
    optimizer.step()
    return optimizer


@pytest.fixture
def inference(tmp_path):
    path = tmp_path / "model.pt"
    save_model_for_inference(
        network(), path, vocabularies=VOCABULARIES, temperature=1.5, trained_on={"seed": 3, "data": "abc"}
    )
    return path


def rewritten(path, **changes):
    content = torch.load(path, weights_only=True)
    torch.save({**content, **changes}, path)
    return path


def test_a_checkpoint_brings_back_weights_optimizer_and_metadata(tmp_path):
    model = network()
    optimizer = stepped(model)
    save_checkpoint(model, optimizer, 4, 0.5, 0.75, tmp_path / "c.pt", {"anything": [1, {"a": torch.ones(2)}]})
    other = network(1)
    again = torch.optim.AdamW(other.parameters(), 1.0, fused=True)
    loaded, loaded_optimizer, metadata = load_checkpoint(tmp_path / "c.pt", other, again)
    assert loaded is other
    assert loaded_optimizer is again
    assert all(torch.equal(one, two) for one, two in zip(model.parameters(), other.parameters(), strict=True))
    state, back = optimizer.state_dict(), again.state_dict()
    assert state["param_groups"] == back["param_groups"]
    assert all(torch.equal(state["state"][0][name], back["state"][0][name]) for name in ("exp_avg", "step"))
    assert {name: metadata[name] for name in ("epoch", "train_loss", "val_loss", "schema")} == {
        "epoch": 4,
        "train_loss": 0.5,
        "val_loss": 0.75,
        "schema": schema_hash(),
    }
    assert metadata["metadata"]["anything"][0] == 1


def test_a_checkpoint_makes_its_own_network(tmp_path):
    model = network()
    save_checkpoint(model, stepped(model), 1, 0.0, 0.0, tmp_path / "c.pt")
    loaded, optimizer, _ = load_checkpoint(tmp_path / "c.pt")
    assert optimizer is None
    assert loaded.config == CONFIG
    assert torch.equal(loaded.readout.weight, model.readout.weight)


def test_a_model_comes_back_with_all_that_it_needs(inference):
    trained = load_model_for_inference(inference)
    assert not trained.model.training
    assert trained.vocabularies == VOCABULARIES
    assert list(trained.vocabularies.imports) == ["os", "re"]
    assert (trained.temperature, trained.schema) == (1.5, schema_hash())
    assert trained.trained_on == {"seed": 3, "data": "abc"}
    original = network().eval()
    for ours, theirs in zip(trained.model(X, EDGES, GRAPH, 1), original(X, EDGES, GRAPH, 1), strict=True):
        assert torch.equal(ours, theirs)


def test_equal_models_are_equal_bytes(inference, tmp_path):
    again = tmp_path / "another name.pt"
    save_model_for_inference(
        network(), again, vocabularies=VOCABULARIES, temperature=1.5, trained_on={"seed": 3, "data": "abc"}
    )
    assert inference.read_bytes() == again.read_bytes()


def test_files_load_with_weights_only(inference):
    assert torch.load(inference, weights_only=True)["config"]["inputs"] == 6


@pytest.mark.parametrize("keep", [0, 3, 100, 0.3, 0.9, 0.999])
def test_a_truncated_file_is_refused(inference, keep):
    content = inference.read_bytes()
    inference.write_bytes(content[: keep if isinstance(keep, int) else int(keep * len(content))])
    with pytest.raises(ModelError, match=r"model\.pt: .*; train the model with"):
        load_model_for_inference(inference)


class Hostile:
    def __reduce__(self):
        return os.system, ("touch /tmp/codegraft-was-here",)


@pytest.mark.parametrize("as_zip", [True, False])
def test_a_file_that_would_run_code_is_refused(inference, as_zip, tmp_path):
    content = torch.load(inference, weights_only=True) | {"trained_on": Hostile()}
    if as_zip:
        torch.save(content, inference)
    else:
        inference.write_bytes(pickle.dumps(content))
    with pytest.raises(ModelError, match="was not loaded" if as_zip else "not a checkpoint"):
        load_model_for_inference(inference)


def test_a_model_of_another_schema_is_refused(inference, monkeypatch):
    monkeypatch.setattr(checkpoint, "schema_hash", lambda: "f" * 64)
    with pytest.raises(ModelError, match=r"trained on features of schema .* computes ffff"):
        load_model_for_inference(inference)


def test_one_is_not_taken_for_the_other(inference, tmp_path):
    model = network()
    save_checkpoint(model, stepped(model), 1, 0.0, 0.0, tmp_path / "c.pt")
    with pytest.raises(ModelError, match="is a graphsage checkpoint, expected a graphsage model"):
        load_model_for_inference(tmp_path / "c.pt")
    with pytest.raises(ModelError, match="is a graphsage model, expected a graphsage checkpoint"):
        load_checkpoint(inference)


def test_a_missing_file_is_said(tmp_path):
    with pytest.raises(ModelError, match=r"no such file; train the model"):
        load_model_for_inference(tmp_path / "nothing.pt")


def test_a_checkpoint_of_another_shape_is_refused(tmp_path):
    model = network()
    save_checkpoint(model, stepped(model), 1, 0.0, 0.0, tmp_path / "c.pt")
    with pytest.raises(ModelError, match=r"holds ModelConfig\(imports=2.*expected ModelConfig\(imports=3"):
        load_checkpoint(tmp_path / "c.pt", network(config=dataclasses.replace(CONFIG, imports=3)))
    few = torch.optim.AdamW([torch.nn.Parameter(torch.ones(1))])
    with pytest.raises(ModelError, match="optimizer's state does not fit"):
        load_checkpoint(tmp_path / "c.pt", network(), few)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"config": {"imports": 2}}, "its weights are not those of its network"),
        ({"config": {**dataclasses.asdict(CONFIG), "hidden": [8, 8, 10**12]}}, "its weights are not"),
        ({"config": {**dataclasses.asdict(CONFIG), "inputs": "6"}}, "its weights are not"),
        ({"model": {}}, "its weights are not"),
        ({"model": None}, "its weights are not"),
        ({"vocabularies": {"imports": {"os": 1}, "bugs": {"off_by_one": 8}}}, "name 1 modules and 1 mistakes"),
        ({"vocabularies": None}, "not a whole model"),
        ({"vocabularies": {"imports": {}}}, "not a whole model"),
        ({"temperature": 0.0}, "its temperature is 0.0"),
        ({"temperature": float("nan")}, "its temperature is nan"),
        ({"trained_on": 3}, "not a whole model"),
        ({"kind": 7}, "is a 7, expected a graphsage model"),
    ],
)
def test_a_file_that_contradicts_itself_is_refused(inference, changes, message):
    with pytest.raises(ModelError, match=re.escape(message)):
        load_model_for_inference(rewritten(inference, **changes))


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_weights_that_are_no_numbers_are_refused(inference, value):
    weights = torch.load(inference, weights_only=True)["model"]
    weights["readout.bias"][0] = value
    with pytest.raises(ModelError, match=r"readout\.bias holds what is not a finite number"):
        load_model_for_inference(rewritten(inference, model=weights))


def test_weights_of_another_type_are_refused(inference):
    weights = torch.load(inference, weights_only=True)["model"]
    weights["readout.bias"] = weights["readout.bias"].double()
    with pytest.raises(ModelError, match=r"readout.bias is torch.float64, expected torch.float32"):
        load_model_for_inference(rewritten(inference, model=weights))


def test_vocabularies_of_another_size_are_not_saved(tmp_path):
    with pytest.raises(ModelError, match="name 0 modules and 1 mistakes"):
        save_model_for_inference(
            network(), tmp_path / "m.pt", vocabularies=VOCABULARIES._replace(imports={}), trained_on={}
        )
    assert list(tmp_path.iterdir()) == []
