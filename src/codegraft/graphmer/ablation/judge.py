"""How well the encoders of a training recover what is masked on held-out windows, file by file."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import joblib
import numpy as np
import torch

from codegraft.graphmer.ablation.questions import Longs
from codegraft.graphmer.ablation.sums import Floats, Sums
from codegraft.graphmer.batches.batch import Batch
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.scores import Answers, tally
from codegraft.graphmer.training.checkpoint import load_model
from codegraft.graphmer.training.evaluate import MASKS, answers_of
from codegraft.graphmer.training.objective import Objective
from codegraft.graphmer.training.runtime import runtime_of
from codegraft.graphmer.training.task import Task
from codegraft.graphmer.training.trainer import TrainingRun, at_once
from codegraft.params import Graphmer
from codegraft.training.reproducible import set_reproducible


def judge(run: TrainingRun, task: Task, files: Mapping[str, Longs]) -> Sums:
    """Sums of the encoder of every seed; on idle CPUs several at once, which changes no result.

    Args:
        run: the training.
        task: on whose held-out windows the encoders are judged.
        files: names, and places of the windows of each.
    """
    params, device, seeds = run.params, run.runtime.device, [trained.seed for trained in run.seeds]
    windows = list(files.values())
    jobs = (joblib.delayed(_sums_of)(run.file_of(seed), task, params, seed, windows, device) for seed in seeds)
    found = joblib.Parallel(n_jobs=at_once(params, run.runtime, len(seeds)))(jobs)
    return Sums(tuple(seeds), tuple(files), np.stack(found))


def _sums_of(file: Path, task: Task, params: Graphmer, seed: int, files: list[Longs], device: torch.device) -> Floats:
    """[F, 7] of the encoder in a file."""
    set_reproducible(seed, params.threads)
    runtime = runtime_of(device, params)
    objective = runtime.objective(runtime.wrapped(Objective(load_model(file).model, task.rules))).eval()
    return sums_by_file(task, params, files, runtime.profile.rows, lambda batch: answers_of(objective, batch, runtime))


def sums_by_file(
    task: Task, params: Graphmer, files: Iterable[Longs], rows: int, answer: Callable[[Batch], Answers]
) -> Floats:
    """[F, 7] sums of what ``answer`` says to the held-out windows of each file, in batches of so many rows."""
    masker = task.masker(params, rows)
    epochs = (Epoch(task.held_out.select(windows), masker, MASKS) for windows in files)
    return np.array([tally((epoch[number] for number in range(len(epoch))), answer) for epoch in epochs])
