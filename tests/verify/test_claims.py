"""A document holds when it says what its metrics say; whatever else it says is named, with its line and its key."""

import json

import pytest

from codegraft.verify.claims import check_claims
from codegraft.verify.docs import claims_table, write_documents
from tests.pipeline.declared import ROOT
from tests.verify.claims_repository import commit, edit, git, make_repository, put

RUN = "run `codegraft docs`"


@pytest.fixture
def root(tmp_path):
    return make_repository(tmp_path)


def faults(root):
    return list(check_claims(root).faults)


def claim(root, key):
    return next(found for found in check_claims(root).claims if found.key == key)


def test_what_the_template_renders_to_holds(root):
    claims = check_claims(root)
    assert claims.hold
    assert [(found.expected, found.found) for found in claims.claims if found.key == "mrr"] == [("0.638", "0.638")]
    assert all(found.holds for found in claims.claims)
    assert (root / "README.md").read_text().splitlines()[2:4] == [
        "The linker reaches 0.638 [0.605, 0.672] over 1,000 questions with 95 % intervals:",
        "one of 2 gates hold; claim: **refuted**.",
    ]


def test_a_claim_names_place_file_key_command_and_commit(root):
    found = claim(root, "intervals.mrr.low")
    assert (found.document, found.line, found.files) == ("README.md", 3, ("metrics/links.json",))
    assert (found.command, found.expected, found.found) == ("dvc repro evaluate", "0.605", "0.605")
    assert found.commit == git(root, "log", "-1", "--abbrev=10", "--format=%h")


def test_a_metric_that_is_not_committed_is_marked(root):
    before = claim(root, "mrr").commit
    edit(root / "metrics/links.json", "0.63767", "0.63768")
    assert claim(root, "mrr").commit == f"{before}+"


def test_the_newest_result_of_a_benchmark_is_read_and_its_command_named(root):
    found = claim(root, "seconds")
    assert found.files == ("benchmarks/results/2026-11-21_export.json",)
    assert (found.found, found.command) == ("1.25", "python -m benchmarks.export")


def test_arithmetic_names_all_that_it_was_made_from(root):
    assert claim(root, "mrr / baselines.by_name.mrr").found == "2.6"


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("0.605", "0.615", "README.md:3: says 0.615, but metrics/links.json says 0.605 (intervals.mrr.low)"),
        ("0.638", "0.6380", "README.md:3: says 0.6380, but metrics/links.json says 0.638 (mrr)"),
        ("1,000", "1000", "README.md:3: says 1000, but metrics/links.json says 1,000 (questions)"),
        ("refuted", "proved", "README.md:4: says proved, but metrics/links.json says refuted (verdict)"),
        (
            "call graph | no",
            "call graph | yes",
            "README.md:9: says yes, but metrics/links.json says no (gates.call_graph.passed)",
        ),
    ],
)  # fmt: skip
def test_a_figure_changed_in_the_document_is_named_with_what_was_found(root, old, new, fault):
    edit(root / "README.md", old, new)
    assert faults(root) == [f"{fault}; {RUN}"]


def test_two_changed_figures_of_a_line_are_both_named(root):
    edit(root / "README.md", "0.605, 0.672", "0.6, 0.7")
    assert [fault.split(",")[0] for fault in faults(root)] == ["README.md:3: says 0.6", "README.md:3: says 0.7"]


def test_a_metric_that_has_moved_on_is_named(root):
    edit(root / "metrics/links.json", "0.604754", "0.5")
    assert faults(root) == [
        f"README.md:3: says 0.605, but metrics/links.json says 0.500 (intervals.mrr.low); {RUN}",
    ]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("The linker reaches", "The linker surely reaches", 3),
        ("| gate | holds |", "| gate | passes |", 6),
        ("\n| call graph | no |", "", 9),
        ("| call graph | no |", "| call graph | no |\n| another | yes |", 10),
        ("docs/, metrics/\n```\n", "docs/, metrics/\n```\nAnd more.\n", 25),
        ("docs/, metrics/\n```\n", "docs/, metrics/\n```\n\n", 26),
        ("docs/, metrics/\n```\n", "docs/, metrics/\n```", 25),
        ("# Links\n\n", "# Links\n", 2),
    ],
)
def test_a_line_edited_by_hand_is_named(root, old, new, line):
    edit(root / "README.md", old, new)
    assert f"README.md:{line} is not what docs/templates/README.md.j2 renders to; {RUN}" in faults(root)


def test_a_document_that_is_not_there_is_named(root):
    (root / "README.md").unlink()
    assert f"README.md: cannot be read (FileNotFoundError); {RUN}" in faults(root)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("links.questions", "links.answers", "metrics/links.json: no key answers"),
        ("links.questions", "links.mrr.mean", "metrics/links.json: no key mrr.mean"),
        ("links.questions", "links.gates", "metrics/links.json: gates is an object, where a number is wanted"),
        ("links.questions", "links.mrr", "metrics/links.json: mrr is printed without a filter"),
        ("links.questions", "links.verdict | f2", "metrics/links.json: verdict is text, where a number is wanted"),
        ("links.questions", "metrics.nowhere.mrr | f2", "metrics/nowhere.json: not there"),
        ("links.questions", "benchmarks.nowhere.mrr | f2", "benchmarks/results/DATE_nowhere.json: not there"),
        ('links.baselines | best("mrr")', 'links.gates | best("mrr")', "metrics/links.json: gates has no entry"),
    ],
)  # fmt: skip
def test_a_figure_that_no_file_has_is_named_by_file_and_key(root, old, new, fault):
    edit(root / "docs/templates/README.md.j2", old, new)
    assert any(line.startswith(fault) for line in faults(root))
    assert not check_claims(root).hold


