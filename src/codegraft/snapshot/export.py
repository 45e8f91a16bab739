"""The export: snapshot -> tensor bundle, in memory and on disk."""

import hashlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from codegraft.errors import BundleError, SnapshotError
from codegraft.snapshot.bundle import FORMAT, TensorBundle, check_bundle_path, save_bundle
from codegraft.snapshot.columns import GraphColumns, IdIndex, with_parent_edges
from codegraft.snapshot.fetch import Dangling, Want, fetch_columns, parse_snapshot_id
from codegraft.snapshot.kinds import OTHER, PARENT, bucket_of
from codegraft.snapshot.postgres.database import connect, open_database
from codegraft.snapshot.select import keep_component, keep_kinds, keep_neighbourhood
from codegraft.snapshot.tensors import FEATURE_NAMES, FeatureVersion, edge_attributes_of, features_of


@dataclass(frozen=True)
class Layout:
    """What a bundle holds beside the spec's three fields.

    Attributes:
        features: ``v1`` (6 columns) or ``v2`` (29 columns).
        parent_edges: add the syntax tree's parent -> child edges.
        edge_features: add ``edge_attr``.
        files: add ``node_file`` and the list of files.
    """

    features: FeatureVersion = "v1"
    parent_edges: bool = False
    edge_features: bool = False
    files: bool = False

    def __post_init__(self) -> None:
        if self.features not in FEATURE_NAMES:
            raise SnapshotError(f"features={self.features!r} is unknown; it is one of {', '.join(FEATURE_NAMES)}")

    def want(self) -> Want:
        """The columns that this layout needs."""
        tree = self.parent_edges or self.features == "v2"
        return Want(parents=tree, files=self.files or self.edge_features, locations=self.features == "v2")


@dataclass(frozen=True)
class Selection:
    """Which part of a snapshot to keep, for graphs that are too large: kinds first, then one of the others.

    Attributes:
        kinds: node kinds to keep.
        around: a node id whose neighbourhood of ``hops`` edges is kept.
        component: rank by size of the connected component to keep, 0 for the largest.
    """

    kinds: tuple[str, ...] | None = None
    around: str | None = None
    hops: int = 2
    component: int | None = None

    def __post_init__(self) -> None:
        if self.around is not None and self.component is not None:
            raise SnapshotError("a neighbourhood (around) and a component exclude each other")

    def apply(self, columns: GraphColumns) -> GraphColumns:
        """The selected part; the whole when nothing was asked for."""
        if self.kinds is not None:
            columns = keep_kinds(columns, self.kinds)
        if self.around is not None:
            columns = keep_neighbourhood(columns, self.around, self.hops)
        if self.component is not None:
            columns = keep_component(columns, self.component)
        return columns

    def describe(self) -> dict[str, Any]:
        """What was asked for, for the manifest; empty for the whole snapshot."""
        kinds = None if self.kinds is None else list(self.kinds)
        asked = {key: value for key, value in (asdict(self) | {"kinds": kinds}).items() if value is not None}
        if self.around is None:
            del asked["hops"]
        return asked


WHOLE = Selection()
PLAIN = Layout()


def run_export_pipeline(
    snapshot_id: str,
    output_path: str | Path | None = None,
    dsn: str | None = None,
    *,
    layout: Layout = PLAIN,
    selection: Selection = WHOLE,
    dangling: Dangling = "error",
) -> TensorBundle:
    """Export one snapshot.

    Args:
        snapshot_id: UUID in any spelling.
        output_path: where to write the bundle (``.safetensors`` or ``.pkl``); ``None`` writes nothing.
        dsn: ``None`` for the database that params.yaml chooses, ``embedded``, ``env``, or a connection string.
        layout: what the bundle holds beyond ``x``, ``edge_index``, ``edge_type`` and the mapping.
        selection: which part of the graph.
        dangling: ``error`` refuses edges whose end is not in the snapshot, ``drop`` leaves them out and counts them.

    Raises:
        SnapshotError: unknown, empty, half-loaded or inconsistent snapshot.
        DatabaseError: the database cannot be reached or read.
        BundleError: the output cannot be written.
    """
    snapshot_id = parse_snapshot_id(snapshot_id)
    if output_path is not None:
        check_bundle_path(output_path)
    with open_database(dsn, create=False) as database, connect(database, read_only=True) as connection:
        columns = fetch_columns(connection, database.schema, snapshot_id, layout.want(), dangling)
    bundle = bundle_of(columns, layout, selection)
    if output_path is not None:
        save_bundle(bundle, output_path)
    return bundle


