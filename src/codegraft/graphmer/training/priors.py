"""What an encoder knows before training: how often tokens come.

The output starts from these shares: otherwise the first few hundred steps go into little else than moving it there.
"""

import torch

from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.encoder.encoder import GraphMER


def set_priors(model: GraphMER, chains: Chains) -> None:
    """Begin with what counting knows of these windows: those of training.

    That is the share of each token among the roots and, but for the paper's one head, among the tails of each relation,
    slot by slot.
    """
    counted = count(chains, model.config.vocabulary, model.config.relations, model.config.tail_slots)
    with torch.no_grad():
        model.mlm_head.decoder_bias.copy_(torch.from_numpy(counted.token))
        if model.mnm_head is not None:
            model.mnm_head.prior.copy_(torch.from_numpy(counted.slot))
