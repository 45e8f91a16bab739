"""What the linker adds to the graph: what functions probably call, beside what the graph knows of them."""

from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from codegraft.demo.columns import Columns
from codegraft.graphmer.chains.tokenizer import CodeTokenizer
from codegraft.graphmer.linking.apply import apply
from codegraft.graphmer.linking.complete import ask, complete
from codegraft.graphmer.linking.graph import Side
from codegraft.graphmer.linking.own import own_of
from codegraft.graphmer.linking.report import Report
from codegraft.graphmer.linking.store import LINKER_DIRECTORY, read_linkers
from codegraft.kg.build.texts import Texts
from codegraft.kg.ontology import Ontology
from codegraft.kg.store import KnowledgeGraph
from codegraft.params import LeafyChains

RELATION: Final = "calls"
QUESTIONS: Final = 6
ANSWERS: Final = 3
"""Functions that are asked about, and answers of each."""

_LEAST_KNOWN: Final = 2
_CALLERS: Final = ("Function", "Method")


class Answer(NamedTuple):
    """What a function may call, and the statements of the graph that speak for it."""

    name: str
    place: str
    probability: float
    support: list[str]


class Completion(NamedTuple):
    """A function, what the graph says that it calls, and what it may call beyond that."""

    name: str
    place: str
    known: list[str]
    answers: list[Answer]


def links_of(
    texts: Texts,
    graph: KnowledgeGraph,
    columns: Columns,
    ontology: Ontology,
    params: LeafyChains,
    models: Path,
    tokenizer: CodeTokenizer,
) -> list[Completion]:
    """Ask the first linker what the functions that call most call besides.

    Raises:
        ModelError: there is no linker, or it was trained with another tokenizer.
    """
    linkers = read_linkers(models / LINKER_DIRECTORY.relative_to("models"), tokenizer.digest)
    own = own_of(texts, graph, tokenizer, params, ontology)
    links = own.links()
    [system] = apply(list(linkers.values())[:1], own, links, tokenizer)
    report = Report(own, links)
    found = []
    for row in _busiest(columns):
        question = ask(links, ontology, RELATION, links.ids[row], Side.TAIL)
        found.append(_told(report.as_json(complete(links, ontology, system, question, ANSWERS))))
    return found


def _busiest(columns: Columns) -> list[int]:
    """Functions that call the most, one of each file at most."""
    rows = columns.of(RELATION)
    calls = np.bincount(columns.head[rows], minlength=len(columns.types))
    calls[~np.isin(columns.types, _CALLERS)] = 0
    order = np.argsort(-calls, kind="stable")
    order = order[calls[order] >= _LEAST_KNOWN]
    files = [entity.file for entity in columns.entities(order)]
    first = dict(zip(reversed(files), order[::-1].tolist(), strict=True))
    return sorted(first.values(), key=lambda row: (-calls[row], row))[:QUESTIONS]


def _told(said: dict[str, Any]) -> Completion:
    head = said["head"]
    known = [answer["name"] for answer in said["known"]]
    answers = [
        Answer(answer["name"], _place(answer), answer["probability"], [_support(row) for row in answer["support"]])
        for answer in said["answers"]
    ]
    return Completion(head["name"], _place(head), known, answers)


def _place(of: dict[str, Any]) -> str:
    return f"{of['file']}:{of['line']}" if of["file"] else ""


def _support(row: dict[str, Any]) -> str:
    """A statement that a person can look up: who says so, and where."""
    head, tail = (row[end].partition(":")[2] for end in ("head", "tail"))
    return f"{head} {row['relation']} {tail} ({row['why']}; {_place(row)})"
