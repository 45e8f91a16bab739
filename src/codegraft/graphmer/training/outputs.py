"""Directories of trained encoders, which :func:`~.checkpoint.load_model` reads: ``model.pt``, or one for each seed."""

from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_directory
from codegraft.graphmer.training.checkpoint import load_model, save_encoder
from codegraft.graphmer.training.trainer import TrainedSeed, TrainingRun

MODEL_DIRECTORY: Final = Path("models/graphmer")
MODEL_FILE: Final = "model.pt"


def write_model(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoder that was chosen, with where it comes from; equal runs give equal bytes."""
    with atomic_directory(directory) as temporary:
        _save_seed(temporary / MODEL_FILE, run, run.chosen)


def write_every_seed(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoder of each seed as ``seed_<seed>.pt``, with where it comes from; equal runs give equal bytes."""
    with atomic_directory(directory) as temporary:
        for trained in run.seeds:
            _save_seed(temporary / f"seed_{trained.seed}.pt", run, trained)


def _save_seed(temporary: Path, run: TrainingRun, trained: TrainedSeed) -> None:
    kept = load_model(run.file_of(trained.seed))
    save_encoder(temporary, kept.meaning, kept.model.state_dict(), _origin(run, trained))


def _origin(run: TrainingRun, trained: TrainedSeed) -> dict[str, Any]:
    return {
        "params": run.params.model_dump(exclude={"seeds"}),
        "data": run.task.data,
        "run": run.key,
        "seed": trained.seed,
        "step": trained.best.step,
        "held_out": trained.best.scores._asdict(),
    }
