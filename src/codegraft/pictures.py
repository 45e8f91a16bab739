"""Pictures that are drawn without a screen and give the same bytes on every run."""

from pathlib import Path
from typing import Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from codegraft.files import atomic_write

COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#666666", "#000000")
"""Okabe and Ito's, made for colour-blind readers."""


def blank_figure(width: float, height: float) -> Figure:
    """An empty figure of so many inches, at a hundred dots each."""
    figure = Figure(figsize=(width, height), dpi=100, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def save_picture(figure: Figure, path: str | Path) -> None:
    """Write a figure as a PNG that holds no date, whole or not at all."""
    with atomic_write(path) as temporary:
        figure.savefig(temporary, format="png", metadata={"Software": None})
