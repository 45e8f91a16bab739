"""The stage, in a directory of its own."""

import json

import pytest

from codegraft.errors import ModelError
from codegraft.graphsage import benchmark
from codegraft.programs.dataset import FEATURES_DIRECTORY, write_features
from codegraft.programs.labels import LABELS_FILE, Label, labels_table, write_labels
from codegraft.stages import benchmark_graphsage
from tests.graphsage.datasets import small_dataset
from tests.graphsage.served import write_served


def label(number, split, origin):
    return Label(
        f"{number:016x}", split, split, origin, "", "", "", f"print({number})\n", 2, 2, 2, "passed", "", flaky=False
    )


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(benchmark, "ITERATIONS", 10)
    write_served(tmp_path / "models/graphsage")
    write_features(FEATURES_DIRECTORY, small_dataset())
    write_labels(LABELS_FILE, labels_table([label(0, "train", "correct"), label(1, "test", "incorrect")]))
    return tmp_path


def metrics(place):
    return json.loads((place / "metrics/graphsage_benchmark.json").read_text())


def test_programs_of_the_test_split_are_measured(place):
    benchmark_graphsage.main()
    rows = small_dataset().programs.rows
    tried = [row for row in rows.to_pylist() if row["split"] == "test" and row["has_confidence"]]
    assert metrics(place)["programs"] == len(tried)
    assert metrics(place)["within_target"]


def test_a_missed_target_ends_the_stage_after_the_figures_are_written(place, monkeypatch):
    monkeypatch.setattr(benchmark, "TARGET_MS", 1e-9)
    with pytest.raises(ModelError, match="the forward pass takes"):
        benchmark_graphsage.main()
    assert not metrics(place)["within_target"]


def test_without_a_model_the_error_says_what_to_run(place):
    (place / "models/graphsage/model.pt").unlink()
    with pytest.raises(ModelError, match=r"model\.pt: no such file; .*dvc repro train_graphsage"):
        benchmark_graphsage.main()
