"""Losses of the readers step by step, for people to look at."""

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.files import METRIC_DIGITS, atomic_write

LINKER_SERIES: Final = Path("plots/linker/losses.csv")

_TOGETHER: Final = 20
"""Steps that are averaged to a point: batches of different repositories are of very different difficulty."""


def write_losses(path: str | Path, losses: Mapping[int, npt.NDArray[np.float64]]) -> None:
    """Write a row for every so many steps: the last of them, and for each seed the mean loss in nats."""
    steps = min(len(of_seed) for of_seed in losses.values())
    ends = range(_TOGETHER, steps + 1, _TOGETHER)
    with atomic_write(path) as temporary, temporary.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["step", *(f"seed_{seed}" for seed in losses)])
        for end in ends:
            means = (round(float(of_seed[end - _TOGETHER : end].mean()), METRIC_DIGITS) for of_seed in losses.values())
            writer.writerow([end, *means])
