"""PyG data straight from code: a directory without a database, or snapshots as an ``InMemoryDataset``."""

import hashlib
import json
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import torch
from numpy.typing import NDArray
from torch_geometric.data import Data, HeteroData, InMemoryDataset

from codegraft.errors import BundleError, SnapshotError, SourceError
from codegraft.files import atomic_write
from codegraft.params import Directory
from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.columns import (
    GraphColumns,
    IdIndex,
    Ids,
    Longs,
    SnapshotInfo,
    order_edges,
    sort_ids,
    vocabulary,
)
from codegraft.snapshot.export import PLAIN, Layout, bundle_of, run_export_pipeline
from codegraft.snapshot.extract.rows import SnapshotRows, build_snapshot
from codegraft.snapshot.fetch import Want
from codegraft.snapshot.kinds import EDGE_TYPES, LOCATION_KEYS, NODE_KINDS
from codegraft.sources import collect

logger = logging.getLogger(__name__)

TREE = Layout(parent_edges=True, files=True)
"""What a graph of a directory holds by default: without tree edges most nodes would be isolated."""


def code_graph(directory: str | Path, *, include_tests: bool = False, layout: Layout = TREE) -> Data:
    """Turn a directory of Python or Java into one graph.

    >>> data = code_graph("src")
    >>> data.x.shape, data.edge_index.shape, data.edge_type.unique()  # doctest: +SKIP

    Returns:
        ``Data`` with ``x`` [N, F], ``edge_index`` [2, E], ``edge_type`` [E], ``node_kind`` [N], ``node_file`` [N], and
        the names of their codes: ``edge_type_names``, ``node_kind_names``, ``files``.

    Raises:
        SourceError: the directory is missing or holds no code that we read.
    """
    return code_bundle(directory, include_tests=include_tests, layout=layout).to_data()


def code_bundle(directory: str | Path, *, include_tests: bool = False, layout: Layout = TREE) -> TensorBundle:
    """As :func:`code_graph`, as a bundle with ids and manifest."""
    return bundle_of(columns_of_rows(rows_of_directory(directory, include_tests=include_tests), layout.want()), layout)


def rows_of_directory(directory: str | Path, *, include_tests: bool = False) -> SnapshotRows:
    """Parse a directory of code into snapshot rows; the repository is called as the directory is.

    What is left out is named with the reason in the log, which by default goes to stderr.

    Raises:
        SourceError: the directory is missing or holds no code that we read.
    """
    name = re.sub(r"[\s/\\]+", "_", Path(directory).resolve().name).lstrip(".") or "code"
    named = Directory(name=name, path=str(directory), licence="NOASSERTION")
    collection = collect(directories=[named], tests_of=[named.name] if include_tests else ())
    for skipped in collection.skipped:
        logger.warning("skipped %s: %s (%s)", skipped.path, skipped.reason, skipped.detail)
    tests = sum(collection.excluded_tests.values())
    if tests:
        logger.warning("%d files of tests left out; --include-tests keeps them", tests)
    if not collection.table.num_rows:
        left_out = f"{tests} files of tests, {len(collection.skipped)} others"
        raise SourceError(f"{directory}: nothing to read, for all was left out: {left_out}")
    return build_snapshot(collection.table, root_path=name)


def hetero_graph(bundle: TensorBundle) -> HeteroData:
    """Split a bundle by node kind and edge type.

    With features v1 the ``x`` of each store is constant, being the kind itself; v2 says more.

    Returns:
        ``HeteroData`` with one node store per kind (``x``; ``row``, the node's row in the bundle; ``file``) and one
        edge store per (source kind, edge type, target kind) that occurs (``edge_index``; ``edge_attr`` if any).
    """
    if bundle.node_kind is None or bundle.edge_type is None:
        raise BundleError("this bundle says nothing of node kinds and edge types; export it again")
    kinds, types = bundle.manifest["node_kind_names"], bundle.manifest["edge_types"]
    data, kind = HeteroData(), bundle.node_kind
    local = torch.empty(len(kind), dtype=torch.int64)
    for code in np.unique(kind.numpy()).tolist():
        rows = torch.nonzero(kind == code).flatten()
        local[rows] = torch.arange(len(rows))
        store = data[kinds[code]]
        store.x, store.row = bundle.x[rows], rows
        if bundle.node_file is not None:
            store.file = bundle.node_file[rows]
    source, target = bundle.edge_index
    signature = (kind[source] * len(types) + bundle.edge_type) * len(kinds) + kind[target]
    for code in np.unique(signature.numpy()).tolist():
        chosen = signature == code
        rest, to = divmod(code, len(kinds))
        start, edge = divmod(rest, len(types))
        edges = data[kinds[start], types[edge], kinds[to]]
        edges.edge_index = torch.stack([local[source[chosen]], local[target[chosen]]])
        if bundle.edge_attr is not None:
            edges.edge_attr = bundle.edge_attr[chosen]
    return data


