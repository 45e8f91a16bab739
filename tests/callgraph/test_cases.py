"""What the resolver says of each case of our Python suite, edge by edge: no more is missing, and no more is wrong."""

from pathlib import Path

import pytest

from codegraft.kg.score.extract import case_edges
from codegraft.kg.score.score import score

SUITE = Path(__file__).parent / "python"
CATEGORIES = sorted(place.name for place in SUITE.iterdir() if place.is_dir())

MISSING = {
    "dynamic/eval": [("main", "main.target")],
    "dynamic/exec": [("main", "main.target")],
    "dynamic/getattr_hook": [("main", "main.Engine.start")],
    "dynamic/globals": [("main", "main.target")],
    "dynamic/import_module": [("main", "tools.clean")],
    "dynamic/names_in_loop": [("main", "main.Robot.talk"), ("main", "main.Robot.walk")],
    "dynamic/prefix": [("main.Visitor.visit", f"main.Visitor.visit_{node}") for node in ("call", "name")],
    "dynamic/type_call": [("main", "main.run")],
    "dynamic/vars_of_class": [("main", "main.Commands.save")],
    "generators/sent": [("main.runner", "main.target")],
    "mro/base_from_call": [("main", "main.Base.work")],
}
"""True edges that are not found: names made at run time, what is sent into a generator, a base that a call returns."""

WRONG = {
    "classes/two_instances": [("main", "main.first")],
    "dicts/deleted_and_filled": [("main", "main.old")],
    "dicts/overwritten": [("main", "main.old")],
    "imports/fallback": [("main", "missing.clean")],
    "lists/element_replaced": [("main", "main.old")],
}
"""Edges that are found though nothing takes them: fields and elements keep whatever was ever put there."""


@pytest.mark.parametrize("category", CATEGORIES)
def test_every_edge_of_a_category_is_found_but_for_those_that_are_known_to_be_missing_or_wrong(category):
    cases = score(SUITE / category, case_edges).cases
    found = {f"{category}/{case.name}": (case.missing, case.extra) for case in cases}
    assert found == {name: (MISSING.get(name, []), WRONG.get(name, [])) for name in found}


def test_what_is_known_to_be_missing_or_wrong_is_of_cases_that_are_there():
    assert all((SUITE / name / "callgraph.json").exists() for name in (MISSING | WRONG))
