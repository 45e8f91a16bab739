"""Rules of the languages about members: what overrides what, and who may mean a private one."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from math import inf

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from codegraft.kg.ontology import SameSignature
from codegraft.kg.rules.codes import Codes, Finding, GraphCodes, Mask, dictionary, integers

PRIMITIVES = frozenset({"boolean", "byte", "char", "double", "float", "int", "long", "short"})
OBJECTS = frozenset({"Object", "java.lang.Object"})
CONSTRUCTORS = frozenset({"__init__", "__new__"})


def override_signatures(graph: GraphCodes) -> Finding:
    """The ends have one name, and parameters that agree as the relation's ``same_signature`` asks.

    Nobody calls a constructor by its parent's name, so constructors may ask for what they like.
    """
    checked, wrong = 0, [np.empty(0, np.int64)]
    for rows, demand in _overriding(graph):
        heads, tails = _members(graph, graph.head[rows]), _members(graph, graph.tail[rows])
        good = [
            name == above and (name in CONSTRUCTORS or AGREE[demand](mine, theirs))
            for (name, mine), (above, theirs) in zip(heads, tails, strict=True)
        ]
        checked += len(rows)
        wrong.append(rows[~np.array(good, bool)])

    def text(row: int) -> str:
        [(head, mine)], [(tail, theirs)] = (_members(graph, ends[[row]]) for ends in (graph.head, graph.tail))
        return f"{graph.describe(row)}: {head} with {mine!r} over {tail} with {theirs!r}"

    return Finding(checked, np.concatenate(wrong), text)


def visibility(graph: GraphCodes) -> Finding:
    """A private member is meant only from where the relation's ``private_tail`` lets it be."""
    private = _is_private(graph)
    checked, wrong = 0, [np.empty(0, np.int64)]
    for name, relation in graph.ontology.relations.items():
        for language, place in relation.private_tail.items():
            rows = graph.in_language(graph.rows(name), language)
            checked += len(rows)
            rows = rows[private[graph.tail[rows]]]
            if place == "same_top_level" and len(rows):
                rows = _across_top_levels(graph, rows)
            wrong.append(rows)
    return Finding(checked, np.concatenate(wrong), lambda row: f"{graph.describe(row)}: the tail is private")


def erased_types_agree(override: str, overridden: str) -> bool:
    """Java: equal types, one by one; ``Object`` above stands for any type below that is not primitive.

    Erasure turns an unbounded type variable into ``Object``, and a subclass that binds it writes the type it is bound
    to. A bounded variable is its bound, so overriding through one counts as wrong: rare enough for the threshold.
    """
    mine, theirs = _parameters(override), _parameters(overridden)
    return len(mine) == len(theirs) and all(
        a == b or (b in OBJECTS and a not in PRIMITIVES) for a, b in zip(mine, theirs, strict=True)
    )


def argument_counts_agree(override: str, overridden: str) -> bool:
    """Python: there is a number of positional arguments that both accept."""
    (least, most), (least_above, most_above) = argument_count(override), argument_count(overridden)
    return least <= most_above and least_above <= most


@cache
def argument_count(signature: str) -> tuple[float, float]:
    """How many positional arguments a signature takes, at least and at most.

    ``b=`` has a default, ``*rest`` takes any number, and after it or a bare ``*`` come names that are no positional
    arguments: ``(self, a, b=, *, key)`` takes 2 or 3.
    """
    least, most = 0.0, 0.0
    for parameter in _parameters(signature):
        if parameter.startswith("*"):
            return least, most if parameter == "*" or parameter.startswith("**") else inf
        if parameter != "/":
            least, most = least + ("=" not in parameter), most + 1
    return least, most


def _parameters(signature: str) -> list[str]:
    return [parameter.strip() for parameter in signature.strip("()").split(",") if parameter.strip()]


AGREE: dict[SameSignature, Callable[[str, str], bool]] = {
    "argument_count": argument_counts_agree,
    "erased_types": erased_types_agree,
}


def _overriding(graph: GraphCodes) -> Iterator[tuple[Codes, SameSignature]]:
    """Rows of triples whose signatures must agree in one way: both ends are entities of types that have signatures."""
    types = graph.ontology.entities
    signed = graph.type_mask(frozenset(name for name in types if "signature" in types[name].attributes))
    has_signature = np.zeros(graph.nodes, bool)
    has_signature[: len(graph.entities)] = signed[graph.entity_type]
    for name, relation in graph.ontology.relations.items():
        for language, demand in relation.same_signature.items():
            rows = graph.in_language(graph.rows(name), language)
            yield rows[has_signature[graph.head[rows]] & has_signature[graph.tail[rows]]], demand


def _members(graph: GraphCodes, nodes: Codes) -> list[tuple[str, str]]:
    """Name and signature of each of the entities."""
    rows = graph.entities.select(["name", "attributes"]).take(pa.array(nodes))
    names, attributes = (column.to_pylist() for column in rows.columns)
    signatures = {text: json.loads(text).get("signature", "") for text in set(attributes)}
    return list(zip(names, map(signatures.__getitem__, attributes), strict=True))


def _is_private(graph: GraphCodes) -> Mask:
    """[nodes] whether attributes say so; they are compact JSON, in which a quote inside a value is escaped."""
    codes, values = dictionary(graph.entities["attributes"])
    said = pc.match_substring(values, '"visibility":"private"').to_numpy(zero_copy_only=False)
    private = np.zeros(graph.nodes, bool)
    private[: len(graph.entities)] = said[codes]
    return private


def _across_top_levels(graph: GraphCodes, rows: Codes) -> Codes:
    """Rows whose ends lie in different top-level types, among those where the text alone names the tail.

    Followed values lead to private methods rightly: whoever runs a method reference calls what it refers to.
    """
    resolution, values = dictionary(graph.triples["resolution"])
    exact = np.array([name == "exact" for name in values.to_pylist()], bool)
    rows = rows[exact[resolution[rows]]]
    outer = _top_levels(graph)
    return rows[np.flatnonzero(outer[graph.head[rows]] != outer[graph.tail[rows]])]


def _top_levels(graph: GraphCodes) -> Codes:
    """[nodes] a number for the outermost type around each entity, by their places; -1 where there is none."""
    entities = graph.entities
    repository, file, start, end = (
        *(dictionary(entities[name])[0] for name in ("repository", "file")),
        *(integers(entities[name]) for name in ("start", "end")),
    )
    where = repository * (file.max(initial=0) + 1) + file << 31
    types = np.flatnonzero(graph.type_mask(graph.ontology.subtypes({"Type"}))[graph.entity_type] & (start >= 0))
    types = types[np.lexsort((-end[types], (where + start)[types]))]
    reached = np.maximum.accumulate((where + end)[types])
    types = types[np.append(True, (where + start)[types][1:] >= reached[:-1])[: len(types)]]
    at = np.searchsorted((where + start)[types], where + start, side="right") - 1
    inside = (at >= 0) & (where + start < np.append((where + end)[types], 0)[at])
    outer = np.full(graph.nodes, -1)
    outer[: len(entities)][inside] = at[inside]
    return outer
