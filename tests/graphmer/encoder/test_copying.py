"""Answers may be words of the window: against a loop over places and nodes."""

import math
import random

import pytest
import torch

from codegraft.graphmer.chains.specials import SPECIALS
from codegraft.graphmer.encoder.copying import WIDTH, Copying
from tests.graphmer.encoder.encoder_batches import random_batch, tiny

CONFIG = tiny()


@pytest.fixture(params=range(3))
def asked(request):
    torch.manual_seed(request.param)
    batch = random_batch(random.Random(request.param))
    copying = Copying(CONFIG)
    torch.nn.init.constant_(copying.share, 0.7)
    hidden = torch.randn(*batch.tokens.shape, CONFIG.hidden)
    return copying, batch, hidden, torch.randn(*batch.mlm_position.shape, CONFIG.vocabulary)


def nodes_to_copy(batch, row, position):
    return [
        node
        for node, token in enumerate(batch.tokens[row].tolist())
        if node != position and token >= SPECIALS and batch.window[row, node] == batch.window[row, position]
    ]


def oracle(copying, batch, hidden, logits):
    said = logits.clone()
    for row, place in batch.mlm_position.ge(0).nonzero().tolist():
        position = int(batch.mlm_position[row, place])
        nodes = nodes_to_copy(batch, row, position)
        chances = logits[row, place].exp()
        for node in nodes:
            score = copying.query(hidden[row, position]) @ copying.key(hidden[row, node]) / math.sqrt(WIDTH)
            chances[batch.tokens[row, node]] += (copying.share.exp() * score.exp())[0] / len(nodes)
        said[row, place] = chances.log()
    return said


def test_what_may_be_copied_is_added_to_the_chances(asked):
    copying, batch, hidden, logits = asked
    there = batch.mlm_position >= 0
    with torch.no_grad():
        said = copying(logits, batch.mlm_position, hidden, batch)
        torch.testing.assert_close(said[there], oracle(copying, batch, hidden, logits)[there])


def test_a_window_without_a_word_to_copy_leaves_the_logits(asked):
    copying, batch, hidden, logits = asked
    said = copying(logits, batch.mlm_position, hidden, batch._replace(tokens=torch.zeros_like(batch.tokens)))
    torch.testing.assert_close(said, logits)


def test_large_scores_are_no_overflow_and_gradients_are_numbers(asked):
    copying, batch, hidden, logits = asked
    hidden = (hidden * 1e3).requires_grad_()
    said = copying(logits.requires_grad_(), batch.mlm_position, hidden, batch)
    said.log_softmax(dim=2)[..., SPECIALS].mean().backward()
    assert said.isfinite().all()
    gradients = [hidden.grad, logits.grad, *(weight.grad for weight in copying.parameters())]
    assert all(gradient.isfinite().all() for gradient in gradients)


def test_rows_that_ask_for_nothing_answer_with_numbers(asked):
    copying, batch, hidden, logits = asked
    nothing = torch.full_like(batch.mlm_position, -1)
    assert copying(logits, nothing, hidden, batch).isfinite().all()
