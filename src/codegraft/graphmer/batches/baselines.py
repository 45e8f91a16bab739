"""What counting tells of the masked items: the least that the encoder has to beat, on the very same items."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.batches.collate import tail_targets
from codegraft.graphmer.batches.scores import Answers, Flags, asked_of
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.specials import SPECIALS

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


COPIED: Final = 0.3
"""Share of the probability that the words of the window get; near the best on windows of training."""


@dataclass(frozen=True, eq=False)
class Baselines:
    """Counts of the training windows as predictions. V tokens, R relations, K slots.

    Attributes:
        token: float64 [V], log-probability of a root.
        slot: float64 [R + 1, K, V], log-probability of a tail's token by relation and slot.
        majority: int64 [R + 1, K], most frequent tail of a relation, with EOT, then -1; row 0 over all relations, which
            also stands for relations without a triple.
    """

    token: Floats
    slot: Floats
    majority: Longs

    def frequencies(self, batch: Batch) -> Answers:
        """By the unigram for roots; for tails, losses by the slots' frequencies, and what is right by the majority."""
        root, tail, relation = asked_of(batch)
        slots = np.arange(tail.shape[1])
        return Answers(
            root_loss=-self.token[root],
            root_right=root == self.token.argmax(),
            slot_loss=-self.slot[relation[:, None], slots, np.maximum(tail, 0)],
            slot_right=self.majority[relation] == tail,
        )

    def words_of_window(self, batch: Batch) -> Answers:
        """By the frequencies, mixed with how often each token is to be seen elsewhere in the window."""
        root, tail, relation = asked_of(batch)
        row, place = np.nonzero(batch.mlm_position.numpy() != NONE)
        roots = self._mixed(self.token, batch, row, batch.mlm_position.numpy()[row, place])
        row, group = np.nonzero(batch.mnm_group.numpy() != NONE)
        slots = tail.shape[1]
        first = batch.mnm_position.numpy()[row, group].flatten()
        said = self._mixed(self.slot[relation].reshape(-1, self.slot.shape[2]), batch, np.repeat(row, slots), first)
        root_loss, root_right = _judged(roots, root)
        slot_loss, slot_right = _judged(said, tail.flatten())
        return Answers(root_loss, root_right, slot_loss.reshape(tail.shape), slot_right.reshape(tail.shape))

    @staticmethod
    def _mixed(prior: Floats, batch: Batch, row: Longs, position: Longs) -> Floats:
        """[m, V] probabilities at these places."""
        tokens, window = batch.tokens.numpy()[row], batch.window.numpy()[row]
        own = np.arange(len(row)), position
        seen = (window == window[own][:, None]) & (tokens >= SPECIALS)
        seen[own] = False
        words = np.zeros((len(row), prior.shape[-1]))
        item, node = np.nonzero(seen)
        np.add.at(words, (item, tokens[item, node]), 1.0)
        number = seen.sum(axis=1, keepdims=True)
        share = COPIED * (number > 0)
        mixed: Floats = (1 - share) * np.exp(prior) + share * words / np.maximum(number, 1)
        return mixed


def _judged(chances: Floats, target: Longs) -> tuple[Floats, Flags]:
    """Loss, and whether the target is what is most likely; of places that do not count, any numbers."""
    loss: Floats = -np.log(chances[np.arange(len(target)), np.maximum(target, 0)])
    return loss, chances.argmax(axis=1) == target


def count(chains: Chains, vocabulary: int, relations: int, tail_slots: int) -> Baselines:
    """Baselines of these windows: those of training, or they would know the answers."""
    tails = tail_targets(chains, np.arange(len(chains.relation)), tail_slots)
    relation = chains.relation.astype(np.int64)
    group, slot = np.nonzero(tails != NONE)
    place = np.ravel_multi_index((relation[group], slot, tails[group, slot]), (relations + 1, tail_slots, vocabulary))
    counts = np.bincount(place, minlength=(relations + 1) * tail_slots * vocabulary)
    counts = counts.reshape(relations + 1, tail_slots, vocabulary)
    uniform = np.full(vocabulary, 1.0 / vocabulary)
    return Baselines(
        token=np.log(_smooth(np.bincount(chains.tokens, minlength=vocabulary), uniform)),
        slot=np.log(_smooth(counts, _smooth(counts.sum(axis=0), uniform))),
        majority=_majority(tails, relation, relations),
    )


def _smooth(counts: Longs, rarer: Floats) -> Floats:
    """Probabilities by Witten and Bell (1991): the unseen has as many votes as there are kinds, shared as ``rarer``."""
    kinds, total = (counts > 0).sum(axis=-1, keepdims=True), counts.sum(axis=-1, keepdims=True)
    votes = np.maximum(kinds, 1)
    smoothed: Floats = (counts + votes * rarer) / (total + votes)
    return smoothed


def _majority(tails: Longs, relation: Longs, relations: int) -> Longs:
    """The most frequent tail of each relation; of equally frequent ones the first in the order of tokens."""
    both = np.concatenate([relation, np.zeros_like(relation)])
    kinds, times = np.unique(np.column_stack([both, np.tile(tails, (2, 1))]), axis=0, return_counts=True)
    order = np.lexsort((-times, kinds[:, 0]))
    known, first = np.unique(kinds[order, 0], return_index=True)
    majority = np.full((relations + 1, tails.shape[1]), NONE)
    majority[:] = kinds[order[:1], 1:]  # that of relation 0, all together
    majority[known] = kinds[order[first], 1:]
    return majority
