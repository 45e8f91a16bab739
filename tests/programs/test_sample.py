import random
import shutil

import pytest
import yaml

from codegraft.errors import ProgramError
from codegraft.programs.kinds import BUG_KINDS
from codegraft.programs.problems import Case
from codegraft.programs.sample import SAMPLE_DIRECTORY, read_sample
from tests.programs.contests import ROOT

PAGE = {
    "title": "Doubling",
    "statement": "Print twice the number.\n\nInput: a number\n\nOutput: a number\n",
    "tags": ["arithmetic"],
    "difficulty": "medium",
    "time_limit_s": 1.5,
    "tests": [{"input": f"{n}\n", "output": f"{2 * n}\n"} for n in range(8)],
}
CORRECT = {
    "add.py": "n = int(input())\nprint(n + n)\n",
    "shift.py": "print(int(input()) << 1)\n",
    "twice.py": "print(2 * int(input()))\n",
}
WRONG = {
    "power.py": "print(int(input()) ** 2)\n",
    "next.py": "print(int(input()) + 1)\n",
    "text.py": "print(input() * 2)\n",
}
MISTAKES = {name: {"kind": "wrong_operator", "why": "It does something else."} for name in WRONG}


@pytest.fixture
def folder(tmp_path):
    """A sample of one good problem."""
    for name, programs in (("correct", CORRECT), ("wrong", WRONG)):
        (tmp_path / "doubling" / name).mkdir(parents=True)
        for file, text in programs.items():
            (tmp_path / "doubling" / name / file).write_text(text)
    (tmp_path / "doubling/problem.yaml").write_text(yaml.safe_dump(PAGE))
    (tmp_path / "doubling/mistakes.yaml").write_text(yaml.safe_dump(MISTAKES))
    return tmp_path / "doubling"


def change(file, **changes):
    content = yaml.safe_load(file.read_text()) | changes
    file.write_text(yaml.safe_dump({key: value for key, value in content.items() if value is not ...}))


def test_a_folder_is_a_problem(folder):
    (problem,) = read_sample(folder.parent)
    assert (problem.name, problem.split, problem.difficulty, problem.cf_tags) == (
        "doubling",
        "train",
        2,
        ["arithmetic"],
    )
    assert problem.description.startswith("Doubling\n\nPrint twice")
    assert (problem.time_limit_s, problem.checker) == (1.5, "")
    assert problem.tests() == [Case(test["input"], test["output"]) for test in PAGE["tests"]]
    assert len(problem.public_tests.input) == 2
    assert problem.correct == list(CORRECT.values())
    assert problem.incorrect == [WRONG["next.py"], WRONG["power.py"], WRONG["text.py"]]
    assert problem.kinds == ["wrong_operator"] * 3
    assert set(problem.solutions.language) == {3}


def test_problems_are_sorted_by_name(folder):
    for name in random.Random(0).sample(["b", "a", "z", "e2", "e10"], 5):
        shutil.copytree(folder, folder.parent / name)
    assert [problem.name for problem in read_sample(folder.parent)] == ["a", "b", "doubling", "e10", "e2", "z"]


@pytest.mark.parametrize("rule", ["floats:1e-6", "floats:0.01", "lines_any_order"])
def test_a_rule_for_outputs_is_kept(folder, rule):
    change(folder / "problem.yaml", checker=rule)
    assert read_sample(folder.parent)[0].checker == rule


