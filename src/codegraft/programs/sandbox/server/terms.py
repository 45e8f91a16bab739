"""What a program is allowed, and how its run ended."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

MIB = 1 << 20

Ended = Literal["finished", "exception", "timeout", "memory", "output", "killed", "syntax"]
"""How a run ended; ``finished`` is an exit with status 0, ``syntax`` a program that does not compile."""


FINAL: tuple[Ended, ...] = ("timeout", "memory", "output", "killed", "syntax")
"""After such an end the remaining inputs are not run: they would cost as much again, and the program has failed."""


@dataclass(frozen=True)
class Limits:
    """What one run of a program may use.

    Attributes:
        cpu_s: CPU seconds of all its threads.
        wall_s: seconds until it is killed, whether it computes or sleeps.
        memory_bytes: address space, the interpreter's own 30 MiB included.
        output_bytes: standard output; more ends the run.
        disk_bytes: all files in its private directory together.
        processes: threads at once; a program cannot start further processes.
        open_files: file descriptors, the standard ones included.
    """

    cpu_s: float = 2.0
    wall_s: float = 6.0
    memory_bytes: int = 256 * MIB
    output_bytes: int = MIB
    disk_bytes: int = 16 * MIB
    processes: int = 8
    open_files: int = 32


class Outcome(NamedTuple):
    """One run of a program on one input.

    Attributes:
        ended: see ``Ended``.
        exception: name of the class for ``exception``, ``memory`` and ``syntax``, of the signal for ``killed``, else
            empty. It is the program's own word: it says what the program would have us believe that it raised.
        output: standard output, cut at the limit.
        cpu_s: CPU seconds used.
    """

    ended: Ended
    exception: str
    output: bytes
    cpu_s: float
