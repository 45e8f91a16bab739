"""A small graph with every relation and entity type and no fault, in which tests plant one; and a large graph."""

import json

import numpy as np
import pyarrow as pa

from codegraft.kg.store import ENTITIES_SCHEMA, TRIPLES_SCHEMA
from tests.kg.graphs import entity, tables, triple, words

FILES = {"a.py": "python", "A.java": "java"}
SPAN = {"start": 0, "end": 1000, "line_start": 1, "line_end": 50}
NOWHERE = {"start": -1, "end": -1, "line_start": -1, "line_end": -1}
IN_JAVA = {"language": "java", "file": "A.java"}


class Graph:
    """Rows that can be changed by hand; triples are named by (head, relation, tail)."""

    def __init__(self):
        self.entities, self.triples = {}, []

    def define(self, id_, type_, *, by=(), **columns):
        """Add an entity, and the triples (head, relation) that lead to it."""
        attributes = json.dumps(columns.pop("attributes", {}), sort_keys=True, separators=(",", ":"))
        self.entities[id_] = entity(id_, type_, attributes=attributes, **columns)
        for head, relation in by:
            self.say(head, relation, id_, **{key: columns[key] for key in ("language", "file") if key in columns})

    def say(self, head, relation, tail, **columns):
        """Add a triple between entities."""
        self.triples.append(triple(self.entities[head], relation, self.entities[tail], **columns))

    def change(self, head, relation, tail, **columns):
        """Change columns of a triple."""
        [row] = [row for row in self.triples if (row["head"], row["relation"], row["tail"]) == (head, relation, tail)]
        row |= columns

    def tables(self):
        """Triples and entities as Arrow tables."""
        return tables(self.triples, self.entities.values())


def clean_graph():
    """A repository in Python and Java in which every rule has something to check and nothing to object to."""
    graph = Graph()
    graph.define("shop:", "Repository", language="", file="", **NOWHERE)
    for file, language in FILES.items():
        graph.define(f"shop:{file}", "File", by=[("shop:", "contains")], file=file, language=language, **SPAN)
    _python(graph)
    _java(graph)
    return graph


def _python(graph):
    module, file = [("shop:a", "contains"), ("shop:a.py", "defines")], ("shop:a.py", "defines")
    graph.define("shop:a", "Module", by=[("shop:", "contains"), file])
    graph.define("shop:a.Shape", "Interface", by=module)
    for name in ("Base", "Middle", "Leaf"):
        graph.define(f"shop:a.{name}", "Class", by=module)
        signed = {"signature": "self, times=1" if name == "Leaf" else "self"}
        by = [(f"shop:a.{name}", "declares"), (f"shop:a.{name}", "contains"), file]
        graph.define(f"shop:a.{name}.run", "Method", by=by, attributes=signed)
    graph.define("shop:a.Broken", "ExceptionType", by=module)
    graph.define("shop:a.main", "Function", by=module, attributes={"signature": ""})
    graph.define("shop:a.LIMIT", "Variable", by=[file])
    graph.define("shop:a.test_run", "Test", by=module, attributes={"signature": ""})
    graph.define("<annotation>:functools.cache", "Annotation")
    graph.define("<builtin>:ValueError", "ExceptionType")
    graph.define("<builtin>:int", "Type")
    graph.define("<builtin>:print", "API")
    graph.define("<library>:numpy", "Library")
    graph.define("shop:<target>a", "BuildTarget", by=[("shop:a", "produces"), ("shop:", "produces")])
    for head, relation, tail in [
        ("shop:a.Middle", "inherits_from", "shop:a.Base"),
        ("shop:a.Leaf", "inherits_from", "shop:a.Middle"),
        ("shop:a.Broken", "inherits_from", "<builtin>:ValueError"),
        ("shop:a.Base", "implements", "shop:a.Shape"),
        ("shop:a.Leaf.run", "overrides", "shop:a.Middle.run"),
        ("shop:a.Middle.run", "overrides", "shop:a.Base.run"),
        ("shop:a.main", "calls", "shop:a.Leaf.run"),
        ("shop:a.main", "invokes", "<builtin>:print"),
        ("shop:a.main", "instantiates", "shop:a.Leaf"),
        ("shop:a", "imports", "<library>:numpy"),
        ("shop:a", "depends_on", "<library>:numpy"),
        ("shop:a.main", "uses", "shop:a.Shape"),
        ("shop:a.main", "reads_from", "shop:a.LIMIT"),
        ("shop:a.main", "writes_to", "shop:a.LIMIT"),
        ("shop:a.main", "returns", "<builtin>:int"),
        ("shop:a.main", "raises", "shop:a.Broken"),
        ("shop:a.main", "catches", "shop:a.Broken"),
        ("shop:a.main", "annotated_with", "<annotation>:functools.cache"),
        ("shop:a.test_run", "tests", "shop:a.main"),
    ]:
        graph.say(head, relation, tail)


