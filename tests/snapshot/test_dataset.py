import subprocess
import sys
from pathlib import Path

import pytest
import torch
from torch_geometric.data import Data, HeteroData
from torch_geometric.loader import DataLoader
from torch_geometric.transforms import ToUndirected

from codegraft.errors import SnapshotError, SourceError
from codegraft.snapshot.bundle import load_tensor_bundle
from codegraft.snapshot.dataset import (
    SnapshotDataset,
    alike,
    code_bundle,
    code_graph,
    columns_of_rows,
    hetero_graph,
    rows_of_directory,
)
from codegraft.snapshot.export import Layout, bundle_of, run_export_pipeline
from codegraft.snapshot.postgres.ingest import ingest_rows
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import TinySnapshot, as_dsn

FULL = Layout("v2", parent_edges=True, edge_features=True, files=True)

SHAPES = '''
"""Shapes."""
import math

from pkg.base import Shape


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius

    def area(self):
        if self.radius < 0:
            raise ValueError("negative")
        return math.pi * self.radius ** 2


def total(shapes):
    result = 0
    for shape in shapes:
        result += shape.area()
    return result
'''

JAVA = """
package demo;

public record Point(int x, int y) {
    Point shifted(int by) {
        return new Point(x + by, y + by);
    }
}
"""


@pytest.fixture
def code(tmp_path):
    place = tmp_path / "my project"
    (place / "pkg").mkdir(parents=True)
    (place / "pkg" / "__init__.py").write_text("")
    (place / "pkg" / "base.py").write_text("class Shape:\n    def area(self):\n        return 0\n")
    (place / "pkg" / "shapes.py").write_text(SHAPES)
    (place / "pkg" / "broken.py").write_text("def fine():\n    return 1\n\ndef broken(:\n    pass\n")
    (place / "Point.java").write_text(JAVA)
    return place


def test_a_directory_becomes_data_in_three_lines(code):
    data = code_graph(code)
    assert isinstance(data, Data)
    data.validate()
    assert data.x.shape == (data.num_nodes, 6)
    assert data.x.sum(1).eq(1).all()


def test_the_graph_knows_both_languages_and_the_tree(code):
    manifest = code_bundle(code).manifest
    assert manifest["files"] == [
        f"my_project/{name}"
        for name in ("Point.java", "pkg/__init__.py", "pkg/base.py", "pkg/broken.py", "pkg/shapes.py")
    ]
    assert {"Class", "Function", "Call", "Import", "Loop", "Return"} <= manifest["node_kinds"].keys()
    assert {"Parent", "Import", "Declares", "ResolvesTo"} <= manifest["edge_counts"].keys()
    assert manifest["isolated_share"]["with_parent"] < 0.05


def test_hetero_data_holds_the_same_graph(code):
    bundle = code_bundle(code)
    hetero = hetero_graph(bundle)
    assert isinstance(hetero, HeteroData)
    hetero.validate()
    assert hetero.num_nodes == bundle.x.shape[0]
    assert hetero.num_edges == bundle.edge_index.shape[1]
    edges = set()
    for start, kind, to in hetero.edge_types:
        source, target = hetero[start, kind, to].edge_index
        pairs = zip(hetero[start].row[source].tolist(), hetero[to].row[target].tolist(), strict=True)
        edges |= {(a, b, kind) for a, b in pairs}
    names = bundle.manifest["edge_types"]
    expected = zip(*bundle.edge_index.tolist(), bundle.edge_type.tolist(), strict=True)
    assert edges == {(a, b, names[kind]) for a, b, kind in expected}


@pytest.mark.postgres
def test_the_way_through_postgresql_gives_the_same_bundle(code, database):
    rows = rows_of_directory(code)
    ingest_rows(rows, database)
    through = run_export_pipeline(rows.info["id"], dsn=as_dsn(database), layout=FULL)
    direct = bundle_of(columns_of_rows(rows, FULL.want()), FULL)
    assert through.manifest == direct.manifest
    for name, tensor in direct.tensors().items():
        assert torch.equal(through.tensors()[name], tensor), name


@pytest.mark.postgres
def test_snapshot_dataset(code, database, tmp_path, monkeypatch):
    rows = rows_of_directory(code)
    ingest_rows(rows, database)
    ids = [rows.info["id"], rows.info["id"]]
    dataset = SnapshotDataset(tmp_path / "root", ids, as_dsn(database), FULL, pre_transform=ToUndirected())
    assert len(dataset) == 2
    assert dataset.num_node_features == 29
    assert dataset[0].is_undirected()
    batch = next(iter(DataLoader(dataset, batch_size=2)))
    assert batch.num_graphs == 2
    again = SnapshotDataset(
        tmp_path / "root", ids, "postgresql://127.0.0.1:1/none", FULL, pre_transform=ToUndirected()
    )  # no database any more
    assert torch.equal(again[0].edge_index, dataset[0].edge_index)
    with pytest.raises(SnapshotError, match="at least one"):
        SnapshotDataset(tmp_path / "root", [])


