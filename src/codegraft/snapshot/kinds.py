"""The vocabulary of a snapshot: node kinds, their six feature buckets, edge kinds."""

from typing import Final

SNAPSHOT_VERSION: Final = "v1"
"""Written to ``"Snapshot"."snapshotVersion"``."""

BUCKETS: Final = ("Container", "Logic", "Data", "Reference", "Statement", "Other")
"""Columns of the v1 feature matrix, in order."""

OTHER: Final = 5

KIND_TO_BUCKET: Final[dict[str, int]] = {
    "Module": 0,
    "Block": 0,
    "Function": 1,
    "Conditional": 1,
    "Loop": 1,
    "Return": 1,
    "Variable": 2,
    "Parameter": 2,
    "Assignment": 2,
    "Literal": 2,
    "Call": 3,
    "MemberExpression": 3,
    "Identifier": 3,
    "ExpressionStatement": 4,
    "Import": 4,
    "Unknown": 5,
}
"""Bucket of each of the 16 kinds of the v1 schema. A kind that is not listed falls into ``OTHER``."""

NODE_KINDS: Final = (*KIND_TO_BUCKET, "Class")
"""Every kind that our own snapshots hold, and the first codes of ``node_kind``, in every bundle alike.

``Class`` has no v1 bucket: the v1 columns are fixed by the schema.
"""

EDGE_KINDS: Final = ("Assignment", "Call", "Declares", "Import", "MemberAccess", "ResolvesTo")
"""Kinds of rows in ``"GraphEdge"``."""

PARENT: Final = "Parent"
"""Edge type of the syntax tree's parent -> child edges, which live in ``"AstNode"."parentId"``."""

EDGE_TYPES: Final = (*EDGE_KINDS, PARENT)
"""First codes of ``edge_type``, in every bundle alike; edge kinds that are not listed follow, sorted."""

LOCATION_KEYS: Final = ("startLine", "startCol", "endLine", "endCol")
"""Keys of ``"AstNode".location``, zero-based; columns count bytes."""


def bucket_of(kind: str | None) -> int:
    """Column of the v1 one-hot matrix for a node kind; unknown and missing kinds are ``OTHER``."""
    return KIND_TO_BUCKET.get(kind, OTHER) if kind is not None else OTHER
