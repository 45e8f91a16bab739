"""``codegraft demo``: any directory of code as a page. Libraries load inside the command."""

from pathlib import Path
from typing import Annotated

import typer


def demo(
    directory: Annotated[Path, typer.Argument(help="Any directory with Python or Java code.")],
    out: Annotated[Path, typer.Option(help="The page to write: one file that needs no other.")] = Path("page.html"),
    query: Annotated[
        list[str] | None, typer.Option(help="Functions to search for, by what they do; may be repeated.")
    ] = None,
    home: Annotated[
        Path, typer.Option(help="The checkout whose models/ and metrics/ are used; without them there are no answers.")
    ] = Path(),
) -> None:
    """Show what is in a directory of code, and what the trained models say of it, as one HTML page."""
    from codegraft.demo.make import make_page

    seconds = make_page(directory, out, query or [], home)
    typer.echo(", ".join(f"{name} {value:.1f} s" for name, value in seconds.items()), err=True)
    typer.echo(f"wrote {out}: {out.stat().st_size / 1000:.0f} kB")
