"""Everything that is fuzzed, by name."""

from collections.abc import Iterator

from benchmarks.fuzz.target import Target
from benchmarks.fuzz.targets import bundles, checkpoints, parsers, settings, tables


def all_targets() -> Iterator[Target]:
    """One after the other; each is made when it is asked for."""
    for room in (parsers, bundles, checkpoints, tables, settings):
        yield from room.targets()
