"""Distances in closed form are those of shortest paths; the bias falls with them and ends at the window."""

import math
import random

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from codegraft.graphmer.encoder.distance import DISTANCES, attention_bias, graph_distances
from tests.graphmer.encoder.encoder_batches import SHAPE, Group, Window, batch_of, random_batch
from tests.graphmer.encoder.padded import floyd_warshall


def dense(roots, leaves):
    """The batch of a window of which every root has a group of so many leaves, and the order of its nodes."""
    groups = [Group(anchor, 1, 1, [9] * leaves) for anchor in range(roots)]
    size = roots * (1 + leaves)
    return batch_of([[Window([9] * roots, groups)]], SHAPE._replace(rows=1, length=size, groups=roots))


@settings(deadline=None, max_examples=20)
@given(st.integers(1, 12), st.integers(1, 4))
def test_distances_are_those_of_the_shortest_paths(roots, leaves):
    torch.testing.assert_close(graph_distances(dense(roots, leaves))[0], floyd_warshall(roots, leaves).int())


def test_the_papers_layout_has_130_distances():
    found = graph_distances(dense(128, 7))[0]
    torch.testing.assert_close(found, floyd_warshall(128, 7).int())
    assert found.unique().tolist() == list(range(1, DISTANCES + 1))


def test_groups_on_one_anchor_are_further_apart_than_leaves_of_one_group():
    window = Window([9, 9], [Group(0, 1, 1, [9, 9, 9]), Group(0, 1, 2, [9])])
    batch = batch_of([[window]], SHAPE._replace(rows=1, length=6))
    first_leaf = graph_distances(batch)[0, 2]
    assert first_leaf.tolist() == [2, 3, 1, 2, 3, 3]


def test_a_distance_beyond_the_longest_counts_as_the_longest():
    batch = batch_of([[Window([9] * 300)]], SHAPE._replace(rows=1, length=300))
    assert graph_distances(batch)[0, 0, [128, 129, 130, 299]].tolist() == [129, 130, 130, 130]


@pytest.mark.parametrize("decay", [False, True])
def test_the_bias_bars_other_windows_and_leaves_every_node_a_key(decay):
    batch = random_batch(random.Random(0))
    bias = attention_bias(batch, 4, torch.float32, decay=decay)
    apart = batch.window[:, :, None] != batch.window[:, None, :]
    assert (bias.isinf() == apart[:, None]).all()
    assert (batch.window < 0).any(), "there is padding to look at"
    assert (bias.amax(dim=-1) == 0).all()
    assert not bias.requires_grad


def test_the_bias_is_the_logarithm_of_the_papers_factor_faster_for_the_first_head_and_slower_for_the_last():
    batch = batch_of([[Window([9] * 40)]], SHAPE._replace(rows=1, length=40))
    bias = attention_bias(batch, 3, torch.float32, decay=True)[0, :, 0]
    factor = torch.tensor([0.6 ** (root * 0.5 * (1 + math.erf(root / 2**0.5))) for root in _roots(40)])
    torch.testing.assert_close(bias, torch.tensor([8.0, 1.0, 0.125])[:, None] * factor.log(), rtol=1e-5, atol=1e-5)
    assert (bias.diff() < 0).all()


def _roots(length):
    return [math.sqrt(distance) - 1 for distance in range(1, length + 1)]
