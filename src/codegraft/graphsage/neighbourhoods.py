"""The neighbours of units as matrices, each distinct neighbourhood once.

Most units are variables, whose only neighbour is what they belong to: all variables of a function hear the same. What
is said there is averaged and mapped once, then handed to each of them, which is exact and saves more than half of the
products of the neighbours.
"""

from typing import NamedTuple

import torch
from torch import Tensor

from codegraft.graphsage.sparse import SparseMatrix


class Neighbourhoods(NamedTuple):
    """Of N units, D distinct ones; ``of @ (mean @ h)`` is the mean of each unit's neighbours, 0 where it has none.

    Attributes:
        mean: [D, N]; a row holds the part of each neighbour.
        of: [N, D], a one in each row: the neighbourhood of each unit.
    """

    mean: SparseMatrix
    of: SparseMatrix


def neighbourhoods(edge_index: Tensor, units: int) -> Neighbourhoods:
    """Who is told of by edges int64 [2, E] among so many units: both ends of each, as often as there is one.

    Neighbourhoods of one neighbour are told from each other by it; others are all taken to be distinct.
    """
    begin, near = _both_ways(edge_index, units)
    degree = begin.diff()
    bounded = torch.cat([near, near.new_full((1,), units)])  # a unit after all others begins past the last
    first, last = bounded[begin[:-1]], bounded[begin[1:] - 1]
    own = torch.arange(units, device=near.device)
    key, by_key = torch.where((degree > 0) & (first == last), first, units + own).sort(stable=True)
    is_new = torch.cat([key.new_ones(1, dtype=torch.bool), key.diff() != 0])[:units]
    of = torch.empty_like(own)
    of[by_key] = is_new.cumsum(0) - 1
    mean = _means(begin, near, by_key[is_new])
    ones = torch.ones(units, device=near.device)
    return Neighbourhoods(mean, SparseMatrix(torch.arange(units + 1, device=near.device), of, ones, mean.shape[0]))


def _both_ways(edge_index: Tensor, units: int) -> tuple[Tensor, Tensor]:
    """Neighbours [2E] by the unit whose they are, ascending, and where each unit's begin [N + 1]."""
    ends = torch.cat([edge_index, edge_index.flip(0)], dim=1)
    place = (ends[0] * units + ends[1]).sort().values
    begin = torch.searchsorted(place, units * torch.arange(units + 1, device=place.device))
    return begin, place % max(units, 1)


def _means(begin: Tensor, near: Tensor, chosen: Tensor) -> SparseMatrix:
    """[D, N] means over the neighbours of the chosen units [D]."""
    degree = begin.diff()[chosen]
    offset = torch.cat([degree.new_zeros(1), degree.cumsum(0)])
    entries = torch.arange(int(offset[-1]), device=near.device)
    entries += (begin[chosen] - offset[:-1]).repeat_interleave(degree)
    part = degree.reciprocal().repeat_interleave(degree)
    return SparseMatrix(offset, near[entries], part, len(begin) - 1)
