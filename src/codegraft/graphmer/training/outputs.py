"""The directory of trained encoders, which :func:`~.checkpoint.load_model` reads.

``model.pt`` is the chosen one; those of the other seeds stand beside it, so that what is claimed of encoders can be
measured on all of them.
"""

from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_directory
from codegraft.graphmer.training.checkpoint import TrainedEncoder, load_model, save_encoder
from codegraft.graphmer.training.trainer import TrainedSeed, TrainingRun

MODEL_DIRECTORY: Final = Path("models/graphmer")
MODEL_FILE: Final = "model.pt"


def write_model(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoders of all seeds, with where they come from; equal runs give equal bytes."""
    with atomic_directory(directory) as temporary:
        for trained in run.seeds:
            encoder = load_model(run.file_of(trained))
            file = MODEL_FILE if trained is run.chosen else f"seed_{trained.seed}.pt"
            save_encoder(temporary / file, encoder.meaning, encoder.model.state_dict(), _origin(run, trained))


def read_encoders(directory: str | Path, tokenizer: str) -> list[TrainedEncoder]:
    """The encoders of all seeds, the chosen one first.

    Raises:
        ModelError: there is none, one is damaged, or was trained with another tokenizer.
    """
    others = sorted(Path(directory).glob("seed_*.pt"))
    return [load_model(file, tokenizer=tokenizer) for file in (Path(directory) / MODEL_FILE, *others)]


def _origin(run: TrainingRun, trained: TrainedSeed) -> dict[str, Any]:
    best = trained.best
    return {
        "params": run.params.model_dump(exclude={"seeds"}),
        "data": run.task.data,
        "run": run.key,
        "seed": trained.seed,
        "step": best.step,
        "held_out": best.scores._asdict(),
    }
