"""``codegraft verify``: does what lies here hold? Libraries load inside the command."""

from pathlib import Path
from typing import Annotated

import typer


def verify(
    strict: Annotated[bool, typer.Option("--strict", help="Fail on missed optional gates, too.")] = False,
    complete: Annotated[
        bool, typer.Option("--complete", help="Fail on data and models that are not here; a clone may lack them.")
    ] = False,
) -> None:
    """Check artifacts, the run's metadata and all gates anew; exit code 1 when something does not hold."""
    from codegraft.params import load_params
    from codegraft.verify.sections import sections
    from codegraft.verify.subject import Subject

    faults = 0
    for title, (lines, found) in sections(Subject(Path(), load_params(), strict, complete)):
        typer.echo("\n".join([title, *(f"  {line}" for line in lines), *(f"  FAULT {fault}" for fault in found), ""]))
        faults += len(found)
    typer.echo(f"{faults} faults" if faults else "no faults")
    if faults:
        raise typer.Exit(1)
