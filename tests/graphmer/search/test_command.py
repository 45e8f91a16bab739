"""``codegraft graphmer search`` as a person calls it."""

import json

import pytest
from typer.testing import CliRunner

from codegraft.errors import ModelError, SourceError
from codegraft.graphmer.commands import graphmer_app
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY, save_ranker
from tests.graphmer.search.search_cases import SHAPES, ranker, tokenizer


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    save_ranker(SEARCH_DIRECTORY, ranker())
    tokenizer().save("models/tokenizer")
    (tmp_path / "code").mkdir()
    (tmp_path / "code/shapes.py").write_bytes(SHAPES)
    return tmp_path


def call(*arguments):
    return CliRunner().invoke(graphmer_app, ["search", *arguments])


def test_answers_are_for_people(place):
    said = call("area of a shape", "--in", "code", "--limit", "2")
    assert said.exit_code == 0, said.output
    first, documentation, *_ = said.stdout.splitlines()
    assert first.split()[0] == "1."
    assert first.endswith("shapes.Shape.area  code/shapes.py:2")
    assert documentation.strip() == "Area of the shape."
    assert len(said.stdout.splitlines()) == 4


def test_answers_are_for_programs(place):
    found = json.loads(call("area of a shape", "--in", "code", "--json").stdout)
    assert [answer["rank"] for answer in found] == [1, 2, 3]
    assert found[0].keys() == {"rank", "probability", "qualified", "path", "line", "says"}
    assert found[0]["path"] == "shapes.py"


def test_the_index_is_kept_in_the_cache(place):
    call("area", "--in", "code")
    (index,) = (place / "cache/codegraft/search").iterdir()
    index.write_bytes(b"damaged")
    said = call("area", "--in", "code")
    assert (said.exit_code, "made anew" in said.stderr) == (0, True)
    assert json.loads(call("area", "--in", "code", "--json").stdout)


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["area", "--in", "nowhere"], SourceError),
        (["area", "--in", "cache"], SourceError),
        (["area", "--in", "code/shapes.py"], SourceError),
        (["", "--in", "code"], ModelError),
        (["area", "--in", "code", "--model", "none"], ModelError),
        (["area", "--in", "code", "--tokenizer", "none"], ModelError),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(place, arguments, error):
    (place / "cache").mkdir()
    refused = call(*arguments).exception
    assert isinstance(refused, error)
    assert "\n" not in str(refused)


@pytest.mark.parametrize("arguments", [["area"], ["--in", "code"], ["area", "--in", "code", "--limit", "0"]])
def test_calls_that_make_no_sense_are_refused(place, arguments):
    assert call(*arguments).exit_code == 2
