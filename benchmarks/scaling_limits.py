"""What grows faster than the sources: the places where a table of all repositories is gone through for each of them.

    python -m benchmarks.scaling_limits

Made-up repositories of short files, so that nothing is counted but what their number costs; and, on the real sources,
how many pairs of files MinHash proposes as near duplicates, and what it takes to compare them. Seconds are of the
processor, the least of rounds.
"""

import argparse
import resource
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from benchmarks.export import RESULTS
from benchmarks.scaling_stages import JAVA, OTHERS, cases
from codegraft import near_duplicates
from codegraft.files import write_json
from codegraft.graphmer.batches.data import Epoch
from codegraft.graphmer.batches.draws import Draws
from codegraft.graphmer.training.task import read_task
from codegraft.kg.build import assemble
from codegraft.kg.build.texts import texts_of_table
from codegraft.kg.store import read_kg
from codegraft.params import load_params
from codegraft.sources import SCHEMA, collect, read_sources

REPOSITORIES: Final = (1_000, 2_000, 4_000)
FILES: Final = 50
"""Of each made-up repository."""

ROUNDS: Final = 2


def least(call: Callable[[], object]) -> float:
    """CPU seconds of the fastest round."""
    spent = []
    for _ in range(ROUNDS):
        begun = time.process_time()
        call()
        spent.append(time.process_time() - begun)
    return min(spent)


def made_up(repositories: int) -> pa.Table:
    """So many repositories, their files of one line each."""
    rows = repositories * FILES
    columns = {
        "repository": [f"repository_{row // FILES:07d}" for row in range(rows)],
        "path": [f"file_{row % FILES:02d}.py" for row in range(rows)],
    }
    same = {"version": "1", "licence": "MIT", "language": "python", "sha256": "0" * 64, "text": "a\n"}
    return pa.table(columns | {name: [value] * rows for name, value in same.items()}).select(SCHEMA.names).cast(SCHEMA)


def by_repositories(repositories: int) -> dict[str, float]:
    """What the number of repositories alone costs."""
    table = made_up(repositories)
    names = table["repository"].unique().to_pylist()
    return {
        "repositories": repositories,
        "files": table.num_rows,
        "texts_of_table": least(lambda: list(texts_of_table(table))),
        "repeated_words": least(lambda: assemble._repeated(names, [1] * repositories)),
    }


def proposals(texts: list[str]) -> dict[str, Any]:
    """How many pairs are proposed and compared among these texts, and what it takes to propose them."""
    contents = [shingles for shingles in map(near_duplicates.shingles, texts) if len(shingles)]
    begun = time.process_time()
    pairs = {*near_duplicates._candidates(contents)}
    proposed = time.process_time()
    for first, second in pairs:
        near_duplicates.jaccard(contents[first], contents[second])
    return {
        "files": len(texts),
        "pairs": len(pairs),
        "proposing_cpu_seconds": proposed - begun,
        "comparing_cpu_seconds": time.process_time() - proposed,
        "shingle_bytes": int(sum(content.nbytes for content in contents)),
        "source_bytes": sum(len(text) for text in texts),
    }


def near_duplicate_pairs() -> list[dict[str, Any]]:
    """Pairs among the files of 5, 11, 22 and 44 repositories: those of the other benchmark."""
    everything = pa.concat_tables([read_sources(), collect(OTHERS).table])
    found = []
    for packages, _ in cases():
        of_these = everything.filter(pc.is_in(everything["repository"], pa.array([*packages, JAVA])))
        found.append({"repositories": len(packages) + 1, **proposals(of_these["text"].to_pylist())})
    return found


def epoch() -> dict[str, int]:
    """Training on the default chains: nodes of an epoch, and memory of each process that reads them."""
    params = load_params(changes={"graphmer.size": "base"}).graphmer
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    task = read_task()
    read = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    batches = len(Epoch(task.train, task.masker(params, 1), Draws(0, 1), 1))
    return {
        "nodes": batches * params.length,
        "windows": len(task.train),
        "reading_peak_bytes": (read - before) * 1024,
        "training_bytes": sum(array.nbytes for array in task.train.arrays().values()),
    }


def graph() -> dict[str, int]:
    """Rows and bytes of the default knowledge graph that have a limit by their type."""
    found = read_kg()
    return {
        "triples": found.triples.num_rows,
        "entities": found.entities.num_rows,
        "id_bytes": int(pc.sum(pc.binary_length(found.entities["id"])).as_py()),
    }


def main() -> None:
    """Measure, print, keep."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=RESULTS / f"{date.today().isoformat()}_scaling_limits.json")
    arguments = parser.parse_args()
    of_training, of_graph = epoch(), graph()  # first, while the process is small
    found = {
        "epoch": of_training,
        "graph": of_graph,
        "by_repositories": [by_repositories(number) for number in REPOSITORIES],
        "near_duplicates": near_duplicate_pairs(),
    }
    write_json(arguments.output, found)
    print(arguments.output.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
