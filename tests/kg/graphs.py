"""Graphs for tests, as the two Arrow tables of the store: by hand, random, and from Hypothesis."""

import numpy as np
import pyarrow as pa
from hypothesis import strategies as st

from codegraft.kg.store import (
    ENTITIES_ORDER,
    ENTITIES_SCHEMA,
    TRIPLES_ORDER,
    TRIPLES_SCHEMA,
    KnowledgeGraph,
    read_kg,
    write_kg,
)

PLACE = {"start": 10, "end": 42, "line_start": 2, "line_end": 3}
NOWHERE = {"start": -1, "end": -1, "line_start": -1, "line_end": -1}


def entity(id_, type_="Function", **columns):
    """A row of entities; an id without a repository is an external one."""
    repository = id_.partition(":")[0]
    inside = not repository.startswith("<")
    row = {"id": id_, "type": type_, "name": id_.rpartition(".")[2], "attributes": "{}", "language": "python"}
    row |= {"repository": repository, "file": "a.py", **PLACE} if inside else {"repository": "", "file": "", **NOWHERE}
    return row | columns


def triple(head, relation, tail, **columns):
    """A row of triples between two rows of entities."""
    row = {"head": head["id"], "head_type": head["type"], "relation": relation}
    row |= {"tail": tail["id"], "tail_type": tail["type"], "resolution": "exact", "language": "python"}
    row |= {"repository": head["repository"], "version": "1.0", "licence": "MIT", "file": "a.py", **PLACE}
    return row | {"occurrences": 1} | columns


def tables(triples, entities):
    """Rows as sorted tables."""
    return (
        pa.Table.from_pylist(sorted(triples, key=lambda row: [row[key] for key in TRIPLES_ORDER]), TRIPLES_SCHEMA),
        pa.Table.from_pylist(sorted(entities, key=lambda row: [row[key] for key in ENTITIES_ORDER]), ENTITIES_SCHEMA),
    )


def graph(triples, entities):
    """Rows as a knowledge graph that was never written."""
    return KnowledgeGraph(*tables(triples, entities), manifest={})


def small_graph():
    """Two repositories that share a builtin; one entity stands alone."""
    repo, module = entity("shop:", "Repository", language=""), entity("shop:cart", "Module")
    file, cart = entity("shop:cart.py", "File"), entity("shop:cart.Cart", "Class")
    add = entity("shop:cart.Cart.add", "Method", attributes='{"signature":"(self, item)"}')
    total = entity("shop:cart.total")
    other, run = entity("tool:run", "Module", language="java"), entity("tool:run.main")
    print_, alone = entity("<builtin>:print", "API"), entity("shop:cart.alone")
    triples = [
        triple(repo, "contains", module),
        triple(file, "defines", cart),
        triple(cart, "declares", add),
        triple(total, "calls", add, resolution="inferred", occurrences=3),
        triple(total, "instantiates", cart),
        triple(add, "invokes", print_, resolution="external"),
        triple(run, "invokes", print_, resolution="external"),
        triple(run, "calls", total, resolution="inferred"),
        triple(other, "contains", run, language="java"),
        triple(add, "calls", add),
    ]
    return graph(triples, [repo, module, file, cart, add, total, other, run, print_, alone])


def random_graph(triples, entities, seed=0):
    """A graph of about ``triples`` rows between ``entities`` entities, made column by column."""
    rng = np.random.default_rng(seed)
    ids = np.sort([f"repo{i % 40}:package_{i % 97}.module_{i % 1013}.Name{i}.method_{i}" for i in range(entities)])
    types = rng.integers(0, 12, entities)
    head, tail = rng.integers(0, entities, (2, triples))
    relation = rng.integers(0, 20, triples)
    repository = np.char.partition(ids, ":")[:, 0]
    repositories, code = np.unique(repository, return_inverse=True)
    rows = np.unique(np.stack([code[head], head, relation, tail]), axis=1)
    code_of_row, head, relation, tail = rows
    columns = {
        "head": words(head, ids),
        "head_type": words(types[head], names("Type", 12)),
        "relation": words(relation, names("relation", 20)),
        "tail": words(tail, ids),
        "tail_type": words(types[tail], names("Type", 12)),
        "resolution": words(rng.integers(0, 3, len(head)), ["exact", "external", "inferred"]),
        "language": words(code_of_row % 2, ["java", "python"]),
        "repository": words(code_of_row, repositories),
        "version": words(code_of_row, names("v", len(repositories))),
        "licence": words(code_of_row % 3, names("licence", 3)),
        "file": words(head // 50, names("file", entities // 50 + 1)),
    }
    start = rng.integers(0, 200_000, (2, max(len(head), entities)))[0].astype(np.int32)
    span = {"start": start, "end": start + 17, "line_start": start // 37 + 1, "line_end": start // 37 + 2}
    columns |= {name: pa.array(value[: len(head)], pa.int32()) for name, value in span.items()}
    columns["occurrences"] = pa.array(rng.geometric(0.8, len(head)), pa.int32())
    described = {
        "id": pa.array(ids.tolist()),
        "type": words(types, names("Type", 12)),
        "name": pa.array([f"method_{i % 30_000}" for i in range(entities)]),
        "language": words(code % 2, ["java", "python"]),
        "repository": words(code, repositories),
        "file": words(np.arange(entities) // 50, names("file", entities // 50 + 1)),
        **{name: pa.array(value[:entities], pa.int32()) for name, value in span.items()},
        "attributes": words(rng.integers(0, 2000, entities), names('{"signature":"', 2000)),
    }
    return KnowledgeGraph(pa.table(columns, schema=TRIPLES_SCHEMA), pa.table(described, schema=ENTITIES_SCHEMA), {})


def names(stem, count):
    return [f"{stem}{i:06}" for i in range(count)]


def words(codes, values):
    """Codes into ``values`` as a dictionary array."""
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), pa.array(list(values), pa.string()))


TEXTS = st.text()


def graphs(texts=TEXTS):
    """Graphs of any size from 0 whose ids, names, files and attributes are ``texts``."""
    types = st.sampled_from(["Class", "Function", "API"])
    rows = st.builds(lambda id_, type_, name: entity(id_, type_, name=name, file=name), texts, types, texts)
    entities = st.lists(rows, unique_by=lambda row: row["id"], max_size=6)
    return entities.flatmap(lambda rows: _triples(rows, texts).map(lambda triples: graph(triples, rows)))


def _triples(rows, texts):
    if not rows:
        return st.just([])
    ends, relations = st.sampled_from(rows), st.sampled_from(["calls", "defines", "uses"])
    drawn = st.builds(
        lambda head, relation, tail, file, n: triple(head, relation, tail, file=file, repository="r", occurrences=n),
        *(ends, relations, ends, texts, st.integers(1, 2**31 - 1)),
    )
    return st.lists(drawn, unique_by=lambda row: (row["head"], row["relation"], row["tail"]), max_size=10)


def written(directory, kg):
    """The graph after a trip to the disk."""
    write_kg(directory, kg.triples, kg.entities, kg.manifest)
    return read_kg(directory)
