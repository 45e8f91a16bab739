"""Batches that other processes make ahead are those that this one would make, in the same order."""

from dataclasses import replace
from itertools import islice

import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.batches.feed import Feed, Position, Stage
from codegraft.graphmer.training.loading import Steps, load_steps
from codegraft.graphmer.training.runtime import runtime_of
from tests.graphmer.chains.chain_cases import flat
from tests.graphmer.training.cases import CPU, small_params, small_task

PARAMS, TASK, START = small_params(), small_task(), Position()


def loaded(workers, start=START, count=12, **config):
    feed = Feed(TASK.train, TASK.masker(PARAMS, 2), 5, processes=2, rank=1, batches=2, curriculum=(Stage(0, 40),))
    steps = Steps(feed, start, TASK.config(small_params(**config)))
    runtime = runtime_of(CPU, PARAMS)
    many = replace(runtime, profile=replace(runtime.profile, workers=workers))
    return list(islice(load_steps(steps, many), count))


@pytest.mark.parametrize("workers", [1, 3])
def test_workers_change_neither_batches_nor_their_order(workers, monkeypatch):
    monkeypatch.setattr("torch.utils.data.DataLoader.check_worker_number_rationality", lambda loader: None)
    monkeypatch.setattr("joblib.cpu_count", lambda: 8)
    alone, ahead = loaded(0), loaded(workers)
    assert [after for _, after in ahead] == [after for _, after in alone]
    assert [flat(batches) for batches, _ in ahead] == [flat(batches) for batches, _ in alone]


def test_they_begin_at_any_step():
    whole = loaded(0)
    rest = loaded(2, start=whole[4][1], count=4)
    assert [after for _, after in rest] == [after for _, after in whole[5:9]]
    assert [flat(batches) for batches, _ in rest] == [flat(batches) for batches, _ in whole[5:9]]


@pytest.mark.parametrize("workers", [0, 1])
def test_a_batch_that_does_not_fit_the_encoder_is_refused(workers):
    with pytest.raises(ModelError, match="heads has 3 places a group, the encoder 5"):
        loaded(workers, head_tokens=5)
