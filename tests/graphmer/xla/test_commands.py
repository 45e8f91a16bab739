"""``codegraft graphmer`` in the environment of torch_xla, which lacks what the pipeline alone needs."""

import pytest
from typer.testing import CliRunner

from codegraft.graphmer.commands import graphmer_app
from codegraft.graphmer.training.checkpoint import load_model
from tests.graphmer.training.stored import store

pytestmark = pytest.mark.xla

EIGHT_CORES = ("-S", "hardware=tpu", "-S", f"graphmer.batch_tokens={8 * 64}")


@pytest.fixture
def place(cores, tmp_path, monkeypatch):
    monkeypatch.chdir(store(tmp_path))
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(graphmer_app, [*arguments, *EIGHT_CORES])


def test_a_training_writes_a_model_and_what_it_came_to(place):
    said = call("train", "--steps", "2", "--output-dir", "mine")
    assert said.exit_code == 0, said.output
    assert "wrote mine" in said.output
    assert (place / "mine/metrics.json").exists()
    assert load_model(place / "mine/model.pt").trained_on["params"]["batch_tokens"] == 8 * 64


def test_checking_says_what_it_found_and_ends_with_1_unless_all_is_good(place):
    said = call("check-tpu")
    assert "ok   torch_xla" in said.output
    assert "ok   step" in said.output
    assert "FAIL tests" in said.output  # no checkout
    assert said.exit_code == 1
