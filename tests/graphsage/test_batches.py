"""Batches: every graph once, problems together, one order for a seed and epoch, labels with their graphs."""

import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphsage.batches import NOBODY, TOGETHER, Split, examples_of, training_batches
from codegraft.programs.dataset import Taught
from codegraft.programs.graph import FEATURES
from codegraft.programs.vocabulary import Vocabularies
from tests.graphsage.datasets import CPU, RIGHT, small_dataset


@pytest.fixture(scope="module")
def examples():
    return examples_of(small_dataset(20))


def test_splits_have_all_graphs_and_share_none(examples):
    splits = [examples.split(name) for name in ("train", "validation", "test")]
    rows = np.concatenate([part for split in splits for part in split])
    assert sorted(rows) == list(range(len(examples.graphs)))
    assert all((split.programs < examples.whole).all() and (split.imports >= examples.whole).all() for split in splits)


@settings(deadline=None, max_examples=40)
@given(size=st.integers(1, 40), seed=st.integers(0, 2**40), epoch=st.integers(0, 50))
def test_an_epoch_has_every_graph_once(examples, size, seed, epoch):
    split = examples.split("train")
    batches = training_batches(examples, split, size, seed, epoch)
    assert sorted(np.concatenate(batches)) == sorted(np.concatenate(split))
    programs = [int((rows < examples.whole).sum()) for rows in batches]
    assert programs[:-1] == [size] * (len(programs) - 1)
    assert 0 < programs[-1] <= size


def test_the_order_is_a_function_of_seed_and_epoch(examples):
    def order(seed, epoch):
        return np.concatenate(training_batches(examples, examples.split("train"), 8, seed, epoch)).tolist()

    assert order(1, 2) == order(1, 2)
    assert order(1, 2) != order(1, 3)
    assert order(1, 2) != order(2, 2)


def test_programs_of_a_problem_meet(examples):
    problem = examples.labels.problem.numpy()
    for rows in training_batches(examples, examples.split("train"), 2 * TOGETHER, 0, 1)[:-1]:
        of = problem[rows[rows < examples.whole]]
        counts = np.unique(of[of != NOBODY], return_counts=True)[1]
        assert counts.max() >= 4


def test_texts_without_imports_alone_are_batched_too(examples):
    split = Split(np.empty(0, np.int64), examples.split("train").imports)
    assert sorted(np.concatenate(training_batches(examples, split, 8, 0, 0))) == sorted(split.imports)


def test_nothing_gives_no_batch(examples):
    assert training_batches(examples, Split(np.empty(0, np.int64), np.empty(0, np.int64)), 8, 0, 0) == []


def test_labels_stand_beside_their_graphs(examples):
    rows = np.array([5, 2, examples.whole + 1, 3])
    batch = examples.batch(rows, CPU)
    first = torch.searchsorted(batch.graph, torch.arange(batch.graphs))
    x = batch.x @ torch.eye(FEATURES)
    assert (x[first, RIGHT] == 1).tolist() == (batch.labels.confidence == 1).tolist()
    assert batch.labels.has_confidence.tolist() == [True, True, False, True]
    assert batch.labels.knows_imports[:, 0].tolist() == [False, False, True, False]
    assert batch.labels.knows_bugs.any(dim=1).tolist() == [True, True, False, True]
    assert batch.labels.imports[2].tolist() == [1.0, 0.0]


def test_a_mutant_is_of_its_parents_family_and_a_function_of_no_problem(examples):
    labels, names = examples.labels, examples.rows["program"].to_pylist()
    assert labels.family[names.index("train-0-3")] == labels.family[names.index("train-0-2")]
    assert labels.family[names.index("train-0-1")] != labels.family[names.index("train-0-2")]
    functions = torch.tensor([origin == "function" for origin in examples.rows["origin"].to_pylist()])
    assert (labels.problem[functions] == NOBODY).all()
    assert (labels.problem[: examples.whole][~functions[: examples.whole]] >= 0).all()


def test_a_batch_holds_its_graphs_side_by_side(examples):
    rows = np.array([7, 0, 7, examples.whole + 2])
    batch, expected = examples.batch(rows, CPU), examples.graphs.batch(rows)
    assert torch.equal(batch.x @ torch.eye(FEATURES), expected.x)
    assert torch.equal(batch.edge_index, expected.edge_index)
    assert torch.equal(batch.graph, expected.graph)
    assert batch.graphs == len(rows)


def test_the_root_mean_square_is_over_all_units(examples):
    rows = examples.split("train").programs
    x = examples.graphs.batch(rows).x
    torch.testing.assert_close(examples.root_mean_square(rows), x.square().mean(dim=0).sqrt())


def test_empty_vocabularies_give_labels_without_columns():
    labels = examples_of(small_dataset(vocabularies=Vocabularies({}, {}))).labels
    assert labels.imports.shape[1] == labels.bugs.shape[1] == labels.knows_bugs.shape[1] == 0


def test_a_feature_that_is_not_finite_is_refused():
    dataset = small_dataset()
    value = dataset.programs.graphs.value.copy()
    value[3] = np.nan
    graphs = dataclasses.replace(dataset.programs.graphs, value=value)
    with pytest.raises(ModelError, match="programs: a feature is not finite"):
        examples_of(dataclasses.replace(dataset, programs=Taught(graphs, dataset.programs.rows)))
