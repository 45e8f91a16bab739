"""What a training needs to go on: saved, brought back, and the same to the last bit."""

import pytest
import torch

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import load_checkpoint
from codegraft.graphsage.model import ModelConfig
from codegraft.graphsage.state import EpochRecord, new_state, seed_epoch
from tests.graphsage.datasets import CPU, VOCABULARIES, small_params

CONFIG = ModelConfig(imports=2, bugs=2, inputs=6, hidden=(8, 8, 4), embedding=7)
PARAMS = small_params(
    lr=0.25, weight_decay=0.125, plateau_factor=0.5, plateau_patience=1, min_delta=0.1, early_stopping=7
)
RECORDS = [
    EpochRecord(1, 0.25, {"total": 3.0, "confidence": 1.0}, {"total": 2.0, "deciding": 1.5}),
    EpochRecord(2, 0.25, {"total": 2.5, "confidence": 0.5}, {"total": 1.75, "deciding": 1.25}),
]


def fresh(seed=3):
    return new_state(CONFIG, PARAMS, seed, CPU)


def advanced():
    """A training of two epochs, of which the second was no progress and the rate has fallen."""
    state = fresh()
    for weight in state.model.parameters():
        weight.grad = torch.full_like(weight, 0.5)
    state.optimizer.step()
    for loss in (1.5, 1.45, 1.42):
        state.scheduler.step(loss)
        state.patience.progressed(loss)
    state.history += RECORDS
    state.best_epoch = 1
    return state


def equal(one, other):
    """Whether two nested states are the same, tensors by value."""
    if isinstance(one, torch.Tensor):
        return torch.equal(one, other)
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[name], other[name]) for name in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(equal, one, other))
    return one == other


def test_all_that_changes_comes_back(tmp_path):
    state = advanced()
    state.save(tmp_path / "last.pt", PARAMS, VOCABULARIES)
    again = fresh(seed=4)
    assert not equal(dict(again.model.state_dict()), dict(state.model.state_dict()))
    again.restore(tmp_path / "last.pt")
    assert equal(dict(again.model.state_dict()), dict(state.model.state_dict()))
    assert equal(again.optimizer.state_dict(), state.optimizer.state_dict())
    assert again.scheduler.state_dict() == state.scheduler.state_dict()
    assert again.patience == state.patience
    assert (again.history, again.best_epoch, again.epoch, again.lr) == (RECORDS, 1, 2, 0.125)
    again.save(tmp_path / "again.pt", PARAMS, VOCABULARIES)
    assert (tmp_path / "again.pt").read_bytes() == (tmp_path / "last.pt").read_bytes()


def test_a_checkpoint_says_what_its_training_was_for_and_how_far_it_came(tmp_path):
    advanced().save(tmp_path / "last.pt", PARAMS, VOCABULARIES)
    content = load_checkpoint(tmp_path / "last.pt")[2]
    assert (content["epoch"], content["train_loss"], content["val_loss"]) == (2, 2.5, 1.75)
    said = PARAMS.model_dump()
    del said["seeds"], said["jobs"]
    assert content["metadata"]["params"] == said
    assert content["metadata"]["vocabularies"] == VOCABULARIES._asdict()


@pytest.mark.parametrize("missing", ["scheduler", "patience", "history", "best_epoch"])
def test_what_a_checkpoint_lacks_is_named(tmp_path, missing):
    advanced().save(tmp_path / "last.pt", PARAMS, VOCABULARIES)
    content = torch.load(tmp_path / "last.pt", weights_only=True)
    del content["metadata"][missing]
    torch.save(content, tmp_path / "last.pt")
    with pytest.raises(
        ModelError, match=rf"last\.pt: lacks what resuming needs \('{missing}'\); train without --resume to begin anew$"
    ):
        fresh().restore(tmp_path / "last.pt")


def test_a_history_of_another_form_is_not_taken(tmp_path):
    advanced().save(tmp_path / "last.pt", PARAMS, VOCABULARIES)
    content = torch.load(tmp_path / "last.pt", weights_only=True)
    content["metadata"]["history"] = [(1, 0.25)]
    torch.save(content, tmp_path / "last.pt")
    with pytest.raises(ModelError, match="lacks what resuming needs"):
        fresh().restore(tmp_path / "last.pt")


def test_the_seed_alone_decides_the_weights():
    torch.manual_seed(11)
    one = dict(fresh().model.state_dict())
    torch.manual_seed(12)
    assert equal(one, dict(fresh().model.state_dict()))
    assert not equal(one, dict(fresh(seed=4).model.state_dict()))


def test_a_training_begins_as_its_parameters_say():
    state = fresh()
    assert (state.epoch, state.best_epoch, state.history, state.lr) == (0, 0, [], 0.25)
    assert (state.patience.epochs, state.patience.min_delta) == (7, 0.1)
    (group,) = state.optimizer.param_groups
    assert (group["weight_decay"], group["fused"]) == (0.125, True)
    assert len(group["params"]) == len(list(state.model.parameters()))


@pytest.mark.parametrize(
    ("losses", "rate"),
    [((1.0, 0.95, 0.95), 0.125), ((1.0, 0.95), 0.25), ((1.0, 0.85, 0.7, 0.55), 0.25), ((9.0, 8.95, 8.91), 0.125)],
)
def test_the_rate_falls_when_no_loss_is_less_by_the_least_difference(losses, rate):
    """The difference is absolute, and as many epochs may pass without progress as the parameters say."""
    state = fresh()
    for loss in losses:
        state.scheduler.step(loss)
    assert state.lr == rate


def test_every_epoch_of_every_seed_draws_its_own_and_always_the_same():
    def drawn(seed, epoch):
        seed_epoch(seed, epoch)
        return torch.initial_seed()

    assert drawn(3, 2) == 5737856171534892084
    assert len({drawn(seed, epoch) for seed in range(5) for epoch in range(5)}) == 25
    seed_epoch(3, 2)
    first = torch.rand(3)
    seed_epoch(3, 2)
    assert torch.equal(first, torch.rand(3))
