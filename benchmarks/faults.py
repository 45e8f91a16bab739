"""What goes wrong, tried for real, and what a person sees: prints the table that docs/faults.md holds.

    python -m benchmarks.faults

Servers listen on loopback, everything lives in a temporary directory, and each case ends within a minute.
"""

import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import torch
from psycopg2 import sql

from codegraft.snapshot.bundle import save_bundle
from codegraft.snapshot.export import bundle_of
from codegraft.snapshot.postgres.database import Database, connect
from codegraft.snapshot.postgres.ingest import create_tables
from tests.postgres import TcpServer, free_port, tcp_server
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import EXAMPLE, OTHER_SNAPSHOT, SNAPSHOT, TinySnapshot, insert, uid

PASSWORD = "s3cret-never-shown"
EXPORT = ("export", "--snapshot-id", SNAPSHOT, "--output-path", "out.safetensors")

Case = tuple[str, str]
"""What was tried, what came out."""


class Bench:
    """A place to run ``codegraft`` in, and a server with a password that holds the example snapshot."""

    def __init__(self, place: Path, server: TcpServer) -> None:
        self.place = place
        self.server = server
        self.database = server.database

    def url(self, database: Database | None = None, **changed: str) -> str:
        """Connection string of the server, or one that is wrong in some part."""
        chosen = database or self.database
        parts = {**chosen.parameters, "schema": chosen.schema} | changed
        credentials = f"{parts['user']}:{quote(parts['password'])}"
        return f"postgresql://{credentials}@{parts['host']}:{parts['port']}/{parts['dbname']}?schema={parts['schema']}"

    def codegraft(self, *arguments: str, prefix: tuple[str, ...] = (), limit: int = 330) -> str:
        """Exit code and last words of a command; fails if it shows a traceback or the password."""
        command = [*prefix, sys.executable, "-m", "codegraft", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, cwd=self.place, timeout=120)
        return shown(done.returncode, done.stdout + done.stderr, limit)

    def fresh_schema(self, *snapshots: TinySnapshot) -> Database:
        """A schema of its own with the given snapshots."""
        database = replace(self.database, schema=f"Case_{time.monotonic_ns()}")
        create_tables(database)
        for snapshot in snapshots:
            insert(database, snapshot)
        return database

    def execute(self, database: Database, statement: str, *tables: str) -> None:
        """Run a statement with quoted table names filled in."""
        with connect(database, read_only=False) as connection, connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*map(database.table, tables)))


def shown(code: int, text: str, limit: int = 330) -> str:
    """One table cell: the exit code and the message."""
    if "Traceback" in text or PASSWORD in text:
        raise AssertionError(text)
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    return f"exit {code}: {' / '.join(lines)[:limit]}"


def connection_cases(bench: Bench) -> Iterator[Case]:
    """Reaching the server."""

    def export(**changed: str) -> str:
        return bench.codegraft(*EXPORT, "--database", bench.url(**changed))

    yield "server down", export(port=str(free_port()))
    yield "wrong password", export(password="not-" + PASSWORD)
    yield "database absent", export(dbname="nowhere")
    yield "schema absent", export(schema="Nowhere")
    yield "schema with SQL in it", export(schema=quote('x"; DROP TABLE "AstNode"; --'))
    yield "half a URL, with a password", bench.codegraft(*EXPORT, "--database", f"bob:{PASSWORD}@localhost/db")
    yield "unknown parameter in the URL", bench.codegraft(*EXPORT, "--database", bench.url() + "&sslmod=require")
    yield "DATABASE_URL set, but `embedded` chosen", with_variables(bench)


def with_variables(bench: Bench) -> str:
    """DATABASE_URL leads to a dead port; the embedded server answers all the same."""
    os.environ["DATABASE_URL"] = f"postgresql://nobody@127.0.0.1:{free_port()}/none"
    try:
        return bench.codegraft("snapshot", "list", "--database", "embedded")
    finally:
        del os.environ["DATABASE_URL"]


