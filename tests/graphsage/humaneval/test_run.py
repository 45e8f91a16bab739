"""HumanEval with one model."""

import numpy as np
import pytest

from codegraft.graphsage.humaneval import run
from codegraft.graphsage.humaneval.problems import humaneval_file, read_humaneval
from codegraft.graphsage.humaneval.run import evaluate_humaneval, write_predictions
from codegraft.parallel.workers import Workers
from tests.graphsage.humaneval.test_variants import DOUBLE

TEXTS = [DOUBLE.canonical_solution * 2, "unrelated = 1\n"]


@pytest.fixture
def few(monkeypatch):
    """Two problems in place of 164."""
    problems = [DOUBLE, read_humaneval(humaneval_file())[3]]
    monkeypatch.setattr(run, "read_humaneval", lambda _: problems)


def by_units(graphs):
    """A model that says something else of each graph."""
    return np.diff(graphs.value_offset[graphs.node_offset]) / 10_000


@pytest.mark.usefixtures("few")
def test_a_model_is_asked_about_every_answer(tmp_path):
    found = evaluate_humaneval(by_units, TEXTS, workers=Workers(), isolation="namespaces", cache=tmp_path)
    rows = found.predictions.to_pylist()
    assert len({row["confidence"] for row in rows if row["origin"] == "canonical"}) == 2
    assert found.figures["problems"] == 2
    assert found.figures["answers"]["canonical_passed"] == 2
    assert found.figures["training_copies"]["tasks"] == [DOUBLE.task_id]
    again = evaluate_humaneval(by_units, TEXTS, workers=Workers(), isolation="namespaces", cache=None)
    for name, found_now in (("one.csv", found), ("two.csv", again)):
        write_predictions(tmp_path / name, found_now.predictions)
    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    assert (tmp_path / "one.csv").read_text().splitlines()[0] == (
        '"problem","origin","program","kind","operator","verdict","passed","confidence"'
    )
