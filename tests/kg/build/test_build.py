"""From texts to a graph: the same bytes whatever the order, the jobs and the cache; nothing stops it."""

import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from codegraft.errors import KnowledgeGraphError
from codegraft.kg.build.build import build_kg
from codegraft.kg.build.checkout import read_checkout
from codegraft.kg.build.summary import summarise
from codegraft.kg.build.texts import texts_of_table
from codegraft.kg.ontology import load_ontology
from codegraft.kg.store import write_kg
from codegraft.parallel.workers import Workers
from tests.snapshot.source_tables import sources

FILES = {
    "one/pkg/__init__.py": "from .a import A\n",
    "one/pkg/a.py": "import os\n\nclass A(Exception):\n    def m(self):\n        return os.path.join('x')\n",
    "one/pkg/b.py": "from pkg import A\n\ndef f():\n    raise A().m()\n",
    "two/main.py": "import pkg\n\nif __name__ == '__main__':\n    print(pkg)\n",
    "three/empty.py": "",
}


ONTOLOGY = load_ontology(Path(__file__).parents[3] / "data/ontology.yaml")


def written(texts, place, **options):
    """The files that are written of a build."""
    return save(build_kg(texts, ONTOLOGY, **options), place)


def save(built, place):
    write_kg(place, built.graph.triples, built.graph.entities, built.graph.manifest)
    return {file.name: file.read_bytes() for file in place.iterdir()}


def texts(files=FILES):
    return list(texts_of_table(sources(files)))


def relations(graph):
    return {(row["head"], row["relation"], row["tail"]) for row in graph.triples.to_pylist()}


def test_the_graph_says_what_the_code_says():
    graph = build_kg(texts(), ONTOLOGY).graph
    assert {
        ("one:pkg.a.A", "inherits_from", "<builtin>:Exception"),
        ("one:pkg.a.A", "declares", "one:pkg.a.A.m"),
        ("one:pkg.a.A.m", "invokes", "<external>:os.path.join"),
        ("one:pkg.b.f", "calls", "one:pkg.a.A.m"),
        ("one:pkg.b.f", "instantiates", "one:pkg.a.A"),
        ("one:pkg", "imports", "one:pkg.a"),
        ("two:main", "imports", "<library>:pkg"),
        ("two:main", "invokes", "<builtin>:print"),
        ("two:", "produces", "two:<target>main"),
        ("three:", "contains", "three:empty"),
    } <= relations(graph)
    assert graph.manifest["validation"]["passed"]


@pytest.mark.parametrize("jobs", [2, 3, 4])
def test_the_number_of_processes_changes_nothing(tmp_path, jobs):
    expected = written(texts(), tmp_path / "one")
    assert written(texts(), tmp_path / "many", workers=Workers(jobs)) == expected


def test_files_of_one_repository_are_parsed_side_by_side(tmp_path):
    line = "def f(x):\n    return f(x)\n"
    large = texts({f"r/m{number}.py": line * 3_000 + f"y = {number}\n" for number in range(8)})
    assert written(large, tmp_path / "two", workers=Workers(2)) == written(large, tmp_path / "one")


def test_the_order_of_rows_and_repositories_changes_nothing(tmp_path):
    expected = written(texts(), tmp_path / "one")
    turned = texts(dict(reversed(FILES.items())))[::-1]
    assert written(turned, tmp_path / "two") == expected