def export_snapshot(data: TensorBundle | Mapping[str, Any], output_path: str | Path) -> Path:
    """Write a bundle, or a plain mapping with the spec's three fields, and return the path.

    Raises:
        BundleError: ``data`` is not a bundle, or the place cannot be written.
    """
    if not isinstance(data, TensorBundle):
        missing = {"x", "edge_index", "node_mapping"} - set(data)
        if missing:
            raise BundleError(f"not a tensor bundle: no {', '.join(sorted(missing))}")
        data = TensorBundle(data["x"], data["edge_index"], data.get("edge_type"), given_mapping=data["node_mapping"])
    return save_bundle(data, output_path)


def bundle_of(columns: GraphColumns, layout: Layout = PLAIN, selection: Selection = WHOLE) -> TensorBundle:
    """Tensors and manifest of a snapshot in columns."""
    if not columns.nodes:
        raise SnapshotError(f"snapshot {columns.snapshot.id} is empty")
    if layout.parent_edges:
        columns = with_parent_edges(columns)
    x = features_of(columns, layout.features)  # before the selection: depth and children are those of the whole tree
    if selection != WHOLE:
        everything = IdIndex(columns.ids)
        columns = selection.apply(columns)
        x = x[torch.from_numpy(everything.rows(columns.ids))]
    tensors: dict[str, Any] = {
        "x": x,
        "edge_index": torch.from_numpy(columns.edge_index).contiguous(),
        "edge_type": torch.from_numpy(columns.edge_type).contiguous(),
        "node_ids": torch.from_numpy(columns.ids),
        "node_kind": torch.from_numpy(columns.kind),
    }
    if layout.edge_features:
        tensors["edge_attr"] = edge_attributes_of(columns)
    if layout.files and columns.file is not None:
        tensors["node_file"] = torch.from_numpy(columns.file)
    return TensorBundle(**tensors, manifest=_manifest(columns, layout, selection, tensors))


def _manifest(
    columns: GraphColumns, layout: Layout, selection: Selection, tensors: dict[str, Tensor]
) -> dict[str, Any]:
    kinds = _counts(columns.kind, columns.kinds)
    manifest: dict[str, Any] = {
        "format": FORMAT,
        "snapshot": asdict(columns.snapshot),
        "features": {"version": layout.features, "names": list(FEATURE_NAMES[layout.features])},
        "nodes": columns.nodes,
        "edges": columns.edges,
        "node_kinds": kinds,
        "node_kind_names": list(columns.kinds),
        "edge_types": list(columns.edge_types),
        "edge_counts": _counts(columns.edge_type, columns.edge_types),
        "other_kinds": {kind: count for kind, count in kinds.items() if bucket_of(kind) == OTHER},
        "parent_edges": layout.parent_edges,
        "dropped_edges": columns.dropped_edges,
        "selection": selection.describe(),
        "isolated_share": isolated_shares(columns, layout.parent_edges),
        "sha256": _digests(tensors),
    }
    if layout.files:
        manifest["files"] = list(columns.files)
    return manifest


def isolated_shares(columns: GraphColumns, parent_edges: bool) -> dict[str, float]:
    """Share of nodes that no edge joins to another node, without the ``Parent`` edges and, if there are any, with."""
    parents = columns.edge_type == columns.edge_types.index(PARENT)
    shares = {"without_parent": _isolated_share(columns, ~parents)}
    return shares | {"with_parent": _isolated_share(columns, parents | ~parents)} if parent_edges else shares


def _isolated_share(columns: GraphColumns, counted: NDArray[np.bool_]) -> float:
    source, target = columns.edge_index[0], columns.edge_index[1]
    joined = counted & (source != target)
    touched = np.zeros(columns.nodes, bool)
    touched[source[joined]] = True
    touched[target[joined]] = True
    return round(1.0 - int(np.count_nonzero(touched)) / columns.nodes, 6)


def _counts(codes: Any, names: tuple[str, ...]) -> dict[str, int]:
    counts = np.bincount(codes, minlength=len(names)).tolist()
    return {name: count for name, count in zip(names, counts, strict=True) if count}


def _digests(tensors: dict[str, Tensor]) -> dict[str, str]:
    """SHA-256 of each tensor's bytes (little-endian, row-major)."""
    with ThreadPoolExecutor(2) as pool:  # hashing leaves the interpreter lock
        digests = pool.map(lambda tensor: hashlib.sha256(tensor.numpy()).hexdigest(), tensors.values())
        return dict(zip(tensors, digests, strict=True))
