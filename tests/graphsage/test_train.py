"""Training: it learns, repeats itself, stops, keeps checkpoints, and goes on after SIGKILL as if nothing had been."""

import dataclasses
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphsage.batches import examples_of
from codegraft.graphsage.checkpoint import load_checkpoint
from codegraft.graphsage.direct import LEAST_DEVIATION, STEP
from codegraft.graphsage.evaluate.pooled import pooled
from codegraft.graphsage.train import splits_of, train_network
from codegraft.programs.dataset import Dataset, Taught
from codegraft.programs.packed import pack
from codegraft.programs.vocabulary import Vocabularies
from codegraft.training.reproducible import set_reproducible
from tests.graphsage.datasets import CPU, small_dataset, small_params, taken

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def one_thread():
    set_reproducible(0, 1)


def trained(directory, dataset=None, seed=5, limit=None, **changes):
    examples = examples_of(dataset or small_dataset())
    return train_network(examples, splits_of(examples, limit), small_params(**changes), seed, directory, CPU)


def weights(state):
    return {name: tensor.tolist() for name, tensor in state.model.state_dict().items()}


def test_it_learns_what_can_be_learned(tmp_path):
    state = trained(tmp_path, epochs=8)
    assert state.history[-1].train["total"] < state.history[0].train["total"]
    assert state.history[state.best_epoch - 1].validation["auroc_within_problem"] > 0.9


def test_the_linear_map_reads_pooled_features_as_they_are_among_the_training_programs(tmp_path):
    examples = examples_of(small_dataset())
    splits = splits_of(examples)
    direct = train_network(examples, splits, small_params(epochs=1), 5, tmp_path, CPU).model.direct
    expected = pooled(examples.graphs, splits.train.programs)
    np.testing.assert_allclose(direct.mean.numpy(), expected.mean(axis=0), atol=1e-5)
    live = expected.std(axis=0) > LEAST_DEVIATION
    np.testing.assert_allclose(direct.scale.numpy()[live], STEP / expected.std(axis=0)[live], rtol=1e-4)
    assert not direct.scale[np.ptp(expected, axis=0) == 0].any()
    assert direct.logits.any()


def test_it_repeats_itself_and_seeds_differ(tmp_path):
    first, again, other = (trained(tmp_path / name, seed=seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert weights(first) == weights(again)
    assert first.history == again.history
    assert weights(first) != weights(other)


def test_checkpoints_are_the_best_the_last_and_every_so_many(tmp_path):
    state = trained(tmp_path, epochs=5, checkpoint_every=2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["best.pt", "epoch_2.pt", "epoch_4.pt", "last.pt"]
    epochs = {name: load_checkpoint(tmp_path / name)[2]["epoch"] for name in ("best.pt", "epoch_2.pt", "last.pt")}
    assert epochs == {"best.pt": state.best_epoch, "epoch_2.pt": 2, "last.pt": 5}
    metadata = load_checkpoint(tmp_path / "best.pt")[2]["metadata"]
    assert metadata["vocabularies"]["imports"] == {"os": 9, "re": 7}
    assert metadata["params"]["epochs"] == 5


def test_the_network_that_is_returned_is_that_of_the_best_epoch(tmp_path):
    state = trained(tmp_path, epochs=4, lr=0.5)
    best, _, metadata = load_checkpoint(tmp_path / "best.pt")
    assert weights(state) == {name: tensor.tolist() for name, tensor in best.state_dict().items()}
    best = min(state.history, key=lambda record: record.validation["deciding"])
    assert metadata["val_loss"] == best.validation["total"]


def test_it_stops_when_nothing_is_gained(tmp_path):
    state = trained(tmp_path, epochs=30, early_stopping=2, min_delta=100.0, plateau_patience=1)
    assert len(state.history) == 3
    assert state.best_epoch == 1


def test_the_rate_falls_on_a_plateau(tmp_path):
    rates = [record.lr for record in trained(tmp_path, epochs=5, min_delta=100.0, plateau_patience=1).history]
    assert rates[0] == 1e-3
    assert rates[-1] == pytest.approx(5e-4)


def test_a_last_batch_of_one_program_works(tmp_path):
    dataset = small_dataset()
    programs = int((dataset.programs.rows["split"].to_numpy(zero_copy_only=False) == "train").sum())
    assert trained(tmp_path, dataset, epochs=1, batch_size=programs - 1).epoch == 1


@pytest.mark.parametrize("right", [True, False])
def test_labels_all_of_one_class_work(tmp_path, right):
    state = trained(tmp_path, small_dataset(right=right), epochs=1)
    assert "auroc_within_problem" not in state.history[0].validation
    assert state.history[0].train["ranking"] == 0


def test_empty_vocabularies_work(tmp_path):
    state = trained(tmp_path, small_dataset(vocabularies=Vocabularies({}, {})), epochs=1)
    assert state.history[0].train["imports"] == state.history[0].train["bugs"] == 0


def test_without_texts_without_imports_the_head_learns_nothing(tmp_path):
    dataset = small_dataset()
    none = Taught(pack([]), dataset.imports.rows.slice(0, 0))
    assert trained(tmp_path, dataclasses.replace(dataset, imports=none), epochs=1).history[0].train["imports"] == 0


@pytest.mark.parametrize("split", ["train", "validation"])
def test_an_empty_split_is_refused(split):
    dataset = small_dataset()
    rows = dataset.programs.rows
    keep = [row for row, name in enumerate(rows["split"].to_pylist()) if name != split]
    taught = Taught(pack([]), rows.slice(0, 0))
    few = Dataset(taken(dataset.programs, keep), taught, dataset.vocabularies, dataset.schema)
    with pytest.raises(ModelError, match=f"the {split} split has no program"):
        splits_of(examples_of(few))


def test_a_loss_that_is_no_number_ends_it(tmp_path):
    with pytest.raises(ModelError, match=r"seed 5, epoch \d: the loss is no longer a number; lower graphsage.lr"):
        trained(tmp_path, lr=1e30, clip_norm=1e30)


def test_a_limit_takes_about_so_many_programs():
    examples = examples_of(small_dataset(20))
    splits = splits_of(examples, 10)
    assert (len(splits.train.programs), len(splits.validation.programs)) == (10, 2)
    assert 0 < len(splits.train.imports) <= 12
    assert len(splits_of(examples, 10_000).train.programs) == len(examples.split("train").programs)


def test_a_damaged_checkpoint_is_not_resumed_from(tmp_path):
    trained(tmp_path, epochs=1)
    last = tmp_path / "last.pt"
    last.write_bytes(last.read_bytes()[:-1000])
    with pytest.raises(ModelError, match=r"last\.pt: damaged"):
        trained(tmp_path, epochs=1)


def test_a_checkpoint_without_the_state_of_the_training_is_not_resumed_from(tmp_path):
    trained(tmp_path, epochs=1)
    content = torch.load(tmp_path / "last.pt", weights_only=True)
    torch.save(content | {"metadata": {}}, tmp_path / "last.pt")
    with pytest.raises(ModelError, match="lacks what resuming needs"):
        trained(tmp_path, epochs=1)


@pytest.mark.slow
def test_a_training_killed_at_any_moment_ends_as_one_that_was_not(tmp_path):
    command = [sys.executable, "-m", "tests.graphsage.killed_training", str(tmp_path)]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=600).stdout
    courses = [json.loads(line) for line in said.splitlines()]
    assert len(courses) == 8
    assert all(course["killed"] > 0 for course in courses[1:-1])
    assert {course["course"]: course["outcome"] for course in courses} == {
        course["course"]: courses[0]["outcome"] for course in courses
    }
