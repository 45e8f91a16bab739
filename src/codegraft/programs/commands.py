"""``codegraft programs``: sets of programs, and any program of yours. Libraries load inside the commands."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from codegraft.errors import ProgramError
from codegraft.parallel.options import BackendOption, ClusterOption

programs_app = typer.Typer(help="Programs: download, execution, mutants, features.", no_args_is_help=True)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Isolation = Literal["namespaces", "limits"]


@programs_app.command("download")
def download(
    output: Annotated[Path, typer.Option(help="Directory for train, validation and test.jsonl and stats.json.")],
    limit: Annotated[int | None, typer.Option(min=1, help="Problems of each split to keep at most.")] = None,
    source: Annotated[
        Literal["sample", "path", "hub"] | None,
        typer.Option(help="Default: path where --path is given, else programs.source of params.yaml."),
    ] = None,
    path: Annotated[Path | None, typer.Option(help="Directory of Parquet files in CodeContests' schema.")] = None,
) -> None:
    """Fetch problems with programs and tests. A download that was interrupted goes on where it stopped."""
    from codegraft.params import load_params, override
    from codegraft.programs.download import download as fetch_programs

    params = load_params()
    changes: dict[str, object] = {} if limit is None else {"limit": limit}
    if path:
        changes |= {"source": source or "path", "path": str(path)}
    elif source:
        changes |= {"source": source, "path": params.programs.path if source == "path" else None}
    programs = override(params.programs, changes)
    typer.echo(json.dumps(fetch_programs(programs, output, seed=params.seed), indent=2, sort_keys=True))


@programs_app.command("label")
def label(
    source: Annotated[Path, typer.Argument(help="JSON lines: `code`, and `tests` or the name of a `problem`.")],
    output: Annotated[Path, typer.Option(help="JSON lines: the same, with `label` in place of `tests`.")],
    problems: Annotated[Path | None, typer.Option(help="File of the problems that lines name.")] = None,
    tests: Annotated[int, typer.Option(min=1, help="Tests of a problem to run at most.")] = 40,
    jobs: Annotated[int, typer.Option(min=1, help="Workers that execute.")] = 1,
    backend: BackendOption = "loky",
    cluster: ClusterOption = None,
    isolation: Annotated[
        Isolation, typer.Option(help="limits: where the kernel refuses namespaces; less safe.")
    ] = "namespaces",
    cache: Annotated[
        Path | None, typer.Option(help="Directory of verdicts to use and to keep; default: none is kept.")
    ] = None,
) -> None:
    """Execute programs in the sandbox and say what became of each."""
    from codegraft.parallel.workers import Workers
    from codegraft.programs.label_file import label_file

    verdicts = label_file(
        source,
        output,
        problems=problems,
        tests=tests,
        workers=Workers(jobs, backend, cluster),
        isolation=isolation,
        cache=cache,
    )
    for verdict, count in verdicts.most_common():
        typer.echo(f"{verdict:<14}{count:>8}")
    typer.echo(f"wrote {output}")


@programs_app.command("mutate")
def mutate(
    path: Annotated[Path, typer.Argument(help="A Python program.")],
    limit: Annotated[int, typer.Option(min=1, help="Mutants to make at most.")] = 10,
    seed: Annotated[int, typer.Option(min=0, help="Another seed, other mutants.")] = 0,
    as_json: JsonOption = False,
) -> None:
    """Make the mistakes that people make, one in each copy of a program."""
    from codegraft.programs.mutate import mutants

    found = mutants(_text(path), seed=seed, limit=limit)
    if as_json:
        typer.echo(json.dumps([mutant._asdict() for mutant in found], indent=2))
        return
    for mutant in found:
        place = f"{path}:{mutant.line}:{mutant.column + 1}"
        typer.echo(f"{place}: {mutant.kind} ({mutant.operator}): {mutant.before!r} -> {mutant.after!r}")
    if not found:
        typer.echo(f"{path}: nothing to change: empty, or not Python that parses", err=True)


@programs_app.command("features")
def features(
    path: Annotated[Path, typer.Argument(help="A program in Python, Java, JavaScript or TypeScript.")],
    as_json: JsonOption = False,
) -> None:
    """Show the units of a program, their edges, and the features that are not zero."""
    from codegraft.programs.describe import describe, described_lines

    description = describe(path)
    typer.echo(json.dumps(description, indent=2) if as_json else "\n".join(described_lines(description)))


@programs_app.command("history")
def history(
    directory: Annotated[Path, typer.Argument(help="A directory of code in a git repository.")],
    output: Annotated[Path, typer.Option(help="JSON lines, for programs.history of params.yaml.")],
    name: Annotated[str | None, typer.Option(help="Its name among the sources; default: the directory's.")] = None,
) -> None:
    """Record what git knows of each file of a directory: age, authors, changes."""
    from codegraft.programs.git_history import record_history
    from codegraft.programs.history import write_history

    histories = record_history(directory, name)
    write_history(output, histories)
    typer.echo(f"wrote {output}: {len(histories.files)} files at commit {histories.commit[:12]}")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}; name a file with a Python program") from None
    except UnicodeDecodeError:
        raise ProgramError(f"{path}: not UTF-8 text; name a file with a Python program") from None
