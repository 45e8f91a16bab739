import sys
from itertools import accumulate, groupby
from typing import Iterator


def averages(readings: list[float], k: int) -> Iterator[float]:
    """Averages of the last k readings, from differences of running totals."""
    totals = list(accumulate(readings, initial=0.0))
    for i in range(1, len(totals)):
        first = max(0, i - k)
        yield (totals[i] - totals[first]) / (i - first)


def main() -> None:
    size, *items = sys.stdin.read().split()
    for is_reset, group in groupby(items, key=lambda item: item == "reset"):
        if not is_reset:
            for value in averages(list(map(float, group)), int(size)):
                print("%.9f" % value)


main()
