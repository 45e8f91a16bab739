"""All seeds: the choice among them, the directory of the run, and what is written for use and for judging."""

import hashlib
import json

import numpy as np
import pyarrow.parquet as pq
import pytest
import torch
from safetensors import safe_open

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.evaluate.predictions import read_predictions
from codegraft.graphsage.outputs import write_model
from codegraft.graphsage.trainer import data_hash, train
from codegraft.graphsage.training_report import figures, write_series
from codegraft.training.reproducible import set_reproducible
from codegraft.training.runs import complete_run
from tests.graphsage.datasets import small_dataset, small_params

HERE = {"hardware": "cpu", "threads": 1}


def tree(directory):
    return {
        str(path.relative_to(directory)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in directory.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def dataset():
    return small_dataset()


@pytest.fixture(scope="module")
def run(dataset, tmp_path_factory):
    set_reproducible(0, 1)
    return train(dataset, small_params(), **HERE, runs=tmp_path_factory.mktemp("runs"))


@pytest.fixture(scope="module")
def written(run, tmp_path_factory):
    directory = tmp_path_factory.mktemp("out") / "model"
    write_model(directory, run, {"note": "a test"})
    return directory


def test_every_seed_is_trained_in_a_directory_of_its_own(run):
    assert [trained.seed for trained in run.seeds] == [0, 1]
    assert sorted(path.name for path in run.directory.iterdir()) == ["seed_0", "seed_1"]


def test_the_least_validation_loss_is_chosen(run):
    losses = {trained.seed: trained.best.validation["deciding"] for trained in run.seeds}
    assert losses[run.chosen.seed] == min(losses.values())


def test_a_smoke_run_touches_no_other_run(dataset, run):
    before = tree(run.directory)
    smoke = train(dataset, small_params(epochs=1), **HERE, seeds=[0], limit=5, runs=run.directory.parent)
    assert smoke.directory != run.directory
    assert tree(run.directory) == before


def test_resuming_a_run_that_had_come_to_its_end_changes_nothing(dataset, run):
    before = tree(run.directory)
    again = train(dataset, small_params(), **HERE, resume=True, runs=run.directory.parent)
    assert tree(run.directory) == before
    assert [trained.history for trained in again.seeds] == [trained.history for trained in run.seeds]


@pytest.mark.parametrize("resume", [True, False])
def test_a_complete_run_is_repeated(dataset, tmp_path, resume):
    first = train(dataset, small_params(epochs=1), **HERE, seeds=[0], runs=tmp_path)
    before = tree(first.directory)
    (first.directory / "seed_0" / "last.pt").unlink()
    complete_run(first.directory)
    assert (
        tree(train(dataset, small_params(epochs=1), **HERE, seeds=[0], resume=resume, runs=tmp_path).directory)
        == before
    )


def test_what_changes_the_result_changes_the_run(dataset, run):
    other = small_dataset(8)
    assert data_hash(other) != data_hash(dataset) == data_hash(small_dataset())
    keys = {train(other, small_params(epochs=1), **HERE, seeds=[0], limit=4, runs=run.directory.parent).key, run.key}
    assert len(keys) == 2


def test_no_seed_is_refused(dataset, tmp_path):
    with pytest.raises(ModelError, match="no seed to train with"):
        train(dataset, small_params(), **HERE, seeds=[], runs=tmp_path)


def test_the_model_says_where_it_comes_from(run, written):
    trained = load_model_for_inference(written / "model.pt")
    assert trained.trained_on["note"] == "a test"
    assert trained.trained_on["data"] == run.data
    assert (trained.trained_on["seed"], trained.trained_on["epoch"]) == (run.chosen.seed, run.chosen.best_epoch)
    assert trained.vocabularies == run.examples.vocabularies
    assert trained.temperature > 0


def test_predictions_are_those_of_every_seed_on_what_it_has_not_seen(dataset, run, written):
    predicted = read_predictions(written, dataset)
    rows = np.flatnonzero(np.asarray(dataset.programs.rows["split"]) != "train")
    assert predicted.bugs.shape == (2, len(rows), 2)
    table = pq.read_table(written / "predictions.parquet")
    assert set(table["split"].to_pylist()) == {"validation", "test"}
    assert table.num_rows == 2 * 4 * 6
    for seed, trained in enumerate(run.seeds):
        row = int(predicted.rows[3])
        alone = dataset.programs.graphs[row]
        with torch.no_grad():
            said = trained.model.eval()(alone.x, alone.edge_index, alone.graph, 1)
        assert predicted.confidence[seed, row] == pytest.approx(float(said.confidence), abs=1e-5)
        np.testing.assert_allclose(predicted.embedding[seed, 3], said.embedding[0], atol=1e-5)


def test_known_programs_are_those_that_people_wrote_and_none_of_the_test(written):
    with safe_open(written / "retrieval.safetensors", framework="pt") as file:
        embedding, programs = file.get_tensor("embedding"), json.loads(file.metadata()["programs"])
    assert len(embedding) == len(programs) == 6 * 5
    assert {program["origin"] for program in programs} == {"correct", "incorrect"}
    assert {program["split"] for program in programs} == {"train", "validation"}


@pytest.mark.slow
def test_a_run_repeats_byte_for_byte_with_any_number_of_processes(dataset, run, written, tmp_path):
    again = train(dataset, small_params(jobs=2), **HERE, runs=tmp_path / "runs")
    write_model(tmp_path / "model", again, {"note": "a test"})
    write_series(tmp_path / "series", again)
    write_series(tmp_path / "series of the first", run)
    assert tree(again.directory) == tree(run.directory)
    assert tree(tmp_path / "model") == tree(written)
    assert tree(tmp_path / "series") == tree(tmp_path / "series of the first")
    assert figures(again) == figures(run)


def test_figures_name_every_term_of_every_seed(run):
    said = figures(run)
    terms = {"confidence", "ranking", "embedding", "imports", "bugs", "total"}
    assert set(said["seeds"]) == {"0", "1"}
    for of_seed in said["seeds"].values():
        assert set(of_seed["train_loss"]) == set(of_seed["validation_loss"]) == terms
    assert said["train"] == {"programs": 26, "import_graphs": 26}


def test_series_have_a_row_for_each_epoch_and_nothing_else_is_touched(run, tmp_path):
    write_series(tmp_path / "series", run)
    names = {path.name for path in tmp_path.rglob("*")}
    assert "dvc.yaml" not in names
    assert "report.html" not in names
    lines = (tmp_path / "series/seed_0/plots/metrics/validation/total.tsv").read_text().splitlines()
    assert lines[0].split("\t") == ["step", "total"]
    assert [line.split("\t")[0] for line in lines[1:]] == ["1", "2", "3"]
    assert (tmp_path / "series").is_dir()
