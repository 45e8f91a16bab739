"""``codegraft graphsage`` and ``codegraft predict`` as people run them."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from codegraft.cli import app
from codegraft.programs.dataset import write_features
from tests.graphsage.datasets import small_dataset
from tests.graphsage.served import write_served
from tests.pipeline.declared import ROOT

RIGHT = "n = int(input())\nprint(n * 2)\n"
WRONG = "n = int(input())\nprint(n * 3)\n"


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    return write_served(tmp_path_factory.mktemp("model"))


def codegraft(*arguments, where=None):
    return subprocess.run(
        [sys.executable, "-m", "codegraft", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=where,
    )


def test_predict_says_of_each_file_how_probable_it_is_that_it_is_right(model, tmp_path):
    paths = [tmp_path / "a.py", tmp_path / "b.py"]
    for path in paths:
        path.write_text(RIGHT)
    result = CliRunner().invoke(app, ["predict", *map(str, paths), "--model", str(model)])
    assert result.exit_code == 0, result.output
    assert result.output.count("right with probability") == 2
    found = CliRunner().invoke(app, ["predict", *map(str, paths), "--model", str(model), "--json"])
    said = json.loads(found.output)
    assert list(said) == list(map(str, paths))
    assert 0 < said[str(paths[0])]["confidence"] < 1


def test_predict_without_a_model_says_so_and_ends_with_1(tmp_path):
    (tmp_path / "a.py").write_text(RIGHT)
    result = CliRunner().invoke(app, ["predict", str(tmp_path / "a.py"), "--model", str(tmp_path / "model.pt")])
    assert result.exit_code == 1
    assert "no prediction" in result.output
    assert "probability" not in result.output


def test_score_prints_the_model_beside_its_baselines(model, tmp_path):
    lines = [
        {"task": f"t{task}", "code": f"{code}# {task}\n", "passed": passed}
        for task in range(4)
        for code, passed in ((RIGHT, True), (WRONG, False))
    ]
    path = tmp_path / "mine.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    result = CliRunner().invoke(app, ["graphsage", "score", str(path), "--model", str(model)])
    assert result.exit_code == 0, result.output
    assert {"model", "constant", "length", "minus_length", "parses"} <= {
        line.split()[0] for line in result.output.splitlines() if line
    }
    assert "8 programs, 4 of them pass, 4 tasks" in result.output


@pytest.mark.parametrize("arguments", [("graphsage", "score", "none.jsonl"), ("predict", "none.py")])
def test_a_file_that_is_not_there_is_one_line_and_exit_1(model, tmp_path, arguments):
    result = codegraft(*arguments, "--model", model, where=tmp_path)
    assert result.returncode == 1
    assert result.stderr.startswith("error: none")
    assert len(result.stderr.splitlines()) == 1


def test_train_writes_a_model_of_its_own_and_leaves_the_pipelines(tmp_path):
    (tmp_path / "params.yaml").write_text((ROOT / "params.yaml").read_text())
    write_features(tmp_path / "data" / "features", small_dataset())
    result = codegraft(
        "graphsage", "train", "--epochs", "1", "--limit", "12", "--seed", "3", "--device", "cpu", where=tmp_path
    )
    assert result.returncode == 0, result.stderr
    said, wrote = result.stdout.splitlines()
    assert said.startswith("seed 3, epoch 1: training loss")
    assert (tmp_path / wrote.removeprefix("wrote ") / "model.pt").is_file()
    assert not (tmp_path / "models").exists()
