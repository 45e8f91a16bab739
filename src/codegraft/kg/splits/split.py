"""Three ways to divide a knowledge graph for learning, each a different question.

transductive: triples are held out; every entity and relation was seen. Triples that join the same two entities, in
either direction and under any relation, stay together, so that none is known by its inverse or its twin.

file-inductive, repository-inductive: whole files or repositories are held out, and with them the entities that they
define. The parts stand in the order train, valid, test, and a triple may name entities of its own part and of earlier
ones, never of later ones. Names from outside, libraries and repositories belong to everybody.

Files that are near duplicates of one another never stand on two sides.
"""

from collections.abc import Sequence
from typing import get_args

import numpy as np
import pyarrow as pa

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.splits.graph import SplitGraph
from codegraft.kg.splits.held_out import hold_out
from codegraft.kg.splits.model import Clusters, Kind, Part, Reason, Split
from codegraft.kg.splits.string_codes import Codes

_HELD_OUT = (Part.TEST, Part.VALID)
"""Parts in the order in which they are filled."""


def split_kg(
    triples: pa.Table,
    entities: pa.Table,
    *,
    kind: Kind,
    seed: int,
    test_share: float,
    valid_share: float,
    near_duplicates: Clusters,
) -> Split:
    """Divide triples into train, valid and test; the same graph and seed give the same parts in any order of rows.

    The shares are of all triples; a part may fall short of its share by what cannot be held out. In the inductive
    kinds each language gives its share, as far as it has more than one file or repository.

    Args:
        triples: columns head, relation, tail, language, repository, file.
        entities: columns id, repository, file.
        kind: which of the three splits.
        seed: what is drawn depends on it.
        test_share: between 0 and 1.
        valid_share: between 0 and 1; at least something must remain for training.
        near_duplicates: clusters of files.

    Raises:
        KnowledgeGraphError: a share is not possible, an entity is not in ``entities``, or a part would be empty.
    """
    shares = (test_share, valid_share)
    _check(kind, triples, shares)
    graph = SplitGraph.of(triples, entities, near_duplicates)
    generator = np.random.default_rng(seed)
    if kind == "transductive":
        split = _transductive(graph, shares, generator)
    else:
        split = _inductive(graph, shares, generator, kind)
    _check_parts(split, graph)
    return split


def _check(kind: Kind, triples: pa.Table, shares: Sequence[float]) -> None:
    if kind not in get_args(Kind):
        raise KnowledgeGraphError(f"split {kind!r}: expected one of {', '.join(get_args(Kind))}")
    if not (min(shares) > 0 and sum(shares) < 1):
        given = " and ".join(map(str, shares))
        raise KnowledgeGraphError(f"shares of test and valid are {given}: both must be above 0 and their sum below 1")
    if not triples.num_rows:
        raise KnowledgeGraphError("the knowledge graph has no triples, so there is nothing to split: add sources")


def _check_parts(split: Split, graph: SplitGraph) -> None:
    empty = [part.name.lower() for part in (Part.TRAIN, Part.VALID, Part.TEST) if not len(split.rows(part))]
    if empty:
        groups = f"{graph.repositories} repositories, {graph.files} files, {len(graph.head)} triples"
        lost = ", ".join(f"{count} {reason}" for reason, count in split.dropped().items()) or "none"
        raise KnowledgeGraphError(
            f"{split.kind} split: no triple is left for {' and '.join(empty)} ({groups}; dropped: {lost}); "
            "raise the share, or add sources"
        )


