"""All seeds: the choice among them, the run's directory, what is written for use, figures and series."""

import hashlib
import json

import pytest

from codegraft.errors import ModelError, ParamsError
from codegraft.files import rounded
from codegraft.graphmer.training import trainer
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.outputs import write_model
from codegraft.graphmer.training.report import figures, lines
from codegraft.graphmer.training.series import write_series
from codegraft.graphmer.training.trainer import TrainingRun
from codegraft.training.runs import complete_run
from tests.graphmer.training.cases import TOKENIZER, small_params, small_task


def train(*arguments, **options) -> TrainingRun:
    return trainer.train(*arguments, hardware="cpu", **options)


def tree(directory):
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in directory.rglob("*")
        if path.is_file()
    }


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setattr("joblib.cpu_count", lambda: 1)
    return train(small_task(), small_params(), runs=tmp_path / "runs")


def test_every_seed_is_trained_and_the_least_loss_is_chosen(run):
    assert [trained.seed for trained in run.seeds] == [0, 1]
    assert sorted(path.name for path in run.directory.iterdir()) == ["seed_0", "seed_1"]
    losses = {trained.seed: trained.best.loss(run.params) for trained in run.seeds}
    assert losses[run.chosen.seed] == min(losses.values())
    assert run.chosen_file == run.directory / f"seed_{run.chosen.seed}" / "best.pt"


def test_the_model_says_what_it_is_and_where_it_comes_from(run, tmp_path):
    write_model(tmp_path / "model", run)
    trained = load_model(tmp_path / "model/model.pt", tokenizer=TOKENIZER)
    assert trained.meaning.relations == run.task.header.relations
    assert trained.trained_on["run"] == run.key
    assert (trained.trained_on["seed"], trained.trained_on["step"]) == (run.chosen.seed, run.chosen.best.step)
    assert trained.trained_on["held_out"] == run.chosen.best.scores._asdict()


def test_figures_stand_beside_what_has_to_be_beaten(run):
    said = figures(run)
    json.dumps(said, allow_nan=False)
    for moment in ("before", "after"):
        for task in ("mlm", "mnm"):
            for measure in ("loss", "accuracy"):
                spread = said[moment][task][measure]
                mean = sum(said["seeds"][seed][moment][task][measure] for seed in "01") / 2
                assert spread["low"] <= spread["mean"] <= spread["high"]
                assert spread["mean"] == pytest.approx(mean)
                assert measure in said["baselines"]["words_of_window"][task]
    assert said["held_out"]["windows"] == 20
    assert said["hardware"] == {"device": "cpu", "precision": "fp32", "rows": 2, "batches": 2, "processes": 1}
    assert said["parameters"]["layers"] < said["parameters"]["total"]


def test_one_seed_has_no_interval(tmp_path):
    alone = train(small_task(), small_params(), seeds=[3], runs=tmp_path)
    spread = figures(alone)["after"]["mnm"]["loss"]
    assert spread == {"mean": alone.chosen.best.scores.mnm_loss, "low": None, "high": None}
    title, before, after, counted, words = lines(alone)
    assert title.startswith("seed 3")
    assert f"{alone.baselines['frequencies'].mnm_loss:.4f}" in counted
    assert f"{alone.baselines['words_of_window'].mnm_loss:.4f}" in words
    assert before.split()[1] != after.split()[2]


def test_series_hold_every_evaluation_and_means_of_steps(run, tmp_path):
    write_series(tmp_path / "series", run)
    names = {path.name for path in tmp_path.rglob("*")}
    assert "dvc.yaml" not in names
    assert "report.html" not in names
    place = tmp_path / "series/seed_0/plots/metrics"
    table = [line.split("\t") for line in (place / "held_out/mnm_loss.tsv").read_text().splitlines()]
    assert table[0] == ["step", "mnm_loss"]
    assert [row[0] for row in table[1:]] == ["0", "3", "6"]
    (point,) = (place / "train/mnm.tsv").read_text().splitlines()[1:]
    step, mean = point.split("\t")
    assert step == "6"
    assert float(mean) == pytest.approx(sum(record.mnm for record in run.seeds[0].history) / 6)


def test_resuming_a_run_that_had_come_to_its_end_changes_nothing(run):
    before = tree(run.directory)
    again = train(small_task(), small_params(), resume=True, runs=run.directory.parent)
    assert tree(run.directory) == before
    assert [trained.history for trained in again.seeds] == [trained.history for trained in run.seeds]
    assert rounded(figures(again)) == rounded(figures(run))


@pytest.mark.parametrize("resume", [True, False])
def test_a_complete_run_is_repeated(tmp_path, resume):
    params = small_params(steps=2)
    first = train(small_task(), params, seeds=[0], runs=tmp_path)
    before = tree(first.directory)
    complete_run(first.directory)
    (first.directory / "seed_0" / "last.pt").unlink()
    assert tree(train(small_task(), params, seeds=[0], resume=resume, runs=tmp_path).directory) == before


def test_what_changes_the_result_changes_the_run(tmp_path):
    runs = [
        train(small_task(windows), small_params(steps=2, **changes), seeds=[0], runs=tmp_path)
        for windows, changes in ((60, {}), (63, {}), (60, {"mnm_rate": 0.5}))
    ]
    assert len({run.key for run in runs}) == 3


@pytest.mark.slow
def test_a_run_repeats_byte_for_byte_with_any_number_of_seeds_at_once(tmp_path, monkeypatch):
    monkeypatch.undo()  # other processes compute in what this machine has
    for place, processors in (("one", 1), ("two", 2)):
        monkeypatch.setattr("joblib.cpu_count", lambda count=processors: count)
        run = train(small_task(), small_params(), runs=tmp_path / place / "runs")
        write_model(tmp_path / place / "model", run)
        write_series(tmp_path / place / "series", run)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")


def test_the_code_of_the_encoder_decides_on_the_run():
    found = trainer._modules()
    assert {
        "encoder/encoder",
        "encoder/layers",
        "batches/masking",
        "training/step",
        "training/train",
        "training/trainer",
    } < set(found)
    assert not any(name.startswith("/") or name.endswith(".py") for name in found)


def test_one_process_has_nothing_to_shard(tmp_path):
    with pytest.raises(ParamsError, match="--shard needs several processes"):
        train(small_task(), small_params(), sharded=True, runs=tmp_path)


def test_no_seed_is_refused(tmp_path):
    with pytest.raises(ModelError, match="no seed to train with"):
        train(small_task(), small_params(), seeds=[], runs=tmp_path)


def test_a_batch_that_holds_no_whole_row_is_refused(tmp_path):
    with pytest.raises(ParamsError, match=r"graphmer.batch_tokens: 100 is no multiple"):
        train(small_task(), small_params(batch_tokens=100), runs=tmp_path)
