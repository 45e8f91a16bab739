"""Two pieces of JSON, place by place."""

from collections.abc import Iterator
from typing import Any


def unequal(found: Any, expected: Any, place: str = "") -> Iterator[tuple[str, Any, Any]]:
    """Dotted places where two nested mappings differ, with both values; ``"nothing"`` where one lacks the key."""
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in sorted(found.keys() | expected.keys()):
            inner = f"{place}.{key}" if place else key
            yield from unequal(found.get(key, "nothing"), expected.get(key, "nothing"), inner)
    elif found != expected:
        yield place, found, expected
