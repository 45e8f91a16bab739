"""Workers of a Dask cluster: one of this machine that starts and ends here, or one that runs already.

joblib has a backend for Dask. It puts arguments into the memory of one worker, and with that worker they are lost: here
they stay with the scheduler, which can do every piece again.
"""

import logging
import tempfile
from asyncio import CancelledError
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from typing import Any, Final
from uuid import uuid4

from codegraft.errors import WorkerError
from codegraft.parallel.addresses import CONNECT_S, Each, check_listening, missing_extra
from codegraft.parallel.work import ONE_THREAD, RETRIES, attempt, in_flight, packed_function, result

_SETTINGS: Final = {
    "distributed.scheduler.allowed-failures": RETRIES,
    "distributed.worker.profile.enabled": False,  # looks at a worker's stack a hundred times a second
    "distributed.nanny.pre-spawn-environ": ONE_THREAD,
    "distributed.admin.large-graph-warning-threshold": "1TB",  # a piece is as large as it is
    "distributed.comm.timeouts.connect": CONNECT_S,
}


@contextmanager
def dask_cluster(jobs: int, address: str | None) -> Iterator[Each]:
    """Connect to the scheduler at an address, or start so many worker processes that end with this context.

    Raises:
        WorkerError: Dask is not installed, nothing answers at the address, or the scheduler has no workers.
    """
    try:
        import dask
        import distributed
    except ImportError:
        raise missing_extra("dask") from None

    with ExitStack() as opened:
        opened.enter_context(dask.config.set(_SETTINGS))
        place = opened.enter_context(_local(distributed, jobs)) if address is None else _listening(address)
        try:
            client = opened.enter_context(distributed.Client(place, timeout=CONNECT_S, set_as_default=False))
            client.wait_for_workers(1, timeout=CONNECT_S)
        except OSError as error:  # of which timeouts are a kind
            raise WorkerError(f"cluster {address}: no Dask scheduler with workers answers: {error}") from None

        def each(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
            return _each(distributed, client, function, items)

        yield each


@contextmanager
def _local(distributed: Any, jobs: int) -> Iterator[Any]:
    """Processes of one thread each that nobody outside this machine can reach, and that leave no file."""
    with (
        tempfile.TemporaryDirectory(prefix="codegraft-dask-", ignore_cleanup_errors=True) as scratch,
        distributed.LocalCluster(
            n_workers=jobs,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address=None,
            scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
            silence_logs=logging.CRITICAL,
            memory_limit=None,
            local_directory=scratch,
        ) as cluster,
    ):
        yield cluster


def _listening(address: str) -> str:
    check_listening(address, "tcp", "a Dask scheduler (`dask scheduler`), tcp://host:8786", speaks_first=True)
    return address


def _each(
    distributed: Any, client: Any, function: Callable[[Any], Any], items: Iterable[Any]
) -> Iterator[tuple[int, Any]]:
    name, number, packed = f"codegraft-{uuid4().hex}", count(), packed_function(function)

    def submit(item: bytes) -> Any:
        # With the function, and not with a future of it: to whoever held that, Dask would give all pieces.
        return client.submit(attempt, packed, item, key=f"{name}-{next(number)}")

    def first(futures: Collection[Any]) -> Any:
        with client.as_current():
            return distributed.wait(list(futures), return_when="FIRST_COMPLETED").done.pop()

    def slots() -> int:
        threads: dict[str, int] = client.nthreads()
        return max(sum(threads.values()), 1)

    try:
        for place, future in in_flight(items, slots, submit, first):
            yield place, result(future.result())
    except distributed.KilledWorker as error:
        raise WorkerError(f"{error.allowed_failures + 1} workers died while doing the same piece of work") from None
    except CancelledError:
        raise WorkerError("the Dask scheduler was lost, and with it the work") from None
