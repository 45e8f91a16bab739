"""The call edges that our own resolver finds in a case."""

from dataclasses import replace
from pathlib import Path

from codegraft.kg.build.analysis import analyse
from codegraft.kg.build.checkout import read_checkout
from codegraft.kg.score.callgraph import Edge, call_edges
from codegraft.kg.score.score import is_own, nested_cases
from codegraft.parallel.workers import Workers


def case_edges(case: Path) -> set[Edge]:
    """Edges of a folder's code, read as ``codegraft kg build`` reads a checkout; cases inside it are not its own."""
    texts, nested = read_checkout(case, vendored=True), nested_cases(case)
    own = tuple((file, text) for file, text in texts.files if is_own(file.path, nested))
    return call_edges(analyse(replace(texts, files=own), Workers())[0])
