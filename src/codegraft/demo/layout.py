"""Where nodes and links stand: a circle of nodes in the order of their files, links bundled by file and folder.

Holten, "Hierarchical Edge Bundles" (2006): a link runs along the way that the tree of folders takes between its ends,
as a B-spline that is straightened a little, so that links between the same places become one strand. The positions
follow from the order alone.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from codegraft.demo.picture import Picture

_SPACING: Final = 14.0
"""Between neighbours on the circle, in the picture's units."""

_LEAST_RADIUS: Final = 110.0
_LETTER: Final = 6.7
_BESIDE: Final = 22.0
"""Room for a letter of a name, and for the mark beside it."""

LONGEST_NAME: Final = 22
"""Letters of a name that are drawn."""

_BETWEEN_FILES: Final = 0.3
_BETWEEN_FOLDERS: Final = 1.6
"""Gaps, in nodes."""

_NEIGHBOURS: Final = 0.82
_FILE: Final = 0.72
_FOLDER: Final = 0.38
"""How far from the middle links run: within a file, by way of a file, of a folder."""

_TENSION: Final = 0.88
"""1 follows the tree, 0 is a straight line."""


class Point(NamedTuple):
    """A place, the middle of the picture being 0, 0."""

    x: float
    y: float


class Place(NamedTuple):
    """Of a node: where it is, where its name is, its angle in degrees, and whether the name ends there."""

    x: float
    y: float
    angle: float
    ends: bool


class Arc(NamedTuple):
    """The nodes of a folder: a path, and the folder's name."""

    path: str
    folder: str


@dataclass(frozen=True)
class Layout:
    """A picture's geometry.

    Attributes:
        radius: of the circle.
        size: of the square that holds everything.
        places: of the nodes.
        paths: of the links, as SVG has them.
        arcs: of the folders; one folder alone has none.
    """

    radius: float
    size: float
    places: list[Place]
    paths: list[str]
    arcs: list[Arc]


def layout_of(picture: Picture) -> Layout:
    """Place everything; rounded to tenths, so that other machines' sines give the same text."""
    files = [node.entity.file for node in picture.nodes]
    slots = _slots(files)
    around = slots[-1] + 1 + _BETWEEN_FOLDERS if slots else 1.0
    radius = round(max(_LEAST_RADIUS, around * _SPACING / math.tau), 1)
    angles = [math.tau * slot / around - math.pi / 2 for slot in slots]
    folders = [file.rpartition("/")[0] for file in files]
    tree = _Tree(angles, files, folders, _middles(files, angles), _middles(folders, angles))
    ways = [_straightened(tree.way(link.source, link.target)) for link in picture.links]
    paths = [_spline([Point(point.x * radius, point.y * radius) for point in way]) for way in ways]
    longest = max((len(node.name) for node in picture.nodes), default=0)
    margin = _BESIDE + _LETTER * min(longest, LONGEST_NAME)
    return Layout(radius, round(2 * (radius + margin)), _places(angles, radius), paths, _arcs(folders, angles, radius))


class _Tree(NamedTuple):
    """Angles of nodes, the files and folders that they are in, and the angles of these."""

    angles: Sequence[float]
    files: Sequence[str]
    folders: Sequence[str]
    of_file: dict[str, float]
    of_folder: dict[str, float]

    def way(self, start: int, stop: int) -> list[Point]:
        """From one node to another over what both are in, on a circle of radius 1."""
        ends = _at(self.angles[start], 1.0), _at(self.angles[stop], 1.0)
        middle = _between(self.angles[start], self.angles[stop])
        if self.files[start] == self.files[stop]:
            return [ends[0], _at(middle, _NEIGHBOURS), ends[1]]
        files = [_at(self.of_file[self.files[node]], _FILE) for node in (start, stop)]
        if self.folders[start] == self.folders[stop]:
            near = math.cos(_apart(self.angles[start], self.angles[stop]) / 2) ** 2
            return [ends[0], files[0], _at(middle, _FILE * near), files[1], ends[1]]
        folders = [_at(self.of_folder[self.folders[node]], _FOLDER) for node in (start, stop)]
        return [ends[0], files[0], *folders, files[1], ends[1]]


