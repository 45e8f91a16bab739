import json
import os
import pickle
import subprocess
import sys
from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.torch import save_file

from codegraft.snapshot.audit import audit_bundle, audit_tensors
from codegraft.snapshot.bundle import TensorBundle, load_tensor_bundle, save_bundle
from codegraft.snapshot.columns import GraphColumns, SnapshotInfo, order_edges, vocabulary
from codegraft.snapshot.export import Layout, bundle_of
from codegraft.snapshot.kinds import BUCKETS, EDGE_TYPES, NODE_KINDS

KINDS = ["Module", "Function", "Literal", "Call", "Import", "Unknown", "Class", "Class", "Module"]
EVERYTHING = Layout("v2", parent_edges=True, edge_features=True, files=True)

SHAPE, EDGE_SHAPE = "Feature matrix shape", "Edge index shape"
ONE_HOT, DISTRIBUTION = "All rows sum to 1.0 (valid one-hot encoding)", "Node kind distribution"
OTHER_SHAPES, FINITE = "Other tensors' shapes", "Features are finite"
KIND_AGREES, IDS = "Features agree with node kinds", "Node ids lead to rows one to one, sorted"
ENDS, SORTED, CODES = "Edges join rows of x", "Edges are sorted", "Codes have names"
COUNTS, HASHES, ISOLATED = "Manifest counts agree", "Tensor hashes agree", "Isolated nodes"


CALL, DECLARES = EDGE_TYPES.index("Call"), EDGE_TYPES.index("Declares")


def columns(kinds=KINDS, edges=((0, 1, DECLARES), (1, 3, CALL), (1, 3, DECLARES), (2, 2, CALL))):
    count = len(kinds)
    names = vocabulary(kinds, NODE_KINDS)
    source, target, code = np.array(edges, np.int64).reshape(-1, 3).T
    edge_index, edge_type = order_edges(source, target, code, count, len(EDGE_TYPES))
    return GraphColumns(
        snapshot=SnapshotInfo("0b0e1b56-3c5c-8d5c-9d5c-000000000000", "v1", "/code"),
        ids=np.arange(16 * count, dtype=np.int64).astype(np.uint8).reshape(count, 16),
        kind=np.array([names.index(kind) for kind in kinds], np.int64),
        kinds=names,
        edge_index=edge_index,
        edge_type=edge_type,
        edge_types=EDGE_TYPES,
        parent=np.arange(-1, count - 1),
        file=np.zeros(count, np.int64),
        files=("a.py",),
        location=np.tile(np.array([[0, 0, 1, 1]], np.int32), (count, 1)),
    )


PLAIN = Layout()


def sound(layout=PLAIN, **options):
    return bundle_of(columns(**options), layout)


def old(**changes):
    """The three fields alone, as bundles without a manifest have them, with some of them changed."""
    bundle = sound()
    fields = {"x": bundle.x, "edge_index": bundle.edge_index, "given_mapping": bundle.node_mapping}
    return TensorBundle(**(fields | changes))


def failed(bundle):
    return [check.name for check in audit_tensors(bundle, "bundle").checks if check.passed is False]


def not_made(bundle):
    return [check.name for check in audit_tensors(bundle, "bundle").checks if check.passed is None]


def edited(tensor, *place, value):
    tensor = tensor.clone()
    tensor[place] = value
    return tensor


def filled(value, columns=6):
    return torch.full((len(KINDS), columns), value)


