"""Worker processes of this machine, by loky, which is joblib's own pool.

joblib gives everything up when a process dies. Here the processes are started anew and do what was under way again.
"""

import os
import signal
import threading
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from typing import Any, Final

from codegraft.errors import WorkerError
from codegraft.parallel.addresses import Each
from codegraft.parallel.work import ONE_THREAD, RETRIES, attempt, in_flight, packed_function, result

_WATCH_S: Final = 1.0


@contextmanager
def loky_processes(jobs: int) -> Iterator[Each]:
    """Start so many processes, which end with this context: when they are done, or at once after an error."""
    pool = _Pool(jobs)

    def each(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        pieces = _Pieces(pool, packed_function(function))
        # No more than there are processes: when one dies, all that is under way has to be done again.
        for place, piece in in_flight(items, lambda: jobs, pieces.submit, pieces.first):
            yield place, result(piece.outcome)

    try:
        yield each
    except BaseException:
        pool.end(now=True)
        raise
    pool.end(now=False)


class _Pool:
    """Processes that can be replaced: when one dies, loky ends all of them."""

    def __init__(self, jobs: int) -> None:
        from joblib.externals import loky  # costs a tenth of a second, which a single process does without

        self.broken: type[Exception] = loky.BrokenProcessPool
        self._new: Callable[..., Any] = loky.ProcessPoolExecutor
        self._jobs = jobs
        self.begin()

    def begin(self) -> None:
        """Start processes."""
        self._processes = self._new(self._jobs, initializer=_prepare, initargs=(os.getpid(),), env=ONE_THREAD)

    def submit(self, function: bytes, item: bytes) -> Future[bytes]:
        future: Future[bytes] = self._processes.submit(attempt, function, item)
        return future

    def end(self, *, now: bool) -> None:
        """End the processes, at once or when they are done."""
        self._processes.shutdown(wait=True, kill_workers=now)


class _Piece:
    """A piece of work, how often processes died while it was under way, and what came of it."""

    def __init__(self, item: bytes) -> None:
        self.item = item
        self.deaths = 0
        self.outcome = b""


class _Pieces:
    """Those of one call that are under way."""

    def __init__(self, pool: _Pool, function: bytes) -> None:
        self._pool = pool
        self._function = function
        self._under_way: dict[Future[bytes], _Piece] = {}

    def submit(self, item: bytes) -> _Piece:
        piece = _Piece(item)
        self._give(piece)
        return piece

    def first(self, _: Collection[_Piece]) -> _Piece:
        """Wait until a piece is done, whatever becomes of processes meanwhile."""
        while True:
            future = wait(self._under_way, return_when=FIRST_COMPLETED).done.pop()
            try:
                outcome = future.result()
            except self._pool.broken:
                self._begin_again()
            else:
                piece = self._under_way.pop(future)
                piece.outcome = outcome
                return piece

    def _give(self, piece: _Piece) -> None:
        try:
            future = self._pool.submit(self._function, piece.item)
        except self._pool.broken:
            self._begin_again()
            future = self._pool.submit(self._function, piece.item)
        self._under_way[future] = piece

    def _begin_again(self) -> None:
        """New processes, which get what the old ones did not finish."""
        self._pool.end(now=True)
        self._pool.begin()
        lost = [future for future in self._under_way if future.exception() is not None]
        for piece in [self._under_way.pop(future) for future in lost]:
            piece.deaths += 1
            if piece.deaths > RETRIES:
                raise WorkerError(f"{piece.deaths} workers died while doing the same piece of work")
            self._give(piece)


def _prepare(parent: int) -> None:
    """In a new process: leave Ctrl-C, which reaches all processes of a terminal, to the parent; and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """A parent that was killed ends nobody: its processes would wait for work for ever."""
    while os.getppid() == parent:
        time.sleep(_WATCH_S)
    os._exit(1)
