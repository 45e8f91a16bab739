import hashlib
import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pytest
import torch
from safetensors.torch import save_file

from codegraft.errors import BundleError
from codegraft.snapshot.bundle import load_tensor_bundle, save_bundle
from codegraft.snapshot.export import Layout, bundle_of, export_snapshot
from tests.snapshot.columns_for_tests import example_columns

FULL = Layout("v2", parent_edges=True, edge_features=True, files=True)


@pytest.fixture
def bundle():
    return bundle_of(example_columns(), FULL)


def test_reads_as_the_mapping_of_the_spec(bundle):
    assert list(bundle) == [
        *("x", "edge_index", "node_mapping"),
        *("edge_type", "edge_attr", "node_kind", "node_file", "manifest"),
    ]
    assert len(bundle) == 8
    assert bundle["x"].dtype == torch.float32
    assert bundle["edge_index"].dtype == torch.int64
    assert type(bundle["node_mapping"]) is dict
    assert list(bundle["node_mapping"]) == sorted(bundle["node_mapping"])
    with pytest.raises(KeyError):
        bundle["nothing"]


@pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
def test_survives_its_file(bundle, tmp_path, suffix):
    path = save_bundle(bundle, tmp_path / "deep" / f"bundle{suffix}")
    loaded = load_tensor_bundle(path)
    assert loaded.node_mapping == bundle.node_mapping
    assert loaded.manifest == bundle.manifest
    for name in ("x", "edge_index", "edge_type", "edge_attr", "node_kind", "node_file"):
        assert torch.equal(loaded[name], bundle[name]), name


def test_manifest_says_what_is_in_it(bundle):
    manifest = bundle.manifest
    assert manifest["nodes"] == 7
    assert manifest["edges"] == 6 + 5
    assert manifest["node_kinds"]["Class"] == 1
    assert manifest["other_kinds"] == {"Class": 1}
    assert manifest["edge_counts"]["Parent"] == 5
    assert manifest["isolated_share"] == {"with_parent": 0.0, "without_parent": round(2 / 7, 6)}
    assert manifest["files"] == ["other/b.py", "repo/a.py"]
    for name, digest in manifest["sha256"].items():
        assert hashlib.sha256(bundle.tensors()[name].numpy().tobytes()).hexdigest() == digest
    assert json.loads(json.dumps(manifest)) == manifest


def test_isolated_share_is_the_naive_count():
    columns = example_columns()
    joined = {row for a, b in columns.edge_index.T.tolist() if a != b for row in (a, b)}
    expected = 1 - len(joined) / columns.nodes
    assert bundle_of(columns).manifest["isolated_share"] == {"without_parent": round(expected, 6)}


PROGRAM = """
import sys
from dataclasses import replace
from codegraft.snapshot.bundle import save_bundle
from codegraft.snapshot.export import bundle_of
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.test_bundle import FULL
for path in sys.argv[1:]:
    save_bundle(bundle_of(example_columns(), FULL), path)
"""


def test_files_are_byte_identical_across_processes_and_runs(tmp_path):
    digests = set()
    for seed in ("0", "1"):
        paths = [tmp_path / f"{seed}{run}{suffix}" for run in range(2) for suffix in (".safetensors", ".pkl")]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", PROGRAM, *map(str, paths)], check=True, env=environment)
        digests |= {(path.suffix, hashlib.sha256(path.read_bytes()).hexdigest()) for path in paths}
    assert len(digests) == 2


def test_pickle_opens_without_this_package(bundle, tmp_path):
    path = save_bundle(bundle, tmp_path / "b.pkl")
    script = "import pickle, sys; b = pickle.load(open(sys.argv[1], 'rb')); b['x'].add_(1); print(sorted(b))"
    program = f"import sys; sys.modules['codegraft'] = None; {script}"
    command = [sys.executable, "-W", "error", "-c", program, str(path)]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert (
        out.strip()
        == "['edge_attr', 'edge_index', 'edge_type', 'manifest', 'node_file', 'node_kind', 'node_mapping', 'x']"
    )


def test_a_plain_dict_is_exported_too(tmp_path):
    plain = {"x": torch.eye(6)[:2], "edge_index": torch.tensor([[0], [1]]), "node_mapping": {"a": 0, "b": 1}}
    loaded = load_tensor_bundle(export_snapshot(plain, tmp_path / "b.pkl"))
    assert loaded.node_mapping == {"a": 0, "b": 1}
    with pytest.raises(BundleError, match="no edge_index, node_mapping"):
        export_snapshot({"x": torch.eye(6)}, tmp_path / "c.pkl")