def test_the_manifest_counts_what_the_tables_hold():
    graph = build_kg(texts(), ONTOLOGY).graph
    manifest, triples, entities = graph.manifest, graph.triples.to_pylist(), graph.entities.to_pylist()
    stored = Counter(row["relation"] for row in triples)
    counted = {name: number for name, number in manifest["triples"]["by_relation"].items() if number}
    assert counted == stored | {"defined_in": stored["defines"]}
    assert manifest["triples"]["stored"] == len(triples)
    assert manifest["triples"]["served"] == len(triples) + stored["defines"]
    assert manifest["triples"]["by_language"] == Counter(row["language"] for row in triples)
    assert manifest["triples"]["by_repository"] == Counter(row["repository"] for row in triples)
    by_type = {name: number for name, number in manifest["entities"]["by_type"].items() if number}
    assert by_type == Counter(row["type"] for row in entities)
    resolution = Counter((row["relation"], row["resolution"]) for row in triples)
    assert manifest["triples"]["resolution_by_relation"]["calls"] == {
        name: number for (relation, name), number in resolution.items() if relation == "calls"
    }
    assert manifest["sources"]["repositories"]["three"] == {"version": "1", "licence": "MIT", "files": 1, "bytes": 0}
    assert (manifest["sources"]["files"], manifest["sources"]["by_language"]) == (5, {"python": 5})
    assert set(manifest["validation"]["rules"]) == set(ONTOLOGY.validation)


def test_shares_of_call_sites_add_up():
    calls = build_kg(texts(), ONTOLOGY).graph.manifest["calls"]
    assert calls["sites"] == calls["defined"] + calls["external"] + calls["unresolved"] == 4
    assert calls["resolved_share"] + calls["external_share"] + calls["unresolved_share"] == pytest.approx(1.0)


def test_the_metrics_are_plain_figures_with_their_baseline():
    figures = summarise(build_kg(texts(), ONTOLOGY).graph.manifest)
    assert figures["domain_range_ratio"] == 1.0
    assert figures["cycles"] == 0
    assert figures["relations"] == sum(number > 0 for number in figures["by_relation"].values())
    assert 0 <= figures["baselines"]["calls"]["resolved_within_a_file_share"] <= figures["calls"]["resolved_share"]
    assert json.loads(json.dumps(figures, allow_nan=False)) == figures


def test_strict_stops_at_a_broken_rule_and_otherwise_it_is_reported():
    closed = [replace(part, licence="Proprietary") for part in texts()]
    with pytest.raises(KnowledgeGraphError, match="licence 'Proprietary' is not allowed"):
        build_kg(closed, ONTOLOGY, strict=True)
    rule = build_kg(closed, ONTOLOGY).graph.manifest["validation"]["rules"]["licences"]
    assert rule["violations"] == rule["checked"] > 0


def test_two_repositories_of_one_name_are_refused():
    with pytest.raises(KnowledgeGraphError, match="'one': there are two"):
        build_kg([*texts(), texts()[0]], ONTOLOGY)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda table: table.drop(["licence"]), "no column licence"),
        (lambda table: table.slice(0, 0), "no file"),
        (lambda table: pa.concat_tables([table, table]), r"one/pkg/__init__\.py is there more than once"),
        (
            lambda table: table.set_column(3, "language", pa.array(["cobol"] * len(table))),
            r"one/pkg/__init__\.py: language 'cobol'",
        ),
        (
            lambda table: table.set_column(1, "version", pa.array(list("12345"))),
            "one has more than one version: 1, 2, 3",
        ),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused(change, message):
    with pytest.raises(KnowledgeGraphError, match=message):
        list(texts_of_table(change(sources(FILES))))


BAD = {
    "syntax_error.py": b"def f(:\n    pass\n\ndef g():\n    return g()\n",
    "python2.py": b"def f():\n    print 'x'\n\ndef g():\n    try: f()\n    except OSError, e: raise E, `e`\n",
    "latin1.py": b"# -*- coding: latin-1 -*-\nname = '\xe9t\xe9'\ndef f():\n    pass\n",
    "undeclared.py": b"name = '\xe9'\n",
    "mark.py": b"\xef\xbb\xbfdef f():\n    pass\n",
    "utf16.py": "def f():\n    pass\n".encode("utf-16"),
    "null.py": b"def f():\n    pass\n\0\ndef g():\n    pass\n",
    "deep.py": b"x = " + b"(" * 3000 + b")" * 3000 + b"\n",
    "cycle_a.py": b"from cycle_b import B\nclass A(B):\n    pass\n",
    "cycle_b.py": b"from cycle_a import A\nclass B(A):\n    pass\n",
    "itself.py": b"class C(C):\n    pass\n",
    "twice.py": b"def f():\n    pass\n\ndef f():\n    return f()\n",
    "empty.py": b"",
    "binary.py": bytes(range(256)) * 8,
}


