"""An encoder begins with what counting knows: how often tokens come among the roots, and among the tails."""

from collections import Counter

import numpy as np
import pytest

from codegraft.graphmer.chains.specials import EOT
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.training.priors import set_priors
from tests.graphmer.training.cases import small_params, small_task

TASK = small_task()


def shares(counts, vocabulary):
    total = sum(counts.values()) + vocabulary
    return [(counts[token] + 1) / total for token in range(vocabulary)]


@pytest.mark.parametrize("paper", [False, True])
def test_biases_are_the_logarithms_of_shares(paper):
    changes = {"paper_mode": True, "use_positions": False, "use_rel_attention_bias": False} if paper else {}
    model = GraphMER(TASK.config(small_params(**changes)))
    set_priors(model, TASK.train)
    roots = Counter(TASK.train.tokens.tolist())
    assert model.mlm_head.decoder_bias.exp().tolist() == pytest.approx(shares(roots, 50), rel=1e-4)
    tails = Counter(token for chain in TASK.train for leaf in chain.groups for token in (*leaf.tail, EOT)[:4])
    if not paper:
        assert model.mnm_head.decoder_bias.exp().tolist() == pytest.approx(shares(tails, 50), rel=1e-4)
    assert all(weight.requires_grad for weight in model.parameters())
    assert np.isfinite(model.mlm_head.decoder_bias.tolist()).all()
