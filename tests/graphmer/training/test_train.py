"""Training: it learns, repeats itself, keeps checkpoints, stops at NaN, and says what is wrong with its inputs."""

import resource
from contextlib import contextmanager
from dataclasses import replace

import pytest
import torch
from accelerate.state import AcceleratorState
from safetensors.torch import load_file

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.evaluate import held_out_batches, score_baselines
from codegraft.graphmer.training.profiles import PROFILES, Cut, multiplies_bfloat16
from codegraft.graphmer.training.records import best_of
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.train import train_encoder
from tests.graphmer.chains.chain_cases import windows_in
from tests.graphmer.training.cases import CPU, small_params, small_task


def trained(directory, seed=5, task=None, **changes):
    params = small_params(**changes)
    return train_encoder(task or small_task(), params, seed, directory, runtime_of(CPU, params))


def weights(state):
    return {name: tensor.tolist() for name, tensor in state.weights().items()}


def test_it_learns_what_can_be_learned(tmp_path):
    state = trained(tmp_path, steps=40, warmup=5, eval_every=40, checkpoint_every=40)
    before, after = (evaluation.scores for evaluation in state.evaluations)
    assert after.mnm_loss < before.mnm_loss - 0.25  # where counting ends
    assert after.mnm_accuracy > before.mnm_accuracy
    assert state.history[-1].mnm < state.history[0].mnm - 0.25


def test_it_repeats_itself_and_seeds_differ(tmp_path):
    first, again, other = (trained(tmp_path / name, seed=seed) for name, seed in (("a", 1), ("b", 1), ("c", 2)))
    assert weights(first) == weights(again)
    assert (first.history, first.evaluations) == (again.history, again.evaluations)
    assert weights(first) != weights(other)


def test_as_many_steps_are_taken_as_are_asked_for(tmp_path):
    state = trained(tmp_path, steps=7, batch_tokens=512)
    assert [record.step for record in state.history] == list(range(1, 8))
    assert state.position.step == 7
    taken = {int(state["step"]) for state in state.optimizer.state.values()}
    assert taken == {7}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"use_leaves": False},
        {"use_fusion": False, "use_decay": False},
        {"use_positions": False, "use_rel_attention_bias": False},
        {"use_positions": False, "use_rel_attention_bias": False, "paper_mode": True},
    ],
)
def test_every_weight_of_every_variant_is_trained(tmp_path, changes):
    state = trained(tmp_path, steps=1, **changes)
    assert set(state.optimizer.state) == set(state.module.parameters())


def test_layers_that_are_computed_again_learn_the_same(tmp_path, monkeypatch):
    kept = trained(tmp_path / "kept", steps=2)
    monkeypatch.setitem(PROFILES, "cpu", replace(PROFILES["cpu"], recompute=True))
    assert weights(trained(tmp_path / "again", steps=2)) == weights(kept)