class TestSoundBundles:
    @pytest.mark.parametrize("layout", [Layout(), Layout(parent_edges=True), EVERYTHING])
    @pytest.mark.parametrize("suffix", [".safetensors", ".pkl"])
    def test_pass_in_both_formats_and_in_memory(self, layout, suffix, tmp_path):
        bundle = sound(layout)
        report = audit_bundle(save_bundle(bundle, tmp_path / f"bundle{suffix}"))
        assert report.passed, report.render()
        assert all(check.passed for check in report.checks)
        assert failed(bundle) == not_made(bundle) == []

    def test_the_report_reads_as_the_specification_shows(self, tmp_path):
        path = save_bundle(sound(), tmp_path / "abc123.safetensors")
        lines = audit_bundle(path).render().splitlines()
        assert lines[:11] == [
            f"Bundle audit for: {path}",
            "✓ Feature matrix shape: [9, 6]",
            "✓ Edge index shape: [2, 4]",
            "✓ All rows sum to 1.0 (valid one-hot encoding)",
            "✓ Node kind distribution:",
            "  - Container: 2 nodes",
            "  - Logic: 1 nodes",
            "  - Data: 1 nodes",
            "  - Reference: 1 nodes",
            "  - Statement: 1 nodes",
            "  - Other: 3 nodes",
        ]
        assert lines[-2:] == ["Kinds in Other: Class 2, Unknown 1", "Audit passed."]

    def test_the_report_is_json(self):
        report = audit_tensors(sound(Layout(parent_edges=True)), "name")
        value = json.loads(json.dumps(report.as_json()))
        assert value["passed"] is True
        assert value["path"] == "name"
        assert value["distribution"] == dict(zip(BUCKETS, [2, 1, 1, 1, 1, 3], strict=True))
        assert value["other_kinds"] == {"Class": 2, "Unknown": 1}
        assert value["isolated_share"] == {"with_parent": 0.0, "without_parent": pytest.approx(6 / 9)}
        assert value["checks"][0] == {"name": SHAPE, "passed": True, "detail": "[9, 6]"}

    def test_a_single_node_without_edges_passes(self):
        assert failed(sound(kinds=["Module"], edges=())) == []

    def test_an_old_bundle_passes_and_says_what_was_not_checked(self, tmp_path):
        bundle = old()
        path = tmp_path / "old.pkl"
        path.write_bytes(pickle.dumps({key: bundle[key] for key in ("x", "edge_index", "node_mapping")}))
        report = audit_bundle(path)
        assert report.passed
        assert not_made(load_tensor_bundle(path)) == [KIND_AGREES, CODES, COUNTS, HASHES]
        assert f"? {HASHES}: not checked, the bundle holds no manifest" in report.render()
        assert report.render().endswith("Audit passed, 4 checks not made.")

    def test_isolation_is_called_after_the_edges_that_were_counted(self):
        assert f"✓ {ISOLATED}: 66.7% over all edges\n" in audit_tensors(old(), "old").render()
        assert f"✓ {ISOLATED}: 66.7% without Parent edges\n" in audit_tensors(sound(), "plain").render()
        text = audit_tensors(sound(Layout(parent_edges=True)), "tree").render()
        assert f"✓ {ISOLATED}: 0.0% with Parent edges, 66.7% without Parent edges\n" in text

    def test_other_kinds_than_those_of_the_schema_have_their_codes_after_them(self):
        bundle = sound(kinds=["Module", "lambda", "a_kind"])
        assert bundle.manifest["node_kind_names"] == [*NODE_KINDS, "a_kind", "lambda"]
        assert failed(bundle) == not_made(bundle) == []


MAPPING = old().node_mapping
A, B = list(MAPPING)[:2]

