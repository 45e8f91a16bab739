"""The sandbox as its users see it: a warm server process, asked to run one program at a time."""

import io
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Literal, Self

from codegraft.errors import SandboxError
from codegraft.programs.sandbox.server import wire
from codegraft.programs.sandbox.server.terms import FINAL, Limits, Outcome

Isolation = Literal["namespaces", "limits"]
"""See :class:`Sandbox`."""

DEFAULT_LIMITS: Final = Limits()

INTERPRETER: Final = Path(sys.executable).resolve()
"""Not an environment's link to it, which would bring installed packages within reach."""

SERVER: Final = (
    "codegraft.programs.sandbox.server.kernel",
    "codegraft.programs.sandbox.server.program",
    "codegraft.programs.sandbox.server.zygote",
)
"""Modules that the server starts from. It knows them without the names of the packages around them."""

KERNEL, PROGRAM, ZYGOTE = (module.removeprefix(__name__.rpartition(".")[0] + ".") for module in SERVER)

START: Final = f"""
import os, sys
sys.path.insert(0, sys.argv[1])
from {KERNEL} import fix_addresses
if fix_addresses():
    os.execv(sys.orig_argv[0], sys.orig_argv)
from {ZYGOTE} import serve
from {PROGRAM} import finish
code, namespace = serve(int(sys.argv[2]), sys.argv[3], sys.argv[4])
try:
    exec(code, namespace)
except BaseException as error:
    finish(error)
finish(None)
"""
"""What the server's interpreter executes. In the process that is forked for a program, its frame lies on this one.

Sets of objects are in the order of their addresses: these are the same in every server, where the kernel allows it.
"""

