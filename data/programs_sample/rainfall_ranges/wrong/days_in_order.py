import sys
from typing import Iterator


def running(values: list[int]) -> Iterator[int]:
    total = 0
    yield total
    for value in values:
        total += value
        yield total


def answer_all(text: str) -> list[int]:
    numbers = [int(t) for t in text.split()]
    n = numbers[0]
    sums = list(running(numbers[2:n + 2]))
    questions = numbers[n + 2:]
    return [sums[b] - sums[a - 1] for a, b in zip(questions[::2], questions[1::2])]


print("\n".join(map(str, answer_all(sys.stdin.read()))))
