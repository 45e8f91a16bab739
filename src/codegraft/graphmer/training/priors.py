"""What an encoder knows before training: how often tokens come.

The output starts from there: otherwise the first few hundred steps go into little else than moving it there.
"""

import math

import torch

from codegraft.graphmer.batches.baselines import COPIED, count
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.encoder.encoder import GraphMER


def set_priors(model: GraphMER, chains: Chains) -> None:
    """Begin with what counting knows of these windows: those of training.

    That is the share of each token among the roots and, but for the paper's one head, among the tails of each relation,
    slot by slot; and that answers are words of the window as often as the baseline says that they are.
    """
    counted = count(chains, model.config.vocabulary, model.config.relations, model.config.tail_slots)
    with torch.no_grad():
        model.mlm_head.decoder_bias.copy_(torch.from_numpy(counted.token))
        if model.mnm_head is not None:
            model.mnm_head.prior.copy_(torch.from_numpy(counted.slot))
        for copying in (model.mlm_copying, model.mnm_copying):
            if copying is not None:
                copying.share.fill_(math.log(COPIED / (1 - COPIED)))
