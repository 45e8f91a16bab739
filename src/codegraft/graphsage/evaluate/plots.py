"""Pictures of an evaluation: reliability before and after the temperature, ROC, and programs by their embedding."""

from collections.abc import Mapping
from itertools import cycle
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from matplotlib.axes import Axes
from sklearn.manifold import TSNE
from sklearn.metrics import roc_curve
from threadpoolctl import threadpool_limits

from codegraft.graphsage.evaluate.calibration import reliability
from codegraft.graphsage.evaluate.confidence import NETWORK, Scores
from codegraft.pictures import COLOURS, blank_figure, save_picture
from codegraft.training.bootstrap import Floats

MARKERS: Final = "os^Dv"
"""With the colours, they tell apart as many problems as both multiply to; then they repeat."""

PERPLEXITY: Final = 15.0
"""About how many programs t-SNE takes for neighbours of one."""


def draw_reliability(path: str | Path, before: Scores, after: Scores, passed: npt.NDArray[np.bool_]) -> None:
    """What was stated against what happened, in bins over all seeds together, without and with temperature."""
    figure = blank_figure(10.4, 5.2)
    labels = np.tile(passed.astype(float), len(after.scores))
    panels = {"as trained": before, "divided by the temperature": after}
    tables = {title: reliability(np.concatenate(said.stated), labels) for title, said in panels.items()}
    # Where few programs pass, all points lie in one corner of the unit square.
    end = min(
        1.0, 1.1 * max(passed.mean(), *(max(one.stated, one.happened) for table in tables.values() for one in table))
    )
    for axes, (title, table) in zip(figure.subplots(1, 2, sharey=True), tables.items(), strict=True):
        axes.plot([0, 1], [0, 1], color=COLOURS[6], linewidth=1, linestyle="--", label="as often as stated")
        axes.plot([one.stated for one in table], [one.happened for one in table], "o-", color=COLOURS[0])
        axes.axhline(passed.mean(), color=COLOURS[1], linewidth=1, label="share of all programs that passes")
        axes.set(title=title, xlabel="stated confidence", xlim=(0, end), ylim=(0, end))
    axes.legend(frameon=False)
    figure.axes[0].set_ylabel("share that passes all tests")
    figure.suptitle(f"Reliability on {len(passed)} test programs, bins of equally many")
    save_picture(figure, path)


def draw_roc(path: str | Path, scores: Mapping[str, Scores], passed: npt.NDArray[np.bool_]) -> None:
    """ROC over all test programs: each seed of the network, and each baseline; empty where all pass or none does."""
    figure = blank_figure(6.4, 6.0)
    axes = figure.subplots()
    axes.plot([0, 1], [0, 1], color=COLOURS[6], linewidth=1, linestyle="--")
    drawn = scores if 0 < passed.sum() < len(passed) else {}
    for colour, (name, said) in zip(cycle(COLOURS), drawn.items(), strict=False):
        for number, one in enumerate(said.scores):
            wrong, right, _ = roc_curve(passed, one)
            width = 1.6 if name == NETWORK else 0.9
            axes.plot(wrong, right, color=colour, linewidth=width, label=name.replace("_", " ") if not number else None)
    axes.set(xlabel="failing programs above the threshold", ylabel="passing programs above it", aspect="equal")
    axes.set_title(f"ROC on {len(passed)} test programs, problems mixed")
    if drawn:
        axes.legend(frameon=False, loc="lower right")
    save_picture(figure, path)


def draw_embedding(path: str | Path, panels: Mapping[str, Floats], problem: npt.NDArray[np.int64], seed: int) -> None:
    """t-SNE of programs, a panel for each way to represent them, a colour and marker for each problem.

    Args:
        path: where to write.
        panels: title and vectors [n, width] of each.
        problem: int64 [n], what each program solves; more than ``PERPLEXITY`` programs.
        seed: of t-SNE.
    """
    figure = blank_figure(6.4 * len(panels), 6.6)
    for axes, (title, vectors) in zip(figure.subplots(1, len(panels), squeeze=False)[0], panels.items(), strict=True):
        with threadpool_limits(1):  # its sums depend on their order
            plane = TSNE(perplexity=PERPLEXITY, init="pca", random_state=seed, n_jobs=1).fit_transform(vectors)
        _scatter(axes, plane, problem)
        axes.set(title=title, xticks=[], yticks=[])
    figure.suptitle(f"{len(problem)} test programs that people wrote, by t-SNE: one colour and shape a problem")
    save_picture(figure, path)


def _scatter(axes: Axes, plane: npt.NDArray[np.float32], problem: npt.NDArray[np.int64]) -> None:
    for number in np.unique(problem):
        x, y = plane[problem == number].T
        marker = MARKERS[number // len(COLOURS) % len(MARKERS)]
        axes.scatter(x, y, s=18, c=COLOURS[number % len(COLOURS)], marker=marker, linewidths=0.2, edgecolors="white")
