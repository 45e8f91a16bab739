"""Training of an encoder for each seed, and the choice among them.

params = load_params()
run = train(read_task(), params.graphmer, hardware=params.hardware)
run.directory / "seed_0" / "best.pt"
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import joblib
import torch

from codegraft.errors import ModelError
from codegraft.graphmer.batches.scores import Scores
from codegraft.graphmer.training.evaluate import held_out_batches, score_baselines
from codegraft.graphmer.training.records import Evaluation, StepRecord, best_of
from codegraft.graphmer.training.runtime import Runtime, runtime_of
from codegraft.graphmer.training.task import Task
from codegraft.graphmer.training.train import BEST, train_encoder
from codegraft.params import Graphmer, Hardware
from codegraft.training.device import resolve_device
from codegraft.training.reproducible import set_reproducible
from codegraft.training.runs import RUNS, code_hash, open_run, run_key

GRAPHMER_RUNS: Final = RUNS / "graphmer"

_A_PROCESSOR: Final = 2
"""Threads that compute on a processor, in turns, so that of an odd number of seeds none is left to one processor."""

_ROOMS: Final = ("chains", "batches", "encoder", "training")


@dataclass(frozen=True)
class TrainedSeed:
    """How one encoder came about.

    Attributes:
        seed: that decided its weights, order and masks.
        best: the evaluation of the encoder that was kept.
        evaluations: all of them; the first is before training.
        history: of all steps.
    """

    seed: int
    best: Evaluation
    evaluations: list[Evaluation]
    history: list[StepRecord]


@dataclass(frozen=True)
class TrainingRun:
    """The encoders of all seeds.

    Attributes:
        directory: where they are, ``seed_<seed>/best.pt`` and others.
        task: what was learned.
        params: by which.
        runtime: where.
        seeds: in the order in which they were given.
        baselines: scores of counting on the same items, by the name of what is counted.
        key: of the run.
    """

    directory: Path
    task: Task
    params: Graphmer
    runtime: Runtime
    seeds: list[TrainedSeed]
    baselines: dict[str, Scores]
    key: str

    @property
    def chosen(self) -> TrainedSeed:
        """The encoder of the least held-out loss; of equal ones the first."""
        return min(self.seeds, key=lambda trained: trained.best.loss(self.params))

    @property
    def chosen_file(self) -> Path:
        """Where the chosen encoder is."""
        return self.file_of(self.chosen.seed)

    def file_of(self, seed: int) -> Path:
        """Where the encoder of a seed is."""
        return self.directory / _name(seed) / BEST


def train(
    task: Task,
    params: Graphmer,
    *,
    hardware: Hardware,
    seeds: Sequence[int] | None = None,
    resume: bool = False,
    sharded: bool = False,
    runs: Path = GRAPHMER_RUNS,
) -> TrainingRun:
    """Train an encoder for each seed; on idle CPUs several at once, which changes no result.

    Several processes, which ``accelerate launch`` or ``torchrun`` started, train each encoder together; ``runs`` is
    then a directory that the main one writes and all can read.

    Args:
        task: what is learned.
        params: how.
        hardware: where.
        seeds: those of ``params`` by default.
        resume: whether to go on where a run with equal arguments was ended.
        sharded: whether each of several processes keeps a part of the weights only.
        runs: the directory of runs. Runs that differ in an argument, the data, the code or the machine's kind share
            nothing there.

    Raises:
        ModelError: there is no seed, the chains were made with other parameters, a checkpoint is damaged or cannot be
            written, or a loss is no longer finite.
        ParamsError: an optimizer step cannot be cut evenly.
        HardwareError: the hardware that is asked for is not there.
    """
    chosen = list(params.seeds if seeds is None else seeds)
    if not chosen:
        raise ModelError("no seed to train with: give one at least")
    device = resolve_device(hardware)
    runtime = runtime_of(device, params, sharded=sharded)
    key = _key(task, params, runtime)
    if runtime.is_main:
        open_run(runs / key, resume=resume)
    runtime.wait()
    place = (runs / key).absolute()  # a process that began elsewhere takes a relative path for another
    jobs = (joblib.delayed(_train_seed)(task, params, seed, place, device, sharded) for seed in chosen)
    trained = joblib.Parallel(n_jobs=at_once(params, runtime, len(chosen)))(jobs)
    held_out = held_out_batches(task, params, runtime.profile.rows)
    return TrainingRun(runs / key, task, params, runtime, trained, score_baselines(task, held_out), key)


def _key(task: Task, params: Graphmer, runtime: Runtime) -> str:
    return run_key(
        graphmer=params.model_dump(exclude={"seeds"}),
        config=asdict(task.config(params)),
        device=runtime.device.type,
        precision=runtime.profile.precision,
        cut=runtime.cut,
        sharded=runtime.sharded,
        data=task.data,
        code=code_hash("codegraft.graphmer", _modules()),
        torch=torch.__version__,
    )


def _modules() -> list[str]:
    """All modules that decide on an encoder, by their paths in the package."""
    package = Path(__file__).parents[1]
    files = (path for room in _ROOMS for path in (package / room).glob("*.py"))
    return [path.relative_to(package).with_suffix("").as_posix() for path in files]


def at_once(params: Graphmer, runtime: Runtime, seeds: int) -> int:
    """How many of so many seeds to train, or to judge, side by side."""
    if runtime.device.type != "cpu" or runtime.cut.processes > 1:
        return 1
    processors: int = joblib.cpu_count()
    return min(seeds, max(_A_PROCESSOR * processors // params.threads, 1))


def _train_seed(
    task: Task, params: Graphmer, seed: int, directory: Path, device: torch.device, sharded: bool
) -> TrainedSeed:
    set_reproducible(seed, params.threads)
    runtime = runtime_of(device, params, sharded=sharded)
    state = train_encoder(task, params, seed, directory / _name(seed), runtime)
    best = best_of(state.evaluations, params)
    return TrainedSeed(seed, best, state.evaluations, state.history)


def _name(seed: int) -> str:
    return f"seed_{seed}"
