"""The plots of two revisions as Markdown, for the summary of a CI job, which shows no pictures and no scripts.

``python -m tests.pipeline.summary BASE`` prints, for each CSV among the stages' plots, the last row of BASE and of the
working tree, and the series that dvc.yaml draws as a Mermaid chart with a line for each.
"""

import csv
import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.pipeline.declared import ROOT, stages

Rows = list[dict[str, str]]
ABSENT = "-"


def summary(root: Path, base: str) -> str:
    """Markdown for every CSV plot of ``root``'s dvc.yaml, its base read from git."""
    plots = [entry for stage in stages(root) for entry in stage.entries("plots") if entry[0].endswith(".csv")]
    return "\n".join(line for path, options in plots for line in of_plot(root, base, path, options))


def of_plot(root: Path, base: str, path: str, options: dict[str, Any]) -> Iterator[str]:
    before, after = rows(at_revision(root, base, path)), rows((root / path).read_text(encoding="utf-8"))
    yield f"### {options.get('title', path)}\n"
    yield from table(before, after)
    yield f"\n`{path}`, last row.\n"
    if {"x", "y"} <= options.keys():
        yield from chart(before, after, options["x"], options["y"])


def at_revision(root: Path, revision: str, path: str) -> str:
    """A file as ``revision`` has it; nothing when it has none."""
    listed = git(root, "ls-tree", "--name-only", revision, "--", path)
    return git(root, "show", f"{revision}:{path}") if listed else ""


def git(root: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=root, check=True, capture_output=True, text=True).stdout


def rows(text: str) -> Rows:
    return list(csv.DictReader(io.StringIO(text)))


def table(before: Rows, after: Rows) -> Iterator[str]:
    """The last rows of both, a line for each column that either has."""
    old, new = (found[-1] if found else {} for found in (before, after))
    yield "| column | base | here |"
    yield "|---|---|---|"
    yield from (f"| {column} | {old.get(column, ABSENT)} | {new.get(column, ABSENT)} |" for column in old | new)


def chart(before: Rows, after: Rows, x: str, y: str) -> Iterator[str]:
    """Lines of ``y`` over ``x``: base first, then here; a base without these columns is left out."""
    lines = [[row[y] for row in found] for found in (before, after) if found and {x, y} <= found[0].keys()]
    longest = max((before, after), key=lambda found: len(found) if found and x in found[0] else 0)
    yield "```mermaid"
    yield "xychart-beta"
    yield f'    x-axis "{x}" [{", ".join(row[x] for row in longest)}]'
    yield f'    y-axis "{y}"'
    yield from (f"    line [{', '.join(values)}]" for values in lines)
    yield "```\n"


def main() -> None:
    sys.stdout.write(summary(ROOT, sys.argv[1]) + "\n")


if __name__ == "__main__":
    main()