def test_bad_input_is_reported_and_stops_nothing(tmp_path):
    for name, content in BAD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "long.py").write_text("def f(x):\n    return f(x)\n" * 25_000)
    graph = build_kg([read_checkout(tmp_path, name="bad", licence="MIT")], ONTOLOGY).graph
    problems = {row["path"]: " ".join(row["problems"]) for row in graph.manifest["sources"]["problems"]}
    assert "syntax error at line 1" in problems["syntax_error.py"]
    assert "read as iso-8859-1" in problems["latin1.py"]
    assert "read as latin-1" in problems["undeclared.py"]
    assert "byte order mark" in problems["mark.py"]
    assert "read as utf-16" in problems["utf16.py"]
    assert "null byte at line 3" in problems["null.py"]
    assert {"deep.py", "binary.py"} <= problems.keys()
    assert not {"cycle_a.py", "cycle_b.py", "itself.py", "twice.py", "empty.py", "long.py"} & problems.keys()
    assert ("bad:python2.g", "calls", "bad:python2.f") in relations(graph)
    ids = set(graph.entities["id"].to_pylist())
    assert {"bad:syntax_error.g", "bad:latin1.f", "bad:mark.f", "bad:utf16.f", "bad:null.g", "bad:twice.f#2"} <= ids
    rules = graph.manifest["validation"]["rules"]
    assert [
        name for name in ("domain_range", "provenance", "dangling", "irreflexivity") if rules[name]["violations"]
    ] == []


def test_an_empty_directory_is_an_empty_graph(tmp_path):
    graph = build_kg([read_checkout(tmp_path, name="none", licence="MIT")], ONTOLOGY).graph
    assert (graph.triples.num_rows, graph.entities["id"].to_pylist()) == (0, ["none:"])
    assert summarise(graph.manifest)["calls"]["resolved_share"] == 0.0


CONTENTS = (
    "",
    "def f():\n    return f()\n",
    "class C:\n    x = 1\n",
    "from a import f\n\nf()\n",
    "def (:\n",
    "import a\n",
)
PATHS = ("a.py", "b.py", "pkg/a.py", "pkg/__init__.py", "lib/c.py", "lib/A.java")
IGNORING = ("lib/pyvenv.cfg", "pkg/conda-meta")

edits = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(PATHS), st.sampled_from(CONTENTS)),
    st.tuples(st.just("delete"), st.sampled_from((*PATHS, *IGNORING))),
    st.tuples(st.just("rename"), st.sampled_from(PATHS), st.sampled_from(PATHS)),
    st.tuples(st.just("ignore"), st.sampled_from(IGNORING)),
)


def edit(root, kind, path, *rest):
    file = root / path
    if kind == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(rest[0])
    elif kind == "ignore":
        file.parent.mkdir(exist_ok=True)
        file.touch()
    elif kind == "delete":
        file.unlink(missing_ok=True)
    elif file.exists():
        (root / rest[0]).parent.mkdir(exist_ok=True)
        file.rename(root / rest[0])


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rounds=st.lists(st.lists(edits, min_size=1, max_size=4), min_size=1, max_size=4))
def test_after_any_edits_an_incremental_build_equals_a_full_one(tmp_path, rounds):
    root, cache = tmp_path / "code", tmp_path / "cache"
    for place in (root, cache):
        shutil.rmtree(place, ignore_errors=True)
    root.mkdir()
    known = set()
    for changes in rounds:
        for change in changes:
            edit(root, *change)
        checkout = read_checkout(root)
        incremental = build_kg([checkout], ONTOLOGY, cache=cache)
        full = build_kg([read_checkout(root)], ONTOLOGY)
        assert save(incremental, tmp_path / "incremental") == save(full, tmp_path / "full")
        now = {(file.language, text) for file, text in checkout.files}
        assert incremental.parsed == len(now - known)
        known = now
