"""The import, bug and embedding heads on the test split, beside simple models that learnt from the same texts."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.preprocessing import StandardScaler

from codegraft.graphsage.evaluate.baselines import Rows, label_models, token_vectors
from codegraft.graphsage.evaluate.confidence import NETWORK, beside
from codegraft.graphsage.evaluate.executed import WRITTEN, Executed
from codegraft.graphsage.evaluate.multilabel import (
    Said,
    best_threshold,
    macro_f1,
    mean_auroc,
    micro_f1,
    precision,
    precision_at,
    recall,
)
from codegraft.graphsage.evaluate.pooled import pooled
from codegraft.graphsage.evaluate.predictions import Predicted
from codegraft.graphsage.evaluate.retrieval import map_at_r, random_map_at_r
from codegraft.programs.dataset import Dataset, Taught
from codegraft.programs.vocabulary import bug_mask, indicators
from codegraft.training.bootstrap import Estimate, Floats, Resampler, Statistic

Flags = npt.NDArray[np.bool_]

Measure = Callable[[Said, float], Statistic]
"""What a head says and its threshold, to a figure."""


class _Labels(NamedTuple):
    """[n, K] each, of all rows: what is true, and of what that is known."""

    true: Flags
    known: Flags


class _Seed(NamedTuple):
    """What is said of the test split, and the threshold that the validation split chose."""

    said: Said
    threshold: float


def judge_imports(dataset: Dataset, predicted: Predicted, seed: int) -> dict[str, Any]:
    """Figures of the import head, on texts whose import statements were taken away.

    A text that imports unknown modules alone is left out: the vocabulary has no right answer for it.
    """
    lists = dataset.imports.rows["imports"].to_pylist()
    true = indicators(lists, dataset.vocabularies.imports)
    answerable = true.any(axis=1) | np.array([not names for names in lists], bool)
    labels = _Labels(true, np.repeat(answerable[:, None], true.shape[1], axis=1))
    said, resampler = _said(dataset.imports, labels, predicted.import_rows, predicted.imports, seed)
    measures: dict[str, Measure] = {"micro_f1": micro_f1, "macro_f1": macro_f1}
    for k in (1, 3, 5):
        measures[f"precision_at_{k}"] = partial(_precision_at, k=k)
    return _figures(said, measures, resampler, "micro_f1") | {"names": true.shape[1]}


def judge_bugs(dataset: Dataset, predicted: Predicted, seed: int) -> dict[str, Any]:
    """Figures of the bug head: over all kinds, then for each; a kind counts on texts of which it is known."""
    rows, names = dataset.programs.rows, dataset.vocabularies.bugs
    known = bug_mask(np.asarray(rows["knows_kinds"]), np.asarray(rows["knows_exceptions"]), names)
    labels = _Labels(indicators(rows["bugs"].to_pylist(), names), known)
    said, resampler = _said(dataset.programs, labels, predicted.rows, predicted.bugs, seed)
    measures: dict[str, Measure] = {
        "auroc": _mean_auroc,
        "micro_f1": micro_f1,
        "macro_f1": macro_f1,
        "precision": precision,
        "recall": recall,
    }
    kinds = {
        name: _figures(
            {method: [_only(one, number) for one in of] for method, of in said.items()},
            {"auroc": _mean_auroc, "precision": precision, "recall": recall},
            resampler,
            "auroc",
        )
        for number, name in enumerate(names)
    }
    return _figures(said, measures, resampler, "auroc") | {"kinds": kinds}


class Space(NamedTuple):
    """Programs of the test split that people wrote, n in all.

    Attributes:
        embedding: float [n, width] by the first seed.
        tokens: float [n, terms] TF-IDF of their tokens.
        problem: int64 [n].
    """

    embedding: Floats
    tokens: Floats
    problem: npt.NDArray[np.int64]


def judge_embedding(
    dataset: Dataset, executed: Executed, predicted: Predicted, seed: int
) -> tuple[dict[str, Any], Space]:
    """Figures of the embedding: programs that people wrote, asked for others that solve the same problem.

    Mutants are left out, since they resemble their original whatever it solves.
    """
    written = np.isin(np.asarray(executed.rows["origin"]), WRITTEN)
    test, train = (rows[written[rows]] for rows in (executed.split("test"), executed.split("train")))
    resampler = Resampler(np.asarray(executed.rows["problem"])[test], seed)
    places = np.searchsorted(predicted.rows, executed.numbers[test])
    tokens = token_vectors(executed.texts, Rows(train, test))[test].toarray()
    features = pooled(dataset.programs.graphs, executed.numbers)
    others = {
        "random": random_map_at_r(resampler.cluster),
        "tfidf": map_at_r(tokens, resampler.cluster),
        "features": map_at_r(StandardScaler().fit(features[train]).transform(features[test]), resampler.cluster),
    }
    own = resampler.estimate([map_at_r(one[places], resampler.cluster) for one in predicted.embedding])
    estimated = {name: {"map_at_r": resampler.estimate([statistic])} for name, statistic in others.items()}
    figures = beside({"map_at_r": own}, estimated, "map_at_r")
    figures |= {"programs": len(test), "problems": resampler.count}
    return figures, Space(predicted.embedding[0][places], tokens, resampler.cluster)


def _said(
    taught: Taught, labels: _Labels, rows: npt.NDArray[np.int64], logits: Floats, seed: int
) -> tuple[dict[str, list[_Seed]], Resampler]:
    """Name of a method -> what it says of the test split, one for each seed; and draws of the split's problems."""
    split = np.asarray(taught.rows["split"])
    train, held_out = np.flatnonzero(split == "train"), np.flatnonzero(split != "train")
    features = pooled(taught.graphs, np.arange(len(split)))
    scores = {NETWORK: list(logits)}
    for name, of_model in label_models(features, labels.true, labels.known, Rows(train, held_out)).items():
        scores[name] = [of_model]
    problem = np.asarray(taught.rows["problem"])[held_out]
    validation, test = (np.flatnonzero(split[held_out] == name) for name in ("validation", "test"))
    resampler = Resampler(problem[test], seed)
    true, known = labels.true[held_out], labels.known[held_out]
    numbers = np.unique(problem, return_inverse=True)[1]

    def of_seed(score: Floats) -> _Seed:
        chosen = best_threshold(Said(score[validation], true[validation], known[validation], numbers[validation]))
        return _Seed(Said(score[test], true[test], known[test], resampler.cluster), chosen)

    return {name: [of_seed(score) for score in of] for name, of in scores.items()}, resampler


def _figures(
    said: Mapping[str, list[_Seed]], measures: Mapping[str, Measure], resampler: Resampler, gain: str
) -> dict[str, Any]:
    """Figures of the network, of what it is held against, and what it gains in one of them."""

    def estimated(of: list[_Seed]) -> dict[str, Estimate]:
        return {
            name: resampler.estimate([measure(one.said, one.threshold) for one in of])
            for name, measure in measures.items()
        }

    others = {name: estimated(of) for name, of in said.items() if name != NETWORK}
    own, labels = estimated(said[NETWORK]), said[NETWORK][0].said
    return {
        **beside(own, others, gain),
        "texts": int(labels.known.any(axis=1).sum()),
        "true": int((labels.true & labels.known).sum()),
    }


def _only(one: _Seed, name: int) -> _Seed:
    """What is said of one name."""
    columns = {field: getattr(one.said, field)[:, [name]] for field in ("scores", "true", "known")}
    return _Seed(one.said._replace(**columns), one.threshold)


def _precision_at(said: Said, _: float, *, k: int) -> Statistic:
    return precision_at(said, k)


def _mean_auroc(said: Said, _: float) -> Statistic:
    return mean_auroc(said)