def _slots(files: Sequence[str]) -> list[float]:
    """Places along the circle, with gaps between files and wider ones between folders."""
    slots = [0.0] if files else []
    for before, after in pairwise(files):
        gap = 0.0 if before == after else _BETWEEN_FILES
        if before.rpartition("/")[0] != after.rpartition("/")[0]:
            gap = _BETWEEN_FOLDERS
        slots.append(slots[-1] + 1 + gap)
    return slots


def _middles(names: Sequence[str], angles: Sequence[float]) -> dict[str, float]:
    """The angle in the middle of each run of equal names."""
    runs = groupby(zip(names, angles, strict=True), key=lambda pair: pair[0])
    found = {name: [angle for _, angle in run] for name, run in runs}
    return {name: (run[0] + run[-1]) / 2 for name, run in found.items()}


def _apart(one: float, other: float) -> float:
    """The smaller angle between two directions."""
    apart = abs(one - other) % math.tau
    return min(apart, math.tau - apart)


def _between(one: float, other: float) -> float:
    """The direction half way between two, on the shorter side."""
    middle = (one + other) / 2
    return middle if abs(one - other) <= math.pi else middle + math.pi


def _at(angle: float, distance: float) -> Point:
    return Point(distance * math.cos(angle), distance * math.sin(angle))


def _straightened(way: Sequence[Point]) -> list[Point]:
    """A way drawn towards the straight line between its ends."""
    first, last, steps = way[0], way[-1], len(way) - 1
    return [
        Point(
            _TENSION * point.x + (1 - _TENSION) * (first.x + (last.x - first.x) * step / steps),
            _TENSION * point.y + (1 - _TENSION) * (first.y + (last.y - first.y) * step / steps),
        )
        for step, point in enumerate(way)
    ]


def _spline(points: Sequence[Point]) -> str:
    """The uniform cubic B-spline of some points, from the first to the last, as Bezier curves."""
    held = [points[0], points[0], *points, points[-1], points[-1]]
    pieces = [f"M{_text(points[0])}"]
    for p, q, r, s in zip(held, held[1:], held[2:], held[3:], strict=False):
        controls = _mean(q, r, 2, 1), _mean(q, r, 1, 2), Point((q.x + 4 * r.x + s.x) / 6, (q.y + 4 * r.y + s.y) / 6)
        if p == q == r or q == r == s:  # where the ends are held the curve is straight
            pieces.append(f"L{_text(controls[2])}")
        else:
            pieces.append("C" + " ".join(map(_text, controls)))
    return "".join(pieces)


def _mean(one: Point, other: Point, a: int, b: int) -> Point:
    return Point((a * one.x + b * other.x) / (a + b), (a * one.y + b * other.y) / (a + b))


def _places(angles: Sequence[float], radius: float) -> list[Place]:
    places = []
    for angle in angles:
        point = _at(angle, radius)
        degrees, ends = math.degrees(angle), math.cos(angle) < -1e-9
        places.append(Place(_round(point.x), _round(point.y), _round(degrees + 180 if ends else degrees), ends))
    return places


def _arcs(folders: Sequence[str], angles: Sequence[float], radius: float) -> list[Arc]:
    """A line along the inside of the nodes of each folder."""
    inner, half = radius - 9, 0.4 * _SPACING / radius
    found = []
    for folder, run in groupby(zip(folders, angles, strict=True), key=lambda pair: pair[0]):
        ends = [angle for _, angle in run]
        first, last = ends[0] - half, ends[-1] + half
        large = int(last - first > math.pi)
        start, stop = (Point(inner * math.cos(angle), inner * math.sin(angle)) for angle in (first, last))
        found.append(Arc(f"M{_text(start)}A{_round(inner)} {_round(inner)} 0 {large} 1 {_text(stop)}", folder))
    return found if len(found) > 1 else []


def _text(point: Point) -> str:
    return f"{_round(point.x):g} {_round(point.y):g}"


def _round(value: float) -> float:
    return round(value, 1) + 0.0  # no -0.0
