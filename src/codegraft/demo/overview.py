"""What is in the code, without any model: counts, calls, circles, rules, files."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa

from codegraft.demo.columns import Columns, Entity, Longs, circles
from codegraft.graphmer.linking.own import sources_of
from codegraft.kg.build.texts import Texts
from codegraft.kg.store import KnowledgeGraph
from codegraft.snapshot.columns import GraphColumns
from codegraft.snapshot.dataset import columns_of_rows
from codegraft.snapshot.extract.rows import build_snapshot
from codegraft.snapshot.fetch import Want
from codegraft.source_rules import check_syntax
from codegraft.sources import Skipped

MOST_CALLED: Final = 15
"""Functions that are listed."""


_LICENCES: Final = "licences"
"""The rule that nothing can be said of, for nobody names the licence of the code."""


class Count(NamedTuple):
    """How many there are of something."""

    name: str
    number: int


class Called(NamedTuple):
    """A function, how many others call it, and in how many places."""

    function: Entity
    callers: int
    places: int


class File(NamedTuple):
    """A file that was read: its lines, how many definitions stand in it, and what is wrong with it."""

    path: str
    language: str
    lines: int
    definitions: int
    problems: tuple[str, ...]


@dataclass(frozen=True)
class Snapshot:
    """The nodes and edges of a snapshot, by kind; the most frequent kinds first.

    Attributes:
        nodes, edges: how many.
        node_kinds, edge_kinds: of which kinds.
        broken: files that are in the graph and not in the snapshot, because they are no valid code.
    """

    nodes: int
    edges: int
    node_kinds: list[Count]
    edge_kinds: list[Count]
    broken: int


@dataclass(frozen=True)
class Overview:
    """What is known of some code.

    Attributes:
        texts: the code.
        lines: of all files.
        manifest: of its graph.
        types: entities by type, the most frequent first.
        relations: stored triples by relation: how many are exact, inferred, from outside.
        most_called: the functions that most others call.
        import_circles: modules that import each other, the names of each circle.
        call_circles: how many groups of functions call each other in a circle.
        rules: of the ontology, by name: what became of each that can be judged.
        files: as they were read.
        skipped: what was not.
    """

    texts: Texts
    lines: int
    manifest: Mapping[str, Any]
    types: list[Count]
    relations: list[tuple[str, dict[str, int]]]
    most_called: list[Called]
    import_circles: list[list[str]]
    call_circles: int
    rules: dict[str, Any]
    files: list[File]
    skipped: tuple[Skipped, ...]


def snapshot_of(texts: Texts) -> Snapshot | None:
    """The snapshot of some code in numbers; None if no file of it is valid code."""
    valid = [place for place, (file, text) in enumerate(texts.files) if not check_syntax(text.decode(), file.language)]
    if not valid:
        return None
    rows = build_snapshot(sources_of(texts).take(pa.array(valid)), root_path=texts.repository, jobs=1)
    columns: GraphColumns = columns_of_rows(rows, Want())
    return Snapshot(
        nodes=len(columns.ids),
        edges=len(columns.edge_type),
        node_kinds=_counts(columns.kind, columns.kinds),
        edge_kinds=_counts(columns.edge_type, columns.edge_types),
        broken=len(texts.files) - len(valid),
    )


def overview_of(texts: Texts, graph: KnowledgeGraph, columns: Columns) -> Overview:
    """What a graph and its code say."""
    manifest = graph.manifest
    resolutions = manifest["triples"]["resolution_by_relation"]
    return Overview(
        texts=texts,
        lines=sum(file.lines for file, _ in texts.files),
        manifest=manifest,
        types=_sorted(manifest["entities"]["by_type"]),
        relations=sorted(resolutions.items(), key=lambda item: (-sum(item[1].values()), item[0])),
        most_called=_most_called(columns),
        import_circles=_import_circles(columns),
        call_circles=len(_circles_of(columns, "calls")),
        rules={name: rule for name, rule in manifest["validation"]["rules"].items() if name != _LICENCES},
        files=_files(texts, graph),
        skipped=texts.skipped,
    )


def _most_called(columns: Columns) -> list[Called]:
    rows = columns.of("calls")
    rows = rows[columns.head[rows] != columns.tail[rows]]
    callers = np.bincount(columns.tail[rows], minlength=len(columns.types))
    places = np.bincount(columns.tail[rows], columns.occurrences[rows], len(columns.types)).astype(np.int64)
    best = np.lexsort((-places, -callers))[:MOST_CALLED]
    best = best[callers[best] > 0]
    return [Called(entity, int(callers[entity.row]), int(places[entity.row])) for entity in columns.entities(best)]


def _import_circles(columns: Columns) -> list[list[str]]:
    return [
        [entity.qualified for entity in columns.entities(np.array(group))] for group in _circles_of(columns, "imports")
    ]


def _circles_of(columns: Columns, relation: str) -> list[list[int]]:
    rows = columns.of(relation)
    return circles(columns.head[rows], columns.tail[rows])


def _files(texts: Texts, graph: KnowledgeGraph) -> list[File]:
    files = graph.entities["file"].combine_chunks()
    defined = dict(zip(*np.unique(files.cast(pa.string()).to_pylist(), return_counts=True), strict=True))
    return [
        # The file and its module are entities, too, and no definitions in it.
        File(file.path, file.language, file.lines, max(int(defined.get(file.path, 0)) - 2, 0), file.problems)
        for file, _ in texts.files
    ]


def _counts(codes: Longs, names: tuple[str, ...]) -> list[Count]:
    numbers = np.bincount(codes, minlength=len(names)).tolist()
    return _sorted(dict(zip(names, numbers, strict=True)))


def _sorted(numbers: Mapping[str, int]) -> list[Count]:
    found = [Count(name, number) for name, number in numbers.items() if number]
    return sorted(found, key=lambda count: (-count.number, count.name))
