"""The knowledge graph as PyG, PyKEEN and NetworkX hold graphs.

>>> kg = load_kg("data/kg", inverses={"defines": "defined_in"})  # doctest: +SKIP
>>> to_hetero_data(kg)["Function", "calls", "Function"].edge_index  # doctest: +SKIP
"""

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import torch
from numpy.typing import NDArray
from torch_geometric.data import HeteroData

from codegraft.bulk import collector_paused
from codegraft.errors import KnowledgeGraphError
from codegraft.kg.store import WORDS, KnowledgeGraph
from codegraft.symbols.model import RESOLUTIONS

if TYPE_CHECKING:
    from pykeen.triples import TriplesFactory

Rows = NDArray[np.int64]


def to_hetero_data(kg: KnowledgeGraph) -> HeteroData:
    """The graph for PyG.

    Returns:
        ``HeteroData`` with a node store for each entity type (``id``, list of str [n], sorted; ``row`` int64 [n], the
        row in ``kg.entities``; ``num_nodes``) and an edge store for each (head type, relation, tail type) that occurs
        (``edge_index`` int64 [2, e]; ``resolution`` int64 [e], codes into the graph's ``resolutions``; ``row`` int64
        [e], the row in ``kg.triples``). Stores are sorted by name, what they hold is in the order of the tables.

    Raises:
        KnowledgeGraphError: a triple's end is no entity, or its resolution is unknown.
    """
    data, types = HeteroData(resolutions=list(RESOLUTIONS)), _words(kg.entities, "type")
    local = _add_nodes(data, types, kg.entities["id"])
    relations, resolution = _words(kg.triples, "relation"), _resolution_codes(kg.triples)
    head, tail = _entity_rows(kg, "head"), _entity_rows(kg, "tail")
    type_of = _codes(types)
    kinds = np.stack([type_of[head], _codes(relations), type_of[tail]])
    for kind, rows in _groups(kinds):
        names = (types.dictionary[kind[0]], relations.dictionary[kind[1]], types.dictionary[kind[2]])
        store = data[tuple(name.as_py() for name in names)]
        store.edge_index = torch.from_numpy(np.stack([local[head[rows]], local[tail[rows]]]))
        store.resolution = torch.from_numpy(resolution[rows])
        store.row = torch.from_numpy(rows)
    return data


def to_triples_factory(kg: KnowledgeGraph) -> "TriplesFactory":
    """The graph for PyKEEN, exactly as ``TriplesFactory.from_path`` reads it from the exported TSV.

    Entities (those that are in a triple) and relations are numbered in the order of their names, so equal graphs get
    equal numbers.

    Raises:
        KnowledgeGraphError: PyKEEN is not installed, or there are no triples.
    """
    try:
        from pykeen.triples import TriplesFactory
    except ModuleNotFoundError:
        raise KnowledgeGraphError("PyKEEN is not installed; `pip install pykeen` brings it") from None
    if not kg.triples.num_rows:
        raise KnowledgeGraphError("triples: none, of which PyKEEN makes no factory; select a larger part of the graph")
    head, relation, tail = (_words(kg.triples, name) for name in ("head", "relation", "tail"))
    entities = pc.unique(pa.concat_arrays([head.dictionary, tail.dictionary]))
    entities = entities.take(pc.sort_indices(entities))
    ends = [pc.index_in(end.dictionary, entities).to_numpy().astype(np.int64)[_codes(end)] for end in (head, tail)]
    triples = np.unique(np.stack([ends[0], _codes(relation), ends[1]], axis=1), axis=0)
    return TriplesFactory(torch.from_numpy(triples), _numbered(entities), _numbered(relation.dictionary))


def to_networkx(kg: KnowledgeGraph) -> nx.MultiDiGraph:
    """The graph for NetworkX: nodes are ids, edges are keyed by relation, and attributes are the tables' columns."""
    graph, triples = nx.MultiDiGraph(), kg.triples
    keys = (_shared(triples, name) for name in ("head", "tail", "relation"))
    with collector_paused():
        graph.add_nodes_from(zip(_shared(kg.entities, "id"), _records(kg.entities, skip={"id"}), strict=True))
        graph.add_edges_from(
            zip(*keys, _records(triples, skip={"head", "head_type", "tail", "tail_type"}), strict=True)
        )
    return graph


def _add_nodes(data: HeteroData, types: pa.DictionaryArray, ids: pa.ChunkedArray) -> Rows:
    """Make the node stores; return for each entity its number within its type."""
    local = np.empty(len(types), np.int64)
    for (code,), rows in _groups(_codes(types)[None]):
        local[rows] = np.arange(len(rows))
        store = data[types.dictionary[code].as_py()]
        store.id, store.row, store.num_nodes = ids.take(rows).to_pylist(), torch.from_numpy(rows), len(rows)
    return local


def _groups(keys: Rows) -> Iterator[tuple[list[int], Rows]]:
    """The distinct columns of ``keys`` [k, n] in ascending order, each with the places where it stands."""
    order = np.lexsort(keys[::-1])
    ordered = keys[:, order]
    starts = np.flatnonzero(np.any(np.diff(ordered, axis=1, prepend=-1), axis=0))
    for rows in np.split(order, starts[1:]):
        if len(rows):
            yield keys[:, rows[0]].tolist(), rows


def _entity_rows(kg: KnowledgeGraph, end: str) -> Rows:
    """The row in ``kg.entities`` of each triple's head or tail."""
    words = _words(kg.triples, end)
    rows = pc.index_in(words.dictionary, kg.entities["id"])
    if rows.null_count:
        lost = words.dictionary.filter(rows.is_null())[0]
        raise KnowledgeGraphError(
            f"triples: {rows.null_count} ids are no entities, such as the {end} {lost}; build again"
        )
    return np.asarray(rows.to_numpy(), np.int64)[_codes(words)]


def _resolution_codes(triples: pa.Table) -> Rows:
    words = _words(triples, "resolution")
    codes = pc.index_in(words.dictionary, pa.array(RESOLUTIONS))
    if codes.null_count:
        found = ", ".join(words.dictionary.filter(codes.is_null()).to_pylist())
        raise KnowledgeGraphError(f"triples: resolution {found} is unknown; expected {', '.join(RESOLUTIONS)}")
    return np.asarray(codes.to_numpy(), np.int64)[_codes(words)]


def _records(table: pa.Table, skip: Collection[str]) -> Iterator[dict[str, Any]]:
    """The rows as dicts of the other columns; they share their strings."""
    names = [name for name in table.column_names if name not in skip]
    for values in zip(*(_shared(table, name) for name in names), strict=True):
        yield dict(zip(names, values, strict=True))


def _shared(table: pa.Table, name: str) -> list[Any]:
    array = table[name].chunk(0)
    if array.type != WORDS:
        return list(array.to_pylist())
    values = array.dictionary.to_pylist()
    return [values[code] for code in array.indices.to_numpy().tolist()]


def _words(table: pa.Table, name: str) -> pa.DictionaryArray:
    return table[name].chunk(0)


def _codes(words: pa.DictionaryArray) -> Rows:
    return np.asarray(words.indices.to_numpy(), np.int64)


def _numbered(names: pa.Array) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.to_pylist())}
