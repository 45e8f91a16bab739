"""Code search on a package that no split holds: how long an index takes, an update, and an answer.

    python -m benchmarks.graphmer_search --package pydantic --queries-to queries.md

The package is copied, so that one file of it can change. Building an index reads, parses and embeds every file; an
update does so with the one that changed and reads the others to see that they did not. ``open`` is what a new process
does before it can answer; ``ask`` is a query after that. ``--queries-to`` writes ten queries with their answers.
"""

import argparse
import importlib.util
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import numpy as np

from benchmarks.export import RESULTS
from codegraft.files import write_json
from codegraft.graphmer.chains.tokenizer import TOKENIZER_DIRECTORY, CodeTokenizer
from codegraft.graphmer.search.answers import Answer, Searcher
from codegraft.graphmer.search.index import index_file, open_index
from codegraft.graphmer.search.ranker import SEARCH_DIRECTORY, Ranker, load_ranker

RUNS: Final = 5
ASKED: Final = 4
"""Times that each query is asked in a run."""

QUERIES: Final = (
    "convert a model instance to a dictionary",
    "parse a JSON string into a model",
    "generate the JSON schema of a model",
    "check that an email address is valid",
    "copy a model with some fields changed",
    "rename fields from snake case to camel case",
    "find the discriminator of a tagged union",
    "raise an error when a required module is missing",
    "compare two objects for equality of their fields",
    "read variables from a dotenv file",
)
"""What a new user of pydantic may ask, in words that are not taken from its code."""


def main() -> None:
    """Measure and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--package", default="pydantic")
    parser.add_argument("--model", type=Path, default=SEARCH_DIRECTORY)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_graphmer_search.json")
    parser.add_argument("--queries-to", type=Path, help="Markdown file for the queries and their first three answers.")
    arguments = parser.parse_args()
    ranker = load_ranker(arguments.model, CodeTokenizer.load(TOKENIZER_DIRECTORY))
    with tempfile.TemporaryDirectory() as temporary:
        code, cache = Path(temporary) / arguments.package, Path(temporary) / "cache"
        shutil.copytree(package_directory(arguments.package), code, ignore=shutil.ignore_patterns("__pycache__"))
        results = measure(code, cache, ranker)
        searcher = Searcher(open_index(code, ranker, cache), ranker)
        if arguments.queries_to:
            text = "\n".join(line for query in QUERIES for line in told(query, searcher.ask(query, 3)))
            arguments.queries_to.write_text(HEAD + text + "\n", encoding="utf-8")
    write_json(arguments.output, {"package": f"{arguments.package} {version(arguments.package)}", **results})


HEAD: Final = "| query | # | probability | function | place | what it says |\n|---|---|---|---|---|---|\n"


def package_directory(name: str) -> Path:
    """Where an installed package is."""
    spec = importlib.util.find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{name}: not an installed package; name one")
    return Path(spec.submodule_search_locations[0])


def measure(code: Path, cache: Path, ranker: Ranker) -> dict[str, Any]:
    """Seconds of building, updating and asking; least and median of several runs."""
    builds, updates, opens, asks = [], [], [], []
    changed = max(code.rglob("*.py"), key=lambda file: file.stat().st_size)
    for run in range(RUNS):
        shutil.rmtree(cache, ignore_errors=True)
        builds.append(seconds(partial(open_index, code, ranker, cache))[0])
        with changed.open("a", encoding="utf-8") as file:
            file.write(f"\n\ndef added_{run}():\n    pass\n")
        spent, index = seconds(partial(open_index, code, ranker, cache))
        updates.append(spent)
        opens.append(seconds(lambda: Searcher(open_index(code, ranker, cache), ranker))[0])
        searcher = Searcher(index, ranker)
        asks += [seconds(partial(searcher.ask, query, 10))[0] for query in QUERIES * ASKED]
    files = len(index.texts.files)
    return {
        "files": files,
        "functions": len(index.table),
        "source_bytes": sum(len(text) for _, text in index.texts.files),
        "index_bytes": index_file(code, cache).stat().st_size,
        "build_s_per_1000_files": spread([spent / files * 1000 for spent in builds]),
        "build_s": spread(builds),
        "update_after_one_file_s": spread(updates),
        "open_s": spread(opens),
        "ask_ms": {"p50": float(np.percentile(asks, 50) * 1e3), "p95": float(np.percentile(asks, 95) * 1e3)},
    }


def seconds(work: Callable[[], Any]) -> tuple[float, Any]:
    """How long some work takes on the wall clock, and what it gives."""
    begun = time.perf_counter()
    result = work()
    return time.perf_counter() - begun, result


def spread(values: Sequence[float]) -> dict[str, float]:
    """Least and median."""
    return {"least": min(values), "median": statistics.median(values)}


def told(query: str, answers: Sequence[Answer]) -> list[str]:
    """Rows of a Markdown table."""
    return [
        f"| {query if answer.rank == 1 else ''} | {answer.rank} | {answer.probability:.0%} | `{answer.qualified}` "
        f"| {answer.path}:{answer.line} | {answer.says[:90].replace('|', chr(92) + '|')} |"
        for answer in answers
    ]


if __name__ == "__main__":
    main()
