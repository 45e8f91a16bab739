"""Neighbourhoods: means over both ends of every edge, each neighbourhood of one neighbour once."""

import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.graphsage.neighbourhoods import neighbourhoods


@st.composite
def graphs(draw):
    units = draw(st.integers(1, 7))
    ends = st.integers(0, units - 1)
    edges = draw(st.lists(st.tuples(ends, ends), max_size=14))
    return units, torch.tensor(edges, dtype=torch.int64).reshape(-1, 2).T


def means(units, edge_index, h):
    near = [[] for _ in range(units)]
    for source, target in edge_index.T.tolist():
        near[target].append(source)
        near[source].append(target)
    return torch.stack([h[rows].mean(dim=0) if rows else torch.zeros(h.shape[1]) for rows in near])


@given(graphs())
def test_means_are_over_both_ends_of_each_edge_as_often_as_it_is_there(graph):
    units, edge_index = graph
    found, h = neighbourhoods(edge_index, units), torch.rand(units, 3)
    torch.testing.assert_close(found.of @ (found.mean @ h), means(units, edge_index, h))


def test_units_of_one_and_the_same_neighbour_share_its_mean():
    star = torch.tensor([[0, 0, 0, 4], [1, 2, 3, 5]])
    found = neighbourhoods(star, 6)
    assert found.mean.shape == (4, 6)  # of 0, of what has only 0, of 4, of 5
    assert len(set(found.of.column[1:4].tolist())) == 1
    assert len(set(found.of.column.tolist())) == 4


def test_units_without_neighbours_hear_nothing():
    found = neighbourhoods(torch.empty((2, 0), dtype=torch.int64), 3)
    assert (found.of @ (found.mean @ torch.ones(3, 2)) == 0).all()
