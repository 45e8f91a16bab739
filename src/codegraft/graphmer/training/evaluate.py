"""Scores on what is held out, with the same windows and masks for every seed, step and baseline."""

from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from codegraft.graphmer.batches.baselines import count
from codegraft.graphmer.batches.batch import NONE, Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import EVALUATION_EPOCH, Draws
from codegraft.graphmer.batches.scores import Answers, Scores, score, scores_of, tally
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.runtime import Runtime
from codegraft.graphmer.training.task import Task
from codegraft.params import Graphmer
from codegraft.progress import track

MASKS: Final = Draws(0, EVALUATION_EPOCH)
"""What is asked for; no seed of training changes it."""


def held_out_batches(task: Task, params: Graphmer, rows: int, processes: int = 1) -> Epoch:
    """Held-out windows, all or so many at even distances, in batches of so many rows, as many for each process."""
    chosen = at_even_distances(len(task.held_out), params.eval_windows)
    return Epoch(task.held_out.select(chosen), task.masker(params, rows), MASKS, processes)


def at_even_distances(windows: int, most: int | None) -> npt.NDArray[np.int64]:
    """Places of so many windows among all at even distances, or of all of them for None."""
    return np.arange(windows) if most is None else np.linspace(0, windows - 1, min(most, windows)).astype(np.int64)


def evaluate(module: nn.Module, epoch: Epoch, runtime: Runtime) -> Scores:
    """Scores of an encoder in eval mode; each process asks for its share of the batches.

    Raises:
        ModelError: nothing is asked for.
    """
    objective = runtime.objective(module)
    objective.eval()
    mine = range(runtime.rank, len(epoch), runtime.cut.processes)
    batches = (epoch[number] for number in (mine if runtime.silent else track(mine, "held out", unit="batch")))
    own = tally(batches, lambda batch: answers_of(objective, batch, runtime))
    objective.train()
    return scores_of(np.sum(runtime.gathered(own), axis=0))


def score_baselines(task: Task, epoch: Epoch) -> dict[str, Scores]:
    """Scores of counting on the same items, by the name of what is counted."""
    header = task.header
    counted = count(task.train, header.vocabulary, len(header.relations), header.tail_slots)
    ways = {"frequencies": counted.frequencies, "words_of_window": counted.words_of_window}
    return {name: score((epoch[number] for number in range(len(epoch))), way) for name, way in ways.items()}


def answers_of(objective: Objective, batch: Batch, runtime: Runtime) -> Answers:
    """The encoder's answers to a batch on the CPU."""
    with torch.no_grad(), runtime.precision():
        placed = runtime.placed(batch)
        said = objective.answer(placed)
    runtime.executed()
    root_loss, root_right, slot_loss, slot_right = (tensor.cpu().numpy() for tensor in said)
    roots, tails = ((asked != NONE).cpu().numpy() for asked in (placed.mlm_position, placed.mnm_group))
    return Answers(root_loss[roots], root_right[roots], slot_loss[tails], slot_right[tails])
