import math
from collections import Counter, defaultdict

import numpy as np
import pytest
import torch
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from codegraft.embedding.baselines import by_neighbours, fit_head, random_encoder, table_baselines
from codegraft.embedding.data import file_graph
from codegraft.embedding.task import build_task
from codegraft.embedding.train import evaluate, new_predictor
from tests.embedding.forests import CPU, PARAMS, forest_bundle, reproducible, shuffled_bundle

FEW = PARAMS.model_copy(update={"epochs": 2})


@pytest.fixture(autouse=True)
def _reproducible():
    with reproducible():
        yield


@pytest.fixture(scope="module")
def task():
    return build_task(file_graph(forest_bundle(4, 3)), FEW, 1, CPU)


def training_nodes(task):
    return [pair for batch in task.train for pair in zip(batch.kind.tolist(), batch.parent_kind.tolist(), strict=True)]


def neighbourhoods(pairs):
    """Kind of each hidden node, and the sets of kinds that are visible around it, edge by edge."""
    for batch, rows in pairs:
        hidden, kind, edges = set(rows.tolist()), batch.kind.tolist(), batch.edge_index.T.tolist()
        for row in rows.tolist():
            inward = frozenset(kind[a] for a, b in edges if b == row and a not in hidden)
            outward = frozenset(kind[b] for a, b in edges if a == row and b not in hidden)
            yield kind[row], (inward, outward)


def test_majority_is_the_share_of_the_most_frequent_training_kind(task):
    (most, _), *_ = Counter(kind for kind, _ in training_nodes(task)).most_common()
    right = [kind == most for kind in task.kind.tolist()]
    assert table_baselines(task, FEW)["majority"].accuracy == pytest.approx(np.mean(right))


def test_parent_kind_is_the_most_frequent_kind_under_that_parent(task):
    under = defaultdict(Counter)
    for kind, parent in training_nodes(task):
        under[parent][kind] += 1
    best = {parent: min(counts, key=lambda kind: (-counts[kind], kind)) for parent, counts in under.items()}
    judged = zip(task.kind.tolist(), task.parent_kind.tolist(), strict=True)
    assert table_baselines(task, FEW)["parent_kind"].accuracy == pytest.approx(
        np.mean([best[parent] == kind for kind, parent in judged])
    )


def test_neighbour_kinds_are_counted_under_the_masks_of_training_and_fall_back_where_unseen(task):
    kinds = len(task.graph.kinds)
    back_off = torch.rand(len(task.kind), kinds, dtype=torch.float64).log_softmax(dim=1)
    found = by_neighbours(task, FEW, back_off)
    counts = defaultdict(Counter)
    for epoch in (1, 2):
        for kind, key in neighbourhoods(task.training_masks(FEW, epoch)):
            counts[key][kind] += 1
    judged = list(neighbourhoods(zip(task.held_out, task.hidden, strict=True)))
    assert [kind for kind, _ in judged] == task.kind.tolist()
    for row, (_, key) in enumerate(judged):
        for kind in range(kinds):
            share = (counts[key][kind] + back_off[row, kind].exp()) / (counts[key].total() + 1)
            assert found[row, kind] == pytest.approx(math.log(share))


def test_a_fitted_head_is_logistic_regression_on_standardised_features():
    dice = np.random.default_rng(0)
    features = dice.normal(size=(400, 6)) * [1, 10, 100, 1, 1, 0] + 5  # the last column says nothing
    kind = ((features[:, :3] - 5) / [1, 10, 100] @ dice.normal(size=(3, 4)) + dice.normal(size=(400, 4))).argmax(axis=1)
    head = fit_head(torch.from_numpy(features).float(), torch.from_numpy(kind), 4)
    scaled = StandardScaler().fit_transform(features)
    oracle = LogisticRegression(tol=1e-8, max_iter=10_000).fit(scaled, kind).predict_proba(scaled)
    found = head(torch.from_numpy(features).float()).softmax(dim=1).detach()
    np.testing.assert_allclose(found, oracle, atol=5e-3)


def test_a_head_on_a_random_encoder_is_judged_on_the_same_nodes_and_beats_the_untrained_head(task):
    untrained = evaluate(new_predictor(task, 2, FEW.hidden), task)
    fitted = random_encoder(task, 2, FEW)
    assert fitted.accuracy > untrained.accuracy + 0.2
    assert random_encoder(task, 2, FEW) == fitted


def test_where_neighbours_say_nothing_no_baseline_is_better_than_the_majority():
    task = build_task(file_graph(shuffled_bundle()), PARAMS, 0, CPU)
    scores = table_baselines(task, PARAMS) | {"random_encoder": random_encoder(task, 2, PARAMS)}
    for name, result in scores.items():
        assert result.accuracy <= scores["majority"].accuracy + 0.03, name
