"""``codegraft runs``: what DVC's experiments are, how they differ, which may go. Libraries load inside the commands."""

import json
from pathlib import Path
from typing import Annotated

import typer

runs_app = typer.Typer(help="Runs of the pipeline that DVC keeps (`dvc exp`).", no_args_is_help=True)

MetricOption = Annotated[
    list[str] | None,
    typer.Option("--metric", help="Metrics to show, as `kg:*` or `*.mrr`; may be repeated. Default: the main ones."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
DirectoryOption = Annotated[Path, typer.Option("--in", help="The repository, or a directory in it.")]
HERE = Path()


@runs_app.command("list")
def list_runs(metric: MetricOption = None, as_json: JsonOption = False, directory: DirectoryOption = HERE) -> None:
    """Show every run: finished, queued, failed and running, the newest first."""
    from codegraft.experiments import listing
    from codegraft.experiments.repository import open_repository
    from codegraft.experiments.runs import collect_runs

    with open_repository(directory) as repo:
        found = collect_runs(repo)
    patterns = metric or ()
    typer.echo(_json(listing.as_json(found, patterns)) if as_json else listing.listed(found, patterns))


@runs_app.command("compare")
def compare_runs(
    names: Annotated[list[str], typer.Argument(help="Runs, branches, tags, commits, or `workspace`.")],
    metric: MetricOption = None,
    as_json: JsonOption = False,
    directory: DirectoryOption = HERE,
) -> None:
    """Show in what runs differ from each other and from the commits that they started from."""
    from dataclasses import asdict

    from codegraft.experiments.compare import compare, rendered
    from codegraft.experiments.repository import open_repository

    with open_repository(directory) as repo:
        comparison = compare(repo, names)
    typer.echo(_json(asdict(comparison)) if as_json else rendered(comparison, metric or ()))


@runs_app.command("clean")
def clean_runs(
    keep: Annotated[list[str] | None, typer.Option(help="Names to keep, as `baseline*`; may be repeated.")] = None,
    keep_last: Annotated[int, typer.Option(min=0, help="Keep this many of the newest finished runs.")] = 10,
    older_than: Annotated[float | None, typer.Option(min=0, help="Remove only runs older than this many days.")] = None,
    execute: Annotated[bool, typer.Option("--execute", help="Do it; without this the command only shows.")] = False,
    directory: DirectoryOption = HERE,
) -> None:
    """Remove runs that nothing needs. Shows what would go and why; every rule must agree before a run goes."""
    from datetime import UTC, datetime

    from codegraft.experiments import clean, listing
    from codegraft.experiments.keep import Rules
    from codegraft.experiments.repository import open_repository
    from codegraft.experiments.values import counted, size_text

    rules = Rules(tuple(keep or ()), keep_last, older_than, datetime.now(UTC))
    with open_repository(directory) as repo:
        planned = clean.plan(repo, rules)
        typer.echo(listing.planned(planned))
        if not planned.going:
            typer.echo("\nnothing to remove")
            return
        typer.echo(f"\n{len(planned.going)} of {len(planned.verdicts)} runs go; {listing.space(planned)}")
        if not execute:
            typer.echo("nothing was removed: this only shows; add --execute to do it")
            return
        try:
            freed = clean.execute(repo, planned)
        except KeyboardInterrupt:
            typer.echo("interrupted: what is still listed is whole; clean again for the rest", err=True)
            raise typer.Exit(130) from None
    typer.echo(f"removed {counted(len(planned.going), 'run')}, freed {size_text(freed)}")


@runs_app.command("summary")
def summarise(
    base: Annotated[str, typer.Argument(help="What to compare with: a branch, tag, commit or run.")],
    pictures: Annotated[
        tuple[str, str] | None,
        typer.Option(help="Addresses under which the base's files and this tree's can be fetched, to show pictures."),
    ] = None,
    directory: DirectoryOption = HERE,
) -> None:
    """Print what changed against BASE as Markdown, for a pull request: gates, main metrics, parameters, plots."""
    from codegraft.experiments.repository import open_repository
    from codegraft.experiments.review import summary
    from codegraft.experiments.review_plots import PictureUrls

    with open_repository(directory) as repo:
        text = summary(repo, base, PictureUrls(*pictures) if pictures else None)
    typer.echo(text, nl=False)


def _json(value: object) -> str:
    return json.dumps(value, indent=2, sort_keys=True)
