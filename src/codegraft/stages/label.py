"""Stage ``label``: execute the programs and keep what came of it."""

from pathlib import Path
from typing import Final

from codegraft.files import write_json
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.judge.cache import LABEL_CACHE
from codegraft.programs.label import Labelling, label_problems
from codegraft.programs.label_figures import summarise
from codegraft.programs.labels import LABELS_FILE, write_labels
from codegraft.programs.problems import PROGRAMS_FILES, read_problems
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/label.json")


def main() -> None:
    """Write data/programs/labels.parquet and metrics/label.json.

    Raises:
        ProgramError: the problems are missing or damaged, or one has no tests or a broken checker.
        SandboxError: programs cannot be executed here.
        WorkerError: the workers cannot be had, or die.
    """
    params = load_params()
    problems = [problem for file in PROGRAMS_FILES for problem in read_problems(file)]
    labelling = Labelling(
        tests=params.programs.tests,
        mutants=params.programs.mutants,
        seed=params.seed,
        isolation=params.programs.isolation,
        cache=LABEL_CACHE,
    )
    with Workers(params.programs.jobs, params.backend, params.cluster) as workers:
        labels = label_problems(problems, labelling, workers)
    write_labels(LABELS_FILE, labels)
    write_json(METRICS_FILE, summarise(labels))


if __name__ == "__main__":
    run(main)
