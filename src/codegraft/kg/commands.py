"""``codegraft kg``: the graph of any checkout. Libraries load inside the commands, so that ``--help`` is instant."""

import json
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from codegraft.parallel.options import BackendOption, ClusterOption

kg_app = typer.Typer(help="Knowledge graphs of code.", no_args_is_help=True)

KgOption = Annotated[Path, typer.Option("--kg", help="Directory of the graph.")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]


@kg_app.command("build")
def build(
    source_dir: Annotated[Path, typer.Option(help="Any directory with Python or Java code.")],
    output_dir: Annotated[Path, typer.Option(help="Where the graph goes: two tables and a manifest.")],
    name: Annotated[str | None, typer.Option(help="What its ids begin with; default: the directory's name.")] = None,
    licence: Annotated[str, typer.Option(help="Licence of the code, an SPDX id.")] = "NOASSERTION",
    vendored: Annotated[
        bool, typer.Option(help="Read virtual environments and copies of other people's code, too.")
    ] = False,
    strict: Annotated[
        bool,
        typer.Option(
            help="Fail if the graph breaks a rule; then nothing of it is written, but what was parsed may be kept."
        ),
    ] = False,
    ontology: Annotated[Path | None, typer.Option(help="Default: the one this program came with.")] = None,
    incremental: Annotated[
        bool,
        typer.Option(help="Keep what was parsed beside the graph, so that the next build parses only what is new."),
    ] = True,
    jobs: Annotated[int, typer.Option(min=1, help="Workers that parse.")] = 1,
    backend: BackendOption = "loky",
    cluster: ClusterOption = None,
    as_json: JsonOption = False,
) -> None:
    """Build the knowledge graph of a checkout; what is broken in it is read as far as possible and reported."""
    from codegraft.bulk import collector_paused
    from codegraft.kg.build.build import build_kg
    from codegraft.kg.build.cache import CACHE_NAME
    from codegraft.kg.build.checkout import read_checkout
    from codegraft.kg.build.summary import summarise
    from codegraft.kg.ontology import load_ontology
    from codegraft.kg.store import write_kg
    from codegraft.parallel.workers import Workers

    with collector_paused():
        texts = read_checkout(source_dir, name=name, licence=licence, vendored=vendored)
        rules = load_ontology(ontology or own_ontology())
        cache = output_dir / CACHE_NAME if incremental else None
        made = build_kg([texts], rules, workers=Workers(jobs, backend, cluster), strict=strict, cache=cache)
        write_kg(output_dir, made.graph.triples, made.graph.entities, made.graph.manifest)
    figures = summarise(made.graph.manifest)
    typer.echo(_json(figures) if as_json else _outcome(figures, made.graph.manifest, made.parsed, output_dir))


@kg_app.command("export")
def export(
    out: Annotated[Path, typer.Argument(help="The file to write.")],
    form: Annotated[
        Literal["tsv", "jsonl", "graphml"],
        typer.Option("--format", help="tsv: head, relation, tail as PyKEEN reads them; jsonl: all that is known."),
    ] = "tsv",
    kg: KgOption = Path("data/kg"),
    repository: Annotated[list[str] | None, typer.Option(help="Only what it says; may be repeated.")] = None,
    relation: Annotated[list[str] | None, typer.Option(help="Only this relation; may be repeated.")] = None,
    inverses: Annotated[bool, typer.Option(help="Add the directions that are not stored.")] = False,
) -> None:
    """Write a graph as text."""
    from codegraft.kg.export import export_kg
    from codegraft.kg.load import load_kg
    from codegraft.kg.ontology import load_ontology

    derived = load_ontology(own_ontology()).inverses if inverses else {}
    graph = load_kg(kg, inverses=derived, repositories=repository, relations=relation)
    export_kg(graph, out, form)
    typer.echo(f"wrote {out}: {graph.triples.num_rows} triples")


@kg_app.command("score")
def score(
    directory: Annotated[Path, typer.Argument(help="Folders with sources and a callgraph.json that says the truth.")],
    as_json: JsonOption = False,
    verbose: Annotated[bool, typer.Option(help="Show each edge that is missing or too much.")] = False,
) -> None:
    """Score call edges against cases whose true call graph is known."""
    from codegraft.kg.score.extract import case_edges
    from codegraft.kg.score.score import differences, table
    from codegraft.kg.score.score import score as score_suite

    result = score_suite(directory, case_edges)
    typer.echo(_json(result.as_json()) if as_json else table(result))
    if verbose and not as_json:
        typer.echo(differences(result))


def own_ontology() -> Path:
    """The ontology that this program came with."""
    from codegraft.kg.ontology import ONTOLOGY_FILE

    return Path(__file__).resolve().parents[3] / ONTOLOGY_FILE


def _outcome(figures: dict[str, Any], manifest: Any, parsed: int, place: Path) -> str:
    sources, broken = manifest["sources"], [name for name, count in figures["violations"].items() if count]
    return "\n".join(
        [
            f"{figures['triples']} triples between {figures['entities']} entities from {figures['files']} files",
            f"{parsed} texts parsed; {len(sources['problems'])} files with problems, "
            f"{len(sources['skipped'])} files or directories left out; the manifest lists them",
            f"rules broken: {', '.join(broken) or 'none'}",
            f"wrote {place}",
        ]
    )


def _json(value: Any) -> str:
    return json.dumps(value, indent=2, sort_keys=True)
