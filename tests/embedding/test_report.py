import pytest

from codegraft.embedding.report import baselines, metrics
from codegraft.embedding.score import Score
from codegraft.embedding.task import build_tasks
from codegraft.embedding.train import Run, train_all
from codegraft.training.interval import interval
from tests.embedding.forests import CPU, PARAMS, forest_bundle, reproducible, shuffled_bundle

RIVALS = ("majority", "parent_kind", "neighbour_kinds", "random_encoder")


@pytest.fixture(autouse=True)
def _reproducible():
    with reproducible():
        yield


@pytest.fixture(scope="module")
def tasks():
    return build_tasks(forest_bundle(8, 8), PARAMS, CPU)


def of_accuracies(*accuracies):
    return [Score(value, value, value, 1.0) for value in accuracies]


def test_metrics_hold_each_depth_against_what_it_has_to_beat(tasks):
    held_against = baselines(tasks, PARAMS)
    found = metrics(tasks, train_all(tasks, PARAMS), held_against)
    assert list(found["layers"]) == ["1", "2"]
    assert set(found["baselines"]) == {*RIVALS[:3], "random_encoder_1", "random_encoder_2"}
    two = found["layers"]["2"]
    assert two["accuracy"]["low"] <= two["accuracy"]["mean"] <= two["accuracy"]["high"]
    assert two["beats_majority"]
    assert two["beats_parent_kind"]
    assert two["beats_neighbour_kinds"]
    assert set(two["gain_over"]) == set(RIVALS)
    assert found["split_by"] == "repository"


def test_metrics_say_what_each_seed_drew(tasks):
    held_against = baselines(tasks, PARAMS.model_copy(update={"layers": [1]}))
    seeds = metrics(tasks, {}, held_against)["seeds"]
    assert list(seeds) == [str(seed) for seed in PARAMS.seeds]
    for task, drawn in zip(tasks, seeds.values(), strict=True):
        assert drawn["held_out"] == list(task.split.held_out_groups)
        assert drawn["nodes"]["evaluated"] == len(task.kind)


def test_a_gain_counts_only_when_its_interval_seed_by_seed_lies_above_zero(tasks):
    runs = {
        2: [
            Run(None, [], [start, last])
            for start, last in zip(of_accuracies(0.1, 0.1, 0.1), of_accuracies(0.5, 0.7, 0.9), strict=True)
        ]
    }
    held_against = {
        "majority": of_accuracies(0.4, 0.61, 0.8),  # always a little less, though the intervals overlap
        "parent_kind": of_accuracies(0.2, 0.9, 0.2),  # less on average, not every time
        "random_encoder_2": of_accuracies(0.5, 0.7, 0.9),
    }
    found = metrics(tasks, runs, held_against)["layers"]["2"]
    assert found["gain_over"]["majority"]["low"] == pytest.approx(interval([0.1, 0.09, 0.1]).low)
    assert {key: value for key, value in found.items() if key.startswith("beats_")} == {
        "beats_majority": True,
        "beats_parent_kind": False,
        "beats_random_encoder": False,
    }
    assert found["sanity_untrained_accuracy"]["mean"] == pytest.approx(0.1)


def test_a_network_that_learnt_nothing_is_shown_as_beating_nothing():
    params = PARAMS.model_copy(update={"layers": [1], "epochs": 1, "lr": 1.0e-9})
    tasks = build_tasks(shuffled_bundle(), params, CPU)
    found = metrics(tasks, train_all(tasks, params), baselines(tasks, params))["layers"]["1"]
    assert not any(value for key, value in found.items() if key.startswith("beats_"))
    assert found["sanity_untrained_accuracy"]["low"] >= 0.0
