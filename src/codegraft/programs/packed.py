"""Many program graphs in a few arrays, and batches of them as tensors.

    packed = pack(graphs)
    save_packed(packed, "programs.safetensors", schema_hash())
    x, edge_index, edge_type, graph, kind = load_packed("programs.safetensors", schema_hash()).batch([3, 0, 5])

Most features of a unit are zero, so rows are kept compressed (CSR). A file's bytes depend on its content alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor

from codegraft.programs.graph import FEATURES, ProgramGraph

Array = npt.NDArray[Any]


class Batch(NamedTuple):
    """Graphs side by side, as one graph without edges between them.

    Attributes:
        x: float32 [N, 978] features of the units of all graphs.
        edge_index: int64 [2, E] rows of ``x``.
        edge_type: int64 [E] codes of ``graph.EDGE_TYPES``.
        graph: int64 [N] position of each unit's graph in the batch, ascending.
        kind: int64 [N] codes of ``graph.UNIT_KINDS``.
    """

    x: Tensor
    edge_index: Tensor
    edge_type: Tensor
    graph: Tensor
    kind: Tensor


@dataclass(frozen=True, eq=False)
class PackedGraphs:
    """G graphs with N units, E edges and Z non-zero features in all. ``len`` is G, ``[i]`` the batch of graph i alone.

    Attributes:
        node_offset: int64 [G + 1]; the units of graph g are rows ``node_offset[g]`` to ``node_offset[g + 1]``.
        edge_offset: int64 [G + 1], likewise for edges.
        value_offset: int64 [N + 1]; the non-zero features of row r are ``value_offset[r]`` to ``value_offset[r + 1]``.
        column, value: uint16 and float32 [Z], column numbers ascend in a row.
        kind: uint8 [N].
        edge_index: int32 [2, E], rows counted from the first of the graph.
        edge_type: uint8 [E].
    """

    node_offset: Array
    edge_offset: Array
    value_offset: Array
    column: Array
    value: Array
    kind: Array
    edge_index: Array
    edge_type: Array

    def __len__(self) -> int:
        return len(self.node_offset) - 1

    def __getitem__(self, graph: int) -> Batch:
        return self.batch([range(len(self))[graph]])

    def batch(self, graphs: Sequence[int] | Array) -> Batch:
        """The graphs of these numbers, in this order; one may be named more than once.

        Raises:
            IndexError: there is no graph of a number.
        """
        chosen = np.asarray(graphs, dtype=np.int64)
        if chosen.size and not 0 <= chosen.min() <= chosen.max() < len(self):
            raise IndexError(f"graphs are numbered 0 to {len(self) - 1}, asked for {chosen.min()} to {chosen.max()}")
        nodes, edges = np.diff(self.node_offset)[chosen], np.diff(self.edge_offset)[chosen]
        rows = _slices(self.node_offset, chosen)
        sources = _slices(self.edge_offset, chosen)
        edge_index = _joined(self.edge_index, sources).astype(np.int64)
        edge_index += np.repeat(np.cumsum(nodes) - nodes, edges)
        return Batch(
            x=torch.from_numpy(self._features(rows)),
            edge_index=torch.from_numpy(edge_index),
            edge_type=torch.from_numpy(_joined(self.edge_type, sources).astype(np.int64)),
            graph=torch.from_numpy(np.repeat(np.arange(len(chosen)), nodes)),
            kind=torch.from_numpy(_joined(self.kind, rows).astype(np.int64)),
        )

    def arrays(self) -> dict[str, Array]:
        """All arrays by name."""
        return {field.name: getattr(self, field.name) for field in fields(self)}

    def ranges(self) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """[978] the least and [978] the greatest value of each column over all units; zeros without units."""
        full = np.bincount(self.column, minlength=FEATURES) == len(self.kind)
        minimum = np.where(full & (len(self.kind) > 0), np.inf, 0).astype(np.float32)
        maximum = -minimum
        np.minimum.at(minimum, self.column, self.value)
        np.maximum.at(maximum, self.column, self.value)
        return minimum, maximum

    def _features(self, rows: list[slice]) -> npt.NDArray[np.float32]:
        """[n, 978] features of runs of rows, one after the other."""
        widths = _joined(np.diff(self.value_offset), rows)
        values = [slice(self.value_offset[run.start], self.value_offset[run.stop]) for run in rows]
        x = np.zeros((len(widths), FEATURES), np.float32)
        places = np.repeat(np.arange(len(widths)) * FEATURES, widths)
        places += _joined(self.column, values)
        x.ravel()[places] = _joined(self.value, values)
        return x


def pack(graphs: Sequence[ProgramGraph]) -> PackedGraphs:
    """Pack graphs in their order; their spans and problems are not kept."""
    nodes = [len(graph.kind) for graph in graphs]
    x = np.concatenate([np.empty((0, FEATURES), np.float32), *(graph.x for graph in graphs)])
    row, column = np.nonzero(x)
    return PackedGraphs(
        node_offset=_offsets(nodes),
        edge_offset=_offsets([len(graph.edge_type) for graph in graphs]),
        value_offset=_offsets(np.bincount(row, minlength=len(x))),
        column=column.astype(np.uint16),
        value=x[row, column],
        kind=np.concatenate([np.empty(0, np.uint8), *(graph.kind for graph in graphs)]),
        edge_index=np.concatenate([np.empty((2, 0), np.int32), *(graph.edge_index for graph in graphs)], axis=1).astype(
            np.int32
        ),
        edge_type=np.concatenate([np.empty(0, np.uint8), *(graph.edge_type for graph in graphs)]),
    )


def concatenate(parts: Sequence[PackedGraphs]) -> PackedGraphs:
    """The graphs of all parts, one part after the other."""
    parts = [pack([]), *parts]
    joined = {name: np.concatenate([part.arrays()[name] for part in parts], axis=-1) for name in parts[0].arrays()}
    for name in ("node_offset", "edge_offset", "value_offset"):
        joined[name] = _offsets(np.concatenate([np.diff(part.arrays()[name]) for part in parts]))
    return PackedGraphs(**joined)


def _offsets(counts: Sequence[int] | Array) -> Array:
    return np.concatenate([[0], np.cumsum(counts, dtype=np.int64)]).astype(np.int64)


def _slices(offset: Array, graphs: Array) -> list[slice]:
    return [slice(start, end) for start, end in zip(offset[graphs].tolist(), offset[graphs + 1].tolist(), strict=True)]


def _joined(array: Array, runs: list[slice]) -> Array:
    """Runs of an array's last axis, one after the other: copies of whole runs are faster than an index a value."""
    return np.concatenate([array[..., :0], *(array[..., run] for run in runs)], axis=-1)