OLD_FAULTS = {
    "edge ends out of range": ({"edge_index": torch.tensor([[0, 999_999_999], [1, 2]])}, ENDS),
    "negative edge ends": ({"edge_index": torch.tensor([[-5, 0], [1, 2]])}, ENDS),
    "empty mapping": ({"given_mapping": {}}, IDS),
    "mapping with a hole": ({"given_mapping": MAPPING | {A: 100}}, IDS),
    "mapping with a repeated row": ({"given_mapping": MAPPING | {A: 1}}, IDS),
    "mapping out of the ids' order": ({"given_mapping": MAPPING | {A: 1, B: 0}}, IDS),
    "mapping to texts": ({"given_mapping": MAPPING | {A: "0"}}, IDS),
    "mapping to truth values": ({"given_mapping": MAPPING | {A: False}}, IDS),
    "mapping to floats": ({"given_mapping": MAPPING | {A: 0.0}}, IDS),
    "mapping to giants": ({"given_mapping": MAPPING | {A: 2**100}}, IDS),
    "uniform rows": ({"x": filled(1 / 6)}, ONE_HOT),
    "rows that only sum to 1": ({"x": torch.tensor([[2.0, -1, 0, 0, 0, 0]]).repeat(len(KINDS), 1)}, ONE_HOT),
    "zero rows": ({"x": filled(0.0)}, ONE_HOT),
    "rows with a one and more that cancels": (
        {"x": torch.tensor([[1.0, -2, 2, 0, 0, 0]]).repeat(len(KINDS), 1)},
        ONE_HOT,
    ),
    "one row with two ones": ({"x": edited(old().x, 3, slice(0, 2), value=1)}, ONE_HOT),
    "five columns": ({"x": old().x[:, :5]}, SHAPE),
    "seven columns": ({"x": torch.cat([old().x, filled(0.0, 1)], dim=1)}, SHAPE),
    "features of double precision": ({"x": old().x.double()}, SHAPE),
    "features of half precision": ({"x": old().x.bfloat16()}, SHAPE),
    "flat features": ({"x": old().x.flatten()}, SHAPE),
    "32-bit edge index": ({"edge_index": old().edge_index.int()}, EDGE_SHAPE),
    "edge index on its side": ({"edge_index": old().edge_index.t()}, EDGE_SHAPE),
    "edges unsorted by source": ({"edge_index": torch.tensor([[1, 0], [1, 1]])}, SORTED),
    "edges unsorted by target": ({"edge_index": torch.tensor([[1, 1], [1, 0]])}, SORTED),
    "edge types too few": ({"edge_type": torch.zeros(1, dtype=torch.int64)}, OTHER_SHAPES),
    "edge types of another type": ({"edge_type": torch.zeros(4)}, OTHER_SHAPES),
    "negative edge types": ({"edge_type": torch.tensor([-7, 0, 1, 0])}, CODES),
    "negative node kinds": ({"node_kind": edited(sound().node_kind, 3, value=-1)}, CODES),
    "parallel edges unsorted by type": ({"edge_type": torch.tensor([0, 1, 0, 0])}, SORTED),
    "all nodes in Other": ({"x": torch.eye(6)[[5] * len(KINDS)]}, DISTRIBUTION),
    "no nodes": ({"x": torch.zeros(0, 6), "edge_index": old().edge_index[:, :0], "given_mapping": {}}, DISTRIBUTION),
}