def snapshot_cases(bench: Bench) -> Iterator[Case]:
    """Reading the snapshot."""

    def export(database: Database, *extra: str, snapshot: str = SNAPSHOT) -> str:
        arguments = ("export", "--snapshot-id", snapshot, "--output-path", "out.safetensors")
        return bench.codegraft(*arguments, "--database", bench.url(database), *extra)

    yield "unknown snapshot", export(bench.fresh_schema(EXAMPLE), snapshot=OTHER_SNAPSHOT)
    yield "no UUID", bench.codegraft("export", "--snapshot-id", "latest")
    empty = bench.fresh_schema(TinySnapshot([(1, "Module", None)]))
    bench.execute(empty, "DELETE FROM {}", "AstNode")
    yield "0 nodes", export(empty)
    yield "1 node", export(bench.fresh_schema(TinySnapshot([(1, "Module", None)])))
    half = bench.fresh_schema(EXAMPLE)
    bench.execute(half, f"INSERT INTO {{}} VALUES ('{SNAPSHOT}', 900, 6)", "SnapshotCount")
    yield "half-loaded snapshot", export(half)
    dangling = bench.fresh_schema(TinySnapshot([(1, "Module", None)], [(1, 99, "Call")]))
    yield "dangling edge", export(dangling)
    yield "dangling edge, `--dangling drop`", export(dangling, "--dangling", "drop")
    crossing = bench.fresh_schema(EXAMPLE, TinySnapshot([(20, "Call", None)], [(20, 1, "Call")], OTHER_SNAPSHOT))
    yield "edge into another snapshot", export(crossing, snapshot=OTHER_SNAPSHOT)
    yield "duplicate edges and self-loops (kept)", export(bench.fresh_schema(EXAMPLE))
    kinds = bench.fresh_schema(TinySnapshot([(1, "Module", None), (2, "JSXElement", 1), (3, "Call", 1)]))
    bench.execute(kinds, "ALTER TABLE {} ALTER type DROP NOT NULL", "AstNode")
    bench.execute(kinds, f"UPDATE {{}} SET type = NULL WHERE id = '{uid(3)}'", "AstNode")
    export(kinds)
    words = bench.codegraft("audit", "out.safetensors", limit=5000)
    yield "unknown and NULL kinds, then `codegraft audit`", " / ".join(w for w in words.split(" / ") if "Other" in w)
    yield "writer during the export", concurrent_writer(bench)


def concurrent_writer(bench: Bench) -> str:
    """Nodes and edges are added between the two reads of an export."""
    from codegraft.snapshot import reader
    from codegraft.snapshot.export import run_export_pipeline

    database, copy = bench.fresh_schema(EXAMPLE), reader.SnapshotReader.copy

    def copy_then_write(this: reader.SnapshotReader, table: str, fields: dict[str, tuple[str, str]]) -> object:
        rows = copy(this, table, fields)
        if table == reader.NODES:
            bench.execute(
                database,
                f"INSERT INTO {{}} VALUES (gen_random_uuid(), '{uid(1)}', gen_random_uuid(), 'Call', 'a', "
                f"'{SNAPSHOT}', 1)",
                "GraphEdge",
            )
        return rows

    reader.SnapshotReader.copy = copy_then_write  # type: ignore[assignment, method-assign]
    try:
        bundle = run_export_pipeline(SNAPSHOT, dsn=bench.url(database))
    finally:
        reader.SnapshotReader.copy = copy  # type: ignore[method-assign]
    return f"{bundle.manifest['edges']} edges: the state before the writer, who added a dangling edge meanwhile"


def file_cases(bench: Bench) -> Iterator[Case]:
    """Writing and reading bundles."""
    export = (*EXPORT[:-1], "full/out.safetensors", "--database", bench.url(bench.fresh_schema(EXAMPLE)))
    (bench.place / "full").mkdir()
    mount = 'mount -t tmpfs -o size=4k none full && "$@"; code=$?; ls -A full | sed "s/^/left: /"; exit $code'
    full = mount.replace("none full", "none full && head -c 4000 /dev/zero > full/ballast")
    yield "disk full", bench.codegraft(*export, prefix=("unshare", "-rm", "sh", "-c", full, "sh"))
    readonly = mount.replace("size=4k", "ro")
    yield "output folder read-only", bench.codegraft(*export, prefix=("unshare", "-rm", "sh", "-c", readonly, "sh"))
    yield "interrupted export (SIGINT)", interrupted(bench)
    whole = save_bundle(bundle_of(example_columns()), bench.place / "whole.safetensors")
    (bench.place / "cut.safetensors").write_bytes(whole.read_bytes()[:-100])
    yield "truncated bundle", bench.codegraft("audit", "cut.safetensors")

    class Hostile:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return os.system, ("touch executed",)

    (bench.place / "hostile.pkl").write_bytes(pickle.dumps({"x": torch.eye(6), "edge_index": Hostile()}))
    result = bench.codegraft("audit", "hostile.pkl")
    ran = "its command RAN" if (bench.place / "executed").exists() else "nothing ran"
    yield "hostile pickle", f"{result}; {ran}"


