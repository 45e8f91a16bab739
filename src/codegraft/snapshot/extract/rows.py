"""A snapshot as rows: source code -> nodes and edges, as Arrow tables with the columns of the database's tables."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

import joblib
import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from codegraft.bulk import collector_paused
from codegraft.errors import SnapshotError
from codegraft.files import atomic_directory, write_json
from codegraft.parsing.captures import syntax_types
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.vocabulary import KINDS
from codegraft.snapshot.columns import Ids
from codegraft.snapshot.extract.edges import Edges, build_edges
from codegraft.snapshot.extract.identity import EDGE_VERSION, edge_ids, snapshot_id
from codegraft.snapshot.extract.normalise import FileNodes, SourceFile, normalise_all
from codegraft.snapshot.extract.report import describe
from codegraft.snapshot.extract.resolution import Resolution, resolve
from codegraft.snapshot.kinds import EDGE_KINDS, SNAPSHOT_VERSION

WORDS: Final = pa.dictionary(pa.int32(), pa.string())
NODE_SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.uuid(), nullable=False),
        pa.field("filePath", WORDS, nullable=False),
        pa.field("type", WORDS, nullable=False),
        pa.field("parentId", pa.uuid()),
        pa.field("data", pa.string(), nullable=False),
        pa.field("location", pa.string(), nullable=False),
        pa.field("originalType", WORDS, nullable=False),
    ]
)
EDGE_SCHEMA: Final = pa.schema(
    [
        pa.field("id", pa.uuid(), nullable=False),
        pa.field("fromId", pa.uuid(), nullable=False),
        pa.field("toId", pa.uuid(), nullable=False),
        pa.field("kind", WORDS, nullable=False),
        pa.field("filePath", WORDS, nullable=False),
        pa.field("version", pa.int32(), nullable=False),
    ]
)
SOURCE_COLUMNS: Final = ("repository", "language", "path", "sha256", "text")
NODES_FILE, EDGES_FILE, INFO_FILE = "nodes.parquet", "edges.parquet", "snapshot.json"
ROW_GROUP: Final = 100_000


@dataclass(frozen=True)
class SnapshotRows:
    """A snapshot.

    Attributes:
        nodes: ``NODE_SCHEMA``, by filePath, then position; parents before children.
        edges: ``EDGE_SCHEMA``, by filePath, fromId's position, kind, toId.
        info: id, snapshotVersion, rootPath, nodes, edges (their numbers).
        report: figures about the making of the snapshot; empty when it was read from files.
    """

    nodes: pa.Table
    edges: pa.Table
    info: dict[str, Any]
    report: dict[str, Any] = field(default_factory=dict)


def build_snapshot(sources: pa.Table, root_path: str = "sources", *, jobs: int | None = None) -> SnapshotRows:
    """Turn source files into the rows of a snapshot.

    Args:
        sources: columns repository, language, path, sha256 and text, all strings, one row a file, in any order.
        root_path: what ``"Snapshot"."rootPath"`` says; a name, never a place on this machine.
        jobs: processes that read files, as many as there are cores by default; the rows do not depend on it.

    Raises:
        SnapshotError: no file, a file twice, a column missing, or a language that we do not read.
    """
    files = _source_files(sources)
    snapshot = snapshot_id(root_path, ((file.full_path, file.sha256) for file in files))
    with collector_paused():
        nodes = normalise_all(files, snapshot, jobs or joblib.cpu_count())
        resolution = resolve(files, nodes)
        edges = build_edges([file.facts for file in nodes], resolution)
        paths = [file.full_path for file in files]
        ids = np.concatenate([file.ids for file in nodes])
        node_table = _node_table(nodes, paths, ids, resolution)
        edge_table = _edge_table(edges, paths, ids, resolution.first)
        report = describe(nodes, resolution, edges)
    info = {
        "id": str(snapshot),
        "snapshotVersion": SNAPSHOT_VERSION,
        "rootPath": root_path,
        "nodes": node_table.num_rows,
        "edges": edge_table.num_rows,
    }
    return SnapshotRows(node_table, edge_table, info, report)


def write_rows(rows: SnapshotRows, directory: str | Path) -> None:
    """Write ``nodes.parquet``, ``edges.parquet`` and ``snapshot.json``; equal rows give equal bytes."""
    with atomic_directory(directory) as temporary:
        for name, table in ((NODES_FILE, rows.nodes), (EDGES_FILE, rows.edges)):
            words = [column.name for column in table.schema if column.type == WORDS]
            pq.write_table(table, temporary / name, compression="zstd", row_group_size=ROW_GROUP, use_dictionary=words)
        write_json(temporary / INFO_FILE, rows.info)


def read_rows(directory: str | Path) -> SnapshotRows:
    """Read what :func:`write_rows` wrote.

    Raises:
        SnapshotError: a file is missing or not ours, or the files do not belong together.
    """
    place = Path(directory)
    for name in (INFO_FILE, NODES_FILE, EDGES_FILE):
        if not (place / name).is_file():
            raise SnapshotError(f"{place / name}: no such file; run `dvc repro snapshot`")
    try:
        info = json.loads((place / INFO_FILE).read_text(encoding="utf-8"))
        nodes, edges = pq.read_table(place / NODES_FILE), pq.read_table(place / EDGES_FILE)
    except (OSError, ValueError) as error:
        raise SnapshotError(f"{place}: not readable as a snapshot: {error}; run `dvc repro snapshot`") from None
    if not isinstance(info, dict) or info.keys() != {"id", "snapshotVersion", "rootPath", "nodes", "edges"}:
        raise SnapshotError(f"{place / INFO_FILE}: expected id, snapshotVersion, rootPath, nodes and edges")
    for name, table, schema, count in (
        (NODES_FILE, nodes, NODE_SCHEMA, info["nodes"]),
        (EDGES_FILE, edges, EDGE_SCHEMA, info["edges"]),
    ):
        if not table.schema.equals(schema):
            raise SnapshotError(f"{place / name}: expected the columns {', '.join(schema.names)} of a snapshot")
        if table.num_rows != count:
            raise SnapshotError(f"{place / name}: {table.num_rows} rows, but {INFO_FILE} says {count}; build it again")
    return SnapshotRows(nodes, edges, info)


def _source_files(sources: pa.Table) -> list[SourceFile]:
    """Files sorted by path."""
    missing = [name for name in SOURCE_COLUMNS if name not in sources.column_names]
    if missing:
        raise SnapshotError(f"sources: no column {', '.join(missing)}")
    if sources.num_rows == 0:
        raise SnapshotError("sources: no file; a snapshot needs at least one")
    rows = zip(*(sources[name].to_pylist() for name in SOURCE_COLUMNS), strict=True)
    found = [SourceFile(repository, path, language, sha, text) for repository, language, path, sha, text in rows]
    found.sort(key=lambda file: file.full_path)
    for before, file in pairwise(found):
        if before.full_path == file.full_path:
            raise SnapshotError(f"sources: {file.full_path} is there more than once")
    for file in found:
        if file.language not in LANGUAGES:
            raise SnapshotError(f"{file.full_path}: language {file.language!r}; we read {', '.join(LANGUAGES)}")
    return found


def _node_table(nodes: Sequence[FileNodes], paths: Sequence[str], ids: Ids, resolution: Resolution) -> pa.Table:
    first = resolution.first
    parents = resolution.rows([file.facts.parent for file in nodes])
    syntax = sorted({name for language in LANGUAGES for name in syntax_types(language)})
    code_of = {name: code for code, name in enumerate(syntax)}
    tables = {name: np.array([code_of[word] for word in syntax_types(name)]) for name in LANGUAGES}
    columns = [
        _uuids(ids),
        _words(np.repeat(np.arange(len(nodes)), np.diff(first)), paths),
        _words(np.concatenate([file.facts.kind for file in nodes]), KINDS),
        _uuids(ids[parents], parents >= 0),
        pa.chunked_array([file.data for file in nodes]),
        pa.chunked_array([file.location for file in nodes]),
        _words(np.concatenate([tables[file.facts.language][file.types] for file in nodes]), syntax),
    ]
    return pa.Table.from_arrays(columns, schema=NODE_SCHEMA).combine_chunks()


def _edge_table(edges: Edges, paths: Sequence[str], ids: Ids, first: npt.NDArray[np.int64]) -> pa.Table:
    halves = ids.view(">u8")[edges.target]
    order = np.lexsort((halves[:, 1], halves[:, 0], edges.kind, edges.source))
    source, target, kind = (column[order] for column in edges)
    file = np.searchsorted(first, source, side="right") - 1
    columns = [
        _uuids(edge_ids(ids[source], ids[target], [EDGE_KINDS[code] for code in kind.tolist()])),
        _uuids(ids[source]),
        _uuids(ids[target]),
        _words(kind, EDGE_KINDS),
        _words(file, paths),
        pa.array(np.full(len(order), EDGE_VERSION, dtype=np.int32)),
    ]
    return pa.Table.from_arrays(columns, schema=EDGE_SCHEMA)


def _uuids(ids: Ids, valid: npt.NDArray[np.bool_] | None = None) -> pa.Array:
    bitmap = None if valid is None else pa.py_buffer(np.packbits(valid, bitorder="little").tobytes())
    buffers = [bitmap, pa.py_buffer(np.ascontiguousarray(ids).tobytes())]
    return pa.ExtensionArray.from_storage(pa.uuid(), pa.Array.from_buffers(pa.binary(16), len(ids), buffers))


def _words(codes: npt.NDArray[np.integer[Any]], words: Sequence[str]) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32)), pa.array(words, pa.string()))
