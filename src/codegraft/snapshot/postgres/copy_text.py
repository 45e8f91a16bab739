"""Arrow rows as the text that PostgreSQL's COPY reads, made column by column."""

import io
from collections.abc import Iterator
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.csv

from codegraft.snapshot.columns import TEXT_BYTES, uuid_text

_CSV: Final = pa.csv.WriteOptions(include_header=False)


def csv_block(batch: pa.RecordBatch, constants: dict[str, str]) -> pa.Buffer:
    """A batch as CSV without header, for ``COPY ... (FORMAT csv)``; NULL is empty, the empty string is ``""``.

    Args:
        batch: columns of strings, numbers, dictionaries of strings, and ids as 16 bytes.
        constants: further columns, which hold one value in all rows; they come last.
    """
    columns = [_plain(column) for column in batch.columns]
    columns += [pa.repeat(value, batch.num_rows) for value in constants.values()]
    sink = pa.BufferOutputStream()
    pa.csv.write_csv(pa.table(columns, names=[*batch.schema.names, *constants]), sink, _CSV)
    return sink.getvalue()


def uuid_strings(ids: pa.FixedSizeBinaryArray) -> pa.StringArray:
    """Ids of 16 bytes as lower-case text with dashes; null stays null."""
    rows = len(ids)
    raw = np.frombuffer(ids.buffers()[1], np.uint8, count=16 * rows, offset=16 * ids.offset).reshape(rows, 16)
    offsets = np.arange(0, TEXT_BYTES * (rows + 1), TEXT_BYTES, dtype=np.int32)
    valid = ids.is_valid().buffers()[1] if ids.null_count else None
    return pa.StringArray.from_buffers(rows, pa.py_buffer(offsets), pa.py_buffer(uuid_text(raw)), valid)


def _plain(column: pa.Array) -> pa.Array:
    if isinstance(column, pa.ExtensionArray):
        column = column.storage
    if pa.types.is_dictionary(column.type):
        return column.dictionary_decode()
    if pa.types.is_fixed_size_binary(column.type):
        return uuid_strings(column)
    return column


class CopyStream(io.RawIOBase):
    """The blocks of an iterator as the file that psycopg2's ``copy_expert`` reads, without joining them."""

    def __init__(self, blocks: Iterator[pa.Buffer]) -> None:
        self._blocks = blocks
        self._rest = memoryview(b"")

    def readable(self) -> bool:
        """True: this is what it is for."""
        return True

    def readinto(self, target: Any) -> int:
        """Fill ``target`` from the current block; 0 at the end."""
        while not self._rest:
            block = next(self._blocks, None)
            if block is None:
                return 0
            self._rest = memoryview(block).cast("B")
        room = memoryview(target).cast("B")
        size = min(len(room), len(self._rest))
        room[:size], self._rest = self._rest[:size], self._rest[size:]
        return size
