"""The checks of a tensor bundle against its manifest; see :mod:`~codegraft.snapshot.audit_checks` for the others."""

import hashlib
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
from codegraft.snapshot.columns import vocabulary
from codegraft.snapshot.kinds import EDGE_TYPES, NODE_KINDS, bucket_of
from codegraft.snapshot.tensors import FEATURE_NAMES

NOT_PICKLED: Final = frozenset({"node_ids"})
"""Tensors that a ``.pkl`` leaves out: it has ``node_mapping`` instead of the ids."""

CODED: Final = ("node_kind", "edge_type", "node_file")
"""Tensors of codes, whose names the manifest lists."""

SHARES: Final = {
    "with_parent": "with Parent edges",
    "without_parent": "without Parent edges",
    "all_edges": "over all edges",
}
"""How the report says over which edges a share of isolated nodes was counted."""


def vocabularies(evidence: Evidence) -> str:
    """No code is negative, each has a name, and listed names have the codes that they have in every bundle."""
    for tensor in CODED:
        if evidence.has(tensor) and (evidence.array(tensor) < 0).any():
            row = int(np.flatnonzero(evidence.array(tensor) < 0)[0])
            raise Fault(f"{tensor} holds negative codes, first in row {row}; export again")
    manifest = evidence.manifest
    for tensor, names in zip(CODED, (manifest.node_kind_names, manifest.edge_types, manifest.files or []), strict=True):
        if evidence.has(tensor) and not in_range(evidence.array(tensor), len(names)):
            raise Fault(f"{tensor} holds codes beyond the {len(names)} names in the manifest; export again")
    for key, names, listed in (
        ("node_kind_names", manifest.node_kind_names, NODE_KINDS),
        ("edge_types", manifest.edge_types, EDGE_TYPES),
    ):
        if tuple(names) != vocabulary(names, listed):
            raise Fault(f"{key} is not the list of the schema and then other names, sorted; export again")
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
    if evidence.has_manifest and "all_edges" not in shares:
        said = evidence.manifest.isolated_share
        if said.keys() != shares.keys() or not all(abs(said[key] - share) <= 1e-6 for key, share in shares.items()):
            raise Fault(f"isolated_share is {str(said)[:80]}, counted {str(shares)[:80]}; export again")
    return ", ".join(f"{share:.1%} {SHARES[key]}" for key, share in shares.items())


def _digest(array: NDArray[Any]) -> str:
    little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
    return hashlib.sha256(little.data).hexdigest()


def _packed(mapping: dict[str, int]) -> NDArray[Any]:
    """Ids as bytes, one after the other."""
    try:
        return np.frombuffer(bytes.fromhex("".join(mapping).replace("-", "")), np.uint8)
    except ValueError:
        raise Fault("node_mapping has ids that are no UUIDs, unlike the exported ones; export again") from None
