import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.embedding.data import file_graph, hidden_rows, pack, sample_files, split_files
from codegraft.errors import BundleError
from codegraft.snapshot.export import Layout, bundle_of
from tests.embedding.forests import TREES, forest, forest_bundle
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import TinySnapshot

FOREST = file_graph(forest_bundle())


@st.composite
def snapshots(draw):
    """Any tree over any files, with edges anywhere."""
    count = draw(st.integers(2, 12))
    numbers = st.integers(0, count - 1)
    parents = [None, *(draw(st.none() | st.integers(0, row - 1)) for row in range(1, count))]
    nodes = [(row, draw(st.sampled_from(["Call", "Block", "Odd"])), parent) for row, parent in enumerate(parents)]
    edges = draw(st.lists(st.tuples(numbers, numbers, st.sampled_from(["Call", "Import"])), max_size=12, unique=True))
    paths = st.sampled_from(["a/1.py", "a/2.py", "b/1.py", "c/1.py"])
    return TinySnapshot(nodes, edges, files={row: draw(paths) for row in range(count)})


@settings(max_examples=60)
@given(snapshots(), st.integers(1, 6), st.randoms(use_true_random=False))
def test_batches_hold_whole_files_and_exactly_the_edges_inside_them(snapshot, batch_nodes, dice):
    bundle = bundle_of(example_columns(snapshot), TREES)
    graph = file_graph(bundle)
    chosen = dice.sample(range(len(graph.files)), dice.randint(1, len(graph.files)))
    batches = pack(graph, np.array(chosen), batch_nodes)

    file_of = bundle.node_file.tolist()
    assert sorted(row for batch in batches for row in batch.rows.tolist()) == [
        row for row, file in enumerate(file_of) if file in chosen
    ]
    for batch in batches:
        rows = batch.rows.tolist()
        files = {file_of[row] for row in rows}
        assert sum(file in files for file in file_of) == len(rows)
        assert batch.kind.tolist() == bundle.node_kind[batch.rows].tolist()
        inside = [(a, b) for a, b in bundle.edge_index.T.tolist() if file_of[a] == file_of[b] and file_of[a] in files]
        assert sorted((rows[a], rows[b]) for a, b in batch.edge_index.T.tolist()) == sorted(inside)
        last = max(chosen.index(file) for file in files)
        assert len(rows) - file_of.count(chosen[last]) < batch_nodes


@settings(max_examples=60)
@given(snapshots())
def test_parent_kinds_are_those_of_the_tree_within_a_file(snapshot):
    graph = file_graph(bundle_of(example_columns(snapshot), TREES))
    kind = {row: kind for row, kind, _ in snapshot.nodes}
    naive = [
        kind[parent] if parent is not None and snapshot.path(parent) == snapshot.path(row) else None
        for row, _, parent in snapshot.nodes
    ]
    assert [(*graph.kinds, None)[code] for code in graph.parent_kind] == naive


def test_a_bundle_without_files_is_refused_with_the_way_to_mend_it():
    with pytest.raises(BundleError, match="dvc repro export"):
        file_graph(bundle_of(forest(1, 1), Layout(parent_edges=True)))


def test_a_bundle_without_tree_edges_is_refused_with_the_parameter_to_set():
    with pytest.raises(BundleError, match=r"export\.parent_edges: true"):
        file_graph(bundle_of(forest(1, 1), Layout(files=True)))


def test_edges_between_files_are_counted():
    snapshot = TinySnapshot([(0, "Call", None), (1, "Call", 0)], [(0, 1, "Call")], files={0: "a/1.py", 1: "a/2.py"})
    assert file_graph(bundle_of(example_columns(snapshot), TREES)).cross_file_share == 1.0


@pytest.mark.parametrize("share", [0.01, 0.25, 0.5, 0.99])
def test_repositories_are_held_out_whole_and_never_all(share):
    split = split_files(FOREST, share, seed=3)
    train, held_out = ({FOREST.files[code].split("/")[0] for code in side} for side in (split.train, split.held_out))
    assert split.by == "repository"
    assert train
    assert set(split.held_out_groups) == held_out
    assert not train & held_out
    assert sorted([*split.train, *split.held_out]) == list(range(len(FOREST.files)))


def test_other_seeds_hold_out_other_repositories():
    assert len({split_files(FOREST, 0.25, seed).held_out_groups for seed in range(20)}) > 1


def test_a_single_repository_is_split_by_file():
    graph = file_graph(forest_bundle(repositories=1, files=4))
    split = split_files(graph, 0.25, seed=0)
    assert (split.by, len(split.train), len(split.held_out)) == ("file", 3, 1)
    assert split.held_out_groups == (graph.files[split.held_out[0]],)


def test_a_repository_without_nodes_is_never_held_out():
    emptied = dataclasses.replace(FOREST, size=np.where(FOREST.repository == 0, 0, FOREST.size))
    assert all("repo0" not in split_files(emptied, 0.5, seed).held_out_groups for seed in range(10))


def test_a_single_file_cannot_be_split():
    with pytest.raises(BundleError, match="one file"):
        split_files(file_graph(forest_bundle(1, 1)), 0.25, seed=0)


def test_a_sample_takes_of_each_repository_in_proportion():
    graph = file_graph(forest_bundle(repositories=3, files=60))
    half = sample_files(graph, np.arange(len(graph.files)), int(graph.size.sum()) // 2, seed=0)
    for code in range(3):
        mine = graph.repository == code
        taken = graph.size[[file for file in half if mine[file]]].sum() / graph.size[mine].sum()
        assert 0.45 < taken <= 0.5


def test_a_small_sample_still_takes_a_file_of_each_repository():
    chosen = sample_files(FOREST, np.arange(len(FOREST.files)), 1, seed=0)
    assert sorted(FOREST.repository[chosen]) == [0, 1, 2, 3]


def test_a_sample_of_more_than_there_is_takes_all():
    assert sorted(sample_files(FOREST, np.arange(5), 10**9, seed=0)) == [0, 1, 2, 3, 4]


def test_a_sample_mixes_repositories():
    chosen = sample_files(FOREST, np.arange(len(FOREST.files)), 10**9, seed=0)
    assert len(set(FOREST.repository[chosen[:8]])) > 1


@given(st.integers(1, 500), st.floats(0.01, 0.99), st.integers(0, 9), st.integers(0, 9), st.integers(0, 9))
def test_hidden_rows_are_a_share_of_the_nodes_and_depend_on_nothing_drawn_before(nodes, share, seed, epoch, batch):
    rows = hidden_rows(nodes, share, seed, epoch, batch)
    assert len(rows) == max(round(share * nodes), 1)
    assert rows.tolist() == sorted(set(rows.tolist()) & set(range(nodes)))
    hidden_rows(nodes, share, seed, epoch + 1, batch)
    assert torch.equal(hidden_rows(nodes, share, seed, epoch, batch), rows)


def test_every_seed_epoch_and_batch_hides_other_nodes():
    keys = [(seed, epoch, batch) for seed in range(3) for epoch in range(3) for batch in range(3)]
    assert len({tuple(hidden_rows(1000, 0.15, *key).tolist()) for key in keys}) == len(keys)
