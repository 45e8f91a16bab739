"""The confidence head on programs that were executed, beside simple models that learnt from the same programs."""

from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphsage.evaluate.baselines import Rows, confidence_models, token_vectors
from codegraft.graphsage.evaluate.calibration import expected_calibration_error, fit_temperature
from codegraft.graphsage.evaluate.confidence import (
    NETWORK,
    Programs,
    Scores,
    compare,
)
from codegraft.graphsage.evaluate.pooled import pooled
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.programs.dataset import Dataset
from codegraft.programs.labels import CORRECT, INCORRECT
from codegraft.training.bootstrap import Floats, Resampler

WRITTEN: Final = (CORRECT, INCORRECT)
"""Origins of programs that people wrote."""

MUTANT_PAIRS: Final = "mutant_pair_accuracy"
"""Accuracy on pairs of a passing program and a failing mutant of it."""


@dataclass(frozen=True, eq=False)
class Executed:
    """The programs of a data set that were executed, n in all.

    Attributes:
        numbers: int64 [n] of their rows in graphs.parquet.
        rows: those rows.
        texts: [n].
        passed: bool [n], whether each passed all tests.
    """

    numbers: npt.NDArray[np.int64]
    rows: pa.Table
    texts: list[str]
    passed: npt.NDArray[np.bool_]

    def split(self, name: str) -> npt.NDArray[np.int64]:
        """Places, of the n, of a split's programs."""
        return np.flatnonzero(np.asarray(self.rows["split"]) == name)


def executed_programs(dataset: Dataset, labels: pa.Table) -> Executed:
    """Those of a data set, with their texts from the table of labels.

    Raises:
        ModelError: a program has no text, or no program of the test split was executed.
    """
    numbers = np.flatnonzero(np.asarray(dataset.programs.rows["has_confidence"]))
    rows = dataset.programs.rows.take(numbers)
    text = dict(zip(labels["program"].to_pylist(), labels["code"].to_pylist(), strict=True))
    try:
        texts = [text[program] for program in rows["program"].to_pylist()]
    except KeyError as unknown:
        raise ModelError(
            f"program {unknown} of data/features has no label; run `dvc repro --force featurize train_graphsage`"
        ) from None
    executed = Executed(numbers, rows, texts, np.asarray(rows["confidence"]) == 1.0)
    for split in ("train", "test"):
        if not len(executed.split(split)):
            raise ModelError(
                f"no program of the {split} split was executed: label more problems (`programs` in params.yaml)"
            )
    return executed


class Judgement(NamedTuple):
    """What came out for the test split.

    Attributes:
        figures: for the metrics.
        scores: of the network and of each baseline, on the test programs.
        raw: logits of the network, one vector a seed, before they are divided by a temperature.
        passed: bool [n] of the test programs.
    """

    figures: dict[str, Any]
    scores: dict[str, Scores]
    raw: list[Floats]
    passed: npt.NDArray[np.bool_]

    @property
    def network(self) -> Scores:
        """Scores of the network."""
        return self.scores[NETWORK]


def judge_confidence(dataset: Dataset, executed: Executed, logits: Floats, seed: int) -> Judgement:
    """Figures of the confidence head.

    Args:
        dataset: whose graphs the baselines read.
        executed: its executed programs, n.
        logits: float [S, n], of which those of validation and test are finite.
        seed: of the draws.
    """
    test, validation = executed.split("test"), executed.split("validation")
    temperatures = [fit_temperature(of_seed[validation], executed.passed[validation]) for of_seed in logits]
    raw = [of_seed[test] for of_seed in logits]
    network = Scores([one / temperature for one, temperature in zip(raw, temperatures, strict=True)], are_logits=True)
    others = _baselines(dataset, executed, test)
    resampler = Resampler(np.asarray(executed.rows["problem"])[test], seed)
    programs = Programs(executed.passed[test], resampler.cluster, {MUTANT_PAIRS: mutant_pairs(executed, test)})
    written = np.flatnonzero(np.isin(np.asarray(executed.rows["origin"])[test], WRITTEN))
    by_people = {name: scores.of(written) for name, scores in others.items()}
    figures = {
        **compare(network, others, programs, resampler),
        "ece_before_temperature": _calibration_error(Scores(raw), programs, resampler),
        "temperatures": temperatures,
        "spread": float(np.mean([stated.std() for stated in network.stated])),
        "written_by_people": compare(network.of(written), by_people, programs.of(written), resampler),
    }
    return Judgement(figures, {NETWORK: network, **others}, raw, programs.passed)


def _calibration_error(said: Scores, programs: Programs, resampler: Resampler) -> dict[str, float | None]:
    labels = programs.passed.astype(float)
    return resampler.estimate(
        [expected_calibration_error(stated, labels, programs.problem) for stated in said.stated]
    ).interval()


def mutant_pairs(executed: Executed, test: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """[m, 2] places in ``test`` of a passing program and a failing mutant that was made of it."""
    program, parent = (np.asarray(executed.rows[name])[test].tolist() for name in ("program", "parent"))
    place = {name: at for at, name in enumerate(program)}
    passed = executed.passed[test]
    pairs = [
        (place[one], at) for at, one in enumerate(parent) if one in place and passed[place[one]] and not passed[at]
    ]
    return np.array(pairs, np.int64).reshape(-1, 2)


def _baselines(dataset: Dataset, executed: Executed, test: npt.NDArray[np.int64]) -> dict[str, Scores]:
    rows = Rows(executed.split("train"), test)
    texts = [executed.texts[row] for row in test]
    languages = np.asarray(executed.rows["language"])[test].tolist()
    simple = {name: Scores([scores]) for name, scores in untrained_scores(texts, languages).items()}
    features = pooled(dataset.programs.graphs, executed.numbers)
    learnt = confidence_models(features, token_vectors(executed.texts, rows), executed.passed, rows)
    return simple | {name: Scores([logits], are_logits=True) for name, logits in learnt.items()}