def _java(graph):
    file = ("shop:A.java", "defines")
    graph.define("shop:demo", "Module", by=[("shop:", "contains"), file], **IN_JAVA)
    for name, owner, start, end in [("Outer", "", 10, 400), ("Inner", ".Outer", 50, 300), ("Other", "", 400, 600)]:
        id_ = f"shop:demo{owner}.{name}"
        graph.define(id_, "Class", by=[(f"shop:demo{owner}", "contains"), file], start=start, end=end, **IN_JAVA)
        for method, visibility, type_ in [
            ("open", "public", "demo.Outer" if owner else "Object"),
            ("shut", "private", ""),
        ]:
            by = [(id_, "declares"), (id_, "contains"), file]
            attributes = {"signature": type_, "visibility": visibility}
            place = {"name": method, "start": start + 10, "end": start + 20}
            graph.define(f"{id_}:{method}({type_})", "Method", by=by, attributes=attributes, **place, **IN_JAVA)
    for head, relation, tail in [
        ("shop:demo.Outer.Inner", "inherits_from", "shop:demo.Outer"),
        ("shop:demo.Outer.Inner:open(demo.Outer)", "overrides", "shop:demo.Outer:open(Object)"),
        ("shop:demo.Outer:open(Object)", "calls", "shop:demo.Outer.Inner:shut()"),
        ("shop:demo.Other:open(Object)", "calls", "shop:demo.Other:shut()"),
    ]:
        graph.say(head, relation, tail, **IN_JAVA)


def large_graph(modules):
    """Triples and entities without a fault: ten classes in a module, nine methods in a class, about 400 triples."""
    rng = np.random.default_rng(0)
    module = [f"big:module{i:05}" for i in range(modules)]
    klass = [f"{name}.Class{i}" for name in module for i in range(10)]
    method = [f"{name}.method{i}" for name in klass for i in range(9)]
    file = [f"big:module{i:05}.py" for i in range(modules)]
    ids = [*module, *klass, *method, *file]
    types = np.repeat([0, 1, 2, 3], [modules, 10 * modules, 90 * modules, modules])
    m, c, f, x = (np.flatnonzero(types == code) for code in range(4))
    calls = np.unique(rng.integers(0, len(f), (2, 100 * modules)), axis=1)
    parent = np.arange(1, len(c))[np.arange(1, len(c)) % 2 == 1]
    said = [
        (m.repeat(10), "contains", c),
        (c.repeat(9), "contains", f),
        (c.repeat(9), "declares", f),
        (x, "defines", m),
        (x.repeat(10), "defines", c),
        (x.repeat(90), "defines", f),
        (c[parent], "inherits_from", c[parent - 1]),
        (f[parent * 9], "overrides", f[parent * 9 - 9]),
        (f[calls[0]], "calls", f[calls[1]]),
    ]
    return _large_triples(said, ids, types, modules), _large_entities(ids, types, modules)


LARGE_TYPES = ["Module", "Class", "Method", "File"]
LARGE_RELATIONS = ["contains", "declares", "defines", "inherits_from", "overrides", "calls"]


def _large_triples(said, ids, types, modules):
    head, tail = (np.concatenate([part[end] for part in said]) for end in (0, 2))
    relation = np.repeat([LARGE_RELATIONS.index(name) for _, name, _ in said], [len(part[0]) for part in said])
    order = np.lexsort((tail, relation, head))
    head, relation, tail = head[order], relation[order], tail[order]
    zeros, rows = np.zeros_like(head), len(head)
    columns = {
        "head": words(head, ids),
        "head_type": words(types[head], LARGE_TYPES),
        "relation": words(relation, LARGE_RELATIONS),
        "tail": words(tail, ids),
        "tail_type": words(types[tail], LARGE_TYPES),
        "resolution": words(zeros, ["exact"]),
        "language": words(zeros, ["python"]),
        "repository": words(zeros, ["big"]),
        "version": words(zeros, ["1"]),
        "licence": words(zeros, ["MIT"]),
        "file": words(_file(head, modules), [f"module{i:05}.py" for i in range(modules)]),
        **_spans(rows),
        "occurrences": pa.array(np.ones(rows), pa.int32()),
    }
    return pa.table(columns, schema=TRIPLES_SCHEMA)


def _file(head, modules):
    """The file that an entity stands in: modules, then classes and methods by module, then files."""
    starts = np.array([0, modules, 11 * modules, 101 * modules])
    kind = np.searchsorted(starts, head, side="right") - 1
    return (head - starts[kind]) // np.array([1, 10, 90, 1])[kind]


def _large_entities(ids, types, modules):
    rows = len(ids)
    signatures = [f'{{"signature":"self{", a" * (i % 3)}, *rest{i:03}","visibility":"public"}}' for i in range(1000)]
    columns = {
        "id": pa.array(ids),
        "type": words(types, LARGE_TYPES),
        "name": pa.array([id_.rpartition(".")[2] for id_ in ids]),
        "language": words(np.zeros(rows), ["python"]),
        "repository": words(np.zeros(rows), ["big"]),
        "file": words(np.arange(rows) % modules, [f"module{i:05}.py" for i in range(modules)]),
        **_spans(rows),
        "attributes": words(np.arange(rows) % 1000, signatures),
    }
    return pa.table(columns, schema=ENTITIES_SCHEMA)


def _spans(rows):
    return {
        name: pa.array(np.full(rows, value), pa.int32())
        for name, value in {"start": 0, "end": 900, "line_start": 1, "line_end": 40}.items()
    }
