"""The archives that ``torch.save`` writes, read without running or trusting anything in them.

``torch.load(weights_only=True)`` calls nothing that it does not know, but it believes sizes: a file of 800 bytes has it
allocate a gigabyte (``bytearray``), records may be deflated a thousandfold, and four bytes may be a tensor of 2 ** 40
numbers; and what it raises is not said anywhere. Here an archive is its records, as they stand
in it, and its pickle says what :class:`~codegraft.pickle_machine.PickleMachine` makes of it; a tensor is part of a
record.
"""

import io
import math
import zipfile
from typing import Any, Final

import torch
from torch import Tensor

from codegraft.pickle_machine import Call, Name, PersistentId, PickleMachine

STORAGES: Final = {
    "torch.FloatStorage": torch.float32,
    "torch.DoubleStorage": torch.float64,
    "torch.HalfStorage": torch.float16,
    "torch.BFloat16Storage": torch.bfloat16,
    "torch.LongStorage": torch.int64,
    "torch.IntStorage": torch.int32,
    "torch.ByteStorage": torch.uint8,
}
"""Types of numbers that records may hold, in torch's words."""

MAX_DEPTH: Final = 32
"""Dicts, lists and tuples inside each other."""

MAX_EMPTY: Final = 2**20
"""Largest dimension of a tensor without elements, for which no bytes vouch."""

MAX_RANK: Final = 8
"""Dimensions of a tensor."""

_TENSOR: Final = "torch._utils._rebuild_tensor_v2"
_HOOKS: Final = "collections.OrderedDict"
_PICKLE: Final = "data.pkl"
_RECORDS: Final = "data/"
_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


class ArchiveError(ValueError):
    """An archive is damaged or contradicts itself."""


def read_archive(content: bytes, device: str | torch.device = "cpu") -> Any:
    """The value that ``torch.save`` wrote: plain data (dicts with texts or integers as keys, lists, tuples, texts,
    numbers, ``None``) and contiguous tensors, on a device. Memory stays below some times the archive's length.

    Raises:
        ArchiveError: it is damaged, packed, or promises other bytes than it holds.
        PickleError: its pickle is damaged, or asks for more than plain data and tensors.
    """
    records = _records(content)
    if _PICKLE not in records:
        raise ArchiveError(f"it has no record {_PICKLE}")
    value = PickleMachine(bytes(records[_PICKLE]), {*STORAGES, _TENSOR, _HOOKS}).load()
    return _Archive(records, torch.device(device)).plain(value, MAX_DEPTH)


def _records(content: bytes) -> dict[str, bytearray]:
    """Contents by name, without the directory that all of them are in."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if any(entry.compress_type != zipfile.ZIP_STORED for entry in entries):
                raise ArchiveError("a record in it is packed")
            if sum(entry.file_size for entry in entries) > len(content):
                raise ArchiveError("its records are longer than it is")
            records = {entry.filename.partition("/")[2]: bytearray(archive.read(entry)) for entry in entries}
    except ArchiveError:
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise ArchiveError(f"not a whole archive: {error}") from None
    if len(records) != len(entries):
        raise ArchiveError("it has two records of one name")
    return records


class _Archive:
    """Turns what a pickle describes into values, of no more than the pickle has bytes."""

    def __init__(self, records: dict[str, bytearray], device: torch.device) -> None:
        self._records, self._device = records, device
        self._left = len(records[_PICKLE])
        self._storages: dict[tuple[str, str], Tensor] = {}

    def plain(self, value: Any, depth: int) -> Any:
        """A value with tensors in place of the calls that describe them."""
        kind = type(value)
        self._left -= 1
        if self._left < 0 or depth < 0:
            raise ArchiveError("it repeats or nests itself beyond its own length")
        if kind in _SCALARS:
            return value
        if kind is dict:
            return {key: self.plain(item, depth - 1) for key, item in value.items()}
        if kind is list or kind is tuple:
            return kind(self.plain(item, depth - 1) for item in value)
        if kind is Call:
            return self._tensor(value)
        raise ArchiveError(f"it holds a {kind.__name__} where only plain data and tensors belong")

    def _tensor(self, call: Call) -> Tensor:
        match call:
            case Call(
                name=str(name),
                arguments=(
                    PersistentId(("storage", Name(kind), str(key), str(), int(count))),
                    int(offset), tuple(size), tuple(stride), bool(), Call(),
                ),
            ) if name == _TENSOR:  # fmt: skip
                return _part(self._storage(kind, key, count), offset, size, stride).to(self._device)
        raise ArchiveError("it describes a tensor in a way of its own")

    def _storage(self, kind: str, key: str, count: int) -> Tensor:
        record, dtype = self._records.get(f"{_RECORDS}{key}"), STORAGES.get(kind)
        if record is None or dtype is None or len(record) != count * dtype.itemsize:
            raise ArchiveError("a tensor's record is not there, or of another length")
        if (kind, key) not in self._storages:
            self._storages[kind, key] = torch.frombuffer(record, dtype=dtype) if count else torch.empty(0, dtype=dtype)
        return self._storages[kind, key]


def _part(numbers: Tensor, offset: int, size: tuple[Any, ...], stride: tuple[Any, ...]) -> Tensor:
    """A contiguous part of the numbers in a record."""
    limit = max(len(numbers), MAX_EMPTY)
    if not all(type(value) is int and 0 <= value <= limit for value in (offset, *size, *stride)):
        raise ArchiveError("a tensor's shape does not fit its record")
    if len(size) > MAX_RANK or len(size) != len(stride) or math.prod(size) + offset > len(numbers):
        raise ArchiveError(f"a tensor of shape {list(size)} reaches beyond its {len(numbers)} numbers")
    part = numbers[offset : offset + math.prod(size)].view(size)
    steps = zip(part.stride(), stride, size, strict=True)
    if part.numel() and any(step != said for step, said, length in steps if length > 1):
        raise ArchiveError("a tensor's numbers do not follow each other")
    return part