def test_checkpoints_are_the_best_the_last_and_every_so_many(tmp_path):
    state = trained(tmp_path, steps=5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["best.pt", "last.pt", "step_2.pt", "step_4.pt"]
    assert [evaluation.step for evaluation in state.evaluations] == [0, 3, 5]
    best = load_model(tmp_path / "best.pt")
    assert best.trained_on == {"seed": 5, "step": best_of(state.evaluations, small_params()).step}
    assert load_model(tmp_path / "step_2.pt").trained_on["step"] == 2


def test_a_training_that_only_does_harm_keeps_the_least_harmed(tmp_path):
    state = trained(tmp_path, steps=6, lr=1.0, warmup=0)
    losses = [evaluation.loss(small_params()) for evaluation in state.evaluations]
    assert min(losses[1:]) > losses[0]
    assert load_model(tmp_path / "best.pt").trained_on["step"] == 3 * (1 + losses[1:].index(min(losses[1:])))


def test_the_last_encoder_is_that_of_the_state(tmp_path):
    state = trained(tmp_path, steps=4, checkpoint_every=4)
    saved = load_model(tmp_path / "step_4.pt").model.state_dict()
    assert weights(state) == {name: tensor.tolist() for name, tensor in saved.items()}


@pytest.mark.parametrize("rows", [1, 4])
def test_how_a_step_is_cut_into_micro_batches_changes_no_loss(tmp_path, rows, monkeypatch):
    two = trained(tmp_path / "two", dropout=0.0)
    monkeypatch.setitem(PROFILES, "cpu", replace(PROFILES["cpu"], rows=rows))
    other = trained(tmp_path / "other", dropout=0.0)
    assert (two.runtime.cut, other.runtime.cut) == (Cut(2, 2, 1), Cut(rows, 4 // rows, 1))
    for one, another in zip(two.history, other.history, strict=True):
        assert list(one) == pytest.approx(list(another), rel=2e-4, abs=1e-5)


def test_the_rate_warms_up_and_falls(tmp_path):
    rates = [record.lr for record in trained(tmp_path, steps=5, warmup=2).history]
    assert rates[:2] == [1.5e-3, 3e-3]
    assert rates[1:] == sorted(rates[1:], reverse=True)


def test_a_loss_that_is_no_number_ends_it_and_keeps_its_batches(tmp_path):
    with pytest.raises(ModelError, match=r"seed 5, step \d: .*no longer a finite number.*lower graphmer.lr") as caught:
        trained(tmp_path, lr=1e30, clip_norm=1e30, warmup=0)
    (saved,) = tmp_path.glob("batches_of_step_*.safetensors")
    assert str(saved) in str(caught.value)
    tensors = load_file(saved)
    assert {name.split(".")[1] for name in tensors} == set(Batch._fields)
    assert not (tmp_path / "last.pt").exists()


def test_baselines_are_scored_on_the_same_items(tmp_path):
    task, params = small_task(), small_params()
    state = trained(tmp_path, task=task)
    scores = score_baselines(task, held_out_batches(task, params, 2))["frequencies"]
    for evaluation in state.evaluations:
        assert (evaluation.scores.roots, evaluation.scores.tails) == (scores.roots, scores.tails)
    assert scores.roots > 10
    assert scores.tails > 5


@pytest.mark.parametrize(("asked", "windows"), [(None, 20), (1, 1), (7, 7), (20, 20), (99, 20)])
def test_so_many_held_out_windows_are_judged_on_as_are_asked_for(asked, windows):
    task = small_task()
    epoch = held_out_batches(task, small_params(eval_windows=asked), 2)
    seen = windows_in(epoch[number] for number in range(len(epoch)))
    assert len(seen) == windows
    assert len(set(seen)) == windows


def test_a_damaged_checkpoint_is_not_resumed_from(tmp_path):
    trained(tmp_path)
    (tmp_path / "last.pt").write_bytes((tmp_path / "last.pt").read_bytes()[:-400])
    with pytest.raises(ModelError, match=r"last.pt: damaged .*begin anew"):
        trained(tmp_path)


@pytest.mark.parametrize("changes", [{"use_fusion": False}, {"size": "small"}])
def test_a_checkpoint_of_another_encoder_is_not_resumed_from(tmp_path, changes):
    trained(tmp_path, steps=2)
    with pytest.raises(ModelError, match=r"last.pt: made with config .*, expected .*begin anew"):
        trained(tmp_path, steps=2, **changes)


@contextmanager
def no_file_larger_than(size):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_checkpoint_for_which_there_is_no_room_leaves_the_one_before(tmp_path):
    first = trained(tmp_path, steps=2)
    message = r"(best|step_4).pt: cannot be written: File too large; make room"
    with no_file_larger_than(100_000), pytest.raises(ModelError, match=message):
        trained(tmp_path, steps=4)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["best.pt", "last.pt", "step_2.pt"]
    assert weights(trained(tmp_path, steps=2)) == weights(first)


def test_evaluation_does_not_change_what_is_learned(tmp_path):
    often, once = (trained(tmp_path / str(every), eval_every=every) for every in (1, 6))
    assert weights(often) == weights(once)


def test_dropout_is_off_in_evaluation(tmp_path):
    much, none = (trained(tmp_path / str(dropout), steps=1, dropout=dropout) for dropout in (0.9, 0.0))
    assert much.evaluations[0] == none.evaluations[0]
    assert torch.is_grad_enabled()


@pytest.mark.skipif(not multiplies_bfloat16(CPU), reason="this CPU has no products of bfloat16")
def test_bfloat16_comes_close_to_float32(tmp_path, monkeypatch):
    exact = trained(tmp_path / "float32", dropout=0.0)
    AcceleratorState._reset_state(reset_partial_state=True)
    monkeypatch.undo()
    close = trained(tmp_path / "bfloat16", dropout=0.0)
    assert (exact.runtime.profile.precision, close.runtime.profile.precision) == ("no", "bf16")
    for one, other in zip(exact.history, close.history, strict=True):
        assert list(one) == pytest.approx(list(other), rel=0.05, abs=0.02)
        assert one != other
