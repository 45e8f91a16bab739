"""Workers of a Ray cluster: one of this machine that starts and ends here, or one that runs already.

joblib's backend for Ray works with actors, which are not started anew when they die. Pieces are plain tasks here, which
Ray does again.
"""

import logging
import os
import secrets
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from codegraft.errors import WorkerError
from codegraft.parallel.addresses import Each, check_listening, missing_extra
from codegraft.parallel.work import ONE_THREAD, RETRIES, attempt, in_flight, packed_function, result

_SETTINGS: Final = {
    "RAY_USAGE_STATS_ENABLED": "0",  # tells nobody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",  # its new default, of which Ray would warn
    "RAY_memory_monitor_refresh_ms": "0",  # ends a worker when memory is low, and does its piece again without end
    "RAY_enable_metrics_collection": "0",
}
_THIS_MACHINE: Final = {
    "RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER": "0",  # as those have it: Ray listens on 127.0.0.1 alone
    "RAY_AUTH_MODE": "token",  # and answers to nobody else on it
}


@contextmanager
def ray_cluster(jobs: int, address: str | None) -> Iterator[Each]:
    """Connect to the Ray cluster at an address, or start one of so many workers that ends with this context.

    Raises:
        WorkerError: Ray is not installed, or nothing answers at the address.
    """
    with ExitStack() as opened:
        own = _THIS_MACHINE | ONE_THREAD | {"PYTHONPATH": _module_path(), "RAY_AUTH_TOKEN": _token()}
        opened.enter_context(_environment(_SETTINGS | (own if address is None else {})))
        try:
            import ray
        except ImportError:
            raise missing_extra("ray") from None
        opened.enter_context(_same_handler(signal.SIGTERM))  # Ray sets one
        opened.callback(ray.shutdown)
        if address is None:
            _start(ray, jobs, opened)
        else:
            _connect(ray, address)

        def each(function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
            return _each(ray, function, items)

        yield each


def _start(ray: Any, jobs: int, opened: ExitStack) -> None:
    """Processes that nobody outside this machine can reach, and that leave no file."""
    scratch = opened.enter_context(tempfile.TemporaryDirectory(prefix="codegraft-ray-", ignore_cleanup_errors=True))
    opened.callback(ray.shutdown)
    ray.init(
        "local",
        num_cpus=jobs,
        include_dashboard=False,
        logging_level=logging.CRITICAL,
        log_to_driver=False,
        _node_ip_address="127.0.0.1",
        _temp_dir=scratch,
    )


def _connect(ray: Any, address: str) -> None:
    check_listening(address, "ray", "the head of a Ray cluster (`ray start --head`), host:6379", speaks_first=False)
    try:
        ray.init(address, logging_level=logging.CRITICAL, log_to_driver=False)
    except (ConnectionError, RuntimeError, ValueError, ImportError) as error:
        said = str(error).strip().partition("\n")[0]
        raise WorkerError(f"cluster {address}: no Ray cluster answers: {said}") from None


def _each(ray: Any, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
    task = ray.remote(num_cpus=1, max_retries=RETRIES)(attempt)
    shared = ray.put(packed_function(function))

    def first(handles: Collection[Any]) -> Any:
        return ray.wait(list(handles), num_returns=1)[0][0]

    def slots() -> int:
        return max(int(ray.cluster_resources().get("CPU", 1)), 1)

    try:
        for place, handle in in_flight(items, slots, lambda item: task.remote(shared, item), first):
            yield place, result(ray.get(handle))
    except ray.exceptions.WorkerCrashedError:
        raise WorkerError(f"{RETRIES + 1} workers died while doing the same piece of work") from None
    except ray.exceptions.RayError as error:
        said = str(error).strip().partition("\n")[0]
        raise WorkerError(f"the Ray cluster failed: {said}") from None


def _module_path() -> str:
    """Where this process finds modules, and Ray's workers are to."""
    return os.pathsep.join(str(Path(place).absolute()) for place in sys.path)


@cache
def _token() -> str:
    """A secret between this process and its workers; Ray reads it once, and would keep one of its own in a file."""
    return secrets.token_hex(32)


@contextmanager
def _environment(changes: Mapping[str, str]) -> Iterator[None]:
    """Other variables for as long as this lasts: Ray's processes are told by nothing else."""
    before = dict(os.environ)
    os.environ.update(changes)
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)


@contextmanager
def _same_handler(number: signal.Signals) -> Iterator[None]:
    """Put back the handler of a signal."""
    before = signal.getsignal(number)
    try:
        yield
    finally:
        if threading.current_thread() is threading.main_thread():
            signal.signal(number, before)
