"""``codegraft``: the library's doors for people. Libraries load inside the commands, so that ``--help`` is instant."""

import json
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

from codegraft.errors import BundleError, CodegraftError, SnapshotError
from codegraft.graphmer.commands import graphmer_app
from codegraft.graphsage.commands import graphsage_app, predict
from codegraft.kg.commands import kg_app
from codegraft.programs.commands import programs_app
from codegraft.verify.commands import verify

app = typer.Typer(
    help="Learning on code graphs: snapshots in PostgreSQL, PyG tensors, audits, knowledge graphs, programs, models.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    pretty_exceptions_show_locals=False,
)
snapshot_app = typer.Typer(help="Snapshots in the database.", no_args_is_help=True)
app.add_typer(snapshot_app, name="snapshot")
app.add_typer(kg_app, name="kg")
app.add_typer(programs_app, name="programs")
app.add_typer(graphsage_app, name="graphsage")
app.add_typer(graphmer_app, name="graphmer")
app.command("predict")(predict)
app.command("verify")(verify)


DatabaseOption = Annotated[
    str | None,
    typer.Option(
        "--database",
        help="embedded, env (DATABASE_URL, else DB_HOST ...), or a connection string; default: snapshot.database "
        "of params.yaml here, else embedded.",
    ),
]
FeaturesOption = Annotated[Literal["v1", "v2"], typer.Option(help="v1: the 6 kind buckets; v2: 29 columns.")]
ParentsOption = Annotated[bool, typer.Option(help="Add the syntax tree's parent -> child edges.")]
EdgeFeaturesOption = Annotated[bool, typer.Option(help="Add edge_attr.")]
TestsOption = Annotated[bool, typer.Option(help="Keep test code.")]


@app.command()
def export(
    snapshot_id: Annotated[str, typer.Option(help="UUID of the snapshot; `codegraft snapshot list` shows them.")],
    output_path: Annotated[
        Path | None,
        typer.Option(help=".safetensors or .pkl; default: data/bundles/<snapshot id>.safetensors."),
    ] = None,
    database: DatabaseOption = None,
    features: FeaturesOption = "v1",
    parent_edges: ParentsOption = False,
    edge_features: EdgeFeaturesOption = False,
    dangling: Annotated[
        Literal["error", "drop"], typer.Option(help="Edges whose end is not in the snapshot.")
    ] = "error",
    kind: Annotated[list[str] | None, typer.Option(help="Keep nodes of this kind only; may be repeated.")] = None,
    around: Annotated[str | None, typer.Option(help="Keep the neighbourhood of this node id.")] = None,
    hops: Annotated[int, typer.Option(min=0, help="Size of that neighbourhood in edges.")] = 2,
    component: Annotated[
        int | None, typer.Option(min=0, help="Keep one connected component, by size: 0 is the largest.")
    ] = None,
) -> None:
    """Export a snapshot as a tensor bundle."""
    from codegraft.snapshot.export import Layout, Selection, run_export_pipeline
    from codegraft.snapshot.fetch import parse_snapshot_id

    snapshot_id = parse_snapshot_id(snapshot_id)
    path = output_path or Path("data/bundles") / f"{snapshot_id}.safetensors"
    bundle = run_export_pipeline(
        snapshot_id,
        path,
        database,
        layout=Layout(features, parent_edges, edge_features, files=True),
        selection=Selection(tuple(kind) if kind else None, around, hops, component),
        dangling=dangling,
    )
    manifest = bundle.manifest
    print(f"{manifest['nodes']} nodes, {manifest['edges']} edges, {manifest['dropped_edges']} edges dropped")
    print(f"wrote {path}")


