"""Pickles that lie: other opcodes, other names, absurd sizes, what nests or repeats without end, what runs code."""

import pickle
import pickletools
import random
import struct
from collections.abc import Sequence
from typing import Final

from benchmarks.fuzz.mutate_bytes import changed, size_of

_NAMES: Final = (
    *("os system", "posix system", "builtins eval", "builtins exec", "builtins getattr", "builtins __import__"),
    *("subprocess Popen", "nt system", "codegraft.files atomic_write", "builtins open", "shutil rmtree"),
    *("collections OrderedDict", "torch._utils _rebuild_tensor_v2", "torch._utils _rebuild_tensor", "torch Size"),
    *("torch._utils _rebuild_parameter", "torch._utils _rebuild_sparse_tensor", "torch._utils _rebuild_qtensor"),
    *("torch._utils _rebuild_meta_tensor_no_storage", "torch._utils _rebuild_wrapper_subclass", "torch device"),
    *("torch._tensor _rebuild_from_type_v2", "torch._utils _rebuild_device_tensor_from_numpy", "torch Tensor"),
    *("torch.nn.parameter Parameter", "torch.storage _load_from_bytes", "torch.storage UntypedStorage"),
    *("torch FloatStorage", "torch DoubleStorage", "torch LongStorage", "torch HalfStorage", "torch BoolStorage"),
    *("torch ByteStorage", "torch ComplexFloatStorage", "torch QInt8Storage", "torch.serialization _get_layout"),
    *("builtins bytearray", "builtins set", "builtins complex", "_codecs encode", "builtins int", "builtins range"),
    *("torch from_numpy", "numpy ndarray", "numpy dtype", "numpy._core.multiarray _reconstruct", "collections Counter"),
)  # fmt: skip
"""Globals of which some run code, some are what torch calls plain data, and some look like it."""

_NUMBERS: Final = (0, 1, 255, 2**16, 2**20, 2**31 - 1, 2**31, 2**32 - 1)


def _name(draws: random.Random) -> bytes:
    module, _, attribute = draws.choice(_NAMES).partition(" ")
    if draws.random() < 0.5:
        return b"c" + module.encode() + b"\n" + attribute.encode() + b"\n"
    return b"".join(b"X" + struct.pack("<I", len(text)) + text.encode() for text in (module, attribute)) + b"\x93"


def _call(draws: random.Random) -> bytes:
    """Code that would leave a mark, or something of a size that nobody has."""
    argument = draws.choice(
        (
            b"(X\x0d\x00\x00\x00touch canary1t",
            b"(\x8a\x05\x00\x00\x00\x00\x10t",
            b"(J\xff\xff\xff\x7ft",
            b"(X\x01\x00\x00\x00ali\x01t",
            b")",
            b"(]t",
        )
    )
    return _name(draws) + argument + draws.choice((b"R", b"\x81", b"b", b"o", b"}\x92"))


def _deep(draws: random.Random) -> bytes:
    """What is nested so deep that recursion overflows the stack of C."""
    often = size_of(draws, 60_000)
    tuples, lists = b")" + b"\x85" * often, b"]" * often + b"a" * (often - 1)
    return draws.choice(
        (tuples, lists, b"}" + tuples + b"Ns", b"}" * often + b"(" * often, b"(" * often, tuples + b"Q")
    )


def _absurd(draws: random.Random) -> bytes:
    """Sizes and places of a memo that no file has."""
    number = struct.pack("<I", draws.choice(_NUMBERS))
    long = struct.pack("<Q", draws.choice((0, 2**31, 2**40, 2**63 - 1, 2**64 - 1)))
    framed = [b"rjTBX\x8b"[at : at + 1] + number for at in range(6)]
    framed += [b"\x8e\x8d\x96\x95"[at : at + 1] + long for at in range(4)]
    return draws.choice((*framed, b"q\xff", b"h\xff", b"I" + b"9" * size_of(draws, 9_000) + b"\n", b"\x97\x98"))


def _repeat(draws: random.Random) -> bytes:
    """A list that doubles with every step."""
    return b"]" + b"q\xfe" + b"(" + b"h\xfeh\xfee" * size_of(draws, 40)


_PIECES: Final = (_name, _call, _call, _deep, _absurd, _absurd, _repeat)


def pickled(draws: random.Random, content: bytes, others: Sequence[bytes]) -> bytes:
    """A pickle that once was valid."""
    if draws.random() < 0.2:
        return changed(draws, content, others)
    starts = _starts(content)
    for _ in range(draws.randint(1, 3)):
        if len(starts) < 2:
            break
        at = draws.randrange(len(starts) - 1)
        begin, end = starts[at], starts[at + 1]
        match draws.randrange(6):
            case 0:
                content = content[:begin] + content[end:]
            case 1:
                content = content[:end] + content[begin:end] * size_of(draws, 50) + content[end:]
            case 2:
                content = content[:begin] + _other(draws, content[begin:end]) + content[end:]
            case 3:
                other = draws.randrange(len(starts) - 1)
                content = content[:begin] + content[starts[other] : starts[other + 1]] + content[end:]
            case 4:
                content = content[:begin] + draws.choice(_PIECES)(draws) + content[end:]
            case _:
                content = content[:begin] + draws.choice(_PIECES)(draws) + content[begin:]
        starts = _starts(content)
    return content


def _starts(content: bytes) -> list[int]:
    """Where opcodes begin, as far as they can be told."""
    found: list[int] = []
    try:
        found.extend(at or 0 for _, _, at in pickletools.genops(content))
    except (ValueError, pickle.UnpicklingError, IndexError, UnicodeError, struct.error, OverflowError):
        return found
    return found


def _other(draws: random.Random, opcode: bytes) -> bytes:
    """The same opcode with another argument, or a near one."""
    if len(opcode) > 1 and draws.random() < 0.7:
        if opcode[:1] in b"KMJ":
            return b"J" + struct.pack("<i", draws.choice((0, 1, -1, 2, 3, 5, 2**20, 2**31 - 1, -(2**31))))
        return opcode[:1] + changed(draws, opcode[1:], [b"x"], 1)
    return (
        bytes([draws.choice(b"()]}.0NQRabdeghijlopqrstu\x80\x81\x85\x86\x87\x88\x89\x8a\x90\x91\x92\x93\x94")])
        + opcode[1:]
    )
