"""A bundle's parts as arrays and a checked manifest, as far as they can be worked with: what an audit looks at."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from pydantic import BaseModel, ConfigDict, ValidationError

from codegraft.snapshot.bundle import TensorBundle
from codegraft.snapshot.kinds import BUCKETS, OTHER, PARENT, bucket_of
from codegraft.snapshot.tensors import EDGE_FEATURE_NAMES

LAYOUT: Final[dict[str, tuple[torch.dtype, tuple[str | int, ...]]]] = {
    "x": (torch.float32, ("N", "F")),
    "edge_index": (torch.int64, (2, "E")),
    "edge_type": (torch.int64, ("E",)),
    "edge_attr": (torch.float32, ("E", len(EDGE_FEATURE_NAMES))),
    "node_ids": (torch.uint8, ("N", 16)),
    "node_kind": (torch.int64, ("N",)),
    "node_file": (torch.int64, ("N",)),
}
"""Element type and shape of each tensor. Sizes with the same letter are equal; the first tensor to have it sets it."""


class Fault(Exception):
    """The bundle is wrong; the message says how, and what to do."""


class NotPossible(Exception):
    """The check cannot be made; the message says what is missing."""


class Features(BaseModel):
    """The manifest's ``features``."""

    model_config = ConfigDict(strict=True)
    version: str
    names: list[str]


class Manifest(BaseModel):
    """What an audit reads of a manifest."""

    model_config = ConfigDict(strict=True)
    format: int
    features: Features
    nodes: int
    edges: int
    node_kinds: dict[str, int]
    node_kind_names: list[str]
    edge_types: list[str]
    edge_counts: dict[str, int]
    other_kinds: dict[str, int]
    isolated_share: dict[str, float]
    parent_edges: bool
    sha256: dict[str, str]
    files: list[str] | None = None


class Evidence:
    """A bundle's parts, as far as their shapes and types can be worked with.

    Attributes:
        faults: what is wrong with the element type or shape of a tensor, by name.
        manifest_fault: what is wrong with the manifest, ``None`` when it is sound, or absent where it may be.
    """

    def __init__(self, bundle: TensorBundle) -> None:
        self.mapping = bundle.given_mapping
        self.faults: dict[str, str] = {}
        self._arrays: dict[str, NDArray[Any]] = {}
        sizes: dict[str | int, int] = {}
        present = bundle.tensors()
        for name in (name for name in LAYOUT if name in present):
            fault = _layout_fault(name, present[name], sizes)
            if fault:
                self.faults[name] = fault
            else:
                self._arrays[name] = present[name].numpy(force=True)
        self.manifest_fault: str | None = None
        self._manifest = self._read_manifest(bundle.manifest)

    def array(self, name: str) -> NDArray[Any]:
        """A tensor of the right element type and shape."""
        if name in self.faults:
            raise NotPossible(f"{name} is unusable")
        if name not in self._arrays:
            raise NotPossible(f"the bundle holds no {name}")
        return self._arrays[name]

    def has(self, name: str) -> bool:
        """Whether :meth:`array` would give it."""
        return name in self._arrays

    @property
    def has_manifest(self) -> bool:
        """Whether :attr:`manifest` would give it."""
        return self._manifest is not None

    @property
    def manifest(self) -> Manifest:
        """The manifest."""
        if self._manifest is None:
            raise NotPossible("the manifest is unusable" if self.manifest_fault else "the bundle holds no manifest")
        return self._manifest

    @cached_property
    def one_hot(self) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Where the bucket columns are 1, [N, 6], and which rows are a true one-hot, [N]."""
        block = self.array("x")[:, : len(BUCKETS)]
        if block.shape[1] < len(BUCKETS):
            raise NotPossible("x has too few columns")
        ones = block == 1
        return ones, true_one_hot(block)

    def _read_manifest(self, raw: dict[str, Any]) -> Manifest | None:
        if not raw:
            if self.mapping is None:  # whoever changes a tensor could else remove what tells
                self.manifest_fault = "there is no manifest, which only .pkl files of older exporters may lack"
            return None
        try:
            return Manifest.model_validate(raw)
        except ValidationError as error:
            first = error.errors()[0]
            self.manifest_fault = f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            return None


def _layout_fault(name: str, tensor: torch.Tensor, sizes: dict[str | int, int]) -> str | None:
    dtype, shape = LAYOUT[name]
    found = list(tensor.shape)
    expected = [size if isinstance(size, int) else sizes.get(size, size) for size in shape]
    fits = len(found) == len(expected) and all(
        have == want or isinstance(want, str) for have, want in zip(found, expected, strict=True)
    )
    if tensor.dtype != dtype or not fits:
        text = ", ".join(map(str, expected))
        return f"{name} is {tensor.dtype} {found}, expected {dtype} [{text}]; export the snapshot again"
    sizes |= {size: have for size, have in zip(shape, found, strict=True) if isinstance(size, str)}
    return None


def true_one_hot(block: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which rows hold a single 1 and otherwise 0. Shapes [N, K] -> [N]."""
    ones, zeros = np.count_nonzero(block == 1, axis=1), np.count_nonzero(block == 0, axis=1)
    good: NDArray[np.bool_] = (ones == 1) & (zeros == block.shape[1] - 1)
    return good


