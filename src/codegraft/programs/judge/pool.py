"""Work that needs a sandbox, side by side: every process has one of its own and keeps it warm."""

import atexit
import signal
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import TypeVar

from codegraft.programs.sandbox import Isolation, Sandbox

T = TypeVar("T")
R = TypeVar("R")


def with_sandboxes(
    function: Callable[[T, Sandbox], R], items: Iterable[T], *, jobs: int, isolation: Isolation
) -> Iterator[R]:
    """``function`` of each item and a sandbox, as the results come, in so many processes.

    Raises:
        SandboxError: programs cannot be executed here in the isolation that is asked for.
    """
    if jobs == 1:
        with Sandbox(isolation=isolation) as sandbox:
            yield from (function(item, sandbox) for item in items)
        return
    import joblib  # costs a tenth of a second, which a single process does without
    from joblib.externals.loky import get_reusable_executor

    pool = joblib.Parallel(
        jobs, backend="loky", batch_size=1, return_as="generator_unordered", initializer=_leave_interrupts_to_the_parent
    )
    done = False
    try:
        yield from pool(joblib.delayed(_in_process)(function, item, isolation) for item in items)
        done = True
    finally:
        get_reusable_executor().shutdown(wait=True, kill_workers=not done)


def _leave_interrupts_to_the_parent() -> None:
    """Ctrl-C reaches every process of the terminal; one of them is to say so and end the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _in_process(function: Callable[[T, Sandbox], R], item: T, isolation: Isolation) -> R:
    return function(item, _sandbox(isolation))


@cache
def _sandbox(isolation: Isolation) -> Sandbox:
    """This process's own sandbox, until it ends."""
    sandbox = Sandbox(isolation=isolation).__enter__()
    atexit.register(sandbox.__exit__, None, None, None)
    return sandbox
