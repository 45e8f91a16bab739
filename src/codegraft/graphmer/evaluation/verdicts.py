"""Whether the linker is better than each other system at linking, by the rule of :mod:`.better`, setting by setting.

What counts is the reciprocal rank of hidden tails of semantic relations: those that no parser of the file sees.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.better import SEEDS, Measured, compare
from codegraft.graphmer.evaluation.link_figures import Asked
from codegraft.graphmer.evaluation.ranking import Ranked
from codegraft.graphmer.linking.graph import Side
from codegraft.training.bootstrap import Resampler, mean_over

GROUP: Final = "semantic_tail"


def verdicts(
    asked: Mapping[str, Asked], ranked: Mapping[str, Sequence[Mapping[str, Ranked]]], model: str
) -> dict[str, dict[str, Any]]:
    """By setting and system: the gain in MRR of a model over it, with its intervals, and whether that is better.

    Args:
        asked: by setting, the triples.
        ranked: by system, for each of its seeds the ranks by setting.
        model: the system that the others are held against; with three seeds or more, or nothing is said.
    """
    if len(ranked[model]) < SEEDS:
        return {}
    return {
        setting: {
            name: _verdict(triples, [one[setting] for one in ranked[model]], [one[setting] for one in others])
            for name, others in ranked.items()
            if name != model and setting in others[0]
        }
        for setting, triples in asked.items()
    }


def _verdict(asked: Asked, model: Sequence[Ranked], other: Sequence[Ranked]) -> dict[str, Any]:
    rows = np.flatnonzero(asked.semantic)
    resampler = Resampler(asked.repository[rows])
    mine, theirs = (_measured(one, rows, resampler) for one in (model, other))
    try:
        verdict = compare(mine, theirs, resampler)
    except ModelError as error:
        return {"better": False, "undecided": str(error)}
    return {"gain": verdict.gain, "better": verdict.better}


def _measured(ranked: Sequence[Ranked], rows: Any, resampler: Resampler) -> Measured:
    statistics = tuple(mean_over(1 / one.rank[Side.TAIL, rows], resampler.cluster) for one in ranked)
    return Measured(rows, tuple(range(len(ranked))) if len(ranked) > 1 else (), statistics)
