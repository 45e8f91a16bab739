import sys
from typing import Iterator, Set, Tuple

Point = Tuple[int, int]


def around(p: Point) -> Iterator[Point]:
    y, x = p
    yield from ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1))


def take_island(land: Set[Point]) -> Set[Point]:
    """Remove one whole island from land and return it."""
    island: Set[Point] = set()
    front = {land.pop()}
    while front:
        island |= front
        front = {q for p in front for q in around(p)} & land
        land -= front
    return island


def shoreline(island: Set[Point]) -> int:
    return sum(q not in island for p in island for q in around(p))


land = {(y, x) for y, line in enumerate(sys.stdin) for x, sign in enumerate(line) if sign == "#"}
count, best = 0, (0, 0)
while land:
    found = take_island(land)
    count += 1
    best = max(best, (len(found), shoreline(found)))
print(count, *best)
