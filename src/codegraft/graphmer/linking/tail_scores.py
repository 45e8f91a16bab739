r"""The encoder as it was trained, asked for tails: how likely it finds the tokens of each candidate's name.

.. math:: s(h, r, t) = \sum_k \log p_k(t_k)

over the slots of a masked tail, its end included, in the window in which the question's triple hangs: a factorised
score, as one forward pass gives all candidates. As in training, the window hides every spelling of the answer, and
shows the triples that are seen but for those that tell it. Heads are not asked of the encoder, which has no slots for
them, and neither is what hangs in no window: there every candidate has the same score.
"""

from typing import Final

import numpy as np
import torch
from torch import Tensor

from codegraft.graphmer.batches.batch import NONE, shape_of
from codegraft.graphmer.batches.collate import capacity, collate, needs
from codegraft.graphmer.batches.masking import Masked, Masker
from codegraft.graphmer.batches.packing import pack
from codegraft.graphmer.batches.runs import number_in
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.names import Names
from codegraft.graphmer.chains.ragged import row_of
from codegraft.graphmer.chains.shards import Header
from codegraft.graphmer.chains.specials import EOT
from codegraft.graphmer.encoder.encoder import GraphMER
from codegraft.graphmer.linking.contexts import Contexts
from codegraft.graphmer.linking.graph import Floats, LinkGraph, Longs, Questions, Side
from codegraft.params import Graphmer

_WINDOWS: Final = 8
"""Windows in a forward pass: of more, what is T x T no longer stays in the caches."""


class TailScores:
    """A :class:`~codegraft.graphmer.linking.graph.System` that asks an encoder.

    Args:
        encoder: in eval mode.
        masker: of its training: the shape of its batches, and whether it sees leaves.
        chains: windows of all parts, with the triples of the graph.
        graph: whose seen triples hang on the windows.
        names: of the graph's entities.
    """

    def __init__(self, encoder: GraphMER, masker: Masker, chains: Chains, graph: LinkGraph, names: Names) -> None:
        self._encoder, self._masker, self._seen = encoder, masker, graph.seen
        self._chains, self._contexts = chains, Contexts(chains, len(graph.head))
        self._names, self._name = np.unique(_padded(names, masker.shape.tail_slots), axis=0, return_inverse=True)

    def scores(self, questions: Questions, candidates: Longs) -> Floats:
        """[Q, m] logarithms of probabilities of names; 0 where the encoder is not asked."""
        scores = np.zeros((len(questions), len(candidates)), np.float32)
        if questions.side is Side.HEAD:
            return scores
        names, name = np.unique(self._name[candidates], return_inverse=True)
        asked = np.flatnonzero(self._contexts.hangs(questions.triple))
        for first in range(0, len(asked), _WINDOWS):
            part = asked[first : first + _WINDOWS]
            said = _of_names(self._said(questions.triple[part]), self._names[names])
            scores[part] = said.numpy()[:, name]
        return scores

    def _said(self, triples: Longs) -> Tensor:
        """[q, K, V] logarithms of probabilities for the slots of the tails of these triples."""
        shape = self._masker.shape
        row = pack(needs(*self._asked(triples), shape.tail_slots), capacity(shape))
        order = np.argsort(row, kind="stable")
        chains, masked = self._asked(triples[order])
        batch = collate(chains, masked, row[order], shape._replace(rows=int(row.max()) + 1)).trimmed()
        with torch.no_grad():
            logits = self._encoder.mnm_logits(self._encoder(batch), batch)[batch.mnm_group != NONE]
        said = torch.empty_like(logits)
        said[torch.from_numpy(order)] = logits.log_softmax(dim=-1)
        return said

    def _asked(self, triples: Longs) -> tuple[Chains, Masked]:
        """The window of each triple with what is seen, and what of it is masked."""
        windows = self._chains.select(self._contexts.window(triples))
        own = windows.triple == triples[row_of(windows.group_offsets)]
        windows = windows.keep_groups(own | self._seen[windows.triple])
        return windows, self._masker.ask(windows, windows.triple == triples[row_of(windows.group_offsets)])


def encoder_masker(header: Header, params: Graphmer) -> Masker:
    """What an encoder with these parameters sees of windows."""
    shape = shape_of(params, header.tail_slots, rows=1)
    return Masker(shape, header.vocabulary, params.mlm_rate, params.mnm_rate, params.use_leaves)


def _padded(names: Names, slots: int) -> Longs:
    """int64 [n, slots] tokens of names, then one EOT if there is room, then -1."""
    padded = np.full((len(names.texts), slots), NONE)
    length = np.diff(names.token_offsets)
    name = row_of(names.token_offsets)
    padded[name, number_in(name)] = names.tokens
    short = np.flatnonzero(length < slots)
    padded[short, length[short]] = EOT
    return padded


def _of_names(said: Tensor, names: Longs) -> Tensor:
    """[q, u] sums over the slots of what [q, K, V] says of names [u, K]."""
    total = torch.zeros(len(said), len(names))
    for slot, token in enumerate(torch.from_numpy(names).T):
        total += said[:, slot, token.clamp(min=0)] * (token != NONE)
    return total
