"""What an encoder knows before training: how often tokens come.

Biases of the output start as the logarithm of these shares: otherwise the first few hundred steps go into little else
than moving them there.
"""

import numpy as np
import torch
from torch import Tensor

from codegraft.graphmer.batches.batch import NONE
from codegraft.graphmer.batches.collate import tail_targets
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.encoder.encoder import GraphMER


def set_priors(model: GraphMER, chains: Chains) -> None:
    """Begin with the shares of tokens among the roots and the tails of these windows: those of training."""
    tails = tail_targets(chains, np.arange(len(chains.relation)), model.config.tail_slots)
    heads = {model.mlm_head: chains.tokens, model.mnm_head: tails[tails != NONE]}
    with torch.no_grad():
        for head, tokens in heads.items():
            if head is not None:
                head.decoder_bias.copy_(_log_shares(tokens, model.config.vocabulary))


def _log_shares(tokens: np.ndarray, vocabulary: int) -> Tensor:
    """float32 [vocabulary], one added to each count."""
    counts = np.bincount(tokens, minlength=vocabulary) + 1.0
    return torch.from_numpy(np.log(counts / counts.sum())).float()
