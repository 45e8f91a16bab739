"""Stage ``benchmark_graphsage``: how long a prediction takes; exit code 1 when that is too long.

Latency is no property of its inputs: DVC runs the stage when they change, and a run that is repeated gives other
numbers. So nothing depends on what it writes but the gates.
"""

from pathlib import Path
from typing import Final

import numpy as np

from codegraft.files import write_json
from codegraft.graphsage.benchmark import benchmark, check
from codegraft.graphsage.checkpoint import TrainedModel, load_model_for_inference
from codegraft.graphsage.places import MODEL_FILE
from codegraft.graphsage.quantization import Judged, feeds_of
from codegraft.programs.dataset import FEATURES_DIRECTORY, Taught, read_dataset
from codegraft.programs.labels import LABELS_FILE, MUTANT, read_labels
from codegraft.programs.vocabulary import indicators
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/graphsage_benchmark.json")


def main() -> None:
    """Write metrics/graphsage_benchmark.json.

    Raises:
        ModelError: the model is missing or damaged, or a prediction takes longer than the target.
        ProgramError: features or labels are missing or damaged.
    """
    trained = load_model_for_inference(MODEL_FILE)
    dataset = read_dataset(FEATURES_DIRECTORY)
    labels = read_labels(LABELS_FILE).select(["split", "origin", "code"]).to_pylist()
    texts = [label["code"] for label in labels if label["split"] == "test" and label["origin"] != MUTANT]
    figures = benchmark(trained, MODEL_FILE, _programs(dataset.programs), _imports(dataset.imports, trained), texts)
    write_json(METRICS_FILE, figures)
    check(figures)


def _programs(taught: Taught) -> Judged:
    """Programs of the test split that were executed, and whether they passed."""
    split, tried = (np.asarray(taught.rows[name]) for name in ("split", "has_confidence"))
    rows = np.flatnonzero((split == "test") & tried)
    return Judged(feeds_of(taught.graphs, rows), np.asarray(taught.rows["verdict"])[rows] == "passed")


def _imports(taught: Taught, trained: TrainedModel) -> Judged:
    """Texts of the test split without import statements that had some of a module which the model knows."""
    true = indicators(taught.rows["imports"].to_pylist(), trained.vocabularies.imports)
    rows = np.flatnonzero((np.asarray(taught.rows["split"]) == "test") & true.any(axis=1))
    return Judged(feeds_of(taught.graphs, rows), true[rows])


if __name__ == "__main__":
    run(main)
