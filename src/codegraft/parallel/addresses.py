"""Which workers there are, where they are reached, and what is said when they are not."""

import socket
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Literal, Protocol
from urllib.parse import urlsplit

from codegraft.errors import WorkerError

Backend = Literal["loky", "dask", "ray"]
"""Processes of this machine, or workers of a Dask or Ray cluster."""

CONNECT_S: Final = 8
"""Seconds that a cluster has to answer."""


class Each(Protocol):
    """``function`` of each item, with the item's place, as the results come."""

    def __call__(self, function: Callable[[Any], Any], items: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        """Raises what the function raised."""
        ...


def check_listening(address: str, scheme: str, expected: str, *, speaks_first: bool) -> None:
    """Connect to ``host:port`` or ``scheme://host:port`` once, since the libraries try for minutes.

    Args:
        address: to connect to.
        scheme: where the address has none.
        expected: what ought to be there.
        speaks_first: whether that says something before it is asked.

    Raises:
        WorkerError: it is no address, or nothing or something else answers there.
    """
    parts = urlsplit(address if "://" in address else f"{scheme}://{address}")
    try:
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or not port:
        raise WorkerError(f"cluster {address}: no address with a port; give that of {expected}")
    try:
        with socket.create_connection((host, port), timeout=CONNECT_S) as connection:
            if speaks_first and not connection.recv(1):
                raise ConnectionError("the connection was closed")
    except OSError as error:
        raise WorkerError(f"cluster {address}: nothing answers ({error}); start {expected}") from None


def missing_extra(name: str) -> WorkerError:
    """What is said without the library of a backend."""
    return WorkerError(f"backend: {name} is not installed; run `pip install codegraft[{name}]`")
