"""Stage ``benchmark_graphsage``: how long a prediction takes; exit code 1 when that is too long.

Latency is no property of its inputs: DVC runs the stage when they change, and a run that is repeated gives other
numbers. So nothing depends on what it writes but the gates.
"""

from pathlib import Path
from typing import Final

import numpy as np

from codegraft.files import write_json
from codegraft.graphsage.benchmark import benchmark, check, feeds_of
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.serving import MODEL_FILE
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset
from codegraft.programs.labels import LABELS_FILE, MUTANT, read_labels
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/graphsage_benchmark.json")


def main() -> None:
    """Write metrics/graphsage_benchmark.json.

    Raises:
        ModelError: the model is missing or damaged, or a prediction takes longer than the target.
        ProgramError: features or labels are missing or damaged.
    """
    trained = load_model_for_inference(MODEL_FILE)
    programs = read_dataset(FEATURES_DIRECTORY).programs
    split, tried = (np.asarray(programs.rows[name]) for name in ("split", "has_confidence"))
    rows = np.flatnonzero((split == "test") & tried)
    passed = np.asarray(programs.rows["verdict"])[rows] == "passed"
    labels = read_labels(LABELS_FILE).select(["split", "origin", "code"]).to_pylist()
    texts = [label["code"] for label in labels if label["split"] == "test" and label["origin"] != MUTANT]
    figures = benchmark(trained, MODEL_FILE, feeds_of(programs.graphs, rows), passed, texts)
    write_json(METRICS_FILE, figures)
    check(figures)


if __name__ == "__main__":
    run(main)
