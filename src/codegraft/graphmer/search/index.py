"""The index of a directory: built once, then brought up to date by the files that changed.

It stands in the user's cache, named by the directory's absolute path, and is never trusted: what is damaged, or was
made by another model or another version of this program, is made anew, and that is said.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from codegraft.bulk import collector_paused
from codegraft.errors import SourceError
from codegraft.files import atomic_write
from codegraft.graphmer.search.ranker import Ranker
from codegraft.graphmer.search.table import function_table, table_schema
from codegraft.kg.build.cache import extractor
from codegraft.kg.build.checkout import read_checkout
from codegraft.kg.build.texts import Texts
from codegraft.training.runs import code_hash

_MODULES: Final = ("bags", "documentation", "embedding", "fields", "functions", "index", "table", "words")
"""What decides what is in an index, beside the model and the parsers."""

_MADE_BY: Final = b"made_by"
_FILES: Final = b"files"
_DIGEST_BYTES: Final = 32


@dataclass(frozen=True, eq=False)
class Index:
    """The functions of a directory.

    Attributes:
        texts: the directory as it is now.
        table: of :func:`codegraft.graphmer.search.table.function_table`, by path.
        read: files that were new or had changed.
        removed: files that were in the index and are no more.
        remarks: what a person should know, a line each.
    """

    texts: Texts
    table: pa.Table
    read: int
    removed: int
    remarks: tuple[str, ...]


def cache_directory() -> Path:
    """Where indices are: below ``XDG_CACHE_HOME``, by default ``~/.cache``."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "codegraft" / "search"


def index_file(directory: Path, cache: Path) -> Path:
    """The index of a directory: one for each absolute path, with links followed."""
    key = hashlib.sha256(os.fsencode(directory.expanduser().resolve())).hexdigest()
    return cache / f"{key[:32]}.arrow"


def open_index(directory: Path, ranker: Ranker, cache: Path) -> Index:
    """The index of a directory, brought up to date and kept.

    Raises:
        SourceError: it is not a directory, or there is no function in it.
    """
    texts = read_checkout(directory)
    place, made_by = index_file(directory, cache), _made_by(ranker)
    with collector_paused():
        known, table, remark = _read(place, made_by, ranker)
        files = {file.path: file.sha256 for file, _ in texts.files}
        changed = [(file, text) for file, text in texts.files if known.get(file.path) != file.sha256]
        remarks = [remark, _left_out(texts)]
        if known != files:
            kept = pa.array([path for path, digest in known.items() if files.get(path) == digest], pa.string())
            same = table.filter(pc.is_in(table["path"], value_set=kept))
            new = function_table(changed, ranker.embedding, ranker.tokenizer)
            table = pa.concat_tables([same, new])
            table = table.take(pc.sort_indices(table, [("path", "ascending"), ("line_start", "ascending")]))
            table = table.combine_chunks()
            remarks.append(_write(place, table, made_by, files))
    if not len(table):
        raise SourceError(f"{directory}: no function in Python or Java in it; name a directory with code")
    return Index(texts, table, len(changed), len(known.keys() - files.keys()), tuple(filter(None, remarks)))


def _made_by(ranker: Ranker) -> str:
    """What an index must have been made by: the model and the code."""
    code = code_hash("codegraft.graphmer.search", _MODULES)
    return json.dumps([ranker.embedding.digest, ranker.tokenizer.digest, code, extractor()])


def _read(file: Path, made_by: str, ranker: Ranker) -> tuple[Mapping[str, str], pa.Table, str]:
    """SHA-256 of files by path, their functions, and what a person should know; nothing of what cannot be used."""
    empty = table_schema(ranker.embedding.tokens.shape[1]).empty_table()
    try:
        table = _checked(pa.py_buffer(file.read_bytes()))
    except FileNotFoundError:
        return {}, empty, ""
    except OSError as error:
        return {}, empty, f"{file}: cannot be read ({error.strerror}); the index is made anew"
    except pa.ArrowException:
        return {}, empty, f"{file}: damaged; the index is made anew"
    metadata = table.schema.metadata or {}
    if metadata.get(_MADE_BY) != made_by.encode():
        return {}, empty, f"{file}: made by another model or version; the index is made anew"
    return json.loads(metadata[_FILES]), table.replace_schema_metadata(), ""


def _checked(content: pa.Buffer) -> pa.Table:
    """The table of a file that ends with the SHA-256 of all before.

    Raises:
        ArrowException: it does not.
    """
    body, digest = content[:-_DIGEST_BYTES], content[-_DIGEST_BYTES:]
    if len(content) < _DIGEST_BYTES or hashlib.sha256(body).digest() != digest.to_pybytes():
        raise pa.ArrowInvalid("another digest")
    return pa.ipc.open_file(body).read_all()


def _write(file: Path, table: pa.Table, made_by: str, files: Mapping[str, str]) -> str:
    """Keep an index; says what a person should know if that is impossible: there is an answer all the same."""
    table = table.replace_schema_metadata({_MADE_BY: made_by, _FILES: json.dumps(files)})
    sink = pa.BufferOutputStream()
    with pa.ipc.new_file(sink, table.schema) as writer:
        writer.write(table)
    body = sink.getvalue()
    try:
        with atomic_write(file) as temporary, temporary.open("wb") as handle:
            handle.write(body)
            handle.write(hashlib.sha256(body).digest())
    except OSError as error:
        return f"{file}: the index cannot be kept ({error.strerror}); the next search makes it anew"
    return ""


def _left_out(texts: Texts) -> str:
    odd = sum(bool(file.problems) for file, _ in texts.files)
    told = [f"left out: {len(texts.skipped)} files or directories"] if texts.skipped else []
    told += [f"not plain UTF-8, read as far as possible: {odd} files"] if odd else []
    return "; ".join(told)
