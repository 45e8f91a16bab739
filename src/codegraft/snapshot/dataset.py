"""PyG data straight from code: a directory without a database, or snapshots as an ``InMemoryDataset``."""

import hashlib
import json
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import torch
from torch_geometric.data import Data, HeteroData, InMemoryDataset

from codegraft.errors import SnapshotError
from codegraft.params import Directory
from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.columns import GraphColumns, IdIndex, Ids, SnapshotInfo, encode, order_edges, sort_ids
from codegraft.snapshot.export import Layout, bundle_of, run_export_pipeline
from codegraft.snapshot.extract.rows import SnapshotRows, build_snapshot
from codegraft.sources import collect

logger = logging.getLogger(__name__)

TREE = Layout(parent_edges=True, files=True)
"""What a graph of a directory holds by default: without tree edges most nodes would be isolated."""

MAX_FILE_BYTES = 1_000_000
"""Larger files of a user's directory are generated code or data."""


def code_graph(directory: str | Path, *, include_tests: bool = False, layout: Layout = TREE) -> Data:
    """Turn a directory of Python or Java into one graph.

    >>> data = code_graph("src")
    >>> data.x.shape, data.edge_index.shape, data.edge_type.unique()  # doctest: +SKIP

    Returns:
        ``Data`` with ``x`` [N, F], ``edge_index`` [2, E], ``edge_type`` [E], ``node_kind`` [N], ``node_file`` [N]; the
        vocabularies stand in :func:`code_bundle`'s manifest.

    Raises:
        SourceError: the directory is missing or holds no code that we read.
    """
    return code_bundle(directory, include_tests=include_tests, layout=layout).to_data()


def code_bundle(directory: str | Path, *, include_tests: bool = False, layout: Layout = TREE) -> TensorBundle:
    """As :func:`code_graph`, as a bundle with ids and manifest."""
    return bundle_of(columns_of_rows(rows_of_directory(directory, include_tests=include_tests)), layout)


def rows_of_directory(directory: str | Path, *, include_tests: bool = False) -> SnapshotRows:
    """Parse a directory of code into snapshot rows; the repository is called as the directory is.

    Files that are left out are named with the reason in the log, which by default goes to stderr.

    Raises:
        SourceError: the directory is missing or holds no code that we read.
    """
    place = Path(directory)
    name = "_".join(place.resolve().name.split()) or "code"
    named = Directory(name=name, path=str(place), licence="")
    collection = collect([], [named], include_tests=include_tests, max_file_bytes=MAX_FILE_BYTES)
    for skipped in collection.skipped:
        logger.warning("skipped %s: %s (%s)", skipped.path, skipped.reason, skipped.detail)
    return build_snapshot(collection.table, root_path=name)


def hetero_graph(bundle: TensorBundle) -> HeteroData:
    """Split a bundle by node kind and edge type.

    Returns:
        ``HeteroData`` with one node store per kind (``x``, ``row``: the node's row in the bundle) and one edge store
        per (source kind, edge type, target kind) that occurs.
    """
    if bundle.node_kind is None or bundle.edge_type is None:
        raise SnapshotError("this bundle says nothing of node kinds and edge types; export it again")
    kinds, types = bundle.manifest["node_kind_names"], bundle.manifest["edge_types"]
    data, kind = HeteroData(), bundle.node_kind
    local = torch.empty(len(kind), dtype=torch.int64)
    for code, name in enumerate(kinds):
        rows = torch.nonzero(kind == code).flatten()
        local[rows] = torch.arange(len(rows))
        data[name].x, data[name].row = bundle.x[rows], rows
    source, target = bundle.edge_index
    signature = (kind[source] * len(types) + bundle.edge_type) * len(kinds) + kind[target]
    for code in np.unique(signature.numpy()).tolist():
        chosen = signature == code
        rest, to = divmod(code, len(kinds))
        start, edge = divmod(rest, len(types))
        ends = torch.stack([local[source[chosen]], local[target[chosen]]])
        data[kinds[start], types[edge], kinds[to]].edge_index = ends
    return data


