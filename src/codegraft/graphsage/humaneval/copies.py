"""Whether what the models are trained on holds HumanEval's solutions."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.graphsage.humaneval.problems import HumanEvalProblem
from codegraft.near_duplicates import shingles
from codegraft.progress import track

COPIED: Final = 0.8
"""Share of a solution's token runs from which on a text is said to hold it."""


def copied_shares(solutions: Sequence[str], training: Iterable[str]) -> npt.NDArray[np.float64]:
    """[solutions] the greatest share of each solution's token runs that any one training text holds.

    A share of the solution, not of both texts: a whole file that holds the solution among much else is found. One too
    short to have a run is held by none.
    """
    runs = [shingles(solution) for solution in solutions]
    size = np.array([len(run) for run in runs], np.int64)
    wanted = np.concatenate([np.empty(0, np.uint64), *runs])
    owner = np.repeat(np.arange(len(runs)), size)
    greatest = np.zeros(len(runs), np.int64)
    for text in track(training, "copies of HumanEval", unit="text"):
        held = shingles(text)
        if len(held):
            place = np.minimum(np.searchsorted(held, wanted), len(held) - 1)
            greatest = np.maximum(greatest, np.bincount(owner[held[place] == wanted], minlength=len(runs)))
    shares: npt.NDArray[np.float64] = greatest / np.maximum(size, 1)
    return shares


def copies(problems: Sequence[HumanEvalProblem], training: Iterable[str]) -> dict[str, Any]:
    """How many solutions (their bodies, without the prompt) a training text holds: to be none."""
    shares = copied_shares([problem.canonical_solution for problem in problems], training)
    return {
        "found": int((shares >= COPIED).sum()),
        "tasks": [problem.task_id for problem, share in zip(problems, shares, strict=True) if share >= COPIED],
        "greatest_share": float(shares.max(initial=0.0)),
        "threshold": COPIED,
    }
