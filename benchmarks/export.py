"""Export of a synthetic snapshot against the textbook way and against the limit, side by side in one run.

    python -m benchmarks.export --nodes 1000000 --edges 1300000 --runs 5

A PostgreSQL with a password is started on a loopback port, filled, and read by each contestant in a fresh process, in
turn. Every process says how long the call took (imports not counted) and how far its peak memory rose above what the
interpreter and its imports take. The limit is an unordered binary COPY of the very columns that the export reads,
thrown away.
"""

import argparse
import json
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import psycopg2

from benchmarks import synthetic

RESULTS = Path(__file__).parent / "results"
SERVER = {"shared_buffers": "1GB"}
"""The tables fit, so that the disk is out of the picture."""

SINGLE = ("textbook", "textbook_materialize")
"""Contestants that take minutes at full size and run once."""


def contestant(name: str, dsn: str, snapshot_id: str, folder: Path) -> Callable[[], object]:
    """The call to time, with its imports done."""
    if name == "ours":
        from codegraft.snapshot.export import run_export_pipeline

        return lambda: run_export_pipeline(snapshot_id, folder / "ours.safetensors", dsn)
    if name == "materialize":
        from codegraft.snapshot.materialize import materialize_snapshot

        return lambda: materialize_snapshot(snapshot_id, dsn)
    if name.startswith("textbook"):
        from benchmarks import textbook

        if name == "textbook":
            return lambda: textbook.export(dsn, snapshot_id, folder / "textbook.pkl")
        return lambda: textbook.materialize(dsn, snapshot_id)
    return lambda: copy_only(dsn, snapshot_id)


def copy_only(dsn: str, snapshot_id: str) -> int:
    """The limit: the columns cross the wire, nobody reads them."""

    class Sink:
        size = 0

        def write(self, row: bytes) -> None:
            self.size += len(row)

    connection, sink = psycopg2.connect(dsn), Sink()
    try:
        with connection.cursor() as cursor:
            for columns, table in (("id, type", "AstNode"), ('"fromId", "toId", kind', "GraphEdge")):
                query = f'SELECT {columns} FROM "{table}" WHERE "snapshotId" = \'{snapshot_id}\''
                cursor.copy_expert(f"COPY ({query}) TO STDOUT (FORMAT BINARY)", sink)
    finally:
        connection.close()
    return sink.size


def run_alone(name: str, dsn: str, snapshot_id: str, folder: Path) -> None:
    """Run one contestant in this process and print its figures."""
    call = contestant(name, dsn, snapshot_id, folder)
    before = peak_megabytes()
    start, cpu = time.perf_counter(), time.process_time()
    call()
    seconds, cpu = time.perf_counter() - start, time.process_time() - cpu
    print(json.dumps({"seconds": seconds, "cpu": cpu, "megabytes": peak_megabytes() - before}))


def peak_megabytes() -> float:
    """Highest resident memory of this process so far."""
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


def measure(name: str, dsn: str, snapshot_id: str, folder: Path) -> dict[str, float]:
    """Run one contestant in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.export", "--alone", name, snapshot_id, str(folder)]
    out = subprocess.run(command, input=dsn, capture_output=True, text=True, check=True).stdout
    return dict(json.loads(out))


def check_equal(folder: Path) -> None:
    """The two exports must hold the same tensors, or the comparison means nothing."""
    import pickle

    import torch

    from codegraft.snapshot.bundle import load_tensor_bundle

    ours = load_tensor_bundle(folder / "ours.safetensors")
    with (folder / "textbook.pkl").open("rb") as file:
        theirs = pickle.load(file)
    equal = torch.equal(ours.x, theirs["x"]) and torch.equal(ours.edge_index, theirs["edge_index"])
    if not equal or ours.node_mapping != theirs["node_mapping"]:
        sys.exit("the exports differ")


def main() -> None:
    """Start, fill, measure in turn, print and keep the result."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--nodes", type=int, default=1_000_000)
    parser.add_argument("--edges", type=int, default=1_300_000)
    parser.add_argument("--materialize-nodes", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--alone", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        name, snapshot_id, folder = options.alone
        return run_alone(name, sys.stdin.read(), snapshot_id, Path(folder))
    report = {
        "machine": {"processor": platform.machine(), "python": platform.python_version()},
        "export": race(options.nodes, options.edges, options.runs, ("textbook", "ours", "copy_only")),
        "materialize": race(
            options.materialize_nodes, options.materialize_nodes * 13 // 10, options.runs,
            ("textbook_materialize", "materialize"),
        ),
    }  # fmt: skip
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{time.strftime('%Y-%m-%d')}_export.json"
    path.write_text(json.dumps(report, indent=2, sort_keys=True) + "\n")
    print(f"wrote {path}")
    return None


def race(nodes: int, edges: int, runs: int, names: tuple[str, ...]) -> dict[str, object]:
    """All contestants in turn on one server; medians, and ratios to the one before last."""
    from psycopg2.extensions import make_dsn

    from codegraft.snapshot.postgres.ingest import create_tables
    from tests.postgres import tcp_server

    with tempfile.TemporaryDirectory() as place, tempfile.TemporaryDirectory() as cluster, \
            tcp_server(Path(cluster), "benchmark", SERVER) as server:  # fmt: skip
        create_tables(server.database)
        folder, dsn = Path(place), make_dsn(**server.database.parameters)
        snapshot_id = synthetic.fill(dsn, nodes, edges)
        figures: dict[str, list[dict[str, float]]] = {name: [] for name in names}
        for turn in range(runs):
            for name in names:
                if turn == 0 or name not in SINGLE or nodes <= 200_000:
                    figures[name].append(measure(name, dsn, snapshot_id, folder))
        if "textbook" in names:
            check_equal(folder)
    medians = {
        name: {key: round(statistics.median(run[key] for run in rows), 3) for key in ("seconds", "cpu", "megabytes")}
        for name, rows in figures.items()
    }
    print(f"\n{nodes} nodes, {edges} edges, median of up to {runs} runs")
    for name, median in medians.items():
        spread = [run["seconds"] for run in figures[name]]
        print(f"  {name:22} {median['seconds']:8.3f} s ({min(spread):.3f} to {max(spread):.3f})  "
              f"{median['cpu']:7.2f} s cpu  {median['megabytes']:8.1f} MB")  # fmt: skip
    slow, quick = medians[names[0]], medians[names[1]]
    ratios = {key: round(slow[key] / quick[key], 2) for key in ("seconds", "megabytes")}
    print(f"  {names[0]} / {names[1]}: {ratios['seconds']}x time, {ratios['megabytes']}x memory")
    if "copy_only" in medians:
        ratios["to_copy"] = round(quick["seconds"] / medians["copy_only"]["seconds"], 2)
        print(f"  ours / copy_only: {ratios['to_copy']}x")
    return {"nodes": nodes, "edges": edges, "runs": figures, "median": medians, "ratio": ratios}


if __name__ == "__main__":
    main()