OPTIONS: Final = ("-s", "-S", "-P", "-B", "-Wignore")
ENVIRONMENT: Final = {"PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "MALLOC_ARENA_MAX": "1"}
"""Sets in the same order every time, UTF-8 everywhere, and no address space reserved for the heaps of threads."""

GRACE_S: Final = 10.0
"""Seconds that the server may take beyond what the limits allow; a server that takes longer is stuck."""

REFUSED: Final = (
    "programs cannot be isolated here: the kernel refused {0}. Either allow user namespaces (Linux 5.14 or newer; "
    "sysctl user.max_user_namespaces=10000 and, on Ubuntu, kernel.apparmor_restrict_unprivileged_userns=0; in Docker: "
    "--security-opt seccomp=unconfined --security-opt apparmor=unconfined --cap-add SYS_ADMIN), or set "
    "programs.isolation: limits in params.yaml, which protects your files less"
)
REFUSED_LIMITS: Final = (
    "programs cannot be limited here: {0}. Run as an ordinary user with a Python that this user can read, on Linux"
)


class Sandbox:
    """Runs untrusted Python programs, one at a time; a context manager. One for each process, not for several threads.

    The server starts when it is first needed, stays warm, and ends with this object or with this process.

    Args:
        limits: for every run that brings no others.
        isolation: ``namespaces`` hides files, network and processes; ``limits`` does without where the kernel refuses
            them, and is less safe.

    Attributes:
        missing: what this sandbox does not guard against, known once the server has started.
    """

    def __init__(self, limits: Limits = DEFAULT_LIMITS, *, isolation: Isolation = "namespaces") -> None:
        self.limits = limits
        self.isolation = isolation
        self.missing: tuple[str, ...] = ()
        self._connection: socket.socket | None = None
        self._open = ExitStack()

    def __enter__(self) -> Self:
        """Start the server, and see a harmless program run; raises ``SandboxError`` if programs cannot be run here."""
        outcomes = self.run("print(input())", [b"hello"])
        if [(outcome.ended, outcome.output) for outcome in outcomes] != [("finished", b"hello\n")]:
            self.close()
            raise SandboxError(
                f"a harmless program should have said hello, and ended as {outcomes}; {self.limits} may be too low for "
                "an interpreter, or more than this user has (ulimit -Ha)"
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def run(self, code: str, inputs: Sequence[bytes], *, limits: Limits | None = None, seed: int = 0) -> list[Outcome]:
        """Run a program once for each input, with it as standard input.

        Args:
            code: source text.
            inputs: one for each run.
            limits: of each run, if not those of this sandbox.
            seed: of the module ``random`` at the start of each run.

        Returns an outcome for each input, in order, and at least one where there is an input. After one that is neither
        ``finished`` nor ``exception`` the rest is not run and has none: a program that does not compile has a single
        outcome, and so has one that brings the sandbox down twice: ``killed``.

        Raises:
            SandboxError: programs cannot be run here.
        """
        if not inputs:
            return []
        limits = limits or self.limits
        header = {"limits": asdict(limits), "seed": seed, "lengths": [len(data) for data in inputs]}
        request = wire.pack_json(header) + wire.pack(code.encode("utf-8", "surrogatepass"), *inputs)
        for _ in range(2):
            try:
                return self._ask(request, len(inputs), limits)
            except (OSError, EOFError):
                # Killed for memory perhaps. Was it this program's doing, it dies again.
                continue
        return [Outcome("killed", "SIGKILL", b"", 0.0)]

    def close(self) -> None:
        """End the server and everything in it; the next run starts another."""
        self._connection = None
        self._open.close()

    def _ask(self, request: bytes, count: int, limits: Limits) -> list[Outcome]:
        """Outcomes of one request. Whatever interrupts this closes the server, who would answer it to the next one.

        Raises:
            OSError, EOFError: the server or the runner has gone without a word.
        """
        connection, answered = self._connected(), False
        try:
            connection.settimeout((1 + count) * (limits.wall_s + GRACE_S))
            connection.sendall(request)
            outcomes = _outcomes(wire.unpack(connection.recv))
            outcomes += _last(wire.unpack_json(connection.recv))
            if len(outcomes) < count and not (outcomes and outcomes[-1].ended in FINAL):
                raise EOFError("the runner failed")
            answered = True
        finally:
            if not answered:
                self.close()
        return outcomes

    def _connected(self) -> socket.socket:
        if self._connection is not None:
            return self._connection
        with ExitStack() as opened:
            ours, theirs = socket.socketpair()
            opened.enter_context(ours)
            with theirs:
                process = opened.enter_context(self._start(theirs.fileno(), self._scratch(opened)))
                opened.callback(process.kill)
            ours.settimeout(GRACE_S)
            self.missing = tuple(_greeting(ours, process, self.isolation))
            self._open = opened.pop_all()
        self._connection = ours
        return ours

    def _start(self, handle: int, scratch: str) -> subprocess.Popen[bytes]:
        arguments = (str(Path(__file__).parent), str(handle), self.isolation, scratch)
        return subprocess.Popen(
            [INTERPRETER, *OPTIONS, "-c", START, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            pass_fds=[handle],
            start_new_session=True,
            cwd="/",
        )

    def _scratch(self, opened: ExitStack) -> str:
        """A directory for programs to run in, where they get no file system of their own."""
        if self.isolation == "namespaces":
            return ""
        folder = tempfile.TemporaryDirectory(prefix="codegraft-sandbox-", ignore_cleanup_errors=True)
        return opened.enter_context(folder)


def _greeting(connection: socket.socket, process: subprocess.Popen[bytes], isolation: str) -> list[str]:
    try:
        greeting: dict[str, Any] = wire.unpack_json(connection.recv)
    except (OSError, EOFError):
        process.kill()
        said = process.communicate()[1].decode(errors="replace").strip().rpartition("\n")[2]
        raise SandboxError(
            f"the sandbox's interpreter, {INTERPRETER}, did not start: {said or 'no word why'}"
        ) from None
    if "refused" in greeting:
        raise SandboxError((REFUSED if isolation == "namespaces" else REFUSED_LIMITS).format(greeting["refused"]))
    missing: list[str] = greeting["missing"]
    return missing


def _outcomes(data: bytes) -> list[Outcome]:
    """All that a runner wrote, but for an outcome that it was killed amid."""
    stream, found = io.BytesIO(data), []
    try:
        while stream.tell() < len(data):
            found.append(wire.unpack_outcome(stream.read))
    except EOFError:
        pass
    return found


def _last(end: dict[str, Any]) -> list[Outcome]:
    """What became of a runner that did not end by itself: compiling the program cost too much, or crashed."""
    if not end["in_time"]:
        return [Outcome("timeout", "", b"", 0.0)]
    return [Outcome("killed", end["signal"], b"", 0.0)] if end["signal"] else []
