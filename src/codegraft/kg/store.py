"""The knowledge graph on disk: two tables and a manifest that says which bytes belong together."""

import hashlib
import json
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from filelock import FileLock
from numpy.typing import NDArray

from codegraft.errors import KnowledgeGraphError, plain
from codegraft.files import atomic_write, read_file, write_json

KG_DIRECTORY: Final = Path("data/kg")
TRIPLES_FILE: Final = "triples.parquet"
ENTITIES_FILE: Final = "entities.parquet"
MANIFEST_FILE: Final = "manifest.json"

WORDS: Final = pa.dictionary(pa.int32(), pa.string())
"""Strings that repeat."""


def _schema(columns: Mapping[str, pa.DataType]) -> pa.Schema:
    return pa.schema([pa.field(name, kind, nullable=False) for name, kind in columns.items()])


_SPAN: Final = dict.fromkeys(("start", "end", "line_start", "line_end"), pa.int32())

TRIPLES_SCHEMA: Final = _schema(
    dict.fromkeys(("head", "head_type", "relation", "tail", "tail_type", "resolution"), WORDS)
    | dict.fromkeys(("language", "repository", "version", "licence", "file"), WORDS)
    | _SPAN
    | {"occurrences": pa.int32()}
)
"""One row a statement; ``file`` and the span (bytes, lines from 1) are the first of its ``occurrences``."""

TRIPLES_ORDER: Final = ("repository", "head", "relation", "tail")
"""What triples are sorted by; no two rows agree in all of them."""

ENTITIES_SCHEMA: Final = _schema(
    {"id": pa.string(), "type": WORDS, "name": pa.string(), "language": WORDS, "repository": WORDS, "file": WORDS}
    | _SPAN
    | {"attributes": WORDS}
)
"""One row an entity, sorted by ``id``. What does not apply is an empty string or -1; ``attributes`` is JSON."""

ENTITIES_ORDER: Final = ("id",)

_BUILD: Final = "build it again: `codegraft kg build` or `dvc repro build_kg`"
_ENCODINGS: Final = {pa.int32(): "DELTA_BINARY_PACKED", pa.string(): "DELTA_BYTE_ARRAY"}
"""Of the columns without dictionary: spans are close to those before them, and sorted ids share their beginnings."""

_MANY: Final = 5
"""Differences that a message names."""

_ROW_GROUP: Final = 1 << 20


@dataclass(frozen=True)
class KnowledgeGraph:
    """Triples in :data:`TRIPLES_SCHEMA` and entities in :data:`ENTITIES_SCHEMA`, both made :func:`canonical`.

    ``manifest`` is what is known of how they were made.
    """

    triples: pa.Table
    entities: pa.Table
    manifest: Mapping[str, Any]

    def __post_init__(self) -> None:
        object.__setattr__(self, "triples", canonical(self.triples, TRIPLES_SCHEMA, "triples"))
        object.__setattr__(self, "entities", canonical(self.entities, ENTITIES_SCHEMA, "entities"))


def write_kg(
    directory: str | Path, triples: pa.Table, entities: pa.Table, manifest: Mapping[str, Any]
) -> dict[str, str]:
    """Write the tables and the manifest, to which ``tables`` (the SHA-256 of each file) is added.

    Equal rows give equal bytes, whatever the caller's dictionaries and chunks. The manifest is renamed last, so that
    files of two builds, should a crash mix them, are refused by :func:`read_kg`. Other files in the directory stay.
    Of several that write to one directory, each waits for the one before it.

    Returns:
        ``tables``, as the manifest has it.

    Raises:
        KnowledgeGraphError: a table has other columns or a null, is not sorted and unique, or cannot be written.
    """
    place = Path(directory)
    kg = KnowledgeGraph(triples, entities, manifest)
    _refuse_disorder(kg.triples, TRIPLES_ORDER, "triples")
    _refuse_disorder(kg.entities, ENTITIES_ORDER, "entities")
    try:
        return _write_files(place, kg)
    except OSError as error:
        raise KnowledgeGraphError(f"{place}: cannot be written ({error})") from None


def read_kg(directory: str | Path = KG_DIRECTORY) -> KnowledgeGraph:
    """The graph that :func:`write_kg` wrote.

    Raises:
        KnowledgeGraphError: a file is missing, damaged, of another build, or has other columns.
    """
    place = Path(directory)
    manifest = read_manifest(place / MANIFEST_FILE)
    triples = _read_table(place / TRIPLES_FILE, TRIPLES_SCHEMA, manifest["tables"][TRIPLES_FILE])
    entities = _read_table(place / ENTITIES_FILE, ENTITIES_SCHEMA, manifest["tables"][ENTITIES_FILE])
    return KnowledgeGraph(triples, entities, manifest)


def canonical(table: pa.Table, schema: pa.Schema, name: str) -> pa.Table:
    """The same rows in one chunk, each dictionary sorted and without values that no row has.

    Raises:
        KnowledgeGraphError: ``name``, as messages call the table, has other columns than ``schema``, or a null.
    """
    _refuse_other_columns(table, schema, name)
    arrays = [column.combine_chunks() for column in table.columns]
    for field, array in zip(schema, arrays, strict=True):
        if array.null_count or (array.type == WORDS and array.dictionary.null_count):
            raise KnowledgeGraphError(f"{name}: column {field.name} holds nulls; expected none")
    return pa.table([_tidy(array) if array.type == WORDS else array for array in arrays], schema=schema)


