"""Stage ``featurize``: labelled programs and sources -> packed graphs with their features and labels."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.dataset import FEATURES_DIRECTORY, featurize, write_features
from codegraft.programs.feature_figures import figures
from codegraft.programs.history import histories_by_file
from codegraft.programs.labels import LABELS_FILE, read_labels
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/features.json")


def main() -> None:
    """Write data/features/ and metrics/features.json.

    Raises:
        ProgramError: the labels or a history are missing or damaged.
        SourceError: the sources are.
        WorkerError: the workers cannot be had, or die.
    """
    params = load_params()
    labels, sources = read_labels(LABELS_FILE), read_sources(SOURCES_FILE)
    histories = histories_by_file(params.programs.history)
    with Workers(params.programs.jobs, params.backend, params.cluster) as workers:
        made = featurize(labels, sources, histories, params.programs, params.seed, workers=workers)
    write_features(FEATURES_DIRECTORY, made.dataset)
    write_json(METRICS_FILE, figures(made, labels))


if __name__ == "__main__":
    run(main)
