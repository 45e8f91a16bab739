"""From scores to a set of answers: which rule says how sure a system is, and how sure is sure enough.

Systems score by counts, cosines or log-odds, and no one way of reading these is fair to all. So there are four, and a
system is read by the one, and from the value on, that give it the best F1 on questions that are not those it is judged
on. Nobody may name more than :data:`LISTED` answers to a question.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

import numpy as np

from codegraft.graphmer.linking.graph import Flags, Longs
from codegraft.training.bootstrap import Floats

LISTED: Final = 100
"""Candidates of a question that may be named: the best ones, and of those that tie all or none."""


@dataclass(frozen=True, eq=False)
class Answers:
    """What a system made of Q questions; of their candidates, P are listed.

    Attributes:
        wanted: int64 [Q] how many answers each question has.
        known_count_hits: float64 [Q] right ones among as many best candidates; a tie at the end counts as its mean.
        best: float64 [Q] the highest score.
        log_total: float64 [Q] logarithm of the sum of exponentials of all candidates' scores.
        question: int64 [P] of each listed candidate.
        score: float64 [P].
        rank: int64 [P] how many candidates of the question score as high or higher.
        right: bool [P] whether it is an answer.
    """

    wanted: Longs
    known_count_hits: Floats
    best: Floats
    log_total: Floats
    question: Longs
    score: Floats
    rank: Longs
    right: Flags

    @classmethod
    def of(cls, scores: Floats, possible: Flags, right: Flags) -> "Answers":
        """From scores, what is a candidate, and what is an answer, all [Q, m]; a question has an answer at least."""
        scores = np.where(possible, scores, -np.inf).astype(np.float64)
        best = scores.max(axis=1)
        question, column = np.nonzero(_listed(scores))
        listed = scores[question, column]
        return cls(
            wanted=right.sum(axis=1),
            known_count_hits=_known_count_hits(scores, right),
            best=best,
            log_total=best + np.log(np.exp(scores - best[:, None]).sum(axis=1)),
            question=question,
            score=listed,
            rank=_ranks(question, listed),
            right=right[question, column],
        )

    @classmethod
    def joined(cls, parts: Sequence["Answers"]) -> "Answers":
        """The questions of all parts, one part after the other."""
        starts = np.cumsum([0, *(len(part.wanted) for part in parts)])
        question = [part.question + start for part, start in zip(parts, starts[:-1], strict=True)]
        columns = {
            name: np.concatenate([getattr(part, name) for part in parts])
            for name in ("wanted", "known_count_hits", "best", "log_total", "score", "rank", "right")
        }
        return cls(question=np.concatenate(question), **columns)


RULES: Final[Mapping[str, Callable[[Answers], Floats]]] = MappingProxyType(
    {
        "score": lambda answers: answers.score,
        "margin": lambda answers: answers.score - answers.best[answers.question],
        "log_probability": lambda answers: answers.score - answers.log_total[answers.question],
        "rank": lambda answers: -answers.rank.astype(np.float64),
    }
)
"""How sure a system is of each listed candidate, [P]: the score, its distance to the question's best, its log-softmax
over all candidates of the question, and minus its rank."""


@dataclass(frozen=True)
class Threshold:
    """A listed candidate is named if ``RULES[rule]`` gives it at least ``least``.

    ``f1`` is what that reached on the ``repositories`` it was fitted on.
    """

    rule: str
    least: float
    f1: float
    repositories: frozenset[str]

    def names(self, answers: Answers) -> Flags:
        """[P] which candidates are named."""
        flags: Flags = RULES[self.rule](answers) >= self.least
        return flags


def best_threshold(answers: Answers, repositories: frozenset[str]) -> Threshold:
    """The rule and value with the highest micro-F1; the earlier rule and the higher value among equals."""
    cuts = {rule: _best_cut(sureness(answers), answers) for rule, sureness in RULES.items()}
    rule = max(cuts, key=lambda name: cuts[name][1])
    return Threshold(rule, *cuts[rule], repositories)


def _best_cut(sureness: Floats, answers: Answers) -> tuple[float, float]:
    """The value from which on naming gives the best F1, and that F1; infinity where there is nothing to name."""
    if not len(sureness):
        return np.inf, 0.0
    order = np.argsort(-sureness, kind="stable")
    sureness, hits = sureness[order], np.cumsum(answers.right[order])
    last = np.flatnonzero(np.append(np.diff(sureness) != 0, True))
    f1 = 2 * hits[last] / (last + 1 + answers.wanted.sum())
    best = int(np.argmax(f1))
    return float(sureness[last[best]]), float(f1[best])


def _listed(scores: Floats) -> Flags:
    """[Q, m] the best ``LISTED`` candidates, without those that tie with one beyond."""
    count = min(LISTED, scores.shape[1])
    least = np.partition(scores, -count, axis=1)[:, -count, None]
    fits = (scores >= least).sum(axis=1, keepdims=True) <= count
    flags: Flags = ((scores > least) | ((scores == least) & fits)) & np.isfinite(scores)
    return flags


def _ranks(question: Longs, score: Floats) -> Longs:
    """[P] how many of the question's listed candidates score as high or higher; all that do are listed."""
    order = np.lexsort((-score, question))
    ends = np.flatnonzero(np.append((np.diff(score[order]) != 0) | (np.diff(question[order]) != 0), True))
    rank = np.empty(len(order), np.int64)
    rank[order] = np.repeat(ends + 1, np.diff(ends, prepend=-1))
    return rank - np.searchsorted(question, question)


def _known_count_hits(scores: Floats, right: Flags) -> Floats:
    """[Q] hits among the best candidates when as many are named as there are answers."""
    wanted = right.sum(axis=1, keepdims=True)
    most = int(wanted.max())
    first = -np.sort(np.partition(-scores, most - 1, axis=1)[:, :most], axis=1)
    cut = np.take_along_axis(first, wanted - 1, axis=1)
    above, tied = scores > cut, scores == cut
    room = wanted[:, 0] - above.sum(axis=1)
    hits: Floats = (above & right).sum(axis=1) + room / tied.sum(axis=1) * (tied & right).sum(axis=1)
    return hits
