"""The resolver on our own suites: what `codegraft kg score` says of them."""

from pathlib import Path

import pytest

from codegraft.kg.score.extract import case_edges
from codegraft.kg.score.score import score

SUITES = Path(__file__).parent


@pytest.fixture(scope="module", params=["python", "java"])
def total(request):
    found = score(SUITES / request.param, case_edges)
    assert len(found.by_category) >= 16
    assert min(category.cases for category in found.by_category.values()) >= 6
    return found.total


def test_edges_are_right_and_hardly_any_is_missing(total):
    assert total.precision >= 0.98
    assert total.recall >= 0.95


def test_an_extractor_that_finds_nothing_or_everything_fails():
    nothing = score(SUITES / "python", lambda case: set()).total
    assert nothing.recall == 0.0
    everything = score(SUITES / "python", lambda case: {("main", name) for name in _names(case)}).total
    assert everything.precision < 0.5


def _names(case):
    text = (case / "main.py").read_text()
    words = {word.strip("():,.") for word in text.split()}
    return {f"main.{word}" for word in words if word.isidentifier()}
