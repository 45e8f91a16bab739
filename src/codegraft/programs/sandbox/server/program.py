"""The process that a program runs in: what it gives up before the program starts, and how it ends."""

import atexit
import builtins
import math
import os
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Final, NoReturn

from .confinement import Confinement
from .terms import Limits

REPORT: Final = 3
"""Descriptor that the name of an uncaught exception is written to. A program may write there what it likes: it is read
only after an exit with another status than 0, so all that a program can claim is to have failed in another way."""

SERVER_DESCRIPTORS: Final = 256
"""More than the server and a runner ever have open."""

MAIN: Final = ModuleType("__main__")
"""The module that programs are."""

MAIN.__dict__.update(__builtins__=builtins, __file__="main.py")


def become(stdin: int, stdout: int, report: int, limits: Limits, cell: Confinement) -> None:
    """Confine this process for good, its streams in place; raises ``OSError``.

    Every object touched here is a page copied in every run, so as little as possible is done.
    """
    # A process group that no server is in: what a program sends to all of its group reaches itself alone.
    os.setsid()
    os.dup2(stdin, 0)
    os.dup2(stdout, 1)
    os.dup2(report, REPORT)
    os.closerange(REPORT + 1, SERVER_DESCRIPTORS)
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    resource.setrlimit(resource.RLIMIT_NOFILE, (limits.open_files, limits.open_files))
    seconds = math.ceil(limits.cpu_s)
    # The soft limit's signal can be ignored, the hard limit's cannot.
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.disk_bytes, limits.disk_bytes))
    cell.confine()


def limit(limits: Limits, cell: Confinement) -> None:
    """Set those limits of a program that its runner can live with too; children inherit them."""
    _lower(resource.RLIMIT_CORE, 0)
    # Programs ask for more by themselves, as judges let them; memory bounds it anyway.
    hard = resource.getrlimit(resource.RLIMIT_STACK)[1]
    resource.setrlimit(resource.RLIMIT_STACK, (limits.memory_bytes if hard == resource.RLIM_INFINITY else hard, hard))
    if cell.trusted_processes is not None:
        _lower(resource.RLIMIT_NPROC, limits.processes + cell.trusted_processes)


@contextmanager
def limited_memory(limits: Limits) -> Iterator[None]:
    """Let this process have no more memory than a program, for a while; a runner needs some for itself afterwards."""
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_at_most(limits.memory_bytes, before[1]), before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def seed(number: int) -> None:
    """Let the module ``random`` give the same numbers in every run, unless the program seeds it anew."""
    import random  # not above: the server imports it without its hooks

    random.seed(number)


def finish(error: BaseException | None) -> NoReturn:
    """End as the interpreter does after a program: threads are waited for, output is flushed."""
    import threading  # not above: the server imports it without its hooks

    status = 0
    if isinstance(error, SystemExit):
        status = error.code if isinstance(error.code, int) else int(error.code is not None)
        if not -(1 << 63) <= status < 1 << 63:
            status = -1
    elif error is not None:
        status = 1
        os.write(REPORT, type(error).__name__.encode())
    while others := [thread for thread in threading.enumerate()[1:] if not thread.daemon]:
        others[0].join()
    atexit._run_exitfuncs()
    if sys.stdout is not None and not sys.stdout.closed:
        sys.stdout.flush()
    os._exit(status & 0xFF)


def _lower(kind: int, value: int) -> None:
    """Set a resource limit for good, or leave it where it is lower already."""
    value = _at_most(value, resource.getrlimit(kind)[1])
    resource.setrlimit(kind, (value, value))


def _at_most(value: int, hard: int) -> int:
    return value if hard == resource.RLIM_INFINITY else min(value, hard)
