"""Synthetic code for the node encoders: trees grown by a small grammar, a few files in each of some repositories."""

import dataclasses
import random
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch

from codegraft.params import EmbedNodes
from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.columns import GraphColumns
from codegraft.snapshot.export import Layout, bundle_of
from codegraft.training.reproducible import set_reproducible
from tests.snapshot.columns_for_tests import example_columns
from tests.snapshot.graphs import TinySnapshot

GRAMMAR = {
    "Module": [["Function"] * 3, ["Import", "Function", "Function"]],
    "Function": [["Parameter", "Block"], ["Parameter", "Parameter", "Block"]],
    "Block": [["Assignment", "Return"], ["Assignment", "Conditional", "Return"], ["Loop", "Return"]],
    "Conditional": [["Identifier", "Block"]],
    "Loop": [["Identifier", "Identifier", "Block"]],
    "Assignment": [["Identifier", "Literal"], ["Identifier", "Call"]],
    "Call": [["Identifier", "Literal"], ["Identifier", "Identifier", "Literal"]],
    "Return": [["Identifier"], ["Call"]],
}
TREES = Layout(parent_edges=True, files=True)
PARAMS = EmbedNodes(
    layers=[1, 2],
    hidden=16,
    epochs=6,
    batch_nodes=300,
    train_nodes=100_000,
    test_nodes=100_000,
    lr=2.0e-2,
    mask_share=0.15,
    test_share=0.25,
    seeds=[0, 1, 2],
    tsne_points=50,
    tsne_perplexity=10.0,
)
CPU = torch.device("cpu")


def forest(repositories: int = 4, files: int = 8, seed: int = 0) -> GraphColumns:
    """A tree a file; rows stand in no order of files, as in a snapshot, whose ids are hashes."""
    dice = random.Random(seed)
    kinds: list[tuple[str, int | None, str]] = []

    def grow(kind: str, parent: int | None, path: str) -> None:
        row = len(kinds)
        kinds.append((kind, parent, path))
        for child in dice.choice(GRAMMAR.get(kind, [[]])):
            grow(child, row, path)

    for file in range(repositories * files):
        grow("Module", None, f"repo{file % repositories}/pkg/file{file}.py")
    number = dice.sample(range(len(kinds)), len(kinds))
    nodes = [(number[row], kind, None if up is None else number[up]) for row, (kind, up, _) in enumerate(kinds)]
    paths = {number[row]: path for row, (_, _, path) in enumerate(kinds)}
    return example_columns(TinySnapshot(nodes, files=paths))


def forest_bundle(repositories: int = 4, files: int = 8, seed: int = 0) -> TensorBundle:
    """The forest as a bundle with files and parent edges."""
    return bundle_of(forest(repositories, files, seed), TREES)


def shuffled_bundle() -> TensorBundle:
    """The forest with its kinds dealt out anew, so that a neighbourhood says nothing of a node."""
    columns = forest()
    return bundle_of(dataclasses.replace(columns, kind=np.random.default_rng(0).permutation(columns.kind)), TREES)


@contextmanager
def reproducible() -> Iterator[None]:
    """``set_reproducible`` on one thread, undone at the end."""
    threads = torch.get_num_threads()
    try:
        set_reproducible(0, 1)
        yield
    finally:
        torch.use_deterministic_algorithms(False)
        torch.set_num_threads(threads)
