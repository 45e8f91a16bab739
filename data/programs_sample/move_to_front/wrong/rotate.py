import sys
from collections import deque
from typing import Iterator


def front_letters(numbers: list[int]) -> Iterator[str]:
    """Decode the numbers one by one."""
    ring = deque("abcdefghijklmnopqrstuvwxyz")
    for number in numbers:
        ring.rotate(-number)
        yield ring[0]


def places(word: str) -> Iterator[int]:
    """Encode the letters one by one."""
    ring = deque("abcdefghijklmnopqrstuvwxyz")
    for letter in word:
        number = ring.index(letter)
        ring.rotate(-number)
        yield number


for line in sys.stdin:
    mode, *rest = line.split()
    if mode == "encode":
        print(*places(rest[0]))
    else:
        print("".join(front_letters([int(x) for x in rest])))
