import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.files import write_json
from codegraft.kg.score.score import differences, read_truth, score, table


def write_case(folder, truth, source="main.py"):
    """A case with a ground truth, given as JSON text or as a value."""
    folder.mkdir(parents=True)
    (folder / source).write_text("")
    (folder / "callgraph.json").write_text(truth if isinstance(truth, str) else json.dumps(truth))


@pytest.fixture
def suite(tmp_path):
    write_case(tmp_path / "lists/index", {"main": ["main.f", "main.g"], "main.f": []})
    write_case(tmp_path / "lists/append", {"main": ["main.f"]})
    write_case(tmp_path / "args/deep/passed", {"main": ["main.run"], "main.run": ["main.f", "main.f"]})
    return tmp_path


FOUND = {
    "index": {("main", "main.f"), ("main", "main.h")},
    "append": {("main", "main.f")},
    "passed": {("main", "main.run")},
}


def extract(folder):
    return FOUND[folder.name]


def test_cases_are_found_at_any_depth_in_the_order_of_their_names(suite):
    result = score(suite, extract)
    assert [case.name for case in result.cases] == ["args/deep/passed", "lists/append", "lists/index"]
    assert [case.category for case in result.cases] == ["args", "lists", "lists"]


def test_a_case_says_what_is_missing_and_what_is_extra(suite):
    case = score(suite, extract).cases[2]
    assert (case.missing, case.extra) == ([("main", "main.g")], [("main", "main.h")])
    assert (case.complete, case.sound) == (False, False)


def test_a_case_may_be_complete_and_not_sound(suite):
    case = score(suite, extract).cases[0]
    assert (case.complete, case.sound) == (True, False)


def test_edges_are_pooled_over_cases(suite):
    total = score(suite, extract).total
    assert (total.cases, total.complete, total.sound) == (3, 2, 1)
    assert (total.expected, total.found, total.correct) == (5, 4, 3)
    assert (total.precision, total.recall) == (3 / 4, 3 / 5)


def test_categories_add_up_to_the_total(suite):
    result = score(suite, extract)
    assert list(result.by_category) == ["args", "lists"]
    for field in ("cases", "complete", "sound", "expected", "found", "correct"):
        parts = [getattr(totals, field) for totals in result.by_category.values()]
        assert sum(parts) == getattr(result.total, field)


def test_a_case_in_the_suite_itself_takes_its_name(tmp_path):
    write_case(tmp_path / "one", {"main": []})
    assert score(tmp_path / "one", lambda _: set()).cases[0].name == "one"
    assert score(tmp_path, lambda _: set()).cases[0].category == tmp_path.name


def test_a_share_of_nothing_is_no_number(tmp_path):
    write_case(tmp_path / "one", {"main": []})
    result = score(tmp_path, lambda _: set())
    assert (result.total.precision, result.total.recall) == (None, None)
    assert (result.total.complete, result.total.sound) == (1, 1)
    assert table(result).splitlines()[-1].split()[-2:] == ["-", "-"]


def test_a_caller_written_twice_keeps_both_lists(tmp_path):
    write_case(tmp_path / "one", '{"main": ["main.f"], "main": ["main.g"]}')
    assert read_truth(tmp_path / "one") == {("main", "main.f"), ("main", "main.g")}


def test_the_table_has_a_line_for_each_category_and_one_for_all(suite):
    assert table(score(suite, extract)).splitlines() == [
        "       cases  complete  sound  expected  found  correct  precision  recall",
        "args       1         1      0         2      1        1      1.000   0.500",
        "lists      2         1      1         3      3        2      0.667   0.667",
        "all        3         2      1         5      4        3      0.750   0.600",
    ]


def test_differences_name_case_and_edge(suite):
    assert differences(score(suite, extract)).splitlines() == [
        "args/deep/passed: missing main.run -> main.f",
        "lists/index: missing main -> main.g",
        "lists/index: extra main -> main.h",
    ]


def test_json_holds_everything_that_programs_ask_for(suite, tmp_path):
    write_json(tmp_path / "score.json", score(suite, extract).as_json())
    read = json.loads((tmp_path / "score.json").read_text())
    assert read["total"]["precision"] == 0.75
    assert read["categories"]["args"]["recall"] == 0.5
    assert read["cases"]["lists/index"]["missing"] == [["main", "main.g"]]


