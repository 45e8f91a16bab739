"""Operators whose mutants mostly pass, found in the labels of those that were executed."""

import pyarrow as pa

from codegraft.programs.survivors import surviving_share, unsure_operators


def labels(**passed: list[int]) -> pa.Table:
    """Operator -> how many of 4 tests each of its mutants passed; and a correct program, which does not count."""
    rows = [("mutant", name, count) for name, counts in passed.items() for count in counts] + [("correct", "", 4)]
    origin, operator, passes = zip(*rows, strict=True)
    return pa.table({"origin": origin, "operator": operator, "passed": passes, "tests": [4] * len(rows)})


def test_operators_are_unsure_from_one_survivor_in_ten_on() -> None:
    table = labels(sure=[0] * 9 + [4], unsure=[3] * 8 + [4], hopeless=[4])
    assert unsure_operators(table) == {"unsure", "hopeless"}
    assert surviving_share(table, unsure_operators(table)) == 0.1
    assert surviving_share(table, frozenset()) == 3 / 20


def test_without_mutants_nothing_is_unsure() -> None:
    assert unsure_operators(labels()) == frozenset()
    assert surviving_share(labels(), frozenset()) == 0.0
