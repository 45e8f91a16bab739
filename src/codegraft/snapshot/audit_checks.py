"""The checks of a tensor bundle, one function each, over whole arrays.

A check returns what it saw, raises :class:`~codegraft.snapshot.audit_evidence.Fault` when the bundle is wrong, and
:class:`~codegraft.snapshot.audit_evidence.NotPossible` when the bundle lacks what the check needs.
"""

import hashlib
from collections.abc import Callable
from itertools import islice
from operator import lt
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from codegraft.snapshot.audit_evidence import (
    LAYOUT,
    Evidence,
    Fault,
    NotPossible,
    code_counts,
    in_range,
    isolated_share,
    other_kinds,
    true_one_hot,
)
from codegraft.snapshot.bundle import FORMAT
from codegraft.snapshot.columns import halves
from codegraft.snapshot.kinds import BUCKETS, OTHER, bucket_of
from codegraft.snapshot.tensors import FEATURE_NAMES

NOT_PICKLED: Final = frozenset({"node_ids", "node_kind", "node_file"})
"""Tensors that a ``.pkl`` leaves out: it has ``node_mapping`` instead of the ids."""


def feature_shape(evidence: Evidence) -> str:
    """``x`` is float32 and has the columns that the manifest names; the six of v1 when there is no manifest."""
    if "x" in evidence.faults:
        raise Fault(evidence.faults["x"])
    shape = evidence.array("x").shape
    version = evidence.manifest.features.version if evidence.has_manifest else "v1"
    if version not in FEATURE_NAMES:
        raise Fault(f"features {version} are unknown here; known are {', '.join(FEATURE_NAMES)}")
    if shape[1] != len(FEATURE_NAMES[version]):
        raise Fault(f"{list(shape)}, but features {version} have {len(FEATURE_NAMES[version])} columns; export again")
    return str(list(shape))


def edge_shape(evidence: Evidence) -> str:
    """``edge_index`` is int64 [2, E]."""
    if "edge_index" in evidence.faults:
        raise Fault(evidence.faults["edge_index"])
    return str(list(evidence.array("edge_index").shape))


def one_hot(evidence: Evidence) -> str:
    """The bucket columns of each row hold a single 1 and otherwise 0."""
    _, good = evidence.one_hot
    bad = np.flatnonzero(~good)
    if len(bad):
        row = evidence.array("x")[bad[0], : len(BUCKETS)].tolist()
        raise Fault(f"{len(bad)} rows are not one-hot, first row {bad[0]}: {row}; export the snapshot again")
    return ""


def distribution(evidence: Evidence) -> str:
    """There are nodes, and not all of them are Other."""
    ones, _ = evidence.one_hot
    if not len(ones):
        raise Fault("the bundle has no nodes; check that the snapshot was ingested and the selection keeps something")
    if ones[:, OTHER].all():
        raise Fault("all nodes are Other, so the features say nothing; add their kinds to KIND_TO_BUCKET")
    return ""


def tensor_shapes(evidence: Evidence) -> str:
    """The other tensors have their element type, and as many rows as there are nodes or edges."""
    faults = [fault for name, fault in evidence.faults.items() if name not in ("x", "edge_index")]
    if faults:
        raise Fault("; ".join(faults))
    return ", ".join(name for name in LAYOUT if evidence.has(name))


def finite(evidence: Evidence) -> str:
    """No feature is NaN or infinite."""
    for name in ("x", "edge_attr"):
        if evidence.has(name) and not np.isfinite(evidence.array(name)).all():
            row = int(np.flatnonzero(~np.isfinite(evidence.array(name)).all(axis=1))[0])
            raise Fault(f"{name} has NaN or infinite values, first in row {row}; export the snapshot again")
    evidence.array("x")
    return ""


def edges_in_range(evidence: Evidence) -> str:
    """Each end of an edge is a row of ``x``."""
    edge_index, nodes = evidence.array("edge_index"), len(evidence.array("x"))
    bad = np.flatnonzero(((edge_index < 0) | (edge_index >= nodes)).any(axis=0))
    if len(bad):
        edge = edge_index[:, bad[0]].tolist()
        raise Fault(f"{len(bad)} edges leave the rows 0 to {nodes - 1}, first edge {bad[0]}: {edge}; export again")
    return ""


