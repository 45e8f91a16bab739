"""Training of a network for each seed, side by side, and the choice among them.

run = train(read_dataset(), params.graphsage, hardware="cpu", threads=1)
run.directory / "seed_0" / "best.pt"
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import joblib
import torch

from codegraft.errors import ModelError
from codegraft.graphsage.batches import Examples, examples_of
from codegraft.graphsage.model import GraphSAGE
from codegraft.graphsage.state import EpochRecord
from codegraft.graphsage.train import Splits, splits_of, train_network
from codegraft.params import Graphsage, Hardware
from codegraft.programs.dataset import Dataset
from codegraft.programs.features.schema import schema_hash
from codegraft.training.device import resolve_device
from codegraft.training.reproducible import set_reproducible
from codegraft.training.runs import RUNS, code_hash, open_run, run_key

GRAPHSAGE_RUNS: Final = RUNS / "graphsage"

_CODE: Final = (
    "batches",
    "checkpoint",
    "direct",
    "losses",
    "model",
    "neighbourhoods",
    "sparse",
    "state",
    "train",
    "validate",
)
"""Modules that decide what a training comes to."""


@dataclass(frozen=True)
class TrainedSeed:
    """One network, as it was in its best epoch, and how it came about."""

    seed: int
    model: GraphSAGE
    history: list[EpochRecord]
    best_epoch: int

    @property
    def best(self) -> EpochRecord:
        """The record of the best epoch."""
        return self.history[self.best_epoch - 1]


@dataclass(frozen=True)
class TrainingRun:
    """The networks of all seeds.

    Attributes:
        directory: where their checkpoints are, ``seed_<seed>/best.pt`` and others.
        examples: all graphs of the data set.
        splits: those that were learned from and validated on.
        seeds: the networks, on the CPU, in the order in which the seeds were given.
        key: of the run.
        data: hash of the data set.
    """

    directory: Path
    examples: Examples
    splits: Splits
    seeds: list[TrainedSeed]
    key: str
    data: str

    @property
    def chosen(self) -> TrainedSeed:
        """The network of the least deciding validation loss; of equal ones the first."""
        return min(self.seeds, key=lambda trained: trained.best.validation["deciding"])


def train(
    dataset: Dataset,
    params: Graphsage,
    *,
    hardware: Hardware,
    threads: int,
    seeds: Sequence[int] | None = None,
    limit: int | None = None,
    resume: bool = False,
    runs: Path = GRAPHSAGE_RUNS,
) -> TrainingRun:
    """Train a network for each seed, ``params.jobs`` at once.

    Args:
        dataset: programs with their features and labels.
        params: how.
        hardware: where.
        threads: of PyTorch in each of those processes.
        seeds: those of ``params`` by default.
        limit: about how many programs to learn from; all by default.
        resume: whether to go on where a run with equal arguments was ended.
        runs: the directory of runs. Runs that differ in an argument, the data, the code or the machine's kind share
            nothing there.

    Raises:
        ModelError: a split has no program, a feature is not finite, or a checkpoint to resume from is damaged.
        HardwareError: the hardware that is asked for is not there.
    """
    examples = examples_of(dataset)
    splits = splits_of(examples, limit)
    device = resolve_device(hardware)
    data = data_hash(dataset)
    key = _key(params, threads, limit, device, data)
    directory = open_run(runs / key, resume=resume)
    chosen = list(params.seeds if seeds is None else seeds)
    if not chosen:
        raise ModelError("no seed to train with: give one at least")
    # This process computes, too: what the networks say of held-out programs, whose sums depend on the threads.
    set_reproducible(chosen[0], threads)
    task = joblib.delayed(_train_seed)
    tasks = (task(examples, splits, params, threads, seed, directory, device) for seed in chosen)
    trained = joblib.Parallel(n_jobs=min(params.jobs, len(chosen)))(tasks)
    return TrainingRun(directory, examples, splits, trained, key, data)


def data_hash(dataset: Dataset) -> str:
    """SHA-256 over all graphs and rows of a data set."""
    digest = hashlib.sha256(dataset.schema.encode())
    for taught in (dataset.programs, dataset.imports):
        for name, array in sorted(taught.graphs.arrays().items()):
            digest.update(name.encode() + str(array.shape).encode())
            digest.update(array.tobytes())
        digest.update(repr(taught.rows.to_pydict()).encode())
    digest.update(repr(dataset.vocabularies).encode())
    return digest.hexdigest()


def _key(params: Graphsage, threads: int, limit: int | None, device: torch.device, data: str) -> str:
    return run_key(
        graphsage=params.model_dump(exclude={"seeds", "jobs"}),
        threads=threads,
        device=device.type,
        limit=limit,
        data=data,
        features=schema_hash(),
        code=code_hash("codegraft.graphsage", _CODE),
        torch=torch.__version__,
    )


def _train_seed(
    examples: Examples,
    splits: Splits,
    params: Graphsage,
    threads: int,
    seed: int,
    directory: Path,
    device: torch.device,
) -> TrainedSeed:
    set_reproducible(seed, threads)
    place = directory / f"seed_{seed}"
    state = train_network(examples, splits, params, seed, place, device)
    return TrainedSeed(seed, state.model.cpu(), state.history, state.best_epoch)
