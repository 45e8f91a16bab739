"""What a confidence is worth, of a network or of what it is held against: one set of figures for all of them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.special import expit

from codegraft.graphsage.evaluate.calibration import brier, expected_calibration_error
from codegraft.graphsage.evaluate.ranking import (
    Codes,
    Flags,
    auprc,
    auroc,
    given_pairs_accuracy,
    pair_accuracy,
    pass_at_1,
    within_problem_auroc,
)
from codegraft.training.bootstrap import Estimate, Floats, Resampler

CANDIDATES: Final = 5
"""Programs of a problem among which one is chosen."""

NETWORK: Final = "network"
"""Name of what is judged, beside the names of baselines."""

DEFINITIONS: Final = {
    "auroc": "a passing program scores above a failing one, whatever their problems; equal scores half",
    "auroc_within_problem": "the same within a problem, mean over the problems that have both",
    "pair_accuracy": "the same over all pairs of a passing and a failing program of one problem together",
    "auprc": "average precision of passing programs",
    "brier": "mean squared difference of the stated probability and passing",
    "ece": "mean distance of the stated probability and passing, in 15 bins of equally many programs",
    "pass_at_1": f"problems solved by the highest of {CANDIDATES} programs, by any of them, by a passing one if there "
    "is; mean over all such sets, then over problems",
}
"""What each figure says."""

_RANKING: Final = {
    "auroc": auroc,
    "auroc_within_problem": within_problem_auroc,
    "pair_accuracy": pair_accuracy,
    "auprc": auprc,
}


class Programs(NamedTuple):
    """Programs that were executed.

    Attributes:
        passed: bool [n], whether each passed all tests of its problem.
        problem: int64 [n], numbers as the resampler has them.
        pairs: name -> int64 [m, 2] rows of passing and failing programs of one problem to be compared.
    """

    passed: Flags
    problem: Codes
    pairs: Mapping[str, Codes]

    def of(self, rows: npt.NDArray[np.int64]) -> "Programs":
        """Some of the programs, ``rows`` ascending, with the pairs whose programs are both among them."""
        there = {name: pairs[np.isin(pairs, rows).all(axis=1)] for name, pairs in self.pairs.items()}
        pairs = {name: np.searchsorted(rows, kept) for name, kept in there.items() if len(kept)}
        return Programs(self.passed[rows], self.problem[rows], pairs)


class Scores(NamedTuple):
    """How n programs are scored, by each of several seeds.

    Attributes:
        scores: float [n] each, greater for what is more likely to pass.
        are_logits: whether their sigmoids are probabilities of passing.
    """

    scores: Sequence[Floats]
    are_logits: bool = False

    @property
    def stated(self) -> list[Floats]:
        """The probabilities."""
        return [expit(score) for score in self.scores]

    def of(self, rows: npt.NDArray[np.int64]) -> "Scores":
        """The scores of some of the programs."""
        return self._replace(scores=[score[rows] for score in self.scores])


def estimates(said: Scores, programs: Programs, resampler: Resampler) -> dict[str, Estimate]:
    """Every figure of ``DEFINITIONS`` that the scores allow, and the accuracy on each kind of pairs."""
    passed, problem = programs.passed, programs.problem
    found = {
        name: resampler.estimate([measure(score, passed, problem) for score in said.scores])
        for name, measure in _RANKING.items()
    }
    for name, pairs in programs.pairs.items():
        found[name] = resampler.estimate([given_pairs_accuracy(score, pairs, problem) for score in said.scores])
    choices = [pass_at_1(score, passed, problem, CANDIDATES) for score in said.scores]
    found["pass_at_1"] = resampler.estimate([choice.reranked for choice in choices])
    if said.are_logits:
        labels = passed.astype(float)
        found["brier"] = resampler.estimate([brier(one, labels, problem) for one in said.stated])
        found["ece"] = resampler.estimate([expected_calibration_error(one, labels, problem) for one in said.stated])
    return found


def chances(programs: Programs, resampler: Resampler) -> dict[str, Estimate]:
    """What is between nothing and all when one of ``CANDIDATES`` is chosen: at random, and by knowing."""
    choice = pass_at_1(np.zeros(len(programs.passed)), programs.passed, programs.problem, CANDIDATES)
    return {name: resampler.estimate([getattr(choice, name)]) for name in ("random", "oracle")}


def gains(found: Mapping[str, Estimate], others: Mapping[str, Mapping[str, Estimate]], figure: str) -> dict[str, Any]:
    """Interval of the difference of a figure to each of the others, draw by draw."""
    return {name: (found[figure] - other[figure]).interval() for name, other in others.items()}


def intervals(found: Mapping[str, Estimate]) -> dict[str, Any]:
    """Every figure with its interval."""
    return {name: estimate.interval() for name, estimate in found.items()}


def beside(own: Mapping[str, Estimate], others: Mapping[str, Mapping[str, Estimate]], figure: str) -> dict[str, Any]:
    """Figures with those of ``baselines``, and what is gained over each of them in one figure."""
    return {
        **intervals(own),
        "gain_over": gains(own, others, figure),
        "baselines": {name: intervals(found) for name, found in others.items()},
    }


def compare(said: Scores, others: Mapping[str, Scores], programs: Programs, resampler: Resampler) -> dict[str, Any]:
    """Figures of scores beside those of others on the same programs, and on the same draws of problems."""
    found = {name: estimates(other, programs, resampler) for name, other in others.items()}
    return {
        **beside(estimates(said, programs, resampler), found, "auroc_within_problem"),
        "candidates": CANDIDATES,
        "chances": intervals(chances(programs, resampler)),
        "programs": len(programs.passed),
        "passed": int(programs.passed.sum()),
        "problems": len(np.unique(programs.problem)),
    }
