"""Which triples are seen, and which are asked for in each of the three settings of link prediction.

One graph serves all three. Seen is what the transductive split trains on, so that no inverse and no twin of a question
is seen: triples of one pair of entities are hidden together. The questions of the transductive split are divided by
what a model has learned from: code of the question's own file, of its repository alone, or of neither.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import ModelError

Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

SETTINGS: Final = {
    "transductive": {"file_inductive": "train", "repository_inductive": "train"},
    "file_inductive": {"file_inductive": "test", "repository_inductive": "train"},
    "repository_inductive": {"repository_inductive": "test"},
}
"""Setting -> the parts of the inductive splits that its questions are in."""


def seen_triples(splits: pa.Table) -> Flags:
    """[T] which triples may be used to answer."""
    return _in_part(splits, "transductive", "train")


def draw_questions(splits: pa.Table, most: int, seed: int) -> dict[str, Longs]:
    """Rows of at most so many triples for each setting, ascending; the same splits and seed draw the same.

    Raises:
        ModelError: a setting has no triple.
    """
    return {
        setting: _draw(setting, rows, most, np.random.default_rng([seed, place]))
        for place, (setting, rows) in enumerate(_rows_of_settings(splits).items())
    }


def _rows_of_settings(splits: pa.Table) -> dict[str, Longs]:
    hidden = _in_part(splits, "transductive", "test")
    return {
        setting: np.flatnonzero(hidden & np.all([_in_part(splits, *part) for part in parts.items()], axis=0))
        for setting, parts in SETTINGS.items()
    }


def _draw(setting: str, rows: Longs, most: int, generator: np.random.Generator) -> Longs:
    if not len(rows):
        raise ModelError(
            f"setting {setting}: the splits hide no triple of it; take more repositories or a larger kg.test_share in "
            "params.yaml, and run `dvc repro build_kg`"
        )
    return np.sort(generator.permutation(rows)[:most])


def _in_part(splits: pa.Table, kind: str, part: str) -> Flags:
    return np.asarray(pc.equal(splits[kind].cast(pa.string()), part).to_numpy())
