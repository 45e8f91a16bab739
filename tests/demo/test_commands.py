"""``codegraft demo`` as people run it."""

import sys

import pytest
from typer.testing import CliRunner

from codegraft.cli import app, main
from tests.demo.places import SHOP
from tests.graphmer.linking.codes import write


def test_the_command_writes_a_page_and_says_how_long_it_took(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "shop", SHOP)
    done = CliRunner().invoke(app, ["demo", "shop"])
    assert done.exit_code == 0, done.output
    assert done.stdout.startswith("wrote page.html: ")
    assert done.stderr.startswith("read 0.0 s, snapshot ")
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "error: nowhere: not a directory; name one with Python or Java code in it"),
        ([".", "--out", "."], "error: .: is a directory; name a file, such as page.html"),
        ([".", "--query", "!"], "error: the query '!' has no word; say what the function does"),
    ],
)
def test_errors_are_one_line(tmp_path, monkeypatch, arguments, message):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["codegraft", "demo", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == message
    assert list(tmp_path.iterdir()) == []
