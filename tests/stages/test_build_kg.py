"""The stage, in a directory of its own."""

import json
import shutil

import pyarrow.parquet as pq
import pytest
import yaml

from codegraft.errors import KnowledgeGraphError, SourceError
from codegraft.kg.splits.table import read_splits
from codegraft.kg.store import read_kg
from codegraft.sources import SCHEMA
from codegraft.stages import build_kg
from tests.snapshot.source_tables import sources

FILES = {
    "one/a.py": "def f():\n    return f()\n",
    "one/b.py": "import a\na.f()\n",
    **{
        f"{name}/{name}_{part}.py": "".join(
            f"def {name}_{part}_{row}():\n    return {name}_{part}_{row}()\n" for row in range(4)
        )
        for name in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
        for part in ("x", "y", "z")
    },
}
"""Repositories and files enough to divide."""

SKIPPED = "repository,path,reason,detail\none,big.py,too_large,9 bytes\n"


@pytest.fixture
def place(tmp_path, monkeypatch, request):
    root = request.config.rootpath
    params = yaml.safe_load((root / "params.yaml").read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)

    def write(licence="MIT", strict=True):
        params["kg"] |= {"strict": strict, "jobs": 1, "test_share": 0.2, "valid_share": 0.2}
        (tmp_path / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
        (tmp_path / "data").mkdir(exist_ok=True)
        shutil.copy2(root / "data/ontology.yaml", tmp_path / "data")
        table = sources(FILES)
        licences = [[licence] * table.num_rows]
        table = table.set_column(table.column_names.index("licence"), SCHEMA.field("licence"), licences)
        pq.write_table(table.cast(SCHEMA), tmp_path / "data/sources.parquet")
        (tmp_path / "data/sources_skipped.csv").write_text(SKIPPED)
        return tmp_path

    return write


def test_the_sources_become_a_graph_and_figures(place):
    root = place()
    build_kg.main()
    kg, figures = read_kg("data/kg"), json.loads((root / "metrics/kg.json").read_text())
    triples = {(row["head"], row["relation"], row["tail"]) for row in kg.triples.to_pylist()}
    assert {("one:a.f", "calls", "one:a.f"), ("one:b", "calls", "one:a.f"), ("one:b", "imports", "one:a")} <= triples
    assert (figures["triples"], figures["files"], figures["domain_range_ratio"]) == (kg.triples.num_rows, 29, 1.0)


def test_every_triple_has_its_part_in_every_split(place):
    root = place()
    build_kg.main()
    splits = read_splits("data/kg")
    assert splits.num_rows == read_kg("data/kg").triples.num_rows
    kinds = {"transductive", "file_inductive", "repository_inductive"}
    assert kinds < set(splits.column_names)
    assert kinds < json.loads((root / "metrics/kg.json").read_text())["splits"].keys()


def test_the_manifest_lists_what_the_sources_lack(place):
    place()
    build_kg.main()
    (skipped,) = read_kg("data/kg").manifest["sources"]["skipped"]
    assert skipped == {"repository": "one", "path": "big.py", "reason": "too_large", "detail": "9 bytes"}


def test_a_second_run_takes_what_was_parsed_and_writes_the_same_bytes(place):
    root = place()
    build_kg.main()
    first = {file.name: file.read_bytes() for file in (root / "data/kg").iterdir()}
    shutil.rmtree(root / "data/kg")
    build_kg.main()
    assert {file.name: file.read_bytes() for file in (root / "data/kg").iterdir()} == first
    assert list((root / ".codegraft/kg").iterdir())


def test_a_broken_rule_stops_a_strict_stage_and_leaves_nothing(place):
    root = place(licence="Proprietary")
    with pytest.raises(KnowledgeGraphError, match="'Proprietary' is not allowed"):
        build_kg.main()
    assert not (root / "data/kg").exists()
    assert not (root / "metrics").exists()


def test_a_broken_rule_is_only_reported_by_one_that_is_not(place):
    root = place(licence="Proprietary", strict=False)
    build_kg.main()
    assert json.loads((root / "metrics/kg.json").read_text())["violations"]["licences"] > 0


@pytest.mark.parametrize("name", ["sources.parquet", "sources_skipped.csv"])
def test_without_sources_the_error_says_what_to_run(place, name):
    (place() / "data" / name).unlink()
    with pytest.raises(SourceError, match=rf"{name}: no such file; run `dvc repro sources`"):
        build_kg.main()


@pytest.mark.parametrize("content", ["path\nx\n", b"repository,path,reason,detail\n\xff,,,\n"])
def test_a_damaged_list_of_what_was_skipped_is_refused(place, content):
    file = place() / "data/sources_skipped.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError, match="expected the columns repository, path, reason, detail"):
        build_kg.main()
