"""Trains a reader on triples that may be learned from: each is asked for its tail and for its head.

A batch is of one repository: what an answer has to be told from is what else the repository could mean.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from codegraft.graphmer.chains.specials import PAD
from codegraft.graphmer.linking.graph import Flags, LinkGraph, Longs, Questions, Side
from codegraft.graphmer.linking.reader import Asked, Reader, ReaderConfig, Reading
from codegraft.params import Linker
from codegraft.progress import track
from codegraft.training.reproducible import set_reproducible

Doubles = npt.NDArray[np.float64]

_WITHOUT_CODE: Final = 0.2
"""Share of the questions that are read without code: so does a person ask, who knows no mention."""


class Batch(NamedTuple):
    """Questions of one repository with what their answers are chosen from.

    Attributes:
        questions: Q of them.
        pool: [m] entities: all answers, each once, and random candidates of the repository.
        answer: [Q] places of the answers in the pool.
        true: bool [Q, m] other answers of the batch that are true, too.
    """

    questions: Questions
    pool: Longs
    answer: Longs
    true: Flags


def train_reader(
    reading: Reading, triples: Longs, config: ReaderConfig, params: Linker, seed: int
) -> tuple[Reader, Doubles]:
    """A reader in eval mode, and the loss of each step [steps]; the same on every run.

    Args:
        reading: what it is shown.
        triples: rows that may be learned from.
        config: of the reader.
        params: how it is trained.
        seed: of weights, order and rivals.
    """
    set_reproducible(seed, threads=1)
    generator = np.random.default_rng(seed)
    reader = Reader(config)
    optimizer = torch.optim.AdamW(reader.parameters(), lr=params.lr, weight_decay=params.weight_decay)
    steps = [batch for _ in range(params.epochs) for batch in _epoch(reading.graph, triples, params.batch, generator)]
    schedule = torch.optim.lr_scheduler.LinearLR(optimizer, 1.0, 0.0, total_iters=len(steps))
    losses = []
    for rows in track(steps, f"reader {seed}", unit="batch"):
        optimizer.zero_grad()
        loss = torch.stack([_loss(reader, reading, rows, side, params, generator) for side in Side]).sum()
        torch.autograd.backward(loss)
        optimizer.step()
        schedule.step()
        losses.append(loss.item())
    return reader.eval(), np.array(losses)


def _epoch(graph: LinkGraph, triples: Longs, batch: int, generator: np.random.Generator) -> Iterator[Longs]:
    """The triples in batches of one repository each, in a random order."""
    shuffled = generator.permutation(triples)
    shuffled = shuffled[np.argsort(graph.said_in[shuffled], kind="stable")]
    borders = np.flatnonzero(np.diff(graph.said_in[shuffled])) + 1
    parts = [
        part[first : first + batch] for part in np.split(shuffled, borders) for first in range(0, len(part), batch)
    ]
    for number in generator.permutation(len(parts)):
        yield parts[number]


def _loss(
    reader: Reader, reading: Reading, rows: Longs, side: Side, params: Linker, generator: np.random.Generator
) -> Tensor:
    batch = _batch(reading.graph, rows, side, params.rivals, generator)
    asked = _some_without_code(reading.asked(batch.questions), generator)
    scores = reader.scores(reader.ask(asked), reader.offer(*reading.offered(batch.pool)))
    scores = scores.masked_fill(torch.from_numpy(batch.true), -torch.inf)
    return nn.functional.cross_entropy(scores, torch.from_numpy(batch.answer))


def _batch(graph: LinkGraph, rows: Longs, side: Side, rivals: int, generator: np.random.Generator) -> Batch:
    known, asked = (end[rows] for end in graph.ends(side))
    repository = int(graph.said_in[rows[0]])
    questions = Questions(side, repository, known, graph.relation[rows], rows)
    random = generator.choice(graph.candidates(repository), rivals)
    pool, place = np.unique(np.append(asked, random), return_inverse=True)
    answer = place[: len(rows)]
    key = known * len(graph.relations) + graph.relation[rows]
    question, other = np.nonzero(key[:, None] == key)
    true = np.zeros((len(rows), len(pool)), bool)
    true[question, answer[other]] = True
    true[np.arange(len(rows)), answer] = False
    return Batch(questions, pool, answer, true)


def _some_without_code(asked: Asked, generator: np.random.Generator) -> Asked:
    hidden = torch.from_numpy(generator.random(len(asked.relation)) < _WITHOUT_CODE)[:, None, None]
    before, after = (side.masked_fill(hidden, PAD) for side in (asked.before, asked.after))
    return asked._replace(before=before, after=after)
