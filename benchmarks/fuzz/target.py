"""What is fuzzed: how inputs are drawn, and how they are read."""

import os
import random
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from benchmarks.fuzz.guard import forbidding


class Place(Enum):
    """What stands where a file should."""

    DIRECTORY = "a directory"
    PIPE = "a pipe that nobody writes to"
    ZEROS = "a link to a device without end"
    LOOP = "a link to itself"
    NOWHERE = "a link to nothing"


Input = bytes | Place
"""The bytes of a file, or what stands in its place."""


@dataclass(frozen=True)
class Target:
    """Something that reads what others wrote.

    Attributes:
        name: of the target.
        draw: an input.
        read: inputs, with an empty directory for files; it gives nothing back, or raises.
        valid: inputs that are accepted, which every process reads first.
        together: how many inputs are read at once where that is faster.
        lines: of a message at most.
    """

    name: str
    draw: Callable[[random.Random], Input]
    read: Callable[[Sequence[Input], Path], None]
    valid: Sequence[Input]
    together: int = 1
    lines: int = 1


def put(path: Path, content: Input) -> None:
    """Let a file hold these bytes, or put something else where it should be."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.is_symlink() or (path.exists() and not path.is_file()):
        path.unlink()
    match content:
        case bytes():
            path.write_bytes(content)
            return
        case Place():
            path.unlink(missing_ok=True)
    match content:
        case Place.DIRECTORY:
            path.mkdir()
        case Place.PIPE:
            os.mkfifo(path)
        case Place.ZEROS:
            path.symlink_to("/dev/zero")
        case Place.LOOP:
            path.symlink_to(path)
        case Place.NOWHERE:
            path.symlink_to(path.with_name("nothing"))


def file_target(
    name: str,
    file: str,
    valid: Sequence[bytes],
    draw: Callable[[random.Random], bytes],
    read: Callable[[Path], object],
    *,
    lines: int = 1,
    places: bool = True,
) -> Target:
    """A target that reads one file; now and then something else stands in its place.

    Args:
        name: of the target.
        file: its path in the directory.
        valid: contents that are accepted.
        draw: a content.
        read: reads the file at a path.
        lines: of a message at most.
        places: whether what is no file is refused; people may well give a pipe of theirs.
    """

    def drawn(draws: random.Random) -> Input:
        if places and draws.random() < PLACE_SHARE:
            return draws.choice(list(Place))
        return draw(draws)

    def read_all(inputs: Sequence[Input], place: Path) -> None:
        for content in inputs:
            put(place / file, content)
            with forbidding():
                read(place / file)

    return Target(name, drawn, read_all, valid, lines=lines)


PLACE_SHARE = 0.002
