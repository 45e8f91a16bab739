"""Safetensors files that lie: about lengths, offsets, types, shapes, and in what their header tells of them."""

import json
import random
from collections.abc import Sequence
from typing import Any, Final

from benchmarks.fuzz.mutate_bytes import changed
from benchmarks.fuzz.mutate_values import altered, altered_json

_TYPES: Final = (
    "F64",
    "F32",
    "F16",
    "BF16",
    "I64",
    "I32",
    "I16",
    "I8",
    "U8",
    "U16",
    "U32",
    "U64",
    "BOOL",
    "F8_E4M3",
    "C64",
    "F4",
    "X",
)
_SIZES: Final = (0, 1, 2, 3, 2**20, 2**31, 2**32, 2**40, 2**62, 2**63 - 1, 2**64 - 1)


def tensors(draws: random.Random, valid: Sequence[bytes], described: str | None) -> bytes:
    """A safetensors file that once was valid.

    Args:
        draws: the draws.
        valid: files.
        described: the entry of the header's metadata that is JSON, if any is.
    """
    whole = draws.choice(valid)
    if draws.random() < 0.3:
        return changed(draws, whole, valid)
    length = int.from_bytes(whole[:8], "little")
    header, data = json.loads(whole[8 : 8 + length]), whole[8 + length :]
    match draws.randrange(6):
        case 0:
            text = altered_json(draws, header)
        case 1 | 2 if described:
            header["__metadata__"][described] = _described(draws, header["__metadata__"][described])
            text = _json(header)
        case 3:
            data = _data(draws, data)
            text = _json(header)
        case _:
            for _ in range(draws.randint(1, 2)):
                _lie(draws, header)
            text = _json(header)
    claimed = len(text) if draws.random() < 0.95 else draws.choice(_SIZES)
    return claimed.to_bytes(8, "little") + text + data


def _described(draws: random.Random, text: str) -> str:
    return altered_json(draws, json.loads(text)).decode("utf-8", "replace")


def _json(header: Any) -> bytes:
    return json.dumps(header).encode("utf-8", "replace")


def _data(draws: random.Random, data: bytes) -> bytes:
    if not data:
        return data
    at, width = draws.randrange(len(data)), draws.choice((1, 4, 8, 64))
    odd = (b"\0" * width, b"\xff" * width, b"\x7f\xc0\0\0", b"\0\0\xc0\x7f", draws.randbytes(width))
    return data[:at] + draws.choice(odd)[: len(data) - at] + data[at + width :]


def _lie(draws: random.Random, header: dict[str, Any]) -> None:
    """Change what a header says of one tensor; half of the lies keep the number of its bytes."""
    names = [name for name in header if name != "__metadata__" and isinstance(header[name], dict)]
    if not names:
        return
    name = draws.choice(names)
    tensor = header[name]
    shape = tensor.get("shape")
    match draws.randrange(9):
        case 0:
            tensor["dtype"] = draws.choice(_TYPES)
        case 1:
            tensor["shape"] = [draws.choice(_SIZES) for _ in range(draws.randrange(4))]
        case 2:
            tensor["data_offsets"] = [draws.choice(_SIZES), draws.choice(_SIZES)]
        case 3 if isinstance(shape, list):
            tensor["shape"] = draws.choice((shape[::-1], [1, *shape], [*shape, 1], [0, *shape], shape[1:]))
        case 4:
            header[draws.choice((*names, "new", ""))] = header.pop(name)
        case 5:
            tensor |= {"shape": [draws.choice((0, 2**40, 2**62)), 0], "data_offsets": [0, 0]}
        case 6:
            del header[name]
        case 7:
            header[name] = dict(header[draws.choice(names)])
        case _:
            header[name] = altered(draws, tensor)
