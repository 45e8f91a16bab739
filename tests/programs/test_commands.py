"""``codegraft programs`` as people run it."""

import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from codegraft.cli import app
from codegraft.params import load_params, override
from codegraft.programs.describe import describe, described_lines
from tests.pipeline.declared import ROOT

PROGRAM = "import sys\n\ndef double(n):\n    return n * 2\n\nprint(double(int(sys.stdin.readline())))\n"


@pytest.fixture
def program(tmp_path):
    path = tmp_path / "double.py"
    path.write_text(PROGRAM)
    return path


def run(*arguments):
    result = CliRunner().invoke(app, ["programs", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.output


def test_features_names_units_edges_and_columns(program):
    output = run("features", program)
    assert "function at line 3: def double(n):" in output
    assert "edges: 1 Contains, 2 Calls" in output
    assert json.loads(run("features", program, "--json")) == describe(program)


def test_a_unit_shows_only_what_is_not_zero(program):
    units = describe(program)["units"]
    assert [unit["kind"] for unit in units] == ["module", "import", "function", "variable"]
    assert all(all(unit["features"].values()) for unit in units)
    assert len(list(described_lines(describe(program)))) == 1 + sum(1 + len(unit["features"]) for unit in units)


def test_a_file_of_another_kind_is_named_with_what_is_read(tmp_path):
    result = subprocess.run(
        [sys.executable, "-m", "codegraft", "programs", "features", str(tmp_path / "a.rb")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert result.stderr == f"error: {tmp_path / 'a.rb'}: suffix '.rb': expected one of .py, .java, .js, .ts\n"


def test_mutants_are_listed_with_place_kind_and_change(program):
    lines = run("mutate", program, "--limit", 3).splitlines()
    assert len(lines) == 3
    assert all(line.startswith(f"{program}:") and " -> " in line for line in lines)
    found = json.loads(run("mutate", program, "--limit", 3, "--json"))
    assert all(mutant["code"] != PROGRAM for mutant in found)


def test_programs_are_labelled_by_the_tests_they_bring(tmp_path):
    source, output = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    tests = [{"input": "2\n", "output": "4\n"}]
    rows = [{"code": code, "tests": tests} for code in (PROGRAM, PROGRAM.replace("* 2", "* 3"))]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert "passed" in run("label", source, "--output", output)
    labels = [json.loads(line)["label"]["verdict"] for line in output.read_text().splitlines()]
    assert labels == ["passed", "wrong_answer"]


def test_a_download_keeps_as_many_problems_as_it_is_told(tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    stats = json.loads(run("download", "--output", tmp_path / "p", "--limit", 8, "--source", "sample"))
    assert stats["valid"] == 8
    assert {file.name for file in (tmp_path / "p").iterdir()} == {
        "stats.json",
        "test.jsonl",
        "train.jsonl",
        "validation.jsonl",
    }


def test_an_override_is_checked_as_the_file_is():
    programs = load_params(ROOT / "params.yaml").programs
    assert override(programs, {"limit": 3}).limit == 3
    with pytest.raises(ValueError, match="limit: 0 is not allowed"):
        override(programs, {"limit": 0})
