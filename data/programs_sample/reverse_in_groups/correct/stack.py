import sys
from typing import Iterable, Iterator


def turned(wagons: Iterable[str], k: int) -> Iterator[str]:
    stack: list[str] = []
    for wagon in wagons:
        stack.append(wagon)
        if len(stack) == k:
            while stack:
                yield stack.pop()
    yield from stack


first, *rest = sys.stdin.read().split("\n")
size = int(first.split()[1])
print(*turned(" ".join(rest).split(), size))
