import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from codegraft.graphmer.evaluation.answer_sets import LISTED, RULES, Answers, Threshold, best_threshold

NOWHERE = frozenset({"elsewhere"})


@st.composite
def scored(draw):
    """Scores with many ties, candidates and answers; each question has an answer at least."""
    shape = (draw(st.integers(1, 4)), draw(st.integers(2, 8)))
    scores = draw(hnp.arrays(np.float32, shape, elements=st.sampled_from([-2.0, -0.5, 0.0, 1.0, 3.0])))
    right = draw(hnp.arrays(bool, shape))
    right[np.arange(shape[0]), draw(hnp.arrays(np.int64, shape[0], elements=st.integers(0, shape[1] - 1)))] = True
    return scores, right | draw(hnp.arrays(bool, shape)), right


def sure(rule, scores):
    """How sure each rule is of the candidates of one question, one by one."""
    total = np.log(sum(np.exp(score) for score in scores))
    return {
        "score": lambda score: score,
        "margin": lambda score: score - max(scores),
        "log_probability": lambda score: score - total,
        "rank": lambda score: -sum(other >= score for other in scores),
    }[rule]


@given(scored())
def test_rules_say_what_they_are_called(case):
    scores, possible, right = case
    answers = Answers.of(scores, possible, right)
    for rule, sureness in RULES.items():
        expected = []
        for row, candidates in zip(scores.astype(float), possible, strict=True):
            one = sure(rule, row[candidates].tolist())
            expected += [one(score) for score in row[candidates].tolist()]
        np.testing.assert_allclose(sureness(answers), expected, atol=1e-9)


@given(scored())
def test_the_threshold_is_the_best_of_all_there_are(case):
    answers = Answers.of(*case)

    def f1(flags):
        return 2 * (flags & answers.right).sum() / (flags.sum() + answers.wanted.sum())

    found = best_threshold(answers, NOWHERE)
    assert f1(found.names(answers)) == pytest.approx(found.f1)
    every = [f1(rule(answers) >= least) for rule in RULES.values() for least in rule(answers)]
    assert found.f1 == pytest.approx(max(every))


@given(scored(), st.integers(0, 1000))
def test_told_how_many_there_are_a_system_finds_what_random_order_of_ties_finds_on_average(case, seed):
    scores, possible, right = case
    found = Answers.of(scores, possible, right).known_count_hits
    for row, candidates, answers, hits in zip(scores, possible, right, found, strict=True):
        values, count = row[candidates], int(answers.sum())
        cut = np.sort(values)[::-1][count - 1]
        sure_, tied = values > cut, values == cut
        share = (count - sure_.sum()) / tied.sum()
        assert hits == pytest.approx((sure_ & answers[candidates]).sum() + share * (tied & answers[candidates]).sum())


def test_a_probability_takes_in_candidates_that_are_not_listed():
    scores = np.concatenate([[5.0], np.zeros(1000)])[None]
    answers = Answers.of(scores, np.ones_like(scores, bool), scores > 4)
    assert answers.score.tolist() == [5.0]
    assert RULES["log_probability"](answers)[0] == pytest.approx(5 - np.log(np.exp(5) + 1000))


def test_no_more_are_listed_than_may_be_and_ties_all_or_none():
    ties = [np.repeat([2.0, 1.0], [count, 300 - count]) for count in (60, LISTED, LISTED + 1)]
    scores = np.stack([np.arange(300.0), *ties])
    answers = Answers.of(scores, np.ones_like(scores, bool), scores == scores.max(axis=1, keepdims=True))
    assert np.bincount(answers.question, minlength=4).tolist() == [LISTED, 60, LISTED, 0]
    assert answers.score[answers.question == 0].min() == 200


def test_who_ties_everything_names_nothing():
    scores = np.zeros((3, 500))
    answers = Answers.of(scores, np.ones_like(scores, bool), np.eye(3, 500, dtype=bool))
    found = best_threshold(answers, NOWHERE)
    assert found == Threshold("score", np.inf, 0.0, NOWHERE)
    assert not found.names(answers).any()
    assert answers.known_count_hits.tolist() == pytest.approx([1 / 500] * 3)


def test_an_answer_that_is_not_listed_is_missed():
    scores = np.arange(300.0)[None]
    right = np.isin(scores, [0.0, 299.0])
    found = best_threshold(Answers.of(scores, np.ones_like(right), right), NOWHERE)
    assert (found.least, found.f1) == (299.0, pytest.approx(2 / 3))


def test_a_scale_that_differs_between_questions_is_read_by_rank_or_margin():
    scores = np.array([[9.0, 8.0, 7.0, 6.0], [-1.0, -20.0, -30.0, -40.0], [500.0, 490.0, 400.0, 1.0]])
    answers = Answers.of(scores, np.ones_like(scores, bool), np.eye(1, 4, dtype=bool).repeat(3, axis=0))
    found = best_threshold(answers, NOWHERE)
    assert found.f1 == 1.0
    assert found.rule in {"margin", "log_probability", "rank"}


@given(scored(), scored())
def test_parts_are_joined_as_if_they_were_asked_at_once(one, other):
    width = max(one[0].shape[1], other[0].shape[1])
    padded = [
        np.concatenate([np.pad(part, ((0, 0), (0, width - part.shape[1]))) for part in parts])
        for parts in zip(one, other, strict=True)
    ]
    joined, whole = Answers.joined([Answers.of(*one), Answers.of(*other)]), Answers.of(*padded)
    for name in ("wanted", "known_count_hits", "best", "log_total", "question", "score", "rank", "right"):
        np.testing.assert_allclose(getattr(joined, name), getattr(whole, name))
