"""The whole of training on the cores: made by other processes, in bfloat16, evaluated, kept, loaded on the CPU."""

import math

import pytest
import torch

from codegraft.graphmer.training import trainer
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.training.xla import compilations
from tests.graphmer.training.cases import small_params
from tests.graphmer.xla import twins

pytestmark = pytest.mark.xla


PARAMS = small_params(batch_tokens=16 * 64, steps=4, eval_every=2, checkpoint_every=2, lr=1e-2)


def train(seed, runs):
    return trainer.train(twins.TASK, PARAMS, hardware="tpu", seeds=[seed], runs=runs)


@pytest.fixture(scope="module")
def trained(cores, tmp_path_factory):
    """A training, and how many programs it compiled."""
    before = compilations()
    run = train(0, tmp_path_factory.mktemp("runs"))
    return run, compilations() - before


def test_training_learns_on_the_cores(trained):
    run, _ = trained
    (seed,) = run.seeds
    assert (run.runtime.device.type, run.runtime.profile.precision) == ("xla", "bf16")
    assert [evaluation.step for evaluation in seed.evaluations] == [0, 2, 4]
    assert all(math.isfinite(record.mlm) for record in seed.history)
    assert seed.evaluations[-1].scores.mnm_loss < seed.evaluations[0].scores.mnm_loss


def test_the_encoder_loads_without_the_cores(trained):
    run, _ = trained
    loaded = load_model(run.chosen_file)
    assert {weight.device.type for weight in loaded.model.parameters()} == {"cpu"}
    with torch.no_grad():
        assert loaded.model(twins.batches(1)[0]).isfinite().all()


def test_further_seeds_compile_nothing(trained, tmp_path):
    before = compilations()
    train(1, tmp_path)
    assert compilations() == before
