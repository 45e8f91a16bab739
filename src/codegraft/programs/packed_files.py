"""Packed graphs as safetensors files: written whole, checked entirely when read.

The header's one entry, ``manifest``, is JSON: the version of the layout, the hash of the feature schema, how much of
everything there is, what the codes mean, and the SHA-256 of every array.
"""

import hashlib
import json
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save_file

from codegraft.errors import ProgramError, plain
from codegraft.files import atomic_write, refuse_unbounded
from codegraft.programs.graph import EDGE_TYPES, FEATURES, UNIT_KINDS
from codegraft.programs.packed import PackedGraphs

FORMAT: Final = 1
"""Version of the layout, ``manifest["format"]``."""

Array = npt.NDArray[Any]

_SHAPES: Final[dict[str, tuple[type[np.generic], int]]] = {
    "node_offset": (np.int64, 1),
    "edge_offset": (np.int64, 1),
    "value_offset": (np.int64, 1),
    "column": (np.uint16, 1),
    "value": (np.float32, 1),
    "kind": (np.uint8, 1),
    "edge_index": (np.int32, 2),
    "edge_type": (np.uint8, 1),
}


class _DamagedError(Exception):
    """What is wrong with a file."""


def save_packed(packed: PackedGraphs, path: str | Path, schema: str) -> None:
    """Write packed graphs whole or not at all; ``schema`` is the hash of the features' schema."""
    arrays = packed.arrays()
    manifest = _manifest(arrays) | {
        "schema": schema,
        "sha256": {name: _digest(array) for name, array in arrays.items()},
    }
    with atomic_write(path) as temporary:
        save_file(arrays, temporary, {"manifest": json.dumps(manifest, sort_keys=True)})


def load_packed(path: str | Path, schema: str) -> PackedGraphs:
    """Read packed graphs whose features have this schema.

    Raises:
        ProgramError: the file is missing, truncated, altered or inconsistent, or its features have another schema.
    """
    path = Path(path)
    try:
        refuse_unbounded(path)
        manifest, arrays = _read(path)
        if manifest.get("schema") != schema:
            raise _DamagedError(f"its features have schema {manifest.get('schema')}, expected {schema}")
        _check_manifest(manifest, arrays)
        _check_graphs(arrays)
    except FileNotFoundError:
        raise ProgramError(f"{path}: no such file; run `dvc repro featurize`") from None
    except (OSError, SafetensorError, AttributeError, TypeError, ValueError, RecursionError, _DamagedError) as error:
        raise ProgramError(f"{path}: {plain(error)}; run `dvc repro --force featurize`") from None
    return PackedGraphs(**arrays)


def _read(path: Path) -> tuple[dict[str, Any], dict[str, Array]]:
    with safe_open(path, framework="numpy") as file:
        names = sorted(file.keys())
        if names != sorted(_SHAPES):
            raise _DamagedError(f"expected the arrays {', '.join(sorted(_SHAPES))}, found {', '.join(names)}")
        manifest = json.loads((file.metadata() or {}).get("manifest", "null"))
        arrays = {name: file.get_tensor(name) for name in _SHAPES}
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _DamagedError(f"its header is not that of packed graphs of format {FORMAT}")
    return manifest, arrays


def _manifest(arrays: dict[str, Array]) -> dict[str, Any]:
    """What the header says of the arrays, apart from their bytes."""
    return {
        "format": FORMAT,
        "columns": FEATURES,
        "graphs": len(arrays["node_offset"]) - 1,
        "nodes": len(arrays["kind"]),
        "edges": len(arrays["edge_type"]),
        "values": len(arrays["value"]),
        "node_kinds": list(UNIT_KINDS),
        "edge_types": list(EDGE_TYPES),
    }


def _check_manifest(manifest: dict[str, Any], arrays: dict[str, Array]) -> None:
    for name, (kind, dimensions) in _SHAPES.items():
        if arrays[name].dtype != kind or arrays[name].ndim != dimensions:
            raise _DamagedError(f"{name} is {arrays[name].dtype} {list(arrays[name].shape)}")
    for key, value in _manifest(arrays).items():
        if manifest.get(key) != value:
            raise _DamagedError(f"its header says {key} {manifest.get(key)}, found {value}")
    if manifest.get("sha256") != {name: _digest(array) for name, array in arrays.items()}:
        raise _DamagedError("its bytes are not those that were written")


def _check_graphs(arrays: dict[str, Array]) -> None:
    """Refuse arrays that contradict each other: a batch of them would read, or write, out of bounds."""
    nodes, edges = arrays["node_offset"], arrays["edge_offset"]
    for name, length in (("node_offset", "kind"), ("edge_offset", "edge_type"), ("value_offset", "value")):
        offset = arrays[name]
        if len(offset) == 0 or offset[0] != 0 or offset[-1] != len(arrays[length]) or (np.diff(offset) < 0).any():
            raise _DamagedError(f"{name} does not ascend from 0 to the {len(arrays[length])} of {length}")
    ends = arrays["edge_index"]
    agree = (
        len(edges) == len(nodes)
        and len(arrays["value_offset"]) == len(arrays["kind"]) + 1
        and len(arrays["column"]) == len(arrays["value"])
        and ends.shape == (2, len(arrays["edge_type"]))
    )
    if not agree:
        raise _DamagedError("its arrays differ in length")
    if (ends < 0).any() or (ends >= np.repeat(np.diff(nodes), np.diff(edges))).any():
        raise _DamagedError("an edge leaves its graph")
    for name, limit in (("column", FEATURES), ("kind", len(UNIT_KINDS)), ("edge_type", len(EDGE_TYPES))):
        if (arrays[name] >= limit).any():
            raise _DamagedError(f"{name} holds a code above {limit - 1}")
    first = np.zeros(len(arrays["column"]) + 1, bool)
    first[arrays["value_offset"]] = True
    if (~first[1:-1] & (arrays["column"][1:] <= arrays["column"][:-1])).any():
        raise _DamagedError("the columns of a row do not ascend")
    if not np.isfinite(arrays["value"]).all():
        raise _DamagedError("a feature is not finite")


def _digest(array: Array) -> str:
    return hashlib.sha256(np.ascontiguousarray(array).data).hexdigest()
