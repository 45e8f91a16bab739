"""Stage ``snapshot``: turn the collected sources into the rows of a code graph."""

from pathlib import Path
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

from codegraft.errors import ParamsError
from codegraft.files import write_json
from codegraft.params import load_params
from codegraft.snapshot.extract.rows import build_snapshot, write_rows
from codegraft.sources import SOURCES_FILE, read_sources
from codegraft.stages import run

ROWS: Final = Path("data/snapshot")
METRICS_FILE: Final = Path("metrics/snapshot.json")


def main() -> None:
    """Write data/snapshot/ and metrics/snapshot.json.

    Raises:
        ParamsError: params.yaml names a repository that is not among the sources.
        SourceError: data/sources.parquet is missing or damaged.
    """
    sources = select(read_sources(SOURCES_FILE), load_params().snapshot.repositories)
    rows = build_snapshot(sources, root_path=SOURCES_FILE.as_posix())
    write_rows(rows, ROWS)
    write_json(METRICS_FILE, {"id": rows.info["id"][:8], **rows.report})


def select(sources: pa.Table, repositories: str | list[str]) -> pa.Table:
    """Rows of the named repositories, or all of them."""
    if repositories == "all":
        return sources
    known = sorted(pc.unique(sources["repository"]).to_pylist())
    unknown = sorted(set(repositories) - set(known))
    if unknown:
        raise ParamsError(f"snapshot.repositories: {', '.join(unknown)} not among the sources: {', '.join(known)}")
    return sources.filter(pc.is_in(sources["repository"], pa.array(repositories)))


if __name__ == "__main__":
    run(main)
