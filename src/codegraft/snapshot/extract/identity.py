"""Ids from content: UUIDs of version 8 (RFC 9562, "custom") made of a SHA-256 over what a row says.

Equal content has equal ids on every machine; nothing else (clock, counter, order of work) goes in.
"""

import hashlib
import json
import uuid
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

import numpy as np

from codegraft.snapshot.columns import Ids
from codegraft.snapshot.kinds import SNAPSHOT_VERSION

EXTRACTOR_PACKAGES: Final = (
    *("codegraft.parsing", "codegraft.symbols", "codegraft.symbols.python", "codegraft.symbols.java"),
    "codegraft.snapshot.extract",
)
"""The code that decides what is in the rows."""

GRAMMARS: Final = ("tree-sitter", "tree-sitter-java", "tree-sitter-python")
"""The distributions that parse."""

EDGE_VERSION: Final = 1
"""Value of ``"GraphEdge"."version"``."""


def snapshot_id(root_path: str, contents: Iterable[tuple[str, str]]) -> uuid.UUID:
    """Id of a snapshot of ``contents``, pairs of path and content hash in any order, as the present code reads them."""
    content = json.dumps([SNAPSHOT_VERSION, extractor(), root_path, sorted(contents)])
    return uuid.UUID(bytes=_stamped([hashlib.sha256(content.encode()).digest()]).tobytes())


@cache
def extractor() -> str:
    """Hash of the code and the grammars that make rows of sources.

    Part of every snapshot id, so that a database never takes the rows of other code for these.
    """
    versions = [f"{name}=={version(name)}" for name in GRAMMARS]
    code = [
        (package, entry.name, hashlib.sha256(entry.read_bytes()).hexdigest())
        for package in EXTRACTOR_PACKAGES
        for entry in files(package).iterdir()
        if entry.name.endswith((".py", ".scm", ".java"))
    ]
    return hashlib.sha256(json.dumps([versions, sorted(code)]).encode()).hexdigest()


def node_ids(snapshot: uuid.UUID, path: str, rows: Sequence[str]) -> Ids:
    """Ids [n, 16] of the nodes of a file; each of ``rows`` says kind, syntax type, span and depth of one."""
    prefix = hashlib.sha256(snapshot.bytes + json.dumps(path).encode())
    return _stamped([_digest(prefix, row.encode()) for row in rows])


def edge_ids(source: Ids, target: Ids, kinds: Sequence[str]) -> Ids:
    """Ids [e, 16] of edges; the ids of their ends already hold the snapshot's."""
    ends = np.concatenate([source, target], axis=1).tobytes()
    prefixes = {kind: hashlib.sha256(f"{EDGE_VERSION}:{kind}:".encode()) for kind in set(kinds)}
    return _stamped([_digest(prefixes[kind], ends[32 * row : 32 * row + 32]) for row, kind in enumerate(kinds)])


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
