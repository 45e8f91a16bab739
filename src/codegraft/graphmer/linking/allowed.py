"""What the ontology lets stand at an end of a relation, given what is seen."""

import numpy as np

from codegraft.graphmer.linking.graph import Flags, LinkGraph, Side
from codegraft.kg.ontology import Ontology


def types_at(ontology: Ontology, relation: str, side: Side) -> frozenset[str]:
    """The types that a relation has at this end."""
    return ontology.range(relation) if side is Side.TAIL else ontology.domain(relation)


def of_types(graph: LinkGraph, ontology: Ontology, relation: str, side: Side) -> Flags:
    """[n] entities of these types."""
    types = types_at(ontology, relation, side)
    flags: Flags = np.array([name in types for name in graph.types], np.bool_)[graph.type]
    return flags


def may_answer(graph: LinkGraph, ontology: Ontology, side: Side, known: int, relation: int) -> Flags:
    """[n] which entities a new triple may have at the end that is asked for.

    It may not be a seen one, nor break a rule of its relation together with those that are seen: what has one head has
    no second, nothing leads to itself or back where that is forbidden. Only code that is there is a head, or has a
    place that a relation tells, as its one head.

    Args:
        graph: of the ontology.
        ontology: with the rules.
        side: the end that is asked for.
        known: row of the entity at the other.
        relation: number of the relation.
    """
    declared = ontology.relations[graph.relations[relation]]
    may = of_types(graph, ontology, graph.relations[relation], side)
    given, asked = graph.ends(side)
    rows = np.flatnonzero(graph.seen & (graph.relation == relation))
    said, back = rows[given[rows] == known], rows[asked[rows] == known]
    may[asked[said]] = False
    one, one_each = declared.functional, declared.inverse_functional
    if side is Side.HEAD:
        one, one_each = one_each, one
    if one and len(said):
        may[:] = False
    if one_each:
        may[asked[rows]] = False
    if side is Side.HEAD or declared.inverse_functional:
        may &= ~graph.outside
    if declared.irreflexive:
        may[known] = False
    if declared.antisymmetric:
        may[given[back]] = False
    return may
