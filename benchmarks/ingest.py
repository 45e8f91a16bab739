"""Source code -> rows -> PostgreSQL, with the limit of each half beside it, in one run.

    python -m benchmarks.ingest

Reads data/sources.parquet (the ``sources`` stage makes it). The limit of the first half is parsing the same bytes and
doing nothing with the tree (tree-sitter, and Python's own ``ast`` for its files); that of the second is COPY of the
same rows, already encoded, into unlogged tables without keys or indexes.
"""

import ast
import gc
import json
import tempfile
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa

from benchmarks.export import RESULTS
from codegraft.parsing.languages import LANGUAGES
from codegraft.snapshot.extract.rows import SnapshotRows, build_snapshot
from codegraft.snapshot.postgres.copy_rows import BATCH_ROWS
from codegraft.snapshot.postgres.copy_text import CopyStream, csv_block
from codegraft.snapshot.postgres.database import Database, connect
from codegraft.snapshot.postgres.ingest import create_tables, ingest_rows
from codegraft.snapshot.postgres.server import embedded_server
from codegraft.sources import read_sources


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call, the collector run beforehand."""
    gc.collect()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def parse_all(sources: pa.Table) -> None:
    """Tree-sitter alone, one process."""
    for language, text in zip(sources["language"].to_pylist(), sources["text"].to_pylist(), strict=True):
        LANGUAGES[language].parse(text.encode())


def ast_all(sources: pa.Table) -> None:
    """``ast.parse`` of the Python files alone, one process, its best case: no collections."""
    gc.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", SyntaxWarning)
            for language, text in zip(sources["language"].to_pylist(), sources["text"].to_pylist(), strict=True):
                if language == "python":
                    ast.parse(text)
    finally:
        gc.enable()


def bare_copy(rows: SnapshotRows, database: Database) -> float:
    """COPY of encoded rows into tables that have columns and nothing else."""
    constants = {"AstNode": {"snapshotId": rows.info["id"], "updatedAt": "2026-01-01"},
                 "GraphEdge": {"snapshotId": rows.info["id"]}}  # fmt: skip
    seconds = 0.0
    with connect(database, read_only=False) as connection, connection.cursor() as cursor:
        for table, part in (("AstNode", rows.nodes), ("GraphEdge", rows.edges)):
            blocks = [csv_block(batch, constants[table]) for batch in part.to_batches(max_chunksize=BATCH_ROWS)]
            name = database.table(table).as_string(connection)
            cursor.execute(f'CREATE UNLOGGED TABLE "bare {table}" (LIKE {name} INCLUDING DEFAULTS)')
            columns = ", ".join(f'"{column}"' for column in (*part.column_names, *constants[table]))
            query = f'COPY "bare {table}" ({columns}) FROM STDIN (FORMAT csv)'
            stream = CopyStream(iter(blocks))
            seconds += timed(lambda query=query, stream=stream: cursor.copy_expert(query, stream, 1 << 20))
    return seconds


def main() -> None:
    """Measure, print, keep."""
    sources = read_sources("data/sources.parquet")
    built: list[SnapshotRows] = []
    figures = {
        "tree_sitter": timed(lambda: parse_all(sources)),
        "ast_parse": timed(lambda: ast_all(sources)),
        "rows_one_process": timed(lambda: built.append(build_snapshot(sources, jobs=1))),
        "rows_two_processes": timed(lambda: built.append(build_snapshot(sources, jobs=2))),
    }
    rows = built[0]
    with tempfile.TemporaryDirectory() as place, embedded_server(Path(place)) as database:
        figures["ingest"] = timed(lambda: ingest_rows(rows, database))
    with tempfile.TemporaryDirectory() as place, embedded_server(Path(place)) as database:
        create_tables(database)
        figures["bare_copy"] = bare_copy(rows, database)
    nodes, everything = rows.info["nodes"], rows.info["nodes"] + rows.info["edges"]
    print(f"{sources.num_rows} files, {nodes} nodes, {rows.info['edges']} edges")
    for name, seconds in figures.items():
        count = everything if name in ("ingest", "bare_copy") else nodes
        print(f"  {name:20} {seconds:7.2f} s  {count / seconds:10.0f} {'rows' if count == everything else 'nodes'}/s")
    ratios = {
        "rows / tree_sitter (one process)": figures["rows_one_process"] / figures["tree_sitter"],
        "rows / ast_parse (one process)": figures["rows_one_process"] / figures["ast_parse"],
        "ingest / bare_copy": figures["ingest"] / figures["bare_copy"],
    }
    for name, ratio in ratios.items():
        print(f"  {name}: {ratio:.2f}x")
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{time.strftime('%Y-%m-%d')}_ingest.json"
    report = {"nodes": nodes, "edges": rows.info["edges"], "seconds": figures, "ratio": ratios}
    path.write_text(json.dumps(report, indent=2, sort_keys=True) + "\n")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
