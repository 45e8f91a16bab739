"""The server: started once, it answers one request after another, each in a runner forked from its warm interpreter."""

import gc
import os
import select
import signal
import site
import socket
import sys
import time
from types import CodeType
from typing import Any, Final

from . import program, runner, wire
from .confinement import Confinement, LimitsAlone, Namespaces
from .runner import Job
from .terms import Limits

PRELOADED: Final = (
    *("abc", "array", "ast", "bisect", "calendar", "cmath", "collections", "contextlib", "copy", "ctypes"),
    *("dataclasses", "datetime", "decimal", "enum", "fractions", "functools", "heapq", "inspect", "io", "itertools"),
    *("json", "locale", "math", "numbers", "operator", "pathlib", "pickle", "queue", "random", "re", "shutil"),
    *("statistics", "string", "struct", "textwrap", "threading", "timeit", "traceback", "typing", "unicodedata"),
)
"""What programs import; warm in the server, it costs them nothing."""

GRACE_S: Final = 2.0
"""Seconds that a runner may take beyond what its inputs may: for its own work, on a busy machine."""


def serve(handle: int, isolation: str, scratch: str) -> tuple[CodeType, dict[str, Any]]:
    """Answer requests on a connected socket until the client hangs up.

    Returns only in a process that was forked to run a program: its code, and the namespace to execute it in. The caller
    stands at the bottom of the stack, so a program finds as much room for recursion as in an interpreter of its own.

    Args:
        handle: descriptor of the socket.
        isolation: ``namespaces`` or ``limits``.
        scratch: an empty directory that this server may use.
    """
    client = socket.socket(fileno=handle)
    _preload()
    try:
        cell = Namespaces() if isolation == "namespaces" else LimitsAlone(scratch)
    except OSError as error:
        client.sendall(wire.pack_json({"refused": f"{error.filename or 'a change of user'}: {error.strerror}"}))
        os._exit(1)
    _forget_the_server()
    # Up to here the client listens for what went wrong; nobody reads what programs say there.
    os.dup2(0, 2)
    client.sendall(wire.pack_json({"missing": list(cell.missing)}))
    while True:
        try:
            job = _receive(client)
        except EOFError:
            os._exit(0)
        started = _answer(client, job, cell)
        if started is not None:
            return started


def _preload() -> None:
    """Import what programs import, without the hooks that some modules run in every forked process.

    Threading's has nothing to do where there is but one thread, and that of random would seed it by chance.
    """
    register = os.register_at_fork
    os.register_at_fork = lambda **_: None
    exec(f"import {', '.join(PRELOADED)}", {})
    os.register_at_fork = register
    # Without it, programs would have no exit() and no quit(): the server starts without the site module.
    site.setquit()


def _forget_the_server() -> None:
    """Leave nothing for programs to find in the environment, the arguments or the modules."""
    os.environ.clear()
    sys.argv, sys.orig_argv = ["main.py"], ["python", "main.py"]
    del sys.path[0]
    sys.modules["__main__"] = program.MAIN
    for name in [name for name in sys.modules if name.partition(".")[0] == __name__.partition(".")[0]]:
        del sys.modules[name]
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    # What lives now is shared by every program; the collector would only touch, hence copy, its pages.
    gc.collect()
    gc.freeze()


def _receive(client: socket.socket) -> Job:
    """The next request; inputs go to a file at once, since a program shares the memory of whoever forks it."""
    header = wire.unpack_json(client.recv)
    code = wire.unpack(client.recv)
    handle = os.memfd_create("inputs")
    for _ in header["lengths"]:
        wire.copy(client.recv, handle)
    return Job(Limits(**header["limits"]), header["seed"], code, header["lengths"], handle)


def _answer(client: socket.socket, job: Job, cell: Confinement) -> tuple[CodeType, dict[str, Any]] | None:
    """Run a job and send its outcomes; returns something only in the program's own process."""
    results, write = os.pipe()
    # The server's own mount, and its removal by the next program: a runner's would be forgotten with it.
    cell.box.empty(job.limits.disk_bytes)
    runner_pid = cell.fork()
    if runner_pid == 0:
        client.close()
        os.close(results)
        return runner.run(job, cell, write)
    os.close(write)
    os.close(job.inputs)
    data, in_time = b"", _read(results, len(runner.COMPILED), job.limits.wall_s)[1]
    if in_time:
        data, in_time = _read(results, sys.maxsize, len(job.lengths) * (job.limits.wall_s + GRACE_S))
    os.close(results)
    if not in_time:
        os.kill(runner_pid, signal.SIGKILL)
    status = os.waitpid(runner_pid, 0)[1]
    signalled = runner.signal_name(os.WTERMSIG(status)) if os.WIFSIGNALED(status) else ""
    client.sendall(wire.pack(data) + wire.pack_json({"signal": signalled, "in_time": in_time}))
    return None


def _read(handle: int, most: int, seconds: float) -> tuple[bytes, bool]:
    """So many bytes, or fewer up to the end; and whether they came in time."""
    deadline, poll, found = time.monotonic() + seconds, select.poll(), bytearray()
    poll.register(handle, select.POLLIN)
    while len(found) < most:
        left = deadline - time.monotonic()
        if left <= 0 or not poll.poll(left * 1000):
            return bytes(found), False
        piece = os.read(handle, min(wire.PIECE, most - len(found)))
        if not piece:
            break
        found += piece
    return bytes(found), True
