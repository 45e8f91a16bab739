import dataclasses

import pytest
import torch

from codegraft.embedding.train import (
    baselines,
    build_task,
    evaluate,
    metrics,
    new_predictor,
    over_hidden,
    train,
    train_all,
)
from codegraft.errors import BundleError
from tests.embedding.forests import CPU, PARAMS, forest_bundle, reproducible, shuffled_bundle


@pytest.fixture(autouse=True)
def _reproducible():
    with reproducible():
        yield


@pytest.fixture(scope="module")
def task():
    return build_task(forest_bundle(), PARAMS, 0, CPU)


def test_a_trained_network_beats_the_majority_and_the_parents_kind(task):
    held_against = baselines(task)
    best = train(task, 2, 0, PARAMS).scores[-1]
    assert held_against["majority"].accuracy < held_against["parent_kind"].accuracy < best.accuracy - 0.05
    assert best.cross_entropy < held_against["parent_kind"].cross_entropy < held_against["majority"].cross_entropy


def test_an_untrained_network_does_not_beat_the_majority(task):
    majority = baselines(task)["majority"].accuracy
    scores = [evaluate(new_predictor(task, layers, 16, seed), task) for layers in (1, 2, 3) for seed in range(5)]
    assert sum(result.accuracy for result in scores) / len(scores) < majority


def test_where_neighbours_say_nothing_training_is_no_better_than_the_majority():
    task = build_task(shuffled_bundle(), PARAMS, 0, CPU)
    majority = baselines(task)["majority"]
    result = train(task, 2, 0, PARAMS).scores[-1]
    assert result.accuracy < majority.accuracy + 0.03
    assert result.cross_entropy > majority.cross_entropy - 0.05


def test_the_kind_of_a_hidden_node_does_not_reach_its_prediction(task):
    predictor = new_predictor(task, 3, 16, 0)
    altered = [
        dataclasses.replace(batch, kind=batch.kind.index_fill(0, rows, 0))
        for batch, rows in zip(task.held_out, task.hidden, strict=True)
    ]
    assert torch.equal(
        over_hidden(predictor, task), over_hidden(predictor, dataclasses.replace(task, held_out=altered))
    )


def test_no_held_out_node_is_trained_on(task):
    train_rows, held_out_rows = (
        {row for batch in side for row in batch.rows.tolist()} for side in (task.train, task.held_out)
    )
    repository = task.graph.repository[task.graph.file]
    assert train_rows
    assert held_out_rows
    assert not {repository[row] for row in train_rows} & {repository[row] for row in held_out_rows}


def test_all_methods_are_judged_on_the_same_nodes(task):
    rows = torch.cat([batch.rows[hidden] for batch, hidden in zip(task.held_out, task.hidden, strict=True)])
    assert torch.equal(task.kind, torch.from_numpy(task.graph.kind)[rows])
    assert torch.equal(task.parent_kind, torch.from_numpy(task.graph.parent_kind)[rows])
    assert len(over_hidden(new_predictor(task, 1, 16, 0), task)) == len(rows)


def test_training_twice_gives_the_same_numbers_to_the_bit(task):
    params = PARAMS.model_copy(update={"epochs": 2})
    first, second = train(task, 2, 1, params), train(task, 2, 1, params)
    assert (first.losses, first.scores) == (second.losses, second.scores)
    weights = zip(first.predictor.parameters(), second.predictor.parameters(), strict=True)
    assert all(torch.equal(*pair) for pair in weights)


def test_a_run_is_the_same_whatever_ran_before_it(task):
    params = PARAMS.model_copy(update={"epochs": 1})
    alone = train(task, 2, 1, params).scores
    train(task, 1, 0, params)
    assert train(task, 2, 1, params).scores == alone


def test_training_the_head_only_leaves_the_encoder_as_it_was(task):
    params = PARAMS.model_copy(update={"epochs": 1})
    fresh = new_predictor(task, 2, params.hidden, 0)
    run = train(task, 2, 0, params, head_only=True)
    encoders = zip(run.predictor.encoder.parameters(), fresh.encoder.parameters(), strict=True)
    assert all(torch.equal(*pair) for pair in encoders)
    assert not torch.equal(run.predictor.head.weight, fresh.head.weight)


def test_metrics_hold_each_depth_against_what_it_has_to_beat(task):
    found = metrics(task, train_all(task, PARAMS), train_all(task, PARAMS, head_only=True))
    assert list(found["layers"]) == ["1", "2"]
    two = found["layers"]["2"]
    assert two["accuracy"]["low"] <= two["accuracy"]["mean"] <= two["accuracy"]["high"]
    assert two["accuracy"]["low"] > found["baselines"]["majority"]["accuracy"]
    assert all(two[f"beats_{name}"] for name in ("majority", "parent_kind", "untrained", "random_encoder"))
    assert found["nodes"]["evaluated"] == len(task.kind)
    assert found["split"] == {"by": "repository", "held_out": list(task.split.held_out_groups)}


def test_a_network_that_learnt_nothing_is_shown_as_beating_nothing():
    task = build_task(shuffled_bundle(), PARAMS, 0, CPU)
    params = PARAMS.model_copy(update={"layers": [1], "epochs": 1, "lr": 1.0e-9})
    found = metrics(task, train_all(task, params), train_all(task, params, head_only=True))["layers"]["1"]
    assert not any(value for key, value in found.items() if key.startswith("beats_"))
    assert found["untrained_accuracy"]["low"] >= 0.0


def test_too_little_code_to_judge_on_is_refused():
    with pytest.raises(BundleError, match="nodes of held-out code"):
        build_task(forest_bundle(1, 2), PARAMS.model_copy(update={"mask_share": 0.01}), 0, CPU)
