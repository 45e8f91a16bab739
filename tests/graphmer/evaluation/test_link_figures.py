import json

import numpy as np
import pyarrow as pa
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.link_figures import Asked, estimates, figures
from codegraft.graphmer.evaluation.ranking import MEASURES, measures_of
from codegraft.graphmer.linking.graph import Side
from tests.graphmer.evaluation.link_graphs import random_link_graph

MRR = MEASURES.index("mrr")


def asked_of(seed=0, repositories=6, triples=200):
    graph = random_link_graph(seed, repositories=repositories, triples=triples)
    generator = np.random.default_rng(seed)
    evidence = pa.array(generator.choice(["semantic", "syntactic"], len(graph.head))).dictionary_encode()
    rows = np.flatnonzero(~graph.seen)
    asked = Asked.of(graph, pa.table({"evidence": evidence}), rows, generator.random(len(rows)) < 0.4)
    return graph, evidence.to_pylist(), rows, asked


def ranks_of(asked, seed):
    return np.random.default_rng(seed).integers(1, 30, (2, len(asked.relation))) + 0.5


def test_figures_are_means_over_the_questions_of_each_group_and_the_seeds():
    graph, evidence, rows, asked = asked_of()
    ranks = [ranks_of(asked, seed) for seed in range(3)]
    found = figures(asked, [measures_of(one) for one in ranks])
    questions = [(side, place) for side in Side for place in range(len(rows))]
    tail = {question for question in questions if question[0] == Side.TAIL}
    semantic = {(side, place) for side, place in questions if evidence[rows[place]] == "semantic"}
    spelled = {(side, place) for side, place in tail if asked.in_window[place]}
    groups = {
        "tail": tail,
        "head": set(questions) - tail,
        "semantic": semantic,
        "syntactic": set(questions) - semantic,
        "semantic_tail": semantic & tail,
        "tail_in_window": spelled,
        "tail_out_of_window": tail - spelled,
        "semantic_tail_out_of_window": (semantic & tail) - spelled,
    }
    names = {
        name: {(side, place) for side, place in questions if graph.relations[graph.relation[rows[place]]] == name}
        for name in graph.relations
    }
    assert set(found) == {*MEASURES, "intervals", "questions", "macro", "relations", *groups}
    assert set(found["relations"]) == set(names)
    said_of = [(found, set(questions)), *((found[name], group) for name, group in groups.items())]
    for said, group in said_of + [(found["relations"][name], group) for name, group in names.items()]:
        values = np.array([rank[question] for rank in ranks for question in group])
        assert said["questions"] == len(group)
        assert said["mrr"] == pytest.approx((1 / values).mean())
        for cutoff in (1, 3, 10):
            assert said[f"hits_at_{cutoff}"] == pytest.approx((values <= cutoff).mean())
    for measure in MEASURES:
        of_relations = [found["relations"][name][measure] for name in names]
        assert found["macro"][measure] == pytest.approx(np.mean(of_relations))
    json.dumps(found, allow_nan=False)


def test_intervals_hold_their_figure_and_are_wider_where_repositories_differ():
    _, _, _, asked = asked_of(triples=600)
    ranks = ranks_of(asked, 0)
    apart = np.where(asked.repository % 2, 1.0, 25.0) * np.ones_like(ranks)
    widths = []
    for one in (ranks, apart):
        found = figures(asked, [measures_of(one)])
        for said in (found, found["macro"], found["tail"]):
            assert said["intervals"]["mrr"]["low"] < said["mrr"] < said["intervals"]["mrr"]["high"]
        widths.append(found["intervals"]["mrr"]["high"] - found["intervals"]["mrr"]["low"])
    assert widths[1] > 3 * widths[0]


def test_a_system_that_is_better_everywhere_by_the_same_is_surely_better():
    _, _, _, asked = asked_of()
    measured = measures_of(ranks_of(asked, 0))
    better, worse = (estimates(asked, [one])["all"]["mrr"] for one in (measured + 0.1, measured))
    interval = (better - worse).interval()
    assert interval == pytest.approx({"mean": 0.1, "low": 0.1, "high": 0.1})


def test_one_repository_has_no_interval():
    _, _, _, asked = asked_of(repositories=1)
    found = figures(asked, [measures_of(ranks_of(asked, 0))])
    assert found["mrr"] > 0
    assert found["intervals"]["mrr"] == found["macro"]["intervals"]["mrr"] == {"low": None, "high": None}


def test_a_group_without_questions_is_left_out():
    graph, _, rows, _ = asked_of()
    evidence = pa.table({"evidence": pa.array(["syntactic"] * len(graph.head)).dictionary_encode()})
    asked = Asked.of(graph, evidence, rows, np.zeros(len(rows), bool))
    assert list(asked.groups()) == ["all", "tail", "head", "syntactic", "tail_out_of_window"]


def test_what_does_not_fit_is_refused():
    graph, _, rows, asked = asked_of()
    with pytest.raises(ModelError, match=r"expected \[4, 2, "):
        estimates(asked, [measures_of(ranks_of(asked, 0)), np.ones((4, len(rows)))])
    with pytest.raises(ModelError, match=r"measures of shape \[\]"):
        estimates(asked, [])
    splits = pa.table({"evidence": pa.array(["semantic"] * len(graph.head))})
    with pytest.raises(ModelError, match=f"{len(rows)} triples and 1 flags"):
        Asked.of(graph, splits, rows, np.zeros(1, bool))
    with pytest.raises(ModelError, match="0 triples and 0 flags"):
        Asked.of(graph, splits, rows[:0], np.zeros(0, bool))
