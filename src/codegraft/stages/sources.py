"""Stage ``sources``: collect the code that params.yaml names into one table."""

from collections import Counter
from pathlib import Path
from typing import Any, Final, cast

import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import SourceError
from codegraft.files import write_json
from codegraft.params import load_params
from codegraft.source_rules import Reason
from codegraft.sources import SKIPPED_FILE, SOURCES_FILE, Collection, collect, write_sources
from codegraft.stages import run

METRICS_FILE: Final = Path("metrics/sources.json")


def main() -> None:
    """Write data/sources.parquet, data/sources_skipped.csv and metrics/sources.json.

    Raises:
        SourceError: nothing was collected, or a named repository is missing or damaged.
    """
    params = load_params().sources
    collection = collect(
        params.packages,
        params.directories,
        tests_of=params.tests_of,
        max_file_bytes=params.max_file_bytes,
    )
    if collection.table.num_rows == 0:
        reasons = sorted({row.reason for row in collection.skipped}) or ["test code"]
        raise SourceError(f"sources: every file was left out ({', '.join(reasons)}); name other sources in params.yaml")
    write_sources(collection, SOURCES_FILE, SKIPPED_FILE)
    write_json(METRICS_FILE, summary(collection))


def summary(collection: Collection) -> dict[str, Any]:
    """Files and UTF-8 bytes in all, by language and by repository; and how many were left out, by reason."""
    table = collection.table.append_column("bytes", pc.binary_length(collection.table["text"]))
    repositories: dict[str, dict[str, Any]] = {
        name: {"files": 0, "bytes": 0, "excluded_tests": tests} for name, tests in collection.excluded_tests.items()
    }
    for group in _totals(table, ["repository", "version", "licence"]):
        repositories[group.pop("repository")] |= group
    reasons = Counter(row.reason for row in collection.skipped)
    return {
        "repositories": len(pc.unique(table["repository"])),
        "files": table.num_rows,
        "bytes": pc.sum(table["bytes"]).as_py(),
        "by_language": {group.pop("language"): group for group in _totals(table, ["language"])},
        "by_repository": repositories,
        "excluded_tests": sum(collection.excluded_tests.values()),
        "skipped": {reason.value: reasons[reason] for reason in Reason},
    }


def _totals(table: pa.Table, keys: list[str]) -> list[dict[str, Any]]:
    totals = table.group_by(keys).aggregate([("bytes", "count"), ("bytes", "sum")])
    return cast(list[dict[str, Any]], totals.rename_columns([*keys, "files", "bytes"]).to_pylist())


if __name__ == "__main__":
    run(main)
