import dataclasses

import pytest
import torch

from codegraft.embedding.baselines import table_baselines
from codegraft.embedding.data import file_graph
from codegraft.embedding.task import build_task
from codegraft.embedding.train import evaluate, new_predictor, over_hidden, train
from tests.embedding.forests import CPU, PARAMS, forest_bundle, reproducible, shuffled_bundle


@pytest.fixture(autouse=True)
def _reproducible():
    with reproducible():
        yield


@pytest.fixture(scope="module")
def task():
    return build_task(file_graph(forest_bundle()), PARAMS, 0, CPU)


def test_a_trained_network_beats_the_majority_and_the_parents_kind(task):
    held_against = table_baselines(task, PARAMS)
    best = train(task, 2, PARAMS).scores[-1]
    assert held_against["majority"].accuracy < held_against["parent_kind"].accuracy < best.accuracy - 0.05
    assert best.cross_entropy < held_against["parent_kind"].cross_entropy < held_against["majority"].cross_entropy


def test_an_untrained_network_does_not_beat_the_majority(task):
    majority = table_baselines(task, PARAMS)["majority"].accuracy
    others = [dataclasses.replace(task, seed=seed) for seed in range(5)]
    scores = [evaluate(new_predictor(other, layers, 16), other) for layers in (1, 2, 3) for other in others]
    assert sum(result.accuracy for result in scores) / len(scores) < majority


def test_where_neighbours_say_nothing_training_is_no_better_than_the_majority():
    task = build_task(file_graph(shuffled_bundle()), PARAMS, 0, CPU)
    majority = table_baselines(task, PARAMS)["majority"]
    result = train(task, 2, PARAMS).scores[-1]
    assert result.accuracy < majority.accuracy + 0.03
    assert result.cross_entropy > majority.cross_entropy - 0.05


def test_the_kind_of_a_hidden_node_does_not_reach_its_prediction(task):
    predictor = new_predictor(task, 3, 16)
    altered = [
        dataclasses.replace(batch, kind=batch.kind.index_fill(0, rows, 0))
        for batch, rows in zip(task.held_out, task.hidden, strict=True)
    ]
    assert torch.equal(
        over_hidden(predictor, task), over_hidden(predictor, dataclasses.replace(task, held_out=altered))
    )


def test_training_twice_gives_the_same_numbers_to_the_bit(task):
    params = PARAMS.model_copy(update={"epochs": 2})
    first, second = train(task, 2, params), train(task, 2, params)
    assert (first.losses, first.scores) == (second.losses, second.scores)
    weights = zip(first.predictor.parameters(), second.predictor.parameters(), strict=True)
    assert all(torch.equal(*pair) for pair in weights)


def test_a_run_is_the_same_whatever_ran_before_it(task):
    params = PARAMS.model_copy(update={"epochs": 1})
    alone = train(task, 2, params).scores
    train(task, 1, params)
    assert train(task, 2, params).scores == alone
