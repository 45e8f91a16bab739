"""Which mix of scores makes the right one of many likeliest: McFadden's conditional logit.

The probability of candidate j of a question is the softmax over its candidates of a weighted sum of their scores
(McFadden, "Conditional Logit Analysis of Qualitative Choice Behavior", 1974). The weights are those of greatest
likelihood, of several right candidates that of any.
"""

from typing import Any, Final

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import logsumexp

PENALTY: Final = 1e-4
"""On the squared weights of scores of unit variance: without it, weights of scores that say nothing could be any."""

Floats = npt.NDArray[np.floating[Any]]


def fit_weights(scores: Floats, right: npt.NDArray[np.bool_]) -> Floats:
    """float64 [k] weights of k scores.

    Args:
        scores: [k, q, n] of each question and candidate.
        right: [q, n] which candidates answer; one at least in each row.
    """
    spread = np.maximum(scores.std(axis=(1, 2)), np.finfo(np.float64).tiny)
    scaled = scores.astype(np.float64) / spread[:, None, None]

    def loss(weights: Floats) -> tuple[float, Floats]:
        logits = np.tensordot(weights, scaled, 1)
        chosen = np.exp(logits - logsumexp(logits, axis=1, keepdims=True))
        answers = np.where(right, logits, -np.inf)
        total = logsumexp(answers, axis=1, keepdims=True)
        slope = np.tensordot(scaled, chosen - np.exp(answers - total), 2) / len(right)
        missed = float((logsumexp(logits, axis=1) - total[:, 0]).mean())
        return missed + PENALTY * float(weights @ weights), slope + 2 * PENALTY * weights

    fitted = minimize(loss, np.zeros(len(scores)), jac=True, method="L-BFGS-B")
    weights: Floats = fitted.x / spread
    return weights
