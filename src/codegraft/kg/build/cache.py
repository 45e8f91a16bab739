"""What the parser found, kept by content, so that a second build parses only what is new.

A repository has one file for each language. Its entries are keyed by the SHA-256 of a text, the whole file by the code
and the grammars that parsed. It is never trusted: what is damaged, or of other code, counts as absent and is replaced.
"""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.files import atomic_write
from codegraft.kg.build.facts import from_batch, to_batch
from codegraft.symbols.analyse import Facts

CACHE_DIRECTORY: Final = Path(".codegraft/kg")
"""Of the pipeline, whose outputs are removed before every run."""

CACHE_NAME: Final = ".parsed"
"""Of a graph that is built anywhere else, beside its files."""

_CODE: Final = Path(__file__).resolve().parents[2]
_EXTRACTORS: Final = ("parsing/**/*", "symbols/**/*", "kg/build/facts.py")
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
        KnowledgeGraphError: the cache cannot be written.
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
    """Facts by key; none if there is no such file, it cannot be read, it is damaged, or other code wrote it."""
    try:
        content = pa.py_buffer(file.read_bytes())
    except OSError:
        return {}
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    if len(content) < _DIGEST_BYTES or hashlib.sha256(body).digest() != digest.to_pybytes():
        return {}
    try:
        with pa.ipc.open_stream(body) as stream:
            if (stream.schema.metadata or {}).get(b"extractor") != extractor().encode():
                return {}
            return from_batch(stream.read_next_batch())
    except pa.ArrowException:
        return {}


def write_cache(file: Path, facts: Mapping[str, Facts]) -> None:
    """Write facts by key; without any, the file is removed.

    Raises:
        KnowledgeGraphError: it cannot be written.
    """
    try:
        _replace(file, facts)
    except OSError as error:
        raise KnowledgeGraphError(
            f"{file}: what was parsed cannot be kept ({error}); make the place writable, or build with --no-incremental"
        ) from None


def _replace(file: Path, facts: Mapping[str, Facts]) -> None:
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
    code = [(name, hashlib.sha256((_CODE / name).read_bytes()).hexdigest()) for name in extractor_files()]
    return hashlib.sha256(json.dumps([versions, code]).encode()).hexdigest()


def extractor_files() -> list[str]:
    """The files that :func:`extractor` covers, sorted, relative to the package."""
    found = (path for pattern in _EXTRACTORS for path in _CODE.glob(pattern) if path.is_file())
    return sorted(path.relative_to(_CODE).as_posix() for path in found if "__pycache__" not in path.parts)
