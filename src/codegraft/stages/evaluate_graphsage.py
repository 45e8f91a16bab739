"""Stage ``evaluate_graphsage``: what the networks said of unseen programs -> what that is worth; and HumanEval."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc
from scipy.special import expit

from codegraft.files import write_json
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.evaluate.confidence import Scores
from codegraft.graphsage.evaluate.gates import gates
from codegraft.graphsage.evaluate.network import calibrated_logits
from codegraft.graphsage.evaluate.plots import draw_embedding, draw_reliability, draw_roc
from codegraft.graphsage.evaluate.predictions import read_predictions
from codegraft.graphsage.evaluate.report import Evaluation, evaluate
from codegraft.graphsage.humaneval.run import evaluate_humaneval, write_predictions
from codegraft.graphsage.places import MODEL_DIRECTORY, MODEL_FILE
from codegraft.parallel.workers import Workers
from codegraft.params import load_params
from codegraft.programs.dataset import FEATURES_DIRECTORY, read_dataset
from codegraft.programs.labels import LABELS_FILE, read_labels
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run
from codegraft.training.reproducible import set_reproducible

METRICS: Final = Path("metrics/graphsage_eval.json")
PLOTS: Final = Path("plots/graphsage_eval")
HUMANEVAL_METRICS: Final = Path("metrics/humaneval.json")
HUMANEVAL_PREDICTIONS: Final = Path("data/humaneval/predictions.csv")


def main() -> None:
    """Write metrics/graphsage_eval.json, metrics/humaneval.json, pictures, and the confidence in each answer.

    Raises:
        ProgramError: the data set or its labels are missing or damaged.
        ModelError: the model or its predictions are, or are of another data set.
        SandboxError: HumanEval's programs cannot be executed here.
    """
    params = load_params()
    set_reproducible(params.seed, params.threads)
    labels, dataset = read_labels(LABELS_FILE), read_dataset(FEATURES_DIRECTORY)
    evaluation = evaluate(dataset, labels, read_predictions(MODEL_DIRECTORY, dataset), params.seed)
    trained = load_model_for_inference(MODEL_FILE)
    humaneval = evaluate_humaneval(
        lambda graphs: expit(calibrated_logits(trained, graphs)),
        training_texts(labels),
        workers=Workers(params.programs.jobs),
        isolation=params.programs.isolation,
    )
    draw(evaluation, params.seed)
    write_predictions(HUMANEVAL_PREDICTIONS, humaneval.predictions)
    write_json(HUMANEVAL_METRICS, humaneval.figures)
    asked = gates(evaluation.metrics, params.gates.graphsage)
    write_json(METRICS, evaluation.metrics | {"gates": {name: gate._asdict() for name, gate in asked.items()}})


def training_texts(labels: pa.Table) -> Iterator[str]:
    """What the model may have seen: programs of the training split, and all of the sources."""
    yield from labels.filter(pc.equal(labels["split"], "train"))["code"].to_pylist()
    yield from read_sources(SOURCES_FILE)["text"].to_pylist()


def draw(evaluation: Evaluation, seed: int) -> None:
    """Pictures of the confidence, and of the programs as the first seed and as their tokens place them."""
    confidence, space = evaluation.confidence, evaluation.space
    draw_reliability(PLOTS / "reliability.png", Scores(confidence.raw), confidence.network, confidence.passed)
    draw_roc(PLOTS / "roc.png", confidence.scores, confidence.passed)
    panels = {"code embedding": space.embedding, "TF-IDF of tokens": space.tokens}
    draw_embedding(PLOTS / "embedding.png", panels, space.problem, seed)


if __name__ == "__main__":
    run(main)