class SnapshotDataset(InMemoryDataset):
    """Snapshots of a database as a PyG dataset, one graph each.

    Args:
        root: where the processed graphs are kept.
        snapshot_ids: UUIDs; graph i is snapshot i.
        dsn: as in :func:`~codegraft.snapshot.export.run_export_pipeline`; needed only for the first time.
        layout: what each graph holds. One that differs from the processed one is exported again.
        transform, pre_transform, pre_filter: as in ``InMemoryDataset``.
    """

    def __init__(
        self,
        root: str | Path,
        snapshot_ids: Sequence[str],
        dsn: str | None = None,
        layout: Layout = Layout(),  # noqa: B008  (frozen)
        transform: Callable[[Data], Data] | None = None,
        pre_transform: Callable[[Data], Data] | None = None,
        pre_filter: Callable[[Data], bool] | None = None,
    ) -> None:
        if not snapshot_ids:
            raise SnapshotError("name at least one snapshot")
        self.snapshot_ids = tuple(snapshot_ids)
        self.dsn = dsn
        self.layout = layout
        super().__init__(str(root), transform, pre_transform, pre_filter)
        self.load(self.processed_paths[0])

    @property
    def processed_file_names(self) -> list[str]:
        """One file whose name says which snapshots and which layout it holds."""
        key = json.dumps([self.snapshot_ids, vars(self.layout)], sort_keys=True)
        return [f"snapshots_{hashlib.sha256(key.encode()).hexdigest()[:16]}.pt"]

    def process(self) -> None:
        """Export each snapshot and collate them."""
        graphs = [run_export_pipeline(id_, dsn=self.dsn, layout=self.layout).to_data() for id_ in self.snapshot_ids]
        if self.pre_filter is not None:
            graphs = [graph for graph in graphs if self.pre_filter(graph)]
        if self.pre_transform is not None:
            graphs = [self.pre_transform(graph) for graph in graphs]
        self.save(graphs, self.processed_paths[0])


def columns_of_rows(rows: SnapshotRows) -> GraphColumns:
    """A snapshot's Arrow rows as columns: the way of :mod:`codegraft.snapshot.fetch` without a database."""
    ids, order = sort_ids(_uuids(rows.nodes["id"]))
    index = IdIndex(ids)
    take = rows.nodes.take(pa.array(order))
    kind, kinds = encode(take["type"].to_pylist())
    edge_kind, edge_kinds = encode(rows.edges["kind"].to_pylist())
    file, files = encode(take["filePath"].to_pylist())
    source, target = index.rows(_uuids(rows.edges["fromId"])), index.rows(_uuids(rows.edges["toId"]))
    edge_index, edge_type = order_edges(source, target, edge_kind, len(ids), len(edge_kinds))
    info = SnapshotInfo(rows.info["id"], rows.info["snapshotVersion"], rows.info["rootPath"])
    return GraphColumns(
        info,
        ids,
        kind,
        kinds,
        edge_index,
        edge_type,
        edge_kinds,
        parent=index.rows(_uuids(take["parentId"])),
        file=file,
        files=files,
        location=_locations(take["location"]),
    )


def _uuids(column: pa.ChunkedArray) -> Ids:
    storage = column.combine_chunks()
    storage = storage.storage if isinstance(storage, pa.ExtensionArray) else storage
    return np.frombuffer(storage.fill_null(bytes(16)).buffers()[1], np.uint8).reshape(-1, 16)[
        storage.offset : storage.offset + len(storage)
    ]


def _locations(column: pa.ChunkedArray) -> Any:
    keys = ("startLine", "startCol", "endLine", "endCol")
    values = [json.loads(text) if text else {} for text in column.to_pylist()]
    return np.array([[value.get(key, -1) for key in keys] for value in values], np.int32).reshape(-1, 4)