def interrupted(bench: Bench) -> str:
    """Ctrl-C while the file is being written."""
    script = (
        "import sys, time, codegraft.snapshot.bundle as b\n"
        "def slow(tensors, path, metadata):\n    path.write_bytes(b'half'); print('writing', flush=True); "
        "time.sleep(60)\n"
        "b.save_file = slow\nfrom codegraft.cli import main\nsys.argv[1:] = sys.argv[1:]\nmain()"
    )
    folder = bench.place / "interrupted"
    arguments = (*EXPORT[:-1], str(folder / "out.safetensors"), "--database", bench.url(bench.fresh_schema(EXAMPLE)))
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], cwd=bench.place, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(2)
        out, err = process.communicate(timeout=30)
    left = len(list(folder.iterdir()))
    return f"{shown(process.returncode, (out + err).decode())} {left} files left"


def killed_server(bench: Bench) -> Iterator[Case]:
    """Last, since it takes the server away: killed while rows are on their way."""
    slow = bench.fresh_schema(EXAMPLE)
    bench.execute(slow, "ALTER TABLE {} RENAME TO old", "GraphEdge")
    view = "CREATE VIEW {} AS SELECT o.* FROM {}, LATERAL (SELECT pg_sleep(9)) s, LATERAL (SELECT {}.*) o"
    bench.execute(slow, view.replace("{}.*", "old.*").replace("FROM {}", "FROM {} old"), "GraphEdge", "old")
    arguments = (*EXPORT, "--database", bench.url(slow))
    with subprocess.Popen(
        [sys.executable, "-m", "codegraft", *arguments],
        cwd=bench.place,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        time.sleep(5)
        bench.server.kill()
        out, _ = process.communicate(timeout=60)
    yield "server killed in mid-read", shown(process.returncode, out)


def source_cases(bench: Bench) -> Iterator[Case]:
    """Source code that is not as it should be, through ``codegraft dataset``."""
    contents = {
        "file with a syntax error": b"def fine():\n    return 1\n\ndef broken(:\n    pass\n\ndef more():\n    pass\n",
        "file with a null byte": b"x = 1\n\x00\n",
        "50,000 nested parentheses": b"x = " + b"(" * 50_000 + b"1" + b")" * 50_000 + b"\n",
        "20 MB file": b"".join(b"value_%d = %d\n" % (i, i) for i in range(900_000))[: 20 * 2**20],
        "Latin-1 file": "# caf\xe9\nx = 1\n".encode("latin-1"),
        "empty file": b"",
    }
    for number, (title, content) in enumerate(contents.items()):
        folder = bench.place / f"code{number}"
        folder.mkdir()
        (folder / "good.py").write_text("def good():\n    return 1\n")
        (folder / "tried.py").write_bytes(content)
        start = time.perf_counter()
        result = bench.codegraft("dataset", folder.name, "--out", "g.pt")
        yield title, f"{result} ({time.perf_counter() - start:.1f} s)"


def main() -> None:
    """Try everything and print a Markdown table."""
    groups: tuple[Callable[[Bench], Iterator[Case]], ...] = (
        connection_cases, snapshot_cases, file_cases, source_cases, killed_server,
    )  # fmt: skip
    print("| tried | what came out |\n|---|---|")
    with ExitStack() as stack:
        place, cluster = (Path(stack.enter_context(tempfile.TemporaryDirectory())) for _ in range(2))
        server = stack.enter_context(tcp_server(cluster, PASSWORD))
        bench = Bench(place, server)
        create_tables(server.database)
        for group in groups:
            for title, result in group(bench):
                cell = result.replace(str(place), "...").replace("|", "\\|")
                print(f"| {title} | {cell} |", flush=True)


if __name__ == "__main__":
    main()
