"""Stage ``train_graphmer``: leafy chains -> an encoder for each seed, and how well they recover what is masked."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.graphmer.chains.shards import CHAINS_DIRECTORY
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY
from codegraft.graphmer.training.outputs import MODEL_DIRECTORY, write_model
from codegraft.graphmer.training.report import figures
from codegraft.graphmer.training.series import SERIES, write_series
from codegraft.graphmer.training.task import read_task
from codegraft.graphmer.training.trainer import train
from codegraft.kg.ontology import ONTOLOGY_FILE
from codegraft.params import load_params
from codegraft.stages import run
from codegraft.training.runs import complete_run

METRICS_FILE: Final = Path("metrics/graphmer_train.json")


def main() -> None:
    """Write models/graphmer/, metrics/graphmer_train.json and plots/graphmer/.

    A stage that was ended goes on where it was; one that was complete begins anew.

    Raises:
        ModelError: chains or tokenizer are missing or damaged, or a loss is no longer a finite number.
        ParamsError: parameters contradict each other or the chains.
        HardwareError: the hardware that is asked for is not there.
    """
    task = read_task(CHAINS_DIRECTORY, TOKENIZER_DIRECTORY, ONTOLOGY_FILE)
    params = load_params()
    trained = train(task, params.graphmer, hardware=params.hardware, resume=True)
    write_model(MODEL_DIRECTORY, trained)
    write_series(SERIES, trained)
    write_json(METRICS_FILE, figures(trained))
    complete_run(trained.directory)


if __name__ == "__main__":
    run(main)
