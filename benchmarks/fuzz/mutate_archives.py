"""Archives of ``torch.save`` that lie: records that are missing, twice, compressed, of another length, nested."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Sequence
from typing import Any, Final

import torch

from benchmarks.fuzz.mutate_bytes import changed, size_of
from benchmarks.fuzz.mutate_pickles import pickled
from benchmarks.fuzz.mutate_values import altered, odd

Records = list[tuple[str, bytes, int]]
"""Names, contents and compressions."""

_TYPES: Final = (
    torch.float64,
    torch.float16,
    torch.bfloat16,
    torch.int64,
    torch.int32,
    torch.uint8,
    torch.bool,
    torch.complex64,
)


def archive(draws: random.Random, valid: Sequence[bytes], values: Sequence[Any]) -> bytes:
    """A checkpoint that once was valid; ``values`` are what ``valid`` hold."""
    chosen = draws.random()
    if chosen < 0.15:
        return changed(draws, draws.choice(valid), valid)
    if chosen < 0.5:
        return saved(_altered(draws, draws.choice(values)))
    records = records_of(draws.choice(valid))
    if chosen < 0.85:
        at = next(number for number, (name, _, _) in enumerate(records) if name.endswith("data.pkl"))
        name, content, kind = records[at]
        records[at] = (name, pickled(draws, content, [content]), kind)
        return zipped(records)
    for _ in range(draws.randint(1, 2)):
        records = _archived(draws, records)
    whole = zipped(records)
    return whole if draws.random() < 0.7 else _length_lies(draws, whole)


def saved(value: Any) -> bytes:
    """As ``torch.save`` writes it."""
    buffer = io.BytesIO()
    torch.save(value, buffer)
    return buffer.getvalue()


def records_of(whole: bytes) -> Records:
    """Of an archive."""
    with zipfile.ZipFile(io.BytesIO(whole)) as file:
        return [(one.filename, file.read(one), zipfile.ZIP_STORED) for one in file.infolist()]


def zipped(records: Records) -> bytes:
    """An archive of records."""
    buffer = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(buffer, "w") as file:
        for name, content, kind in records:
            file.writestr(zipfile.ZipInfo(name), content, kind)
    return buffer.getvalue()


def _altered(draws: random.Random, value: Any) -> Any:
    """Other values, and tensors of other types and shapes, some of which are larger than their bytes."""
    if draws.random() < 0.5:
        return altered(draws, value, 3)
    value = altered(draws, value, 1) if draws.random() < 0.2 else dict(value)
    name, tensors = _tensors(draws, value)
    if tensors is None:
        return value
    key = draws.choice(list(tensors))
    changed_tensors = {**tensors, key: _tensor(draws, tensors[key])}
    return {**value, name: changed_tensors} if name else changed_tensors


def _tensors(draws: random.Random, value: Any) -> tuple[str, dict[Any, Any] | None]:
    """A dict of tensors in a checkpoint, and its key; the checkpoint itself has an empty one."""
    if not isinstance(value, dict):
        return "", None
    inner = [
        key
        for key, item in value.items()
        if isinstance(item, dict) and item and all(map(torch.is_tensor, item.values()))
    ]
    own = any(map(torch.is_tensor, value.values()))
    if inner and (not own or draws.random() < 0.5):
        name = draws.choice(inner)
        return name, value[name]
    return "", value if own else None


def _tensor(draws: random.Random, tensor: Any) -> Any:
    if not torch.is_tensor(tensor):
        return odd(draws)
    huge = draws.choice((2**16, 2**31, 2**40))
    match draws.randrange(12):
        case 0:
            return tensor.to(draws.choice(_TYPES))
        case 1:
            return torch.zeros(1, dtype=tensor.dtype).expand(huge)
        case 2:
            return torch.zeros(1, dtype=tensor.dtype).expand(huge, *tensor.shape[1:])
        case 3:
            return tensor.new_empty((huge, 0))
        case 4:
            return tensor.new_full(tensor.shape, float("nan")) if tensor.is_floating_point() else -tensor
        case 5:
            return tensor.t().contiguous() if tensor.ndim == 2 else tensor.reshape(-1, 1)
        case 6:
            return torch.empty(tensor.shape, device="meta")
        case 7:
            return tensor.to_sparse()
        case 8:
            return torch.nn.Parameter(tensor) if tensor.is_floating_point() else odd(draws)
        case 9:
            return tensor.new_zeros([size_of(draws, 5) for _ in range(draws.randrange(5))])
        case 10:
            return tensor.repeat(*([2] * max(tensor.ndim, 1)))
    return odd(draws)


def _archived(draws: random.Random, records: Records) -> Records:
    at = draws.randrange(len(records))
    name, content, kind = records[at]
    head, tail = records[:at], records[at + 1 :]
    match draws.randrange(10):
        case 0:
            return head + tail
        case 1:
            return [*records, (name, changed(draws, content or b"0", [b"x"]), kind)]
        case 2:
            return [*head, (name, content, zipfile.ZIP_DEFLATED), *tail]
        case 3:
            return [*head, (name, content[: size_of(draws, len(content) + 1)], kind), *tail]
        case 4:
            return [*head, (name, content + bytes(size_of(draws, 5_000)), kind), *tail]
        case 5:
            return [*head, (name, zipped(records), kind), *tail]
        case 6:
            odd_name = draws.choice(
                ("../x", "/x", "", "a\\b", "x" * 3_000, "archive/data/-1", "data.pkl", "archive/../x", "é")
            )
            return [*head, (odd_name, content, kind), *tail]
        case 7:
            return [*records, *((f"archive/data/{number}", b"", kind) for number in range(size_of(draws, 300)))]
        case 8:
            return [*head, (name, bytes(size_of(draws, 1 << 24)), zipfile.ZIP_DEFLATED), *tail]
        case _:
            return [*head, (name, changed(draws, content or b"0", [b"x"]), kind), *tail]


def _length_lies(draws: random.Random, whole: bytes) -> bytes:
    """Another number in a header of a record: sizes, checksum, offset, flags, kind of compression."""
    marks = [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"]
    mark = draws.choice(marks)
    places = [at for at in range(len(whole) - 46) if whole[at : at + 4] == mark] or [0]
    at = draws.choice(places) + draws.choice((6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 42))
    number = struct.pack(
        "<I", draws.choice((0, 1, 2, 8, 12, 255, 2**16 - 1, 2**20, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1))
    )
    return (whole[:at] + number + whole[at + 4 :])[: len(whole)]
