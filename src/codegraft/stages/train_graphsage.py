"""Stage ``train_graphsage``: graphs with labels -> a network for each seed, and what they say of unseen programs."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.graphsage.outputs import write_model
from codegraft.graphsage.places import MODEL_DIRECTORY
from codegraft.graphsage.trainer import train
from codegraft.graphsage.training_report import SERIES, figures, write_series
from codegraft.params import load_params
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset
from codegraft.stages import run
from codegraft.training.runs import complete_run

METRICS_FILE: Final = Path("metrics/graphsage_train.json")


def main() -> None:
    """Write models/graphsage/, metrics/graphsage_train.json and plots/graphsage/.

    A stage that was ended goes on where it was; one that was complete begins anew.

    Raises:
        ProgramError: the data set is missing or damaged.
        ModelError: it has nothing to learn from.
    """
    params = load_params()
    trained = train(
        read_dataset(FEATURES_DIRECTORY),
        params.graphsage,
        hardware=params.hardware,
        threads=params.threads,
        resume=True,
    )
    write_model(MODEL_DIRECTORY, trained, {"graphsage": params.graphsage.model_dump()})
    write_series(SERIES, trained)
    write_json(METRICS_FILE, figures(trained))
    complete_run(trained.directory)


if __name__ == "__main__":
    run(main)
