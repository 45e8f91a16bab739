"""All files of the sources, featurised once: what range each column has over them, and which functions they hold."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from textwrap import dedent
from typing import Final, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.parallel.workers import Workers
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.graph import EDGE_TYPES, FEATURES, UNIT_KINDS, ProgramGraph
from codegraft.programs.history import FileHistory
from codegraft.programs.imports import imported_modules

LEAST_LINES: Final = 4
MOST_LINES: Final = 120
"""Functions of fewer or more lines are not collected: too little to see, or more like a program's whole text."""

_CHUNK: Final = 32
"""Texts a piece of work, small enough that processes end together."""

_FUNCTION: Final = UNIT_KINDS.index("function")
_IMPORT: Final = UNIT_KINDS.index("import")
_REFERS: Final = (EDGE_TYPES.index("Calls"), EDGE_TYPES.index("Uses"))

Histories = dict[tuple[str, str], FileHistory]
T = TypeVar("T")


class SourceFunction(NamedTuple):
    """A function that is in no other, with the lines it stands in, dedented.

    ``imports`` are the modules that its file imports and that it uses, and those that it imports itself.
    """

    repository: str
    path: str
    language: str
    code: str
    imports: tuple[str, ...]


@dataclass(frozen=True)
class Survey:
    """Of all units of all files the least and the greatest value of each column [978], and all functions."""

    files: int
    units: int
    minimum: npt.NDArray[np.float32]
    maximum: npt.NDArray[np.float32]
    functions: list[SourceFunction]


class _SourceText(NamedTuple):
    repository: str
    path: str
    language: str
    text: str


def survey_sources(sources: pa.Table, histories: Histories, workers: Workers) -> Survey:
    """Featurise every file of a table of :func:`codegraft.sources.read_sources`, in its order, which gives the same
    for any workers."""
    columns = [sources[name].to_pylist() for name in _SourceText._fields]
    files = [_SourceText(*row) for row in zip(*columns, strict=True)]
    parts = workers.spread(partial(_survey, histories=histories), runs_of(files), "sources")
    return Survey(
        files=len(files),
        units=sum(part.units for part in parts),
        minimum=np.min([part.minimum for part in parts], axis=0),
        maximum=np.max([part.maximum for part in parts], axis=0),
        functions=[function for part in parts for function in part.functions],
    )


def runs_of(items: Sequence[T]) -> list[Sequence[T]]:
    """Items in pieces of work."""
    return [items[start : start + _CHUNK] for start in range(0, len(items), _CHUNK)]


def _survey(files: Sequence[_SourceText], histories: Histories) -> Survey:
    extractor = FeatureExtractor()
    minimum, maximum = np.full(FEATURES, np.inf, np.float32), np.full(FEATURES, -np.inf, np.float32)
    units, functions = 0, list[SourceFunction]()
    for file in files:
        graph = extractor.graph(file.text, file.language, histories.get((file.repository, file.path)))
        np.minimum(minimum, graph.x.min(axis=0), out=minimum)
        np.maximum(maximum, graph.x.max(axis=0), out=maximum)
        units += len(graph.kind)
        functions += _functions(file, graph)
    return Survey(len(files), units, minimum, maximum, functions)


def _functions(file: _SourceText, graph: ProgramGraph) -> Iterator[SourceFunction]:
    text = file.text.encode()
    source, target = graph.edge_index[:, _refers_to_import(graph)]
    end_of_last = -1
    for row in np.flatnonzero(graph.kind == _FUNCTION).tolist():
        start, end = int(graph.start[row]), int(graph.end[row])
        if start < end_of_last:
            continue
        end_of_last = end
        code = dedent(text[text.rfind(b"\n", 0, start) + 1 : end].decode()) + "\n"
        if not LEAST_LINES <= code.count("\n") <= MOST_LINES:
            continue
        inside = (graph.start[source] >= start) & (graph.end[source] <= end)
        used = np.unique(target[inside]).tolist()
        modules = {*imported_modules(code, file.language)}
        for statement in {text[graph.start[unit] : graph.end[unit]].decode() for unit in used}:
            modules.update(imported_modules(statement, file.language))
        yield SourceFunction(file.repository, file.path, file.language, code, tuple(sorted(modules)))


def _refers_to_import(graph: ProgramGraph) -> npt.NDArray[np.bool_]:
    """Which edges are a call or a use of an import."""
    refers: npt.NDArray[np.bool_] = np.isin(graph.edge_type, _REFERS)
    to_import: npt.NDArray[np.bool_] = refers & (graph.kind[graph.edge_index[1]] == _IMPORT)
    return to_import