class TestFaultyBundles:
    @pytest.mark.parametrize("name", OLD_FAULTS)
    def test_an_old_bundle_fails_the_one_check_that_is_about_its_fault(self, name):
        changes, check = OLD_FAULTS[name]
        assert failed(old(**changes)) == [check]

    def test_a_bundle_that_lost_its_manifest_fails_unless_it_is_a_pickle(self, tmp_path):
        bundle = sound()
        tampered = {
            **bundle.tensors(),
            "x": bundle.x.roll(1, 0),
            "edge_type": edited(bundle.edge_type, 0, value=-7),
        }
        save_file(tampered, tmp_path / "tampered.safetensors")
        report = audit_bundle(tmp_path / "tampered.safetensors")
        assert [check.name for check in report.checks if check.passed is False] == [CODES, COUNTS]
        assert f"✗ {COUNTS}: there is no manifest" in report.render()
        save_file(bundle.tensors(), tmp_path / "bare.safetensors")
        assert not audit_bundle(tmp_path / "bare.safetensors").passed
        assert failed(replace(bundle, manifest={})) == [COUNTS]

    def test_a_pickle_does_not_pass_under_the_other_formats_name(self, tmp_path):
        path = save_bundle(old(), tmp_path / "old.pkl")
        assert audit_bundle(path).passed
        renamed = path.rename(tmp_path / "old.safetensors")
        assert not audit_bundle(renamed).passed
        assert "pickle in spite of its name" in audit_bundle(renamed).render()

    def test_rows_without_names_fail(self):
        assert failed(old(given_mapping=None)) == [IDS, COUNTS]

    @pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
    def test_values_that_are_no_numbers_fail(self, value):
        assert failed(old(x=edited(old().x, 2, 2, value=value))) == [ONE_HOT, FINITE]
        bundle = sound(EVERYTHING)
        assert FINITE in failed(replace(bundle, x=edited(bundle.x, 4, 27, value=value)))
        assert FINITE in failed(replace(bundle, edge_attr=edited(bundle.edge_attr, 0, 0, value=value)))

    @pytest.mark.parametrize(
        ("changes", "expected"),
        [
            ({"x": edited(sound().x, 0, value=torch.eye(6)[1])}, {KIND_AGREES, HASHES}),
            ({"node_kind": edited(sound().node_kind, 0, value=2)}, {KIND_AGREES, COUNTS, HASHES}),
            ({"node_kind": edited(sound().node_kind, 0, value=1)}, {COUNTS, HASHES}),
            ({"node_kind": edited(sound().node_kind, 0, value=99)}, {CODES, HASHES}),
            ({"node_kind": edited(sound().node_kind, 0, value=-1)}, {CODES, HASHES}),
            ({"node_kind": sound().node_kind[1:]}, {OTHER_SHAPES}),
            ({"node_kind": None}, {HASHES}),
            ({"edge_type": edited(sound().edge_type, 0, value=len(EDGE_TYPES))}, {CODES, HASHES}),
            ({"edge_type": edited(sound().edge_type, 0, value=-1)}, {CODES, HASHES}),
            ({"edge_type": edited(sound().edge_type, 0, value=0)}, {COUNTS, HASHES}),
            ({"edge_type": None}, {HASHES}),
            ({"node_ids": sound().node_ids.flip(0)}, {IDS, HASHES}),
            ({"node_ids": edited(sound().node_ids, 1, value=sound().node_ids[0])}, {IDS, HASHES}),
            ({"node_ids": None}, {IDS, HASHES}),
            ({"node_file": torch.zeros(9, dtype=torch.int64)}, {CODES, HASHES}),
            ({"edge_index": edited(sound().edge_index, 1, 0, value=2)}, {HASHES}),
        ],
    )
    def test_a_changed_tensor_is_seen_by_the_checks_about_it_and_by_its_hash(self, changes, expected):
        assert set(failed(replace(sound(), **changes))) - {ISOLATED} == expected

    @pytest.mark.parametrize(
        ("key", "value", "check"),
        [
            ("format", 2, COUNTS),
            ("nodes", 10, COUNTS),
            ("nodes", "9", COUNTS),
            ("nodes", True, COUNTS),
            ("nodes", None, COUNTS),
            ("edges", 3, COUNTS),
            ("features", {"version": "v1", "names": ["a"]}, COUNTS),
            ("features", {"version": "v2", "names": []}, SHAPE),
            ("features", {"version": "v9", "names": []}, SHAPE),
            ("features", [], COUNTS),
            ("node_kinds", {"Module": 9}, COUNTS),
            ("node_kind_names", ["Module"], CODES),
            ("node_kind_names", [*NODE_KINDS[::-1]], KIND_AGREES),
            ("node_kind_names", ["Block", "Module", *NODE_KINDS[2:]], CODES),
            ("node_kind_names", [*NODE_KINDS, "b", "a"], CODES),
            ("node_kind_names", [*NODE_KINDS, "a", "a"], CODES),
            ("edge_types", ["Call"], CODES),
            ("edge_types", [*EDGE_TYPES[::-1]], CODES),
            ("parent_edges", True, ISOLATED),
            ("parent_edges", 1, COUNTS),
            ("edge_counts", {"Call": 1, "Declares": 3}, COUNTS),
            ("other_kinds", {}, COUNTS),
            ("other_kinds", {"Class": 1, "Unknown": 2}, COUNTS),
            ("isolated_share", {"without_parent": 0.5}, ISOLATED),
            ("isolated_share", {"without_parent": float("nan")}, ISOLATED),
            ("isolated_share", {}, ISOLATED),
            ("sha256", {}, HASHES),
            ("sha256", sound().manifest["sha256"] | {"x": "0" * 64}, HASHES),
            ("sha256", sound().manifest["sha256"] | {"more": "0" * 64}, HASHES),
        ],
    )
    def test_a_manifest_that_says_something_else_fails(self, key, value, check):
        bundle = sound()
        assert check in failed(replace(bundle, manifest=bundle.manifest | {key: value}))

    def test_kinds_that_do_not_add_up_fail_where_the_nodes_kinds_are_not_in_the_file(self):
        pickled = replace(sound(), node_ids=None, node_kind=None, given_mapping=MAPPING)
        assert failed(pickled) == [HASHES]
        manifest = pickled.manifest | {"node_kinds": pickled.manifest["node_kinds"] | {"Module": 3}}
        assert failed(replace(pickled, manifest=manifest)) == [COUNTS, HASHES]

    @pytest.mark.parametrize("key", ["features", "nodes", "edge_types", "parent_edges", "sha256"])
    def test_a_manifest_that_lacks_a_key_fails_and_names_it(self, key):
        bundle = sound()
        manifest = {name: value for name, value in bundle.manifest.items() if name != key}
        report = audit_tensors(replace(bundle, manifest=manifest), "bundle")
        assert [check.detail.split(":")[0] for check in report.checks if check.passed is False] == [key]

    def test_features_v2_must_show_the_exact_kind(self):
        bundle = sound(EVERYTHING)
        row = bundle.x[0].clone()
        row[6:24] = row[6:24].roll(1)
        assert KIND_AGREES in failed(replace(bundle, x=edited(bundle.x, 0, value=row)))
        row[6:24] = 1
        assert KIND_AGREES in failed(replace(bundle, x=edited(bundle.x, 0, value=row)))

    def test_a_pickle_whose_ids_were_changed_fails_its_hash(self):
        bundle = sound()
        changed = {A[:-1] + "0": 0, **{name: row for name, row in MAPPING.items() if row}}
        assert len(changed) == len(MAPPING)
        pickled = replace(bundle, node_ids=None, given_mapping=changed)
        assert failed(pickled) == [HASHES]
        assert failed(replace(pickled, given_mapping={f"node {row}": row for row in range(9)})) == [HASHES]

    def test_all_other_names_the_kinds_that_fell_there(self):
        report = audit_tensors(sound(kinds=["lambda", "lambda", "Unknown", "match"]), "bundle")
        assert [check.name for check in report.checks if not check.passed] == [DISTRIBUTION]
        text = report.render()
        assert "✗ Node kind distribution: all nodes are Other" in text
        assert "  - Other: 4 nodes" in text
        assert "Kinds in Other: lambda 2, Unknown 1, match 1" in text
        assert text.endswith(f"Audit failed: 1 of {len(report.checks)} checks.")

    def test_a_failed_check_says_where_and_what_to_do(self):
        text = audit_tensors(old(x=filled(1 / 6)), "bundle").render()
        assert "✗ All rows sum to 1.0 (valid one-hot encoding): 9 rows are not one-hot, first row 0: [0.16" in text
        assert "export the snapshot again" in text


