"""The smallest input that shows the same fault."""

from typing import Final

from benchmarks.fuzz.harness import Tally, fuzz
from benchmarks.fuzz.target import Input, Target

MOST_TRIES: Final = 400


def fault_of(target: Target, content: Input) -> str | None:
    """What an input shows, in a process of its own; ``None`` if nothing is wrong."""
    tally = Tally()
    alone = Target(target.name, lambda draws: content, target.read, target.valid[:1], 1, target.lines)
    fuzz(alone, 0, range(1), tally)
    return next(iter(tally.findings), None)


def smallest(target: Target, content: Input) -> Input:
    """Without all pieces that the fault does not need, larger ones first (delta debugging, Zeller 1999)."""
    fault = fault_of(target, content)
    if fault is None or not isinstance(content, bytes):
        return content
    tries, size = 0, max(len(content) // 2, 1)
    while tries < MOST_TRIES:
        at, shorter = 0, False
        while at < len(content) and tries < MOST_TRIES:
            without = content[:at] + content[at + size :]
            tries += 1
            if fault_of(target, without) == fault:
                content, shorter = without, True
            else:
                at += size
        if size == 1 and not shorter:
            break
        size = max(size // 2, 1)
    return content
