"""What a training came to: figures for metrics/graphsage_train.json, and its course over the epochs as series."""

import os
from pathlib import Path
from typing import Any, Final

from dvclive.live import Live

from codegraft.files import atomic_directory
from codegraft.graphsage.model import parameters_of
from codegraft.graphsage.outputs import temperature_of
from codegraft.graphsage.state import EpochRecord
from codegraft.graphsage.trainer import TrainedSeed, TrainingRun

SERIES: Final = Path("plots/graphsage")


def figures(run: TrainingRun) -> dict[str, Any]:
    """Losses by term in the best epoch of each seed, and which seed was chosen."""
    return {
        "parameters": parameters_of(run.chosen.model),
        "chosen_seed": run.chosen.seed,
        "temperature": temperature_of(run),
        "train": {"programs": len(run.splits.train.programs), "import_graphs": len(run.splits.train.imports)},
        "validation": {
            "programs": len(run.splits.validation.programs),
            "import_graphs": len(run.splits.validation.imports),
        },
        "seeds": {str(trained.seed): _of_seed(trained) for trained in run.seeds},
    }


def write_series(directory: str | Path, run: TrainingRun) -> None:
    """Write DVCLive's series of every seed, ``seed_<seed>/plots/metrics/<split>/<term>.tsv``, as one directory.

    They are written from the records of the epochs, not as the training goes: so they are equal for a run that was
    ended and resumed.
    """
    with atomic_directory(directory) as place:
        for trained in run.seeds:
            _replay(place / f"seed_{trained.seed}", trained.history)


def _of_seed(trained: TrainedSeed) -> dict[str, Any]:
    best = trained.best
    return {
        "epochs": len(trained.history),
        "best_epoch": trained.best_epoch,
        "lr": best.lr,
        "train_loss": best.train,
        "validation_loss": {name: value for name, value in best.validation.items() if name in best.train},
        "validation_auroc_within_problem": best.validation.get("auroc_within_problem"),
    }


def _replay(directory: Path, history: list[EpochRecord]) -> None:
    # Nothing but the series: no dvc.yaml, no experiment, no report.
    with Live(os.fspath(directory), dvcyaml=None, save_dvc_exp=False, report=None) as live:
        for record in history:
            live.step = record.epoch
            for split, values in (("train", record.train), ("validation", record.validation)):
                for name, value in values.items():
                    live.log_metric(f"{split}/{name}", value)
            live.log_metric("lr", record.lr)
            live.make_summary()
