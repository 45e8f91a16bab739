"""How well call edges fit a suite of cases whose true call graph is known.

A case is a folder with sources (``main.py`` or ``.java`` files) and ``callgraph.json``, a map from each caller to the
list of its callees. A suite is any tree of such folders; a folder below a case may be a case of its own, and is then no
part of that case. Only edges count: a caller without callees says nothing.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any, Final

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.score.callgraph import Edge
from codegraft.kg.score.spelling import judged, respelled
from codegraft.progress import track

Extract = Callable[[Path], set[Edge]]
"""What is scored: from the folder of a case to its call edges."""

GROUND_TRUTH: Final = "callgraph.json"
SUFFIXES: Final = frozenset({".py", ".java"})


@dataclass(frozen=True)
class Case:
    """Edges of one case that are true, and those that were found.

    Attributes:
        name: POSIX path of the folder below the suite.
        category: first folder below the suite; the suite's own name where a case lies directly in it.
        expected: what the ground truth says.
        found: what was extracted, spelled as the ground truth spells it.
    """

    name: str
    category: str
    expected: frozenset[Edge]
    found: frozenset[Edge]

    @cached_property
    def missing(self) -> list[Edge]:
        """True edges that were not found, sorted."""
        return sorted(self.expected - self.found)

    @cached_property
    def extra(self) -> list[Edge]:
        """Edges that were found and are not true, sorted."""
        return sorted(self.found - self.expected)

    @property
    def complete(self) -> bool:
        """No edge too many."""
        return not self.extra

    @property
    def sound(self) -> bool:
        """No edge missed."""
        return not self.missing


@dataclass(frozen=True)
class Totals:
    """Counts over some cases: of the cases, and of the edges in them."""

    cases: int
    complete: int
    sound: int
    expected: int
    found: int
    correct: int

    @property
    def precision(self) -> float | None:
        """Share of the edges found that are true; ``None`` if none was found."""
        return self.correct / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the true edges that were found; ``None`` if there is none."""
        return self.correct / self.expected if self.expected else None

    def as_json(self) -> dict[str, Any]:
        """Counts and shares, for programs."""
        return {**vars(self), "precision": self.precision, "recall": self.recall}


@dataclass(frozen=True)
class Score:
    """Every case of a suite, in the order of their names."""

    cases: tuple[Case, ...]

    @cached_property
    def total(self) -> Totals:
        """Counts over the whole suite; edges are pooled, so a case weighs as much as it has edges."""
        return _totals(self.cases)

    @cached_property
    def by_category(self) -> dict[str, Totals]:
        """Counts for each category, by name."""
        grouped: dict[str, list[Case]] = {}
        for case in self.cases:
            grouped.setdefault(case.category, []).append(case)
        return {category: _totals(grouped[category]) for category in sorted(grouped)}

    def as_json(self) -> dict[str, Any]:
        """Totals, categories and cases as plain data that ``files.write_json`` takes."""
        return {
            "total": self.total.as_json(),
            "categories": {category: totals.as_json() for category, totals in self.by_category.items()},
            "cases": {case.name: _case_json(case) for case in self.cases},
        }


def score(directory: str | Path, extract: Extract) -> Score:
    """Compare what ``extract`` finds in each case below ``directory`` with the case's ground truth.

    Java names may be spelled in either of the usual ways (:mod:`codegraft.kg.score.spelling`), and calls of library
    methods count only in cases whose ground truth lists such calls.

    Raises:
        KnowledgeGraphError: there is no case, a ground truth is no map of lists, or a case has no sources.
    """
    suite = Path(directory)
    folders = sorted(file.parent for file in suite.rglob(GROUND_TRUTH))
    if not folders:
        raise KnowledgeGraphError(f"{suite}: no case found; a case is a folder with sources and a {GROUND_TRUTH}")
    truths = {folder: read_truth(folder) for folder in folders}
    return Score(tuple(_case(suite, folder, truths[folder], extract) for folder in track(folders, "score")))


