import sys
from collections import defaultdict
from typing import Mapping


def extend(endings: Mapping[int, int], number: int) -> dict[int, int]:
    """Sums of the stretches that end at `number`, with how often each occurs."""
    result: dict[int, int] = defaultdict(int)
    result[number] += 1
    for total, times in endings.items():
        result[total + number] += times
    return result


def main() -> None:
    first, second = sys.stdin.read().splitlines()[:2]
    target = int(first.split()[1])
    endings: dict[int, int] = {}
    answer = 0
    for number in map(int, second.split()):
        endings = extend(endings, number)
        answer += endings.get(target, 0)
    print(answer)


main()
