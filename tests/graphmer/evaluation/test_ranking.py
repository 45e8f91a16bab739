import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.ranking import (
    CUTOFFS,
    MEASURES,
    chance_of,
    filtered_ranks,
    measures_of,
)


def naive(scores, answer, right):
    """Rank and number of candidates of one question, by looking at one candidate after another."""
    left = [score for place, score in enumerate(scores) if place == answer or not right[place]]
    best, worst = sum(score > scores[answer] for score in left) + 1, sum(score >= scores[answer] for score in left)
    return (best + worst) / 2, len(left)


@st.composite
def asked(draw):
    """Scores with many ties, and right answers of which the ranked one need not be one."""
    shape = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    scores = draw(arrays(np.float32, shape, elements=st.sampled_from([-1.5, 0.0, 0.25, 3.0])))
    return scores, draw(arrays(np.int64, shape[0], elements=st.integers(0, shape[1] - 1))), draw(arrays(bool, shape))


@given(asked())
def test_ranks_are_those_of_counting_candidate_by_candidate(given_):
    scores, answer, right = given_
    before = right.copy()
    found = filtered_ranks(scores, answer, right)
    expected = [naive(*of_question) for of_question in zip(scores, answer, right, strict=True)]
    assert list(zip(found.rank, found.size, strict=True)) == expected
    np.testing.assert_array_equal(right, before)


@pytest.fixture(scope="module")
def rank_evaluator(tmp_path_factory):
    """PyKEEN's class; importing it makes directories, which are kept away from the user's home."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSTOW_HOME", str(tmp_path_factory.mktemp("pystow")))
        from pykeen.evaluation import RankBasedEvaluator

    return RankBasedEvaluator


@pytest.mark.parametrize("seed", range(3))
def test_pykeen_finds_the_same_ranks_and_measures(rank_evaluator, seed):
    generator = np.random.default_rng(seed)
    scores = generator.integers(0, 6, (300, 50)).astype(np.float32)
    answer = generator.integers(0, 50, 300)
    right = generator.random((300, 50)) < generator.random((300, 1)) / 2
    found = filtered_ranks(scores, answer, right)

    others = right.copy()
    others[np.arange(300), answer] = False
    filtered = torch.from_numpy(np.where(others, np.nan, scores))
    evaluator = rank_evaluator(metrics=["hits_at_k"] * 3, metrics_kwargs=[{"k": k} for k in CUTOFFS])
    own = torch.from_numpy(scores[np.arange(300), answer])[:, None]
    evaluator.process_scores_(torch.zeros(300, 3, dtype=torch.long), "tail", filtered, own)
    [ranks] = evaluator.ranks["tail", "realistic"]
    sizes = np.concatenate(evaluator.num_candidates["tail"])
    metrics = evaluator.finalize()

    np.testing.assert_array_equal(found.rank, ranks)
    np.testing.assert_array_equal(found.size, sizes)
    names = ["inverse_harmonic_mean_rank", *(f"hits_at_{k}" for k in CUTOFFS)]
    theirs = [metrics.get_metric(f"tail.realistic.{name}") for name in names]
    np.testing.assert_allclose(measures_of(found.rank).mean(axis=1), theirs, rtol=1e-6)


@given(st.integers(1, 30), st.integers(1, 30))
def test_constant_scores_give_the_mean_rank_of_a_random_order(questions, entities):
    scores = np.full((questions, entities), 7.0)
    found = filtered_ranks(scores, np.zeros(questions, np.int64), np.zeros(scores.shape, bool))
    assert set(found.rank) == {(entities + 1) / 2}
    assert (measures_of(found.rank)[0] <= chance_of(found.size)[0] + 1e-12).all()


def test_chance_is_the_mean_over_all_orders():
    sizes = np.arange(1, 40)
    expected = [measures_of(np.arange(1.0, size + 1)).mean(axis=1) for size in sizes]
    np.testing.assert_allclose(chance_of(sizes), np.transpose(expected))
    assert chance_of(np.empty(0, np.int64)).shape == (len(MEASURES), 0)


def test_random_scores_come_out_at_chance():
    generator = np.random.default_rng(0)
    answer = generator.integers(0, 30, 20_000)
    right = np.zeros((20_000, 30), bool)
    right[:, :2] = True
    found = filtered_ranks(generator.random(right.shape), answer, right)
    gap = measures_of(found.rank).mean(axis=1) - chance_of(found.size).mean(axis=1)
    assert np.abs(gap).max() < 0.01


def test_measures_keep_the_shape_of_their_ranks():
    measured = measures_of(np.array([[1.0, 1.5], [3.0, 10.5]]))
    assert dict(zip(MEASURES, measured.tolist(), strict=True)) == {
        "mrr": [[1.0, 1 / 1.5], [1 / 3, 1 / 10.5]],
        "hits_at_1": [[1.0, 0.0], [0.0, 0.0]],
        "hits_at_3": [[1.0, 1.0], [1.0, 0.0]],
        "hits_at_10": [[1.0, 1.0], [1.0, 0.0]],
    }


SOUND = {"scores": np.ones((2, 3)), "answer": np.array([1, 2]), "right": np.zeros((2, 3), bool)}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"scores": np.ones((3, 2))}, r"scores of shape \[3, 2\] for 2 answers; expected \[2, 3\]"),
        ({"scores": np.ones(6)}, r"scores of shape \[6\]"),
        ({"answer": np.array([1])}, "for 1 answers"),
        ({"scores": np.array([[0, 0, 0], [0, np.nan, 0]])}, "question 1 and candidate 1 is nan"),
        ({"scores": np.array([[0, 0, -np.inf], [0, 0, 0]])}, "question 0 and candidate 2 is -inf"),
        ({"answer": np.array([1, 3])}, "answers 1 to 3; expected places of 3 candidates"),
        ({"answer": np.array([-1, 2])}, "answers -1 to 2"),
        ({"scores": np.ones((0, 3)), "answer": np.empty(0, int), "right": np.ones((0, 3), bool)}, "one question"),
        ({"scores": np.ones((2, 0)), "right": np.ones((2, 0), bool)}, "one question and candidate at least$"),
    ],
)
def test_what_does_not_fit_is_refused(changes, message):
    assert filtered_ranks(**SOUND).size.tolist() == [3, 3]
    with pytest.raises(ModelError, match=message):
        filtered_ranks(**SOUND | changes)
