"""The audit of leafy chains: can what valid and test ask be read off what is learned from?

The audit looks at finished chains and at the tables that they were made of, and shares no code with what made them.
"""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from codegraft.errors import ModelError
from codegraft.graphmer.chains.chains import SPLITS, Chains
from codegraft.kg.splits.model import Clusters, Part
from codegraft.kg.splits.string_codes import encode, entity_rows, file_key, file_keys, rows_of
from codegraft.kg.store import KnowledgeGraph

Flags = npt.NDArray[np.bool_]


def audit_chains(
    chains: Chains, windows: pa.Table, graph: KnowledgeGraph, splits: pa.Table, clusters: Clusters
) -> dict[str, int]:
    """How many windows or groups fail each check.

    held_out_code: windows of training from a file, or a repository, that an inductive split holds out.
    validates_elsewhere: windows of validation from a repository that the repository-inductive split does not validate
    with. held_out_triples: groups of training that a split does not train on. held_out_pairs: groups of training that
    join two entities which a held-out triple joins. copies: held-out windows with the code of one of an earlier part.
    near_duplicates: held-out windows of a file with a near duplicate in an earlier part.

    Args:
        chains: W windows.
        windows: columns repository, file; W rows.
        graph: whose triples hang.
        splits: of them, row by row: columns transductive, file_inductive, repository_inductive.
        clusters: files that are near duplicates of each other.
    """
    trained, held_out = _in_parts(splits, "train"), _in_parts(splits, "valid", "test")
    learned, group_learned = chains.part == Part.TRAIN, chains.group_part == Part.TRAIN
    flags = {
        "held_out_code": learned & _from_held_out_places(windows, graph.triples, held_out),
        "validates_elsewhere": (chains.part == Part.VALID) & ~_validates(windows, graph.triples, splits),
        "held_out_triples": group_learned & ~np.all(trained, axis=1)[chains.triple],
        "held_out_pairs": group_learned & _joins(graph, np.any(held_out, axis=1))[chains.triple],
        "copies": _repeats(chains),
        "near_duplicates": _near_duplicates(chains, windows, clusters),
    }
    return {name: int(np.count_nonzero(flag)) for name, flag in flags.items()}


def refuse_leaks(leaks: Mapping[str, int]) -> None:
    """Do nothing if :func:`audit_chains` found nothing.

    Raises:
        ModelError: it did.
    """
    if failed := [f"{count} {name}" for name, count in leaks.items() if count]:
        raise ModelError(f"leafy chains leak what is held out: {', '.join(failed)}; divide the graph again")


def _in_parts(splits: pa.Table, *parts: str) -> Flags:
    """[T, 3] whether each of the splits has a triple in one of these parts."""
    wanted = pa.array(parts)
    return np.stack([rows_of(splits[kind], wanted) >= 0 for kind in SPLITS], axis=1)


def _from_held_out_places(windows: pa.Table, triples: pa.Table, held_out: Flags) -> Flags:
    """[W] whether a window's file or repository says a triple that is held out with all of it."""
    _, by_file, by_repository = (pa.array(column) for column in held_out.T)
    of_file = _among(file_keys(windows), file_keys(triples).filter(by_file))
    return of_file | _among(windows["repository"], triples["repository"].filter(by_repository))


def _validates(windows: pa.Table, triples: pa.Table, splits: pa.Table) -> Flags:
    """[W] whether the repository-inductive split validates with a window's repository."""
    validates = rows_of(splits["repository_inductive"], pa.array(["valid"])) >= 0
    return _among(windows["repository"], triples["repository"].filter(pa.array(validates)))


def _among(values: pa.ChunkedArray, wanted: pa.ChunkedArray) -> Flags:
    _, (value, known) = encode(values.cast(pa.string()), wanted.cast(pa.string()))
    return np.isin(value, known)


def _joins(graph: KnowledgeGraph, held_out: Flags) -> Flags:
    """[T] whether a triple that is held out joins the same two entities, in either direction."""
    head, tail = (entity_rows(graph.triples[end], graph.entities) for end in ("head", "tail"))
    pair = np.minimum(head, tail) * len(graph.entities) + np.maximum(head, tail)
    return np.isin(pair, pair[held_out])


def _repeats(chains: Chains) -> Flags:
    """[W] whether a window's code is that of a window of an earlier part."""
    bounds = zip(chains.code_offsets.tolist(), chains.root_offsets[1:].tolist(), strict=True)
    said = [chains.tokens[first:end].tobytes() for first, end in bounds]
    earliest: dict[bytes, int] = {}
    for tokens, part in zip(said, chains.part.tolist(), strict=True):
        earliest[tokens] = min(part, earliest.get(tokens, part))
    return np.array([earliest[tokens] for tokens in said], np.int8) < chains.part


def _near_duplicates(chains: Chains, windows: pa.Table, clusters: Clusters) -> Flags:
    """[W] whether a window's file has a near duplicate with windows of an earlier part."""
    names, (file,) = encode(file_keys(windows))
    part = np.full(len(names), Part.DROPPED, np.int8)
    np.minimum.at(part, file, chains.part)
    first = part.copy()
    for cluster in clusters:
        members = rows_of(pa.array([file_key(*key) for key in cluster], pa.string()), names)
        members = members[members >= 0]
        first[members] = part[members].min(initial=Part.DROPPED)
    return (first < part)[file]
