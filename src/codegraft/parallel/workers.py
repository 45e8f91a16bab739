"""Who does the work: a number of workers, and where they run."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from types import TracebackType
from typing import Self, TypeVar

from codegraft.parallel.addresses import Backend, Each
from codegraft.parallel.dask_cluster import dask_cluster
from codegraft.parallel.loky_processes import loky_processes
from codegraft.parallel.ray_cluster import ray_cluster
from codegraft.progress import track

T = TypeVar("T")
R = TypeVar("R")


class Workers:
    """Processes that each do one piece of work at a time, with one thread. A context manager.

    They start when they are first needed and end with the context; outside of one, with each call. A worker that dies
    is replaced and its piece done again, so functions must give the same however often they are called, and results
    depend neither on ``jobs`` nor on the backend.

    Args:
        jobs: how many. One without a cluster is this process itself.
        backend: of joblib's backends: ``loky``, ``dask`` or ``ray``.
        cluster: address of a running Dask scheduler or Ray head, whose workers do the work, however many they are;
            ``jobs`` then only says into how many shares a task is cut. None: workers are started on this machine.
    """

    def __init__(self, jobs: int = 1, backend: Backend = "loky", cluster: str | None = None) -> None:
        self.jobs = jobs
        self.backend = backend
        self.cluster = cluster
        self._each: Each | None = None
        self._open = ExitStack()
        self._entered = False

    @property
    def alone(self) -> bool:
        """Whether this process does the work itself."""
        return self.jobs == 1 and self.backend == "loky"

    def each(self, function: Callable[[T], R], items: Iterable[T]) -> Iterator[tuple[int, R]]:
        """``function`` of each item, with the item's place, as the results come.

        Raises:
            WorkerError: the workers cannot be had, or too many died while doing the same piece.
            Exception: what ``function`` raised, wherever that was.
        """
        if self.alone:
            yield from ((place, function(item)) for place, item in enumerate(items))
        elif self._entered:
            self._each = self._each or self._open.enter_context(self._started())
            yield from self._each(function, items)
        else:
            with self._started() as each:
                yield from each(function, items)

    def spread(self, function: Callable[[T], R], items: Sequence[T], title: str) -> list[R]:
        """``function`` of each item, in their order; raises what :meth:`each` does."""
        if len(items) < 2 and self.backend == "loky":
            return list(map(function, items))
        found = dict(track(self.each(function, items), title, total=len(items), unit="piece"))
        return [found[place] for place in range(len(items))]

    def __enter__(self) -> Self:
        self._entered = True
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._entered, self._each = False, None
        self._open.__exit__(kind, error, trace)

    def _started(self) -> AbstractContextManager[Each]:
        if self.backend == "dask":
            return dask_cluster(self.jobs, self.cluster)
        if self.backend == "ray":
            return ray_cluster(self.jobs, self.cluster)
        return loky_processes(self.jobs)
