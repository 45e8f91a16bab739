"""Link prediction on code that was in no split: do the figures hold where nobody looked?

Of the graph of a directory as much is hidden as of the default graph, by the same transductive split: pairs of entities
as wholes, and of every entity at least one triple is left. Nothing is fitted to what remains, it is only looked at, so
this is the repository-inductive setting on one more repository. Intervals resample its files.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import pyarrow as pa

from codegraft.graphmer.evaluation.baselines import (
    BM25,
    CharacterTrigrams,
    Constant,
    RepositoryPopularity,
    Untrained,
)
from codegraft.graphmer.evaluation.link_figures import Asked, figures
from codegraft.graphmer.evaluation.link_prediction import ranks_of
from codegraft.graphmer.evaluation.ranking import MEASURES, chance_of, measures_of
from codegraft.graphmer.linking.contexts import Contexts
from codegraft.graphmer.linking.graph import LinkGraph, Longs, System
from codegraft.graphmer.linking.own import Own
from codegraft.kg.splits.evidence import EVIDENCE, relation_evidence
from codegraft.kg.splits.model import Part
from codegraft.kg.splits.split import split_kg
from codegraft.kg.splits.string_codes import encode, file_keys
from codegraft.params import Kg
from codegraft.renamed_copies import copies

CHANCE: Final = "chance"
"""Name of the line that says what a random order of the candidates is worth, exactly."""

_SEEDS: Final = 3

_GROUPS: Final = {"tails": "tail", "heads": "head", "semantic tails": "semantic_tail"}
"""Columns of the table -> groups of :func:`~codegraft.graphmer.evaluation.link_figures.figures`."""


@dataclass(frozen=True, eq=False)
class Unseen:
    """A graph of which some triples are hidden, and questions about them.

    Attributes:
        links: the graph.
        rows: int64 [Q] triples whose ends are asked for, ascending.
        asked: what tells them apart; the clusters of its intervals are files.
    """

    links: LinkGraph
    rows: Longs
    asked: Asked


def hide(own: Own, params: Kg, seed: int, most: int) -> Unseen:
    """Hide triples of a directory's graph; the same directory and seed hide the same.

    Args:
        own: the directory.
        params: says how much is hidden, and which files count as copies of each other.
        seed: of what is hidden and what is asked.
        most: triples that are asked for.

    Raises:
        KnowledgeGraphError: there are too few triples to hide any.
    """
    triples, entities = own.graph.triples, own.graph.entities
    files = zip(own.sources["repository"].to_pylist(), own.sources["path"].to_pylist(), strict=True)
    texts = zip(files, own.sources["text"].to_pylist(), strict=True)
    split = split_kg(
        triples,
        entities,
        kind="transductive",
        seed=seed,
        test_share=params.test_share,
        valid_share=params.valid_share,
        near_duplicates=copies(texts, threshold=params.near_duplicates),
    )
    links = own.links(split.part == Part.TRAIN)
    rows = np.sort(np.random.default_rng(seed).permutation(split.rows(Part.TEST))[:most])
    evidence = pa.array(np.array(EVIDENCE)[relation_evidence(triples, entities, own.ontology.evidence)])
    in_window = Contexts(own.chains, len(triples)).mentioned(rows)
    asked = Asked.of(links, pa.table({"evidence": evidence}), rows, in_window)
    _, (file,) = encode(file_keys(triples))
    return Unseen(links, rows, replace(asked, repository=file[rows]))


def baselines(links: LinkGraph) -> dict[str, list[System]]:
    """What is to be beaten, each with its seeds; frequency in other repositories is not among it: there are none."""
    return {
        "constant": [Constant()],
        "untrained": [Untrained(links, seed) for seed in range(_SEEDS)],
        "repository popularity": [RepositoryPopularity(links)],
        "character 3-grams": [CharacterTrigrams(links)],
        "BM25": [BM25(links)],
        "BM25 with neighbours": [BM25(links, neighbours=True)],
    }


def evaluate(unseen: Unseen, systems: Mapping[str, Sequence[System]]) -> dict[str, Any]:
    """By system, and for chance, what :func:`~codegraft.graphmer.evaluation.link_figures.figures` says.

    Args:
        unseen: what is asked.
        systems: each with its seeds, one at least.

    Raises:
        ModelError: a system's scores are not one finite number for each question and candidate.
    """
    ranked = {name: [ranks_of(seed, unseen.links, unseen.rows) for seed in seeds] for name, seeds in systems.items()}
    measured = {name: [measures_of(ranks.rank) for ranks in seeds] for name, seeds in ranked.items()}
    sizes = next(iter(ranked.values()))[0].size
    by_name = {CHANCE: [chance_of(sizes)]} | measured
    return {name: figures(unseen.asked, seeds) for name, seeds in by_name.items()}


def table(found: Mapping[str, Any]) -> str:
    """The figures for a terminal: a row for each system; the last columns are the MRR of some of the questions."""
    groups = {title: name for title, name in _GROUPS.items() if name in found[CHANCE]}
    head = ["", "MRR", "[95 %]", *("hits@" + name.removeprefix("hits_at_") for name in MEASURES[1:]), *groups]
    cells = [head, *([name, *_cells(figure, groups.values())] for name, figure in found.items())]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells]
    return "\n".join([*lines, f"{found[CHANCE]['questions']} questions; the interval resamples files"])


def _cells(figure: Mapping[str, Any], groups: Iterable[str]) -> list[str]:
    low, high = (figure["intervals"]["mrr"][end] for end in ("low", "high"))
    interval = "" if low is None else f"[{low:.3f}, {high:.3f}]"
    of_groups = [figure[group]["mrr"] for group in groups]
    return [f"{figure['mrr']:.3f}", interval, *(f"{value:.3f}" for value in [*_hits(figure), *of_groups])]


def _hits(figure: Mapping[str, Any]) -> list[float]:
    return [figure[measure] for measure in MEASURES[1:]]
