"""Programs of a file, labelled."""

import json
import re

import pytest

from codegraft.errors import ProgramError
from codegraft.parallel.workers import Workers
from codegraft.programs.label_file import label_file
from codegraft.programs.problems import write_problems
from tests.programs.label_problems import BY_HAND, FROM_ZERO, LARGEST, UNPARSED, problem

TESTS = [{"input": "3\n", "output": "6\n"}, {"input": "-1\n", "output": "-2\n"}]
DOUBLE = "print(2 * int(input()))\n"


@pytest.fixture
def label(tmp_path):
    def label(*rows, problems=None, **settings):
        text = "".join(f"{row if isinstance(row, str) else json.dumps(row)}\n" for row in rows)
        (tmp_path / "in.jsonl").write_text(text)
        chosen = {"tests": 10, "workers": Workers(), "isolation": "namespaces", "cache": None} | settings
        counts = label_file(tmp_path / "in.jsonl", tmp_path / "out.jsonl", problems=problems, **chosen)
        return counts, [json.loads(line) for line in (tmp_path / "out.jsonl").read_text().splitlines()]

    return label


def test_lines_bring_their_tests(label):
    counts, rows = label(
        {"code": DOUBLE, "tests": TESTS, "author": "x"},
        {"code": "print(6)", "tests": TESTS},
        {"code": "while True: pass", "tests": TESTS, "time_limit_s": 0.5},
        {"code": "print(6.4)", "tests": TESTS[:1], "checker": "floats:0.1"},
    )
    assert counts == {"passed": 2, "wrong_answer": 1, "timeout": 1}
    passed = {"verdict": "passed", "exception": "", "tests": 2, "run": 2, "passed": 2, "flaky": False}
    assert rows[0] == {"code": DOUBLE, "author": "x", "label": passed}
    assert rows[1]["label"] == passed | {"verdict": "wrong_answer", "passed": 1}
    assert rows[2]["label"] == passed | {"verdict": "timeout", "run": 1, "passed": 0}


def test_lines_name_a_problem_of_a_file(label, tmp_path):
    write_problems(tmp_path / "test.jsonl", [problem()])
    codes = [LARGEST, FROM_ZERO, UNPARSED, BY_HAND]
    rows = label(*({"problem": "largest", "code": code} for code in codes), problems=tmp_path / "test.jsonl")[1]
    assert [row["label"]["verdict"] for row in rows] == ["passed", "wrong_answer", "syntax_error", "passed"]
    assert [row["code"] for row in rows] == codes


def test_the_number_of_processes_and_the_cache_change_nothing(label, tmp_path):
    rows = [{"code": f"print({n} * int(input()))", "tests": TESTS[n % 2 :]} for n in range(6)]
    alone = label(*rows)
    assert label(*rows, workers=Workers(2), cache=tmp_path / "cache") == alone
    assert label(*rows, cache=tmp_path / "cache") == alone


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("{", "in.jsonl:2: whole row: "),
        ("[]", "in.jsonl:2: whole row: "),
        ("", "in.jsonl:2: whole row: "),
        ({"tests": TESTS}, "in.jsonl:2: code: Field required"),
        ({"code": 1, "tests": TESTS}, "in.jsonl:2: code: Input should be a valid string"),
        ({"code": "", "tests": []}, "in.jsonl:2: tests: List should have at least 1 item"),
        ({"code": "", "tests": [{"input": "1"}]}, "in.jsonl:2: tests.0.output: Field required"),
        ({"code": "", "tests": TESTS, "time_limit_s": 0}, "in.jsonl:2: time_limit_s: Input should be greater than 0"),
        ({"code": "", "tests": TESTS, "label": 1}, "in.jsonl:2: label: the key that the verdict goes to"),
        ({"code": ""}, "in.jsonl:2: no tests, and no problem ''"),
        ({"code": "", "problem": "p"}, "in.jsonl:2: no tests, and no problem 'p'"),
        ({"code": "", "tests": TESTS, "checker": "x"}, "in.jsonl:2: checker 'x' is unknown"),
    ],
)
def test_a_line_that_cannot_be_judged_is_named_and_nothing_is_written(label, tmp_path, row, message):
    with pytest.raises(ProgramError, match=re.escape(message)):
        label({"code": DOUBLE, "tests": TESTS}, row)
    assert not (tmp_path / "out.jsonl").exists()


def test_directories_for_files_are_named_before_anything_runs(tmp_path):
    (tmp_path / "in.jsonl").write_text("")
    for source, output, message in [(".", "out", r"Is a directory; name a file"), ("in.jsonl", ".", "this is a dir")]:
        with pytest.raises(ProgramError, match=message):
            label_file(tmp_path / source, tmp_path / output, problems=None, tests=1, workers=Workers(),
                       isolation="namespaces", cache=None)  # fmt: skip


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ProgramError, match=r"none\.jsonl: no such file"):
        label_file(tmp_path / "none.jsonl", tmp_path / "out", problems=None, tests=1, workers=Workers(),
                   isolation="namespaces", cache=None)  # fmt: skip
