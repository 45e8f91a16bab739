"""The knowledge graph of CPython's standard library, beside bare parsing of the same files, in one run.

    python -m benchmarks.kg

Every build reads, parses, resolves, validates and writes, without a cache. The limits are ``ast.parse`` of all files in
one process, its best case (text in memory, no collections), and tree-sitter's parsing with the query that the build
needs and nothing after it. Ratios are of wall times to the median of ``ast.parse``.
"""

import ast
import gc
import json
import random
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
import warnings
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import tree_sitter

from benchmarks.export import RESULTS
from codegraft.bulk import collector_paused
from codegraft.kg.build.assemble import assemble
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.checkout import read_checkout
from codegraft.kg.build.manifest import describe
from codegraft.kg.build.partition import partition
from codegraft.kg.build.texts import Texts
from codegraft.kg.ontology import ONTOLOGY_FILE, Ontology, load_ontology
from codegraft.kg.store import KnowledgeGraph, write_kg
from codegraft.kg.validate import validate
from codegraft.parallel.workers import Workers
from codegraft.parsing.languages import LANGUAGES
from codegraft.parsing.nodes import node_query
from codegraft.symbols.analyse import LINK, PARSE

RUNS = 3
TESTS = {"test", "tests", "idle_test", "site-packages", "__pycache__"}
GROWTH = (16, 4, 1)
"""The corpus grows from this part of its files to all."""


def timed(call: Callable[[], object]) -> float:
    """Seconds of one call, the collector run beforehand."""
    gc.collect()
    start = time.perf_counter()
    call()
    return time.perf_counter() - start


def lay_out(target: Path, part: int = 1) -> None:
    """Copy the standard library's files, or a random part of them, into a directory of their own."""
    root = Path(sysconfig.get_paths()["stdlib"])
    files = [path for path in sorted(root.rglob("*.py")) if not TESTS & set(path.relative_to(root).parts)]
    for path in files if part == 1 else random.Random(0).sample(files, len(files) // part):
        copy = target / path.relative_to(root)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())


def ast_all(texts: Texts) -> None:
    """``ast.parse`` of every file."""
    with collector_paused(), warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        for _, text in texts.files:
            ast.parse(text)


def query_all(texts: Texts) -> None:
    """Tree-sitter's tree and captures of every file."""
    query = node_query("python")
    with collector_paused():
        for _, text in texts.files:
            tree_sitter.QueryCursor(query).captures(LANGUAGES["python"].parse(text).root_node)


def build(source: Path, target: Path, ontology: Ontology, jobs: int) -> KnowledgeGraph:
    """All of ``codegraft kg build``."""
    with collector_paused():
        texts = read_checkout(source, name="stdlib", licence="PSF-2.0")
        graph = build_kg([texts], ontology, workers=Workers(jobs)).graph
        write_kg(target, graph.triples, graph.entities, graph.manifest)
    return graph


def phases(source: Path, target: Path, ontology: Ontology) -> dict[str, float]:
    """Seconds of each step of a build in one process."""
    found: dict[str, float] = {}

    def step(name: str, call: Callable[[], Any]) -> Any:
        start = time.perf_counter()
        result = call()
        found[name] = time.perf_counter() - start
        return result

    with collector_paused():
        texts = step("read", lambda: read_checkout(source, name="stdlib", licence="PSF-2.0"))
        files, contents = zip(*texts.files, strict=True)
        facts = step("parse", lambda: [PARSE["python"](text) for text in contents])
        model = step("resolve", lambda: LINK["python"](files, facts, "stdlib"))
        part = step("triples", lambda: partition([model], texts.repository, texts.version, texts.licence))
        tables = step("tables", lambda: assemble([part]))
        report = step("validate", lambda: validate(tables.triples, tables.entities, ontology))
        manifest = describe([texts], [part], tables, ontology, report)
        step("write", lambda: write_kg(target, tables.triples, tables.entities, manifest))
    return found


def peak_megabytes(source: Path, target: Path, jobs: int) -> float:
    """Peak memory of the command as a process of its own, in MB."""
    command = [sys.executable, "-m", "codegraft", "kg", "build", "--source-dir", str(source), "--output-dir",
               str(target), "--no-incremental", "--jobs", str(jobs)]  # fmt: skip
    script = (
        f"import resource, subprocess; subprocess.run({command!r}, check=True, capture_output=True);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    kilobytes = int(subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout)
    return kilobytes / 1000


def main() -> None:
    """Measure, print, keep."""
    ontology = load_ontology(ONTOLOGY_FILE)
    with tempfile.TemporaryDirectory() as scratch:
        source, target = Path(scratch, "stdlib"), Path(scratch, "kg")
        lay_out(source)
        texts = read_checkout(source, name="stdlib", licence="PSF-2.0")
        calls: dict[str, Callable[[], object]] = {
            "ast.parse": lambda: ast_all(texts),
            "tree-sitter tree and captures": lambda: query_all(texts),
            "build, 1 process": lambda: build(source, target, ontology, 1),
            "build, 2 processes": lambda: build(source, target, ontology, 2),
        }
        seconds: dict[str, list[float]] = {name: [] for name in calls}
        for _ in range(RUNS):
            for name, call in calls.items():
                seconds[name].append(timed(call))
        medians = {name: statistics.median(times) for name, times in seconds.items()}
        graph = build(source, target, ontology, 1)
        growth = {}
        for part in GROWTH:
            sample = Path(scratch, f"part{part}")
            lay_out(sample, part)
            files = sum(1 for _ in sample.rglob("*.py"))
            size = sum(path.stat().st_size for path in sample.rglob("*.py"))
            spent = statistics.median(timed(lambda s=sample: build(s, target, ontology, 1)) for _ in range(RUNS))
            growth[f"{files} files"] = {"ms_per_file": 1000 * spent / files, "s_per_MB": 1e6 * spent / size}
        figures = {
            "files": len(texts.files),
            "bytes": sum(len(text) for _, text in texts.files),
            "triples": graph.triples.num_rows,
            "entities": graph.entities.num_rows,
            "calls": graph.manifest["calls"],
            "seconds": {name: {"median": medians[name], "all": times} for name, times in seconds.items()},
            "ratio_to_ast_parse": {name: median / medians["ast.parse"] for name, median in medians.items()},
            "phases_of_1_process": phases(source, target, ontology),
            "growth": growth,
            "peak_MB": {f"{jobs} processes": peak_megabytes(source, target, jobs) for jobs in (1, 2)},
        }
    text = json.dumps(figures, indent=2)
    print(text)
    (RESULTS / f"{date.today().isoformat()}_kg.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
