"""Packed graphs: what is packed is what comes out, in any batch, and a file is read whole or refused."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from codegraft.errors import ProgramError
from codegraft.programs.graph import EDGE_TYPES, FEATURES, UNIT_KINDS, ProgramGraph
from codegraft.programs.packed import PackedGraphs, concatenate, pack
from codegraft.programs.packed_files import load_packed, save_packed

SCHEMA = "5ce7"


def random_graph(seed: int, nodes: int, edges: int) -> ProgramGraph:
    draw = np.random.default_rng(seed)
    x = draw.random((nodes, FEATURES), np.float32) * (draw.random((nodes, FEATURES)) < 0.2)
    return ProgramGraph(
        x=x.astype(np.float32),
        edge_index=draw.integers(0, nodes, (2, edges if nodes else 0)),
        edge_type=draw.integers(0, len(EDGE_TYPES), edges if nodes else 0, dtype=np.uint8),
        kind=draw.integers(0, len(UNIT_KINDS), nodes, dtype=np.uint8),
        start=np.zeros(nodes, np.int32),
        end=np.zeros(nodes, np.int32),
        problems=(),
    )


graphs = st.builds(random_graph, st.integers(0, 2**32), st.integers(0, 5), st.integers(0, 6))


def naive_batch(chosen: list[ProgramGraph]) -> dict[str, np.ndarray]:
    """One graph after the other, a row and an edge at a time."""
    batch: dict[str, list[Any]] = {name: [] for name in ("x", "edge_index", "edge_type", "graph", "kind")}
    for number, graph in enumerate(chosen):
        before = len(batch["x"])
        for row in range(len(graph.kind)):
            batch["x"].append(graph.x[row])
            batch["kind"].append(graph.kind[row])
            batch["graph"].append(number)
        for edge in range(len(graph.edge_type)):
            batch["edge_index"].append(graph.edge_index[:, edge] + before)
            batch["edge_type"].append(graph.edge_type[edge])
    x = np.array(batch["x"], np.float32).reshape(-1, FEATURES)
    edge_index = np.array(batch["edge_index"], np.int64).reshape(-1, 2).T
    rest = {name: np.array(batch[name], np.int64) for name in ("edge_type", "graph", "kind")}
    return {"x": x, "edge_index": edge_index} | rest


def assert_batch(packed: PackedGraphs, given_graphs: list[ProgramGraph], numbers: list[int]) -> None:
    expected = naive_batch([given_graphs[number] for number in numbers])
    batch = packed.batch(numbers)._asdict()
    assert batch.keys() == expected.keys()
    for name, tensor in batch.items():
        assert torch.equal(tensor, torch.from_numpy(expected[name])), name


@given(st.lists(graphs, max_size=5), st.data())
def test_any_batch_is_what_a_loop_over_rows_and_edges_gives(some: list[ProgramGraph], data: st.DataObject) -> None:
    numbers = data.draw(st.lists(st.integers(0, len(some) - 1), max_size=7)) if some else []
    assert_batch(pack(some), some, numbers)


@given(st.lists(graphs, max_size=6), st.integers(0, 6))
def test_parts_that_are_concatenated_are_the_whole(some: list[ProgramGraph], cut: int) -> None:
    whole, parts = pack(some).arrays(), concatenate([pack(some[:cut]), pack(some[cut:])]).arrays()
    for name, array in whole.items():
        assert array.dtype == parts[name].dtype
        np.testing.assert_array_equal(array, parts[name])


def test_one_graph_is_a_batch_of_one_and_counts_from_the_end_too() -> None:
    some = [random_graph(seed, 3, 4) for seed in range(3)]
    packed = pack(some)
    assert len(packed) == 3
    assert torch.equal(packed[-1].x, torch.from_numpy(some[2].x))
    with pytest.raises(IndexError):
        packed[3]


@pytest.mark.parametrize("numbers", [[-1], [3], [0, 99]])
def test_a_graph_that_is_not_there_is_refused(numbers: list[int]) -> None:
    with pytest.raises(IndexError, match="numbered 0 to 2"):
        pack([random_graph(seed, 2, 2) for seed in range(3)]).batch(numbers)


@given(st.lists(graphs, max_size=4))
def test_a_file_gives_back_what_was_saved_and_equal_graphs_equal_bytes(
    tmp_path_factory: pytest.TempPathFactory, some: list[ProgramGraph]
) -> None:
    directory = tmp_path_factory.mktemp("packed")
    for name in ("one", "two"):
        save_packed(pack(some), directory / name, SCHEMA)
    assert (directory / "one").read_bytes() == (directory / "two").read_bytes()
    read = load_packed(directory / "one", SCHEMA)
    for name, array in pack(some).arrays().items():
        np.testing.assert_array_equal(array, read.arrays()[name])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "programs.safetensors"
    save_packed(pack([random_graph(seed, 4, 5) for seed in range(3)]), path, SCHEMA)
    return path


def test_features_of_another_schema_are_refused(file: Path) -> None:
    with pytest.raises(ProgramError, match=r"programs\.safetensors: its features have schema 5ce7, expected beef"):
        load_packed(file, "beef")


def test_a_missing_file_names_the_stage_that_makes_it(tmp_path: Path) -> None:
    with pytest.raises(ProgramError, match="no such file; run `dvc repro featurize`"):
        load_packed(tmp_path / "none", SCHEMA)


@pytest.mark.parametrize("share", [0.0, 0.001, 0.1, 0.5, 0.99])
def test_a_truncated_file_is_refused(file: Path, share: float) -> None:
    content = file.read_bytes()
    file.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(ProgramError, match="run `dvc repro --force featurize`"):
        load_packed(file, SCHEMA)


@given(st.data())
def test_a_file_with_a_changed_byte_is_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    file = tmp_path_factory.mktemp("packed") / "file"
    save_packed(pack([random_graph(0, 2, 1)]), file, SCHEMA)
    content = bytearray(file.read_bytes())
    # Of spaces, which fill the header up, one may be another kind of blank: it means the same.
    place = data.draw(st.sampled_from([place for place, byte in enumerate(content) if byte != ord(" ")]))
    content[place] ^= data.draw(st.integers(1, 255))
    file.write_bytes(content)
    with pytest.raises(ProgramError):
        load_packed(file, SCHEMA)


def forge(file: Path, name: str, change: Callable[[np.ndarray], np.ndarray]) -> None:
    """Change an array and sign the file anew, as somebody would who wants to see it read."""
    arrays = load_file(file)
    arrays[name] = np.ascontiguousarray(change(arrays[name]))
    forged = PackedGraphs(**arrays)
    save_packed(forged, file, SCHEMA)


def put(place: int, value: float) -> Callable[[np.ndarray], np.ndarray]:
    def change(array: np.ndarray) -> np.ndarray:
        array.ravel()[place] = value
        return array

    return change


@pytest.mark.parametrize(
    ("name", "change", "message"),
    [
        ("node_offset", put(1, 10**9), "node_offset does not ascend"),
        ("node_offset", put(0, -1), "node_offset does not ascend"),
        ("value_offset", put(-1, 10**9), "value_offset does not ascend"),
        ("edge_offset", lambda offset: offset[[0, -1]], "arrays differ in length"),
        ("column", put(0, FEATURES), "column holds a code above 977"),
        ("column", put(0, FEATURES - 1), "columns of a row do not ascend"),
        ("column", lambda column: column[:-1], "arrays differ in length"),
        ("kind", put(0, 5), "kind holds a code above 4"),
        ("edge_type", put(0, 6), "edge_type holds a code above 5"),
        ("edge_index", put(0, 4), "an edge leaves its graph"),
        ("edge_index", put(0, -1), "an edge leaves its graph"),
        ("edge_index", lambda ends: ends[:, :-1], "arrays differ in length"),
        ("value", put(0, np.nan), "a feature is not finite"),
        ("value", lambda value: value.astype(np.float64), "value is float64"),
        ("edge_index", lambda ends: ends.ravel(), "edge_index is int32"),
    ],
)
def test_arrays_that_contradict_each_other_are_refused(
    file: Path, name: str, change: Callable[[np.ndarray], np.ndarray], message: str
) -> None:
    forge(file, name, change)
    with pytest.raises(ProgramError, match=message):
        load_packed(file, SCHEMA)


@pytest.mark.parametrize("manifest", ["[]", "null", "{", json.dumps({"format": 99})])
def test_a_file_that_is_not_ours_is_refused(file: Path, manifest: str) -> None:
    save_file(load_file(file), file, {"manifest": manifest})
    with pytest.raises(ProgramError):
        load_packed(file, SCHEMA)


def test_a_file_with_other_arrays_is_refused(tmp_path: Path) -> None:
    save_file({"weights": np.zeros(3, np.float32)}, tmp_path / "model")
    with pytest.raises(ProgramError, match="found weights"):
        load_packed(tmp_path / "model", SCHEMA)


@given(st.lists(graphs, max_size=4))
def test_ranges_are_those_of_all_units(some: list[ProgramGraph]) -> None:
    x = np.concatenate([np.empty((0, FEATURES), np.float32), *(graph.x for graph in some)])
    minimum, maximum = pack([graph._replace(x=graph.x - np.float32(0.5) * (graph.x > 0)) for graph in some]).ranges()
    x = x - np.float32(0.5) * (x > 0)
    expected = (x.min(axis=0), x.max(axis=0)) if len(x) else (np.zeros(FEATURES), np.zeros(FEATURES))
    np.testing.assert_array_equal(minimum, expected[0])
    np.testing.assert_array_equal(maximum, expected[1])
