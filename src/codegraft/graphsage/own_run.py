"""A training of one's own, beside the pipeline's: other epochs, fewer programs, one seed.

It leaves the outputs of the pipeline alone. Everything, the model as well, goes to the run's own directory.
"""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from codegraft.errors import ParamsError
from codegraft.graphsage.outputs import write_model
from codegraft.graphsage.trainer import GRAPHSAGE_RUNS, TrainingRun, train
from codegraft.params import Params
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset

MODEL: Final = "model"
"""Name of the model's directory in that of the run; see :mod:`codegraft.graphsage.outputs`."""


def train_own(
    params: Params,
    *,
    epochs: int | None = None,
    batch_size: int | None = None,
    limit: int | None = None,
    device: str | None = None,
    resume: bool = False,
    seed: int | None = None,
    features: str | Path = FEATURES_DIRECTORY,
    runs: Path = GRAPHSAGE_RUNS,
) -> TrainingRun:
    """Train with some parameters changed; ``run.directory / MODEL`` is the model, ``run.chosen`` its network.

    Args:
        params: what is not changed.
        epochs, batch_size: instead of those of ``params``.
        limit: about how many programs to learn from.
        device: auto, cpu, gpu (or cuda) or mps, instead of ``params.hardware``.
        resume: whether to go on where a run with equal arguments was ended.
        seed: to train one network with, instead of one for each of ``params.graphsage.seeds``.
        features: directory of the data set.
        runs: directory of runs.

    Raises:
        ParamsError: a value is not allowed.
        ProgramError: the data set is missing or damaged.
        ModelError: it has nothing to learn from, or a checkpoint to resume from is damaged.
        HardwareError: the device is not there.
    """
    changed = _changed(params, {"epochs": epochs, "batch_size": batch_size}, device)
    if limit is not None and limit < 1:
        raise ParamsError(f"limit is {limit}; expected 1 at least")
    run = train(
        read_dataset(features),
        changed.graphsage,
        hardware=changed.hardware,
        threads=changed.threads,
        seeds=None if seed is None else [seed],
        limit=limit,
        resume=resume,
        runs=runs,
    )
    write_model(run.directory / MODEL, run, {"graphsage": changed.graphsage.model_dump(), "limit": limit})
    return run


def _changed(params: Params, section: dict[str, int | None], device: str | None) -> Params:
    values = params.model_dump()
    values["graphsage"] |= {name: value for name, value in section.items() if value is not None}
    if device is not None:
        values["hardware"] = "gpu" if device == "cuda" else device
    try:
        return Params.model_validate(values)
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(map(str, problem["loc"]))
        raise ParamsError(f"{key}: {problem['input']!r} is not allowed: {problem['msg']}") from None
