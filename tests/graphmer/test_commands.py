"""``codegraft graphmer``: training of one's own from the command line."""

import importlib.util
import json

import pytest
from accelerate.state import AcceleratorState
from typer.testing import CliRunner

from codegraft.errors import ParamsError
from codegraft.graphmer.commands import graphmer_app
from codegraft.graphmer.training.checkpoint import load_model
from tests.graphmer.training.stored import store


@pytest.fixture
def place(tmp_path, monkeypatch):
    AcceleratorState._reset_state(reset_partial_state=True)
    monkeypatch.chdir(store(tmp_path))
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(graphmer_app, arguments)


def test_training_writes_where_it_is_told_to_and_says_so(place):
    said = call("train", "-S", "graphmer.mnm_rate=0.5", "--steps", "3", "--seed", "4", "--output-dir", "mine")
    assert said.exit_code == 0, said.output
    assert "wrote mine" in said.output
    assert "words_of_window" in said.output
    trained_on = load_model(place / "mine/model.pt").trained_on
    assert (trained_on["seed"], trained_on["params"]["mnm_rate"], trained_on["params"]["steps"]) == (4, 0.5, 3)
    assert json.loads((place / "mine/metrics.json").read_text())["chosen_seed"] == 4
    assert not (place / "models/graphmer").exists()


def test_parameters_come_from_the_file_that_is_named(place):
    (place / "params.yaml").rename(place / "other.yaml")
    said = call("train", "--config", "other.yaml", "--steps", "1", "--seed", "0")
    assert said.exit_code == 0, said.output
    assert ".codegraft/graphmer/" in said.output


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["--config", "none.yaml"], ParamsError),
        (["-S", "graphmer.sizes=base"], ParamsError),
        (["-S", "graphmer.batch_tokens=100"], ParamsError),
    ],
)
def test_what_cannot_be_is_refused(place, arguments, error):
    assert isinstance(call("train", *arguments, "--seed", "0").exception, error)
    assert not (place / ".codegraft").exists()


@pytest.mark.parametrize("arguments", [["--steps", "0"], ["--seed", "-1"], ["--seed", str(2**63)], ["--steps", "many"]])
def test_numbers_that_make_no_sense_are_refused(arguments):
    assert call("train", *arguments).exit_code == 2


@pytest.mark.skipif(importlib.util.find_spec("torch_xla") is not None, reason="there may be a TPU here")
def test_a_machine_that_cannot_train_on_a_tpu_is_told_so(place):
    said = call("check-tpu")
    assert said.exit_code == 1, said.output
    assert "FAIL" in said.output
