"""``codegraft docs`` writes all documents, or none."""

import pytest
from typer.testing import CliRunner

from codegraft.cli import app
from codegraft.errors import DocumentError
from codegraft.verify.docs import write_documents
from tests.verify.claims_repository import edit, make_repository, put, write_repository


def contents(root):
    return {path: path.read_bytes() for path in root.rglob("*.md")}


def test_documents_are_written_once(tmp_path):
    root = make_repository(tmp_path)
    (root / "README.md").write_text("something else")
    done = CliRunner().invoke(app, ["docs", "--root", str(root)])
    assert done.output == "wrote README.md\nas it was: docs/more.md\n"
    before = contents(root)
    assert write_documents(root) == {"README.md": False, "docs/more.md": False}
    assert contents(root) == before


def test_nothing_is_written_when_one_document_lacks_a_figure(tmp_path):
    root = write_repository(tmp_path, more="{{ metrics.links.gone }} {{ metrics.gone.mrr }}\n")
    with pytest.raises(DocumentError) as raised:
        write_documents(root)
    assert str(raised.value).splitlines() == [
        "nothing was written:",
        "docs/templates/more.md.j2: metrics/links.json: no key gone",
        "docs/templates/more.md.j2: metrics/gone.json: not there",
    ]
    assert contents(root) == {}


def test_a_part_of_templates_is_no_document(tmp_path):
    root = write_repository(tmp_path)
    put(root / "docs/templates/_own.j2", "{% macro twice(text) %}{{ text }}{{ text }}{% endmacro %}")
    put(root / "docs/templates/cards/page.md.j2", '{% from "_own.j2" import twice %}{{ twice("a") }}\n')
    assert list(write_documents(root)) == ["README.md", "docs/cards/page.md"]
    assert (root / "docs/cards/page.md").read_text() == "aa\n"


def test_a_fault_of_a_template_names_its_line(tmp_path):
    root = write_repository(tmp_path)
    edit(root / "docs/templates/README.md.j2", "| gate | holds |", "{% if %}")
    with pytest.raises(DocumentError, match=r"docs/templates/README.md.j2:7: "):
        write_documents(root)


def test_a_place_without_templates_is_said(tmp_path):
    with pytest.raises(DocumentError, match="holds no template"):
        write_documents(tmp_path)


def test_the_same_bytes_are_written_every_time(tmp_path):
    first, second = write_repository(tmp_path / "a"), write_repository(tmp_path / "b")
    write_documents(first)
    write_documents(second)
    assert (first / "README.md").read_bytes() == (second / "README.md").read_bytes()
