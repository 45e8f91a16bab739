"""``codegraft docs``: the documents, written from their templates; and the table of their figures."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Final

import typer

from codegraft.errors import DocumentError
from codegraft.files import atomic_write
from codegraft.verify.claims import Claims
from codegraft.verify.sources import Sources
from codegraft.verify.templates import TEMPLATES, documents, render

WIDEST: Final = 32
"""Columns of the table are aligned up to so many characters."""
RootOption = Annotated[Path, typer.Option("--root", help="The repository.")]


def docs(root: RootOption = Path()) -> None:
    """Write README.md, docs/results.md and the cards from docs/templates and the metrics."""
    for document, changed in write_documents(root).items():
        typer.echo(f"{'wrote' if changed else 'as it was:'} {document}")


def write_documents(root: Path) -> dict[str, bool]:
    """Render every template and write what changed: all documents, or none when one lacks a figure.

    Returns:
        Document -> whether it changed.

    Raises:
        DocumentError: there is no template, or one cannot be rendered, or a figure of one is not in the metrics.
    """
    sources = Sources(root)
    rendered = [render(document, template, sources) for document, template in documents(root).items()]
    faults = [f"{page.template}: {fault}" for page in rendered for fault in page.faults]
    if not rendered:
        raise DocumentError(f"{root / TEMPLATES}: holds no template; run this in the repository, or say --root")
    if faults:
        raise DocumentError("nothing was written:\n" + "\n".join(faults))
    return {page.document: _write(root / page.document, page.text) for page in rendered}


def claims_table(claims: Claims) -> Iterator[str]:
    """A line for each figure: where it stands, what it says, what was found, where that is, what makes it, commit."""
    rows = [("where", "says", "found", "read from", "made by", "commit", "")]
    for claim in claims.claims:
        where, read = f"{claim.document}:{claim.line}", f"{', '.join(claim.files)}: {claim.key}"
        verdict = "" if claim.holds else "DIFFERS"
        rows.append((where, claim.expected, claim.found, read, claim.command, claim.commit, verdict))
    widths = [min(max(map(len, column)), WIDEST) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _write(path: Path, text: str) -> bool:
    if path.is_file() and path.read_bytes() == text.encode():
        return False
    with atomic_write(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="")
    return True
