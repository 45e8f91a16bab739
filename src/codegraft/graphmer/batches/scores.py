"""How well masked items are recovered: one definition for the encoder and for the baselines."""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.errors import ModelError
from codegraft.graphmer.batches.batch import NONE, Batch

Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.floating[Any]]
Flags = npt.NDArray[np.bool_]


class Asked(NamedTuple):
    """What a batch asks for: m roots, and q tails of K slots.

    Attributes:
        root: int64 [m], tokens.
        tail: int64 [q, K], tokens; -1 does not count.
        relation: int64 [q].
    """

    root: Longs
    tail: Longs
    relation: Longs


class Answers(NamedTuple):
    """What came of it.

    Attributes:
        root_loss: [m], -log p of the token, in nats.
        root_right: bool [m], whether it is the one that was put first.
        slot_loss: [q, K]; any finite number where the slot does not count.
        slot_right: bool [q, K], likewise.
    """

    root_loss: Floats
    root_right: Flags
    slot_loss: Floats
    slot_right: Flags


class Scores(NamedTuple):
    """Means over all batches.

    Attributes:
        mlm_loss: of ``root_loss`` over the roots.
        mlm_accuracy: share of the roots that are right.
        mnm_loss: over the tails, of the mean of ``slot_loss`` over the slots that count.
        mnm_accuracy: over the tails, of the share of these slots that are right.
        mnm_exact: share of the tails all of whose slots are right.
        roots: how many were asked for.
        tails: how many.
    """

    mlm_loss: float
    mlm_accuracy: float
    mnm_loss: float
    mnm_accuracy: float
    mnm_exact: float
    roots: int
    tails: int


def asked_of(batch: Batch) -> Asked:
    """What a batch on the CPU asks for, row by row."""
    group = batch.mnm_group.numpy()
    row, number = np.nonzero(group != NONE)
    return Asked(
        root=batch.mlm_target.numpy()[batch.mlm_position.numpy() != NONE],
        tail=batch.mnm_target.numpy()[row, number],
        relation=batch.group_relation.numpy()[row, group[row, number]],
    )


def score(batches: Iterable[Batch], answer: Callable[[Batch], Answers]) -> Scores:
    """Scores of what ``answer`` says to each batch, in the order of :func:`asked_of`.

    Raises:
        ModelError: no root or no tail is asked for.
    """
    return scores_of(tally(batches, answer))


def tally(batches: Iterable[Batch], answer: Callable[[Batch], Answers]) -> npt.NDArray[np.float64]:
    """[7] sums over the items of the batches, in the order of :class:`Scores`; several add up to that of all."""
    total = np.zeros(len(Scores._fields))
    for batch in batches:
        asked, given = asked_of(batch), answer(batch)
        total += [*_sums(asked.tail != NONE, given), len(asked.root), len(asked.tail)]
    return total


def scores_of(total: npt.NDArray[np.float64]) -> Scores:
    """Scores from the sums that :func:`tally` gives.

    Raises:
        ModelError: no root or no tail was asked for.
    """
    roots, tails = map(int, total[5:])
    if not roots or not tails:
        raise ModelError(f"{roots} masked roots and {tails} masked tails are too few to score; take more windows")
    mlm_loss, mlm_accuracy, mnm_loss, mnm_accuracy, mnm_exact = (
        total[:5] / [roots, roots, tails, tails, tails]
    ).tolist()
    return Scores(mlm_loss, mlm_accuracy, mnm_loss, mnm_accuracy, mnm_exact, roots, tails)


def _sums(counts: Flags, given: Answers) -> npt.NDArray[np.float64]:
    """The first five attributes of :class:`Scores`, as sums over the items of a batch."""
    slots, right = counts.sum(axis=1), (given.slot_right & counts).sum(axis=1)
    loss = np.where(counts, given.slot_loss, 0.0).sum(axis=1, dtype=np.float64)
    root_loss = given.root_loss.sum(dtype=np.float64)
    return np.array(
        [root_loss, given.root_right.sum(), (loss / slots).sum(), (right / slots).sum(), (right == slots).sum()]
    )