def save_graph(graph: Data | HeteroData, path: str | Path) -> None:
    """Write a graph for ``Data.from_dict(torch.load(path))`` (or ``HeteroData``), which runs no code from the file.

    Raises:
        BundleError: the place cannot be written; nothing is left there.
    """
    try:
        with atomic_write(path) as temporary:
            torch.save(graph.to_dict(), temporary)
    except (OSError, RuntimeError) as error:
        raise BundleError(f"{path}: cannot be written ({error}); nothing was left there") from None


class SnapshotDataset(InMemoryDataset):
    """Snapshots of a database as a PyG dataset, one graph each; codes mean the same in all of them.

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
        layout: Layout = PLAIN,
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
        graphs = alike([run_export_pipeline(id_, dsn=self.dsn, layout=self.layout) for id_ in self.snapshot_ids])
        if self.pre_filter is not None:
            graphs = [graph for graph in graphs if self.pre_filter(graph)]
        if self.pre_transform is not None:
            graphs = [self.pre_transform(graph) for graph in graphs]
        self.save(graphs, self.processed_paths[0])


def alike(bundles: Sequence[TensorBundle]) -> list[Data]:
    """Graphs whose codes mean the same in all of them, kinds beyond the listed ones included."""
    graphs = [bundle.to_data() for bundle in bundles]
    for codes, names, listed in (
        ("node_kind", "node_kind_names", NODE_KINDS),
        ("edge_type", "edge_type_names", EDGE_TYPES),
    ):
        shared = vocabulary((name for graph in graphs for name in graph[names]), listed)
        place = {name: code for code, name in enumerate(shared)}
        for graph in graphs:
            graph[codes] = torch.tensor([place[name] for name in graph[names]])[graph[codes]]
            graph[names] = list(shared)
    return graphs


def columns_of_rows(rows: SnapshotRows, want: Want) -> GraphColumns:
    """A snapshot's Arrow rows as columns: the way of :mod:`codegraft.snapshot.fetch` without a database."""
    ids, order = sort_ids(_uuids(rows.nodes["id"]))
    index = IdIndex(ids)
    take = rows.nodes.take(pa.array(order))
    kind, kinds = _codes(take["type"], NODE_KINDS)
    edge_kind, edge_kinds = _codes(rows.edges["kind"], EDGE_TYPES)
    source, target = index.rows(_uuids(rows.edges["fromId"])), index.rows(_uuids(rows.edges["toId"]))
    edge_index, edge_type = order_edges(source, target, edge_kind, len(ids), len(edge_kinds))
    info = SnapshotInfo(rows.info["id"], rows.info["snapshotVersion"], rows.info["rootPath"])
    columns = GraphColumns(info, ids, kind, kinds, edge_index, edge_type, edge_kinds)
    if want.parents:
        columns = replace(columns, parent=index.rows(_uuids(take["parentId"])))
    if want.files:
        file, files = _codes(take["filePath"], ())
        columns = replace(columns, file=file, files=files)
    return replace(columns, location=_locations(take["location"])) if want.locations else columns


def _uuids(column: pa.ChunkedArray) -> Ids:
    storage = column.combine_chunks()
    storage = storage.storage if isinstance(storage, pa.ExtensionArray) else storage
    raw = np.frombuffer(storage.fill_null(bytes(16)).buffers()[1], np.uint8).reshape(-1, 16)
    return raw[storage.offset : storage.offset + len(storage)]


def _codes(column: pa.ChunkedArray, listed: Sequence[str]) -> tuple[Longs, tuple[str, ...]]:
    """Codes of a column of words into :func:`~codegraft.snapshot.columns.vocabulary`."""
    encoded = column.combine_chunks()
    used, codes = np.unique(np.asarray(encoded.indices), return_inverse=True)
    present = encoded.dictionary.take(pa.array(used)).to_pylist()
    words = vocabulary(present, listed)
    place = {word: code for code, word in enumerate(words)}
    return np.array([place[word] for word in present], np.int64)[codes], words


def _locations(column: pa.ChunkedArray) -> NDArray[np.int32]:
    values = [json.loads(text) if text else {} for text in column.to_pylist()]
    return np.array([[value.get(key, -1) for key in LOCATION_KEYS] for value in values], np.int32).reshape(-1, 4)
