"""Ids from content: UUIDs of version 8 (RFC 9562, "custom") made of a SHA-256 over what a row says.

Equal content has equal ids on every machine; nothing else (clock, counter, order of work) goes in.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from codegraft.snapshot.kinds import SNAPSHOT_VERSION

EXTRACTOR_VERSION: Final = "1"
"""Part of every snapshot id: raise it whenever the same sources would give other rows."""

EDGE_VERSION: Final = 1
"""Value of ``"GraphEdge"."version"``."""

Ids = npt.NDArray[np.uint8]
"""UUIDs as rows of 16 bytes."""


def snapshot_id(root_path: str, files: Iterable[tuple[str, str]]) -> uuid.UUID:
    """Id of the snapshot of ``files``, pairs of path and content hash in any order."""
    content = json.dumps([SNAPSHOT_VERSION, EXTRACTOR_VERSION, root_path, sorted(files)])
    return uuid.UUID(bytes=_stamped([hashlib.sha256(content.encode()).digest()]).tobytes())


def node_ids(snapshot: uuid.UUID, path: str, rows: Sequence[str]) -> Ids:
    """Ids [n, 16] of the nodes of a file; each of ``rows`` says kind, syntax type, span and depth of one."""
    prefix = hashlib.sha256(snapshot.bytes + json.dumps(path).encode())
    return _stamped([_digest(prefix, row.encode()) for row in rows])


def edge_ids(source: Ids, target: Ids, kinds: Sequence[str]) -> Ids:
    """Ids [e, 16] of edges; the ids of their ends already hold the snapshot's."""
    ends = np.concatenate([source, target], axis=1).tobytes()
    prefixes = {kind: hashlib.sha256(f"{EDGE_VERSION}:{kind}:".encode()) for kind in set(kinds)}
    return _stamped([_digest(prefixes[kind], ends[32 * row : 32 * row + 32]) for row, kind in enumerate(kinds)])


def texts_of(ids: Ids) -> list[str]:
    """Ids in their usual spelling, lower case with hyphens."""
    digits = ids.tobytes().hex()
    return [
        f"{digits[at : at + 8]}-{digits[at + 8 : at + 12]}-{digits[at + 12 : at + 16]}"
        f"-{digits[at + 16 : at + 20]}-{digits[at + 20 : at + 32]}"
        for at in range(0, len(digits), 32)
    ]


def _digest(prefix: "hashlib._Hash", content: bytes) -> bytes:
    digest = prefix.copy()
    digest.update(content)
    return digest.digest()


def _stamped(digests: Sequence[bytes]) -> Ids:
    """The first 16 bytes of each digest, with version 8 and the variant of RFC 9562 set."""
    ids = np.frombuffer(b"".join(digests), dtype=np.uint8).reshape(-1, 32)[:, :16].copy()
    ids[:, 6] = ids[:, 6] & 0x0F | 0x80
    ids[:, 8] = ids[:, 8] & 0x3F | 0x80
    return ids
