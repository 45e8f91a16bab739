"""Pictures of node encoders: t-SNE of what they make of hidden nodes, and learning curves as tables for DVC."""

import csv
import statistics
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from numpy.typing import NDArray
from sklearn.manifold import TSNE
from threadpoolctl import threadpool_limits
from torch import Tensor

from codegraft.embedding.score import Score
from codegraft.embedding.train import Run
from codegraft.files import atomic_write, rounded
from codegraft.pictures import COLOURS, blank_figure, save_picture
from codegraft.snapshot.kinds import BUCKETS, bucket_of

BUCKET_COLOURS = (*COLOURS[:5], COLOURS[6])
"""One for each bucket of :data:`~codegraft.snapshot.kinds.BUCKETS`; the last is grey."""

MARKERS = "osD^vP*X"
"""One for each kind within its bucket; they repeat after the eighth."""


def sample_evenly(kind: Tensor, points: int, seed: int) -> Tensor:
    """Choose ``points`` nodes (or all, when there are fewer), as many of each kind as there are to be had.

    Every kind gets the same number of points; what a rare kind cannot fill goes to the others.

    Returns:
        Rows, int64, ascending.
    """
    order = torch.from_numpy(np.random.default_rng(seed).permutation(len(kind)))
    by_kind = order[torch.argsort(kind[order], stable=True)]
    counts = torch.bincount(kind)
    rank = torch.arange(len(kind)) - (counts.cumsum(0) - counts)[kind[by_kind]]
    return by_kind[torch.argsort(rank, stable=True)[:points]].sort().values


def project(embeddings: Tensor, perplexity: float, seed: int) -> NDArray[np.float32]:
    """t-SNE to the plane from a PCA start: [M, width] -> [M, 2], in one thread, since its sums depend on their order.

    The perplexity must be below M; a task with fewer nodes is refused when it is built.
    """
    with threadpool_limits(1):
        plane: NDArray[np.float32] = TSNE(perplexity=perplexity, init="pca", random_state=seed, n_jobs=1).fit_transform(
            embeddings.numpy()
        )
    return plane


def draw_tsne(
    path: str | Path,
    panels: Sequence[tuple[str, NDArray[np.float32]]],
    kind: Tensor,
    kinds: Sequence[str],
    title: str,
    note: str,
) -> None:
    """Draw planes beside each other, coloured by bucket and marked by kind, as a PNG that holds no date.

    Args:
        path: where to write.
        panels: title and points [M, 2] of each plane.
        kind: int64 [M], codes into ``kinds``.
        kinds: the vocabulary.
        title: a line above.
        note: a line beneath that says what the points are.
    """
    figure = blank_figure(6.2 * len(panels) + 2.2, 6.9)
    styles = kind_styles([kinds[code] for code in sorted(set(kind.tolist()))])
    for axes, (name, plane) in zip(figure.subplots(1, len(panels), squeeze=False)[0], panels, strict=True):
        _scatter(axes, plane, np.array(kinds)[kind.numpy()], styles)
        axes.set_title(name)
    figure.legend(handles=_legend(styles), loc="outside right center", frameon=False, handletextpad=0.2)
    figure.suptitle(title, fontsize="x-large")
    figure.supxlabel(note, fontsize="medium")
    save_picture(figure, path)


def kind_styles(kinds: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Colour and marker of each kind, bucket after bucket."""
    styles = {}
    for bucket in range(len(BUCKETS)):
        members = [kind for kind in kinds if bucket_of(kind) == bucket]
        for index, kind in enumerate(members):
            styles[kind] = BUCKET_COLOURS[bucket], MARKERS[index % len(MARKERS)]
    return styles


def write_accuracies(path: str | Path, runs: dict[int, list[Run]], baselines: dict[str, list[Score]]) -> None:
    """Write the held-out accuracy of each depth after each epoch, 0 before training, as the mean over seeds.

    The baselines stand beside them as constant columns, means over the same seeds, to be drawn as lines to cross.
    """
    flat = {name: statistics.fmean(one.accuracy for one in scores) for name, scores in baselines.items()}
    epochs = range(len(next(iter(runs.values()))[0].scores))
    columns = {f"layers_{depth}": [[run.scores[at].accuracy for run in runs[depth]] for at in epochs] for depth in runs}
    _write_series(path, [{"epoch": at, **_means(columns, at), **flat} for at in epochs])


def write_losses(path: str | Path, runs: dict[int, list[Run]]) -> None:
    """Write the cross-entropy of each depth in each epoch, of training and of held-out nodes, as means over seeds."""
    epochs = range(len(next(iter(runs.values()))[0].losses))
    columns = {}
    for depth, of_depth in runs.items():
        columns[f"train_{depth}"] = [[run.losses[at] for run in of_depth] for at in epochs]
        columns[f"held_out_{depth}"] = [[run.scores[at + 1].cross_entropy for run in of_depth] for at in epochs]
    _write_series(path, [{"epoch": at + 1, **_means(columns, at)} for at in epochs])


def _scatter(
    axes: Axes, plane: NDArray[np.float32], names: NDArray[np.str_], styles: dict[str, tuple[str, str]]
) -> None:
    for name, (colour, marker) in styles.items():
        x, y = plane[names == name].T
        axes.scatter(x, y, s=14, c=colour, marker=marker, alpha=0.75, linewidths=0.2, edgecolors="white")
    axes.set(xticks=[], yticks=[], aspect="equal", adjustable="datalim")


def _legend(styles: dict[str, tuple[str, str]]) -> list[Line2D]:
    """A heading per bucket, then its kinds."""
    handles = []
    for bucket, colour in zip(BUCKETS, BUCKET_COLOURS, strict=True):
        members = {kind: marker for kind, (of_kind, marker) in styles.items() if of_kind == colour}
        if members:
            handles.append(Line2D([], [], linestyle="none", label=f"$\\bf{{{bucket}}}$"))
        handles += [
            Line2D([], [], linestyle="none", color=colour, marker=mark, label=kind) for kind, mark in members.items()
        ]
    return handles


def _means(columns: dict[str, list[list[float]]], row: int) -> dict[str, float]:
    return {name: statistics.fmean(values[row]) for name, values in columns.items()}


def _write_series(path: str | Path, rows: list[dict[str, float]]) -> None:
    with atomic_write(path) as temporary, temporary.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rounded(rows))
