"""The index of a directory: built once, then by what changed."""

import pytest

from codegraft.errors import ModelError, SourceError
from codegraft.graphmer.search.answers import Searcher, shown
from codegraft.graphmer.search.index import index_file, open_index
from tests.graphmer.search.search_cases import ACCOUNT, MAILS, SHAPES, ranker


@pytest.fixture
def code(tmp_path):
    place = tmp_path / "code"
    for name, text in {
        "geo/__init__.py": b"",
        "geo/shapes.py": SHAPES,
        "mails.py": MAILS,
        "Account.java": ACCOUNT,
    }.items():
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(text)
    return place


def opened(code, seed=0):
    return open_index(code, ranker(seed), code.parent / "cache")


def answers(code, query, limit=3):
    return Searcher(opened(code), ranker()).ask(query, limit)


def same(left, right):
    return left.table.equals(right.table)


def test_only_what_changed_is_read_again(code):
    assert (opened(code).read, opened(code).read) == (4, 0)
    (code / "mails.py").write_bytes(MAILS.replace(b"send_message", b"post_letter"))
    changed = opened(code)
    assert (changed.read, changed.removed) == (1, 0)
    assert "post_letter" in changed.table["name"].to_pylist()
    assert "send_message" not in changed.table["name"].to_pylist()


def test_an_update_gives_what_building_anew_gives(code):
    opened(code)
    (code / "geo/shapes.py").write_bytes(MAILS + SHAPES)
    (code / "mails.py").unlink()
    (code / "more.py").write_bytes(SHAPES)
    updated = opened(code)
    assert (updated.read, updated.removed) == (2, 1)
    index_file(code, code.parent / "cache").unlink()
    assert same(updated, opened(code))


def test_a_file_that_is_gone_is_found_no_more(code):
    assert answers(code, "send a message to somebody")[0].path == "mails.py"
    (code / "mails.py").unlink()
    assert opened(code).removed == 1
    assert all(answer.path != "mails.py" for answer in answers(code, "send a message to somebody", 99))


def test_nothing_is_written_into_the_directory(code):
    before = sorted(code.rglob("*"))
    opened(code)
    assert sorted(code.rglob("*")) == before


@pytest.mark.parametrize(
    "damage", [lambda content: content[:-1], lambda content: b"", lambda content: b"x" + content[1:]]
)
def test_a_damaged_index_is_made_anew_and_that_is_said(code, damage):
    first = opened(code)
    file = index_file(code, code.parent / "cache")
    file.write_bytes(damage(file.read_bytes()))
    again = opened(code)
    assert (again.read, same(first, again)) == (4, True)
    assert any("damaged" in remark for remark in again.remarks)
    assert opened(code).remarks == ()


def test_the_index_of_another_model_is_made_anew_and_that_is_said(code):
    opened(code)
    other = opened(code, seed=1)
    assert other.read == 4
    assert any("another model" in remark for remark in other.remarks)


def test_directories_have_indices_of_their_own(code, tmp_path):
    (tmp_path / "link").symlink_to(code)
    cache = tmp_path / "cache"
    assert index_file(code, cache) != index_file(code / "geo", cache)
    assert index_file(code, cache) == index_file(tmp_path / "link", cache) == index_file(code / "geo/..", cache)


def test_an_index_that_cannot_be_kept_still_answers(code):
    (code.parent / "cache").write_text("a file")
    index = opened(code)
    assert any("cannot be" in remark for remark in index.remarks)
    assert len(index.table) == 7


def test_broken_files_and_links_that_lead_nowhere_are_counted(code):
    (code / "loop").symlink_to(code)
    (code / "lost.py").symlink_to("nowhere.py")
    (code / "latin.py").write_bytes(b"def gr\xf6sse(): pass\n")
    (code / "broken.py").write_bytes(b"def whole(): pass\ndef (((\n")
    index = opened(code)
    assert index.remarks == ("left out: 2 files or directories; not plain UTF-8, read as far as possible: 1 files",)
    assert {"grösse", "whole"} <= set(index.table["name"].to_pylist())


@pytest.mark.parametrize("content", [None, {}, {"notes.txt": b"text"}, {"empty.py": b""}, {"none.py": b"x = 1\n"}])
def test_a_directory_without_functions_is_refused(tmp_path, content):
    place = tmp_path / "place"
    if content is not None:
        place.mkdir()
    for name, text in (content or {}).items():
        (place / name).write_bytes(text)
    with pytest.raises(SourceError) as refused:
        open_index(place, ranker(), tmp_path / "cache")
    assert "\n" not in str(refused.value)


def test_answers_say_where_and_what(code):
    best = answers(code, "area of a shape")[0]
    assert best[2:] == ("geo.shapes.Shape.area", "geo/shapes.py", 2, "Area of the shape.")
    assert shown(best, code).splitlines()[0].endswith(f"geo.shapes.Shape.area  {code}/geo/shapes.py:2")
    assert answers(code, "withdraw an amount")[0].qualified == "bank.core.Account.withdraw"
    assert answers(code, "shape name")[0].says == "@property def name(self)"


def test_all_answers_together_are_certain(code):
    found = answers(code, "read settings", 99)
    assert [answer.rank for answer in found] == list(range(1, 8))
    assert sum(answer.probability for answer in found) == pytest.approx(1.0)
    assert sorted(-answer.probability for answer in found) == [-answer.probability for answer in found]


@pytest.mark.parametrize("query", ["", "   ", "?!...", "___"])
def test_a_query_without_words_is_refused(code, query):
    with pytest.raises(ModelError, match="no word"):
        answers(code, query)


def test_a_query_may_be_long_and_strange(code):
    assert len(answers(code, "read settings " * 50_000 + "数据 \x00 \udcff")) == 3
    assert len(answers(code, "zzz")) == 3
