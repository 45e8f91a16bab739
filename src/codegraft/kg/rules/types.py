"""Rules about what the ends of triples are."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.kg.rules.codes import Codes, Finding, GraphCodes, combined


def domain_range(graph: GraphCodes) -> Finding:
    """The head's type is in the relation's domain and the tail's in its range."""
    ontology = graph.ontology
    types = len(ontology.types) + 1
    allowed = np.zeros((len(graph.relations) + 1, types, types), bool)
    for code, name in enumerate(graph.relations):
        allowed[code] = np.outer(graph.type_mask(ontology.domain(name)), graph.type_mask(ontology.range(name)))
    wrong = ~allowed[graph.relation, graph.head_type, graph.tail_type]

    def text(row: int) -> str:
        head_type, tail_type = (graph.triples[name][row].as_py() for name in ("head_type", "tail_type"))
        return f"{graph.describe(row)}: from {head_type} to {tail_type}"

    return Finding(len(wrong), np.flatnonzero(wrong), text)


def dangling(graph: GraphCodes) -> Finding:
    """Both ends are entities, and of the type that the triple says."""
    type_of = np.full(graph.nodes, -1)
    type_of[: len(graph.entities)] = graph.entity_type
    wrong_head, wrong_tail = type_of[graph.head] != graph.head_type, type_of[graph.tail] != graph.tail_type

    def text(row: int) -> str:
        ends = [name for name, wrong in (("head", wrong_head), ("tail", wrong_tail)) if wrong[row]]
        return f"{graph.describe(row)}: no entity of this type is the {' and the '.join(ends)}"

    return Finding(len(wrong_head), np.flatnonzero(wrong_head | wrong_tail), text)


def orphans(graph: GraphCodes) -> Finding:
    """Every entity stands in a triple."""
    alone = np.ones(graph.nodes, bool)
    alone[graph.head] = alone[graph.tail] = False
    ids = graph.entities["id"]
    return Finding(len(graph.entities), np.flatnonzero(alone[: len(graph.entities)]), lambda row: str(ids[row]))


def duplicates(graph: GraphCodes) -> Finding:
    """No two triples say the same, and no two entities have the same id."""
    triples, ids = len(graph.triples), graph.entities["id"]
    twice = _repeated(combined(ids))

    def text(row: int) -> str:
        return f"{graph.describe(row)}: said before" if row < triples else f"{ids[row - triples]}: a second entity"

    return Finding(triples + len(ids), np.concatenate([graph.repeated, twice + triples]), text)


def coverage(graph: GraphCodes) -> Finding:
    """Every relation of the ontology has a triple, given or derived, and every entity type an entity."""
    said = {name for name in graph.relations if len(graph.rows(name))}
    said |= {inverse for name, inverse in graph.ontology.inverses.items() if name in said}
    met = set(np.array([*graph.ontology.types, ""])[np.unique(graph.entity_type)])
    absent = [f"relation {name}: no triple" for name in graph.relations if name not in said]
    absent += [f"type {name}: no entity" for name in graph.ontology.types if name not in met]
    return Finding(len(graph.relations) + len(graph.ontology.types), np.arange(len(absent)), absent.__getitem__)


def _repeated(ids: pa.Array) -> Codes:
    """Rows whose id stands in an earlier row."""
    if pc.all(pc.less(ids[:-1], ids[1:])).as_py():
        return np.empty(0, np.int64)
    first = np.asarray(pc.index_in(ids, value_set=ids))
    return np.flatnonzero(first != np.arange(len(ids)))
