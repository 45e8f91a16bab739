"""Answers among some of their rivals, from which it is learned how much each way of answering weighs."""

from typing import Final, NamedTuple

import numpy as np

from codegraft.graphmer.linking.graph import Flags, Floats, LinkGraph, Longs, Questions

BEST: Final = 10
"""Rivals that each way of answering puts first."""

RANDOM: Final = 100
"""Rivals that are drawn from all others."""


class Rivals(NamedTuple):
    """Q answers among C - 1 rivals.

    Attributes:
        side, relation: int64 [Q] of the questions.
        features: float32 [Q, C, F]; the first of each question is the answer.
        log_weight: float32 [Q, C] logarithm of how many candidates each stands for: random ones for all others, and
            what is there twice, or true, too, for none (-inf).
    """

    side: Longs
    relation: Longs
    features: Floats
    log_weight: Floats


def rivals_of(
    graph: LinkGraph, questions: Questions, candidates: Longs, features: Floats, generator: np.random.Generator
) -> Rivals:
    """The answers of questions, among what any way puts first and some at random.

    Args:
        graph: of the questions; what else is true, seen or not, is no rival.
        questions: Q with answers.
        candidates: [m] of their repository.
        features: [F, Q, m].
        generator: of the random ones.
    """
    answer = np.searchsorted(candidates, graph.ends(questions.side)[1][questions.triple])
    count, m = len(questions), len(candidates)
    best = [np.argpartition(-way, min(BEST, m) - 1, axis=1)[:, :BEST] for way in features]
    first = np.concatenate([answer[:, None], *best], axis=1)
    random = generator.integers(0, m, (count, RANDOM))
    number = np.arange(count)[:, None]
    taken = graph.truth(questions, candidates)
    stands_for = np.concatenate([_first_of_each(first) & ~taken[number, first], np.zeros(random.shape)], axis=1)
    taken[number, first] = True
    stands_for[:, 0] = 1.0
    stands_for[:, first.shape[1] :] = ~taken[number, random] * (m / RANDOM)
    chosen = np.concatenate([first, random], axis=1)
    with np.errstate(divide="ignore"):
        log_weight = np.log(stands_for).astype(np.float32)
    side = np.full(count, int(questions.side))
    return Rivals(side, questions.relation, features[:, number, chosen].transpose(1, 2, 0), log_weight)


def _first_of_each(numbers: Longs) -> Flags:
    """bool [n, k] whether a number stands in its row for the first time."""
    order = np.argsort(numbers, axis=1, kind="stable")
    ordered = np.take_along_axis(numbers, order, axis=1)
    new = np.ones(numbers.shape, bool)
    new[:, 1:] = ordered[:, 1:] != ordered[:, :-1]
    first = np.empty_like(new)
    np.put_along_axis(first, order, new, axis=1)
    return first