class TestUnreadableFiles:
    @pytest.mark.parametrize(
        "content", [b"", b"\x80\x04", b"hello", bytes(8), b"\xff" * 100, pickle.dumps({"x": 1}), pickle.dumps([1])]
    )
    def test_are_a_failed_check(self, content, tmp_path):
        path = tmp_path / "bundle.pkl"
        path.write_bytes(content)
        report = audit_bundle(path)
        assert not report.passed
        assert f"✗ Bundle is readable: {path}: " in report.render()

    def test_missing_files_and_directories_too(self, tmp_path):
        assert not audit_bundle(tmp_path / "absent.safetensors").passed
        assert not audit_bundle(tmp_path).passed

    def test_a_bundle_without_edges_or_features_is_one(self, tmp_path):
        for key in ("x", "edge_index"):
            path = tmp_path / f"no_{key}.pkl"
            fields = {"x": old().x, "edge_index": old().edge_index, "node_mapping": MAPPING}
            path.write_bytes(pickle.dumps({name: value for name, value in fields.items() if name != key}))
            report = audit_bundle(path)
            assert not report.passed
            assert repr(key) in report.render()

    def test_every_cut_of_a_bundle_fails(self, tmp_path):
        for suffix in (".safetensors", ".pkl"):
            whole = save_bundle(sound(), tmp_path / f"whole{suffix}").read_bytes()
            path = tmp_path / f"cut{suffix}"
            for length in range(0, len(whole), 41):
                path.write_bytes(whole[:length])
                assert not audit_bundle(path).passed

    def test_a_hostile_pickle_fails_without_being_run(self, tmp_path):
        class Evil:
            def __reduce__(self):
                return os.system, (f"touch {tmp_path}/marker",)

        path = tmp_path / "evil.pkl"
        path.write_bytes(pickle.dumps({"x": Evil()}))
        assert not audit_bundle(path).passed
        assert not (tmp_path / "marker").exists()

    def test_it_fails_under_python_o_as_well(self, tmp_path):
        path = save_bundle(old(x=filled(0.0)), tmp_path / "zero.pkl")
        script = (
            "import sys; from codegraft.snapshot.audit import audit_bundle as a; sys.exit(not a(sys.argv[1]).passed)"
        )
        result = subprocess.run([sys.executable, "-O", "-c", script, str(path)], capture_output=True, check=False)
        assert (result.returncode, result.stderr) == (1, b"")


