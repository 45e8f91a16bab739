"""The tensor bundle: what an export gives, and its two file formats.

``.safetensors`` is the default: no code can hide in it, it loads by memory map, and its bytes depend on the content
alone. ``.pkl`` holds the same, with ``node_mapping`` in place of ``node_ids``, for programs that expect a pickled dict.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from codegraft.errors import BundleError, plain
from codegraft.files import atomic_write, refuse_unbounded
from codegraft.snapshot.columns import format_ids
from codegraft.snapshot.pickles import dump_plain, load_plain

if TYPE_CHECKING:
    from torch_geometric.data import Data

FORMAT = 1
"""Version of the layout, ``manifest["format"]``."""

_TENSORS = ("x", "edge_index", "edge_type", "edge_attr", "node_ids", "node_kind", "node_file")


@dataclass(frozen=True, eq=False)
class TensorBundle(Mapping[str, Any]):
    """Tensors of one snapshot.

    Reads as the mapping ``{"x", "edge_index", "node_mapping"}``, plus ``edge_type``, ``edge_attr``, ``node_kind``,
    ``node_file`` and ``manifest`` where it has them.

    Shapes:
        x: float32 [N, F]. edge_index: int64 [2, E]. edge_type: int64 [E]. edge_attr: float32 [E, 10].
        node_ids: uint8 [N, 16], row i is the UUID of node i. node_kind, node_file: int64 [N], codes into the
        manifest's ``node_kind_names`` and ``files``.
    """

    x: Tensor
    edge_index: Tensor
    edge_type: Tensor | None = None
    edge_attr: Tensor | None = None
    node_ids: Tensor | None = None
    node_kind: Tensor | None = None
    node_file: Tensor | None = None
    manifest: dict[str, Any] = field(default_factory=dict)
    given_mapping: dict[str, int] | None = None

    @cached_property
    def node_mapping(self) -> dict[str, int]:
        """Node id -> row, ascending. Built when first asked for: a dict of a million texts costs a second."""
        if self.given_mapping is not None:
            return self.given_mapping
        if self.node_ids is None:
            raise BundleError("this bundle holds no node ids")
        return {text: row for row, text in enumerate(format_ids(self.node_ids.numpy()))}

    def tensors(self) -> dict[str, Tensor]:
        """The tensors that are present, by name."""
        present = {name: getattr(self, name) for name in _TENSORS}
        return {name: tensor for name, tensor in present.items() if tensor is not None}

    def to_data(self) -> "Data":
        """A ``torch_geometric.data.Data`` with the tensors that are present and the names of their codes.

        ``node_kind_names``, ``edge_type_names`` and ``files`` are lists: ``data.node_kind_names[data.node_kind[i]]``.
        """
        from torch_geometric.data import Data  # takes two seconds to import, and auditing does not need it

        tensors = {name: tensor for name, tensor in self.tensors().items() if name != "node_ids"}
        return Data(**tensors, **self.names())

    def names(self) -> dict[str, list[str]]:
        """What the codes in ``node_kind``, ``edge_type`` and ``node_file`` mean."""
        keys = {"node_kind_names": "node_kind_names", "edge_type_names": "edge_types", "files": "files"}
        return {name: self.manifest[key] for name, key in keys.items() if key in self.manifest}

    def __getitem__(self, key: str) -> Any:
        if key in self._keys():
            return getattr(self, key)
        raise KeyError(key)

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys())

    def __len__(self) -> int:
        return len(self._keys())

    def _keys(self) -> list[str]:
        names = ("edge_type", "edge_attr", "node_kind", "node_file")
        optional = [name for name in names if getattr(self, name) is not None]
        return ["x", "edge_index", "node_mapping", *optional, *(["manifest"] if self.manifest else [])]


def check_bundle_path(path: str | Path) -> None:
    """Refuse a name that is no bundle's, before any work is done for it.

    Raises:
        BundleError: the suffix is neither ``.safetensors`` nor ``.pkl``.
    """
    if Path(path).suffix not in (".safetensors", ".pkl"):
        raise BundleError(f"{path}: a bundle's name ends in .safetensors or .pkl")


def save_bundle(bundle: TensorBundle, path: str | Path) -> Path:
    """Write a bundle whole or not at all; the suffix, ``.safetensors`` or ``.pkl``, chooses the format.

    Raises:
        BundleError: another suffix, or the place cannot be written.
    """
    path = Path(path)
    check_bundle_path(path)
    if path.suffix == ".safetensors" and bundle.node_ids is None:
        raise BundleError(f"{path}: this bundle has no node_ids (its ids are not UUIDs); write it as .pkl")
    try:
        with atomic_write(path) as temporary:
            if path.suffix == ".pkl":
                with temporary.open("wb") as file:
                    dump_plain(dict(bundle), file)
            else:
                save_file(bundle.tensors(), temporary, {"manifest": json.dumps(bundle.manifest, sort_keys=True)})
    except (OSError, SafetensorError) as error:
        raise BundleError(f"{path}: cannot be written ({error}); nothing was left there") from None
    return path


def load_tensor_bundle(path: str | Path) -> TensorBundle:
    """Read a bundle of either format, told apart by content. Pickles go through a restricted reader.

    Raises:
        BundleError: the file is missing, truncated, hostile, or no bundle.
    """
    path = Path(path)
    try:
        refuse_unbounded(path)
        if _is_safetensors(path):
            return _load_safetensors(path)
        with path.open("rb") as file:
            return _from_fields(load_plain(file))
    except BundleError as error:
        raise BundleError(f"{path}: {error}") from None
    except OSError as error:
        raise BundleError(f"{path}: cannot be read: {error.strerror}") from None


def _is_safetensors(path: Path) -> bool:
    """Whether a file starts with a header's length, 8 bytes that may look like anything, and the header's brace."""
    with path.open("rb") as file:
        start = file.read(9)
    return start[8:] == b"{" and int.from_bytes(start[:8], "little") <= path.stat().st_size


def _load_safetensors(path: Path) -> TensorBundle:
    try:
        with safe_open(path, framework="pt") as file:
            metadata = file.metadata() or {}
            tensors = {name: file.get_tensor(name) for name in file.keys() if name in _TENSORS}  # noqa: SIM118
        manifest = json.loads(metadata.get("manifest", "{}"))
    except (SafetensorError, ValueError, RecursionError) as error:
        raise BundleError(f"truncated or no bundle ({plain(error)}); export it again") from None
    return _from_fields({**tensors, "manifest": manifest})


def _from_fields(fields: dict[str, Any]) -> TensorBundle:
    """Build a bundle from what a file held, which may be anything."""
    for name in ("x", "edge_index"):
        if not isinstance(fields.get(name), Tensor):
            raise BundleError(f"no tensor {name!r} in it: not a tensor bundle")
    manifest, mapping = fields.get("manifest", {}), fields.get("node_mapping")
    if not isinstance(manifest, dict):
        raise BundleError("its manifest is not a mapping")
    if mapping is not None and not isinstance(mapping, dict):
        raise BundleError("its node_mapping is not a dict")
    optional = {name: value for name in _TENSORS[2:] if isinstance(value := fields.get(name), Tensor)}
    ids = optional.get("node_ids")
    if ids is not None and (ids.dtype != torch.uint8 or ids.ndim != 2 or ids.shape[1] != np.dtype("V16").itemsize):
        raise BundleError(f"node_ids is {ids.dtype} {list(ids.shape)}, expected uint8 [N, 16]")
    return TensorBundle(fields["x"], fields["edge_index"], **optional, manifest=manifest, given_mapping=mapping)