def _refuse_other_columns(table: pa.Table, schema: pa.Schema, name: str) -> None:
    if table.schema.equals(schema):
        return
    found, expected = ([f"{field.name} {field.type}" for field in columns] for columns in (table.schema, schema))
    wrong = [f"no {column}" for column in expected if column not in found]
    wrong += [f"unexpected {plain(column)}" for column in found if column not in expected]
    detail = "; ".join(wrong[:_MANY]) or "their order or nullability differs"
    raise KnowledgeGraphError(f"{name}: not the columns of a knowledge graph: {detail}; {_BUILD}")


def _tidy(array: pa.DictionaryArray) -> pa.DictionaryArray:
    codes, values = array.indices.to_numpy(), array.dictionary
    used = np.bincount(codes, minlength=len(values)) > 0
    if not used.all():
        codes, values = (np.cumsum(used, dtype=np.int32) - 1)[codes], values.filter(pa.array(used))
    if not _increase(values):
        ranks = pc.rank(values, tiebreaker="dense").to_numpy().astype(np.int32) - 1
        codes, values = ranks[codes], values.take(pa.array(np.unique(ranks, return_index=True)[1]))
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), values)


def _increase(values: pa.Array) -> bool:
    return bool(pc.all(pc.less(values[:-1], values[1:]), min_count=0).as_py())


def _refuse_disorder(table: pa.Table, keys: Sequence[str], name: str) -> None:
    tied = np.ones(max(len(table) - 1, 0), bool)
    wrong = np.zeros_like(tied)
    for key in keys:
        falls, stays = _steps(table[key].chunk(0))
        wrong |= tied & falls
        tied &= stays
    if (wrong | tied).any():
        row = int(np.argmax(wrong | tied)) + 1
        shown = ", ".join(table[key][row].as_py() for key in keys)
        raise KnowledgeGraphError(
            f"{name}: row {row} ({shown}) repeats or precedes the row before it; sort by {', '.join(keys)}"
        )


def _steps(array: pa.Array) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each value after the first is below the one before it, and whether it equals that."""
    if array.type == WORDS:
        codes = array.indices.to_numpy()
        return codes[1:] < codes[:-1], codes[1:] == codes[:-1]
    below, equal = pc.less(array[1:], array[:-1]), pc.equal(array[1:], array[:-1])
    return below.to_numpy(zero_copy_only=False), equal.to_numpy(zero_copy_only=False)


def _write_files(place: Path, kg: KnowledgeGraph) -> dict[str, str]:
    place.mkdir(parents=True, exist_ok=True)
    with (
        FileLock(_lock_file(place)),
        atomic_write(place / MANIFEST_FILE) as manifest,
        atomic_write(place / ENTITIES_FILE) as entities,
        atomic_write(place / TRIPLES_FILE) as triples,
        ThreadPoolExecutor(2) as pool,
    ):
        digests = pool.map(_write_table, (kg.triples, kg.entities), (triples, entities))
        tables = dict(zip((TRIPLES_FILE, ENTITIES_FILE), digests, strict=True))
        write_json(manifest, {**kg.manifest, "tables": tables})
    return tables


def _lock_file(place: Path) -> Path:
    """The lock of a directory: not in it, nor beside it, where it would stay as an output that nobody declared."""
    name = hashlib.sha256(str(place.resolve()).encode()).hexdigest()[:32]
    return Path(tempfile.gettempdir(), f"codegraft-{name}.lock")


def _write_table(table: pa.Table, temporary: Path) -> str:
    """Write Parquet and return the SHA-256 of the file.

    Statistics would take as long as all numbers, for files that have a single row group. Arrow's own schema is left
    out: pandas would make categories of the words, and refuse to compare heads with tails.
    """
    pq.write_table(
        table,
        temporary,
        row_group_size=_ROW_GROUP,
        compression="lz4",
        use_dictionary=[field.name for field in table.schema if field.type == WORDS],
        column_encoding={field.name: _ENCODINGS[field.type] for field in table.schema if field.type != WORDS},
        write_statistics=False,
        store_schema=False,
    )
    return hashlib.sha256(temporary.read_bytes()).hexdigest()


def read_manifest(path: Path) -> dict[str, Any]:
    """The manifest of a graph; its ``tables`` are the SHA-256 of both files.

    Raises:
        KnowledgeGraphError: it is missing, or no manifest.
    """
    content = _content(path)
    try:
        manifest = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise KnowledgeGraphError(f"{path}: not readable as JSON ({plain(error)}); {_BUILD}") from None
    tables = manifest.get("tables") if isinstance(manifest, dict) else None
    if not isinstance(tables, dict) or tables.keys() != {TRIPLES_FILE, ENTITIES_FILE}:
        raise KnowledgeGraphError(f"{path}: expected an object whose tables are the two files' SHA-256; {_BUILD}")
    return dict(manifest)


def _read_table(path: Path, schema: pa.Schema, digest: object) -> pa.Table:
    content = _content(path)
    if hashlib.sha256(content).hexdigest() != digest:
        raise KnowledgeGraphError(
            f"{path}: not the bytes that {MANIFEST_FILE} tells of: damaged, or of another build; {_BUILD}"
        )
    words = [field.name for field in schema if field.type == WORDS]
    try:
        table = pq.read_table(pa.BufferReader(content), read_dictionary=words)
        _refuse_other_columns(table, schema, str(path))
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise KnowledgeGraphError(f"{path}: not readable as Parquet ({plain(error)}); {_BUILD}") from None
    return table


def _content(path: Path) -> bytes:
    try:
        return read_file(path)
    except FileNotFoundError:
        raise KnowledgeGraphError(f"{path}: no such file; {_BUILD}") from None
    except OSError as error:
        raise KnowledgeGraphError(f"{path}: cannot be read: {error.strerror}; {_BUILD}") from None
