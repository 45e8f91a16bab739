"""What is said of a system's ranks in one setting of link prediction.

Figures are means over questions ("micro") of both sides, with the sides, the kinds of evidence and the places of the
tail apart; ``macro`` is the mean over relations of the mean over their questions. Several seeds are averaged. Intervals
are of 95 % and resample repositories and seeds; where a setting has few repositories, as repository-inductive ones do,
they are rather too narrow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.figures import said
from codegraft.graphmer.evaluation.ranking import MEASURES
from codegraft.graphmer.linking.graph import LinkGraph, Side
from codegraft.training.bootstrap import Estimate, Resampler, Statistic, mean_over, ratio

Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Asked:
    """Q triples whose ends are asked for, and what tells them apart.

    Attributes:
        relations: names of the relations that occur.
        relation: int64 [Q] numbers of relations.
        repository: int64 [Q] which repository says each.
        semantic: bool [Q] whether it takes more than a parser of the file to see it.
        in_window: bool [Q] whether the tail's name is spelled in the code of the head.
    """

    relations: tuple[str, ...]
    relation: Longs
    repository: Longs
    semantic: Flags
    in_window: Flags

    @classmethod
    def of(cls, graph: LinkGraph, splits: pa.Table, triples: Longs, in_window: Flags) -> "Asked":
        """The columns of these triples [Q] of a graph.

        Raises:
            ModelError: there is no triple, or not one flag for each.
        """
        if not len(triples) or len(in_window) != len(triples):
            raise ModelError(
                f"{len(triples)} triples and {len(in_window)} flags of tails in the window; expected one triple at "
                "least and as many flags"
            )
        semantic = pc.equal(splits["evidence"].cast(pa.string()), "semantic").to_numpy()
        numbers, relation = np.unique(graph.relation[triples], return_inverse=True)
        names = tuple(graph.relations[number] for number in numbers)
        return cls(names, relation, graph.said_in[triples], semantic[triples], in_window)

    def groups(self) -> dict[str, Flags]:
        """Name -> bool [2, Q], for groups with a question; ``all`` is the first."""
        tail = np.broadcast_to(np.arange(len(Side))[:, None] == Side.TAIL, (len(Side), len(self.semantic)))
        groups = {
            "all": np.ones_like(tail),
            "tail": tail,
            "head": ~tail,
            "semantic": np.ones_like(tail) & self.semantic,
            "syntactic": np.ones_like(tail) & ~self.semantic,
            "semantic_tail": tail & self.semantic,
            "tail_in_window": tail & self.in_window,
            "tail_out_of_window": tail & ~self.in_window,
            "semantic_tail_out_of_window": tail & self.semantic & ~self.in_window,
        }
        return {name: group for name, group in groups.items() if group.any()}


def estimates(asked: Asked, seeds: Sequence[Doubles]) -> dict[str, dict[str, Estimate]]:
    """Group, or ``macro``, -> measure -> its estimate.

    Estimates of two systems subtract, as both see the same draws.

    Args:
        asked: Q triples.
        seeds: [4, 2, Q] of each seed what :func:`~codegraft.graphmer.evaluation.ranking.measures_of` makes of ranks.

    Raises:
        ModelError: there is no seed, or a shape is another.
    """
    expected = (len(MEASURES), len(Side), len(asked.relation))
    if not seeds or any(seed.shape != expected for seed in seeds):
        raise ModelError(f"measures of shape {[list(seed.shape) for seed in seeds]}; expected {list(expected)} each")
    resampler = Resampler(np.tile(asked.repository, (len(Side), 1)).ravel())
    repository = resampler.cluster.reshape(expected[1:])
    relation = np.broadcast_to(asked.relation, expected[1:])
    found = {
        name: {
            measure: resampler.estimate([mean_over(seed[place][group], repository[group]) for seed in seeds])
            for place, measure in enumerate(MEASURES)
        }
        for name, group in asked.groups().items()
    }
    found["macro"] = {
        measure: resampler.estimate([_macro(seed[place], relation, repository) for seed in seeds])
        for place, measure in enumerate(MEASURES)
    }
    return found


def figures(asked: Asked, seeds: Sequence[Doubles]) -> dict[str, Any]:
    """The measures of all questions by name, and beside them those of each group, ``macro`` and ``relations``.

    Arguments and errors are those of :func:`estimates`.
    """
    found = estimates(asked, seeds)
    counts = {name: int(np.count_nonzero(group)) for name, group in asked.groups().items()}
    written = {name: said(measured) | _counted(counts, name) for name, measured in found.items()}
    return written.pop("all") | written | {"relations": _by_relation(asked, seeds)}


def _counted(counts: Mapping[str, int], group: str) -> dict[str, int]:
    return {"questions": counts[group]} if group in counts else {}


def _by_relation(asked: Asked, seeds: Sequence[Doubles]) -> dict[str, dict[str, float]]:
    mean = np.mean(seeds, axis=0)
    of_relation = {name: mean[..., asked.relation == number] for number, name in enumerate(asked.relations)}
    return {
        name: {"questions": values[0].size} | dict(zip(MEASURES, values.mean(axis=(1, 2)).tolist(), strict=True))
        for name, values in of_relation.items()
    }


def _macro(values: Doubles, relation: Longs, repository: Longs) -> Statistic:
    """Mean over relations of the mean of their values; all arrays [2, Q]."""
    shape = repository.max() + 1, relation.max() + 1
    cell = np.ravel_multi_index((repository.ravel(), relation.ravel()), shape)
    total, number = (
        np.bincount(cell, weights, minlength=shape[0] * shape[1]).reshape(shape)
        for weights in (values.ravel(), np.ones(values.size))
    )
    return lambda counts: np.nanmean(ratio(counts @ total, counts @ number), axis=1)