def edges_sorted(evidence: Evidence) -> str:
    """Edges ascend by (source, target, type), so that one graph has one file."""
    source, target = evidence.array("edge_index")
    kind = evidence.array("edge_type") if evidence.has("edge_type") else np.zeros_like(source)
    later = np.greater_equal(kind[1:], kind[:-1])
    for ends in (target, source):
        later = (ends[1:] > ends[:-1]) | ((ends[1:] == ends[:-1]) & later)
    bad = np.flatnonzero(~later)
    if len(bad):
        raise Fault(f"{len(bad)} edges stand before their predecessor, first edge {bad[0] + 1}; export again")
    return ""


def node_ids(evidence: Evidence) -> str:
    """Ids are unique, sorted, and lead to the rows 0 to N-1."""
    nodes = len(evidence.array("x"))
    if evidence.mapping is None and "node_ids" not in evidence.faults and not evidence.has("node_ids"):
        raise Fault("the bundle holds neither node_ids nor node_mapping, so rows have no names; export again")
    if evidence.mapping is not None:
        _check_mapping(evidence.mapping, nodes)
    if evidence.mapping is None or evidence.has("node_ids"):
        high, low = halves(evidence.array("node_ids"))
        bad = np.flatnonzero(~((high[1:] > high[:-1]) | ((high[1:] == high[:-1]) & (low[1:] > low[:-1]))))
        if len(bad):
            raise Fault(f"{len(bad)} ids repeat or precede the one before, first in row {bad[0] + 1}; export again")
    return f"{nodes} ids"


def _check_mapping(mapping: dict[str, int], nodes: int) -> None:
    rows = list(mapping.values())
    if len(rows) != nodes:
        raise Fault(f"node_mapping has {len(rows)} ids for {nodes} nodes; export again")
    if set(map(type, rows)) - {int}:
        raise Fault("node_mapping leads to something that is no whole number; export again")
    ids = list(mapping)
    if rows != list(range(nodes)):
        ids.sort(key=mapping.__getitem__)
        rows.sort()
    if rows != list(range(nodes)):
        raise Fault(f"node_mapping does not lead to each of the rows 0 to {nodes - 1} once; export again")
    if not all(map(lt, ids, islice(ids, 1, None))):
        raise Fault("rows do not ascend by id, so that two exports may differ; export again")


def vocabularies(evidence: Evidence) -> str:
    """Each code has a name."""
    manifest = evidence.manifest
    for tensor, names in (
        ("node_kind", manifest.node_kind_names),
        ("edge_type", manifest.edge_types),
        ("node_file", manifest.files or []),
    ):
        if evidence.has(tensor) and not in_range(evidence.array(tensor), len(names)):
            raise Fault(f"{tensor} holds codes beyond the {len(names)} names in the manifest; export again")
    return ""


def features_agree(evidence: Evidence) -> str:
    """Each node has the bucket, and with features v2 the exact kind, that its kind calls for."""
    x, kind, names = evidence.array("x"), evidence.array("node_kind"), evidence.manifest.node_kind_names
    columns = FEATURE_NAMES.get(evidence.manifest.features.version, ())
    if x.shape[1] != len(columns) or not in_range(kind, len(names)):
        raise NotPossible("x or node_kind is unusable")
    rows = np.arange(len(x))
    wrong = x[rows, np.array([bucket_of(name) for name in names], np.int64)[kind]] != 1
    exact = [column for column in columns if column.startswith("kind_")]
    if exact:
        start = columns.index(exact[0])
        code = [exact.index(f"kind_{name}") if f"kind_{name}" in exact else len(exact) - 1 for name in names]
        wrong |= x[rows, start + np.array(code, np.int64)[kind]] != 1
        wrong |= ~true_one_hot(x[:, start : start + len(exact)])
    bad = np.flatnonzero(wrong)
    if len(bad):
        raise Fault(f"{len(bad)} rows have another kind than node_kind, first row {bad[0]}; export again")
    return ""


