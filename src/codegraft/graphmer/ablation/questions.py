"""What all variants are asked for: the same roots and tails of the same held-out windows, file by file."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow.parquet as pq

from codegraft.errors import ModelError
from codegraft.graphmer.batches.masking import Masked
from codegraft.graphmer.chains.chains import Chains
from codegraft.graphmer.chains.ragged import row_of
from codegraft.graphmer.chains.shards import WINDOWS_FILE
from codegraft.graphmer.training.evaluate import MASKS, at_even_distances
from codegraft.graphmer.training.task import Task
from codegraft.params import Graphmer

Longs = npt.NDArray[np.int64]


def judged_on(task: Task, windows: int | None) -> Task:
    """The task with so many held-out windows at even distances, or all of them for None."""
    return replace(task, held_out=task.held_out.select(at_even_distances(len(task.held_out), windows)))


def questions_of(task: Task, whole: Graphmer, variant: Graphmer) -> Masked:
    """What an encoder is asked for on the held-out windows.

    Args:
        task: whose windows.
        whole, variant: how the whole encoder and the one to be judged are trained.

    Raises:
        ModelError: the two would be asked for different things, or read other code.
    """
    of_whole, of_variant = (task.masker(params, rows=1).mask(task.held_out, MASKS) for params in (whole, variant))
    pairs = zip(_asked(of_whole), _asked(of_variant), strict=True)
    if not all(np.array_equal(one, another) for one, another in pairs):
        raise ModelError("the variant is asked for other items than the whole encoder; their scores do not compare")
    return of_variant


def _asked(masked: Masked) -> tuple[npt.NDArray[Any], ...]:
    """Code as it is read, and the roots and groups that are asked for."""
    return masked.tokens, masked.asked, masked.groups[masked.hidden]


def windows_by_file(held_out: Chains, masked: Masked, file: npt.NDArray[Any]) -> dict[str, Longs]:
    """Places of the windows of each file in which a root and a tail are asked for, in the order of names.

    Args:
        held_out: windows.
        masked: what is asked for.
        file: [windows] the name of each one's file.

    Raises:
        ModelError: they are too few to draw from.
    """
    roots = file[row_of(held_out.root_offsets)[masked.asked]]
    tails = file[row_of(held_out.group_offsets)[masked.groups[masked.hidden]]]
    judged = np.intersect1d(roots, tails).tolist()
    if len(judged) < 2:
        raise ModelError(
            f"{len(judged)} held-out files with a masked root and a masked tail, expected two at least: take more "
            "ablation.windows, another kg.valid_share or more repositories in params.yaml"
        )
    return {name: np.flatnonzero(file == name) for name in judged}


def files_of(held_out: Chains, chains: Path) -> npt.NDArray[Any]:
    """[windows] repository and path of the file of each window of the chains in a directory."""
    rows = pq.read_table(chains / WINDOWS_FILE, columns=["repository", "file"]).take(held_out.window).to_pydict()
    return np.array([f"{repository}/{file}" for repository, file in zip(rows["repository"], rows["file"], strict=True)])
