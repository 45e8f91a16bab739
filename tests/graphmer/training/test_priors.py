"""An encoder begins with what counting knows: untrained, it answers nearly as the baselines do."""

import pytest
import torch

from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.scores import score
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.training.evaluate import answers_of, held_out_batches
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.priors import set_priors
from codegraft.graphmer.training.runtime import runtime_of
from tests.graphmer.training.cases import CPU, small_params, small_task

TASK = small_task()
PAPER = {"paper_mode": True, "use_positions": False, "use_rel_attention_bias": False}


def silent_model(**changes):
    """Whose heads say nothing but what counting told them."""
    model = GraphMER(TASK.config(small_params(**changes))).eval()
    set_priors(model, TASK.train)
    with torch.no_grad():
        model.token.weight.zero_()
        for copying in (model.mlm_copying, model.mnm_copying):
            if copying is not None:
                for map_ in (copying.query, copying.key):
                    map_.weight.zero_()
                    map_.bias.zero_()
    return model


def test_what_it_says_at_first_is_what_counting_says():
    params = small_params()
    batches = held_out_batches(TASK, params, 2)
    objective, runtime = Objective(silent_model(), TASK.rules), runtime_of(CPU, params)
    said = score(batches, lambda batch: answers_of(objective, batch, runtime))
    config = objective.model.config
    counted = count(TASK.train, config.vocabulary, config.relations, config.tail_slots)
    assert said == pytest.approx(score(batches, counted.words_of_window), rel=0.02)


def test_the_one_head_of_the_paper_knows_the_roots():
    model = silent_model(**PAPER)
    tokens = count(TASK.train, model.config.vocabulary, model.config.relations, model.config.tail_slots).token
    assert model.mlm_head.decoder_bias.tolist() == pytest.approx(tokens.tolist(), rel=1e-5)


def test_everything_but_the_counts_of_tails_is_learned():
    model = GraphMER(TASK.config(small_params()))
    set_priors(model, TASK.train)
    assert all(weight.requires_grad for weight in model.parameters())
    assert dict(model.named_buffers()).keys() == {"mnm_head.prior"}
    assert model.mnm_head.prior.isfinite().all()
