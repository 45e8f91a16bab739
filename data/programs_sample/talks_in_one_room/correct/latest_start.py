import sys
from typing import NamedTuple


class Talk(NamedTuple):
    title: str
    start: int
    end: int


def choose(talks: list[Talk]) -> list[Talk]:
    """Go backwards in time and always take the talk that starts last."""
    accepted: list[Talk] = []
    for talk in sorted(talks, key=lambda t: t.start, reverse=True):
        if not accepted or talk.end <= accepted[-1].start:
            accepted.append(talk)
    return accepted[::-1]


rows = [line.split() for line in sys.stdin.read().splitlines()[1:]]
plan = choose([Talk(title, int(start), int(end)) for title, start, end in rows])
print(len(plan), " ".join(talk.title for talk in plan), sep="\n")
