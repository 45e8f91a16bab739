"""The stage, in a directory of its own."""

import json

import pytest
import torch
from accelerate.state import AcceleratorState

from codegraft.errors import HardwareError, ModelError
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.stages import train_graphmer
from tests.graphmer.training.stored import store


@pytest.fixture
def place(tmp_path, monkeypatch):
    """What the stages before have left."""
    AcceleratorState._reset_state(reset_partial_state=True)
    store(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("joblib.cpu_count", lambda: 1)
    return tmp_path


def outputs(place):
    files = [*place.glob("models/graphmer/*"), *place.glob("plots/**/*.tsv"), place / "metrics/graphmer_train.json"]
    return {file.relative_to(place).as_posix(): file.read_bytes() for file in files}


def test_chains_become_an_encoder_figures_and_series(place):
    train_graphmer.main()
    trained = load_model("models/graphmer/model.pt", tokenizer=CodeTokenizer.load().digest)
    figures = json.loads((place / "metrics/graphmer_train.json").read_text())
    assert figures["chosen_seed"] == trained.trained_on["seed"]
    assert set(figures["seeds"]) == {"0", "1"}
    assert (place / "plots/graphmer/seed_1/plots/metrics/held_out/mnm_loss.tsv").exists()


def test_a_second_run_gives_the_same_bytes(place):
    train_graphmer.main()
    first = outputs(place)
    train_graphmer.main()
    assert outputs(place) == first
    assert len(first) > 10


def test_hardware_that_is_absent_is_named(place, monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    text = (place / "params.yaml").read_text().replace("hardware: cpu", "hardware: gpu")
    (place / "params.yaml").write_text(text)
    with pytest.raises(HardwareError, match="hardware: gpu is not on this machine"):
        train_graphmer.main()
    assert not (place / "models/graphmer").exists()


@pytest.mark.parametrize("missing", ["data/chains/manifest.json", "models/tokenizer/tokenizer.json"])
def test_what_is_missing_is_named(place, missing):
    (place / missing).unlink()
    with pytest.raises(ModelError, match=rf"{missing}: no such file; run `dvc repro encode_chains`"):
        train_graphmer.main()
