"""Directories of trained encoders, which :func:`~.checkpoint.load_model` reads.

``model.pt`` is the chosen one. The encoders of the other seeds stand beside it, so that what is claimed of encoders can
be measured on all of them.
"""

from pathlib import Path
from typing import Any, Final

from codegraft.files import atomic_directory
from codegraft.graphmer.training.checkpoint import TrainedEncoder, load_model, save_encoder
from codegraft.graphmer.training.trainer import TrainedSeed, TrainingRun

MODEL_DIRECTORY: Final = Path("models/graphmer")
MODEL_FILE: Final = "model.pt"


def write_model(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoders of all seeds, the chosen one as ``model.pt``; equal runs give equal bytes."""
    with atomic_directory(directory) as temporary:
        for trained in run.seeds:
            name = MODEL_FILE if trained is run.chosen else _name(trained.seed)
            _save_seed(temporary / name, run, trained)


def write_every_seed(directory: str | Path, run: TrainingRun) -> None:
    """Write the encoder of each seed as ``seed_<seed>.pt``, none of them chosen; equal runs give equal bytes."""
    with atomic_directory(directory) as temporary:
        for trained in run.seeds:
            _save_seed(temporary / _name(trained.seed), run, trained)


def read_encoders(directory: str | Path, tokenizer: str) -> list[TrainedEncoder]:
    """The encoders of all seeds, the chosen one first.

    Raises:
        ModelError: there is none, one is damaged, or was trained with another tokenizer.
    """
    place = Path(directory)
    files = [*sorted(place.glob(MODEL_FILE)), *sorted(place.glob(_name("*")))] or [place / MODEL_FILE]
    return [load_model(file, tokenizer=tokenizer) for file in files]


def _name(seed: int | str) -> str:
    return f"seed_{seed}.pt"


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
