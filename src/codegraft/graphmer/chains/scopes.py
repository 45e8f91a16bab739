"""Which definitions are around each place in the code."""

from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from codegraft.graphmer.chains.material import Material
from codegraft.graphmer.chains.mentions import NONE
from codegraft.graphmer.chains.ragged import Longs

_NEVER: Final = np.iinfo(np.int64).max


class Scopes(NamedTuple):
    """D definitions that have a name, by file and start, outer ones first.

    Attributes:
        entity: int64 [D] row of the entity of each.
        file: int64 [D] row of its file.
        start, name, end: int64 [D] bytes of the file: where it starts, where its name stands, where it ends.
        parent: int64 [D] the innermost definition around it, -1 for none.
        depth: int64 [D] how many there are around it.
    """

    entity: Longs
    file: Longs
    start: Longs
    name: Longs
    end: Longs
    parent: Longs
    depth: Longs

    @classmethod
    def of(cls, material: Material, name: Longs) -> "Scopes":
        """Nest the definitions of all files. ``name`` [E]: the byte at which an entity's name stands, -1 for none."""
        entity = np.flatnonzero(name >= 0)
        file = material.home[entity]
        start, end = (material.entities[side].to_numpy()[entity].astype(np.int64) for side in ("start", "end"))
        order = np.lexsort((-end, start, file))
        entity, file, start, end = (column[order] for column in (entity, file, start, end))
        return cls(entity, file, start, name[entity], end, *_nest(file.tolist(), start.tolist(), end.tolist()))

    def around(self, file: Longs, byte: npt.NDArray[Any]) -> Longs:
        """[n] the innermost definition around each byte of a file, -1 for none; it starts before the byte."""
        place = file << 32 | byte
        scope: Longs = np.searchsorted(self.file << 32 | self.start, place) - 1
        end = np.append(self.file << 32 | self.end, _NEVER)
        while (over := np.flatnonzero(end[scope] <= place)).size:
            scope[over] = self.parent[scope[over]]
        return scope


def _nest(file: list[int], start: list[int], end: list[int]) -> tuple[Longs, Longs]:
    parent, depth = [], []
    around: list[int] = []
    for row, place in enumerate(zip(file, start, strict=True)):
        while around and (file[around[-1]], end[around[-1]]) <= place:
            around.pop()
        parent.append(around[-1] if around else NONE)
        depth.append(len(around))
        around.append(row)
    return np.array(parent, np.int64), np.array(depth, np.int64)