def _transductive(graph: SplitGraph, shares: Sequence[float], generator: np.random.Generator) -> Split:
    """Hold out whole pairs of entities, the last of a random order first, as long as all that they name is seen."""
    pair = graph.pairs()
    size = np.bincount(pair)
    rank = generator.permutation(len(size))
    held_back = np.zeros(len(size), bool)
    for codes in (np.concatenate([graph.head, graph.tail]), graph.relation):
        held_back[_first_of_each(codes, np.resize(pair, len(codes)), rank)] = True
    held_back[pair[graph.has_twin()]] = True
    # What makes a name seen comes early in the order, so that its end is hardly different from all triples.
    last_first = np.argsort(rank)[::-1]
    free = last_first[~held_back[last_first]]
    room = min(1.0, size[free].sum() / (sum(shares) * len(pair)))
    filled = np.cumsum(size[free]) / (len(pair) * room)
    of_pair = np.full(len(size), Part.TRAIN, np.int8)
    for part, end in reversed(list(zip(_HELD_OUT, np.cumsum(shares), strict=True))):
        of_pair[free[filled <= end]] = part
    return Split("transductive", of_pair[pair], np.zeros(len(pair), np.int8))


def _first_of_each(code: Codes, pair: Codes, rank: Codes) -> Codes:
    """For every code the pair of lowest rank that it occurs in: kept for training, it makes the code seen."""
    first = np.full(code.max() + 1, len(rank))
    np.minimum.at(first, code, rank[pair])
    return np.argsort(rank)[first[first < len(rank)]]


def _inductive(graph: SplitGraph, shares: Sequence[float], generator: np.random.Generator, kind: Kind) -> Split:
    """Hold out whole files or repositories; drop what would join the parts.

    Every triple that is kept is in the later of its entities' parts, so triples of one pair stay together here, too.
    """
    by_file = kind == "file-inductive"
    said_in, home = (graph.file, graph.home_file) if by_file else (graph.repository, graph.home_repository)
    units = graph.twin if by_file else np.arange(graph.repositories)
    unit = np.append(units, -1)  # the last, which is the place -1, is nowhere: it is of no unit, and seen in training
    of_unit = np.append(_held_out_units(unit[said_in], len(units), graph.language, shares, generator), Part.TRAIN)
    of_entity = of_unit[unit[home]]
    latest = np.maximum(of_entity[graph.head], of_entity[graph.tail])
    place = np.where(said_in < 0, latest, of_unit[unit[said_in]])
    reason = np.select([place < latest, place > latest], [Reason.CROSSES, Reason.NOTHING_HELD_OUT], Reason.KEPT)
    _drop_copies(graph, place, reason)
    _drop_unseen_relations(graph.relation, place, reason)
    part = np.where(reason == Reason.KEPT, place, Part.DROPPED)
    return Split(kind, part.astype(np.int8), reason.astype(np.int8))


def _held_out_units(
    unit: Codes, units: int, language: Codes, shares: Sequence[float], generator: np.random.Generator
) -> Codes:
    """[units] the part of each. A unit belongs to the language of most of its triples."""
    languages = int(language.max()) + 1
    said = unit >= 0
    counts = np.bincount(unit[said] * languages + language[said], minlength=units * languages).reshape(units, languages)
    place = hold_out(counts.sum(axis=1), counts.argmax(axis=1), generator.permutation(units), shares)
    return np.array([*_HELD_OUT, Part.TRAIN])[place]


def _drop_copies(graph: SplitGraph, place: Codes, reason: Codes) -> None:
    """Of near duplicates in several parts the earliest stays; files whose copies were held out with them stay, too."""
    rows = np.flatnonzero((reason == Reason.KEPT) & (graph.file >= 0))
    twin = graph.twin[graph.file[rows]]
    first = np.full(graph.files, Part.TEST)
    np.minimum.at(first, twin, place[rows])
    reason[rows[place[rows] > first[twin]]] = Reason.NEAR_DUPLICATE


def _drop_unseen_relations(relation: Codes, place: Codes, reason: Codes) -> None:
    rows = np.flatnonzero(reason == Reason.KEPT)
    seen = np.zeros(relation.max() + 1, bool)
    seen[relation[rows[place[rows] == Part.TRAIN]]] = True
    reason[rows[~seen[relation[rows]]]] = Reason.UNSEEN_RELATION
