"""What a program's graph and features say, for people."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath
from typing import Any, Final

from codegraft.errors import ProgramError
from codegraft.parsing.languages import LANGUAGES, language_of
from codegraft.programs.features.extractor import FeatureExtractor
from codegraft.programs.features.schema import FEATURE_NAMES
from codegraft.programs.graph import EDGE_TYPES, UNIT_KINDS, ProgramGraph

SCRIPT_SUFFIXES: Final[Mapping[str, str]] = {".js": "javascript", ".ts": "typescript"}
"""Of the languages that are programs here, but not sources."""


def program_language(path: str | PurePath) -> str:
    """The language of a program by its file's suffix.

    Raises:
        ProgramError: it is none that features are made of.
    """
    suffix = PurePath(path).suffix.lower()
    if language := language_of(str(path)) or SCRIPT_SUFFIXES.get(suffix):
        return language
    known = [*(suffix for language in LANGUAGES.values() for suffix in language.suffixes), *SCRIPT_SUFFIXES]
    raise ProgramError(f"{path}: suffix {suffix!r}: expected one of {', '.join(known)}")


def describe(path: str | Path) -> dict[str, Any]:
    """A program's problems, units with their features that are not zero, and edges by type.

    Raises:
        ProgramError: the file is missing, or in no language that is read.
    """
    path = Path(path)
    language = program_language(path)
    try:
        text = path.read_bytes()
    except OSError as error:
        raise ProgramError(f"{path}: {error.strerror}") from None
    graph = FeatureExtractor().graph(text, language)
    edges = {name: int((graph.edge_type == code).sum()) for code, name in enumerate(EDGE_TYPES)}
    return {"problems": list(graph.problems), "edges": edges, "units": list(_units(graph, text))}


def described_lines(description: Mapping[str, Any]) -> Iterator[str]:
    """The lines that ``codegraft programs features`` prints."""
    yield from (f"problem: {problem}" for problem in description["problems"])
    yield "edges: " + ", ".join(f"{count} {name}" for name, count in description["edges"].items())
    for unit in description["units"]:
        yield f"{unit['kind']} at line {unit['line']}: {unit['text']}"
        yield from (f"    {name:<48}{value:>9.4f}" for name, value in unit["features"].items())


def _units(graph: ProgramGraph, text: bytes) -> Iterator[dict[str, Any]]:
    for row, (kind, start) in enumerate(zip(graph.kind.tolist(), graph.start.tolist(), strict=True)):
        columns = graph.x[row].nonzero()[0].tolist()
        yield {
            "kind": UNIT_KINDS[kind],
            "line": text.count(b"\n", 0, start) + 1,
            "text": text[start:].partition(b"\n")[0].strip()[:80].decode("utf-8", "replace"),
            "features": {FEATURE_NAMES[column]: round(float(graph.x[row, column]), 4) for column in columns},
        }