def test_hetero_data_carries_edge_features_and_files(code):
    bundle = code_bundle(code, layout=FULL)
    hetero = hetero_graph(bundle)
    for store in hetero.edge_stores:
        assert store.edge_attr.shape == (store.edge_index.shape[1], 10)
    assert sum(len(store.file) for store in hetero.node_stores) == bundle.x.shape[0]


def test_codes_mean_the_same_in_graphs_of_different_code(code, tmp_path):
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "a.py").write_text("x = 1\n")
    first, second = code_graph(code), code_graph(tmp_path / "tiny")
    assert first.edge_type_names == second.edge_type_names
    assert first.node_kind_names == second.node_kind_names


def test_unlisted_kinds_share_codes_too():
    foreign = [TinySnapshot([(1, "Module", None), (2, kind, 1)], [(1, 2, kind)]) for kind in ("Widget", "Gadget")]
    graphs = alike([bundle_of(example_columns(snapshot)) for snapshot in foreign])
    assert [graph.node_kind_names[graph.node_kind[1]] for graph in graphs] == ["Widget", "Gadget"]
    assert [graph.edge_type_names[graph.edge_type[0]] for graph in graphs] == ["Widget", "Gadget"]
    assert graphs[0].node_kind_names == graphs[1].node_kind_names
    assert graphs[0].node_kind[1] != graphs[1].node_kind[1]


def test_left_out_files_are_named(code, caplog):
    (code / "test_shapes.py").write_text("def test(): pass\n")
    (code / "latin.py").write_bytes("# caf\xe9\n".encode("latin-1"))
    code_graph(code)
    assert "1 files of tests left out" in caplog.text
    assert "skipped latin.py: not_utf8" in caplog.text


def test_a_directory_of_tests_alone_says_so(tmp_path):
    (tmp_path / "test_a.py").write_text("def test(): pass\n")
    with pytest.raises(SourceError, match="all was left out: 1 files of tests"):
        code_graph(tmp_path)
    assert code_graph(tmp_path, include_tests=True).num_nodes > 1


def test_any_name_of_a_directory_will_do(tmp_path):
    for name in ("a\\b", "with blank", "...dots", "é"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.py").write_text("x = 1\n")
        assert code_graph(tmp_path / name).num_nodes > 1


def test_a_directory_without_code_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("hello")
    with pytest.raises(SourceError):
        code_graph(tmp_path)
    with pytest.raises(SourceError):
        code_graph(tmp_path / "absent")


def codegraft(*arguments, cwd: Path):
    return subprocess.run([sys.executable, "-m", "codegraft", *arguments], capture_output=True, text=True, cwd=cwd)


def test_command_line_writes_each_format(code, tmp_path):
    for name, extra in {"a.pt": (), "b.pt": ("--hetero",), "c.safetensors": ("--features", "v2")}.items():
        done = codegraft("dataset", str(code), "--out", name, *extra, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert "5 files" in done.stdout
    data = Data.from_dict(torch.load(tmp_path / "a.pt"))
    data.validate()
    assert {data.node_kind_names[code] for code in data.node_kind.tolist()} >= {"Module", "Class", "Call"}
    assert len(HeteroData.from_dict(torch.load(tmp_path / "b.pt")).node_types) > 5
    assert load_tensor_bundle(tmp_path / "c.safetensors").x.shape[1] == 29
    assert not (tmp_path / ".codegraft").exists()


def test_command_line_says_what_is_wrong(code, tmp_path):
    for arguments in (
        ("dataset", str(code), "--out", "a.csv"),
        ("dataset", str(code), "--out", "a.pkl", "--hetero"),
        ("dataset", str(tmp_path / "absent"), "--out", "a.pt"),
        ("dataset", str(code), "--out", "/proc/a.pt"),
    ):
        done = codegraft(*arguments, cwd=tmp_path)
        assert done.returncode == 1
        assert done.stderr.startswith("error: ")
        assert "Traceback" not in done.stderr


@pytest.mark.postgres
@pytest.mark.slow
def test_ingest_and_list_without_any_configuration(code, tmp_path):
    for expected in ("loaded", "was there already"):
        done = codegraft("snapshot", "ingest", str(code), cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert expected in done.stdout
    listed = codegraft("snapshot", "list", cwd=tmp_path)
    assert listed.stdout.count("my_project") == 1
    (snapshot_id,) = [line.split()[0] for line in listed.stdout.splitlines()]
    assert codegraft("snapshot", "delete", snapshot_id, cwd=tmp_path).returncode == 0
    assert "no snapshots" in codegraft("snapshot", "list", cwd=tmp_path).stdout
    assert codegraft("snapshot", "delete", snapshot_id, cwd=tmp_path).returncode == 1
