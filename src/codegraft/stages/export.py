"""Stage ``export``: rows -> PostgreSQL when they are not there -> audited tensor bundle."""

import json
from pathlib import Path

from codegraft.errors import BundleError, SnapshotError
from codegraft.files import write_json
from codegraft.params import Export, load_params
from codegraft.snapshot.audit import audit_bundle
from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.export import Layout, Selection, run_export_pipeline
from codegraft.snapshot.extract.rows import read_rows
from codegraft.snapshot.postgres.database import Database, open_database
from codegraft.snapshot.postgres.ingest import drop_older_builds, ingest_rows
from codegraft.stages import run

ROWS = Path("data/snapshot")
BUNDLE = Path("data/bundle.safetensors")
METRICS = Path("metrics/export.json")


def main() -> None:
    """Export the snapshot that params.yaml names, or the one that the snapshot stage built."""
    params = load_params()
    export, choice = params.export, params.snapshot.database
    with open_database(choice) as database:
        if export.snapshot_id is None and choice == "embedded":
            load_rows(database)
        bundle = run_export_pipeline(
            export.snapshot_id or built_snapshot_id(),
            BUNDLE,
            choice,
            layout=Layout(export.features, export.parent_edges, export.edge_features, files=True),
            selection=selection_of(export),
            dangling=export.dangling,
        )
    report = audit_bundle(BUNDLE)
    if not report.passed:
        raise BundleError(f"the export does not pass its audit:\n{report.render()}")
    write_json(METRICS, metrics_of(bundle) | {"audit_passed": report.passed})


def load_rows(database: Database) -> None:
    """Put the snapshot stage's result in place of an older one."""
    rows = read_rows(ROWS)
    drop_older_builds(database, rows.info["rootPath"], keep=rows.info["id"])
    ingest_rows(rows, database)


def built_snapshot_id() -> str:
    """Id of the snapshot stage's result."""
    try:
        return str(json.loads((ROWS / "snapshot.json").read_text(encoding="utf-8"))["id"])
    except (OSError, ValueError, KeyError) as error:
        raise SnapshotError(f"{ROWS}/snapshot.json is not readable ({error}): run `dvc repro snapshot`") from None


def selection_of(export: Export) -> Selection:
    """The part of the graph that params.yaml asks for."""
    kinds = None if export.kinds is None else tuple(export.kinds)
    return Selection(kinds, export.around, export.hops or 0, export.component)


def metrics_of(bundle: TensorBundle) -> dict[str, object]:
    """What a reviewer compares: sizes, kinds, isolation with and without tree edges."""
    manifest = bundle.manifest
    keys = ("nodes", "edges", "node_kinds", "edge_counts", "other_kinds", "dropped_edges", "isolated_share")
    return {key: manifest[key] for key in keys} | {
        "feature_width": bundle.x.shape[1],
        "snapshot": manifest["snapshot"]["id"],
    }


if __name__ == "__main__":
    run(main)
