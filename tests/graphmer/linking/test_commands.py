"""``codegraft graphmer complete`` and ``evaluate``, run as people run them on code of their own."""

import json
import shutil
from dataclasses import replace

import pytest
from typer.testing import CliRunner

from codegraft.errors import CodegraftError, KnowledgeGraphError, ModelError, ParamsError, SourceError
from codegraft.graphmer.commands import graphmer_app
from codegraft.graphmer.linking.store import write_linkers
from tests.graphmer.linking.codes import ROOT, linker_of, tokenizer, write


@pytest.fixture(scope="module")
def trained(tmp_path_factory):
    """What the pipeline leaves."""
    place = tmp_path_factory.mktemp("trained")
    tokenizer().save(place / "models/tokenizer")
    write_linkers(place / "models/linker", {seed: linker_of(seed) for seed in (0, 1)})
    shutil.copy2(ROOT / "params.yaml", place)
    return place


@pytest.fixture
def place(trained, tmp_path, monkeypatch):
    shutil.copytree(trained, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "mine")
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(graphmer_app, list(map(str, arguments)))


def test_a_symbol_is_completed(place):
    said = call("complete", "--in", "mine", "--head", "Till.reload", "--relation", "calls", "--limit", 3)
    assert said.exit_code == 0, said.output
    lines = said.output.splitlines()
    assert lines[0] == "mine:shop.till.Till.reload calls ..."
    assert "parse_prices  shop/till.py:17" in lines[2]
    assert any(line.startswith("   1  ") and "%" in line for line in lines)
    assert (place / ".codegraft/linking").is_dir()


def test_both_ways_and_as_json(place):
    said = call("complete", "--in", "mine", "--tail", "add_tax", "--relation", "calls", "--json")
    assert said.exit_code == 0, said.output
    found = json.loads(said.output)
    assert {row["id"] for row in found["known"]} > {"mine:shop.till.Till.pay"}
    assert sum(row["probability"] for row in found["answers"]) <= 1


def test_a_second_call_answers_alike(place):
    arguments = ("complete", "--in", "mine", "--head", "daily", "--relation", "calls")
    assert call(*arguments).output == call(*arguments).output


def test_unseen_code_is_evaluated_beside_baselines(place):
    said = call("evaluate", "mine", "--questions", 5)
    assert said.exit_code == 0, said.output
    names = [line.split("  ")[0] for line in said.output.splitlines()[1:-1]]
    assert names[0] == "chance"
    assert names[-1] == "linker"
    assert said.output.endswith("10 questions; the interval resamples files\n")
    found = json.loads(call("evaluate", "mine", "--questions", 5, "--json").output)
    assert sorted(found) == sorted(names)


def test_what_was_left_out_is_said(place):
    write(place / "mine", {"bad.py": b"x = '\xe9'\n", ".venv/a.py": "x = 1\n"})
    said = call("complete", "--in", "mine", "--head", "daily", "--relation", "calls")
    assert "note: 2 files or directories of mine were left out or are broken in part" in said.stderr


@pytest.mark.parametrize(
    ("arguments", "error", "said"),
    [
        (["--in", "none", "--head", "Till"], SourceError, "none: not a directory"),
        (["--in", "models", "--head", "Till"], SourceError, "models: no Python or Java file"),
        (["--in", "mine", "--head", "pay"], KnowledgeGraphError, "pay: 2 are called so"),
        (["--in", "mine", "--head", "nothing"], KnowledgeGraphError, "nothing: not in the graph"),
        (["--in", "mine", "--head", "Till", "--repository", "other"], KnowledgeGraphError, "other: no repository"),
        (["--in", "mine", "--head", "Till", "--model", "none"], ModelError, "none: no linker is here"),
        (["--head", "Till"], KnowledgeGraphError, "data/kg/manifest.json: no such file"),
    ],
)
def test_bad_input_gets_one_line(place, arguments, error, said):
    found = call("complete", "--relation", "calls", *arguments).exception
    assert isinstance(found, error)
    assert str(found).startswith(said)
    assert str(found).isprintable()


@pytest.mark.parametrize(
    ("missing", "error"),
    [("models/tokenizer", ModelError), ("models/linker", ModelError), ("params.yaml", ParamsError)],
)
@pytest.mark.parametrize(
    "command", [("complete", "--in", "mine", "--head", "Till", "--relation", "calls"), ("evaluate", "mine")]
)
def test_what_was_not_made_yet_is_named(place, command, missing, error):
    target = place / missing
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    found = call(*command).exception
    assert isinstance(found, error)
    assert missing in str(found)


def test_a_linker_of_another_tokenizer_is_refused(place):
    write_linkers("models/linker", {0: replace(linker_of(0), tokenizer="0" * 64)})
    with pytest.raises(CodegraftError, match="tokenizer"):
        raise call("evaluate", "mine").exception


@pytest.mark.parametrize("ends", [[], ["--head", "a", "--tail", "b"]])
def test_one_end_is_to_be_given(place, ends):
    assert call("complete", "--in", "mine", "--relation", "calls", *ends).exit_code == 2


def test_hostile_names_reach_neither_output_nor_errors(place):
    write(place / "mine", {"a\x1b[2Jb.py": "def evil(): pass\n\ndef good():\n    evil()\n"})
    said = call("complete", "--in", "mine", "--relation", "calls", "--head", "good")
    assert r"evil  a\x1b[2Jb.py:4" in said.output
    assert "\x1b" not in said.output
    error = call("complete", "--in", "mine", "--relation", "calls", "--head", "\x1b[2J").exception
    assert str(error).startswith(r"\x1b[2J: not in the graph")
