"""A training's course over the steps, as series. In a module of its own, as DVCLive is not where a TPU is."""

import os
from collections.abc import Sequence
from pathlib import Path
from statistics import fmean
from typing import Final

from dvclive import Live

from codegraft.files import atomic_directory
from codegraft.graphmer.batches.scores import Scores
from codegraft.graphmer.training.records import StepRecord
from codegraft.graphmer.training.trainer import TrainedSeed, TrainingRun

SERIES: Final = Path("plots/graphmer")

STEPS_A_POINT: Final = 10
"""Steps whose mean is one point of a series."""


def write_series(directory: str | Path, run: TrainingRun) -> None:
    """Write DVCLive's series of every seed, ``seed_<seed>/plots/metrics/<part>/<measure>.tsv``, as one directory.

    They are written from what was recorded, not as the training goes: so they are equal for a run that was ended and
    resumed.
    """
    with atomic_directory(directory) as temporary:
        for trained in run.seeds:
            _replay(temporary / f"seed_{trained.seed}", trained)


def _replay(directory: Path, trained: TrainedSeed) -> None:
    # Nothing but the series: no dvc.yaml, no experiment, no report.
    with Live(os.fspath(directory), dvcyaml=None, save_dvc_exp=False, report=None) as live:
        for step, values in _points(trained):
            live.step = step
            for name, value in values.items():
                live.log_metric(name, value)
        live.make_summary()


def _points(trained: TrainedSeed) -> list[tuple[int, dict[str, float]]]:
    """Step and values by name, in the order of steps."""
    held_out = [
        (step, {f"held_out/{name}": getattr(scores, name) for name in Scores._fields[:-2]})
        for step, scores in trained.evaluations
    ]
    bins = [trained.history[first : first + STEPS_A_POINT] for first in range(0, len(trained.history), STEPS_A_POINT)]
    train = [(records[-1].step, _mean(records)) for records in bins]
    return sorted(held_out + train, key=lambda point: point[0])


def _mean(records: Sequence[StepRecord]) -> dict[str, float]:
    return {f"train/{name}": fmean(getattr(record, name) for record in records) for name in StepRecord._fields[2:]}
