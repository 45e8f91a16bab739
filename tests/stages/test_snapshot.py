"""The stage, in a directory of its own."""

import json

import pyarrow.parquet as pq
import pytest
import yaml

from codegraft.errors import ParamsError, SourceError
from codegraft.snapshot.extract.rows import read_rows
from codegraft.sources import SCHEMA
from codegraft.stages import snapshot
from tests.snapshot.source_tables import sources


@pytest.fixture
def place(tmp_path, monkeypatch, request):
    params = yaml.safe_load((request.config.rootpath / "params.yaml").read_text(encoding="utf-8"))
    monkeypatch.chdir(tmp_path)

    def write(repositories):
        params["snapshot"]["repositories"] = repositories
        (tmp_path / "params.yaml").write_text(yaml.safe_dump(params), encoding="utf-8")
        (tmp_path / "data").mkdir(exist_ok=True)
        table = sources({"one/a.py": "def f(): f()\n", "two/A.java": "class A {}"})
        pq.write_table(table.cast(SCHEMA), tmp_path / "data/sources.parquet")
        return tmp_path

    return write


def test_all_repositories_become_rows_and_figures(place):
    place("all")
    snapshot.main()
    rows = read_rows("data/snapshot")
    figures = json.loads((place("all") / "metrics/snapshot.json").read_text(encoding="utf-8"))
    assert set(rows.nodes["filePath"].to_pylist()) == {"one/a.py", "two/A.java"}
    assert figures["id"] == rows.info["id"][:8]
    assert (figures["files"], figures["nodes"]) == (2, rows.nodes.num_rows)
    assert figures["calls"] == {"resolved_to_definition": 1, "to_expression": 0, "share": 1.0}


def test_named_repositories_alone_are_read(place):
    place(["two"])
    snapshot.main()
    assert set(read_rows("data/snapshot").nodes["filePath"].to_pylist()) == {"two/A.java"}


def test_an_unknown_repository_is_an_error_that_names_the_known_ones(place):
    place(["three", "one"])
    with pytest.raises(ParamsError, match=r"snapshot\.repositories: three .*: one, two"):
        snapshot.main()


def test_without_sources_the_error_says_what_to_run(place):
    (place("all") / "data/sources.parquet").unlink()
    with pytest.raises(SourceError, match="dvc repro sources"):
        snapshot.main()