def manifest_counts(evidence: Evidence) -> str:
    """The manifest counts what the tensors hold."""
    if evidence.manifest_fault:
        raise Fault(f"{evidence.manifest_fault}; export again")
    manifest = evidence.manifest
    nodes, edges = len(evidence.array("x")), evidence.array("edge_index").shape[1]
    pairs: list[tuple[str, Any, Any]] = [
        ("format", manifest.format, FORMAT),
        ("nodes", manifest.nodes, nodes),
        ("edges", manifest.edges, edges),
        ("features.names", manifest.features.names, list(FEATURE_NAMES.get(manifest.features.version, ()))),
        ("node_kinds", sum(manifest.node_kinds.values()), nodes),
        ("node_kinds", manifest.node_kinds, code_counts(evidence, "node_kind", manifest.node_kind_names)),
        ("edge_counts", manifest.edge_counts, code_counts(evidence, "edge_type", manifest.edge_types)),
        ("other_kinds", manifest.other_kinds, other_kinds(evidence)),
    ]
    for key, said, found in pairs:
        if found is not None and said != found:
            raise Fault(f"{key} is {str(said)[:80]}, counted {str(found)[:80]}; export again")
    return ""


def hashes(evidence: Evidence) -> str:
    """Each tensor has the SHA-256 that the manifest gives it."""
    expected = evidence.manifest.sha256
    pickled = evidence.mapping is not None
    present = {name for name in LAYOUT if evidence.has(name)} | evidence.faults.keys()
    odd = (expected.keys() ^ present) - (NOT_PICKLED if pickled else set())
    if odd:
        raise Fault(f"{', '.join(sorted(odd))}: in the manifest or in the file, but not in both; export again")
    actual = {name: _digest(evidence.array(name)) for name in expected if evidence.has(name)}
    if evidence.mapping is not None and "node_ids" in expected:
        actual["node_ids"] = _digest(_packed(evidence.mapping))
    changed = [name for name, digest in actual.items() if digest != expected[name]]
    if changed:
        raise Fault(f"{', '.join(changed)} changed after the export; export again or fetch the file again")
    return ", ".join(actual)


def isolation(evidence: Evidence) -> str:
    """The manifest's share of isolated nodes is the one counted here."""
    shares = isolated_share(evidence)
    if evidence.has_manifest:
        said = evidence.manifest.isolated_share
        for key, share in shares.items():
            if abs(said.get(key, share) - share) > 1e-6:
                raise Fault(f"{share:.2%} {key}, but the manifest says {said[key]:.2%}; export again")
    return ", ".join(f"{share:.1%} {key.replace('_parent', ' Parent edges')}" for key, share in shares.items())


def _digest(array: NDArray[Any]) -> str:
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    return hashlib.sha256(little.data).hexdigest()


def _packed(mapping: dict[str, int]) -> NDArray[Any]:
    """Ids as bytes, one after the other."""
    try:
        return np.frombuffer(bytes.fromhex("".join(mapping).replace("-", "")), np.uint8)
    except ValueError:
        raise Fault("node_mapping has ids that are no UUIDs, unlike the exported ones; export again") from None


CHECKS: Final[tuple[tuple[str, Callable[[Evidence], str]], ...]] = (
    ("Feature matrix shape", feature_shape),
    ("Edge index shape", edge_shape),
    ("All rows sum to 1.0 (valid one-hot encoding)", one_hot),
    ("Node kind distribution", distribution),
    ("Other tensors' shapes", tensor_shapes),
    ("Features are finite", finite),
    ("Features agree with node kinds", features_agree),
    ("Node ids lead to rows one to one, sorted", node_ids),
    ("Edges join rows of x", edges_in_range),
    ("Edges are sorted", edges_sorted),
    ("Codes have names", vocabularies),
    ("Manifest counts agree", manifest_counts),
    ("Tensor hashes agree", hashes),
    ("Isolated nodes", isolation),
)
"""Title and function of each check, in the order of the report."""
