"""Right and wrong answers to HumanEval, executed."""

import ast

import pytest

from codegraft.graphsage.humaneval.problems import HumanEvalProblem, humaneval_file, read_humaneval
from codegraft.graphsage.humaneval.variants import ANSWERS_SCHEMA, CANONICAL, VARIANT, VARIANTS, answers, variants
from codegraft.parallel.workers import Workers

DOUBLE = HumanEvalProblem(
    task_id="HumanEval/900",
    prompt='import math\n\ndef other(x):\n    return x * 3 + 1\n\ndef double(x):\n    """Twice x."""\n',
    canonical_solution="    if x < 0:\n        return -double(-x)\n    return 2 * x\n",
    test="def check(candidate):\n    assert candidate(3) == 6\n    assert candidate(-2) == -4\n",
    entry_point="double",
)


def executed(*problems, **changed):
    return answers(problems, **{"workers": Workers(), "isolation": "namespaces", "cache": None} | changed)


def with_body(body):
    return DOUBLE.model_copy(update={"canonical_solution": body})


def verdict(body):
    return next(row["verdict"] for row in executed(with_body(body)).to_pylist() if row["origin"] == CANONICAL)


@pytest.mark.parametrize("problem", [DOUBLE, *read_humaneval(humaneval_file())[30:60:5]], ids=lambda one: one.task_id)
def test_mistakes_are_in_the_body_and_nowhere_else(problem):
    made = variants(problem)
    assert 1 <= len(made) <= VARIANTS
    assert len({mutant.code for mutant in made} | {problem.solution}) == len(made) + 1
    for mutant in made:
        assert mutant.code.startswith(problem.prompt)
        ast.parse(mutant.code)


def test_the_same_variants_every_time():
    assert variants(DOUBLE) == variants(DOUBLE.model_copy())


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("    return 2 * x\n", "passed"),
        ("    print('noise', x)\n    return x + x\n", "passed"),
        ("    return x\n", "exception"),
        ("    raise SystemExit\n", "wrong_answer"),
        ("    print('HumanEval/900 passed')\n    raise SystemExit\n", "wrong_answer"),
        ("    while True: pass\n", "timeout"),
        ("    return {2 * x}.pop()\n", "passed"),
    ],
)
def test_an_answer_is_right_if_the_problems_own_tests_run_to_their_end(body, expected):
    assert verdict(body) == expected


def test_each_answer_stands_in_a_row_the_solution_first():
    second = DOUBLE.model_copy(update={"task_id": "HumanEval/899"})
    table = executed(DOUBLE, second)
    assert table.schema == ANSWERS_SCHEMA
    rows = table.to_pylist()
    assert [row["problem"] for row in rows] == sorted((row["problem"] for row in rows), reverse=True)
    for problem in (DOUBLE, second):
        own = [row for row in rows if row["problem"] == problem.task_id]
        assert [row["origin"] for row in own] == [CANONICAL] + [VARIANT] * len(variants(problem))
        assert own[0] | {"passed": True, "verdict": "passed", "kind": "", "code": problem.solution} == own[0]
        assert [row["passed"] for row in own] == [row["verdict"] == "passed" for row in own]
        assert not all(row["passed"] for row in own)
    assert len({row["program"] for row in rows}) == len(rows)


def test_what_was_executed_is_not_executed_again(tmp_path, monkeypatch):
    first = executed(DOUBLE, cache=tmp_path)
    monkeypatch.setattr("codegraft.programs.sandbox.Sandbox.run", lambda *_: pytest.fail("executed"))
    monkeypatch.setattr("codegraft.programs.sandbox.Sandbox.__enter__", lambda sandbox: sandbox)
    assert executed(DOUBLE, cache=tmp_path).equals(first)


@pytest.mark.slow
def test_all_solutions_pass_and_processes_do_not_matter():
    problems = read_humaneval(humaneval_file())[:40]
    table = executed(*problems)
    assert table.equals(executed(*problems, workers=Workers(2)))
    assert all(row["passed"] for row in table.to_pylist() if row["origin"] == CANONICAL)
