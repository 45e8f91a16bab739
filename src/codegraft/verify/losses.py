"""Whether training lowered what it minimises."""

import math
from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import Final

from codegraft.errors import VerificationError
from codegraft.verify.places import made_by
from codegraft.verify.records import Records, Series

LOSSES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = MappingProxyType(
    {
        "embed_nodes": ("plots/embed_nodes/loss.csv", ("loss.csv",)),
        "graphsage": ("plots/graphsage", ("train/total.tsv", "validation/total.tsv")),
        "graphmer": (
            "plots/graphmer",
            ("train/mlm.tsv", "train/mnm.tsv", "held_out/mlm_loss.tsv", "held_out/mnm_loss.tsv"),
        ),
        "linker": ("plots/linker", ("losses.csv",)),
    }
)
"""By model: where its series lie, and how the paths of those end that it minimises, in training and held out.

The small terms of a weighted sum are none of them: one of them may rise where the sum falls.
"""

_SHARE: Final = 10
"""One step's loss is that of one batch; the mean over a tenth of the rows says where training began and ended."""


def rise(series: Series) -> float:
    """Mean of the last tenth of the rows minus that of the first tenth, one row at least: negative if the loss fell.

    Every row was measured; a held-out series begins before the first step or after the first epoch. NaN where one of
    these rows is, and where there are fewer than two.
    """
    if len(series.values) < 2:
        return math.nan
    rows = max(1, len(series.values) // _SHARE)
    return float(series.values[-rows:].mean() - series.values[:rows].mean())


def losses(records: Records, model: str) -> list[Series]:
    """The losses of a model, seed by seed.

    Raises:
        NotMadeError: there are no series.
        VerificationError: one of several kinds is missing, or has fewer series than another.
    """
    place, ends = LOSSES[model]
    found = records.series(place)
    by_kind = {end: [one for one in found if PurePosixPath(one.file).match(end)] for end in ends}
    counts = {end: len(series) for end, series in by_kind.items()}
    if len(set(counts.values())) > 1 or not any(counts.values()):
        listed = ", ".join(f"{count} of {end}" for end, count in counts.items())
        raise VerificationError(f"{place}: {listed}; expected one of each for every seed; run {made_by(place)}")
    return [one for series in by_kind.values() for one in series]
