"""What the parser found, kept by content, so that a second build parses only what is new.

A repository has one file for each language. Its entries are keyed by the SHA-256 of a text, the whole file by the code
and the grammars that parsed. It is never trusted: what is damaged, or of other code, counts as absent and is replaced.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Final

import pyarrow as pa

from codegraft.files import atomic_write
from codegraft.kg.build.facts import from_batch, to_batch
from codegraft.symbols.analyse import Facts

CACHE_DIRECTORY: Final = Path(".codegraft/kg")
"""Of the pipeline, whose outputs are removed before every run."""

CACHE_NAME: Final = ".parsed"
"""Of a graph that is built anywhere else, beside its files."""

_PACKAGES: Final = ("codegraft.parsing", "codegraft.symbols", "codegraft.symbols.python", "codegraft.symbols.java")
_GRAMMARS: Final = ("tree-sitter", "tree-sitter-java", "tree-sitter-python")
_DIGEST_BYTES: Final = 32

Parse = Callable[[Sequence[bytes]], Sequence[Facts]]
"""Texts to facts, in the same order."""


def parse_cached(file: Path | None, texts: Sequence[bytes], parse: Parse) -> tuple[list[Facts], int]:
    """Facts of texts, those in the cache ``file`` without parsing; afterwards it holds those of these texts alone.

    Without a file everything is parsed and nothing is kept.

    Returns:
        The facts, in the order of the texts, and how many texts were parsed.

    Raises:
        OSError: the cache cannot be written.
    """
    if file is None:
        return list(parse(texts)), len(texts)
    keys = [hashlib.sha256(text).hexdigest() for text in texts]
    known = read_cache(file)
    new = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    found = dict(known) | dict(zip(new, parse(list(new.values())), strict=True))
    if new or known.keys() != set(keys):
        write_cache(file, {key: found[key] for key in sorted(set(keys))})
    return [found[key] for key in keys], len(new)


def read_cache(file: Path) -> Mapping[str, Facts]:
    """Facts by key; none if there is no such file, it is damaged, or other code wrote it."""
    try:
        content = pa.py_buffer(file.read_bytes())
    except FileNotFoundError:
        return {}
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    if len(content) < _DIGEST_BYTES or hashlib.sha256(body).digest() != digest.to_pybytes():
        return {}
    with pa.ipc.open_stream(body) as stream:
        if (stream.schema.metadata or {}).get(b"extractor") != extractor().encode():
            return {}
        return from_batch(stream.read_next_batch())


def write_cache(file: Path, facts: Mapping[str, Facts]) -> None:
    """Write facts by key; without any, the file is removed."""
    if not facts:
        file.unlink(missing_ok=True)
        return
    batch = to_batch(list(facts), list(facts.values())).replace_schema_metadata({"extractor": extractor()})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    body = sink.getvalue()
    with atomic_write(file) as temporary, temporary.open("wb") as handle:
        handle.write(body)
        handle.write(hashlib.sha256(body).digest())


@cache
def extractor() -> str:
    """Hash of the code and the grammars that find facts."""
    versions = [f"{name}=={version(name)}" for name in _GRAMMARS]
    code = [
        (package, entry.name, hashlib.sha256(entry.read_bytes()).hexdigest())
        for package in _PACKAGES
        for entry in files(package).iterdir()
        if entry.is_file()
    ]
    return hashlib.sha256(json.dumps([versions, sorted(code)]).encode()).hexdigest()
