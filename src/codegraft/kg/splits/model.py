"""What a split of a knowledge graph is: a part for each triple, and for each dropped triple a reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

import numpy as np
import numpy.typing as npt

Kind = Literal["transductive", "file-inductive", "repository-inductive"]

FileKey = tuple[str, str]
"""Repository and path."""

Clusters = Sequence[Sequence[FileKey]]
"""Files that are near duplicates of each other; a file stands in at most one cluster, and none stands alone."""


class Part(IntEnum):
    """Where a triple went."""

    TRAIN = 0
    VALID = 1
    TEST = 2
    DROPPED = 3


class Reason(IntEnum):
    """Why a triple was dropped."""

    KEPT = 0
    CROSSES = 1
    """Said in one part about an entity that a later part defines."""
    NOTHING_HELD_OUT = 2
    """Said in a held-out file, but only about entities that were seen before."""
    NEAR_DUPLICATE = 3
    """Said in a held-out file that is a near duplicate of one in an earlier part."""
    UNSEEN_RELATION = 4
    """No training triple has its relation."""


@dataclass(frozen=True)
class Split:
    """The part of each triple.

    Attributes:
        kind: which of the three splits.
        part: int8 [t] codes of ``Part``, in the order of the triples that were split.
        reason: int8 [t] codes of ``Reason``, ``KEPT`` unless the part is ``DROPPED``.
    """

    kind: Kind
    part: npt.NDArray[np.int8]
    reason: npt.NDArray[np.int8]

    def rows(self, part: Part) -> npt.NDArray[np.int64]:
        """Rows of the triples of a part, ascending."""
        return np.flatnonzero(self.part == part)

    def dropped(self) -> Mapping[str, int]:
        """How many triples were dropped for each reason that occurs."""
        counts = np.bincount(self.reason, minlength=len(Reason))
        return {reason.name.lower(): int(counts[reason]) for reason in Reason if reason and counts[reason]}
