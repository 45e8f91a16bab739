"""What reading may not do: write, delete, start processes, connect, run code; noticed by an audit hook."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final


class ForbiddenError(BaseException):
    """Reading did what it may not. No ``Exception``, so that nothing that is fuzzed mistakes it for damage."""


_FORBIDDEN: Final = frozenset(
    {
        *("os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.kill", "os.putenv"),
        *("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "os.chmod"),
        *("subprocess.Popen", "socket.connect", "socket.bind", "shutil.rmtree", "shutil.copyfile", "shutil.move"),
        *("ctypes.dlopen", "webbrowser.open", "urllib.Request", "tempfile.mkstemp"),
    }
)
_WRITES: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_armed: list[bool] = []


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    if not _armed:
        return
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES:
        _refuse(f"opens {arguments[0]!r} to write")
    if event in _FORBIDDEN:
        _refuse(f"{event} {arguments!r}")
    if event == "exec" and arguments[0].co_filename == "<string>" and not _importing():
        _refuse("runs code that is text")


def _importing() -> bool:
    """Whether a module is being imported, late: named tuples are made of text."""
    frame: FrameType | None = sys._getframe(2)
    while frame is not None and frame.f_code.co_filename != "<frozen importlib._bootstrap>":
        frame = frame.f_back
    return frame is not None


def _refuse(what: str) -> None:
    _armed.clear()
    raise ForbiddenError(what[:200])


def install() -> None:
    """Let the hook listen from now on, in this process and those that it forks; it cannot be taken away."""
    sys.addaudithook(_hook)


@contextmanager
def forbidding() -> Iterator[None]:
    """Raise where the body does what reading may not.

    Raises:
        ForbiddenError: it writes, deletes, starts, connects or runs code.
    """
    _armed.append(True)
    try:
        yield
    finally:
        _armed.clear()
