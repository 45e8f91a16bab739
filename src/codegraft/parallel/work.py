"""What a worker does with a piece of work, and how pieces flow to workers.

What travels is bytes that ``pickle`` made: no library's own encoding of arrays or tables has a say in what arrives.
"""

import hashlib
import os
import pickle
import threading
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar

from codegraft.errors import WorkerError

H = TypeVar("H")

RETRIES: Final = 3
"""A piece is done again when its worker dies, so many times at most: what kills every worker has to end."""

ONE_THREAD: Final = {f"{name}_NUM_THREADS": "1" for name in ("OMP", "MKL", "OPENBLAS")}
"""Environment of a worker: there are as many workers as processors already."""

_PACKAGE: Final = Path(__file__).resolve().parents[1]
_ALONE: Final = threading.Lock()
"""A worker that somebody started with several threads does one piece at a time all the same: a sandbox, and the
collector's switch, are for one."""


class _Raised(NamedTuple):
    error: Exception


def packed_function(function: Callable[[Any], Any]) -> bytes:
    """A function as it is sent to workers, once for all pieces, with the hash of this code."""
    return pickle.dumps((code_digest(), function))


def attempt(function: bytes, item: bytes) -> bytes:
    """Do a piece of work: runs in the worker, and gives back what the function returned or raised."""
    with _ALONE:
        try:
            outcome = _unpacked_function(function)(pickle.loads(item))
        except Exception as error:  # whatever it is, it is the caller's: it is raised there
            error.add_note(f"In a worker:\n{traceback.format_exc()}")
            outcome = _Raised(error)
        return pickle.dumps(outcome)


def result(outcome: bytes) -> Any:
    """What a piece's function returned; raises what it raised."""
    found = pickle.loads(outcome)
    if isinstance(found, _Raised):
        raise found.error
    return found


def in_flight(
    items: Iterable[Any], slots: Callable[[], int], submit: Callable[[bytes], H], first: Callable[[Collection[H]], H]
) -> Iterator[tuple[int, H]]:
    """Keep so many pieces under way, and yield the place of each and its handle as it is done.

    Args:
        items: the pieces, drawn when there is room for them.
        slots: how many may be under way now.
        submit: starts a piece, which it is given pickled, and returns a handle that is hashable.
        first: waits until one of some handles is done, and returns that.
    """
    under_way: dict[H, int] = {}
    numbered = enumerate(items)
    while True:
        for place, item in islice(numbered, max(slots() - len(under_way), 0)):
            under_way[submit(pickle.dumps(item))] = place
        if not under_way:
            return
        done = first(under_way)
        yield under_way.pop(done), done


@cache
def code_digest() -> str:
    """Hash of this package's code."""
    files = sorted(_PACKAGE.rglob("*.py"))
    listing = [(path.relative_to(_PACKAGE).as_posix(), path.read_bytes()) for path in files]
    return hashlib.sha256(pickle.dumps(listing)).hexdigest()


@lru_cache(maxsize=4)
def _unpacked_function(function: bytes) -> Callable[[Any], Any]:
    digest, unpacked = pickle.loads(function)
    if digest != code_digest():
        raise WorkerError(
            f"a worker (process {os.getpid()}) has other code of codegraft than this process, and might give other "
            "results; install the same version for every worker and start them anew"
        )
    run: Callable[[Any], Any] = unpacked
    return run
