"""Tables of sources from texts."""

import hashlib

import pyarrow as pa

from codegraft.parsing.languages import language_of

COLUMNS = ("repository", "version", "licence", "language", "path", "sha256", "text")


def sources(files):
    """A table as the ``sources`` stage writes it; keys are ``repository/path``."""
    rows = []
    for name, text in files.items():
        repository, _, path = name.partition("/")
        digest = hashlib.sha256(text.encode()).hexdigest()
        rows.append((repository, "1", "MIT", language_of(path), path, digest, text))
    columns = zip(*rows, strict=True) if rows else [[] for _ in COLUMNS]
    return pa.table({name: pa.array(column, pa.string()) for name, column in zip(COLUMNS, columns, strict=True)})