def test_library_methods_count_only_where_the_ground_truth_lists_some(tmp_path):
    write_case(tmp_path / "silent", {"main": ["main.f"]})
    write_case(tmp_path / "listing", {"main": ["main.f", "<builtin>.str.join"]})
    found = {("main", "main.f"), ("main", "<builtin>.list.append")}
    listing, silent = score(tmp_path, lambda _: found).cases
    assert (listing.extra, silent.extra) == ([("main", "<builtin>.list.append")], [])


def test_java_names_may_be_spelled_in_either_way(tmp_path):
    write_case(tmp_path / "one", {"a.B:run(String)": ["a.B$C:<init>()"]}, source="B.java")
    result = score(tmp_path, lambda _: {("a.B:run(java.lang.String)", "a.B.C:<init>()")})
    assert (result.total.precision, result.total.recall) == (1.0, 1.0)


def test_a_tree_without_cases_is_refused(tmp_path):
    with pytest.raises(KnowledgeGraphError, match=r"no case found; a case is a folder with sources and a callgraph"):
        score(tmp_path, extract)


def test_a_case_without_sources_is_refused(tmp_path):
    write_case(tmp_path / "one", {}, source="notes.txt")
    with pytest.raises(KnowledgeGraphError, match=r"one: a case without sources; expected \.py or \.java files"):
        score(tmp_path, extract)


@pytest.mark.parametrize(
    ("truth", "message"),
    [
        ('{"main": [}', "not readable as JSON: .* line 1"),
        ('["main"]', "expected a map from caller to callees, found list"),
        ("3", "expected a map from caller to callees, found int"),
        ('{"main": "main.f"}', 'main: expected a list of callees, found "main.f"'),
        ('{"main.run": {"main.f": []}}', "main.run: expected a list of callees, found a map"),
        ('{"main": ["main.f", 3]}', "main: expected the names of callees, found 3"),
        ('{"main": [null]}', "main: expected the names of callees, found null"),
    ],
)
def test_a_ground_truth_that_is_no_map_of_lists_is_refused_by_file_and_key(tmp_path, truth, message):
    write_case(tmp_path / "one", truth)
    with pytest.raises(KnowledgeGraphError, match=rf"one/callgraph\.json: {message}"):
        score(tmp_path, extract)


def test_a_ground_truth_that_is_no_text_is_refused(tmp_path):
    write_case(tmp_path / "one", {})
    (tmp_path / "one/callgraph.json").write_bytes(b"\xff\xfe{}")
    with pytest.raises(KnowledgeGraphError, match="not readable as JSON"):
        score(tmp_path, extract)


def test_every_ground_truth_is_read_before_anything_is_extracted(tmp_path):
    write_case(tmp_path / "a", {"main": []})
    write_case(tmp_path / "b", "{")
    with pytest.raises(KnowledgeGraphError):
        score(tmp_path, lambda _: pytest.fail("extracted"))


NAMES = st.sampled_from(["main", "main.f", "main.g", "<builtin>.map", "os.path.join"])
EDGES = st.sets(st.tuples(NAMES, NAMES), max_size=8)


@given(suites=st.lists(st.tuples(EDGES, EDGES), min_size=1, max_size=4))
def test_counts_equal_those_of_a_plain_loop(tmp_path_factory, suites):
    suite = tmp_path_factory.mktemp("suite")
    for number, (truth, _) in enumerate(suites):
        write_case(suite / f"part/{number}", {a: [d for c, d in sorted(truth) if c == a] for a, _ in truth})
    total = score(suite, lambda folder: suites[int(folder.name)][1]).total
    correct = complete = sound = 0
    for truth, found in suites:
        correct += sum(edge in truth for edge in found)
        complete += all(edge in truth for edge in found)
        sound += all(edge in found for edge in truth)
    assert (total.correct, total.complete, total.sound) == (correct, complete, sound)
    assert total.expected == sum(len(truth) for truth, _ in suites)
    assert total.found == sum(len(found) for _, found in suites)
