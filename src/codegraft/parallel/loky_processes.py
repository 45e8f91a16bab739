"""Worker processes of this machine, by loky, which is joblib's own pool.

joblib gives everything up when a process dies. Here the processes are started anew and do what was under way again.
"""

import signal
from collections.abc import Callable, Collection, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from typing import Any

from codegraft.errors import WorkerError
from codegraft.parallel.addresses import Each
from codegraft.parallel.work import ONE_THREAD, RETRIES, attempt, in_flight, packed_function, result


@contextmanager
def loky_processes(jobs: int) -> Iterator[Each]:
    """Start so many processes, which end with this context: when they are done, or at once after an error."""
    processes = _Processes(jobs)
    try:
        yield processes.each
    except BaseException:
        processes.end(now=True)
        raise
    processes.end(now=False)


class _Piece:
    """A piece of work, how often processes died while it was under way, and what came of it."""

    def __init__(self, function: bytes, item: bytes) -> None:
        self.function = function
        self.item = item
        self.deaths = 0
        self.outcome = b""


class _Processes:
    """A pool that is replaced when one of its processes dies, which breaks it.

    No more pieces are given than there are processes, so few have to be done again.
    """

    def __init__(self, jobs: int) -> None:
        from joblib.externals import loky  # costs a tenth of a second, which a single process does without

        self._loky = loky
        self._jobs = jobs
        self._pool = self._started()
        self._under_way: dict[Future[bytes], _Piece] = {}

    def each(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        packed = packed_function(function)

        def submit(item: bytes) -> _Piece:
            piece = _Piece(packed, item)
            self._give(piece)
            return piece

        for place, piece in in_flight(items, lambda: self._jobs, submit, self._first):
            yield place, result(piece.outcome)

    def end(self, *, now: bool) -> None:
        """End the processes, at once or when they are done."""
        self._pool.shutdown(wait=True, kill_workers=now)

    def _started(self) -> Any:
        executor = self._loky.ProcessPoolExecutor
        return executor(self._jobs, initializer=_leave_interrupts_to_the_parent, env=ONE_THREAD)

    def _give(self, piece: _Piece) -> None:
        try:
            future = self._pool.submit(attempt, piece.function, piece.item)
        except self._loky.BrokenProcessPool:
            self._begin_again()
            future = self._pool.submit(attempt, piece.function, piece.item)
        self._under_way[future] = piece

    def _first(self, _: Collection[_Piece]) -> _Piece:
        while True:
            future = wait(self._under_way, return_when=FIRST_COMPLETED).done.pop()
            try:
                outcome = future.result()
            except self._loky.BrokenProcessPool:
                self._begin_again()
            else:
                piece = self._under_way.pop(future)
                piece.outcome = outcome
                return piece

    def _begin_again(self) -> None:
        """New processes, which get what the old ones did not finish."""
        self.end(now=True)
        self._pool = self._started()
        lost = [future for future in self._under_way if future.exception() is not None]
        for piece in [self._under_way.pop(future) for future in lost]:
            piece.deaths += 1
            if piece.deaths > RETRIES:
                raise WorkerError(f"{piece.deaths} worker processes died while doing the same piece of work")
            self._give(piece)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; one of them is to say so and end the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
