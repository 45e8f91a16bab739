"""Pickled bundles: equal bytes on every run when written, nothing of the file's choosing run when read.

torch pickles a tensor together with the address of its memory, so that no two files are equal. :func:`dump_plain`
writes it as calls of public functions over its raw bytes, and does without pickle's memo, whose references depend on
which equal strings happen to be one object. Plain ``pickle.load`` reads the file wherever torch and numpy are.

:func:`load_plain` reads it, and dicts of tensors that ``pickle.dump`` wrote, by
:class:`~codegraft.pickle_machine.PickleMachine`: no call in the file is made. The two records that describe a
tensor are turned into one afterwards, each length checked against the bytes that are there.
"""

import math
import pickle
from typing import Any, BinaryIO, Final

import numpy as np
import numpy.typing as npt
import torch

from codegraft.errors import BundleError
from codegraft.pickle_machine import Call, Name, PersistentId, PickleError, PickleMachine

PROTOCOL: Final = 4

STORAGES: Final = {
    "torch.FloatStorage": "<f4",
    "torch.DoubleStorage": "<f8",
    "torch.IntStorage": "<i4",
    "torch.LongStorage": "<i8",
    "torch.ByteStorage": "|u1",
}
"""The element types of bundles, in torch's and in numpy's words."""

ELEMENTS: Final = {torch.from_numpy(np.empty(0, code)).dtype: code for code in STORAGES.values()}

OURS: Final = frozenset({"torch.from_numpy", "numpy.ndarray", "builtins.bytearray"})
"""Globals in the files of :func:`dump_plain`."""

TORCHS: Final = frozenset(
    {"torch._utils._rebuild_tensor_v2", "torch.storage._load_from_bytes", "collections.OrderedDict"}
)
"""Globals in a tensor that torch pickled."""

STORAGE_HEADER: Final = (0x1950A86A20F9469CFC6C, 1001)
"""Magic number and version at the head of the stream in which torch pickles a storage."""

Array = npt.NDArray[Any]

MAX_RANK: Final = 2
"""Bundles hold vectors and matrices."""

MAX_EMPTY: Final = 2**20
"""Largest dimension of a tensor without elements, for which no bytes vouch."""

MAX_DEPTH: Final = 32
"""Dicts and lists inside each other; keeps later recursion over a manifest short."""


def dump_plain(value: dict[str, Any], file: BinaryIO) -> None:
    """Pickle a dict of tensors and JSON values; equal values give equal bytes in every process.

    Args:
        value: tensors stand directly under their keys; all else is made of ``dict`` with ``str`` keys, ``list``,
            ``str``, ``int``, ``float``, ``bool`` and ``None``. The order of keys is kept.
        file: opened for writing bytes.

    Raises:
        BundleError: ``value`` holds something else, or a tensor whose element type is not in ``ELEMENTS``.
    """
    _check_plain({key: item for key, item in value.items() if not isinstance(item, torch.Tensor)}, limit=2**40)
    _BundlePickler(file).dump(value)


def load_plain(file: BinaryIO) -> dict[str, Any]:
    """Read what :func:`dump_plain` wrote, or a dict of tensors and JSON values that ``pickle.dump`` wrote.

    Memory stays below about a hundred times the file's size, whatever it holds (a bundle takes about four times).

    Raises:
        BundleError: the file is truncated or damaged, asks for a call, or nests or repeats what no bundle does.
    """
    data = file.read()
    machine = PickleMachine(data, OURS | TORCHS)
    try:
        value = machine.load()
        if type(value) is not dict or machine.position != len(data):
            raise BundleError("it holds more or other than one dict")
        calls = {key: item for key, item in value.items() if type(item) is Call}
        _check_plain({key: item for key, item in value.items() if key not in calls}, limit=len(data))
        tensors = _tensors(calls, limit=len(data))
    except (BundleError, PickleError) as error:
        raise BundleError(f"not a tensor bundle: {error}; nothing in it was run, export it again") from None
    return {key: tensors.get(key, item) for key, item in value.items()}


class _BundlePickler(pickle.Pickler):
    """Writes a tensor as ``torch.from_numpy(numpy.ndarray(shape, dtype, bytearray(data)))``.

    The bytearray makes the tensor writable for those who read it by plain ``pickle.load``.
    """

    def __init__(self, file: BinaryIO) -> None:
        super().__init__(file, protocol=PROTOCOL)
        self.fast = True  # without a memo

    def reducer_override(self, value: Any) -> Any:
        if isinstance(value, torch.Tensor):
            if value.dtype not in ELEMENTS:
                raise BundleError(f"{value.dtype} is no element type of bundles; convert the tensor first")
            return torch.from_numpy, (value.numpy(force=True),)
        if isinstance(value, np.ndarray):
            array = value.astype(value.dtype.newbyteorder("<"), copy=False)
            return np.ndarray, (array.shape, array.dtype.str, bytearray(array.tobytes()))
        if value is torch.from_numpy:
            return "from_numpy"  # its qualified name leads through a private class of torch
        return NotImplemented


