"""A training of one's own leaves its model where it is asked to, by parameters that the command line changes."""

import json

import pytest

from codegraft.errors import ModelError, ParamsError
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.own_run import parsed, train_own
from codegraft.params import load_params
from tests.graphmer.training.cases import all_params, small_task


def test_the_model_and_its_figures_go_where_they_are_asked_to(tmp_path):
    run, directory = train_own(
        small_task(), all_params(steps=2), seed=7, output=tmp_path / "mine", runs=tmp_path / "runs"
    )
    assert directory == tmp_path / "mine"
    assert load_model(directory / "model.pt").trained_on["seed"] == 7
    assert json.loads((directory / "metrics.json").read_text())["chosen_seed"] == 7
    assert [trained.seed for trained in run.seeds] == [7]


def test_by_default_the_model_is_in_the_directory_of_the_run(tmp_path):
    run, directory = train_own(small_task(), all_params(steps=2), seed=0, runs=tmp_path)
    assert directory == run.directory / "model"
    assert run.directory.parent == tmp_path


def test_an_earlier_model_is_replaced(tmp_path):
    for seed in (0, 1):
        train_own(small_task(), all_params(steps=1), seed=seed, output=tmp_path / "mine", runs=tmp_path / "runs")
    assert load_model(tmp_path / "mine/model.pt").trained_on["seed"] == 1


def test_a_directory_with_anything_else_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    with pytest.raises(ModelError, match=r"holds notes.txt, which the model would replace"):
        train_own(small_task(), all_params(steps=1), seed=0, output=tmp_path, runs=tmp_path / "runs")
    with pytest.raises(ModelError, match=r"notes.txt: is a file; give --output-dir a directory"):
        train_own(small_task(), all_params(steps=1), seed=0, output=tmp_path / "notes.txt", runs=tmp_path / "runs")
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_keys_are_written_with_dots():
    values = parsed(["graphmer.size=base", "graphmer.loss_weights.mnm=0.5", "threads=2", "graphmer.seeds=[3, 4]"])
    params = load_params(changes=values)
    assert (params.graphmer.size, params.graphmer.loss_weights.mnm, params.threads) == ("base", 0.5, 2)
    assert params.graphmer.seeds == [3, 4]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["graphmer.size"], "graphmer.size: expected key=value"),
        (["graphmer.sizes=base"], "graphmer.sizes: unknown key"),
        (["graphmer.size.x=base"], "graphmer.size.x: unknown key"),
        (["graphmer.size=large"], "graphmer.size: 'large' is not allowed"),
        (["graphmer.lr=fast"], "graphmer.lr: 'fast' is not allowed"),
        (["graphmer.lr={"], "graphmer.lr={: the value is no YAML"),
    ],
)
def test_a_wrong_setting_is_named(settings, message):
    with pytest.raises(ParamsError, match=message):
        load_params(changes=parsed(settings))
