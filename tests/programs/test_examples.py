"""Examples: what a label says, and what it does not, for every way a program can have come out."""

from typing import Any

import pytest

from codegraft.programs.examples import EXAMPLES_SCHEMA, Example, examples_of_labels, examples_table
from codegraft.programs.labels import Label, labels_table

PASSED = {"verdict": "passed", "passed": 4}
WRONG = {"verdict": "wrong_answer", "passed": 1, "run": 4}
RAISED = {"verdict": "exception", "exception": "KeyError", "passed": 0, "run": 4}

BASE: dict[str, Any] = {
    "program": "00", "problem": "sums", "split": "train", "origin": "correct", "kind": "", "operator": "", "parent": "",
    "code": "import re\nprint(1)\n", "tests": 4, "run": 4, "passed": 4, "verdict": "passed", "exception": "",
    "flaky": False,
}  # fmt: skip


def example(**changes: Any) -> Example:
    (only,) = examples_of_labels(labels_table([Label(**(BASE | changes))]))
    return only


@pytest.mark.parametrize(
    ("changes", "bugs", "knows_kinds"),
    [
        (PASSED, (), True),
        (WRONG, (), False),
        (RAISED, ("exception:KeyError",), False),
        ({"origin": "incorrect", "kind": "off_by_one"} | WRONG, ("off_by_one",), True),
        ({"origin": "incorrect", "kind": "off_by_one"} | RAISED, ("off_by_one", "exception:KeyError"), True),
        ({"origin": "incorrect", "kind": ""} | WRONG, (), False),
        ({"origin": "incorrect", "kind": ""} | RAISED, ("exception:KeyError",), False),
        ({"origin": "incorrect", "kind": "off_by_one"} | PASSED, (), False),
        ({"origin": "mutant", "kind": "wrong_operator"} | WRONG, ("wrong_operator",), True),
        ({"origin": "mutant", "kind": "wrong_operator"} | PASSED, (), True),
        ({"origin": "mutant", "kind": "too_slow", "verdict": "timeout", "passed": 0}, ("too_slow",), True),
        ({"origin": "incorrect", "kind": "", "verdict": "killed", "exception": "SIGSEGV", "passed": 0}, (), False),
    ],
)
def test_mistakes_are_those_that_are_known(changes: dict[str, Any], bugs: tuple[str, ...], knows_kinds: bool) -> None:
    found = example(**changes)
    assert (found.bugs, found.knows_kinds, found.knows_exceptions) == (bugs, knows_kinds, True)


def test_confidence_is_the_share_of_all_tests_not_of_those_that_were_run() -> None:
    found = example(origin="incorrect", verdict="timeout", passed=1, run=2)
    assert (found.confidence, found.has_confidence) == (0.25, True)


@pytest.mark.parametrize("changes", [{"flaky": True}, {"tests": 0, "run": 0, "passed": 0}])
def test_a_program_without_a_steady_outcome_teaches_neither_confidence_nor_exceptions(changes: dict[str, Any]) -> None:
    found = example(**changes)
    assert (found.has_confidence, found.knows_exceptions) == (False, False)


def test_the_table_has_a_row_an_example_and_no_texts() -> None:
    table = examples_table([example(), example(origin="incorrect", kind="", **RAISED)])
    assert table.schema == EXAMPLES_SCHEMA
    assert "code" not in table.column_names
    assert table["imports"].to_pylist() == [["re"], ["re"]]
    assert table["bugs"].to_pylist() == [[], ["exception:KeyError"]]
    assert examples_table([]).schema == EXAMPLES_SCHEMA
