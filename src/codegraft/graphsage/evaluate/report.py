"""All of an evaluation: what stands in metrics/graphsage_eval.json, and what the pictures show."""

from typing import Any, Final, NamedTuple

import pyarrow as pa
from threadpoolctl import threadpool_limits

from codegraft.graphsage.evaluate.confidence import DEFINITIONS
from codegraft.graphsage.evaluate.executed import Judgement, executed_programs, judge_confidence
from codegraft.graphsage.evaluate.heads import Space, judge_bugs, judge_embedding, judge_imports
from codegraft.graphsage.evaluate.predictions import Predicted
from codegraft.programs.dataset import Dataset

INTERVAL_COVERS: Final = (
    "Figures are means over seeds on the test split. Low and high are the 2.5th and 97.5th percentile over 1,000 draws "
    "of as many problems (of functions: repositories), with replacement, and of as many seeds likewise. Baselines see "
    "the same draws, so a gain has an interval of its own."
)


class Evaluation(NamedTuple):
    """What came out.

    Attributes:
        metrics: figures of every head, beside their baselines.
        confidence: scores behind its figures.
        space: what the embedding was judged on.
    """

    metrics: dict[str, Any]
    confidence: Judgement
    space: Space


def evaluate(dataset: Dataset, labels: pa.Table, predicted: Predicted, seed: int) -> Evaluation:
    """Judge what trained networks said of the test split of a data set, in one thread: sums depend on their order.

    Args:
        dataset: on which they were trained.
        labels: its labelled programs, for their texts.
        predicted: what the networks said.
        seed: of the draws behind the intervals.

    Raises:
        ModelError: the labels are not those of the data set, or the test split has nothing to be judged by.
    """
    executed = executed_programs(dataset, labels)
    with threadpool_limits(1):
        confidence = judge_confidence(dataset, executed, predicted.confidence[:, executed.numbers], seed)
        retrieval, space = judge_embedding(dataset, executed, predicted, seed)
        imports, bugs = judge_imports(dataset, predicted, seed), judge_bugs(dataset, predicted, seed)
    metrics = {
        "seeds": len(predicted.confidence),
        "interval_covers": INTERVAL_COVERS,
        "definitions": DEFINITIONS,
        "confidence": confidence.figures,
        "imports": imports,
        "bugs": bugs,
        "retrieval": retrieval,
    }
    return Evaluation(metrics, confidence, space)
