"""The directory of a trained encoder: ``model.pt``, which :func:`~.checkpoint.load_model` reads."""

from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_directory
from codegraft.graphmer.training.checkpoint import load_model, save_encoder
from codegraft.graphmer.training.trainer import TrainingRun

MODEL_DIRECTORY: Final = Path("models/graphmer")
MODEL_FILE: Final = "model.pt"


def write_model(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoder that was chosen, with where it comes from; equal runs give equal bytes."""
    chosen = load_model(run.chosen_file)
    with atomic_directory(directory) as temporary:
        save_encoder(temporary / MODEL_FILE, chosen.meaning, chosen.model.state_dict(), _origin(run))


def _origin(run: TrainingRun) -> dict[str, Any]:
    best = run.chosen.best
    return {
        "params": run.params.model_dump(exclude={"seeds"}),
        "data": run.task.data,
        "run": run.key,
        "seed": run.chosen.seed,
        "step": best.step,
        "held_out": best.scores._asdict(),
    }
