import json

import numpy as np
import pytest

from codegraft.graphmer.evaluation.completion import Completion
from codegraft.graphmer.evaluation.disambiguation import Disambiguation
from codegraft.graphmer.evaluation.figures import said
from codegraft.training.bootstrap import Estimate
from tests.graphmer.evaluation.systems import Chance, random_graph


def test_figures_are_plain_and_their_intervals_stand_beside_them():
    found = said({"f1": Estimate(0.5, np.linspace(0.0, 1.0, 1001))})
    assert found == {"f1": 0.5, "intervals": {"f1": {"low": pytest.approx(0.025), "high": pytest.approx(0.975)}}}


def test_what_is_undefined_is_none():
    assert said({"f1": Estimate(np.nan, np.array([]))}) == {
        "f1": None,
        "intervals": {"f1": {"low": None, "high": None}},
    }


def test_figures_of_tasks_can_be_written_as_json_and_are_the_same_each_time():
    graph = random_graph(0)
    hidden = np.flatnonzero(~graph.seen)
    early, late = hidden[graph.said_in[hidden] < 2], hidden[graph.said_in[hidden] >= 2]

    def evaluated():
        mentions = Disambiguation.of(graph, [id_[-1] for id_ in graph.ids], hidden)
        threshold = Completion.of(graph, "calls", early).fit_threshold(Chance())
        calls = Completion.of(graph, "calls", late)
        figures = [
            mentions.figures([mentions.credits(Chance(seed)) for seed in range(2)]),
            calls.figures([calls.found(Chance(seed), threshold) for seed in range(2)]),
        ]
        return json.dumps(figures, allow_nan=False)

    assert evaluated() == evaluated()
