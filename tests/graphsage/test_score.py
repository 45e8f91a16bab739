import json

import numpy as np
import pytest
import torch

from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.evaluate.ranking import within_problem_auroc
from codegraft.graphsage.model import GraphSAGE, ModelConfig
from codegraft.graphsage.score import score_file, table
from codegraft.programs.vocabulary import Vocabularies
from tests.graphsage.evaluate.small import RIGHT, WRONG


@pytest.fixture(scope="module")
def trained() -> TrainedModel:
    """Not trained at all, which makes no difference here."""
    torch.manual_seed(0)
    model = GraphSAGE(ModelConfig(imports=0, bugs=0)).eval()
    return TrainedModel(model, Vocabularies({}, {}), temperature=2.0, schema="", trained_on={})


def written(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def programs(tasks=4, **more):
    codes = [(RIGHT, True), (RIGHT + "\n# and a remark\n", True), (WRONG, False), ("def broken(:\n", False)]
    return [
        {"task": f"task{task}", "code": code.replace("{n}", str(task)), "passed": passed, **more}
        for task in range(tasks)
        for code, passed in codes
    ]


def test_the_table_has_the_model_and_what_needs_no_training(tmp_path, trained):
    figures = score_file(written(tmp_path / "x", programs()), trained)
    assert sorted(figures["baselines"]) == ["constant", "length", "minus_length", "parses"]
    assert figures["baselines"]["constant"]["auroc_within_problem"]["mean"] == 0.5
    assert figures["baselines"]["parses"]["auroc_within_problem"]["mean"] == 0.75
    lines = table(figures).splitlines()
    assert [line.split()[0] for line in lines[1:6]] == ["model", "constant", "length", "minus_length", "parses"]
    assert "16 programs, 8 of them pass, 4 tasks" in lines
    assert "nan" not in table(figures)


def test_length_and_minus_length_mirror_each_other(tmp_path, trained):
    baselines = score_file(written(tmp_path / "x", programs()), trained)["baselines"]
    both = [baselines[name]["auroc"]["mean"] for name in ("length", "minus_length")]
    lengths = np.array([len(row["code"]) for row in programs(1)], float)
    right = np.array([row["passed"] for row in programs(1)])
    expected = within_problem_auroc(lengths, right, np.zeros(4, np.int64))(np.ones((1, 1)))[0]
    assert sum(both) == pytest.approx(1.0)
    assert baselines["length"]["auroc_within_problem"]["mean"] == pytest.approx(expected)


def test_pairs_are_compared_as_the_lines_pair_them(tmp_path, trained):
    rows = [
        {"task": "t", "faulty": "x = 1", "correct": "x = 123"},
        {"task": "t", "faulty": "y = 12345", "correct": "y = 123"},
        {"task": "t", "faulty": "int z;", "correct": "int zzz;", "language": "java"},
    ]
    figures = score_file(written(tmp_path / "x", rows), trained)
    assert figures["baselines"]["length"]["row_pair_accuracy"]["mean"] == pytest.approx(2 / 3)
    assert figures["by_language"]["java"]["baselines"]["length"]["row_pair_accuracy"]["mean"] == 1.0
    assert figures["by_language"]["python"]["programs"] == 4
    assert "row_pair_accuracy" in table(figures)
    assert "there is one task only: figures have no interval" in table(figures)


@pytest.mark.parametrize(("passed", "word"), [(True, "pass"), (False, "fail")])
def test_labels_of_one_class_are_said_plainly(tmp_path, trained, passed, word):
    figures = score_file(written(tmp_path / "x", [row | {"passed": passed} for row in programs()]), trained)
    assert figures["auroc"] == {"mean": None, "low": None, "high": None}
    assert figures["brier"]["mean"] is not None
    assert f"all programs {word}: there is nothing to tell apart" in table(figures)
    json.dumps(figures, allow_nan=False)


def test_tasks_of_one_program_each_allow_nothing_within_a_task(tmp_path, trained):
    rows = [row | {"task": str(number)} for number, row in enumerate(programs())]
    figures = score_file(written(tmp_path / "x", rows), trained)
    assert figures["auroc"]["mean"] is not None
    assert figures["auroc_within_problem"]["mean"] is None
    assert "no task has both passing and failing programs" in table(figures)


def test_odd_programs_get_a_score(tmp_path, trained):
    codes = ["", "\0", "\ud800", "(" * 5000, "x = 1\n" * 20_000]
    rows = [{"task": "t", "code": code, "passed": number % 2 == 0} for number, code in enumerate(codes)]
    figures = score_file(written(tmp_path / "x", rows), trained)
    assert figures["programs"] == 5
    assert 0.0 < figures["confidence"]["mean"] < 1.0


def test_the_confidence_is_divided_by_the_temperature(tmp_path, trained):
    path = written(tmp_path / "x", programs())
    cooler, hotter = (score_file(path, TrainedModel(trained.model, trained.vocabularies, t, "", {})) for t in (0.1, 50))
    assert cooler["auroc"] == hotter["auroc"]
    assert cooler["confidence"]["std"] > hotter["confidence"]["std"]
    assert abs(hotter["confidence"]["mean"] - 0.5) < abs(cooler["confidence"]["mean"] - 0.5)
