"""Trainings beside the pipeline's."""

import pytest

from codegraft.errors import HardwareError, ParamsError
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.own_run import MODEL, train_own
from codegraft.params import load_params
from codegraft.programs.dataset import write_features
from codegraft.training.reproducible import set_reproducible
from tests.graphsage.datasets import small_dataset


@pytest.fixture(scope="module")
def features(tmp_path_factory):
    directory = tmp_path_factory.mktemp("data") / "features"
    write_features(directory, small_dataset())
    return directory


def test_it_trains_what_is_asked_for_in_a_directory_of_its_own(features, tmp_path):
    set_reproducible(0, 1)
    asked = {"epochs": 1, "batch_size": 4, "limit": 12, "device": "cpu", "seed": 7}
    run = train_own(load_params(), **asked, features=features, runs=tmp_path)
    assert [(trained.seed, len(trained.history)) for trained in run.seeds] == [(7, 1)]
    assert len(run.splits.train.programs) == 12
    trained_on = load_model_for_inference(run.directory / MODEL / "model.pt").trained_on
    assert (trained_on["limit"], trained_on["graphsage"]["batch_size"], trained_on["seed"]) == (12, 4, 7)
    assert [path.parent for path in tmp_path.iterdir()] == [tmp_path]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"epochs": 0}, r"graphsage\.epochs: 0 is not allowed"),
        ({"batch_size": -1}, r"graphsage\.batch_size: -1 is not allowed"),
        ({"device": "abacus"}, "hardware: 'abacus' is not allowed"),
        ({"limit": 0}, "limit is 0; expected 1 at least"),
    ],
)
def test_values_that_are_not_allowed_are_named(features, tmp_path, asked, message):
    with pytest.raises(ParamsError, match=message):
        train_own(load_params(), **asked, features=features, runs=tmp_path)


def test_a_device_that_is_not_there_is_said(features, tmp_path, monkeypatch):
    monkeypatch.setattr("torch.cuda.is_available", lambda: False)
    with pytest.raises(HardwareError, match="hardware: gpu is not on this machine"):
        train_own(load_params(), device="cuda", features=features, runs=tmp_path)
