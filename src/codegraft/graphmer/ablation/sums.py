"""What a variant's encoders were right about, as sums over the items of each held-out file and seed, and on disk.

Sums and not means, so that means over any files that are drawn can be had from them.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.errors import ModelError
from codegraft.files import atomic_write
from codegraft.graphmer.batches.scores import Scores

Floats = npt.NDArray[np.float64]

SUMS: Final = Path("data/ablation")
"""Where there is a file for each variant."""

_SCHEMA: Final = pa.schema(
    [pa.field("seed", pa.int64(), nullable=False), pa.field("file", pa.string(), nullable=False)]
    + [pa.field(name, pa.float64(), nullable=False) for name in Scores._fields]
)
_AGAIN: Final = "make it again: `dvc repro --force ablate_graphmer`"


@dataclass(frozen=True, eq=False)
class Sums:
    """Of one variant: S seeds, F files.

    Attributes:
        seeds: of the trainings.
        files: names of files, sorted.
        values: float64 [S, F, 7] as :func:`~codegraft.graphmer.batches.scores.tally` gives them.
    """

    seeds: tuple[int, ...]
    files: tuple[str, ...]
    values: Floats

    @property
    def asked(self) -> Floats:
        """[S, F, 2] how many roots and tails were asked for."""
        return self.values[:, :, -2:]


def write_sums(path: str | Path, sums: Sums) -> None:
    """Write a row for each seed and file, whole or not at all; equal sums give equal bytes."""
    seeds, files = len(sums.seeds), len(sums.files)
    columns = [np.repeat(np.array(sums.seeds, np.int64), files), list(sums.files) * seeds]
    columns += list(sums.values.reshape(seeds * files, -1).T)
    table = pa.table([pa.array(column) for column in columns], schema=_SCHEMA)
    with atomic_write(path) as temporary:
        pq.write_table(table, temporary, compression="zstd", write_statistics=False)


def read_sums(path: str | Path) -> Sums:
    """Read what :func:`write_sums` wrote.

    Raises:
        ModelError: the file is missing, damaged, or something else.
    """
    try:
        table = pq.read_table(path, schema=_SCHEMA)
    except FileNotFoundError:
        raise ModelError(f"{path}: no such file; run `dvc repro ablate_graphmer`") from None
    except (pa.ArrowException, OSError) as error:
        raise ModelError(f"{path}: not readable as Parquet ({error}); {_AGAIN}") from None
    seeds, files = (list(dict.fromkeys(table[name].to_pylist())) for name in ("seed", "file"))
    grid = [(seed, file) for seed in seeds for file in files]
    if list(zip(table["seed"].to_pylist(), table["file"].to_pylist(), strict=True)) != grid or files != sorted(files):
        raise ModelError(f"{path}: expected each of its files, in order, for each of its seeds; {_AGAIN}")
    values = np.stack([table[name].to_numpy() for name in Scores._fields], axis=-1)
    if not np.isfinite(values).all():
        raise ModelError(f"{path}: holds what is not a finite number; {_AGAIN}")
    return Sums(tuple(seeds), tuple(files), values.reshape(len(seeds), len(files), -1))
