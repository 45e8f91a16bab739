"""A matrix is read as DVC reads it."""

import yaml

from tests.pipeline.declared import ROOT, homes, items, once, stages
from tests.pipeline.lock import dvc

MATRIX = {
    "matrix": {"part": ["heads", "tails"], "size": [1, 2]},
    "cmd": "python -m codegraft.stages.planted ${item.part} ${item.size}",
    "outs": ["data/${item.part}.csv"],
    "metrics": [{"metrics/${item.part}_${item.size}.json": {"cache": False}}],
}


def test_a_stage_without_a_matrix_is_itself():
    (stage,) = items("planted", {"cmd": "true", "outs": ["data/x"]})
    assert (stage.name, stage.written, stage.item, stage.outputs) == ("planted", "planted", {}, ["data/x"])


def test_a_matrix_is_a_stage_for_each_combination():
    found = list(items("planted", MATRIX))
    assert [stage.name for stage in found] == [
        "planted@heads-1",
        "planted@heads-2",
        "planted@tails-1",
        "planted@tails-2",
    ]
    assert found[2].body["cmd"] == "python -m codegraft.stages.planted tails 1"
    assert found[2].outputs == ["data/tails.csv", "metrics/tails_1.json"]
    assert found[2].command == ["-m", "codegraft.stages.planted", "tails", "1"]
    assert {stage.module for stage in found} == {"codegraft.stages.planted"}
    assert all("matrix" not in stage.body for stage in found)


def test_a_matrix_is_written_once():
    (first,) = once(items("planted", MATRIX))
    assert first.name == "planted@heads-1"


def test_what_an_item_names_is_at_home_in_a_directory(tmp_path):
    (tmp_path / "dvc.yaml").write_text(yaml.safe_dump({"stages": {"planted": MATRIX, "other": {"outs": ["data/o"]}}}))
    assert homes(tmp_path) == {"data/heads.csv": "data", "data/tails.csv": "data"}


def test_dvc_names_the_same_stages(copy):
    listed = dvc(copy, "stage", "list", "--name-only")
    assert sorted(listed.stdout.split()) == sorted(stage.name for stage in stages(ROOT))


def test_dvc_fills_in_the_same(tmp_path):
    stage = {**MATRIX, "outs": ["data/${item.part}_${item.size}.csv"]}
    (tmp_path / "dvc.yaml").write_text(yaml.safe_dump({"stages": {"planted": stage}}))
    dvc(tmp_path, "init", "--no-scm")
    dry = dvc(tmp_path, "repro", "--dry").stdout
    assert [line.removeprefix("> ") for line in dry.splitlines() if line.startswith("> ")] == [
        stage.body["cmd"] for stage in stages(tmp_path)
    ]
