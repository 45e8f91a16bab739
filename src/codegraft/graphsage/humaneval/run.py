"""All of HumanEval with one model: what the evaluation stage and people call."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv as pa_csv

from codegraft.bulk import collector_paused
from codegraft.files import METRIC_DIGITS, atomic_write
from codegraft.graphsage.humaneval.copies import copies
from codegraft.graphsage.humaneval.evaluate import evaluate
from codegraft.graphsage.humaneval.problems import humaneval_file, read_humaneval
from codegraft.graphsage.humaneval.variants import answers
from codegraft.parallel.workers import Workers
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.packed import PackedGraphs, pack
from codegraft.programs.sandbox import Isolation
from codegraft.training.bootstrap import Floats

HUMANEVAL_CACHE: Final = Path(".codegraft/humaneval")
"""Of what was executed, by the pipeline."""


class HumanEval(NamedTuple):
    """What was found.

    Attributes:
        figures: for metrics/humaneval.json.
        predictions: a row for each answer: problem, origin, program, kind, operator, verdict, passed, confidence.
    """

    figures: dict[str, Any]
    predictions: pa.Table


def evaluate_humaneval(
    confidence: Callable[[PackedGraphs], Floats],
    training: Iterable[str],
    *,
    workers: Workers,
    isolation: Isolation,
    cache: Path | None = HUMANEVAL_CACHE,
) -> HumanEval:
    """Execute right and wrong answers to all problems and ask a model about them.

    Args:
        confidence: the model: n graphs to n calibrated probabilities.
        training: texts that the model was trained on, to be searched for the solutions.
        workers: who execute; nothing depends on them.
        isolation: of the sandbox.
        cache: directory of what was executed before, or None.

    Raises:
        ProgramError: the problems are missing or damaged.
        SandboxError: programs cannot be executed here.
        ModelError: the model gives something else than probabilities.
    """
    problems = read_humaneval(humaneval_file())
    answered = answers(problems, workers=workers, isolation=isolation, cache=cache)
    with collector_paused():
        graphs = pack(FeatureExtractor().graphs(answered["code"].to_pylist()))
    stated = confidence(graphs)
    figures = evaluate(answered, stated) | {"training_copies": copies(problems, training)}
    column = pa.array(np.asarray(stated, np.float64).round(METRIC_DIGITS))
    return HumanEval(figures, answered.drop_columns(["code"]).append_column("confidence", column))


def write_predictions(path: str | Path, predictions: pa.Table) -> None:
    """Write the predictions as CSV; equal ones give equal bytes."""
    with atomic_write(path) as temporary:
        pa_csv.write_csv(predictions, temporary)
