"""The stage, in a directory of its own."""

import json
import shutil

import pytest
import yaml

from codegraft.errors import ProgramError
from codegraft.programs.labels import read_labels
from codegraft.programs.problems import SPLITS, write_problems
from codegraft.stages import label
from tests.programs.label_problems import problem


@pytest.fixture
def place(tmp_path, monkeypatch, request):
    params = yaml.safe_load((request.config.rootpath / "params.yaml").read_text(encoding="utf-8"))
    params["programs"] |= {"jobs": 1, "mutants": 2, "tests": 2}
    (tmp_path / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
    for split in SPLITS:
        write_problems(tmp_path / f"data/programs/{split}.jsonl", [problem(f"largest {split}", split)])
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_programs_of_every_split_are_labelled(place):
    label.main()
    labels, figures = read_labels(), json.loads((place / "metrics/label.json").read_text())
    assert sorted(set(labels["split"].to_pylist())) == sorted(SPLITS)
    assert set(labels["tests"].to_pylist()) == {2}
    assert (figures["programs"], figures["problems"]) == (labels.num_rows, 3)
    assert sum(figures["verdicts"].values()) == labels.num_rows
    assert figures["disagreements"]["correct_failed"]["count"] == 3


def test_a_second_run_executes_nothing_and_writes_the_same_bytes(place):
    label.main()
    outputs = [place / "data/programs/labels.parquet", place / "metrics/label.json"]
    first = [output.read_bytes() for output in outputs]
    kept = {file: file.stat().st_mtime_ns for file in (place / ".codegraft/labels").iterdir()}
    for output in outputs:
        output.unlink()
    label.main()
    assert [output.read_bytes() for output in outputs] == first
    assert {file: file.stat().st_mtime_ns for file in (place / ".codegraft/labels").iterdir()} == kept
    shutil.rmtree(place / ".codegraft")
    label.main()
    assert [output.read_bytes() for output in outputs] == first


def test_without_problems_the_error_says_what_to_run(place):
    (place / "data/programs/test.jsonl").unlink()
    with pytest.raises(ProgramError, match=r"test\.jsonl: no such file; run `dvc repro download`"):
        label.main()