def read_truth(folder: Path) -> frozenset[Edge]:
    """The true edges of a case.

    Raises:
        KnowledgeGraphError: ``callgraph.json`` is no map of lists of names, or there are no sources beside it.
    """
    file = folder / GROUND_TRUTH
    nested = nested_cases(folder)
    sources = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix in SUFFIXES)
    if not any(is_own(path.as_posix(), nested) for path in sources):
        raise KnowledgeGraphError(f"{folder}: a case without sources; expected .py or .java files beside {file.name}")
    try:
        # Objects become tuples of pairs, so that a caller written twice loses nothing and arrays stay apart.
        pairs = json.loads(file.read_text(encoding="utf-8"), object_pairs_hook=tuple)
    except ValueError as error:
        raise KnowledgeGraphError(f"{file}: not readable as JSON: {error}; correct it there") from None
    if not isinstance(pairs, tuple):
        raise KnowledgeGraphError(f"{file}: expected a map from caller to callees, found {type(pairs).__name__}")
    return frozenset((caller, callee) for caller, callees in pairs for callee in _callees(file, caller, callees))


def nested_cases(folder: Path) -> frozenset[str]:
    """The folders below that of a case which are cases themselves, as POSIX paths relative to it."""
    inner = (file.parent for file in folder.rglob(GROUND_TRUTH) if file.parent != folder)
    return frozenset(path.relative_to(folder).as_posix() for path in inner)


def is_own(path: str, nested: Collection[str]) -> bool:
    """Whether a file, as a POSIX path relative to the case's folder, lies in none of the nested cases."""
    return not any(parent.as_posix() in nested for parent in PurePosixPath(path).parents)


def table(result: Score) -> str:
    """A line for each category and one for all, in columns."""
    head = ("", "cases", "complete", "sound", "expected", "found", "correct", "precision", "recall")
    rows = [head, *map(_row, result.by_category, result.by_category.values()), _row("all", result.total)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_aligned(row, widths) for row in rows)


def differences(result: Score) -> str:
    """A line for each edge that is missing or extra, by case; empty if there is none."""
    return "\n".join(
        f"{case.name}: {what} {caller} -> {callee}"
        for case in result.cases
        for what, edges in (("missing", case.missing), ("extra", case.extra))
        for caller, callee in edges
    )


def _case(suite: Path, folder: Path, expected: frozenset[Edge], extract: Extract) -> Case:
    parts = folder.relative_to(suite).parts
    found = judged(respelled(extract(folder), expected), expected)
    own = suite.resolve().name
    return Case("/".join(parts) or own, parts[0] if len(parts) > 1 else own, expected, frozenset(found))


def _callees(file: Path, caller: str, callees: object) -> Iterator[str]:
    if not isinstance(callees, list):
        raise KnowledgeGraphError(f"{file}: {caller}: expected a list of callees, found {_shown(callees)}")
    for callee in callees:
        if not isinstance(callee, str):
            raise KnowledgeGraphError(f"{file}: {caller}: expected the names of callees, found {_shown(callee)}")
        yield callee


def _shown(value: object) -> str:
    return "a map" if isinstance(value, tuple) else json.dumps(value)


def _totals(cases: Collection[Case]) -> Totals:
    return Totals(
        cases=len(cases),
        complete=sum(case.complete for case in cases),
        sound=sum(case.sound for case in cases),
        expected=sum(len(case.expected) for case in cases),
        found=sum(len(case.found) for case in cases),
        correct=sum(len(case.expected & case.found) for case in cases),
    )


def _case_json(case: Case) -> dict[str, Any]:
    return {
        "category": case.category,
        "complete": case.complete,
        "sound": case.sound,
        "expected": len(case.expected),
        "found": len(case.found),
        "correct": len(case.expected & case.found),
        "missing": [list(edge) for edge in case.missing],
        "extra": [list(edge) for edge in case.extra],
    }


def _row(name: str, totals: Totals) -> tuple[str, ...]:
    counts = (totals.cases, totals.complete, totals.sound, totals.expected, totals.found, totals.correct)
    shares = ("-" if share is None else f"{share:.3f}" for share in (totals.precision, totals.recall))
    return (name, *map(str, counts), *shares)


def _aligned(row: Iterable[str], widths: Iterable[int]) -> str:
    first, *rest = (
        cell.rjust(width) if column else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(row, widths, strict=True))
    )
    return "  ".join((first, *rest))