@pytest.mark.parametrize("value", ["null", '"0.6"', "true", "[]", "1e999"])
def test_a_value_that_is_no_number_is_named(root, value):
    edit(root / "metrics/links.json", "0.604754", value)
    (fault,) = faults(root)
    assert fault.startswith("metrics/links.json: intervals.mrr.low is ")
    assert [found.key for found in check_claims(root).claims if not found.holds] == ["intervals.mrr.low"]


@pytest.mark.parametrize("text", ["{", "[1]", '{"mrr": NaN}', '{"mrr": -Infinity}', "\x00"])
def test_a_metrics_file_that_is_damaged_is_one_line(root, text):
    put(root / "metrics/links.json", text)
    assert [fault[:20] for fault in faults(root) if "is not what" not in fault] == ["metrics/links.json: "]
    assert not any(found.holds for found in check_claims(root).claims if "links" in found.files[0])


def test_a_metrics_file_that_is_not_there_comes_with_its_command(root):
    (root / "metrics/links.json").unlink()
    assert "metrics/links.json: not there; run `dvc repro evaluate`" in faults(root)


@pytest.mark.parametrize(
    "text",
    [
        "a | b", "<script>", "[x](http://a.b)", "`code`", "{{ 7 * 7 }}", "line\nbreak", "**loud**",
        "https://example.org", "\N{RIGHT-TO-LEFT OVERRIDE}0.9", chr(0xF0000), "# heading", "a\r\nb",
    ],
)  # fmt: skip
def test_text_of_a_metrics_file_is_never_markup(root, text):
    values = json.loads((root / "metrics/links.json").read_text())
    values["verdict"] = text
    put(root / "metrics/links.json", json.dumps(values))
    assert any("verdict is text that a document may not hold" in fault for fault in faults(root))
    assert text not in "".join(claims_table(check_claims(root)))


def test_a_name_of_a_metrics_file_is_never_markup(root):
    edit(root / "metrics/links.json", '"call_graph"', '"x</td><b>"')
    assert any("is text that a document may not hold" in fault for fault in faults(root))


@pytest.mark.parametrize(
    "text",
    [
        "{% for %}",
        "{{ links.mrr | f9 }}",
        "{{ nothing }}",
        "{{ 'a' | f2 }}",
        "",
        " \n",
        "{{ 'x' ~ metrics.links.mrr }}",
    ],
)
def test_a_template_that_cannot_be_rendered_is_one_line(root, text):
    put(root / "docs/templates/more.md.j2", text)
    (fault,) = faults(root)
    assert fault.startswith("docs/templates/more.md.j2")


def test_no_template_at_all_is_a_fault(tmp_path):
    assert faults(tmp_path) == ["docs/templates: holds no template"]


def test_what_the_working_tree_adds_to_the_last_commit_of_the_metrics_is_no_new_commit(root):
    put(root / "docs/templates/more.md.j2", "As of {{ commit() }}.\n")
    write_documents(root)
    put(root / "other.txt", "not a metric")
    git(root, "add", "-A")
    commit(root)
    edit(root / "README.md", "dvc.yaml       #", "dvc.yaml, other.txt #")
    edit(root / "docs/templates/README.md.j2", "dvc.yaml       #", "dvc.yaml, other.txt #")
    assert faults(root) == []


def test_a_clone_that_is_cut_off_takes_the_commit_that_is_named(root, tmp_path):
    name_the_commit(root)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{root}", str(tmp_path / "cut"))
    assert faults(tmp_path / "cut") == []


def test_a_commit_of_other_metrics_must_not_be_named(root):
    named = name_the_commit(root)
    edit(root / "metrics/links.json", "0.63767", "0.637671")
    commit(root)
    (fault,) = faults(root)
    assert fault.startswith(f"docs/more.md:1: says {named}, but metrics says")


def name_the_commit(root):
    put(root / "docs/templates/more.md.j2", "As of {{ commit() }}.\n")
    write_documents(root)
    commit(root)
    return (root / "docs/more.md").read_text().split()[-1][:-1]


def test_without_git_numbers_are_compared_all_the_same(root):
    (root / ".git").rename(root / "elsewhere")
    assert claim(root, "mrr").commit == "-"
    assert check_claims(root).hold


def test_the_table_shows_each_figure_and_what_differs(root):
    edit(root / "README.md", "0.605", "0.615")
    rows = list(claims_table(check_claims(root)))
    assert len(rows) == len(check_claims(root).claims) + 1
    assert [row for row in rows if row.endswith("DIFFERS")] == [row for row in rows if " 0.615 " in row]


def test_the_documents_of_this_repository_hold():
    claims = check_claims(ROOT)
    assert claims.faults == ()
    assert {found.document for found in claims.claims} >= {"README.md", "docs/results.md", "docs/cards/data.md"}
    assert len(claims.claims) > 1000
    assert all(found.command for found in claims.claims)


def test_readme_is_short_enough_to_read():
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 170
