"""README.md, CONTRIBUTING.md and docs/ say nothing that is not there: no word left to fill in, no link to nowhere."""

import re
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BLANK = re.compile(r"\b[A-Z]{3,}(?:_[A-Z]{2,})+\b")
LINK = re.compile(r"\]\(([^)\s#]+)(?:#[^)\s]*)?\)")
CODE = ("Makefile", "params.yaml", ".github/workflows/*.yml", "src/**/*.py", "benchmarks/*.py")


def texts(root):
    return sorted([*root.glob("*.md"), *root.glob("docs/*.md")])


def faults(root):
    """A word in capitals with an underscore is a variable or constant of the code, or was to be filled in."""
    known = {word for pattern in CODE for file in root.glob(pattern) for word in BLANK.findall(file.read_text())}
    found = []
    for file in texts(root):
        text, name = file.read_text(encoding="utf-8"), file.relative_to(root).as_posix()
        found += [f"{name}: {word} is no name in the code" for word in sorted(set(BLANK.findall(text)) - known)]
        for target in sorted(set(LINK.findall(text))):
            if ":" not in target and not (file.parent / target).exists():
                found.append(f"{name}: {target} does not exist")
    return found


def test_the_texts_are_complete_and_their_links_lead_somewhere():
    assert len(texts(ROOT)) > 3
    assert faults(ROOT) == []


@pytest.fixture
def planted(tmp_path):
    """The faults of a page with one more line, beside the code that it may name."""

    def write(line):
        (tmp_path / "docs").mkdir()
        shutil.copy2(ROOT / "Makefile", tmp_path)
        (tmp_path / "README.md").write_text("")
        (tmp_path / "docs/page.md").write_text(f"# Page\n\n{line}\n")
        return faults(tmp_path)

    return write


@pytest.mark.parametrize(
    "line", ["RESULTS_TABLE", "It takes TEST_TIME.", "`REPRO_TIME`", "```\nmake  # BENCH_TABLE\n```"]
)
def test_a_word_left_to_fill_in_is_named(planted, line):
    word = BLANK.findall(line)[0]
    assert planted(line) == [f"docs/page.md: {word} is no name in the code"]


@pytest.mark.parametrize("target", ["faults.md", "../metrics/nowhere.json", "faults.md#part"])
def test_a_link_to_nowhere_is_named(planted, target):
    assert planted(f"See [there]({target}).") == [f"docs/page.md: {target.split('#')[0]} does not exist"]


@pytest.mark.parametrize(
    "line", ["Set `PIP_EXTRA_INDEX_URL`.", "[home](../README.md)", "[part](#part)", "[out](https://example.org/A_B)"]
)
def test_a_known_name_and_a_good_link_pass(planted, line):
    assert planted(line) == []
