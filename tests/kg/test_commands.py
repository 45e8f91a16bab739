"""``codegraft kg``, run as people run it."""

import json
import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from codegraft.errors import KnowledgeGraphError, SourceError
from codegraft.kg.commands import kg_app
from codegraft.kg.store import read_kg

CODE = "import os\n\nclass A:\n    def m(self):\n        return os.getcwd()\n\ndef f():\n    return A().m()\n"


def run(*arguments):
    result = CliRunner().invoke(kg_app, list(map(str, arguments)))
    if result.exception:
        raise result.exception
    return result.output


@pytest.fixture
def code(tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/a.py").write_text(CODE)
    (tmp_path / "mine/broken.py").write_bytes(b"x = '\xe9'\n")
    return tmp_path / "mine"


@pytest.fixture
def graph(code, tmp_path):
    run("build", "--source-dir", code, "--output-dir", tmp_path / "kg", "--licence", "MIT")
    return tmp_path / "kg"


def test_build_says_what_it_made_and_what_was_wrong(code, tmp_path):
    output = run("build", "--source-dir", code, "--output-dir", tmp_path / "kg")
    kg = read_kg(tmp_path / "kg")
    assert f"{kg.triples.num_rows} triples between {kg.entities.num_rows} entities from 2 files" in output
    assert "2 texts parsed; 1 files with problems, 0 files or directories left out" in output
    assert "rules broken: licences" in output


def test_build_prints_the_figures_as_json(code, tmp_path):
    figures = json.loads(run("build", "--source-dir", code, "--output-dir", tmp_path / "kg", "--json"))
    assert figures["triples"] == read_kg(tmp_path / "kg").triples.num_rows


def test_a_second_build_parses_what_is_new_unless_told_otherwise(code, tmp_path):
    places = ("--source-dir", code, "--output-dir", tmp_path / "kg")
    assert "2 texts parsed" in run("build", *places)
    (code / "a.py").write_text(CODE + "\n")
    assert "1 texts parsed" in run("build", *places)
    assert "2 texts parsed" in run("build", *places, "--no-incremental")


def test_build_names_the_repository(code, tmp_path):
    run("build", "--source-dir", code, "--output-dir", tmp_path / "kg", "--name", "other")
    assert "other:a.A.m" in read_kg(tmp_path / "kg").entities["id"].to_pylist()


def test_strict_writes_nothing_when_a_rule_is_broken(code, tmp_path):
    with pytest.raises(KnowledgeGraphError, match=r"licences(.|\n)*--licence(.|\n)*--strict"):
        run("build", "--source-dir", code, "--output-dir", tmp_path / "kg", "--strict")
    assert not list((tmp_path / "kg").glob("*.parquet"))


def test_build_refuses_what_is_no_directory(tmp_path):
    with pytest.raises(SourceError, match="not a directory"):
        run("build", "--source-dir", tmp_path / "nowhere", "--output-dir", tmp_path / "kg")


def test_the_same_bytes_under_any_hash_seed_and_in_any_place(code, tmp_path):
    files = []
    for seed in ("0", "1"):
        place = tmp_path / seed
        place.mkdir()
        command = ["from codegraft.kg.commands import kg_app; kg_app()", "build", "--output-dir", "kg"]
        options = ["--source-dir", str(code), "--jobs", "2"]
        done = subprocess.run(
            [sys.executable, "-c", *command, *options],
            cwd=place,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        files.append({file.name: file.read_bytes() for file in (place / "kg").rglob("*") if file.is_file()})
    assert files[0] == files[1]


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ((), ["mine:a.f\tcalls\tmine:a.A.m"]),
        (("--format", "tsv", "--relation", "calls"), ["mine:a.f\tcalls\tmine:a.A.m"]),
        (("--inverses", "--relation", "defined_in"), ["mine:a.f\tdefined_in\tmine:a.py"]),
        (("--inverses",), ["mine:a.f\tdefined_in\tmine:a.py", "mine:a.py\tdefines\tmine:a.f"]),
    ],
)
def test_export_writes_what_is_asked_for(graph, tmp_path, options, lines):
    output = run("export", tmp_path / "out", "--kg", graph, *options)
    written = (tmp_path / "out").read_text().splitlines()
    assert set(lines) <= set(written)
    assert f"{len(written)} triples" in output


@pytest.mark.parametrize("form", ["jsonl", "graphml"])
def test_export_knows_other_forms(graph, tmp_path, form):
    run("export", tmp_path / "out", "--kg", graph, "--format", form)
    assert "mine:a.A.m" in (tmp_path / "out").read_text()


@pytest.fixture
def suite(tmp_path):
    case = tmp_path / "suite/calls/one"
    case.mkdir(parents=True)
    (case / "main.py").write_text("def f():\n    pass\n\ndef g():\n    f()\n\ng()\n")
    (case / "callgraph.json").write_text(json.dumps({"main": ["main.g", "main.h"], "main.g": ["main.f"]}))
    return tmp_path / "suite"


def test_score_prints_a_table_and_on_request_the_differences(suite):
    assert "calls" in run("score", suite)
    assert "calls/one: missing main -> main.h" in run("score", suite, "--verbose")


def test_score_prints_json_for_programs(suite):
    total = json.loads(run("score", suite, "--json"))["total"]
    assert (total["expected"], total["correct"], total["found"]) == (3, 2, 2)


def test_a_case_below_another_is_no_part_of_it(suite):
    before = json.loads(run("score", suite, "--json"))["cases"]["calls/one"]
    inner = suite / "calls/one/inner"
    inner.mkdir()
    (inner / "main.py").write_text("def k():\n    pass\n\nk()\n")
    (inner / "callgraph.json").write_text(json.dumps({"main": ["main.k"]}))
    cases = json.loads(run("score", suite, "--json"))["cases"]
    assert cases["calls/one"] == before
    assert cases["calls/one/inner"]["correct"] == cases["calls/one/inner"]["found"] == 1
