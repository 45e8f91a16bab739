"""What the parser found in many files, as one Arrow batch: a row a file, a column a field.

Facts are records whose fields are arrays of numbers, tuples of strings or of byte strings, and numbers. Unlike a
pickle, a batch cannot run code when it is read.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pyarrow as pa

from codegraft.symbols.analyse import Facts


def to_batch(keys: Sequence[str], facts: Sequence[Facts]) -> pa.RecordBatch:
    """Facts that all have the same fields, at least one, under their keys."""
    columns = {name: _column([fields[name] for fields in facts]) for name in facts[0]}
    return pa.RecordBatch.from_pydict({"key": pa.array(keys, pa.string())} | columns)


def from_batch(batch: pa.RecordBatch) -> dict[str, Facts]:
    """What :func:`to_batch` was given, by key. Arrays are read-only views of the batch."""
    names = [name for name in batch.schema.names if name != "key"]
    rows = zip(*(_values(batch[name]) for name in names), strict=True)
    return {key: dict(zip(names, row, strict=True)) for key, row in zip(batch["key"].to_pylist(), rows, strict=True)}


def _column(values: Sequence[Any]) -> pa.Array:
    if not isinstance(values[0], np.ndarray):
        return pa.array([list(value) if isinstance(value, tuple) else value for value in values])
    ends = np.cumsum([0, *map(len, values)], dtype=np.int64)
    return pa.LargeListArray.from_arrays(pa.array(ends), pa.array(np.concatenate(values)))


def _values(column: pa.Array) -> list[Any]:
    if pa.types.is_large_list(column.type):
        return np.split(column.values.to_numpy(), column.offsets.to_numpy()[1:-1])
    values: list[Any] = column.to_pylist()
    return [tuple(value) for value in values] if pa.types.is_list(column.type) else values
