"""Readers of tensor bundles, of both formats, and the audit of what they hold."""

import pickle
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import torch

from benchmarks.fuzz.mutate_pickles import pickled
from benchmarks.fuzz.mutate_tensors import tensors
from benchmarks.fuzz.target import Target, file_target
from codegraft.snapshot.audit import audit_tensors
from codegraft.snapshot.bundle import load_tensor_bundle, save_bundle
from codegraft.snapshot.export import bundle_of
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.test_bundle import FULL

_PLAIN = {"x": torch.eye(6)[:2], "edge_index": torch.tensor([[0], [1]]), "node_mapping": {"a": 0, "b": 1}}


def _written(suffix: str) -> list[bytes]:
    columns = example_columns()
    with TemporaryDirectory() as place:
        files = [
            save_bundle(bundle_of(columns, *layout), Path(place, f"{number}{suffix}"))
            for number, layout in enumerate(((), (FULL,)))
        ]
        return [file.read_bytes() for file in files]


def _read(path: Path) -> None:
    bundle = load_tensor_bundle(path)
    audit_tensors(bundle, str(path)).render()


def targets() -> Iterator[Target]:
    """Both of them."""
    files = _written(".safetensors")
    draw = partial(tensors, valid=files, described="manifest")
    yield file_target("bundle safetensors", "b.safetensors", files, draw, _read)
    pickles = [*_written(".pkl"), pickle.dumps(_PLAIN)]
    yield file_target(
        "bundle pickle", "b.pkl", pickles, lambda draws: pickled(draws, draws.choice(pickles), pickles), _read
    )
