"""The plots of two revisions as Markdown, which shows no scripts: last values, Mermaid charts, pictures by address."""

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

import yaml
from dvc.repo import Repo

from codegraft.experiments.repository import git
from codegraft.experiments.table import markdown
from codegraft.experiments.values import ABSENT, texts

POINTS = 20
"""Most points of a line in a chart: the numbers under more of them overlap."""
COLOURS = ("#999999", "#0072B2")
"""Of the line before and now; Mermaid's own are too pale to see."""
SEED = re.compile(r"seed_\d+/?")

Line = dict[float, float]
"""x -> y."""


class PictureUrls(NamedTuple):
    """Address of a file of the base, and of this tree, up to its path."""

    before: str
    after: str


def plots(repo: Repo, base: str, pictures: PictureUrls | None) -> str:
    """The plots that dvc.yaml draws and whose data differ from ``base``, and the pictures that differ."""
    definitions = yaml.safe_load((Path(repo.root_dir) / "dvc.yaml").read_text(encoding="utf-8")).get("plots", [])
    parts = [part for item in definitions for name, body in item.items() if (part := plot(repo, base, name, body))]
    changed = git(repo.root_dir, "diff", "--name-only", "--relative", base, "--", "*.png").split()
    parts += [picture(repo, base, path, pictures) for path in changed]
    return "\n\n".join(["### Plots", *parts]) if parts else ""


def plot(repo: Repo, base: str, name: str, body: dict[str, Any]) -> str:
    """One plot: a table of its last points, and a folded chart for each line that differs; empty if none does."""
    before = lines(body, lambda path: file_at(repo, base, path))
    after = lines(body, lambda path: file_here(repo, path))
    differing = [label for label in after | before if before.get(label) != after.get(label)]
    if not differing:
        return ""
    rows = [[label, *texts([last(before.get(label)), last(after.get(label))])] for label in differing]
    charts = [chart(label, body["x"], before.get(label, {}), after.get(label, {})) for label in differing]
    title = body.get("title", name)
    over = ", mean over seeds" if SEED.search(str(body["y"])) else ""
    table = markdown([f"last point{over}", "before", "now"], rows, right=frozenset([1, 2]))
    head = f"**{title}** ({body['y_label']})\n\n{table}"
    return "\n\n".join([head, "<details><summary>Lines: before (grey), now (blue)</summary>", *charts, "</details>"])


def lines(body: dict[str, Any], read: Any) -> dict[str, Line]:
    """Label -> line; of lines that differ in nothing but the seed the mean."""
    found: dict[str, list[Line]] = defaultdict(list)
    several = len(body["y"]) > 1
    for path, columns in body["y"].items():
        rows = table_rows(path, read(path))
        for column in [columns] if isinstance(columns, str) else columns:
            line = {float(row[body["x"]]): float(row[column]) for row in rows if row.get(column)}
            if line:
                found[label(path, column, several)].append(line)
    return {name: mean(same) for name, same in found.items()}


def label(path: str, column: str, several: bool) -> str:
    """What tells a line from the others of its plot; a seed does not."""
    place = Path(path)
    name = f"{place.parent.name}/{place.stem}{'' if column == place.stem else f' {column}'}" if several else column
    return SEED.sub("", name) or "all"


def mean(same: Sequence[Line]) -> Line:
    """The mean of lines at each x that all of them have."""
    shared = sorted(set.intersection(*(set(line) for line in same)))
    return {x: fmean(line[x] for line in same) for x in shared}


def table_rows(path: str, content: str) -> list[dict[str, str]]:
    """The rows of a table with commas, or by its name with tabs."""
    return list(csv.DictReader(io.StringIO(content), delimiter="\t" if path.endswith(".tsv") else ","))


def file_at(repo: Repo, revision: str, path: str) -> str:
    """A file as a revision has it; nothing when it has none."""
    listed = git(repo.root_dir, "ls-tree", "--name-only", revision, "--", path)
    return git(repo.root_dir, "show", f"{revision}:./{path}") if listed else ""


def file_here(repo: Repo, path: str) -> str:
    """A file as it lies here; nothing when there is none."""
    here = Path(repo.root_dir) / path
    return here.read_text(encoding="utf-8") if here.is_file() else ""


def last(line: Line | None) -> float | None:
    """The value at the greatest x."""
    return line[max(line)] if line else None


def chart(label: str, x: str, before: Line, after: Line) -> str:
    """A Mermaid chart; a side that has no such line is left out."""
    points = thinned(sorted(before.keys() | after.keys()))
    sides = [(line, colour) for line, colour in zip((before, after), COLOURS, strict=True) if line]
    palette = {"themeVariables": {"xyChart": {"plotColorPalette": ", ".join(colour for _, colour in sides)}}}
    return "\n".join(
        [
            "```mermaid",
            f"%%{{init: {json.dumps(palette)}}}%%",
            "xychart-beta",
            f'    title "{label}"',
            f'    x-axis "{x}" [{", ".join(f"{point:g}" for point in points)}]',
            *(f"    line [{', '.join(drawn(line, points))}]" for line, _ in sides),
            "```",
        ]
    )


def thinned(points: Sequence[float]) -> list[float]:
    """At most ``POINTS`` of them, at even distances, the last one always."""
    step = -(-len(points) // POINTS) or 1
    return list(points[::-1][::step][::-1])


def drawn(line: Line, points: Sequence[float]) -> Iterator[str]:
    """The line's mean between a point and the one before it, up to the line's own end."""
    starts = [float("-inf"), *points]
    for start, point in zip(starts, points, strict=False):
        if start < max(line):
            between = [y for x, y in line.items() if start < x <= point]
            yield f"{fmean(between or [line[min(line, key=lambda x: abs(x - point))]]):.6g}"


def picture(repo: Repo, base: str, path: str, urls: PictureUrls | None) -> str:
    """A picture before and now, side by side; a side that has none stays empty."""
    if not urls:
        return f"`{path}` differs."
    before = f"![before]({urls.before}/{path})" if git(repo.root_dir, "ls-tree", base, "--", path) else ABSENT
    after = f"![now]({urls.after}/{path})" if (Path(repo.root_dir) / path).is_file() else ABSENT
    return markdown([f"`{path}` before", "now"], [[before, after]])
