"""How sure a model is of right and of wrong answers, and whether it tells them apart."""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphsage.evaluate.ranking import auroc, pair_accuracy, within_problem_auroc
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.graphsage.humaneval.variants import CANONICAL, VARIANT
from codegraft.training.bootstrap import Floats, Resampler

HIGH: Final = 0.8
"""A confidence above this is high."""
LOW: Final = 0.5
"""One below this is low."""


def evaluate(answers: pa.Table, confidence: Floats) -> dict[str, Any]:
    """Figures of a model on executed answers.

    ``confidence`` are statistics over the 164 canonical solutions, all of them right; ``confidence_of_wrong`` the same
    over the variants that fail. A model that tells them apart differs in both; whether it does is said by ``auroc``
    over all answers, ``auroc_within_problem`` (mean over problems with right and wrong answers) and ``pair_accuracy``
    (over all pairs of a right and a wrong answer to one problem), with 95 % intervals by resampling problems, each
    beside what needs no model.

    Args:
        answers: [n] in ``variants.ANSWERS_SCHEMA``.
        confidence: [n] the probability that the model gives each.

    Raises:
        ModelError: a confidence is no probability, or there is not one for each answer.
    """
    stated = np.asarray(confidence, np.float64)
    if stated.shape != (answers.num_rows,) or not ((stated >= 0.0) & (stated <= 1.0)).all():
        raise ModelError(
            f"confidence {list(stated.shape)} for {answers.num_rows} answers of HumanEval: expected a probability for "
            "each; a model that gives none is damaged: train it again"
        )
    origin = np.asarray(answers["origin"])
    passed = answers["passed"].to_numpy(zero_copy_only=False)
    texts = answers["code"].to_pylist()
    untrained = untrained_scores(texts, ["python"] * len(texts))
    resampler = Resampler(answers["problem"].to_pylist())
    return {
        "problems": resampler.count,
        "answers": _counts(origin, passed),
        "confidence": statistics(stated[origin == CANONICAL]),
        "confidence_of_wrong": statistics(stated[~passed]),
        **separation(resampler, stated, passed),
        "baselines": {name: separation(resampler, scores, passed) for name, scores in untrained.items()},
    }


def statistics(confidence: npt.NDArray[np.float64]) -> dict[str, float | int]:
    """How many are high, medium and low; and, unless empty, mean, standard deviation, median, least and greatest."""
    high, low = int((confidence > HIGH).sum()), int((confidence < LOW).sum())
    counts: dict[str, float | int] = {"high": high, "medium": len(confidence) - high - low, "low": low}
    if not len(confidence):
        return counts
    return counts | {
        "mean": float(confidence.mean()),
        "std": float(confidence.std()),
        "median": float(np.median(confidence)),
        "min": float(confidence.min()),
        "max": float(confidence.max()),
    }


def separation(
    resampler: Resampler, scores: Floats, passed: npt.NDArray[np.bool_]
) -> dict[str, dict[str, float | None]]:
    """How well scores tell right from wrong, with intervals."""
    kinds = {"auroc": auroc, "auroc_within_problem": within_problem_auroc, "pair_accuracy": pair_accuracy}
    return {
        name: resampler.estimate([statistic(scores, passed, resampler.cluster)]).interval()
        for name, statistic in kinds.items()
    }


def _counts(origin: npt.NDArray[Any], passed: npt.NDArray[np.bool_]) -> dict[str, int]:
    return {
        "canonical": int((origin == CANONICAL).sum()),
        "canonical_passed": int(passed[origin == CANONICAL].sum()),
        "variants": int((origin == VARIANT).sum()),
        "variants_passed": int(passed[origin == VARIANT].sum()),
    }