def isolated_share(evidence: Evidence) -> dict[str, float]:
    """Share of nodes that no edge joins to another node: ``with_parent`` edges, where they were asked for, and
    ``without_parent`` edges. A bundle whose edge types have no names has one share, over ``all_edges``.
    """
    source, target = evidence.array("edge_index")
    nodes = len(evidence.array("x"))
    if not nodes or not (in_range(source, nodes) and in_range(target, nodes)):
        raise NotPossible("there are no nodes, or edges leave them")
    joined = source != target
    over_all = _untouched(source[joined], target[joined], nodes)
    if not evidence.has_manifest or PARENT not in evidence.manifest.edge_types or not evidence.has("edge_type"):
        return {"all_edges": over_all}
    other = joined & (evidence.array("edge_type") != evidence.manifest.edge_types.index(PARENT))
    shares = {"with_parent": over_all} if evidence.manifest.parent_edges else {}
    return shares | {"without_parent": _untouched(source[other], target[other], nodes)}


def bucket_counts(evidence: Evidence) -> dict[str, int]:
    """Number of nodes in each bucket; rows that are not one-hot are in none."""
    ones, good = evidence.one_hot
    return dict(zip(BUCKETS, np.count_nonzero(ones & good[:, None], axis=0).tolist(), strict=True))


def other_kinds(evidence: Evidence) -> dict[str, int]:
    """Number of nodes of each kind that fell into Other, counted where the bundle holds node kinds."""
    names = evidence.manifest.node_kind_names
    kinds = code_counts(evidence, "node_kind", names) or evidence.manifest.node_kinds
    return {kind: count for kind, count in kinds.items() if bucket_of(kind) == OTHER}


def code_counts(evidence: Evidence, tensor: str, names: Sequence[str]) -> dict[str, int] | None:
    """How often each name occurs, without those that do not; ``None`` when the codes are unusable."""
    if not evidence.has(tensor) or not in_range(evidence.array(tensor), len(names)):
        return None
    totals = np.bincount(evidence.array(tensor), minlength=len(names)).tolist()
    return {name: total for name, total in zip(names, totals, strict=True) if total}


def in_range(codes: NDArray[Any], count: int) -> bool:
    """Whether all codes are in ``range(count)``."""
    return not len(codes) or (int(codes.min()) >= 0 and int(codes.max()) < count)


def _untouched(source: NDArray[Any], target: NDArray[Any], nodes: int) -> float:
    touched = np.zeros(nodes, bool)
    touched[source] = True
    touched[target] = True
    return 1.0 - int(np.count_nonzero(touched)) / nodes
