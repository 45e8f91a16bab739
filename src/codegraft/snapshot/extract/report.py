"""Figures about the making of a snapshot: what it holds, how much of it is known."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from codegraft.parsing.captures import NONE
from codegraft.parsing.vocabulary import KINDS, kind
from codegraft.snapshot.extract.edges import Edges
from codegraft.snapshot.extract.normalise import FileNodes
from codegraft.snapshot.extract.resolution import Resolution
from codegraft.snapshot.kinds import EDGE_KINDS, OTHER, bucket_of


def describe(files: Sequence[FileNodes], resolution: Resolution, edges: Edges) -> dict[str, Any]:
    """Counts by kind, and shares (of 1): see the keys."""
    kinds = np.concatenate([file.facts.kind for file in files])
    counts = np.bincount(kinds, minlength=len(KINDS))
    calls, names = kinds == kind("Call"), kinds == kind("Identifier")
    known = int((resolution.callee[calls] != NONE).sum())
    isolated = np.ones(len(kinds), dtype=bool)
    isolated[edges.source] = isolated[edges.target] = False
    alone = resolution.first[:-1][np.diff(resolution.first) == 1]
    others = sum(int(count) for name, count in zip(KINDS, counts, strict=True) if bucket_of(name) == OTHER)
    return {
        "files": len(files),
        "files_with_errors": sum(file.broken for file in files),
        "files_cut": sum(file.cut for file in files),
        "error_nodes": sum(file.errors for file in files),
        "nodes": len(kinds),
        "edges": len(edges.kind),
        "nodes_by_kind": _by_name(KINDS, counts),
        "edges_by_kind": _by_name(EDGE_KINDS, np.bincount(edges.kind, minlength=len(EDGE_KINDS))),
        "other_share": others / len(kinds),
        "unknown_share": int(counts[kind("Unknown")]) / len(kinds),
        "calls": {
            "resolved_to_definition": known,
            "to_expression": int(calls.sum()) - known,
            "share": known / max(int(calls.sum()), 1),
        },
        "identifiers": {
            "resolved": int((resolution.target[names] != NONE).sum()),
            "share": float((resolution.target[names] != NONE).mean()) if names.any() else 0.0,
        },
        "isolated_share": {
            "edges": float(isolated.mean()),
            "edges_and_tree": float(isolated[alone].sum()) / len(kinds),
        },
    }


def _by_name(names: Sequence[str], counts: npt.NDArray[np.int64]) -> dict[str, int]:
    return dict(zip(names, counts.tolist(), strict=True))
