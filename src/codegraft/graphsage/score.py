"""A trained network on anybody's labelled programs, in one table with what needs no training.

figures = score_file("mine.jsonl", load_model_for_inference("models/graphsage/model.pt"))
print(table(figures))
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from codegraft.bulk import collector_paused
from codegraft.graphsage.checkpoint import TrainedModel
from codegraft.graphsage.evaluate.confidence import DEFINITIONS, Programs, Scores, compare
from codegraft.graphsage.evaluate.network import calibrated_logits
from codegraft.graphsage.evaluate.untrained import untrained_scores
from codegraft.graphsage.labelled_programs import Labelled, read_labelled
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.packed import PackedGraphs, concatenate, pack
from codegraft.progress import track
from codegraft.training.bootstrap import Resampler

ROW_PAIRS: Final = "row_pair_accuracy"
"""Accuracy on the pairs that the lines of a file are."""

_CHUNK: Final = 128


def score_file(path: str | Path, trained: TrainedModel, seed: int = 0) -> dict[str, Any]:
    """Figures of a network's confidence on a file of labelled programs or pairs, and of the baselines on the same.

    Args:
        path: JSON lines as :mod:`codegraft.graphsage.labelled_programs` reads them.
        trained: the network.
        seed: of the draws of tasks that make the intervals.

    Returns:
        The figures of :func:`codegraft.graphsage.evaluate.confidence.compare`, with tasks as problems; and what was
        left out, what cannot be said (``notes``), and mean and standard deviation of the confidence.

    Raises:
        ProgramError: the file, or a line of it, is not what it should be.
    """
    labelled = read_labelled(path)
    said = Scores([calibrated_logits(trained, _graphs(labelled))], are_logits=True)
    others = {name: Scores([scores]) for name, scores in untrained_scores(labelled.texts, labelled.languages).items()}
    resampler = Resampler(labelled.tasks, seed)
    pairs = {ROW_PAIRS: np.array(labelled.pairs, np.int64)} if labelled.pairs else {}
    programs = Programs(np.array(labelled.passed, bool), resampler.cluster, pairs)
    languages = np.array(labelled.languages)

    def figures_of(rows: npt.NDArray[np.int64]) -> dict[str, Any]:
        rivals = {name: scores.of(rows) for name, scores in others.items()}
        return _figures(said.of(rows), rivals, programs.of(rows), resampler)

    names = sorted(set(labelled.languages))
    by_language = {name: figures_of(np.flatnonzero(languages == name)) for name in names} if len(names) > 1 else {}
    return {
        **figures_of(np.arange(len(languages))),
        "by_language": by_language,
        "repeats": labelled.repeats,
        "contradictions": labelled.contradictions,
    }


def _figures(said: Scores, others: Mapping[str, Scores], programs: Programs, resampler: Resampler) -> dict[str, Any]:
    stated = said.stated[0]
    return {
        **compare(said, others, programs, resampler),
        "confidence": {"mean": float(stated.mean()), "std": float(stated.std())},
        "notes": _notes(programs),
    }


def table(figures: Mapping[str, Any]) -> str:
    """The figures for a terminal: a row for the network and for each baseline, a column for each figure."""
    left_out = f"{figures['repeats']} repeated and {figures['contradictions']} contradictory programs are left out"
    parts = [("all" if figures["by_language"] else "", figures), *figures["by_language"].items()]
    return "\n".join(["\n\n".join(_part(title, part) for title, part in parts), left_out])


def _part(title: str, figures: Mapping[str, Any]) -> str:
    names = [name for name in (*DEFINITIONS, ROW_PAIRS) if name in figures]
    rows = {"model": figures, **figures["baselines"]}
    cells = [[title, *names]] + [[name, *(_cell(of.get(one)) for one in names)] for name, of in rows.items()]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    chance = {name: _cell(interval) for name, interval in figures["chances"].items()}
    return "\n".join(
        [
            *lines,
            f"{figures['programs']} programs, {figures['passed']} of them pass, {figures['problems']} tasks",
            f"one of {figures['candidates']} at random passes {chance['random']}, the best choice {chance['oracle']}",
            *figures["notes"],
        ]
    )


def _graphs(labelled: Labelled) -> PackedGraphs:
    extractor, parts = FeatureExtractor(), []
    with collector_paused():
        for start in track(range(0, len(labelled.texts), _CHUNK), "features", unit="batch"):
            chosen = range(start, min(start + _CHUNK, len(labelled.texts)))
            parts.append(pack([extractor.graph(labelled.texts[at], labelled.languages[at]) for at in chosen]))
    return concatenate(parts)


def _notes(programs: Programs) -> list[str]:
    """What the labels do not allow to be said."""
    passed, total = np.bincount(programs.problem, programs.passed), np.bincount(programs.problem)
    if not 0 < passed.sum() < total.sum():
        return [f"all programs {'pass' if passed.any() else 'fail'}: there is nothing to tell apart"]
    notes = []
    if not ((passed > 0) & (passed < total)).any():
        notes.append("no task has both passing and failing programs: nothing can be said within a task")
    if (total > 0).sum() == 1:
        notes.append("there is one task only: figures have no interval")
    return notes


def _cell(interval: Mapping[str, float | None] | None) -> str:
    if interval is None or interval["mean"] is None:
        return "-"
    if interval["low"] is None or interval["high"] is None:
        return f"{interval['mean']:.3f}"
    return f"{interval['mean']:.3f} [{interval['low']:.3f}, {interval['high']:.3f}]"
