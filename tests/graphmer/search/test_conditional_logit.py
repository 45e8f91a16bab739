"""The mix of greatest likelihood."""

import numpy as np
import pytest
from scipy.special import logsumexp

from codegraft.graphmer.search.conditional_logit import fit_weights


def drawn(weights, questions=4000, candidates=5, seed=0):
    """Scores, and answers drawn with the probabilities that these weights give."""
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(len(weights), questions, candidates))
    noise = rng.gumbel(size=(questions, candidates))
    best = (np.tensordot(weights, scores, 1) + noise).argmax(axis=1)
    return scores, np.arange(candidates) == best[:, None]


def likelihood(weights, scores, right):
    logits = np.tensordot(weights, scores, 1)
    return (logsumexp(np.where(right, logits, -np.inf), axis=1) - logsumexp(logits, axis=1)).mean()


def test_the_weights_behind_the_answers_are_found():
    weights = np.array([1.5, -0.5, 0.0])
    assert fit_weights(*drawn(weights)) == pytest.approx(weights, abs=0.1)


def test_no_weights_nearby_are_likelier():
    scores, right = drawn(np.array([1.0, 0.3]), questions=200)
    right[:, 0] |= right[:, 1]
    found = fit_weights(scores, right)
    best = likelihood(found, scores, right)
    for step in np.vstack([np.eye(2), -np.eye(2)]) * 0.2:
        assert likelihood(found + step, scores, right) < best


def test_a_score_that_says_nothing_gets_no_weight():
    scores, right = drawn(np.array([1.0, 0.0]), questions=100)
    scores[1] = 0.0
    assert fit_weights(scores, right)[1] == 0.0
