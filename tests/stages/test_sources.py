import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from codegraft.params import load_params
from codegraft.sources import collect, read_sources
from codegraft.stages.sources import summary

ROOT = Path(__file__).parents[2]
OUTPUTS = ("data/sources.parquet", "data/sources_skipped.csv", "metrics/sources.json")


def workspace(folder, **sources):
    """A folder with the project's parameters, where ``sources`` replaces that section's values."""
    params = yaml.safe_load((ROOT / "params.yaml").read_text())
    params["sources"] |= {
        "packages": [],
        "tests_of": [],
        "directories": [{"name": "mine", "path": "code", "licence": "MIT"}],
    } | sources
    code = folder / "code"
    (code / "tests").mkdir(parents=True)
    (folder / "params.yaml").write_text(yaml.safe_dump(params))
    (code / "a.py").write_text("é = 1\n")
    (code / "B.java").write_text("class B {}\n")
    (code / "latin.py").write_bytes(b"x = '\xe9'\n")
    (code / "tests/c.py").write_text("c = 1\n")
    return folder


def run_stage(folder, hash_seed="0"):
    return subprocess.run(
        [sys.executable, "-m", "codegraft.stages.sources"],
        cwd=folder,
        env=os.environ | {"PYTHONHASHSEED": hash_seed},
        capture_output=True,
        text=True,
        check=False,
    )


def test_outputs_are_equal_under_any_hash_seed_and_in_any_place(tmp_path):
    outputs = []
    for seed in ("1", "2"):
        folder = workspace(tmp_path / seed, packages=["click", "tree-sitter"])
        assert run_stage(folder, seed).returncode == 0
        outputs.append([(folder / name).read_bytes() for name in OUTPUTS])
    assert outputs[0] == outputs[1]


def test_metrics_count_what_is_there_and_what_is_missing(tmp_path):
    folder = workspace(tmp_path)
    assert run_stage(folder).returncode == 0
    metrics = json.loads((folder / "metrics/sources.json").read_text())
    version = read_sources(folder / "data/sources.parquet")["version"][0].as_py()
    skipped = metrics.pop("skipped")
    assert metrics == {
        "repositories": 1,
        "files": 2,
        "bytes": 18,
        "excluded_tests": 1,
        "by_language": {"java": {"files": 1, "bytes": 11}, "python": {"files": 1, "bytes": 7}},
        "by_repository": {"mine": {"files": 2, "bytes": 18, "excluded_tests": 1, "licence": "MIT", "version": version}},
    }
    assert {reason: count for reason, count in skipped.items() if count} == {"not_utf8": 1}


def test_a_repository_of_which_nothing_was_kept_is_still_counted(tmp_path):
    (workspace(tmp_path) / "empty/tests").mkdir(parents=True)
    (tmp_path / "empty/tests/only.py").write_text("")
    directories = [{"name": name, "path": str(tmp_path / name), "licence": "MIT"} for name in ("code", "empty")]
    params = workspace(tmp_path / "second", directories=directories) / "params.yaml"
    metrics = summary(collect(directories=load_params(params).sources.directories))
    assert metrics["repositories"] == 1
    assert metrics["by_repository"]["empty"] == {"files": 0, "bytes": 0, "excluded_tests": 1}


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ({"packages": ["no-such-package"]}, "not installed: no-such-package"),
        ({"max_file_bytes": 1}, "every file was left out (too_large)"),
        ({"directories": [{"name": "t", "path": "elsewhere", "licence": "MIT"}]}, "t: elsewhere is not a directory"),
    ],
)
def test_failure_is_one_line_and_leaves_no_file(tmp_path, sources, message):
    folder = workspace(tmp_path, **sources)
    result = run_stage(folder)
    assert result.returncode == 1
    assert result.stderr.startswith("error: ")
    assert message in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert sorted(path.name for path in folder.iterdir()) == ["code", "params.yaml"]


def test_default_parameters_give_enough_code_of_enough_authors(monkeypatch):
    monkeypatch.chdir(ROOT)
    params = load_params().sources
    metrics = summary(collect(params.packages, params.directories))
    assert metrics["repositories"] >= 12
    assert metrics["by_language"]["python"]["files"] >= 1500
    assert {"networkx", "torch-geometric", "dvc", "java_sample"} <= metrics["by_repository"].keys()
    assert metrics["by_language"]["java"]["files"] >= 25
    assert not any(metrics["skipped"].values())
