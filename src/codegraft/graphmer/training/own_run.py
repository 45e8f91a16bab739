"""A training of one's own, beside the pipeline's: other parameters, one seed, another place.

It leaves the outputs of the pipeline alone.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import yaml

from codegraft.errors import ModelError, ParamsError
from codegraft.files import write_json
from codegraft.graphmer.training.outputs import MODEL_FILE, write_model
from codegraft.graphmer.training.report import figures
from codegraft.graphmer.training.task import Task
from codegraft.graphmer.training.trainer import GRAPHMER_RUNS, TrainingRun, train
from codegraft.params import Params, load_params

METRICS: Final = "metrics.json"
"""Beside the model: what :func:`~codegraft.graphmer.training.report.figures` says."""


def train_own(
    task: Task,
    params: Params,
    *,
    seed: int | None = None,
    resume: bool = False,
    sharded: bool = False,
    output: Path | None = None,
    runs: Path = GRAPHMER_RUNS,
) -> tuple[TrainingRun, Path]:
    """Train, and write the model's directory: ``output``, or ``model`` in the run's own directory.

    Args:
        task: what is learned.
        params: by which.
        seed: to train one encoder with, instead of one for each of ``params.graphmer.seeds``.
        resume: whether to go on where a run with equal arguments was ended.
        sharded: whether each of several processes keeps a part of the weights only.
        output: directory for the model; an earlier model there is replaced.
        runs: directory of runs.

    Returns:
        The run, and the model's directory.

    Raises:
        ModelError, ParamsError, HardwareError: as :func:`~codegraft.graphmer.training.trainer.train`; and a ModelError,
            before training, if ``output`` holds anything but a model.
    """
    if output is not None:
        _refuse_occupied(output)
    seeds = None if seed is None else [seed]
    run = train(
        task,
        params.graphmer,
        hardware=params.hardware,
        seeds=seeds,
        resume=resume,
        sharded=sharded,
        runs=runs,
    )
    directory = output or run.directory / "model"
    if run.runtime.is_main:
        write_model(directory, run)
        write_json(directory / METRICS, figures(run))
    return run, directory


def _refuse_occupied(output: Path) -> None:
    """A model's directory is replaced as a whole, so nothing else may stand there."""
    if output.exists() and not output.is_dir():
        raise ModelError(f"{output}: is a file; give --output-dir a directory, new or of an earlier model")
    if output.is_dir() and (others := {entry.name for entry in output.iterdir()} - {MODEL_FILE, METRICS}):
        raise ModelError(
            f"{output}: holds {min(others)}, which the model would replace; give --output-dir a directory of its own"
        )


def given_params(config: Path | None, changes: Mapping[str, Any]) -> Params:
    """Those of a file, or of the repository, with other values for some keys.

    Raises:
        ParamsError: as :func:`~codegraft.params.load_params`.
    """
    return load_params(changes=changes) if config is None else load_params(config, changes)


def parsed(settings: list[str]) -> dict[str, Any]:
    """``key=value`` texts as a mapping; values are YAML.

    Raises:
        ParamsError: a text has no ``=``, or its value is no YAML.
    """
    found = {}
    for setting in settings:
        key, equals, value = setting.partition("=")
        if not equals:
            raise ParamsError(f"{setting}: expected key=value, as in graphmer.size=base")
        try:
            found[key] = yaml.safe_load(value)
        except yaml.YAMLError:
            raise ParamsError(f"{setting}: the value is no YAML; quote it") from None
    return found