def test_a_safetensors_file_needs_ids(tmp_path):
    plain = {"x": torch.eye(6)[:2], "edge_index": torch.tensor([[0], [1]]), "node_mapping": {"a": 0, "b": 1}}
    with pytest.raises(BundleError, match="node_ids"):
        export_snapshot(plain, tmp_path / "b.safetensors")
    assert list(tmp_path.iterdir()) == []


def test_unwritable_places_are_named_and_nothing_is_left(bundle, tmp_path):
    with pytest.raises(BundleError, match=r"ends in .safetensors or .pkl"):
        save_bundle(bundle, tmp_path / "b.json")
    (tmp_path / "file").write_text("")
    with pytest.raises(BundleError, match="cannot be written"):
        save_bundle(bundle, tmp_path / "file" / "b.pkl")
    with pytest.raises(BundleError, match="cannot be written"):
        save_bundle(bundle, "/proc/b.safetensors")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
def test_a_file_cut_anywhere_is_refused(bundle, tmp_path, suffix):
    path = save_bundle(bundle, tmp_path / f"b{suffix}")
    whole = path.read_bytes()
    for size in {0, 1, 7, 8, 9, 100, len(whole) // 2, len(whole) - 1}:
        path.write_bytes(whole[:size])
        with pytest.raises(BundleError, match=str(path)):
            load_tensor_bundle(path)


def test_foreign_files_are_refused(tmp_path):
    for name, content in {"text": b"hello", "zeros": bytes(100), "json": b'{"x": 1}'}.items():
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BundleError, match=name):
            load_tensor_bundle(tmp_path / name)
    save_file({"weight": torch.zeros(2)}, tmp_path / "model.safetensors")
    with pytest.raises(BundleError, match="not a tensor bundle"):
        load_tensor_bundle(tmp_path / "model.safetensors")
    save_file({"x": torch.zeros(2), "edge_index": torch.zeros(2)}, tmp_path / "bad", {"manifest": "[" * 100_000})
    with pytest.raises(BundleError, match="bad"):
        load_tensor_bundle(tmp_path / "bad")
    with pytest.raises(BundleError, match="No such file"):
        load_tensor_bundle(tmp_path / "absent.pkl")
    with pytest.raises(BundleError, match="directory"):
        load_tensor_bundle(tmp_path)


INTERRUPTED = """
import sys, time
import codegraft.snapshot.bundle as bundle
from tests.snapshot.columns_for_tests import example_columns
def slow(tensors, path, metadata):
    path.write_bytes(b"half")
    print("writing", flush=True)
    time.sleep(60)
bundle.save_file = slow
from codegraft.snapshot.export import bundle_of
bundle.save_bundle(bundle_of(example_columns()), sys.argv[1])
"""


def test_an_interrupted_export_leaves_no_file(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, str(tmp_path / "b.safetensors")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert process.stdout.readline() == b"writing\n"
    process.send_signal(2)
    process.wait(20)
    process.stdout.close()
    assert list(tmp_path.iterdir()) == []


def test_the_original_pickles_load(tmp_path):
    """Plain ``pickle.dump`` of tensors, which embeds torch's own storage format."""
    path = tmp_path / "old.pkl"
    old = {"x": torch.eye(6), "edge_index": torch.tensor([[0, 1], [1, 2]]), "node_mapping": {"a": 0, "b": 1, "c": 2}}
    with path.open("wb") as file:
        pickle.dump(old, file)
    loaded = load_tensor_bundle(path)
    assert torch.equal(loaded["x"], old["x"])
    assert torch.equal(loaded["edge_index"], old["edge_index"])
    assert loaded["node_mapping"] == old["node_mapping"]


def test_a_million_ids_are_not_turned_into_text_unless_asked(bundle):
    assert "node_mapping" not in vars(bundle)
    bundle["node_mapping"]
    assert "node_mapping" in vars(bundle)


def test_data_object(bundle):
    data = bundle.to_data()
    assert data.num_nodes == 7
    assert data.num_edges == 11
    data.validate()
    assert data.node_kind_names[data.node_kind[0]] == "Module"
    assert {data.edge_type_names[code] for code in data.edge_type.tolist()} == set(bundle.manifest["edge_counts"])
    assert data.files == bundle.manifest["files"]


def test_a_header_that_starts_like_a_pickle_is_no_pickle(tmp_path):
    """The first byte is the low byte of the header's length; in one of 256 files it is that of every pickle."""
    columns = example_columns()
    starts = set()
    for padding in range(0, 600, 8):
        named = replace(columns, snapshot=replace(columns.snapshot, root_path="r" * padding))
        path = save_bundle(bundle_of(named), tmp_path / "b.safetensors")
        starts.add(path.read_bytes()[0])
        assert load_tensor_bundle(path).manifest["snapshot"]["root_path"] == "r" * padding
    assert 0x80 in starts
