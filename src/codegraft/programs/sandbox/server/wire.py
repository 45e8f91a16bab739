"""Messages between client and server: JSON values and byte strings, each with its length before it."""

import json
import os
import struct
from collections.abc import Callable
from typing import Any, get_args

from .terms import Ended, Outcome

LENGTH = struct.Struct(">Q")
END = struct.Struct(">Bd")
ENDS: tuple[Ended, ...] = get_args(Ended)
PIECE = 1 << 20

Read = Callable[[int], bytes]
"""Reads at most so many bytes, and none at the end, as ``socket.recv`` does."""


def pack(*parts: bytes) -> bytes:
    """Byte strings, each with its length before it."""
    return b"".join(piece for part in parts for piece in (LENGTH.pack(len(part)), part))


def pack_json(value: Any) -> bytes:
    """A JSON value as one byte string with its length."""
    return pack(json.dumps(value).encode())


def unpack(read: Read) -> bytes:
    """The next byte string.

    Raises:
        EOFError: the other side has gone.
    """
    return b"".join(pieces(read, unpack_length(read)))


def unpack_json(read: Read) -> Any:
    """The next JSON value; raises as :func:`unpack`."""
    return json.loads(unpack(read))


def unpack_length(read: Read) -> int:
    """Length of the next byte string; raises as :func:`unpack`."""
    length: int = LENGTH.unpack(b"".join(pieces(read, LENGTH.size)))[0]
    return length


def pieces(read: Read, length: int) -> list[bytes]:
    """Exactly ``length`` bytes; raises as :func:`unpack`."""
    found = []
    while length:
        piece = read(min(length, PIECE))
        if not piece:
            raise EOFError("the other side of the sandbox has gone")
        found.append(piece)
        length -= len(piece)
    return found


def pack_outcome(outcome: Outcome) -> bytes:
    """An outcome as three byte strings: how the run ended and its CPU seconds, the exception, the output.

    Not JSON: a runner packs one after every run, between forks, where each object that it touches is a page copied.
    """
    end = END.pack(ENDS.index(outcome.ended), outcome.cpu_s)
    return pack(end, outcome.exception.encode(), outcome.output)


def unpack_outcome(read: Read) -> Outcome:
    """The next outcome; raises as :func:`unpack`."""
    end, cpu_s = END.unpack(unpack(read))
    return Outcome(ENDS[end], unpack(read).decode(), unpack(read), cpu_s)


def write_all(handle: int, data: bytes) -> None:
    """Write every byte to a file descriptor."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


def copy(read: Read, handle: int) -> None:
    """Write the next byte string to a file descriptor, piece by piece; raises as :func:`unpack`."""
    left = unpack_length(read)
    while left:
        piece = read(min(left, PIECE))
        if not piece:
            raise EOFError("the other side of the sandbox has gone")
        write_all(handle, piece)
        left -= len(piece)
