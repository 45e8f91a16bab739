"""What a training needs to go on: saved, brought back, and the same to the last bit."""

import numpy as np
import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.feed import Position
from codegraft.graphmer.batches.scores import Scores
from codegraft.graphmer.training.checkpoint import Meaning
from codegraft.graphmer.training.records import Evaluation, StepRecord
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.state import TrainingState, new_state, optimizer_for
from tests.graphmer.training.cases import CPU, small_params, small_task

TASK = small_task(12)
PARAMS = small_params(lr=0.25, weight_decay=0.125)
HISTORY = [StepRecord(step, 1, 0.25, *map(float, range(step, step + 6))) for step in (1, 2)]
EVALUATIONS = [Evaluation(0, Scores(*map(float, range(len(Scores._fields)))))]


def fresh(seed=3) -> TrainingState:
    meaning = Meaning(TASK.config(PARAMS), TASK.header.tokenizer, TASK.header.relations)
    return new_state(meaning, TASK, PARAMS, seed, runtime_of(CPU, PARAMS))


def advanced():
    """A training of two steps."""
    state = fresh()
    for _ in HISTORY:
        for weight in state.module.parameters():
            weight.grad = torch.full_like(weight, 0.5)
        state.optimizer.step()
    state.position = Position(2, 1, 2)
    state.history += HISTORY
    state.evaluations += EVALUATIONS
    return state


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("saved") / "last.pt"
    advanced().save(path)
    return path


def rewritten(saved, tmp_path, change):
    content = torch.load(saved, weights_only=True)
    change(content)
    torch.save(content, tmp_path / "last.pt")
    return tmp_path / "last.pt"


def optimizer_of(state):
    """State and settings of each weight's optimizer, as plain values."""
    content = state.optimizer.state_dict()
    numbers = {place: {name: part.tolist() for name, part in one.items()} for place, one in content["state"].items()}
    return numbers, [{**group, "betas": tuple(group["betas"])} for group in content["param_groups"]]


def weights(state):
    return {name: tensor.tolist() for name, tensor in state.weights().items()}


def test_all_that_changes_comes_back(saved, tmp_path):
    state, again = advanced(), fresh()
    assert weights(again) != weights(state)
    again.restore(saved)
    assert weights(again) == weights(state)
    assert optimizer_of(again) == optimizer_of(state)
    assert (again.position, again.history, again.evaluations) == (Position(2, 1, 2), HISTORY, EVALUATIONS)
    assert type(again.position) is Position
    assert {type(record) for record in again.history} == {StepRecord}
    assert {type(evaluation.scores) for evaluation in again.evaluations} == {Scores}
    again.save(tmp_path / "again.pt")
    assert (tmp_path / "again.pt").read_bytes() == saved.read_bytes()


def test_weights_are_named_as_the_encoder_alone_names_them(saved):
    state = fresh()
    assert set(state.weights()) == set(state.runtime.objective(state.module).model.state_dict())


def test_a_restored_optimizer_goes_on_as_this_device_computes(saved, tmp_path):
    def of_another_device(content):
        for group in content["optimizer"]["param_groups"]:
            group["fused"] = not group["fused"]

    state = fresh()
    state.restore(rewritten(saved, tmp_path, of_another_device))
    assert {group["fused"] for group in state.optimizer.param_groups} == {state.runtime.profile.fused}


def test_only_the_main_process_writes(tmp_path, monkeypatch):
    state = fresh()
    monkeypatch.setattr(type(state.runtime), "is_main", False)
    state.save(tmp_path / "last.pt")
    assert list(tmp_path.iterdir()) == []


def test_another_seed_is_not_resumed(saved):
    with pytest.raises(ModelError, match=r"last\.pt: made with seed 3, expected 4; train without --resume"):
        fresh(seed=4).restore(saved)


@pytest.mark.parametrize("missing", ["position", "history", "evaluations", "model", "optimizer"])
def test_what_a_checkpoint_lacks_is_named(saved, tmp_path, missing):
    path = rewritten(saved, tmp_path, lambda content: content.pop(missing))
    with pytest.raises(
        ModelError, match=rf"last\.pt: lacks what resuming needs \('{missing}'\); train without --resume to begin anew$"
    ):
        fresh().restore(path)


def test_a_history_or_an_optimizer_of_another_step_is_not_resumed(saved, tmp_path):
    message = r"last\.pt: lacks what resuming needs \(its history or its optimizer is not that of its step\); train"
    for change in (
        lambda content: content["history"].pop(),
        lambda content: content["optimizer"]["state"].pop(next(iter(content["optimizer"]["state"]))),
        lambda content: content.update(position=(1, 1, 1)),
    ):
        with pytest.raises(ModelError, match=message):
            fresh().restore(rewritten(saved, tmp_path, change))


def test_the_seed_alone_decides_the_weights():
    torch.manual_seed(11)
    one = weights(fresh())
    torch.manual_seed(12)
    assert weights(fresh()) == one
    assert weights(fresh(seed=4)) != one


def test_a_training_begins_at_its_beginning_with_the_priors_of_its_tokens():
    state = fresh()
    assert (state.position, state.history, state.evaluations, state.seed) == (Position(0, 1, 0), [], [], 3)
    counted = count(TASK.train, state.meaning.config.vocabulary, state.meaning.config.relations, 4)
    np.testing.assert_allclose(state.weights()["mlm_head.decoder_bias"], counted.token, rtol=1e-6)


def test_decay_spares_vectors():
    module = torch.nn.Sequential(torch.nn.Linear(3, 2), torch.nn.LayerNorm(2))
    optimizer = optimizer_for(module, PARAMS, fused=True)
    matrices, vectors = optimizer.param_groups
    assert [weight.ndim for weight in matrices["params"]] == [2]
    assert [weight.ndim for weight in vectors["params"]] == [1, 1, 1]
    assert (matrices["weight_decay"], vectors["weight_decay"]) == (0.125, 0.0)
    for group in optimizer.param_groups:
        assert (group["lr"], group["betas"], group["fused"]) == (0.25, (0.9, 0.98), True)
    assert not any(group["fused"] for group in optimizer_for(module, PARAMS, fused=False).param_groups)
