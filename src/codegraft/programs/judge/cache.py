"""Judgements kept by content, so that a run that was stopped, or is repeated, executes only what is new.

Each task has one file. Its name covers the tests, the checker, the limits, the isolation, the interpreter and the code
that executes and judges; its entries are keyed by the SHA-256 of a program. It is written whole every few seconds and
at the end, so a process that is killed loses no more than that. What is damaged counts as absent and is judged anew.
"""

import hashlib
import json
import platform
import time
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from codegraft.files import atomic_write
from codegraft.programs.judge.judge import Judge, Judgement
from codegraft.programs.judge.task import Task, encoded
from codegraft.programs.judge.verdict import Verdict
from codegraft.programs.sandbox import Sandbox

LABEL_CACHE: Final = Path(".codegraft/labels")
"""Of the pipeline, whose outputs are removed before every run."""

_SAVE_EVERY_S: Final = 5.0
_EXECUTORS: Final = ("judge/**/*.py", "sandbox/**/*.py")
_PROGRAMS: Final = Path(__file__).resolve().parents[1]


class CachedJudge:
    """A judge that remembers. A context manager: what it learned is on disk when it is left, however that happens.

    Args:
        task: what programs are judged by.
        sandbox: where they run; unused while all of them are known.
        directory: of the cache, or None for none.
        isolation: the sandbox's, since a program may behave by it.
    """

    def __init__(self, task: Task, sandbox: Sandbox, directory: Path | None, isolation: str) -> None:
        self._task = task
        self._sandbox = sandbox
        self._file = None if directory is None else directory / f"{_context(task, isolation)}.json"
        self._known = {} if self._file is None else read_judgements(self._file)
        self._judge: Judge | None = None
        self._saved = len(self._known)
        self._saved_at = time.monotonic()

    def judge(self, code: str) -> Judgement:
        """The judgement of a program, remembered or made.

        Raises:
            ProgramError: the task's checker is unknown or broken.
            SandboxError: the sandbox failed.
        """
        key = hashlib.sha256(encoded(code)).hexdigest()
        if key not in self._known:
            self._judge = self._judge or Judge(self._task, self._sandbox)
            self._known[key] = self._judge.judge(code)
            if time.monotonic() - self._saved_at > _SAVE_EVERY_S:
                self._save()
        return self._known[key]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._save()

    def _save(self) -> None:
        if self._file is not None and len(self._known) > self._saved:
            write_judgements(self._file, self._known)
        self._saved, self._saved_at = len(self._known), time.monotonic()


def read_judgements(file: Path) -> dict[str, Judgement]:
    """Judgements by program; none if there is no such file, or it cannot be read or is damaged."""
    try:
        digest, _, body = file.read_bytes().partition(b"\n")
    except OSError:
        return {}
    if hashlib.sha256(body).hexdigest().encode() != digest:
        return {}
    return {key: _judgement(values) for key, values in json.loads(body).items()}


def write_judgements(file: Path, judgements: dict[str, Judgement]) -> None:
    """Write judgements by program, whole or not at all."""
    body = json.dumps(judgements, sort_keys=True).encode()
    with atomic_write(file) as temporary:
        temporary.write_bytes(hashlib.sha256(body).hexdigest().encode() + b"\n" + body)


def _judgement(values: list[object]) -> Judgement:
    judgement = Judgement._make(values)
    return judgement._replace(verdict=Verdict(judgement.verdict))


def _context(task: Task, isolation: str) -> str:
    parts = [task.digest, isolation, platform.python_version(), executor()]
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:32]


@cache
def executor() -> str:
    """Hash of the code that executes and judges."""
    files = sorted(path for pattern in _EXECUTORS for path in _PROGRAMS.glob(pattern))
    listing = [
        (path.relative_to(_PROGRAMS).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files
    ]
    return hashlib.sha256(json.dumps(listing).encode()).hexdigest()