def _check_plain(value: dict[str, Any], limit: int) -> None:
    """Refuse what is not JSON, is nested too deep, or is more than ``limit`` values once repeats are written out."""
    level: list[Any] = [value]
    for _ in range(MAX_DEPTH):
        inner: list[Any] = []
        for container in level:
            limit -= len(container)
            if limit < 0:
                raise BundleError("it repeats itself into more values than it has bytes")
            inner += _containers(container)
        level = inner
    if level:
        raise BundleError(f"it nests more than {MAX_DEPTH} dicts and lists")


def _containers(container: dict[str, Any] | list[Any]) -> list[Any]:
    if isinstance(container, dict) and not all(type(key) is str for key in container):
        raise BundleError("it has a key that is no text")
    items = container.values() if isinstance(container, dict) else container
    inner = [item for item in items if type(item) not in _SCALARS]
    for item in inner:
        if type(item) not in (dict, list):
            raise BundleError(f"it holds a {type(item).__name__} where only JSON values belong")
    return inner


_SCALARS: Final = frozenset({str, int, float, bool, type(None)})


def _tensors(calls: dict[str, Call], limit: int) -> dict[str, torch.Tensor]:
    tensors = {}
    for key, call in calls.items():
        tensors[key] = _tensor(call)
        limit -= tensors[key].nbytes
        if limit < 0:
            raise BundleError("it repeats a tensor's bytes into more than its own length")
    return tensors


def _tensor(call: Call) -> torch.Tensor:
    match call:
        case Call("torch.from_numpy", (Call("numpy.ndarray", (size, code, Call("builtins.bytearray", data))),)):
            return _shaped(
                _elements(data[0] if data else b"", code), size
            )  # bytearray() is how an empty one is written
        case Call("torch._utils._rebuild_tensor_v2", (source, offset, size, stride, _, Call())):
            return _strided(_storage(source), offset, size, stride)
    raise BundleError(f"it calls {call.name} in a way that describes no tensor")


def _shaped(elements: Array, size: Any) -> torch.Tensor:
    sizes = _extents(size, elements)
    if math.prod(sizes) != elements.size:
        raise BundleError(f"a tensor of shape {list(sizes)} has {elements.size} elements")
    return torch.from_numpy(elements).reshape(sizes)


def _strided(elements: Array, offset: Any, size: Any, stride: Any) -> torch.Tensor:
    sizes, strides = _extents(size, elements), _extents(stride, elements)
    (start,) = _extents((offset,), elements)
    last = start + sum((length - 1) * step for length, step in zip(sizes, strides, strict=False))
    count = math.prod(sizes)
    if len(sizes) != len(strides) or count > elements.size or (count and last >= elements.size):
        raise BundleError(f"a tensor of shape {list(sizes)} reaches beyond its {elements.size} elements")
    return torch.from_numpy(elements).as_strided(sizes, strides, start).contiguous()


def _extents(values: Any, elements: Array) -> tuple[int, ...]:
    """Sizes or strides that cannot ask for more memory than ``elements`` have, whatever is done with them."""
    limit = max(elements.size, MAX_EMPTY)
    if type(values) is not tuple or len(values) > MAX_RANK:
        raise BundleError("a tensor is neither a vector nor a matrix")
    if not all(type(value) is int and 0 <= value <= limit for value in values):
        raise BundleError("a tensor's shape does not fit its bytes")
    return values


def _elements(data: Any, code: Any) -> Array:
    if type(data) is not bytes or code not in ELEMENTS.values() or len(data) % np.dtype(code).itemsize:
        raise BundleError("a tensor's bytes do not fit its element type")
    return np.frombuffer(data, np.dtype(code)).copy()


def _storage(source: Any) -> Array:
    """Elements of a storage: torch writes five small pickles, the number of elements, and their bytes."""
    match source:
        case Call("torch.storage._load_from_bytes", (bytes(stream),)):
            machine = PickleMachine(stream, STORAGES.keys())
        case _:
            raise BundleError("a tensor's storage is not what torch writes")
    magic, version, system, storage, _ = (machine.load() for _ in range(5))
    count = int.from_bytes(machine.take(8), "little")
    match system, storage:
        case {"little_endian": True}, PersistentId(("storage", Name(name), str(), str(), int(promised), None)):
            elements = _elements(stream[machine.position :], STORAGES[name])
            if (magic, version) == STORAGE_HEADER and elements.size == count == promised:
                return elements
    raise BundleError("a tensor's storage is not what torch writes")
