"""Encoders are judged file by file as they would be at once, and as their training judged them."""

import numpy as np
import pytest

from codegraft.graphmer.ablation.judge import judge, sums_by_file
from codegraft.graphmer.ablation.questions import questions_of
from codegraft.graphmer.ablation.variants import VARIANTS, WHOLE, section_of
from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.scores import scores_of
from codegraft.graphmer.training import trainer
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.outputs import write_every_seed
from codegraft.params import Ablation
from tests.graphmer.training.cases import small_params, small_task

ABLATION = Ablation(steps=3, seeds=[0, 1, 2], windows=None)


@pytest.fixture
def train(tmp_path, monkeypatch):
    monkeypatch.setattr("joblib.cpu_count", lambda: 1)
    monkeypatch.setattr(trainer, "_A_PROCESSOR", 1)

    def run(task, variant, seeds):
        params = section_of(variant, small_params(), ABLATION)
        return trainer.train(task, params, hardware="cpu", seeds=seeds, runs=tmp_path / "runs")

    return run


def halves(task):
    numbers = np.arange(len(task.held_out))
    return {"even.py": numbers[::2], "odd.py": numbers[1::2]}


def test_files_together_score_as_all_windows_at_once():
    task, params = small_task(), section_of(WHOLE, small_params(), ABLATION)
    counted = count(task.train, task.header.vocabulary, len(task.header.relations), task.header.tail_slots)
    (at_once,) = sums_by_file(task, params, [np.arange(len(task.held_out))], 2, counted.frequencies)
    parts = sums_by_file(task, params, halves(task).values(), 2, counted.frequencies)
    assert parts.sum(axis=0) == pytest.approx(at_once)
    asked = questions_of(task, params, params)
    assert at_once[5:].tolist() == [asked.asked.sum(), asked.hidden.sum()]


def test_an_encoder_is_judged_as_its_training_judged_it(train):
    task = small_task()  # of 20 held-out windows, as many as training evaluates on
    run = train(task, WHOLE, [0, 4])
    sums = judge(run, task, halves(task))
    assert sums.seeds == (0, 4)
    for trained, by_file in zip(run.seeds, sums.values, strict=True):
        assert scores_of(by_file.sum(axis=0)) == pytest.approx(trained.evaluations[-1].scores, rel=2e-2)


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_variant_trains_is_judged_and_is_kept(train, variant, tmp_path):
    task = small_task()
    run = train(task, variant, [3])
    sums = judge(run, task, halves(task))
    assert np.isfinite(sums.values).all()
    assert sums.files == ("even.py", "odd.py")
    write_every_seed(tmp_path / variant, run)
    (kept,) = (tmp_path / variant).iterdir()
    trained_on = load_model(kept).trained_on
    assert (kept.name, trained_on["seed"], trained_on["step"]) == ("seed_3.pt", 3, ABLATION.steps)
