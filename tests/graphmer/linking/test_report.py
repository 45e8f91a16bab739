"""What is printed can be looked up, and what programs read says the same."""

import json

import pytest

from codegraft.graphmer.linking.complete import ask, complete
from codegraft.graphmer.linking.graph import Side
from codegraft.graphmer.linking.report import Report
from tests.graphmer.linking.codes import CODE, Popular, ontology, own_of, write


def told(own, relation, symbol, side=Side.TAIL, limit=5, most=10):
    links = own.links()
    completion = complete(links, ontology(), Popular(links), ask(links, ontology(), relation, symbol, side), limit)
    report = Report(own, links)
    return list(report.lines(completion, most)), report.as_json(completion)


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    return own_of(write(tmp_path_factory.mktemp("code") / "mine"), kept=None)


def test_lines_say_what_is_known_and_what_is_likely_and_why(own):
    lines, _ = told(own, "calls", "Till.reload")
    assert lines[:4] == [
        "mine:shop.till.Till.reload calls ...",
        "in the graph already:",
        "             parse_prices  shop/till.py:17",
        "not in the graph; if there is another, it is",
    ]
    likely = next(place for place, line in enumerate(lines) if " add_tax  shop/prices.py:22" in line)
    assert lines[likely].split()[0] == "1"
    assert lines[likely].split()[1].endswith("%")
    assert (
        "                change calls add_tax  shop/till.py:14  (in the same class)" in lines[likely + 1 : likely + 4]
    )


def test_heads_are_asked_for_on_the_left(own):
    lines, found = told(own, "calls", "add_tax", Side.HEAD)
    assert lines[0] == "... calls mine:shop.prices.add_tax"
    assert (found["asked"], found["tail"]["id"]) == ("head", "mine:shop.prices.add_tax")


def test_long_lists_of_what_is_known_are_cut(own):
    lines, found = told(own, "calls", "add_tax", Side.HEAD, most=1)
    assert lines[3] == "             and 2 more"
    assert len(found["known"]) == 3


def test_every_place_holds_what_is_said_to_be_there(own):
    _, found = told(own, "calls", "Till.reload", limit=50)
    rows = [found["head"], *found["known"], *found["answers"]]
    places = [(row["file"], row["line"], row["name"]) for row in rows]
    statements = [support for row in found["answers"] + found["known"] for support in row["support"]]
    calls = [row for row in statements if row["relation"] == "calls"]
    places += [(row["file"], row["line"], row["tail"]) for row in calls]
    assert calls
    for file, line, name in places:
        said = CODE[file].splitlines()[line - 1]
        last = name.rpartition(".")[2].rpartition(":")[2].partition("(")[0]
        assert last in said or last == "__init__"


def test_json_holds_ids_and_all_answers(own):
    _, found = told(own, "calls", "Till.reload", limit=3)
    assert json.loads(json.dumps(found)) == found
    assert [row["known"] for row in found["known"] + found["answers"]] == [True, False, False, False]
    ids = set(own.graph.entities["id"].to_pylist())
    assert {row["id"] for row in found["answers"]} < ids
    assert all(0 < row["probability"] < 1 for row in found["answers"])
    assert {support["why"] for row in found["answers"] for support in row["support"]}


def test_names_from_outside_have_no_place(own):
    lines, found = told(own, "invokes", "daily")
    assert any(line.endswith("  from outside") for line in lines)
    assert {(row["file"], row["line"]) for row in found["answers"]} == {(None, None)}


def test_where_nothing_may_stand_the_report_says_so(tmp_path):
    own = own_of(write(tmp_path / "mine", {"a.py": "def f(): pass\n"}), kept=None)
    lines, found = told(own, "catches", "f")
    assert lines[-1] == "nothing else in this code may stand there"
    assert found["answers"] == []


@pytest.mark.parametrize("name", ["a\x1b[2Jb.py", "new\nline.py", "\u202etxt.py", "bell\a.py"])
def test_hostile_names_do_not_reach_the_terminal(tmp_path, name):
    code = "def helper(): pass\n\ndef one():\n    helper()\n\ndef two():\n    other()\n\ndef other(): pass\n"
    own = own_of(write(tmp_path / "mine", {name: code}), kept=None)
    for relation, symbol, side in (("calls", "one", Side.TAIL), ("calls", "other", Side.HEAD)):
        lines, found = told(own, relation, symbol, side)
        assert all(line.isprintable() for line in lines)
        assert name in {row["file"] for row in found["answers"]}
        assert json.dumps(found).isprintable()
