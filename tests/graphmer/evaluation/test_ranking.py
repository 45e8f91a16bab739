import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from codegraft.errors import ModelError
from codegraft.graphmer.evaluation.ranking import (
    CUTOFFS,
    MEASURES,
    Ranked,
    RightAnswers,
    chance_of,
    filtered_ranks,
    measures_of,
)


def right_of(answers):
    """Right answers, given as a list for each question."""
    offsets = np.cumsum([0, *map(len, answers)])
    return RightAnswers(offsets, np.array([answer for of_question in answers for answer in of_question], np.int64))


def naive(scores, candidates, wanted, answers):
    """Rank and number of candidates of one question, by looking at one candidate after another."""
    left = [score for score, entity in zip(scores, candidates, strict=True) if entity not in set(answers) - {wanted}]
    own = scores[list(candidates).index(wanted)]
    best, worst = sum(score > own for score in left) + 1, sum(score >= own for score in left)
    return (best + worst) / 2, len(left)


@st.composite
def asked(draw):
    """Scores with many ties, candidates with gaps between them, and right answers of which some are no candidates."""
    questions, entities = draw(st.integers(1, 6)), draw(st.integers(1, 12))
    candidates = np.array(sorted(draw(st.sets(st.integers(0, 20), min_size=1, max_size=entities))))
    row = st.lists(st.sampled_from([-1.5, 0.0, 0.25, 3.0]), min_size=len(candidates), max_size=len(candidates))
    scores = np.array(draw(st.lists(row, min_size=questions, max_size=questions)), np.float32)
    wanted = np.array([draw(st.sampled_from(candidates.tolist())) for _ in range(questions)])
    return scores, candidates, wanted, [sorted(draw(st.sets(st.integers(0, 22)))) for _ in range(questions)]


@given(asked())
def test_ranks_are_those_of_counting_candidate_by_candidate(given_):
    scores, candidates, wanted, answers = given_
    found = filtered_ranks(scores, candidates, wanted, right_of(answers))
    expected = [naive(scores[q], candidates, wanted[q], answers[q]) for q in range(len(wanted))]
    assert list(zip(found.rank, found.size, strict=True)) == expected


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
    wanted = generator.integers(0, 50, 300)
    answers = [np.unique(generator.integers(0, 50, generator.integers(0, 20))) for _ in wanted]
    found = filtered_ranks(scores, np.arange(50), wanted, right_of(answers))

    filtered = torch.from_numpy(scores.copy())
    for question, others in enumerate(answers):
        filtered[question, [other for other in others if other != wanted[question]]] = torch.nan
    evaluator = rank_evaluator(metrics=["hits_at_k"] * 3, metrics_kwargs=[{"k": k} for k in CUTOFFS])
    own = torch.from_numpy(scores[np.arange(300), wanted])[:, None]
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
    found = filtered_ranks(scores, np.arange(entities), np.zeros(questions, np.int64), right_of([[]] * questions))
    assert set(found.rank) == {(entities + 1) / 2}
    assert (measures_of(found.rank)[0] <= chance_of(found.size)[0] + 1e-12).all()


def test_chance_is_the_mean_over_all_orders():
    sizes = np.arange(1, 40)
    expected = [measures_of(np.arange(1.0, size + 1)).mean(axis=1) for size in sizes]
    np.testing.assert_allclose(chance_of(sizes), np.transpose(expected))


def test_random_scores_come_out_at_chance():
    generator = np.random.default_rng(0)
    wanted = generator.integers(0, 30, 20_000)
    found = filtered_ranks(generator.random((20_000, 30)), np.arange(30), wanted, right_of([[0, 3]] * 20_000))
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


SOUND = {"scores": np.ones((2, 3)), "candidates": np.array([1, 4, 6]), "wanted": np.array([4, 6])}


def ranked(answers=((), ()), **changes) -> Ranked:
    return filtered_ranks(**SOUND | changes, right=right_of(answers))


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"scores": np.ones((3, 2))}, r"scores of shape \[3, 2\], expected \[2, 3\]"),
        ({"scores": np.ones(6)}, r"scores of shape \[6\], expected \[2, 3\]"),
        ({"scores": np.array([[0, 0, 0], [0, np.nan, 0]])}, "question 1 and candidate 1 is nan"),
        ({"scores": np.array([[0, 0, -np.inf], [0, 0, 0]])}, "question 0 and candidate 2 is -inf"),
        ({"wanted": np.array([4, 5])}, "1 answers are not among the 3 candidates.* entity 5, which answers question 1"),
        ({"wanted": np.array([4, 9])}, "entity 9"),
        ({"answers": ((),)}, "right answers to 1 questions, expected 2"),
        ({"scores": np.ones((0, 3)), "wanted": np.empty(0, np.int64), "answers": ()}, "0 questions and 3 candidates"),
        ({"scores": np.ones((2, 0)), "candidates": np.empty(0, np.int64)}, "2 questions and 0 candidates"),
    ],
)
def test_what_does_not_fit_is_refused(changes, message):
    assert ranked().size.tolist() == [3, 3]
    with pytest.raises(ModelError, match=message):
        ranked(**changes)