@app.command()
def audit(
    path: Annotated[Path, typer.Argument(help="A bundle, .safetensors or .pkl.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Check a tensor bundle; exit code 1 when a check fails."""
    from codegraft.snapshot.audit import audit_bundle

    report = audit_bundle(path)
    print(json.dumps(report.as_json(), indent=2, sort_keys=True) if as_json else report.render())
    if not report.passed:
        raise typer.Exit(1)


@app.command()
def dataset(
    directory: Annotated[Path, typer.Argument(help="A directory with Python or Java code.")],
    out: Annotated[
        Path, typer.Option(help=".pt for Data.from_dict(torch.load(FILE)), .safetensors or .pkl for a bundle with ids.")
    ],
    hetero: Annotated[bool, typer.Option(help="Write HeteroData: a store per node kind and edge type.")] = False,
    features: FeaturesOption = "v1",
    parent_edges: ParentsOption = True,
    edge_features: EdgeFeaturesOption = False,
    include_tests: TestsOption = False,
) -> None:
    """Turn a directory into a PyG graph, without a database."""
    from codegraft.snapshot.bundle import check_bundle_path, save_bundle
    from codegraft.snapshot.dataset import code_bundle, hetero_graph, save_graph
    from codegraft.snapshot.export import Layout

    if out.suffix != ".pt":
        if hetero:
            raise BundleError(f"{out}: HeteroData is written as .pt")
        check_bundle_path(out)
    layout = Layout(features, parent_edges, edge_features, files=True)
    bundle = code_bundle(directory, include_tests=include_tests, layout=layout)
    if out.suffix == ".pt":
        save_graph(hetero_graph(bundle) if hetero else bundle.to_data(), out)
    else:
        save_bundle(bundle, out)
    manifest = bundle.manifest
    print(f"{manifest['nodes']} nodes, {manifest['edges']} edges from {len(manifest['files'])} files")
    print(f"wrote {out}")


@app.command()
def embed(
    bundle: Annotated[Path, typer.Argument(help="A bundle, .safetensors or .pkl, made with files and parent edges.")],
    out: Annotated[Path, typer.Option(help="Where the embeddings go, .safetensors with the tensor `embeddings`.")],
    layers: Annotated[int, typer.Option(min=1, max=3, help="Depth of the encoder.")] = 2,
    models: Annotated[Path, typer.Option(help="Encoders that the embed_nodes stage trained.")] = Path(
        "models/node_encoder"
    ),
) -> None:
    """Embed every node of a bundle by a trained node encoder."""
    from safetensors.torch import save_file

    from codegraft.embedding.model import embed as embed_bundle
    from codegraft.embedding.model import load_node_encoder
    from codegraft.files import atomic_write
    from codegraft.snapshot.bundle import load_tensor_bundle

    embeddings = embed_bundle(load_tensor_bundle(bundle), load_node_encoder(models, layers))
    with atomic_write(out) as temporary:
        save_file({"embeddings": embeddings}, temporary)
    print(f"wrote {out}: {embeddings.shape[0]} nodes, {embeddings.shape[1]} columns")


@snapshot_app.command("ingest")
def ingest(
    directory: Annotated[Path, typer.Argument(help="Code, or the rows that the snapshot stage wrote (data/snapshot).")],
    database: DatabaseOption = None,
    include_tests: TestsOption = False,
    replace: Annotated[bool, typer.Option(help="Delete what is there of this snapshot and load it anew.")] = False,
) -> None:
    """Parse a directory and load it into the database as one snapshot. Loading it again changes nothing."""
    from codegraft.snapshot.dataset import rows_of_directory
    from codegraft.snapshot.extract.rows import read_rows
    from codegraft.snapshot.postgres.database import open_database
    from codegraft.snapshot.postgres.ingest import ingest_rows

    is_rows = (directory / "snapshot.json").is_file() and (directory / "nodes.parquet").is_file()
    rows = read_rows(directory) if is_rows else rows_of_directory(directory, include_tests=include_tests)
    with open_database(database) as target:
        result = ingest_rows(rows, target, replace=replace)
    state = "loaded" if result.loaded else "was there already:"
    print(f"{result.snapshot_id}  {state} {result.nodes} nodes, {result.edges} edges")


@snapshot_app.command("list")
def list_command(
    database: DatabaseOption = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON for programs.")] = False,
) -> None:
    """Show the snapshots of the database."""
    from dataclasses import asdict

    from codegraft.snapshot.postgres.database import open_database
    from codegraft.snapshot.postgres.ingest import list_snapshots

    with open_database(database, create=False) as target:
        found = list_snapshots(target)
    if as_json:
        print(json.dumps([asdict(summary) for summary in found], default=str, indent=2))
        return
    if not found:
        print(f"no snapshots in {target}; `codegraft snapshot ingest DIR` makes one")
    for summary in found:
        note = "  NOT WHOLE: ingest it again with --replace" if summary.whole is False else ""
        print(f"{summary.id}  {summary.nodes:>9} nodes  {summary.edges:>9} edges  {summary.root_path}{note}")


@snapshot_app.command("delete")
def delete(
    snapshot_id: Annotated[str, typer.Argument(help="UUID of the snapshot; `codegraft snapshot list` shows them.")],
    database: DatabaseOption = None,
) -> None:
    """Delete one snapshot from the database."""
    from codegraft.snapshot.fetch import parse_snapshot_id
    from codegraft.snapshot.postgres.database import open_database
    from codegraft.snapshot.postgres.ingest import delete_snapshot

    snapshot_id = parse_snapshot_id(snapshot_id)
    with open_database(database, create=False) as target:
        if not delete_snapshot(target, snapshot_id):
            raise SnapshotError(f"snapshot {snapshot_id} is not in {target}; `codegraft snapshot list` shows what is")
    print(f"deleted {snapshot_id}")


def main() -> None:
    """Entry point: errors that a person can act on come as one message and exit code 1."""
    try:
        app()
    except (CodegraftError, OSError) as error:  # OSError: a file or folder that cannot be read or written
        sys.exit(f"error: {error}")