def test_a_checker_program_is_read(folder):
    change(folder / "problem.yaml", checker="checker.py")
    with pytest.raises(ProgramError, match=r"checker\.py: no such file, though the problem\.yaml beside it names it"):
        read_sample(folder.parent)
    (folder / "checker.py").write_text("print('ok')\n")
    assert read_sample(folder.parent)[0].checker == "print('ok')\n"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"statement": ...}, r"statement: Field required"),
        ({"statment": "x"}, r"statment: Extra inputs"),
        ({"title": ""}, r"title: String should have at least 1"),
        ({"difficulty": "trivial"}, r"difficulty: Input should be 'easy', 'medium' or 'hard'"),
        ({"time_limit_s": 0.0}, r"time_limit_s: Input should be greater than 0"),
        ({"time_limit_s": "1"}, r"time_limit_s: Input should be a valid number"),
        ({"checker": "floats"}, r"checker: String should match"),
        ({"checker": "../checker.py"}, r"checker: String should match"),
        ({"tests": PAGE["tests"][:7]}, r"tests: List should have at least 8 items"),
        ({"tests": [{"input": 1, "output": "1"}, *PAGE["tests"]]}, r"tests\.0\.input: Input should be a valid string"),
    ],
)
def test_a_fault_of_the_page_is_named(folder, changes, message):
    change(folder / "problem.yaml", **changes)
    with pytest.raises(ProgramError, match=rf"doubling/problem\.yaml: {message}"):
        read_sample(folder.parent)


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        ({"text.py": ...}, r"text\.py: expected an entry for each file in wrong/"),
        (
            {"more.py": {"kind": "off_by_one", "why": "x"}},
            r"more\.py: expected an entry for each file",
        ),
        (
            {"text.py": {"kind": "typo", "why": "x"}},
            r"text\.py\.kind: 'typo' is no kind of mistake; expected",
        ),
        ({"text.py": {"kind": "off_by_one"}}, r"text\.py\.why: Field required"),
        ({"text.py": "off_by_one"}, r"text\.py.*: Input should be a valid dictionary"),
    ],
)
def test_a_fault_of_the_mistakes_is_named(folder, entries, message):
    change(folder / "mistakes.yaml", **entries)
    with pytest.raises(ProgramError, match=rf"doubling/mistakes\.yaml: {message}"):
        read_sample(folder.parent)


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        ("correct/add.py", None, r"correct: 2 programs; write 3 at least"),
        ("correct/add.py", b"print(", r"correct/add\.py: expected a Python program: '\(' was never closed"),
        ("correct/add.py", b"# \xff\n", r"correct/add\.py: expected a Python program: .*utf-8"),
        ("correct/add.py", b"x = '\0'\n", r"correct/add\.py: expected a Python program: .*null bytes"),
        ("wrong/copy.py", WRONG["text.py"].encode(), r"wrong/text\.py: says the same as another program"),
        ("problem.yaml", None, r"problem\.yaml: no such file"),
        ("problem.yaml", b"tests: [", r"problem\.yaml: not readable as YAML"),
        ("problem.yaml", b"title: a\ntitle: b\n", r"problem\.yaml: not readable as YAML: .*given twice"),
        ("mistakes.yaml", None, r"mistakes\.yaml: no such file"),
        ("mistakes.yaml", b"- text.py\n", r"mistakes\.yaml: expected a mapping"),
    ],
)
def test_a_file_that_is_missing_or_damaged_is_named(folder, file, content, message):
    if content is None:
        (folder / file).unlink()
    else:
        (folder / file).write_bytes(content)
    with pytest.raises(ProgramError, match=f"(?s){message}"):
        read_sample(folder.parent)


def test_an_empty_sample_is_refused(tmp_path):
    for directory in (tmp_path, tmp_path / "none"):
        with pytest.raises(ProgramError, match="no problem in it; expected a folder a problem"):
            read_sample(directory)


def test_the_sample_of_the_project_is_sound():
    problems = read_sample(ROOT / SAMPLE_DIRECTORY)
    assert len(problems) >= 80
    assert sum("\n" in problem.checker for problem in problems) >= 3
    assert {kind for problem in problems for kind in problem.kinds} <= BUG_KINDS.keys()
    assert len({code for problem in problems for code in (*problem.correct, *problem.incorrect)}) == sum(
        len(problem.correct) + len(problem.incorrect) for problem in problems
    )
