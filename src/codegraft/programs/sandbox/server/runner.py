"""One program: compiled once, then run on each input in a fork, which is watched until it ends or has to."""

import fcntl
import os
import select
import signal
import time
from dataclasses import dataclass
from types import CodeType
from typing import Any, Final

from . import program, wire
from .confinement import Confinement
from .terms import FINAL, Limits, Outcome

COMPILED: Final = b"."
"""First thing that a runner writes. The server waits for it only so long: source text can be made to cost time, and the
kernel spares the first process of a PID namespace the signal for using too much of it."""

UNCHANGEABLE: Final = fcntl.F_SEAL_WRITE | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_SEAL


@dataclass(frozen=True)
class Job:
    """A request: the program, and its inputs one behind the other in a file.

    Attributes:
        limits: for each run.
        seed: of the module ``random`` in each run.
        code: source text as bytes, as a file would hold it.
        lengths: bytes of each input.
        inputs: descriptor of the file.
    """

    limits: Limits
    seed: int
    code: bytes
    lengths: list[int]
    inputs: int


def run(job: Job, cell: Confinement, results: int) -> tuple[CodeType, dict[str, Any]]:
    """Write an outcome for each input to ``results``, and exit.

    Returns only in the forked process that is to run the program: its code, and the namespace to execute it in.
    """
    program.limit(job.limits, cell)
    program.seed(job.seed)
    with program.limited_memory(job.limits):
        compiled = _compile(job.code)
    os.write(results, COMPILED)
    if isinstance(compiled, Outcome):
        wire.write_all(results, wire.pack_outcome(compiled))
        os._exit(0)
    offset = 0
    for number, length in enumerate(job.lengths):
        if number:
            cell.box.empty(job.limits.disk_bytes)
        stdin = _slice(job.inputs, offset, length)
        outcome = _run_once(compiled, stdin, job.limits, cell)
        if outcome is None:
            return compiled, program.MAIN.__dict__
        os.close(stdin)
        wire.write_all(results, wire.pack_outcome(outcome))
        if outcome.ended in FINAL:
            break
        offset += length
    os._exit(0)


def _compile(source: bytes) -> CodeType | Outcome:
    try:
        return compile(source, "main.py", "exec", dont_inherit=True)
    except MemoryError:
        return Outcome("memory", "MemoryError", b"", 0.0)
    except ValueError:
        # What patch releases before 3.11.4 raise for a null byte.
        return Outcome("syntax", "SyntaxError", b"", 0.0)
    except (SyntaxError, OverflowError, RecursionError) as error:
        return Outcome("syntax", type(error).__name__, b"", 0.0)


def _slice(handle: int, offset: int, length: int) -> int:
    """A file that nobody can change with a part of another, positioned at its start."""
    target = os.memfd_create("stdin", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    end = offset + length
    while offset < end:
        offset += os.sendfile(target, handle, offset, end - offset)
    os.lseek(target, 0, os.SEEK_SET)
    fcntl.fcntl(target, fcntl.F_ADD_SEALS, UNCHANGEABLE)
    return target


def _run_once(code: CodeType, stdin: int, limits: Limits, cell: Confinement) -> Outcome | None:
    """Fork and watch; ``None`` in the child, once it is confined."""
    output, stdout = os.pipe()
    report, reporting = os.pipe()
    child = os.fork()
    if child == 0:
        program.become(stdin, stdout, reporting, limits, cell)
        return None
    os.close(stdout)
    os.close(reporting)
    outcome = _watch(child, output, report, limits)
    os.close(output)
    os.close(report)
    return outcome


def _watch(child: int, output: int, report: int, limits: Limits) -> Outcome:
    """Collect a program's output until it ends, or until it has taken too long or said too much."""
    deadline = time.monotonic() + limits.wall_s
    poll = select.poll()
    poll.register(output, select.POLLIN)
    data, ended = bytearray(), False
    while len(data) <= limits.output_bytes and (left := deadline - time.monotonic()) > 0 and poll.poll(left * 1000):
        piece = os.read(output, 1 << 16)
        if not piece:
            ended = True
            break
        data += piece
    status, cpu_s, in_time = _reap(child, deadline if ended else 0.0)
    signalled = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    text = bytes(data[: limits.output_bytes])
    if len(data) > limits.output_bytes:
        return Outcome("output", "", text, cpu_s)
    if not (ended and in_time) or cpu_s > limits.cpu_s or signalled == signal.SIGXCPU:
        return Outcome("timeout", "", text, cpu_s)
    if signalled:
        return Outcome("killed", signal_name(signalled), text, cpu_s)
    if os.WEXITSTATUS(status) == 0:
        return Outcome("finished", "", text, cpu_s)
    name = _reported(report)
    return Outcome("memory" if name == "MemoryError" else "exception", name, text, cpu_s)


def _reap(child: int, deadline: float) -> tuple[int, float, bool]:
    """Exit status, CPU seconds, and whether the process ended by itself before the deadline."""
    handle = os.pidfd_open(child)
    poll = select.poll()
    poll.register(handle, select.POLLIN)
    in_time = bool(poll.poll(max(0.0, deadline - time.monotonic()) * 1000))
    os.close(handle)
    if not in_time:
        os.kill(child, signal.SIGKILL)
    _, status, usage = os.wait4(child, 0)
    return status, usage.ru_utime + usage.ru_stime, in_time


def signal_name(number: int) -> str:
    """The name of a signal; those without one are numbered."""
    return signal.Signals(number).name if number in set(signal.Signals) else f"SIG{number}"


def _reported(report: int) -> str:
    """The exception's class in the program's words."""
    os.set_blocking(report, False)
    try:
        name = os.read(report, 4096).decode(errors="replace")
    except BlockingIOError:
        name = ""
    if not name:
        return "SystemExit"
    return name if name.isidentifier() and len(name) <= 100 else "Exception"
