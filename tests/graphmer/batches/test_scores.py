import numpy as np
import pytest

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import EVALUATION_EPOCH, Draws
from codegraft.graphmer.batches.scores import Answers, asked_of, score
from tests.graphmer.chains.chain_cases import masker, random_chains


def batches(windows: int = 30) -> list[Batch]:
    epoch = Epoch(random_chains(4, windows), masker(), Draws(0, EVALUATION_EPOCH))
    return [epoch[index] for index in range(len(epoch))]


def answer(batch: Batch) -> Answers:
    """Every root with loss 2 and right; in each tail the first slot alone right, with loss 3, others wrong with 5."""
    root, tail, _ = asked_of(batch)
    first = np.arange(tail.shape[1]) == np.zeros((len(tail), 1))
    return Answers(np.full(len(root), 2.0), np.ones(len(root), np.bool_), np.where(first, 3.0, 5.0), first)


def test_tails_weigh_alike_whatever_their_length():
    lengths = [(tail >= 0).sum() for batch in batches() for tail in asked_of(batch).tail]
    scores = score(batches(), answer)
    assert (scores.mlm_loss, scores.mlm_accuracy) == (2.0, 1.0)
    assert scores.mnm_loss == pytest.approx(np.mean([5 - 2 / length for length in lengths]))
    assert scores.mnm_accuracy == pytest.approx(np.mean([1 / length for length in lengths]))
    assert scores.mnm_exact == pytest.approx(np.mean([length == 1 for length in lengths]))
    assert scores.tails == len(lengths)


def test_scores_do_not_depend_on_how_items_are_cut_into_batches():
    singly = Epoch(random_chains(4, 30), masker(masker().shape._replace(rows=1)), Draws(0, EVALUATION_EPOCH))
    assert score((singly[index] for index in range(len(singly))), answer) == pytest.approx(score(batches(), answer))


def test_nothing_to_score_is_an_error():
    with pytest.raises(ModelError, match="0 masked roots"):
        score([], answer)