EDGES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(0, 5)), max_size=20)


@given(EDGES)
@settings(max_examples=50, deadline=None)
def test_isolated_nodes_are_those_that_networkx_finds(edges):
    kinds = ["Module"] * 8
    for layout, keys in (
        (Layout(), ["without_parent"]),
        (Layout(parent_edges=True), ["with_parent", "without_parent"]),
    ):
        share = audit_tensors(sound(layout, kinds=kinds, edges=edges), "bundle").isolated_share
        assert list(share) == keys
        for key in keys:
            graph = nx.Graph((source, target) for source, target, _ in edges if source != target)
            graph.add_nodes_from(range(8))
            if key == "with_parent":
                graph.add_edges_from((row, row + 1) for row in range(7))
            assert share[key] == pytest.approx(nx.number_of_isolates(graph) / 8)


TENSORS = st.builds(
    lambda shape, dtype, value: torch.full(shape, value).to(dtype),
    st.lists(st.sampled_from([0, 1, 2, 6, 9, 16]), max_size=3),
    st.sampled_from(
        [torch.float32, torch.int64, torch.uint8, torch.bool, torch.float16, torch.bfloat16, torch.complex64]
    ),
    st.sampled_from([0, 1, 5, 255]),
)
FIELDS = ("x", "edge_index", "edge_type", "edge_attr", "node_ids", "node_kind", "node_file")
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(
    layout=st.sampled_from([Layout(), EVERYTHING]),
    tensors=st.dictionaries(st.sampled_from(FIELDS), TENSORS, max_size=3),
    manifest=st.dictionaries(st.sampled_from(sorted(sound().manifest)), JSON, max_size=2),
    mapping=st.none() | st.dictionaries(st.text(max_size=3), JSON, max_size=3),
)
@settings(max_examples=300, deadline=None)
def test_whatever_a_bundle_holds_an_audit_ends_in_a_report(layout, tensors, manifest, mapping):
    bundle = sound(layout)
    bundle = replace(bundle, **tensors, manifest=bundle.manifest | manifest, given_mapping=mapping)
    report = audit_tensors(bundle, "bundle")
    assert report.render()
    assert json.dumps(report.as_json())
    if tensors.keys() & {"x", "edge_index"} or mapping is not None:
        assert not report.passed
