"""Progress for long steps: a bar on a terminal, silence elsewhere."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from tqdm import tqdm

T = TypeVar("T")


def track(items: Iterable[T], title: str, *, total: int | None = None, unit: str = "it") -> Iterator[T]:
    """Iterate over ``items`` with rate and time left on stderr when that is a terminal."""
    yield from tqdm(items, desc=title, total=total, unit=unit, disable=None, leave=False)
