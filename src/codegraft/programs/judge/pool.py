"""Work that needs a sandbox, side by side: every worker has one of its own and keeps it warm."""

import atexit
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from typing import TypeVar

from codegraft.parallel.workers import Workers
from codegraft.programs.sandbox import Isolation, Sandbox

T = TypeVar("T")
R = TypeVar("R")


def with_sandboxes(
    function: Callable[[T, Sandbox], R], items: Iterable[T], workers: Workers, isolation: Isolation
) -> Iterator[R]:
    """``function`` of each item and a sandbox, as the results come.

    Raises:
        SandboxError: programs cannot be executed here in the isolation that is asked for.
        WorkerError: the workers cannot be had, or die.
    """
    if workers.alone:
        with Sandbox(isolation=isolation) as sandbox:
            yield from (function(item, sandbox) for item in items)
        return
    for _, result in workers.each(partial(_in_worker, function, isolation), items):
        yield result


def _in_worker(function: Callable[[T, Sandbox], R], isolation: Isolation, item: T) -> R:
    return function(item, _sandbox(isolation))


@cache
def _sandbox(isolation: Isolation) -> Sandbox:
    """This process's own sandbox, until it ends."""
    sandbox = Sandbox(isolation=isolation).__enter__()
    atexit.register(sandbox.__exit__, None, None, None)
    return sandbox
