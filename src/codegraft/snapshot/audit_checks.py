"""The checks of a tensor bundle, one function each, over whole arrays.

A check returns what it saw, raises :class:`~codegraft.snapshot.audit_evidence.Fault` when the bundle is wrong, and
:class:`~codegraft.snapshot.audit_evidence.NotPossible` when the bundle lacks what the check needs.
"""

from collections.abc import Callable
from itertools import islice
from operator import lt
from typing import Final

import numpy as np

from codegraft.snapshot.audit_evidence import LAYOUT, Evidence, Fault
from codegraft.snapshot.audit_manifest import features_agree, hashes, isolation, manifest_counts, vocabularies
from codegraft.snapshot.columns import halves
from codegraft.snapshot.kinds import BUCKETS, OTHER
from codegraft.snapshot.tensors import FEATURE_NAMES


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
