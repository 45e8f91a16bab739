"""The trained model on disk as one that can be asked: read when first needed, and again when its files change."""

import math
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

import onnxruntime

from codegraft.errors import ModelError
from codegraft.graphsage.checkpoint import load_model_for_inference
from codegraft.graphsage.known import Nearest, load_known
from codegraft.graphsage.onnx import onnx_model, open_session
from codegraft.graphsage.places import RETRIEVAL
from codegraft.graphsage.prediction import Status
from codegraft.programs.vocabulary import Vocabularies

RECHECK_SECONDS: Final = 1.0
"""How long a model is used before its files are looked at again."""

Precision = Literal["float32", "int8"]
"""``float32`` says what the network says, within 1e-5; ``int8`` is twice as fast and rounds."""

_Version = tuple[tuple[int, int, int] | None, ...]


@dataclass(frozen=True)
class Serving:
    """A model ready to be asked; never changes, so threads may share it.

    Attributes:
        session: its network.
        vocabularies: names of the columns of imports and bugs.
        temperature: divides the confidence logit before it becomes a probability.
        nearest: finds known programs; ``None`` where none are kept.
        status: for people.
    """

    session: onnxruntime.InferenceSession
    vocabularies: Vocabularies
    temperature: float
    nearest: Nearest | None
    status: Status


@dataclass(frozen=True)
class Unusable:
    """Why there is no model to be asked."""

    status: Status


class ServedModel:
    """The model at a path as it is now. May be shared by threads.

    Its files are looked at again after ``RECHECK_SECONDS``. If they changed they are read, and what cannot be used is
    said. If they are gone the model stays in use: a directory that is being replaced is away for a moment.

    Args:
        path: what :func:`codegraft.graphsage.checkpoint.save_model_for_inference` wrote.
        precision: of the network.
    """

    def __init__(self, path: Path, precision: Precision) -> None:
        self._path = path
        self._precision = precision
        self._lock = threading.Lock()
        self._state: Serving | Unusable | None = None
        self._version: _Version = ()
        self._checked = -math.inf

    def current(self) -> Serving | Unusable:
        """The model, read if need be. Threads that come while it is read for the first time wait for it."""
        state = self._state
        if state is not None and (self._is_fresh() or self._lock.locked()):
            return state
        with self._lock:
            if self._state is None or not self._is_fresh():
                self._state = self._refreshed(self._state)
                self._checked = time.monotonic()
            return self._state

    def _is_fresh(self) -> bool:
        return time.monotonic() - self._checked < RECHECK_SECONDS

    def _refreshed(self, state: Serving | Unusable | None) -> Serving | Unusable:
        found = self._found()
        is_away = found[0] is None and isinstance(state, Serving)
        if state is not None and (found == self._version or is_away):
            return state
        while True:  # files that change while they are read are read again
            self._version = found
            state = self._read()
            found = self._found()
            if found == self._version:
                return state

    def _read(self) -> Serving | Unusable:
        try:
            trained = load_model_for_inference(self._path)
            known = self._path.parent / RETRIEVAL
            nearest = Nearest(load_known(known)) if known.exists() else None
        except ModelError as error:
            return Unusable(Status(False, f"no trained model: {error}", str(self._path), 0.0))
        content = onnx_model(trained.model, int8=self._precision == "int8")
        status = Status(True, _said(trained.trained_on), str(self._path), len(content) / 1e6)
        return Serving(open_session(content), trained.vocabularies, trained.temperature, nearest, status)

    def _found(self) -> _Version:
        """What tells one state of the files from another; ``None`` for a file that is not there."""
        return tuple(map(_stamp, (self._path, self._path.parent / RETRIEVAL)))


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _said(trained_on: dict[str, Any]) -> str:
    """Short facts for a line; of hashes the beginning."""
    short = {name: str(value)[:12] for name, value in sorted(trained_on.items()) if isinstance(value, str | int)}
    facts = ", ".join(f"{name} {value}" for name, value in short.items())
    return f"trained on {facts}" if facts else "trained"
